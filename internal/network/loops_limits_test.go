package network

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestSearchSaysWhyItStopped(t *testing.T) {
	ctx := context.Background()
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	goOn := func([]int) bool { return true }
	networks := map[string]struct {
		network *Network
		maxLen  int
	}{
		"small":   {complete(t, 20, one), 0},
		"large":   {diamonds(t, 30), 0},
		"bounded": {complete(t, 40, one), 25},
	}
	tests := []struct {
		name   string
		ctx    context.Context
		limits Limits
		visit  func([]int) bool
		count  int // -1: some
		why    string
	}{
		{"count", ctx, Limits{Count: 50}, goOn, 50, "The search stopped after 50 loops: there are more."},
		{"time", ctx, Limits{Time: 20 * time.Millisecond}, goOn, -1, "The search stopped after 20ms: there may be more loops."},
		{"steps", ctx, Limits{Steps: 200_000}, goOn, -1, "The search stopped after 200,000 steps: there may be more loops."},
		{"no time", ctx, Limits{Time: 1}, goOn, 0, "The search stopped after 1ns: there may be more loops."},
		{"cancelled", cancelled, Limits{}, goOn, 0, "The search was cancelled."},
		{"visitor", ctx, Limits{}, func([]int) bool { return false }, 1, "The search was told to stop."},
	}
	for name, network := range networks {
		for _, test := range tests {
			t.Run(name+" "+test.name, func(t *testing.T) {
				test.limits.MaxLen = network.maxLen
				count, truncated, why := network.network.VisitLoops(test.ctx, test.limits, test.visit)
				if count != test.count && (test.count >= 0 || count == 0) || !truncated || why != test.why {
					t.Errorf("got %d loops, truncated %v, %q", count, truncated, why)
				}
			})
		}
	}
}

// How far a search gets must not depend on how fast or how busy the machine is.
func TestStepsStopEverySearchAtTheSameLoop(t *testing.T) {
	visit := func([]int) bool { return true }
	for name, n := range map[string]*Network{"small": complete(t, 20, one), "large": graph(t, "deal200"), "sparse": graph(t, "sf1000_3000")} {
		for _, maxLen := range []int{0, 15} {
			limits := Limits{MaxLen: maxLen, Steps: 3_000_000}
			first, truncated, why := n.VisitLoops(context.Background(), limits, visit)
			if !truncated || why != "The search stopped after 3 million steps: there may be more loops." || first == 0 {
				t.Errorf("%s to %d: got %d loops, truncated %v, %q", name, maxLen, first, truncated, why)
			}
			slowly := 0
			again, _, _ := n.VisitLoops(context.Background(), limits, func([]int) bool {
				slowly++
				if slowly%10_000 == 0 {
					runtime.GC()
				}
				return true
			})
			if again != first {
				t.Errorf("%s to %d: %d loops, then %d", name, maxLen, first, again)
			}
			report, once := FindLoops(context.Background(), n, limits), FindLoops(context.Background(), n, limits)
			if report.Count != once.Count || report.Why != once.Why || !report.Truncated || report.Count > first {
				t.Errorf("%s to %d: the report says %d, %q, then %d, %q", name, maxLen, report.Count, report.Why, once.Count, once.Why)
			}
		}
	}
}

func TestCancellingWhileVisiting(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	visits := 0
	_, truncated, why := complete(t, 20, one).VisitLoops(ctx, Limits{}, func([]int) bool {
		visits++
		cancel()
		return true
	})
	if !truncated || why != "The search was cancelled." || visits > 10_000 {
		t.Errorf("got %d visits, truncated %v, %q", visits, truncated, why)
	}
}

// A chain of companies that pay each other both ways falls apart company by company, and none of the work in
// between finds more than one loop.
func TestLongChainsRespectTheTime(t *testing.T) {
	const size = 100_000
	var rows [][3]int64
	for v := range int64(size - 1) {
		rows = append(rows, [3]int64{v, v + 1, 1}, [3]int64{v + 1, v, 1})
	}
	n := networkOf(t, size, rows)
	for _, maxLen := range []int{0, size / 2} {
		count, truncated, why := n.VisitLoops(context.Background(), Limits{MaxLen: maxLen, Time: 50 * time.Millisecond}, func([]int) bool { return true })
		if !truncated && count != size-1 {
			t.Errorf("to %d: got %d loops, %q", maxLen, count, why)
		}
	}
	if report := FindLoops(context.Background(), n, Limits{MaxLen: 2, Time: time.Minute}); report.Count != size-1 || report.Top[9].Path[0] != 9 {
		t.Errorf("to 2: got %d loops, %q", report.Count, report.Why)
	}
}

