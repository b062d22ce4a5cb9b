package network

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"testing"
	"time"
)

// graph reads one of the graphs in testdata, with amounts drawn from a log-normal distribution: the median is
// a billion, and one in six is above 4.5 billion.
func graph(t testing.TB, name string) *Network {
	t.Helper()
	file, err := os.Open("testdata/graphs/loops-" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var companies, count int
	if _, err := fmt.Fscan(file, &companies, &count); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	rows := make([][3]int64, count)
	for i := range rows {
		if _, err := fmt.Fscan(file, &rows[i][0], &rows[i][1]); err != nil {
			t.Fatal(err)
		}
		rows[i][2] = int64(1e11 * math.Exp(1.5*random.NormFloat64()))
	}
	return networkOf(t, companies, rows)
}

// complete returns companies that all pay each other; amount gives the cents of each flow.
func complete(t testing.TB, companies int, amount func() int64) *Network {
	var rows [][3]int64
	for v := range companies {
		for w := range companies {
			if v != w {
				rows = append(rows, [3]int64{int64(v), int64(w), amount()})
			}
		}
	}
	return networkOf(t, companies, rows)
}

// diamonds returns a chain of diamonds, each a choice between two ways on, whose end pays its beginning, so
// that every loop has 3 companies a diamond and one more, and there are 2 to the power of their number.
func diamonds(t testing.TB, count int) *Network {
	var rows [][3]int64
	for v := int64(0); v < int64(3*count); v += 3 {
		rows = append(rows, [3]int64{v, v + 1, 5}, [3]int64{v, v + 2, 5}, [3]int64{v + 1, v + 3, 5}, [3]int64{v + 2, v + 3, 5})
	}
	return networkOf(t, 3*count+1, append(rows, [3]int64{int64(3 * count), 0, 5}))
}

func one() int64 { return 1 }

func TestLoopsOfCompleteNetworks(t *testing.T) {
	for companies, want := range []int{0, 0, 1, 5, 20, 84, 409, 2365, 16064, 125664, 1112073} {
		n := complete(t, companies, one)
		count, truncated, why := n.VisitLoops(context.Background(), Limits{Time: time.Minute}, func([]int) bool { return true })
		if count != want || truncated {
			t.Errorf("K%d: got %d loops (%s), want %d", companies, count, why, want)
		}
	}
	report := FindLoops(context.Background(), complete(t, 5, one), Limits{})
	if fmt.Sprint(report.ByLength) != "[0 0 10 20 30 24]" {
		t.Errorf("K5 by length: got %v", report.ByLength)
	}
}

func TestLoopsOfGraphs(t *testing.T) {
	tests := map[string]struct {
		graph  string
		maxLen int
		want   int
	}{
		"deal20":         {"deal20", 0, 73},
		"deal60":         {"deal60", 0, 11517},
		"star3x40":       {"star3x40", 0, 4922},
		"er100_180":      {"er100_180", 0, 15403},
		"own10k_25k":     {"own10k_25k", 0, 67549},
		"deal200 to 6":   {"deal200", 6, 9987},
		"deal200 to 8":   {"deal200", 8, 129490},
		"sf1000 to 6":    {"sf1000_3000", 6, 3618},
		"sf1000 to 8":    {"sf1000_3000", 8, 53016},
		"diamond20":      {"diamond20", 40, 0},
		"trap20":         {"trap20", 0, 13 + 1<<20},
		"trap20 to 40":   {"trap20", 40, 13},
		"star3x40 by 42": {"star3x40", 42, 4922},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			limits := Limits{MaxLen: test.maxLen, Time: time.Minute}
			report := FindLoops(context.Background(), graph(t, test.graph), limits)
			if report.Count != test.want || report.Truncated || !report.TopComplete {
				t.Errorf("got %d loops (truncated %v %q, top complete %v), want %d",
					report.Count, report.Truncated, report.Why, report.TopComplete, test.want)
			}
		})
	}
}
