package picture

import (
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// Lifted is some companies taken out of a scene, to be drawn anywhere else with all their legs.
type Lifted struct {
	scene     *Scene
	in        Input
	companies []bool          // of every company of the network, whether it is lifted
	around    []bool          // whether it is lifted or at the other end of a lifted leg
	ring      map[[2]int]bool // payer and payee of the legs of the lit loop, and of those the other way, when it goes through one of them
	arrows    map[deal.LegID]int
	staying   map[deal.CompanyID][]legEnd // at the companies at the other ends, those of legs that are not lifted
}

// Lift takes companies out of the scene, which must have been built from the input. The rest is as it was, with the
// names and amounts that the scene has at the zoom, but for those of the companies and their legs.
func (s *Scene) Lift(in Input, ids []deal.CompanyID, zoom float64) (rest *Scene, lifted *Lifted) {
	lifted = &Lifted{
		scene: s, in: in, arrows: make(map[deal.LegID]int, len(s.Arrows)),
		companies: make([]bool, len(in.Network.Companies)), around: make([]bool, len(in.Network.Companies)),
	}
	for i := range in.Network.Companies {
		lifted.companies[i] = slices.Contains(ids, in.Network.Companies[i].ID)
		lifted.around[i] = lifted.companies[i]
	}
	lifted.ring = lifted.ringLegs()
	for i := range in.Network.Flows {
		payer, payee := in.Network.Flows[i].Payer, in.Network.Flows[i].Payee
		if lifted.takes(payer, payee) {
			lifted.around[payer], lifted.around[payee] = true, true
		}
	}
	for i := range s.Arrows {
		lifted.arrows[s.Arrows[i].Leg] = i
	}
	lifted.stay()
	return lifted.without(zoom), lifted
}

// ringLegs returns between whom the legs of the lit loop run when a company of it is lifted: all of them open again then,
// so that they stay a ring wherever the company goes.
func (l *Lifted) ringLegs() map[[2]int]bool {
	if !l.scene.loop {
		return nil
	}
	legs, through := make(map[[2]int]bool), false
	for _, at := range (&builder{Input: l.in}).loopFlows() {
		payer, payee := l.in.Network.Flows[at].Payer, l.in.Network.Flows[at].Payee
		legs[[2]int{payer, payee}], legs[[2]int{payee, payer}] = true, true
		through = through || l.companies[payer]
	}
	if !through {
		return nil
	}
	return legs
}

// takes reports whether the legs from a payer to a payee are lifted.
func (l *Lifted) takes(payer, payee int) bool {
	return l.companies[payer] || l.companies[payee] || l.ring[[2]int{payer, payee}]
}

// stay notes the ends of legs that stay, at the companies that what is lifted has legs to.
func (l *Lifted) stay() {
	l.staying = make(map[deal.CompanyID][]legEnd)
	for i := range l.scene.ends {
		disc := &l.scene.Discs[i]
		if l.companies[disc.Index] || !l.around[disc.Index] {
			continue
		}
		for _, end := range l.scene.ends[i] {
			if a := &l.scene.Arrows[l.arrows[end.leg]]; !l.takes(a.Payer, a.Payee) {
				end.arrow, end.angle, end.room = -1, end.was, 1
				l.staying[disc.Company] = append(l.staying[disc.Company], end)
			}
		}
	}
}

// without returns the scene without what is lifted.
func (l *Lifted) without(zoom float64) *Scene {
	s := l.scene
	rest := &Scene{
		Legend: s.Legend, explained: s.explained, Bounds: s.Bounds, shapes: s.shapes, usually: s.usually, loop: s.loop, ring: s.ring, partOf: s,
		placed: make(map[int][]Label), Rows: s.Rows,
	}
	discAt := make([]int, len(s.Discs))
	for i := range s.Discs {
		discAt[i] = -1
		if !l.companies[s.Discs[i].Index] {
			discAt[i] = len(rest.Discs)
			rest.Discs = append(rest.Discs, s.Discs[i])
		}
	}
	stays := make(map[deal.LegID]bool, len(s.Arrows))
	for _, arrow := range s.Arrows {
		if !l.takes(arrow.Payer, arrow.Payee) {
			stays[arrow.Leg] = true
			arrow.payerDisc, arrow.payeeDisc = discAt[arrow.payerDisc], discAt[arrow.payeeDisc]
			rest.Arrows = append(rest.Arrows, arrow)
		}
	}
	for _, ghost := range s.Ghosts {
		if !l.takes(ghost.payer, ghost.payee) {
			rest.Ghosts = append(rest.Ghosts, ghost)
		}
	}
	rest.seen = s.seen.without(s, stays, discAt)
	labels := []Label{}
	for _, label := range s.Labels(zoom) {
		if label.Disc >= 0 {
			if discAt[label.Disc] < 0 {
				continue
			}
			label.Disc = discAt[label.Disc]
		} else if !stays[label.Leg] && label.Ink != InkRow {
			continue
		}
		labels = append(labels, label)
	}
	rest.placed[rest.level(zoom)] = labels
	return rest
}

// mostInHaste is up to how many legs of what is lifted have their amounts: finding room for more takes longer than
// the hand waits.
const mostInHaste = 12

// At returns a scene of the lifted companies alone, at other places: with their legs, and with the companies at the
// other ends, which have no names unless inside, since those stand in the rest of the scene. Companies that are not
// given a place stand where they stood.
func (l *Lifted) At(places map[deal.CompanyID]layout.Point) *Scene {
	in := l.in
	in.Places = slices.Clone(l.in.Places)
	for i := range in.Network.Companies {
		if place, ok := places[in.Network.Companies[i].ID]; ok {
			in.Places[i] = place
		}
	}
	b := newBuilder(in)
	b.lifted, b.scene.partOf = l, l.scene
	b.discAt = make([]int, len(b.places))
	for i := range b.discAt {
		b.discAt[i] = -1
	}
	// What the hand holds is drawn last, over the companies that it passes.
	for _, held := range []bool{false, true} {
		for _, disc := range l.scene.Discs {
			if !l.around[disc.Index] || l.companies[disc.Index] != held {
				continue
			}
			disc.Centre, disc.unnamed = b.places[disc.Index], !held
			b.discAt[disc.Index] = len(b.scene.Discs)
			b.scene.Discs = append(b.scene.Discs, disc)
		}
	}
	b.staying = l.staying
	b.addArrows()
	for i := range b.scene.Arrows {
		arrow := &b.scene.Arrows[i]
		was := &l.scene.Arrows[l.arrows[arrow.Leg]]
		arrow.Loop, arrow.Glow, arrow.Smallest, arrow.Emphasis = was.Loop, was.Glow, was.Smallest, was.Emphasis
		arrow.main = was.main
	}
	b.scene.loop = l.scene.loop
	if b.scene.loop {
		b.openRing(b.loopFlows())
	}
	for _, pin := range l.scene.Pins {
		if arrow, ok := b.scene.Arrow(pin.Leg); ok {
			pin.At = arrow.Curve.At(0.5)
			b.scene.Pins = append(b.scene.Pins, pin)
		}
	}
	b.scene.hasty = len(b.scene.Arrows) > mostInHaste
	b.order()
	b.scene.shapes = b.extent()
	b.scene.Bounds, b.scene.usually = b.scene.shapes, b.scene.shapes
	return b.scene
}
