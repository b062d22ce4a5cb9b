package picture

import (
	"fmt"
	"testing"

	"roundtrip/internal/deal"
)

// What follows is for the tests of real documents, which stand outside the package: exchange reads them, and it imports
// this package.

// ArrangedAs returns the input with its companies placed anew in one of the layouts.
func ArrangedAs(in Input, as deal.Layout) Input { return arranged(in, as) }

// NameCount is how the names of companies stand in a picture.
type NameCount struct {
	Unnamed     int // companies without a name
	Cut         int // names of which a part is shown, or a sign
	OnLegs      int // names outside their company that cover a leg
	Overlapping int // labels that cover another label or a company
}

// CountNames counts them at a zoom.
func CountNames(s *Scene, zoom float64) NameCount {
	count := NameCount{Unnamed: len(s.Discs), Overlapping: len(overlaps(s, zoom, false))}
	for _, label := range s.Labels(zoom) {
		if label.Company == 0 {
			continue
		}
		count.Unnamed--
		if !label.whole(s.Discs[label.Disc].Name) {
			count.Cut++
		}
		if !label.Inside && coversLeg(s, label.Box) {
			count.OnLegs++
		}
	}
	return count
}

// coversLeg reports whether a box covers any leg's line: brute force.
func coversLeg(s *Scene, box Rect) bool {
	for i := range s.Arrows {
		a := &s.Arrows[i]
		pieces := int(curveLength(a.Curve)) + 2
		for piece := range pieces + 1 {
			if box.near(a.Curve.At(float64(piece)/float64(pieces))) < a.Width/2-0.5 {
				return true
			}
		}
	}
	return false
}

// CoversLit returns the notes and amounts that cover a leg that is lit, other than an amount its own, or its head.
func CoversLit(s *Scene, zoom float64) []string {
	var wrong []string
	for _, label := range s.Labels(zoom) {
		for i := range s.Arrows {
			a := &s.Arrows[i]
			if label.Leg == 0 || a.Emphasis != Lit || label.Cut && label.Leg == a.Leg {
				continue
			}
			covered := 0
			for step := range 101 {
				if label.Box.near(a.Curve.At(float64(step)/100)) < a.Width/2-0.5 {
					covered++
				}
			}
			if covered > 0 {
				wrong = append(wrong, fmt.Sprintf("%q covers %d%% of leg %d", label.Lines, covered, a.Leg))
			}
		}
	}
	return wrong
}

// CountThrough counts the legs whose line passes through the disc of a company that is neither their payer nor their payee:
// brute force.
func CountThrough(s *Scene) int {
	count := 0
	for i := range s.Arrows {
		a := &s.Arrows[i]
		for j := range s.Discs {
			disc := &s.Discs[j]
			if disc.Index != a.Payer && disc.Index != a.Payee && nearCurve(a.Curve, disc.Centre) < disc.Radius {
				count++
				break
			}
		}
	}
	return count
}

// HidesItsLeg returns the amounts that cover the tip of their own leg or more than half of its line.
func HidesItsLeg(s *Scene, zoom float64) []string {
	var wrong []string
	for _, label := range s.Labels(zoom) {
		arrow, ok := s.Arrow(label.Leg)
		if !ok {
			continue
		}
		covered := 0
		for step := range 101 {
			if label.Box.near(arrow.Curve.At(float64(step)/100)) == 0 {
				covered++
			}
		}
		if covered > 55 || label.Box.near(arrow.Curve.To) == 0 {
			wrong = append(wrong, fmt.Sprintf("%q covers %d%% of its leg", label.Lines, covered))
		}
	}
	return wrong
}

// HubInput is hubInput for tests from outside.
func HubInput(t testing.TB, companies, legs int, seed uint64) Input {
	return hubInput(t, companies, legs, seed)
}
