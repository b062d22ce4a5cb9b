package picture

import (
	"cmp"
	"slices"
)

// Names are placed one after the other, and the first ones know nothing of those that follow. Where the name of a company had to
// be cut, another one beside it makes room for it if both together then stand better.

const (
	// lostWords is what it costs a name to be cut, lostName to be only the first letters of its words, or small, and noName not to
	// be there.
	lostWords, lostName, noName = 9.0, 24.0, 48.0
	// roomReach is how far from a company the names stand that make room for its own, in heights of letters, and mostAsked how
	// many of them are asked for it.
	roomReach, mostAsked = 6.0, 8
)

// makeRoom looks again for places of names that had to be cut, each together with the place of another name beside it.
func (p *placer) makeRoom(names []int) {
	if p.scene.large() {
		return
	}
	for rank, at := range names {
		if rank >= p.namedUpTo(&p.drawn[at]) {
			return
		}
		if p.drawn[at].unnamed || p.lost(at) == 0 {
			continue
		}
		for _, other := range p.namesBeside(at) {
			if p.trade(names, rank, slices.Index(names, other)); p.lost(at) == 0 {
				break
			}
		}
	}
}

// namesBeside returns the companies whose names stand beside a company, or lead past it, the nearest first.
func (p *placer) namesBeside(at int) []int {
	disc, away := &p.drawn[at], make(map[int]float64)
	var list []int
	for i := range p.labels {
		label := &p.labels[i]
		gap := label.Box.near(disc.Centre) - disc.Radius
		if label.Led {
			gap = min(gap, nearSegment(disc.Centre, label.Leader[0], label.Leader[1])-disc.Radius)
		}
		if label.Disc != at && !label.Inside && gap < roomReach*nameSize*p.factor {
			list = append(list, label.Disc)
			away[label.Disc] = gap
		}
	}
	slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(away[a], away[b]) })
	return list[:min(len(list), mostAsked)]
}

// trade places the name of one rank anew and then that of another one. Both stay where the first is not longer then, the other
// shorter, both together stand worse, or all that is shown is larger.
func (p *placer) trade(names []int, rank, other int) {
	labels, extent, whole := p.labels, p.extent, p.whole()
	cut, lost := p.lost(names[rank]), p.lost(names[other])
	before := p.standing(names[rank]) + p.standing(names[other])
	p.keepOnly(slices.DeleteFunc(slices.Clone(labels), func(label Label) bool {
		return label.Disc == names[rank] || label.Disc == names[other]
	}))
	p.name(names[rank], rank)
	p.name(names[other], other)
	after := p.standing(names[rank]) + p.standing(names[other])
	if p.lost(names[rank]) >= cut || p.lost(names[other]) > lost || after >= before || !whole.contains(p.whole()) {
		p.keepOnly(labels)
		p.extent = extent
	}
}

// whole returns all that is shown: what is drawn and the labels so far.
func (p *placer) whole() Rect {
	whole := p.scene.shapes
	for i := range p.labels {
		whole = whole.union(p.labels[i].Box)
	}
	return whole
}

// keepOnly takes in labels instead of those so far.
func (p *placer) keepOnly(labels []Label) {
	p.labels, p.taken = nil, p.taken[:0]
	for square := range p.boxes {
		p.boxes[square] = p.boxes[square][:0]
	}
	for _, label := range labels {
		p.keep(label)
	}
}

// labelOf returns the name of a company, nil where it has none.
func (p *placer) labelOf(at int) *Label {
	for i := range p.labels {
		if p.labels[i].Disc == at {
			return &p.labels[i]
		}
	}
	return nil
}

// lost returns what it costs the name of a company that a part of it is not there.
func (p *placer) lost(at int) float64 {
	label, disc := p.labelOf(at), &p.drawn[at]
	switch {
	case label == nil:
		return noName
	case label.Size < nameSize*p.factor || label.Lines[0] == disc.letters:
		return lostName
	case !label.whole(disc.Name):
		return lostWords
	}
	return 0
}

// standing returns how bad the name of a company stands as it is.
func (p *placer) standing(at int) float64 {
	label, worth := p.labelOf(at), p.lost(at)
	if label == nil || label.Inside {
		return worth
	}
	s := naming{placer: p, disc: &p.drawn[at], at: at, label: *label}
	worth += s.onLines(label.Box) + stacked*float64(p.near(s.apartFromNames(label.Box), false)-1)
	if !label.Led {
		if p.strays(label.Box, at, ownName) < 0 {
			worth += astray
		}
		return worth
	}
	worth += ledCost
	for _, piece := range leaderBoxes(label.Leader, p.factor) {
		if p.lines.covers(piece, -1) {
			worth += overLeg
		}
	}
	return worth
}
