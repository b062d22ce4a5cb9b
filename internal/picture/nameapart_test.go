package picture

import "math"

// NamesInDoubt counts the names outside their discs that have no leader and are nearer to another company than to their own,
// and the pairs of names less than half a line above each other: brute force.
func NamesInDoubt(s *Scene, zoom float64) (astray, stacked int) {
	var names []Label
	for _, label := range s.Labels(zoom) {
		if label.Disc >= 0 && !label.Inside {
			names = append(names, label)
		}
	}
	for i, label := range names {
		gap := func(disc int) float64 { return label.Box.near(s.Discs[disc].Centre) - s.Discs[disc].Radius }
		nearest := math.Inf(1)
		for disc := range s.Discs {
			if disc != label.Disc {
				nearest = min(nearest, gap(disc))
			}
		}
		if !label.Led && nearest < gap(label.Disc) {
			astray++
		}
		for _, other := range names[:i] {
			apart := max(label.Box.Low.Y-other.Box.High.Y, other.Box.Low.Y-label.Box.High.Y)
			aside := max(label.Box.Low.X-other.Box.High.X, other.Box.Low.X-label.Box.High.X)
			if aside < 0 && apart < lineHeight/2*max(label.Size, other.Size) {
				stacked++
			}
		}
	}
	return astray, stacked
}
