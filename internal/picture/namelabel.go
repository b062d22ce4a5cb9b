package picture

import (
	"math"

	"roundtrip/internal/layout"
)

// name places a company's name inside its disc where it fits, otherwise beside it: all of it where there is room on one of
// its sides, or further away with a leader, and only then cut.
func (p *placer) name(at, rank int) {
	disc := &p.drawn[at]
	label := Label{Size: nameSize * p.factor, Bold: true, Company: disc.Company, Disc: at}
	// Letters that are larger by the factor are as letters of natural size in a smaller disc.
	if lines, fits := disc.inside(p.factor); fits && !disc.wornOn(around(disc.Centre, blockSize(lines, true, label.Size))) {
		label.Lines, label.Inside = lines, true
		label.Box = around(disc.Centre, blockSize(lines, true, label.Size))
		p.keep(label)
		return
	}
	if disc.unnamed || rank >= p.namedUpTo(disc) {
		return
	}
	s := naming{placer: p, disc: disc, at: at, rank: rank, label: label, worth: p.patience(rank)}
	if p.seeks(disc) {
		s.worth = math.Inf(1)
	}
	onNothing := func(box Rect) bool { return p.free(box, at) }
	s.ways = wholeNames(disc.Name)
	for more, lines := range s.ways {
		s.beside(disc.named(lines...), onNothing, otherLines*float64(more))
	}
	if !p.scene.large() && !disc.unnamed {
		s.led(s.ways[:min(len(s.ways), 2)], s.worth, onNothing)
	}
	if s.steady != nil && p.seeks(disc) {
		s.outOfRing(onNothing)
	}
	if s.label.Lines == nil {
		s.beside(disc.named(disc.inTwo()...), onNothing, 0)
	}
	short := disc.named(disc.short(nameWidth))
	if s.label.Lines == nil {
		s.beside(short, onNothing, 0)
	}
	if s.always() && !p.seeks(disc) && s.worth >= astray {
		for _, lines := range s.ways[:min(len(s.ways), 2)] {
			lines = disc.named(lines...)
			s.far(lines, blockSize(lines, true, label.Size), s.worth, func(box Rect) bool {
				return (rank < fewestNamed || p.scene.shapes.contains(box)) && onNothing(box)
			})
		}
	}
	if s.label.Lines == nil && s.always() && !p.seeks(disc) {
		s.besideOrFar([]string{disc.sign}, onNothing)
	}
	if p.seeks(disc) {
		s.amidFaded()
	}
	if s.label.Lines == nil && !p.scene.large() {
		s.cramped(onNothing)
	}
	if s.last = s.label.Lines == nil && rank < p.toldAtLast(); s.last {
		s.label.Size = label.Size
		for _, form := range []string{disc.short(nameWidth), disc.sign} {
			s.besideOrFar([]string{form}, onNothing)
		}
	}
	if s.label.Lines != nil {
		p.keep(s.label)
	}
}

// naming is the search for the place of a company's name: the best label so far and what it costs.
type naming struct {
	*placer
	disc     *Disc
	at, rank int
	ways     [][]string // to write the name in full
	label    Label
	worth    float64
	last     bool // one of the largest companies has found no place: its leader may be long, and run over small companies
}

// beside looks at the places around the company for lines of its name, which cost something by themselves.
func (s *naming) beside(lines []string, free func(Rect) bool, cost float64) {
	for i, box := range s.besideDisc(s.disc, blockSize(lines, true, s.label.Size)) {
		worth := cost + namePreference[min(i, len(namePreference)-1)] + s.outward(box)
		if worth >= s.worth || !free(box) {
			continue
		}
		worth += s.amongLit(box)
		worth += s.onLines(box) + stacked*float64(s.near(s.apartFromNames(box), false))
		leader := s.leaderTo(box)
		led := distance(leader[0], leader[1]) > unled*s.label.Size
		if !led {
			leader = [2]layout.Point{}
		}
		if !led && worth < s.worth {
			switch nearer := s.strays(box, s.at, ownName); {
			case nearer < 0 && s.crowded() && !s.seeks(s.disc) && !s.always():
				continue
			case nearer < 0:
				worth += astray
			case nearer < ownName && s.disc.Emphasis != Lit:
				worth += inDoubtOf
			}
		}
		if led && worth < s.worth {
			cost, clear := s.leaderCost(leader)
			if worth += cost; !clear {
				continue
			}
		}
		if worth < s.worth {
			s.worth, s.label.Box, s.label.Lines, s.label.Led, s.label.Leader = worth, box, lines, led, leader
		}
	}
}

