package picture

import (
	"fmt"
	"testing"

	"roundtrip/internal/deal"
)

// lighting returns the input with every so-manieth company selected.
func lighting(in Input, each int) Input {
	in.Selection = Selection{}
	for i := 0; i < len(in.Network.Companies); i += each {
		in.Selection.Companies = append(in.Selection.Companies, in.Network.Companies[i].ID)
	}
	return in
}

// TestManyLitAreNamedAtOnce selects few and many companies of a large network, and all of them: names are looked for far
// and wide of few alone, and of what is lit before what is not.
func TestManyLitAreNamedAtOnce(t *testing.T) {
	in := randomInput(t, 600, 1500)
	for _, each := range []int{100, 6, 1} {
		t.Run(fmt.Sprintf("one of %d", each), func(t *testing.T) {
			s := Build(lighting(in, each))
			camera := Camera{Width: 1120, Height: 800, Scale: 1}.Fit(s)
			lit, others := 0, 0
			for _, label := range s.Labels(camera.Zoom) {
				if label.Disc >= 0 && s.Discs[label.Disc].Emphasis == Lit {
					lit++
				} else if label.Disc >= 0 {
					others++
				}
			}
			if few := each == 100; lit < 6 || !few && lit < others {
				t.Errorf("%d names of what is lit, and %d others", lit, others)
			}
			if got := newPlacer(s, 1).sought; got != (each == 100) {
				t.Errorf("their names are looked for far and wide: %t", got)
			}
		})
	}
}

// TestAmountsOutOfSightAreNotPlaced looks from near at a large network all of which is lit.
func TestAmountsOutOfSightAreNotPlaced(t *testing.T) {
	s := Build(lighting(randomInput(t, 600, 1500), 1))
	camera := Camera{Width: 600, Height: 400, Scale: 1, Zoom: 1, Centre: s.Bounds.Middle()}
	seen := s.Seen(camera, camera)
	legs := make(map[deal.LegID]*Arrow)
	for i := range seen.Arrows {
		legs[seen.Arrows[i].Leg] = &seen.Arrows[i]
	}
	amounts := 0
	for _, label := range seen.Labels(1) {
		if label.Leg == 0 {
			continue
		}
		amounts++
		if !curveBounds(legs[label.Leg].Curve).Overlaps(camera.area()) {
			t.Errorf("%q of a leg that is nowhere near", label.Lines)
		}
	}
	if amounts == 0 {
		t.Error("no amount is told")
	}
}

// TestAmountsOfManyLitLegsAreNoHeap looks from near at networks all of which is lit: where legs are few, each tells its amount
// even where it covers something; of many, amounts are left out that would.
func TestAmountsOfManyLitLegsAreNoHeap(t *testing.T) {
	told := func(companies, legs int) float64 {
		s := Build(lighting(randomInput(t, companies, legs), 1))
		amounts := 0
		for _, label := range s.Labels(0.75) {
			if label.Leg != 0 {
				amounts++
			}
		}
		return float64(amounts) / float64(legs)
	}
	few, many := told(100, 250), told(140, 350)
	if few < 0.9 || many > 0.8*few {
		t.Errorf("%.0f%% of few legs tell their amount, and %.0f%% of many", 100*few, 100*many)
	}
}

// TestLegsAreNotLitWhereMostAre selects a part of the companies of a large network, and all: hundreds of lit legs that are
// most of all single out none, and are drawn like others.
func TestLegsAreNotLitWhereMostAre(t *testing.T) {
	in := randomInput(t, 600, 1500)
	for each, wanted := range map[int]Emphasis{10: Lit, 1: Plain} {
		s := Build(lighting(in, each))
		touched := 0
		for i := range s.Arrows {
			a := &s.Arrows[i]
			if !s.Discs[a.payerDisc].Selected && !s.Discs[a.payeeDisc].Selected {
				continue
			}
			if touched++; a.Emphasis != wanted {
				t.Fatalf("one of %d companies is selected: a leg of one is %d, not %d", each, a.Emphasis, wanted)
			}
		}
		if touched == 0 {
			t.Errorf("one of %d companies is selected, and none has a leg", each)
		}
	}
	if s := Build(lighting(randomInput(t, 60, 150), 1)); s.Arrows[0].Emphasis != Lit {
		t.Error("among few companies that are all selected, legs are not lit")
	}
}
