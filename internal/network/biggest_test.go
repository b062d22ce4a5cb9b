package network

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// allLoops lists every loop of at most maxLen companies in the order of the biggest ones.
func allLoops(n *Network, maxLen int) []Loop {
	var loops []Loop
	n.VisitLoops(context.Background(), Limits{MaxLen: maxLen, Time: time.Minute}, func(path []int) bool {
		loops = append(loops, n.loop(make([]int, len(path)), path))
		return true
	})
	slices.SortFunc(loops, CompareLoops)
	return loops
}

func sameTop(t *testing.T, what string, got, all []Loop, top int) {
	t.Helper()
	want := all[:min(top, len(all))]
	if !slices.EqualFunc(got, want, func(a, b Loop) bool { return CompareLoops(a, b) == 0 && a.Smallest == b.Smallest }) {
		t.Fatalf("%s: got\n%v, want\n%v", what, got, want)
	}
}

func TestBiggestLoopsAreThoseOfTheFullList(t *testing.T) {
	for seed := range uint64(3000) {
		n := randomNetwork(t, seed, 12, 3)
		maxLen := []int{0, 2, 3, 5, 20}[seed%5]
		all := allLoops(n, maxLen)
		for _, top := range []int{1, 2, 7, 10, len(all), len(all) + 3} {
			report := FindLoops(context.Background(), n, Limits{MaxLen: maxLen, Top: top, Time: time.Minute})
			if top == 0 {
				top = defaultTop
			}
			sameTop(t, fmt.Sprintf("seed %d, to %d, top %d", seed, maxLen, top), report.Top, all, top)
		}
	}
}

func TestBiggestLoopsOfGraphs(t *testing.T) {
	for name, maxLen := range map[string]int{"deal20": 0, "deal60": 0, "star3x40": 0, "deal200": 6, "er100_180": 0, "sf1000_3000": 6, "own10k_25k": 0} {
		n := graph(t, name)
		all := allLoops(n, maxLen)
		for _, top := range []int{1, 10, 1000} {
			report := FindLoops(context.Background(), n, Limits{MaxLen: maxLen, Top: top, Time: time.Minute})
			sameTop(t, fmt.Sprintf("%s, top %d", name, top), report.Top, all, top)
		}
	}
}

// Complete networks of 20 and more companies have more loops than could ever be listed.
func TestBiggestLoopsOfWhatCannotBeListed(t *testing.T) {
	limits := Limits{Count: 1000, Time: time.Minute}
	t.Run("all amounts the same", func(t *testing.T) {
		report := FindLoops(context.Background(), complete(t, 30, one), limits)
		for i, loop := range report.Top {
			if !slices.Equal(loop.Path, []int{0, i + 1}) || loop.Money != 1 {
				t.Errorf("top %d is %v", i, loop)
			}
		}
		if len(report.Top) != 10 || !report.TopComplete || !report.Truncated || report.Count != 1000 {
			t.Errorf("got %d top loops of %d, %q", len(report.Top), report.Count, report.Why)
		}
	})
	t.Run("all amounts different", func(t *testing.T) {
		random := rand.New(rand.NewPCG(3, 4))
		n := complete(t, 20, func() int64 { return random.Int64N(1e15) })
		report := FindLoops(context.Background(), n, limits)
		// The loops of the flows above the tenth's money are few enough to list.
		least := report.Top[9].Money
		var above []Flow
		for _, flow := range n.Flows {
			if flow.Money >= least {
				above = append(above, flow)
			}
		}
		part, err := fromFlows(20, above)
		if err != nil {
			t.Fatal(err)
		}
		all := allLoops(part, 0)
		for i, loop := range report.Top {
			if CompareLoops(loop, all[i]) != 0 {
				t.Errorf("top %d: got %v, want %v", i, loop, all[i])
			}
		}
	})
	t.Run("diamonds", func(t *testing.T) {
		report := FindLoops(context.Background(), diamonds(t, 30), limits)
		if len(report.Top) != 10 || !report.TopComplete || report.Count != 1000 {
			t.Fatalf("got %d top loops of %d, %q", len(report.Top), report.Count, report.Why)
		}
		for i, loop := range report.Top {
			// The i-th path takes the second way in the diamonds where i has a bit, the last diamond first.
			var path []int
			for diamond := range 30 {
				path = append(path, 3*diamond, 3*diamond+1+i>>(29-diamond)&1)
			}
			if !slices.Equal(loop.Path, append(path, 90)) {
				t.Errorf("top %d is %v", i, loop.Path)
			}
		}
	})
}

func TestBoundedDiamondsHaveNoLoops(t *testing.T) {
	for _, maxLen := range []int{2, 6, 60} {
		report := FindLoops(context.Background(), diamonds(t, 30), Limits{MaxLen: maxLen, Time: time.Minute})
		if report.Count != 0 || report.Truncated || len(report.Top) != 0 || !report.TopComplete {
			t.Errorf("to %d: got %d loops, %q", maxLen, report.Count, report.Why)
		}
	}
}

func TestBiggestLoopsWithExtremeAmounts(t *testing.T) {
	n := networkOf(t, 3, [][3]int64{{0, 1, math.MaxInt64 / 8}, {1, 0, 0}, {1, 2, math.MaxInt64 / 16}, {2, 0, math.MaxInt64 / 32}})
	report := FindLoops(context.Background(), n, Limits{})
	sameTop(t, "extremes", report.Top, []Loop{
		{Money: math.MaxInt64 / 32, Path: []int{0, 1, 2}, Smallest: 3}, {Money: 0, Path: []int{0, 1}, Smallest: 1},
	}, 2)
}
