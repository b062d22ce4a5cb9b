// Package progress lets long work say how far it has come, and be called off, both through its context. It shows
// nothing itself.
package progress

import (
	"context"
	"time"

	"roundtrip/internal/deal"
)

// Report is how far work has come.
type Report struct {
	Done, Of int
	What     string // what is counted, and what has become of it: "rows read"

	part, parts int // of the work in parts, the one that this is, from 0, and how many there are
}

// Share returns how much of all the work is done, from 0 to 1: of work in parts each counts the same.
func (r Report) Share() float64 {
	return (float64(r.part) + float64(r.Done)/float64(max(r.Of, 1))) / float64(max(r.parts, 1))
}

// String writes the report for a reader: 12,000 of 160,000 rows read.
func (r Report) String() string { return deal.Count(r.Done) + " of " + deal.Count(r.Of) + " " + r.What }

// stride is how many steps are made between two looks at the clock.
const stride = 256

// teller is who wants to be told, and when it was last.
type teller struct {
	tell  func(Report)
	every time.Duration
	last  time.Time
}

type key struct{}

// partKey is what a part of the work is kept by.
type partKey struct{}

// Part returns the context for one part of work that is done in several, counted from 0.
func Part(ctx context.Context, part, parts int) context.Context {
	return context.WithValue(ctx, partKey{}, Report{part: part, parts: parts})
}

// Stopped returns the context's error once the work is called off, which the work is to end with. As Step it looks only now
// and then, by how many are done, and tells nobody.
func Stopped(ctx context.Context, done int) error {
	if done%stride != 0 {
		return nil
	}
	return ctx.Err()
}

// With returns a context whose work tells how far it has come: at most once in so long a time, on the goroutine of the
// work. One piece of work at a time may use it.
func With(ctx context.Context, every time.Duration, tell func(Report)) context.Context {
	return context.WithValue(ctx, key{}, &teller{tell: tell, every: every, last: time.Now()})
}

// Step says that so many of all are done. It returns the context's error once the work is called off, which the work is to
// end with. It is cheap enough to be called for every row.
func Step(ctx context.Context, done, of int, what string) error {
	if done%stride != 0 {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	told, ok := ctx.Value(key{}).(*teller)
	if !ok {
		return nil
	}
	if now := time.Now(); now.Sub(told.last) >= told.every {
		told.last = now
		report, _ := ctx.Value(partKey{}).(Report)
		report.Done, report.Of, report.What = done, of, what
		told.tell(report)
	}
	return nil
}
