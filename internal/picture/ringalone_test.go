package picture

import (
	"context"
	"math"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// A loop by itself is one ring: its companies stand on a circle and its money runs along that, clockwise, whatever is
// selected; names stand outside, and every leg of it has its amount.
func TestALoopByItselfIsOneCalmRing(t *testing.T) {
	whole := randomInput(t, 60, 150)
	loops := network.FindLoops(context.Background(), whole.Network, network.Limits{MaxLen: 8, Top: 400}).Top
	seen := make(map[int]int)
	for _, loop := range loops {
		if seen[len(loop.Path)]++; seen[len(loop.Path)] > 6 {
			continue
		}
		in := alone(whole, loop.Path)
		ids := in.Ring
		for _, selection := range []Selection{{Loop: ids}, {Companies: ids[:1]}} {
			in.Selection = selection
			scene := Build(in)
			path := make([]int, len(ids))
			for i, id := range ids {
				disc, _ := scene.Disc(id)
				path[i] = disc.Index
			}
			ring := RingOf(scene, path)
			if !ring.Around || ring.Crossing > 0 || ring.Room < 2*ring.Needed {
				t.Errorf("the loop of %d by itself is %+v", len(ids), ring)
			}
			legs := make(map[[2]int]int)
			for _, arrow := range scene.Arrows {
				legs[[2]int{arrow.Payer, arrow.Payee}]++
			}
			for _, arrow := range scene.Arrows {
				if !follows(path, arrow) || legs[[2]int{arrow.Payer, arrow.Payee}] > 1 {
					continue
				}
				far, on := math.Hypot(arrow.Curve.At(0.5).X, arrow.Curve.At(0.5).Y), math.Hypot(in.Places[path[0]].X, in.Places[path[0]].Y)
				if len(path) > 2 && math.Abs(far-on) > 0.15*on {
					t.Errorf("a leg of the loop of %d runs at %.0f of a circle of %.0f", len(ids), far, on)
				}
			}
			for _, label := range scene.Labels(1) {
				if centre := label.Box.Middle(); label.Disc >= 0 && !label.Inside && selection.Loop != nil &&
					math.Hypot(centre.X, centre.Y) < math.Hypot(in.Places[path[0]].X, in.Places[path[0]].Y)/2 {
					t.Errorf("the name of company %d stands in the ring of %d", label.Company, len(ids))
				}
			}
		}
	}
	for _, companies := range []int{2, 3, 4, 5, 6} {
		if seen[companies] == 0 {
			t.Errorf("no loop has %d companies", companies)
		}
	}
}

// alone returns the input of a loop by itself.
func alone(in Input, path []int) Input {
	for _, company := range path {
		in.Ring = append(in.Ring, in.Network.Companies[company].ID)
	}
	in.Network, _ = in.Network.Among(path)
	in.Measures = nil
	places := RingPlaces(in.Network, in.Ring)
	in.Places = nil
	for _, company := range in.Network.Companies {
		in.Places = append(in.Places, places[company.ID])
	}
	return in
}

// follows reports whether an arrow leads from one company of the loop to the next.
func follows(path []int, arrow Arrow) bool {
	for i, payer := range path {
		if arrow.Payer == payer && arrow.Payee == path[(i+1)%len(path)] {
			return true
		}
	}
	return false
}

func TestPlacesOfARingFollowEachOtherClockwise(t *testing.T) {
	in := randomInput(t, 60, 150)
	for _, loop := range network.FindLoops(context.Background(), in.Network, network.Limits{MaxLen: 6, Top: 60}).Top {
		one := alone(in, loop.Path)
		places := RingPlaces(one.Network, one.Ring)
		turn := 0.0
		for i, id := range one.Ring {
			at, next := places[id], places[one.Ring[(i+1)%len(one.Ring)]]
			turn += math.Mod(math.Atan2(next.Y, next.X)-math.Atan2(at.Y, at.X)+2*math.Pi, 2*math.Pi)
		}
		if math.Abs(turn-2*math.Pi) > 1e-6 {
			t.Errorf("loop %v turns by %v", loop.Path, turn)
		}
	}
	if len(RingPlaces(in.Network, []deal.CompanyID{})) != 0 {
		t.Error("no companies have places")
	}
}

// Two companies by themselves have their legs on one circle.
func TestALoopOfTwoByItselfIsRound(t *testing.T) {
	whole := randomInput(t, 60, 150)
	for _, loop := range network.FindLoops(context.Background(), whole.Network, network.Limits{MaxLen: 2, Top: 20}).Top {
		scene := Build(alone(whole, loop.Path))
		if len(scene.Arrows) != 2 {
			continue
		}
		on := distance(scene.Discs[0].Centre, scene.Discs[1].Centre) / 2
		for _, arrow := range scene.Arrows {
			for step := range 11 {
				if far := length(arrow.Curve.At(float64(step) / 10)); math.Abs(far-on) > 0.12*on {
					t.Errorf("loop %v: a leg runs at %.0f of a circle of %.0f", loop.Path, far, on)
				}
			}
		}
	}
}
