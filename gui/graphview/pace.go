package graphview

import "time"

// pace chooses how often a movement that never ends is drawn, so that it takes no more than mostShare of a core: on
// a graphics card twenty times a second, where the window is painted in software as often as that leaves time for.
// More than twenty would look no calmer.
type pace struct {
	every time.Duration // between two steps; 0 before the first
	used  time.Duration // by the program until the last step
}

const (
	mostShare    = 0.07
	quickestPace = 50 * time.Millisecond
	slowestPace  = 500 * time.Millisecond
)

// step takes note of what the program has used until now, of the processor's time, and sets the time to the next step.
func (p *pace) step(used time.Duration) {
	cost := used - p.used
	first := p.every == 0
	p.used = used
	if first {
		p.every = 2 * quickestPace
		return
	}
	// Other work that falls between two steps slows the movement down for a while and does not stop it.
	wanted := min(max(time.Duration(float64(cost)/mostShare), quickestPace), slowestPace)
	p.every = (3*p.every + wanted) / 4
}
