package picture

import (
	"math"
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

func TestBetweenGoesFromOneSceneToTheNext(t *testing.T) {
	in := randomInput(t, 40, 90)
	from := Build(in)
	in.Places = slices.Clone(in.Places)
	for i := range in.Places {
		in.Places[i] = layout.Point{X: in.Places[i].Y, Y: -in.Places[i].X}
	}
	to := Build(in)
	for _, part := range []float64{0, 0.25, 0.5, 1} {
		scene := Between(from, to, part, 1)
		for _, disc := range scene.Discs {
			before, _ := from.Disc(disc.Company)
			after, _ := to.Disc(disc.Company)
			if want := between(before.Centre, after.Centre, part); distance(disc.Centre, want) > 1e-9 {
				t.Errorf("at %v company %d stands at %v, not at %v", part, disc.Company, disc.Centre, want)
			}
		}
		for _, arrow := range scene.Arrows {
			before, _ := from.Arrow(arrow.Leg)
			after, _ := to.Arrow(arrow.Leg)
			if want := between(before.Curve.To, after.Curve.To, part); distance(arrow.Curve.To, want) > 1e-9 {
				t.Errorf("at %v leg %d ends at %v, not at %v", part, arrow.Leg, arrow.Curve.To, want)
			}
		}
		for _, label := range scene.Labels(0.3) {
			if disc := label.Disc; disc >= 0 && label.Inside && distance(label.Box.Middle(), scene.Discs[disc].Centre) > 1e-6 {
				t.Errorf("at %v the name of company %d has left its disc", part, label.Company)
			}
		}
	}
	if Between(from, to, 1, 1) != to {
		t.Error("the end of the way is not the next scene")
	}
}

func TestBetweenTakesNewLegsAlong(t *testing.T) {
	in := randomInput(t, 12, 30)
	whole := Build(in)
	from := &Scene{Discs: slices.Clone(whole.Discs), placed: map[int][]Label{}}
	for i := range from.Discs {
		from.Discs[i].Centre.X += 400
	}
	for _, arrow := range Between(from, whole, 0, 1).Arrows {
		after, _ := whole.Arrow(arrow.Leg)
		if math.Abs(arrow.Curve.From.X-after.Curve.From.X-400) > 1e-9 || math.Abs(arrow.Head[1].X-after.Head[1].X-400) > 1e-9 {
			t.Errorf("leg %d does not go along with its companies", arrow.Leg)
		}
	}
	if furthest, common := Moved(from, whole); furthest != 400 || common != 1 {
		t.Errorf("moved by %v, %v in common", furthest, common)
	}
	if _, common := Moved(&Scene{}, whole); common != 0 {
		t.Errorf("%v in common with nothing", common)
	}
}

func TestCircuitIsTheLitLegsOfTheSelectedLoop(t *testing.T) {
	in := randomInput(t, 12, 30)
	if legs := Build(in).Circuit(); len(legs) != 0 {
		t.Errorf("%d legs without a loop", len(legs))
	}
	in.Selection = Selection{Companies: []deal.CompanyID{1}}
	if legs := Build(in).Circuit(); len(legs) != 0 {
		t.Errorf("%d legs although only a company is selected", len(legs))
	}
	flow := in.Network.Flows[0]
	in.Selection = Selection{Loop: []deal.CompanyID{in.Network.Companies[flow.Payer].ID, in.Network.Companies[flow.Payee].ID}}
	for _, leg := range Build(in).Circuit() {
		if leg.Payer != flow.Payer && leg.Payer != flow.Payee {
			t.Errorf("leg %d is no part of the loop", leg.Leg)
		}
	}
	if len(Build(in).Circuit()) == 0 {
		t.Error("the loop has no legs")
	}
}
