package network

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestMeasuringAgainIsMeasuring measures one network after the other in the same memory, each as often as new.
func TestMeasuringAgainIsMeasuring(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		again := new(Measures)
		for range 4 {
			book, view := drawPresenceBook(t)
			n, err := Build(book, view)
			if err != nil {
				t.Fatal(err)
			}
			options := Options{Limits: Limits{MaxLen: rapid.SampledFrom([]int{0, 2, 3}).Draw(t, "longest")}}
			if err := again.Again(context.Background(), book, n, options); err != nil {
				t.Fatal(err)
			}
			want, err := Measure(context.Background(), book, n, options)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := shown(again), shown(want); got != want {
				t.Fatalf("measured again:\n%s\nmeasured:\n%s", got, want)
			}
			counted := n.bareFlags(book)
			if !slices.EqualFunc(counted, want.Flags, func(bare, flag Flag) bool { return bare.Rule == flag.Rule }) {
				t.Fatalf("counted %v, flags %v", counted, want.Flags)
			}
		}
	})
}

// shown writes everything that is measured, NaN as well.
func shown(m *Measures) string {
	visible := *m
	visible.keep = nil
	return fmt.Sprintf("%+v", visible)
}

// TestMeasuringAgainLeavesOtherMeasuresAlone holds on to measures while others are made again and again.
func TestMeasuringAgainLeavesOtherMeasuresAlone(t *testing.T) {
	held, err := Measure(context.Background(), nil, dealNetwork(t, 30, 70), Options{})
	if err != nil {
		t.Fatal(err)
	}
	before, again := shown(held), new(Measures)
	for size := 10; size < 40; size += 5 {
		if err := again.Again(context.Background(), nil, dealNetwork(t, size, 2*size), Options{}); err != nil {
			t.Fatal(err)
		}
	}
	if after := shown(held); after != before {
		t.Errorf("was\n%s\nis\n%s", before, after)
	}
}
