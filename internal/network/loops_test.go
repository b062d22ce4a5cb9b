package network

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

// loopsOracle is what an independent implementation says of a network; see the README beside the oracles.
type loopsOracle struct {
	Companies int
	Flows     [][3]int64
	Loops     struct {
		MaxLen   int `json:"max_len"`
		Count    int
		ByLength map[string]int `json:"by_length"`
		Top      []struct {
			Money float64
			Path  []int
		}
	}
}

func TestFindLoopsAgreesWithOracles(t *testing.T) {
	files, err := filepath.Glob("testdata/net-*.json")
	if err != nil || len(files) != 10 {
		t.Fatalf("found %d oracles, error %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var oracle loopsOracle
			if err := json.Unmarshal(text, &oracle); err != nil {
				t.Fatal(err)
			}
			n := networkOf(t, oracle.Companies, oracle.Flows)
			report := FindLoops(context.Background(), n, Limits{MaxLen: oracle.Loops.MaxLen})
			if report.Count != oracle.Loops.Count || report.Truncated || report.Why != "" || !report.TopComplete {
				t.Errorf("got %d loops (truncated %v, %q), want %d", report.Count, report.Truncated, report.Why, oracle.Loops.Count)
			}
			byLength := make(map[string]int)
			for length, count := range report.ByLength {
				if count > 0 {
					byLength[strconv.Itoa(length)] = count
				}
			}
			if len(byLength) != len(oracle.Loops.ByLength) {
				t.Errorf("by length: got %v, want %v", byLength, oracle.Loops.ByLength)
			}
			for length, count := range oracle.Loops.ByLength {
				if byLength[length] != count {
					t.Errorf("of length %s: got %d, want %d", length, byLength[length], count)
				}
			}
			if len(report.Top) != len(oracle.Loops.Top) {
				t.Fatalf("got %d top loops, want %d", len(report.Top), len(oracle.Loops.Top))
			}
			for i, want := range oracle.Loops.Top {
				if got := report.Top[i]; got.Money != int64(want.Money) || !slices.Equal(got.Path, want.Path) {
					t.Errorf("top %d: got %d %v, want %v %v", i, got.Money, got.Path, want.Money, want.Path)
				}
			}
		})
	}
}

// networkOf returns a network of flows given as payer, payee and cents.
func networkOf(t testing.TB, companies int, rows [][3]int64) *Network {
	t.Helper()
	flows := make([]Flow, len(rows))
	for i, row := range rows {
		flows[i] = Flow{Payer: int(row[0]), Payee: int(row[1]), Money: row[2]}
	}
	n, err := fromFlows(companies, flows)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
