package picture

import (
	"slices"

	"roundtrip/internal/layout"
)

// Names stand where they stand while nothing is selected: whoever goes through loops one by one finds every company where it
// was, under the same name. What is lit may take another place; what is faded and has lost its own is not named.

// steady is where names stand while nothing is selected, at one level of detail.
type steady struct {
	names map[int]Label // by position in Scene.Discs
	whole Rect          // of discs, arrows and names then: what is seen when all of it is
}

// steadyNames returns where names would stand were nothing lit, or nil where nothing is.
func (s *Scene) steadyNames(factor float64) *steady {
	if !s.selects() {
		return nil
	}
	p := newPlacer(s.unlit(), factor)
	names := p.scene.namesInOrder(p.crowded())
	for rank, at := range names {
		p.name(at, rank)
	}
	p.makeRoom(names)
	found := &steady{names: make(map[int]Label, len(p.labels)), whole: p.scene.shapes}
	for _, label := range p.labels {
		found.names[label.Disc] = label
		found.whole = found.whole.union(label.Box)
	}
	return found
}

// selects reports whether the scene is about anything that is selected.
func (s *Scene) selects() bool {
	stands := func(e Emphasis) bool { return e != Plain }
	return slices.ContainsFunc(s.Discs, func(disc Disc) bool { return stands(disc.Emphasis) }) ||
		slices.ContainsFunc(s.Arrows, func(arrow Arrow) bool { return stands(arrow.Emphasis) })
}

// unlit returns companies and legs as they are while nothing is selected.
func (s *Scene) unlit() *Scene {
	plain := &Scene{Discs: slices.Clone(s.Discs), Arrows: slices.Clone(s.Arrows), seen: s.seen, shapes: nowhere()}
	for i := range plain.Discs {
		disc := &plain.Discs[i]
		disc.Emphasis, disc.Selected, disc.badgesAt = Plain, false, disc.unlitAt
		plain.shapes = plain.shapes.union(disc.extent())
	}
	for i := range plain.Arrows {
		arrow := &plain.Arrows[i]
		*arrow = arrow.usually()
		arrow.Emphasis = Plain
		plain.shapes = plain.shapes.union(alongside(arrow.Curve, arrow.Width))
	}
	plain.Bounds = s.usually
	return plain
}

// usualWay is where an arrow runs while its loop is not selected.
type usualWay struct {
	curve, shaft layout.Curve
	head         [3]layout.Point
}

// usually returns the arrow as it runs while its loop is not selected.
func (a Arrow) usually() Arrow {
	if a.usual != (usualWay{}) {
		a.Curve, a.Shaft, a.Head, a.usual = a.usual.curve, a.usual.shaft, a.usual.head, usualWay{}
	}
	return a
}

// usualCurve returns where the arrow runs while nothing is selected.
func (a *Arrow) usualCurve() layout.Curve {
	return a.usually().Curve
}

func (a *Arrow) seenCurve() layout.Curve { return a.Curve }

// keepSteady takes in the names that can stay where they stand while nothing is selected, and returns the rest.
func (p *placer) keepSteady(names []int) (rest []int) {
	if p.steady == nil {
		return names
	}
	for _, at := range names {
		label, ok := p.steady.names[at]
		if !ok || !p.stays(&label) {
			rest = append(rest, at)
			continue
		}
		label.Faded = p.scene.Discs[at].Emphasis == Faded
		p.keep(label)
	}
	return rest
}

// stays reports whether a name can stay where it stands while nothing is selected: no other label takes its room and
// nothing that is lit lies on it. That of a company that is lit looks for room for all of it, and among many companies for
// room beside it.
func (p *placer) stays(label *Label) bool {
	disc := &p.drawn[label.Disc]
	if label.Inside && disc.Emphasis != Faded {
		return true
	}
	if p.standsOut(disc) && (label.Led && p.crowded() || !label.whole(disc.Name)) || disc.Emphasis != Faded && p.lines.onGlow(label.Box) {
		return false
	}
	if !p.untaken(label.Box) || p.underLit(disc, label.Box) || !label.Inside && disc.Selected && disc.touches(label.Box, selectedRim) {
		return false
	}
	return !label.Led || !slices.ContainsFunc(leaderBoxes(label.Leader, p.factor), func(box Rect) bool { return !p.untaken(box) })
}

// underLit reports whether a company's name in the box would lie on a leg that is lit, and that of a company of a loop
// among its legs; that of a faded company not under a company that is not, either.
func (p *placer) underLit(disc *Disc, box Rect) bool {
	switch {
	case p.steady == nil:
		return false
	case p.lines.litBut(box.grown(p.factor), -1):
		return true
	case disc.Emphasis == Faded:
		return p.lines.onGlow(box) || p.onSeen(box)
	}
	return disc.Emphasis == Lit && p.ringed(box)
}

// untaken reports whether the box covers no label.
func (p *placer) untaken(box Rect) bool {
	taken := false
	room := box.grown(p.factor)
	p.grid.each(room, func(square int) {
		for _, at := range p.boxes[square] {
			taken = taken || p.taken[at].box.Overlaps(room)
		}
	})
	return !taken
}

// onSeen reports whether the box covers a company that is not faded.
func (p *placer) onSeen(box Rect) bool {
	covers := false
	p.grid.each(box, func(square int) {
		for _, at := range p.discs[square] {
			disc := &p.drawn[at]
			covers = covers || disc.Emphasis != Faded && disc.touches(box, 0)
		}
	})
	return covers
}

// ringed reports whether the middle of the box lies in the ring of the loop that is selected.
func (p *placer) ringed(box Rect) bool {
	return len(p.scene.ring.around) > 0 && p.scene.ring.winding(box.Middle()) != 0
}

// inWhole reports whether the box lies in what is seen when all of the picture is, and a margin of it.
func (p *placer) inWhole(box Rect) bool {
	if p.steady == nil {
		return true
	}
	whole := p.steady.whole.grown(wholeMargin * p.factor)
	return whole.with(box.Low).with(box.High) == whole
}

// wholeMargin is how far beyond all that is seen while nothing is selected labels may reach, in canvas units: Fit leaves
// more.
const wholeMargin = 10.0
