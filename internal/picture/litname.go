package picture

import (
	"math"
	"slices"
	"strings"

	"roundtrip/internal/layout"
)

// The names of companies that are lit, or at the other end of a leg that is, come before all that is faded. They keep off
// legs that are lit and their ground, and of a loop out of its ring: first where nothing else is, then where only something
// faded is.

const (
	// onLitLeg is what it costs the name of a company that is not faded to lie on a leg that is lit, or out of sight.
	onLitLeg = 30.0
	// onRing is what it costs the name of a company to stand in the ring of its loop.
	onRing = 6.0
	// onGround is what it costs a name to reach into the ground of a leg that is lit.
	onGround = 2.5
	// onSteady is what it costs the name of a company of a loop to take the place where another name stands otherwise.
	onSteady = 3.0
	// onDot is what it costs the name of a company that is lit to cover one that is faded.
	onDot = 0.8
	// atAnother is what it costs the name of a company that is lit, at the end of a leader, to be nearer to another one that is
	// not faded.
	atAnother = 3.0
	// inPart is what it costs the name of a company that is lit to be cut.
	inPart = 14.0
	// overLit is what it costs the leader of a name to cross a leg that is lit.
	overLit = 8.0
	// onGroundOfMany is which part of its cost a name pays to cover the faded lines of a large network.
	onGroundOfMany = 0.1
)

// mostSought is up to how many companies that stand out have their names looked for far and wide: the names of more of them
// would find no room there either, and take seconds to say so. They are placed like those of companies that are not lit.
const mostSought = 36

// fewNamesLit reports whether no more companies are lit than that, and whether others step back for no more than that: those
// that are lit and those at the other ends of their legs.
func (s *Scene) fewNamesLit() (lit, beside bool) {
	var count [3]int
	for i := range s.Discs {
		if !s.beyond(i) || s.Discs[i].Emphasis == Faded {
			count[s.Discs[i].Emphasis]++
		}
	}
	return count[Lit] <= mostSought, count[Faded] > 0 && count[Lit]+count[Plain] <= mostSought
}

// standsOut reports whether a company is lit, or one of few that others step back for.
func (p *placer) standsOut(disc *Disc) bool {
	return disc.Emphasis == Lit || disc.Emphasis == Plain && p.singled
}

// seeks reports whether a place for the name of a company is looked for far and wide.
func (p *placer) seeks(disc *Disc) bool { return p.sought && p.standsOut(disc) }

// amongLit returns what it costs the name of a company that is not faded to lie on a leg that is lit or its ground, in a
// ring among such legs, or out of sight.
func (s *naming) amongLit(box Rect) float64 {
	if s.steady == nil {
		return 0
	}
	cost := 0.0
	switch {
	case s.placer.lines.litBut(box.grown(s.factor), -1) || !s.inWhole(box):
		cost = onLitLeg
	case s.placer.lines.onGlow(box):
		cost = onGround
	}
	if s.disc.Emphasis == Lit && s.ringed(box) {
		cost += onRing
	}
	for at, label := range s.steady.names {
		if s.scene.Discs[at].Emphasis == Faded && label.Box.Overlaps(box) {
			cost += onSteady
		}
	}
	return cost
}

// onLines returns what it costs the name to cover lines: less those that are faded where the company is lit, and in a large
// network, where they are a pale ground, next to nothing.
func (s *naming) onLines(box Rect) float64 {
	lit := s.standsOut(s.disc)
	cost := 2.5*s.lines.under(box, -1, !lit)/s.label.Size + onHead*float64(s.heads.under(box))
	if lit && s.scene.large() {
		return onGroundOfMany * cost
	}
	return cost
}

// litForms returns the ways to write the name of a company that is lit, the best first.
func (s *naming) litForms() [][]string {
	forms := append(slices.Clone(s.ways[:min(len(s.ways), 2)]), s.disc.inTwo(), []string{s.disc.short(nameWidth)})
	for i := range forms {
		forms[i] = s.disc.named(forms[i]...)
	}
	return forms
}

