package gui

import (
	"context"
	"testing"
	"time"
)

// TestAwaitedWorkIsAppliedOnce whether it is done at once or its result comes late, and never after it was started anew.
func TestAwaitedWorkIsAppliedOnce(t *testing.T) {
	before := beside
	t.Cleanup(func() { beside = before })
	var b background
	got := []string{}
	apply := func(s string) { got = append(got, s) }
	work := func(s string) func(context.Context) string { return func(context.Context) string { return s } }
	beside = func(work func()) { work() }
	startAwaited(&b, time.Hour, work("at once"), apply)
	var waiting []func()
	beside = func(work func()) { waiting = append(waiting, work) }
	startAwaited(&b, 0, work("dropped"), apply)
	startAwaited(&b, 0, work("late"), apply)
	for _, work := range waiting {
		work()
	}
	if len(got) != 2 || got[0] != "at once" || got[1] != "late" {
		t.Errorf("applied was %q", got)
	}
}
