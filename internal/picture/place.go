package picture

import (
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// placer keeps what labels must not cover (discs and other labels) and what they had better not (lines).
type placer struct {
	scene     *Scene
	factor    float64
	drawn     []Disc // the companies as they are drawn
	heads     heads  // as they are drawn
	labels    []Label
	extent    Rect // of what is drawn and of the labels so far, and before these about as far as they have to reach
	pinned    map[deal.LegID]bool
	names     int // how many companies are named
	grid      grid
	discs     [][]int32 // of each square of the grid, the discs that touch it
	taken     []taken   // what the labels so far cover
	boxes     [][]int32 // of each square of the grid, what is taken of it
	lines     lines
	apart     float64 // the empty canvas around a label, in units at natural size
	across    bool    // leaders may be crossed, those of names only by those of what is lit
	heaviest  int32   // the arrow of the largest amount that is told, -1: none
	firm      bool    // the amounts that are placed now are told wherever there is room
	sought    bool    // so few companies are lit that places for their names are looked for far and wide
	singled   bool    // others step back for the companies that are not faded, which are few
	insistent bool    // so few legs are lit that their amounts are told where they cover something
	few       bool    // and so few that each is told wherever there is room for it
	steady    *steady // where names stand while nothing is selected; nil: nothing is, or not asked for
}

func newPlacer(s *Scene, factor float64) *placer {
	p := &placer{scene: s, extent: s.shapes, factor: factor, apart: labelsApart, pinned: make(map[deal.LegID]bool)}
	area, drawing := s.labelled(), s.drawnFrom(factor)
	p.grid = newGrid(area.grown(60*factor), 40*max(factor, 0.25))
	p.names = namesIn(area, factor)
	p.drawn, p.heads = drawing.discsDrawn(), drawing.headsDrawn(p.grid)
	p.discs, p.boxes = make([][]int32, p.grid.squares()), make([][]int32, p.grid.squares())
	for i := range s.Discs {
		if s.beyond(i) {
			continue
		}
		p.grid.each(p.drawn[i].reach(), func(square int) { p.discs[square] = append(p.discs[square], int32(i)) })
	}
	if !s.large() {
		p.extent = p.extent.grown(otherNames * factor)
	}
	p.lines, p.insistent, p.few = newLines(s, p.grid, factor), s.insistsOnLit(), s.fewLit()
	p.sought, p.singled = s.fewNamesLit()
	return p
}

// otherNames is by how much names reach out of what is drawn where every company must be told, in units at natural size.
const otherNames = 40.0

// labelsApart is the empty canvas around a label, in units at natural size, and barelyApart that around the sign of a
// company that would have none.
const labelsApart, barelyApart = 2.4, 0.4

// nameGround is how far the ground of a name reaches beyond its letters, farGround the same at the least zoom of a level from
// afar, where companies are small and a little covers much of them, and leaderGround that of a leader beyond the
// pieces that it is taken in, in units at natural size.
const nameGround, farGround, leaderGround = 3.2, 3.65, 0.8

// taken is a part of the canvas that a label or its leader covers.
type taken struct {
	box    Rect
	amount bool
	led    bool // an amount with a leader, or the leader
	leader bool // a piece of a leader
}

// keep takes a label in, so that later ones stay clear of it and its leader.
func (p *placer) keep(label Label) {
	p.labels, p.extent = append(p.labels, label), p.extent.union(label.Box)
	p.take(taken{box: label.Box, amount: label.Leg != 0, led: label.Led && label.Leg != 0})
	if label.Led {
		for _, box := range leaderBoxes(label.Leader, p.factor) {
			p.take(taken{box: box, led: label.Leg != 0, leader: true})
		}
	}
}

func (p *placer) take(t taken) {
	at := int32(len(p.taken))
	p.taken = append(p.taken, t)
	p.grid.each(t.box, func(square int) { p.boxes[square] = append(p.boxes[square], at) })
}

// free reports whether a label in the box covers neither another label nor a company. The name of a company may come as near
// to it as it likes, but not onto it.
func (p *placer) free(box Rect, own int) bool {
	return p.clear(box, own, func(*Disc) bool { return true })
}

// freeOfSeen reports whether a label of what is lit in the box covers neither another label nor a disc, but for those
// that are faded.
func (p *placer) freeOfSeen(box Rect, own int) bool {
	return p.clear(box, own, func(disc *Disc) bool { return disc.Emphasis != Faded })
}

// clear reports whether a label in the box covers neither another label nor a disc that is in its way.
func (p *placer) clear(box Rect, own int, inTheWay func(*Disc) bool) bool {
	ground := 1.5
	if own >= 0 {
		ground = nameGround * p.factor
		if p.factor > 1 {
			ground = farGround * p.factor
		}
	}
	return p.clearBy(box, own, ground, inTheWay)
}

// clearBy reports whether words, or a piece of their leader, in the box cover neither another label nor a disc that is in
// their way, with so much empty canvas between (but for that of a name to its own).
func (p *placer) clearBy(box Rect, own int, ground float64, inTheWay func(*Disc) bool) bool {
	clear := true
	room := box.grown(p.apart * p.factor)
	p.grid.each(box.grown(max(p.apart*p.factor, ground)), func(square int) {
		if !clear {
			return
		}
		for _, at := range p.boxes[square] {
			if t := &p.taken[at]; t.box.Overlaps(room) && !(p.across && t.leader && (t.led || !p.firm)) {
				clear = false
				return
			}
		}
		for _, at := range p.discs[square] {
			disc := &p.drawn[at]
			margin := ground
			if int(at) == own {
				margin = 0
			}
			if inTheWay(disc) && disc.touches(box, margin) {
				clear = false
				return
			}
		}
	})
	return clear
}

// strays returns by how much the box of a company's name is nearer to its own company than to any other that is not faded, in
// units at natural size, at most so much: less than 0 where another one is nearer.
func (p *placer) strays(box Rect, own int, most float64) float64 {
	gap := box.near(p.drawn[own].Centre) - p.drawn[own].Radius
	by := most * p.factor
	p.grid.each(box.grown(max(gap+by, 0)), func(square int) {
		for _, at := range p.discs[square] {
			if disc := &p.drawn[at]; int(at) != own && disc.Emphasis != Faded {
				by = min(by, box.near(disc.Centre)-disc.Radius-gap)
			}
		}
	})
	return by / p.factor
}

// near returns how many amounts, or names and other texts, reach into the box.
func (p *placer) near(box Rect, amounts bool) int {
	count := 0
	p.grid.each(box, func(square int) {
		for _, at := range p.boxes[square] {
			if t := &p.taken[at]; t.amount == amounts && !t.leader && t.box.Overlaps(box) {
				count++
			}
		}
	})
	return count
}

// sharesLeader reports whether an amount in the box would stand so near to another one's leader, or to what that leads to,
// that a reader could take the leader for its own.
func (p *placer) sharesLeader(box Rect) bool {
	shares := false
	room := box.grown(leaderRoom * p.factor)
	p.grid.each(room, func(square int) {
		for _, at := range p.boxes[square] {
			t := &p.taken[at]
			shares = shares || t.led && t.box.Overlaps(room)
		}
	})
	return shares
}

// leaderRoom is the room that an amount with a leader, and the leader, have for themselves among amounts.
const leaderRoom = 5.5

// touches reports whether the rectangle comes nearer to the disc's shape than the margin.
func (d *Disc) touches(box Rect, margin float64) bool {
	for _, worn := range d.worn {
		if box.near(worn.at) < worn.radius+margin {
			return true
		}
	}
	s := shapeOf(d.Role)
	away := box.near(d.Centre)
	switch {
	case away > s.outside*d.Radius+margin || !d.extent().grown(margin).Overlaps(box):
		return false
	case away <= s.inside*d.Radius+margin:
		return true
	}
	if s.holds(times(minus(box.Middle(), d.Centre), 1/d.Radius)) {
		return true
	}
	room := box.grown(margin)
	for i, p := range s.polygon {
		a, b := plus(d.Centre, times(p, d.Radius)), plus(d.Centre, times(s.polygon[(i+1)%len(s.polygon)], d.Radius))
		if room.crossedBy(a, b) {
			return true
		}
	}
	return false
}

// lines are the arrows as rows of points, to find how much of them a label would cover.
type lines struct {
	grid   grid
	step   float64 // between two points of a row
	first  []int32 // of each square of the grid, its first point; one more at the end
	unlit  []int32 // of each square, its first point that is not lit: those that are come first
	points []linePoint
	lit    bool    // some of them are lit
	widest float64 // how far a line with its ground reaches from its middle at most
}

// anyones marks the points of heads, which no arrow's amount may cover for nothing.
const anyones = -2

type linePoint struct {
	at    layout.Point
	along layout.Point // to the end of the piece that the point is the middle of
	half  float64      // of the line's width
	reach float64      // half the width of the line with the ground of its loop
	head  float64      // of a point of a head, half of the head's width there
	heavy float64      // what covering it costs: 1, less for what is faded
	arrow int32
	lit   bool
}

func newLines(s *Scene, g grid, factor float64) lines {
	l := lines{grid: g, step: 5 * max(factor, 0.35), first: make([]int32, g.squares()+1)}
	pieces, count := make([]int, len(s.Arrows)), 0
	for i := range s.Arrows {
		if s.away(i) {
			continue
		}
		pieces[i] = min(max(int(curveLength(s.Arrows[i].Curve)/l.step), 2), 400)
		count += pieces[i] + len(headParts)
	}
	points := make([]linePoint, 0, count)
	for i := range s.Arrows {
		if pieces[i] > 0 {
			points = s.pointsOf(points, i, pieces[i], largestPixel(factor))
		}
	}
	for i := range points {
		l.widest = max(l.widest, points[i].reach)
		l.lit = l.lit || points[i].lit
	}
	for _, point := range points {
		l.first[g.square(point.at)+1]++
	}
	for i := range g.squares() {
		l.first[i+1] += l.first[i]
	}
	l.points = make([]linePoint, len(points))
	next := append([]int32(nil), l.first...)
	for _, lit := range [...]bool{true, false} {
		for i := range points {
			if points[i].lit == lit {
				square := g.square(points[i].at)
				l.points[next[square]] = points[i]
				next[square]++
			}
		}
		if lit {
			l.unlit = append([]int32(nil), next...)
		}
	}
	return l
}

// under returns the length of lines that the box would cover, but for those of one arrow (-1: none). Faded ones
// count less unless all are to count alike.
func (l *lines) under(box Rect, but int32, alike bool) float64 {
	return l.underUpTo(box, but, alike, math.Inf(1))
}

// underUpTo is under, but stops looking when the box covers more than so much.
func (l *lines) underUpTo(box Rect, but int32, alike bool, most float64) float64 {
	sum := 0.0
	most /= l.step
	l.grid.each(box.grown(l.widest), func(square int) {
		if sum > most {
			return
		}
		points := l.points[l.first[square]:l.first[square+1]]
		for i := range points {
			if point := &points[i]; point.arrow != but && box.near(point.at) <= point.half {
				if alike {
					sum++
				} else {
					sum += point.heavy
				}
			}
		}
	})
	return sum * l.step
}

// covers reports whether the box would cover a line, but for those of one arrow.
func (l *lines) covers(box Rect, but int32) bool {
	found := false
	l.grid.each(box.grown(l.widest), func(square int) {
		points := l.points[l.first[square]:l.first[square+1]]
		for i := 0; i < len(points) && !found; i++ {
			found = points[i].arrow != but && box.near(points[i].at) <= points[i].half
		}
	})
	return found
}

// gaps returns the empty canvas between the box and one arrow, and between it and the nearest other one that is not
// faded, as far as they are within the reach; 0 where they touch. It stops looking when the other one is nearer than
// enough. A head that the box covers, also the arrow's own, counts as another one.
func (l *lines) gaps(box Rect, own int32, reach, enough float64) (mine, other float64) {
	mine, other = math.Inf(1), math.Inf(1)
	l.grid.each(box.grown(reach+l.widest), func(square int) {
		points := l.points[l.first[square]:l.first[square+1]]
		for i := range points {
			if other < enough {
				return
			}
			point := &points[i]
			if point.arrow == anyones && point.heavy == 1 && box.near(point.at) <= point.head {
				other = 0
			}
			if point.arrow == anyones || point.arrow != own && point.heavy < 1 {
				continue
			}
			near := box.near(point.at)
			if near-point.reach > reach+l.step {
				continue
			}
			near = min(near, box.near(plus(point.at, point.along)), box.near(minus(point.at, point.along)))
			if gap := max(near-point.reach, 0); point.arrow == own {
				mine = min(mine, gap)
			} else {
				other = min(other, gap)
			}
		}
	})
	return mine, other
}

// grid cuts an area into squares. Points outside belong to the squares of the border.
type grid struct {
	low        layout.Point
	cell       float64
	cols, rows int
}

// mostSquares bounds a grid's memory; then its squares are larger.
const mostSquares = 1 << 16

func newGrid(area Rect, cell float64) grid {
	size := area.Size()
	cell = max(cell, math.Sqrt(size.Width*size.Height/mostSquares), size.Width/mostSquares, size.Height/mostSquares)
	return grid{low: area.Low, cell: cell, cols: int(size.Width/cell) + 1, rows: int(size.Height/cell) + 1}
}

func (g grid) squares() int { return g.cols * g.rows }

func (g grid) column(x float64) int { return min(max(int((x-g.low.X)/g.cell), 0), g.cols-1) }

func (g grid) row(y float64) int { return min(max(int((y-g.low.Y)/g.cell), 0), g.rows-1) }

func (g grid) square(p layout.Point) int { return g.row(p.Y)*g.cols + g.column(p.X) }

// each calls visit for every square that the rectangle touches.
func (g grid) each(r Rect, visit func(square int)) {
	first, last, bottom := g.column(r.Low.X), g.column(r.High.X), g.row(r.High.Y)
	for row := g.row(r.Low.Y); row <= bottom; row++ {
		for column := first; column <= last; column++ {
			visit(row*g.cols + column)
		}
	}
}
