package network

import (
	"context"
	"fmt"
	"sync"
	"testing"
)

// TestResultsDoNotShareMemory computes one network's measures, then others' in the same memory, also at the same
// time, and looks whether anything of the first has changed.
func TestResultsDoNotShareMemory(t *testing.T) {
	measured := func(companies, flows int) *Measures {
		m, err := Measure(context.Background(), nil, withRanges(dealNetwork(t, companies, flows)), Options{
			Limits: Limits{MaxLen: 6}, Ranges: companies < 30, Samples: 10,
		})
		if err != nil {
			t.Error(err)
		}
		return m
	}
	text := func(m *Measures) string { return fmt.Sprintf("%+v %+v", *m, m.Ranges) }
	first := measured(20, 45)
	want := text(first)
	var group sync.WaitGroup
	for _, size := range [][2]int{{20, 50}, {200, 500}, {25, 60}, {20, 45}} {
		group.Go(func() {
			if m := measured(size[0], size[1]); size[1] == 45 && m != nil && (m.Circulation != first.Circulation || m.Loops.Count != first.Loops.Count) {
				t.Errorf("beside others %d loops and %d going round are measured, alone %d and %d", m.Loops.Count, m.Circulation, first.Loops.Count, first.Circulation)
			}
		})
	}
	group.Wait()
	if got := text(first); got != want {
		t.Errorf("the measures have changed from\n%s\nto\n%s", want, got)
	}
}

func TestWorkspaceHandsOutZeros(t *testing.T) {
	w := new(workspace)
	first := w.int32s(100)
	used := w.mark()
	second := w.int32s(100)
	for i := range second {
		second[i] = 7
	}
	w.release(used)
	third := w.int32s(150) // grows
	fourth := w.int32s(3)
	for i, value := range append(third, fourth...) {
		if value != 0 {
			t.Fatalf("number %d is %d", i, value)
		}
	}
	for i := range third {
		third[i] = 9
	}
	for _, value := range append(first, fourth...) {
		if value != 0 {
			t.Fatal("two pieces overlap")
		}
	}
	w.release(used) // of the chunk before: everything of the new one is free
	if again := w.int32s(1); &again[0] != &third[0] {
		t.Error("memory that was given back is not used again")
	}
}