// outOfRing looks further away for a place for the name of a company of a loop that would lie on a leg of it or in its ring.
func (s *naming) outOfRing(free func(Rect) bool) {
	if s.worth < onRing {
		return
	}
	for _, lines := range s.litForms() {
		s.far(lines, blockSize(lines, true, s.label.Size), s.worth, free)
	}
}

// amidFaded looks for a place for the name of a company that is lit over companies that are faded, beside the company or
// further away with a leader, where there is none so far for all of it off the ring and its legs.
func (s *naming) amidFaded() {
	whole := s.label.Lines != nil && s.label.whole(s.disc.Name)
	if whole && s.worth < onRing {
		return
	}
	if s.label.Lines != nil && !whole {
		s.worth += inPart
	}
	for more, lines := range s.litForms() {
		cost, size := otherLines*float64(more), blockSize(lines, true, s.label.Size)
		if more >= min(len(s.ways), 2) {
			cost += inPart
		}
		for i, box := range s.besideDisc(s.disc, size) {
			if i < furtherOff || i >= furtherOff+2 {
				s.overFaded(lines, box, nil, cost+namePreference[min(i, len(namePreference)-1)])
			}
		}
		for _, step := range farSteps {
			for angle := range 2 * ledAngles {
				sin, cos := math.Sincos(math.Pi * float64(angle) / ledAngles)
				toward := layout.Point{X: cos, Y: sin}
				rim := plus(s.disc.Centre, times(toward, shapeOf(s.disc.Role).rim(toward)*s.disc.Radius))
				off := step*s.label.Size + min(size.Width/2/max(math.Abs(cos), 1e-9), size.Height/2/max(math.Abs(sin), 1e-9))
				box := around(plus(rim, times(toward, off)), size)
				s.overFaded(lines, box, &[2]layout.Point{rim, box.nearest(rim)}, cost+1+step)
			}
		}
	}
}

// overFaded takes a place for the name that covers nothing but what is faded, where it is better than the best so far. A
// leader to it is nil where it needs none.
func (s *naming) overFaded(lines []string, box Rect, leader *[2]layout.Point, worth float64) {
	if worth >= s.worth || !s.freeOfSeen(box, s.at) {
		return
	}
	worth += onDot*float64(s.dots(box)) + s.onLines(box) + s.amongLit(box)
	if s.strays(box, s.at, ownName) < 0 {
		worth += atAnother
	}
	if worth >= s.worth {
		return
	}
	label := s.label
	label.Box, label.Lines, label.Led, label.Leader = box, lines, leader != nil, [2]layout.Point{}
	if leader != nil {
		label.Leader = *leader
		across := 0.0
		for i, piece := range leaderBoxes(*leader, s.factor) {
			if i > 0 && !s.freeOfSeen(piece, s.at) {
				return
			}
			if s.placer.lines.litBut(piece, -1) {
				across = overLit
			}
		}
		worth += across
	}
	if worth < s.worth {
		s.worth, s.label = worth, label
	}
}

// dots returns how many companies that are faded the box covers.
func (p *placer) dots(box Rect) int {
	var found []int32
	p.grid.each(box, func(square int) {
		for _, at := range p.discs[square] {
			if disc := &p.drawn[at]; disc.Emphasis == Faded && disc.touches(box, 0) && !slices.Contains(found, at) {
				found = append(found, at)
			}
		}
	})
	return len(found)
}

// whole reports whether a label has all of a name, or the name is too long for that.
func (l *Label) whole(name string) bool { return l.tellsAll(name) || len(wholeNames(name)) == 0 }

// tellsAll reports whether a label has all of a name.
func (l *Label) tellsAll(name string) bool {
	solid := func(text string) string { return strings.Join(strings.Fields(text), "") }
	return strings.HasPrefix(solid(strings.Join(l.Lines, "")), solid(name))
}