// apartFromNames returns the box of a name with the room in which another name would read as one with it: half a line above
// and below.
func (s *naming) apartFromNames(box Rect) Rect {
	high := lineHeight * nameSize / 2 * s.factor
	return box.grown(6 * s.factor).union(Rect{Low: layout.Point{X: box.Low.X, Y: box.Low.Y - high}, High: layout.Point{X: box.High.X, Y: box.High.Y + high}})
}

// outward returns what it costs the name that its box reaches out of all that is shown so far: the whole picture is smaller
// for it where all of it is shown.
func (s *naming) outward(box Rect) float64 {
	if s.factor <= 1 || s.disc.Emphasis != Plain || s.extent.Empty() { // letters of natural size make it little larger
		return 0
	}
	was, would := s.extent.Size(), s.extent.union(box).Size()
	return outgrown * (would.Width/was.Width + would.Height/was.Height - 2)
}

// always reports whether the company is named however many there are.
func (s *naming) always() bool { return s.scene.large() && s.rank < alwaysNamed }

// leaderTo returns the leader from the company's rim to its name in the box.
func (s *naming) leaderTo(box Rect) [2]layout.Point {
	way := minus(box.nearest(s.disc.Centre), s.disc.Centre)
	rim := plus(s.disc.Centre, times(unit(way), shapeOf(s.disc.Role).rim(way)*s.disc.Radius))
	return [2]layout.Point{rim, box.nearest(rim)}
}

// ledAngles and ledSteps are where a name with a leader is looked for: the directions around the company, and how far
// away from its rim, in heights of letters.
const ledAngles = 16

var ledSteps = [...]float64{1.4, 2.6, 4}

// led looks for a place further away, on empty canvas, with a leader that runs to it, for ways to write the name.
func (s *naming) led(ways [][]string, limit float64, free func(Rect) bool) {
	if s.label.Lines == nil {
		limit = max(limit, ledPatience)
	}
	for _, lines := range ways {
		lines = s.disc.named(lines...)
		size := blockSize(lines, true, s.label.Size)
		for more, step := range ledSteps {
			worth := ledCost + 0.7*float64(more)
			if worth >= limit {
				break
			}
			for angle := range ledAngles {
				sin, cos := math.Sincos(2 * math.Pi * float64(angle) / ledAngles)
				toward := layout.Point{X: cos, Y: sin}
				rim := plus(s.disc.Centre, times(toward, shapeOf(s.disc.Role).rim(toward)*s.disc.Radius))
				off := step*s.label.Size + min(size.Width/2/max(math.Abs(cos), 1e-9), size.Height/2/max(math.Abs(sin), 1e-9))
				box := around(plus(rim, times(toward, off)), size)
				if !free(box) || s.placer.lines.under(box, -1, true) > 0 || s.heads.under(box) > 0 || s.near(s.apartFromNames(box), false) > 0 {
					continue
				}
				leader := [2]layout.Point{rim, box.nearest(rim)}
				cost, clear := s.leaderCost(leader)
				if try := worth + s.outward(box) + cost + s.amongLit(box); clear && try < limit {
					limit = try
					s.worth, s.label.Box, s.label.Lines, s.label.Led, s.label.Leader = try, box, lines, true, leader
				}
			}
		}
	}
}

