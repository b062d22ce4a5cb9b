package picture

import (
	"math"

	"roundtrip/internal/layout"
)

func plus(p, q layout.Point) layout.Point { return layout.Point{X: p.X + q.X, Y: p.Y + q.Y} }

func minus(p, q layout.Point) layout.Point { return layout.Point{X: p.X - q.X, Y: p.Y - q.Y} }

func times(p layout.Point, factor float64) layout.Point {
	return layout.Point{X: p.X * factor, Y: p.Y * factor}
}

func between(p, q layout.Point, part float64) layout.Point { return plus(p, times(minus(q, p), part)) }

func length(p layout.Point) float64 { return math.Sqrt(p.X*p.X + p.Y*p.Y) }

func distance(p, q layout.Point) float64 { return length(minus(p, q)) }

// unit returns the direction of p, and (1, 0) for no direction at all.
func unit(p layout.Point) layout.Point {
	if l := length(p); l > 0 {
		return times(p, 1/l)
	}
	return layout.Point{X: 1}
}

// left returns p turned by a quarter, to its left on a screen whose Y grows downwards.
func left(p layout.Point) layout.Point { return layout.Point{X: p.Y, Y: -p.X} }

// farthest is how far from the origin a company may stand. Beyond, pixels could not be told apart any more.
const farthest = 1e7

// onCanvas reports whether a point is a place at which something can be drawn.
func onCanvas(p layout.Point) bool { return math.Abs(p.X) <= farthest && math.Abs(p.Y) <= farthest }

// nowhere is the rectangle that holds nothing, the start of a union.
func nowhere() Rect {
	inf := math.Inf(1)
	return Rect{Low: layout.Point{X: inf, Y: inf}, High: layout.Point{X: -inf, Y: -inf}}
}

// Empty reports whether the rectangle holds no point.
func (r Rect) Empty() bool { return !(r.Low.X <= r.High.X && r.Low.Y <= r.High.Y) }

// Size returns the width and height, both 0 for an empty rectangle.
func (r Rect) Size() layout.Size {
	if r.Empty() {
		return layout.Size{}
	}
	return layout.Size{Width: r.High.X - r.Low.X, Height: r.High.Y - r.Low.Y}
}

// Middle returns the centre of the rectangle.
func (r Rect) Middle() layout.Point { return between(r.Low, r.High, 0.5) }

// Overlaps reports whether the rectangles share more than an edge.
func (r Rect) Overlaps(q Rect) bool {
	return r.Low.X < q.High.X && q.Low.X < r.High.X && r.Low.Y < q.High.Y && q.Low.Y < r.High.Y
}

func (r Rect) with(p layout.Point) Rect {
	return Rect{
		Low:  layout.Point{X: min(r.Low.X, p.X), Y: min(r.Low.Y, p.Y)},
		High: layout.Point{X: max(r.High.X, p.X), Y: max(r.High.Y, p.Y)},
	}
}

func (r Rect) union(q Rect) Rect {
	if q.Empty() {
		return r
	}
	return r.with(q.Low).with(q.High)
}

func (r Rect) grown(by float64) Rect {
	return Rect{
		Low:  layout.Point{X: r.Low.X - by, Y: r.Low.Y - by},
		High: layout.Point{X: r.High.X + by, Y: r.High.Y + by},
	}
}

// moved returns the rectangle further to the right.
func (r Rect) moved(by float64) Rect {
	r.Low.X += by
	r.High.X += by
	return r
}

// around returns the rectangle of the given size with its centre at p.
func around(p layout.Point, size layout.Size) Rect {
	half := layout.Point{X: size.Width / 2, Y: size.Height / 2}
	return Rect{Low: minus(p, half), High: plus(p, half)}
}

// near returns the distance of a point from the rectangle, 0 inside.
func (r Rect) near(p layout.Point) float64 {
	dx := max(r.Low.X-p.X, 0, p.X-r.High.X)
	dy := max(r.Low.Y-p.Y, 0, p.Y-r.High.Y)
	return math.Sqrt(dx*dx + dy*dy)
}

// crossedBy reports whether the segment from a to b has a point in the rectangle.
func (r Rect) crossedBy(a, b layout.Point) bool {
	from, to := r.along(a, b)
	return from <= to
}

// entered returns where the segment from a to b enters the rectangle, or b where it does not.
func (r Rect) entered(a, b layout.Point) layout.Point {
	if from, to := r.along(a, b); from <= to {
		return between(a, b, from)
	}
	return b
}

// along returns between which parts of the segment from a to b it runs in the rectangle, the first larger than the second where
// it does not (Liang and Barsky 1984).
func (r Rect) along(a, b layout.Point) (from, to float64) {
	from, to = 0, 1
	for _, axis := range [2][4]float64{{a.X, b.X - a.X, r.Low.X, r.High.X}, {a.Y, b.Y - a.Y, r.Low.Y, r.High.Y}} {
		start, way, low, high := axis[0], axis[1], axis[2], axis[3]
		if way == 0 {
			if start < low || start > high {
				return 1, 0
			}
			continue
		}
		enter, leave := (low-start)/way, (high-start)/way
		if enter > leave {
			enter, leave = leave, enter
		}
		from, to = max(from, enter), min(to, leave)
	}
	return from, to
}
