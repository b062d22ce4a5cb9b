package layout

import "math"

// Balloon returns the curves of legs of the given widths from one company to another that lead far around, from rim to
// rim, the innermost first: that one goes nearly along the circle with the radius on which both companies stand, the long
// way round, to the left of the straight line between them, or to its right. Companies that touch, or stand further apart
// than the circle is wide, have no such curves.
func Balloon(centres [2]Point, radii [2]float64, widths []float64, radius float64, toLeft bool) []Curve {
	chord := centres[1].minus(centres[0])
	if far := chord.length(); far <= radii[0]+radii[1]+1 || far > 2*radius {
		return nil
	}
	along := chord.times(1 / chord.length())
	aside := Point{along.Y, -along.X}
	if !toLeft {
		aside = aside.times(-1)
	}
	curves := make([]Curve, len(widths))
	for i, width := range widths {
		if i > 0 {
			radius += (widths[i-1]+width)/2 + runGap
		}
		curves[i] = balloon(centres, radii, [2]Point{along, aside}, radius)
	}
	return curves
}

// balloon returns one such curve, given the directions along and away from the straight line.
func balloon(centres [2]Point, radii [2]float64, axes [2]Point, radius float64) Curve {
	chord := centres[0].distance(centres[1])
	// A cubic curve between equal handles reaches three quarters of their height, and sideways 0.289 of theirs and 0.24
	// of the chord.
	height := (radius + math.Sqrt(max(radius*radius-chord*chord/4, 0))) / 0.75
	wide := max((radius-0.24*chord)/0.289, chord/2) - chord/2
	up := axes[1].times(height)
	c1, c2 := centres[0].plus(up).minus(axes[0].times(wide)), centres[1].plus(up).plus(axes[0].times(wide))
	return Curve{
		From: centres[0].towards(c1, radii[0]/centres[0].distance(c1)), C1: c1,
		C2: c2, To: centres[1].towards(c2, radii[1]/centres[1].distance(c2)),
	}
}
