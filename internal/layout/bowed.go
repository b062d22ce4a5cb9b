package layout

import "math"

// Bowed returns the curves of legs of the given widths from one company to another, from rim to rim, the innermost first:
// it leaves its payer by one angle to the left of the straight line between the centres and reaches its payee by another
// one, both in radians, or to the right where they are below 0; the others lie beside it, further out. Companies that touch
// have no such curves.
func Bowed(centres [2]Point, radii [2]float64, widths []float64, leave, reach float64) []Curve {
	chord := centres[0].distance(centres[1])
	if chord <= radii[0]+radii[1]+1 {
		return nil
	}
	f, runs := fan{}, make([]Run, len(widths))
	for i, width := range widths {
		f.runs, runs[i].Width = append(f.runs, i), width
	}
	rim := math.Min(radii[0], radii[1])
	leaves, reaches := f.bows(leave, chord, rim, runs), f.bows(reach, chord, rim, runs)
	curves := make([]Curve, len(widths))
	for i := range curves {
		curves[i] = bentCurve(centres[0], centres[1], radii, bend{leaves[i], reaches[i]})
	}
	return curves
}
