package picture_test

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestLegsPassUnderNoOtherCompany: a leg under the disc of a third company reads as money through it.
func TestLegsPassUnderNoOtherCompany(t *testing.T) {
	layouts := []deal.Layout{deal.LayoutStress, deal.LayoutLayers, deal.LayoutCircle}
	for _, document := range []struct {
		name string
		in   picture.Input
		most [3]int // in each layout
	}{
		{"the sample", documentOf(t, sample), [3]int{}},
		{"forty companies", documentOf(t, table("../../docs/examples/forty-companies.csv"), table("../../docs/examples/forty.csv")), [3]int{}},
		// Of so many, a few legs across the levels pass lines of discs with no way between them.
		{"three hundred companies", documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv")), [3]int{4, 20, 2}},
	} {
		for i, as := range layouts {
			if got := picture.CountThrough(picture.Build(picture.ArrangedAs(document.in, as))); got > document.most[i] {
				t.Errorf("%s, layout %q: %d legs pass under a third company", document.name, as, got)
			}
		}
	}
}

// TestAmountsLeaveTheirLegsInSight: no amount covers the head of its own leg or more than half of the leg.
func TestAmountsLeaveTheirLegsInSight(t *testing.T) {
	in := documentOf(t, table("../../docs/examples/forty-companies.csv"), table("../../docs/examples/forty.csv"))
	for _, as := range []deal.Layout{deal.LayoutStress, deal.LayoutLayers, deal.LayoutCircle} {
		scene := picture.Build(picture.ArrangedAs(in, as))
		for _, zoom := range []float64{0.4, 0.5, 0.7, 1} {
			for _, wrong := range picture.HidesItsLeg(scene, zoom) {
				t.Errorf("%q at zoom %v: %s", as, zoom, wrong)
			}
		}
	}
}
