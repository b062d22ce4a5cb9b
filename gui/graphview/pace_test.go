package graphview

import (
	"testing"
	"time"
)

// TestMovementTakesASmallShareOfACore steps with frames of many costs until the pace has settled.
func TestMovementTakesASmallShareOfACore(t *testing.T) {
	for _, cost := range []time.Duration{0, 200 * time.Microsecond, 2 * time.Millisecond, 10 * time.Millisecond, 18 * time.Millisecond, 34 * time.Millisecond} {
		var p pace
		used := 3 * time.Second
		for range 40 {
			p.step(used)
			used += cost
		}
		if share := cost.Seconds() / p.every.Seconds(); share > 1.01*mostShare {
			t.Errorf("frames of %v every %v take %.1f%% of a core", cost, p.every, 100*share)
		}
		if cost < 3*time.Millisecond && p.every > quickestPace+time.Millisecond {
			t.Errorf("frames of %v are drawn only every %v", cost, p.every)
		}
	}
}

// TestMovementGoesOnAfterOtherWork lets the program be busy between two steps.
func TestMovementGoesOnAfterOtherWork(t *testing.T) {
	var p pace
	used := time.Duration(0)
	for range 20 {
		used += time.Millisecond
		p.step(used)
	}
	p.step(used + 5*time.Second)
	if p.every > slowestPace {
		t.Errorf("after other work a step comes every %v", p.every)
	}
	used += 5 * time.Second
	for range 40 {
		used += time.Millisecond
		p.step(used)
	}
	if p.every > quickestPace+time.Millisecond {
		t.Errorf("long after other work a step comes every %v", p.every)
	}
}

func TestProcessorTimeGrows(t *testing.T) {
	before := processorTime()
	sum := 0
	for i := range 200_000_000 {
		sum += i * i
	}
	if after := processorTime(); after <= before {
		t.Errorf("%v is used before work and %v after it (%d)", before, after, sum&1)
	}
}
