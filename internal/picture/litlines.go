package picture

import (
	"math"
	"slices"

	"roundtrip/internal/layout"
)

// What is lit is drawn wider than it is on the canvas where all is seen from afar. Words keep off it as it is drawn.

// largestPixel returns how large a pixel at scale 1 is at most, in canvas units, where letters are larger by the factor.
func largestPixel(factor float64) float64 { return factor / textStops }

// drawnHalf returns half of the width with which an arrow is drawn, and how far its ground reaches from its middle, in
// canvas units, where a pixel at scale 1 is as large as that.
func (s *Scene) drawnHalf(a *Arrow, pixel float64) (half, reach float64) {
	if a.Emphasis != Lit {
		return a.Width / 2, a.Width/2 + a.Glow
	}
	half = max(a.Width, litHair*pixel) / 2
	if s.loop {
		return half, half + max(a.Glow, litGlow*pixel)
	}
	return half, half + a.Glow
}

// headParts are the points of a head, in parts of its length from its tip.
var headParts = [...]float64{0, 0.35, 0.7, 1}

// pointsOf appends the points of an arrow's line, in so many pieces, and of its head.
func (s *Scene) pointsOf(points []linePoint, at, pieces int, pixel float64) []linePoint {
	arrow, lit := &s.Arrows[at], s.Arrows[at].Emphasis == Lit
	curve, heavy := arrow.Curve, 1.0
	if arrow.Emphasis == Faded {
		heavy = 0.25
	}
	half, reach := s.drawnHalf(arrow, pixel)
	strong := s.strong(at)
	for piece := range pieces {
		if part := (float64(piece) + 0.5) / float64(pieces); part < strong.from || part > strong.to {
			continue
		}
		middle := curve.At((float64(piece) + 0.5) / float64(pieces))
		along := minus(curve.At(float64(piece+1)/float64(pieces)), middle)
		points = append(points, linePoint{at: middle, along: along, half: half, reach: reach, heavy: heavy, arrow: int32(at), lit: lit})
	}
	// A head tells where the money goes: covering it is worse than covering as much of a line, also for the arrow's own
	// amount.
	base, across := between(arrow.Head[0], arrow.Head[2], 0.5), 0.0
	if wide := distance(arrow.Head[0], arrow.Head[2]); lit && wide > 0 {
		across = max(wide, litHead*pixel) / 2
		base = plus(arrow.Curve.To, times(minus(base, arrow.Curve.To), 2*across/wide))
	}
	for _, part := range headParts {
		wide := max(half, part*across)
		points = append(points, linePoint{
			at: between(arrow.Curve.To, base, part), half: wide, reach: wide, head: part * max(across, distance(arrow.Head[0], arrow.Head[2])/2), heavy: heavy, arrow: anyones, lit: lit,
		})
	}
	return points
}

// litBut reports whether the box would cover a line that is lit, or the head of one, but for one arrow's line.
func (l *lines) litBut(box Rect, but int32) bool {
	return l.meetsLit(box, but, func(point *linePoint) float64 { return point.half })
}

// onGlow reports whether the box would reach into the ground of a line that is lit.
func (l *lines) onGlow(box Rect) bool {
	return l.meetsLit(box, -1, func(point *linePoint) float64 { return point.reach })
}

// meetsLit reports whether a line that is lit, or the head of one, but for one arrow's line, comes as near to the box as
// reach says.
func (l *lines) meetsLit(box Rect, but int32, reach func(*linePoint) float64) bool {
	found := false
	if !l.lit {
		return false
	}
	l.grid.each(box.grown(l.widest), func(square int) {
		points := l.points[l.first[square]:l.unlit[square]]
		for i := range points {
			point := &points[i]
			if found || point.arrow == but {
				continue
			}
			room := reach(point)
			if box.near(point.at) <= room+math.Abs(point.along.X)+math.Abs(point.along.Y) {
				found = box.meets(minus(point.at, point.along), plus(point.at, point.along), room)
			}
		}
	})
	return found
}

// meets reports whether the segment from a to b comes nearer to the rectangle than the room.
func (r Rect) meets(a, b layout.Point, room float64) bool {
	if !r.grown(room).crossedBy(a, b) {
		return false
	}
	if r.crossedBy(a, b) || r.near(a) < room || r.near(b) < room {
		return true
	}
	corners := [...]layout.Point{r.Low, r.High, {X: r.Low.X, Y: r.High.Y}, {X: r.High.X, Y: r.Low.Y}}
	return slices.ContainsFunc(corners[:], func(corner layout.Point) bool { return nearSegment(corner, a, b) < room })
}
