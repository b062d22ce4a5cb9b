package picture

import (
	"slices"

	"roundtrip/internal/layout"
)

// raise returns the labels with the numbers beside them: behind the first line, before it or above it, where there is
// room: on no leg, arrowhead, label or company. No label moves for them, so that a picture with numbers has the amounts
// where one without has them.
func (s *Scene) raise(plain []Label) []Label {
	labels := slices.Clone(plain)
	r := raising{scene: s, labels: labels}
	for i := range labels {
		label := &labels[i]
		raised := s.raised[label.Leg]
		if raised == "" || label.Leg == 0 {
			continue
		}
		if label.Ink == InkMark {
			label.Raised = raised // its ground grows by their room
			wider := raisedWidth(raised, label.Bold, label.Size) / 2
			label.Box.Low.X -= wider
			label.Box.High.X += wider
			continue
		}
		r.place(label, raised)
	}
	return labels
}

// raising is the search for the places of raised figures.
type raising struct {
	scene  *Scene
	labels []Label
	taken  []Rect // by figures
}

// place gives a label its figures at the best place that is free, or none.
func (r *raising) place(label *Label, raised string) {
	label.Raised = raised
	for _, at := range label.raisedPlaces() {
		label.raisedAt = at
		if box := label.raisedBox(); r.free(label, box) {
			r.taken = append(r.taken, box)
			return
		}
	}
	label.Raised = ""
}

// raisedPlaces returns where the left end of the figures of a label may stand, from the middle of its box, the best first:
// behind the first line, before it, and both a little higher; then above the line.
func (l *Label) raisedPlaces() []layout.Point {
	half := textWidth(l.Lines[0], l.Bold, l.Size)/2 + raisedGap*l.Size
	width := raisedWidth(l.Raised, l.Bold, l.Size) - raisedGap*l.Size
	top := -blockSize(l.Lines, l.Bold, l.Size).Height/2 - raisedOver*l.Size
	higher, above := top-0.25*l.Size, top-0.5*l.Size
	inner := half - raisedGap*l.Size
	return []layout.Point{
		{X: half, Y: top}, {X: -half - width, Y: top}, {X: half, Y: higher}, {X: -half - width, Y: higher},
		{X: inner - width, Y: above}, {X: -inner, Y: above}, {X: -width / 2, Y: above},
	}
}

// raisedBox returns where the raised figures of a label stand.
func (l *Label) raisedBox() Rect {
	low := plus(l.Box.Middle(), l.raisedAt)
	width := raisedWidth(l.Raised, l.Bold, l.Size) - raisedGap*l.Size
	return Rect{Low: low, High: plus(low, layout.Point{X: width, Y: raisedHigh * l.Size})}
}

// ground returns the rectangle in which a label that stands on its line interrupts it.
func (l *Label) ground() Rect {
	if l.Raised == "" {
		return l.Box
	}
	return l.Box.union(l.raisedBox())
}

// free reports whether the figures of a label in the box cover nothing, but for the line that the label interrupts.
func (r *raising) free(own *Label, box Rect) bool {
	for i := range r.labels {
		label := &r.labels[i]
		if label != own && label.Box.Overlaps(box) || label.Led && box.crossedBy(label.Leader[0], label.Leader[1]) {
			return false
		}
	}
	if slices.ContainsFunc(r.taken, box.Overlaps) ||
		slices.ContainsFunc(r.scene.Discs, func(disc Disc) bool { return disc.extent().Overlaps(box) && disc.touches(box, 0) }) {
		return false
	}
	for i := range r.scene.Arrows {
		if a := &r.scene.Arrows[i]; a.covers(box, !own.Cut || own.Leg != a.Leg) {
			return false
		}
	}
	return true
}

// legRoom is the canvas between figures and a leg.
const legRoom = 0.6

// covers reports whether the arrow's head lies in the box, or its line where that counts.
func (a *Arrow) covers(box Rect, line bool) bool {
	if !curveBounds(a.Curve).grown(a.Width + legRoom).Overlaps(box) {
		return false
	}
	for i := range 5 {
		if box.crossedBy(between(a.Head[0], a.Head[2], float64(i)/4), a.Head[1]) {
			return true
		}
	}
	wide, last, pieces := box.grown(a.Width/2+legRoom), a.Shaft.From, steps(a.Shaft, 0.25)
	for i := 1; line && i <= pieces; i++ {
		next := a.Shaft.At(float64(i) / float64(pieces))
		if wide.crossedBy(last, next) {
			return true
		}
		last = next
	}
	return false
}

// The size of raised figures and how far they stand above the line, in sizes of the letters beside them.
const (
	raisedSize = 0.68
	raisedUp   = 0.34
	raisedGap  = 0.08
	raisedHigh = 0.56 // their height, and
	raisedOver = 0.1  // how much of it is above the top of the line
)

// raisedWidth returns the room that raised figures take after a line of the given size.
func raisedWidth(raised string, bold bool, size float64) float64 {
	if raised == "" {
		return 0
	}
	return raisedGap*size + textWidth(raised, bold, raisedSize*size)
}