func TestAsManyLoopsAsAllowedIsNotTruncated(t *testing.T) {
	for count, want := range map[int]bool{19: true, 20: false, 21: false} {
		report := FindLoops(context.Background(), complete(t, 4, one), Limits{Count: count})
		if report.Truncated != want || report.Count != min(count, 20) || (report.Why != "") != want {
			t.Errorf("at most %d: got %d, truncated %v, %q", count, report.Count, report.Truncated, report.Why)
		}
	}
}

func TestCountStopsShortButBiggestAreExact(t *testing.T) {
	report := FindLoops(context.Background(), complete(t, 12, one), Limits{Count: 5})
	if !report.TopComplete || len(report.Top) != 10 || !strings.HasSuffix(report.Why, "The biggest loops are exact all the same.") {
		t.Errorf("got %d top loops, complete %v, %q", len(report.Top), report.TopComplete, report.Why)
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	report = FindLoops(cancelled, complete(t, 12, one), Limits{})
	if report.TopComplete || !report.Truncated || report.Why != "The search was cancelled." {
		t.Errorf("cancelled: complete %v, truncated %v, %q", report.TopComplete, report.Truncated, report.Why)
	}
}

func TestNetworksWithoutLoops(t *testing.T) {
	chain := networkOf(t, 4, [][3]int64{{0, 1, 5}, {1, 2, 5}, {0, 2, 5}, {2, 3, 5}})
	payingItself := networkOf(t, 2, [][3]int64{{0, 0, 5}, {0, 1, 5}, {1, 1, 5}})
	for name, n := range map[string]*Network{"empty": networkOf(t, 0, nil), "alone": networkOf(t, 1, nil), "chain": chain, "itself": payingItself} {
		for _, maxLen := range []int{-1, 0, 1, 2, 5} {
			report := FindLoops(context.Background(), n, Limits{MaxLen: maxLen})
			if report.Count != 0 || report.Truncated || report.Top != nil || !report.TopComplete || report.Why != "" || n.Components() != nil {
				t.Errorf("%s to %d: got %+v", name, maxLen, report)
			}
		}
	}
	report := FindLoops(context.Background(), complete(t, 4, one), Limits{MaxLen: 1})
	if report.Count != 0 || report.Truncated || report.Top != nil || !report.TopComplete {
		t.Errorf("K4 to 1: got %+v", report)
	}
}

func TestLoopsComeInTheSameOrder(t *testing.T) {
	for _, limits := range []Limits{{}, {MaxLen: 6}} {
		var first []string
		for range 3 {
			var loops []string
			graph(t, "deal200").VisitLoops(context.Background(), Limits{MaxLen: limits.MaxLen, Count: 3000}, func(path []int) bool {
				loops = append(loops, fmt.Sprint(path))
				return true
			})
			if first == nil {
				first = loops
			}
			if !slices.Equal(first, loops) {
				t.Errorf("bounded by %d: another order", limits.MaxLen)
			}
		}
	}
}

func TestComponents(t *testing.T) {
	n := networkOf(t, 8, [][3]int64{
		{6, 2, 1}, {2, 6, 1}, {2, 0, 1}, {0, 1, 1}, {1, 3, 1}, {3, 0, 1}, {3, 4, 1}, {5, 6, 1}, {7, 7, 1},
	})
	if got := fmt.Sprint(n.Components()); got != "[[0 1 3] [2 6]]" {
		t.Errorf("got %s", got)
	}
	var rows [][3]int64
	const size = 200_000
	for v := range int64(size) {
		rows = append(rows, [3]int64{v, (v + 1) % size, 1})
	}
	long := networkOf(t, size, rows)
	if groups := long.Components(); len(groups) != 1 || len(groups[0]) != size {
		t.Errorf("a long ring is not one group")
	}
	report := FindLoops(context.Background(), long, Limits{Time: time.Minute})
	if report.Count != 1 || len(report.Top) != 1 || len(report.Top[0].Path) != size {
		t.Errorf("a long ring has %d loops", report.Count)
	}
}
