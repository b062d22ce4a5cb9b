package progress

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"
)

func TestWorkTellsHowFarItHasCome(t *testing.T) {
	var told []string
	ctx := With(t.Context(), 0, func(r Report) { told = append(told, r.String()) })
	for done := range 600 {
		if err := Step(ctx, done, 600, "rows read"); err != nil {
			t.Fatal(err)
		}
	}
	if len(told) != 3 || told[1] != "256 of 600 rows read" {
		t.Errorf("told %q", told)
	}
}

func TestWorkIsToldNoMoreOftenThanWanted(t *testing.T) {
	told := 0
	ctx := With(t.Context(), time.Hour, func(Report) { told++ })
	for done := range 10 * stride {
		if err := Step(ctx, done, 0, "rows"); err != nil {
			t.Fatal(err)
		}
	}
	if told != 0 {
		t.Errorf("told %d times within a moment", told)
	}
}

func TestWorkCanBeCalledOff(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	if err := Step(ctx, 0, 1, "rows"); err != nil {
		t.Errorf("work without anybody to tell: %v", err)
	}
	cancel()
	if err := Step(ctx, 0, 1, "rows"); !errors.Is(err, context.Canceled) {
		t.Errorf("a step of work that was called off: %v", err)
	}
}

// TestTheShareOfWorkInParts grows from part to part.
func TestTheShareOfWorkInParts(t *testing.T) {
	var shares []float64
	ctx := With(t.Context(), 0, func(r Report) { shares = append(shares, r.Share()) })
	for part := range 2 {
		for done := range 512 {
			if err := Step(Part(ctx, part, 2), done, 512, "rows"); err != nil {
				t.Fatal(err)
			}
		}
	}
	if want := []float64{0, 0.25, 0.5, 0.75}; !slices.Equal(shares, want) {
		t.Errorf("got %v, want %v", shares, want)
	}
}