// leaderCost returns what it costs a name to have a leader for the legs and arrowheads that it crosses, and whether it is clear
// of other companies, of words and of their leaders.
func (s *naming) leaderCost(leader [2]layout.Point) (cost float64, clear bool) {
	heads := 0
	for i, piece := range leaderBoxes(leader, s.factor) {
		if !s.clearBy(piece, s.at, leaderGround*s.factor, func(disc *Disc) bool { return (i > 0 || disc != s.disc) && !(s.last && disc.Through < s.disc.Through) }) {
			return 0, false
		}
		if s.placer.lines.covers(piece, -1) {
			cost += overLeg
		}
		heads = max(heads, s.heads.under(piece))
	}
	return cost + onHead*float64(heads), true
}

const (
	// overLeg is what it costs a leader of a name that a piece of it lies on a leg.
	overLeg = 1.2
	// onHead is what it costs a name, or its leader, to cover an arrowhead: then nobody sees whom the money goes to.
	onHead = 5.0
	// unled is how far from its company a name may stand without a leader, in heights of letters.
	unled = 0.8
	// otherLines is what it costs a name to be broken in another way than the best.
	otherLines = 0.4
	// ledCost is what it costs a name to stand away from its company with a leader: more than to cover a thin leg, less
	// than to cover two. ledPatience is how bad such a place may be where there is no other.
	ledCost, ledPatience = 4.5, 9.0
)

// astray is what it costs a name without a leader to stand nearer to another company than to its own, where it may at all,
// and inDoubtOf to be nearer to its own by less than ownName, in units at natural size. stacked is what it costs to stand so
// near to another name that the two read as one.
const astray, inDoubtOf, ownName, stacked = 8.0, 1.5, 2.0, 2.0

// outgrown is what it costs a name to make all that is shown twice as wide, or high: to make it a tenth wider is worse than to
// cover a leg.
const outgrown = 40.0

// patience returns how bad a name's best place may be. While text grows with the canvas every name is wanted;
// when zoomed out, names that would cover many lines are left out, but for the largest companies' ones.
func (p *placer) patience(rank int) float64 {
	switch {
	case rank < alwaysNamed || p.factor < 1 || p.factor == 1 && !p.scene.large():
		return math.Inf(1)
	case p.scene.large():
		return 10 / p.factor
	}
	return 16 / p.factor
}

// namePreference is what each place of besideDisc costs by itself; each height of letters of lines that the name covers
// costs 2.5.
var namePreference = [...]float64{0, 0.9, 0.8, 0.9, 1.3, 1.3, 1.5, 1.5, 2, 2.4, 1.7}

// furtherOff is the first of the two places of besideDisc that are so far away that the name needs a leader.
const furtherOff = 8

// besideDisc returns the places of a name around a disc: below, above, right, left, the corners, further below and above,
// and at last those between.
func (p *placer) besideDisc(disc *Disc, size layout.Size) [18]Rect {
	shape := disc.extent()
	gap := layout.LabelGap * p.factor
	if disc.Selected {
		shape = shape.grown(selectedRim)
	}
	x, y := disc.Centre.X, disc.Centre.Y
	below, above := shape.High.Y+gap+size.Height/2, shape.Low.Y-gap-size.Height/2
	right, leftmost := shape.High.X+gap+size.Width/2, shape.Low.X-gap-size.Width/2
	corner := 0.6 * disc.Radius
	half, quarter := shape.Size().Height/2, size.Width/4
	places := [...]layout.Point{
		{X: x, Y: below}, {X: x, Y: above}, {X: right, Y: y}, {X: leftmost, Y: y},
		{X: x + corner + size.Width/2, Y: y + corner + size.Height}, {X: x - corner - size.Width/2, Y: y + corner + size.Height},
		{X: x + corner + size.Width/2, Y: y - corner - size.Height}, {X: x - corner - size.Width/2, Y: y - corner - size.Height},
		{X: x, Y: below + size.Height}, {X: x, Y: above - size.Height},
		{X: x + quarter, Y: below}, {X: x - quarter, Y: below}, {X: x + quarter, Y: above}, {X: x - quarter, Y: above},
		{X: right, Y: y + half}, {X: leftmost, Y: y + half}, {X: right, Y: y - half}, {X: leftmost, Y: y - half},
	}
	var boxes [len(places)]Rect
	for i, place := range places {
		boxes[i] = around(place, size)
	}
	return boxes
}
