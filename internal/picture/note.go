package picture

import (
	"math"

	"roundtrip/internal/layout"
)

// pin places a note. It is shown in any case: on empty canvas beside its line, or further away with a leader; where there
// is none, as an amount is; and where nothing is free, on the middle of its line.
func (p *placer) pin(pin Pin) {
	label := Label{Size: amountSize * p.factor, Lines: pin.Lines, Bold: true, Leg: pin.Leg, Disc: -1, Ink: InkMark}
	size := p.noteSize(&label, pin)
	label.Box = around(pin.At, size)
	for i := range p.scene.Arrows {
		arrow := &p.scene.Arrows[i]
		if arrow.Leg != pin.Leg {
			continue
		}
		found, ok := p.noteSpot(arrow, int32(i), size, 0)
		if !ok {
			found, ok = p.noteSpot(arrow, int32(i), size, onFaded)
		}
		if !ok {
			found, ok = p.noteAround(arrow, int32(i), size)
		}
		if !ok {
			found, ok = p.spotFor(arrow, int32(i), wording{size: size})
		}
		if ok {
			label.Box, label.Led, label.Leader = found.box, found.led, found.leader
		}
		p.attach(&label, arrow)
	}
	p.pinned[pin.Leg] = pin.Alone
	p.keep(label)
}

// noteSize returns the size of a note with its ground, and gives it room for numbers where it stands for its leg's amount.
// Its first line stays in the middle, with numbers behind it or not.
func (p *placer) noteSize(label *Label, pin Pin) layout.Size {
	size := blockSize(label.Lines, label.Bold, label.Size)
	if arrow, ok := p.scene.Arrow(pin.Leg); ok && pin.Alone {
		label.room, label.numbers = arrow.sources.room(mostRaised, label.Bold, label.Size), mostRaised
		size.Width = max(size.Width, textWidth(label.Lines[0], label.Bold, label.Size)+2*label.room)
	}
	return layout.Size{Width: size.Width + 14*p.factor, Height: size.Height + 9*p.factor}
}

// noteSteps are how far away from its line a note may stand, in heights of its letters: a note must be told, so it may
// stand further away than an amount.
var noteSteps = [...]float64{0, 1.2, 2.2, 3.4, 4.8, 6.5, 9, 12, 16}

// onLine is what it costs a note to cover a leg that is faded.
const onLine = 8.0

// overLit is what it costs the leader of a note to cross another leg that is lit.
const overLit = 8.0

// noteSpot returns the best place for a note where it covers no label, nothing that is lit and no company, or only
// faded ones where that has a cost. It is in sight when all is.
func (p *placer) noteSpot(arrow *Arrow, own int32, size layout.Size, covering float64) (found spot, ok bool) {
	return p.aside(arrow, wording{size: size}, noteSteps[:], 3, func(place spot) (float64, bool) { return p.noteWorth(place, own, covering) })
}

// noteWorth returns what a place for a note is worth in all, less is better, and whether it will do.
func (p *placer) noteWorth(place spot, own int32, covering float64) (worth float64, clear bool) {
	free := func(box Rect) bool { return p.free(box, -1, 0) }
	if covering > 0 {
		free = func(box Rect) bool { return p.freeOfSeen(box, -1) }
	}
	if !free(place.box) || !p.inWhole(place.box) || p.lines.litBut(place.box.grown(2*p.factor), -1) {
		return 0, false
	}
	worth = place.worth + covering + onLine*p.lines.under(place.box, -1, false)/place.box.Size().Height
	crosses := 0.0
	for _, box := range leaderBoxes(place.leader, p.factor) {
		if !free(box) || p.near(box.grown(leaderRoom/2*p.factor), true) > 0 {
			return 0, false
		}
		if p.lines.litBut(box, own) {
			crosses = overLit
		}
	}
	return worth + crosses, true
}

// noteAround returns the best place for a note anywhere around the middle of its line, over faded companies too.
func (p *placer) noteAround(arrow *Arrow, own int32, size layout.Size) (found spot, ok bool) {
	best := math.Inf(1)
	for _, t := range []float64{0.5, 0.35, 0.65} {
		at := arrow.Curve.At(t)
		for angle := range 2 * ledAngles {
			sin, cos := math.Sincos(math.Pi * float64(angle) / ledAngles)
			for step := 2.0; step < 24 && step < best; step++ {
				off := step*amountSize*p.factor + min(size.Width/2/max(math.Abs(cos), 1e-9), size.Height/2/max(math.Abs(sin), 1e-9))
				place := spot{box: around(plus(at, layout.Point{X: off * cos, Y: off * sin}), size), led: true, worth: step}
				place.leader = [2]layout.Point{at, place.box.nearest(at)}
				if worth, clear := p.noteWorth(place, own, onFaded); clear && worth < best {
					best, found, ok = worth, place, true
				}
			}
		}
	}
	return found, ok
}
