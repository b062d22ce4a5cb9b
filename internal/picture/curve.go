package picture

import (
	"math"

	"roundtrip/internal/layout"
)

// slope returns the derivative of the curve at t.
func slope(c layout.Curve, t float64) layout.Point {
	s := 1 - t
	d := times(minus(c.C1, c.From), 3*s*s)
	d = plus(d, times(minus(c.C2, c.C1), 6*s*t))
	d = plus(d, times(minus(c.To, c.C2), 3*t*t))
	if length(d) < 1e-9 {
		return minus(c.To, c.From)
	}
	return d
}

// split cuts the curve at t into the part before and the part after (de Casteljau).
func split(c layout.Curve, t float64) (before, after layout.Curve) {
	ab, bc, cd := between(c.From, c.C1, t), between(c.C1, c.C2, t), between(c.C2, c.To, t)
	abc, bcd := between(ab, bc, t), between(bc, cd, t)
	at := between(abc, bcd, t)
	return layout.Curve{From: c.From, C1: ab, C2: abc, To: at}, layout.Curve{From: at, C1: bcd, C2: cd, To: c.To}
}

// straight returns the line from p to q as a curve.
func straight(p, q layout.Point) layout.Curve {
	return layout.Curve{From: p, C1: between(p, q, 1.0/3), C2: between(p, q, 2.0/3), To: q}
}

// isStraight reports whether a curve is a straight line to a hundredth of its unit.
func isStraight(c layout.Curve) bool {
	return distance(c.C1, between(c.From, c.To, 1.0/3)) < 0.01 && distance(c.C2, between(c.From, c.To, 2.0/3)) < 0.01
}

// reversed returns the curve from its end to its start.
func reversed(c layout.Curve) layout.Curve {
	return layout.Curve{From: c.To, C1: c.C2, C2: c.C1, To: c.From}
}

// steps returns into how many straight pieces a curve is cut so that none is further from it than the
// tolerance, in the curve's own unit.
func steps(c layout.Curve, tolerance float64) int {
	bend := max(
		length(plus(minus(c.From, times(c.C1, 2)), c.C2)),
		length(plus(minus(c.C1, times(c.C2, 2)), c.To)))
	return min(max(int(math.Ceil(math.Sqrt(0.75*bend/tolerance))), 1), 64)
}

// curveLength returns the length of the curve to about a thousandth.
func curveLength(c layout.Curve) float64 {
	const pieces = 16
	sum, last := 0.0, c.From
	for i := 1; i <= pieces; i++ {
		next := c.At(float64(i) / pieces)
		sum += distance(last, next)
		last = next
	}
	return sum
}

// beforeEnd returns the t at which the curve is the given straight distance from its end for the last time,
// or 0 when it never is that far.
func beforeEnd(c layout.Curve, from float64) float64 {
	const pieces = 32
	over := func(t float64) float64 { return distance(c.At(t), c.To) - from }
	under := over(1)
	for i := pieces - 1; i >= 0; i-- {
		low := float64(i) / pieces
		off := over(low)
		if off >= 0 {
			return crossing(over, [2]float64{low, off}, [2]float64{low + 1.0/pieces, under})
		}
		under = off
	}
	return 0
}

// crossing returns where a function falls through 0 between two arguments, each given with its value, of which the first
// is not below 0 and the second is not above (the Illinois method: Dowell and Jarratt 1971).
func crossing(f func(float64) float64, low, high [2]float64) float64 {
	const near = 1e-4
	if high[1] > -near {
		return high[0]
	}
	last := 0
	for range 12 {
		at := low[0] + (high[0]-low[0])*low[1]/(low[1]-high[1])
		value := f(at)
		switch {
		case math.Abs(value) < near:
			return at
		case value > 0:
			low = [2]float64{at, value}
			if last > 0 {
				high[1] /= 2
			}
			last = 1
		default:
			high = [2]float64{at, value}
			if last < 0 {
				low[1] /= 2
			}
			last = -1
		}
	}
	return low[0]
}

// nearCurve returns the distance of a point from the curve, to a fraction of a canvas unit.
func nearCurve(c layout.Curve, p layout.Point) float64 {
	pieces := steps(c, 0.25)
	best, last := math.Inf(1), c.From
	for i := 1; i <= pieces; i++ {
		next := c.At(float64(i) / float64(pieces))
		best = min(best, nearSegment(p, last, next))
		last = next
	}
	return best
}

// nearSegment returns the distance of a point from the segment between a and b.
func nearSegment(p, a, b layout.Point) float64 {
	along := minus(b, a)
	square := along.X*along.X + along.Y*along.Y
	if square == 0 {
		return distance(p, a)
	}
	way := minus(p, a)
	t := min(max((way.X*along.X+way.Y*along.Y)/square, 0), 1)
	return distance(p, plus(a, times(along, t)))
}

// bounds returns a rectangle that holds the curve: that of its four points.
func curveBounds(c layout.Curve) Rect {
	return nowhere().with(c.From).with(c.C1).with(c.C2).with(c.To)
}
