package picture

import (
	"cmp"
	"context"
	"reflect"
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

func TestLiftedAndRestAreTheScene(t *testing.T) {
	in := randomInput(t, 60, 150)
	in.Selection = Selection{Companies: []deal.CompanyID{3}}
	before := deal.Book{Companies: in.Book.Companies}
	for _, d := range in.Book.Deals {
		if d.ID%7 == 0 {
			continue // a leg that is wider than before has a ghost, and so has one that is gone
		}
		d.Legs = slices.Clone(d.Legs)
		d.Legs[0].Figure = deal.Exactly(4_000_000_000_00)
		before.Deals = append(before.Deals, d)
	}
	for i := range 10 {
		d := in.Book.Deals[i]
		d.ID, d.Legs = deal.DealID(1000+i), slices.Clone(d.Legs)
		d.Legs[0].ID, d.Legs[0].Deal = deal.LegID(1000+i), d.ID
		before.Deals = append(before.Deals, d)
	}
	ghost, err := network.Build(deal.NewBook(before), in.View)
	if err != nil {
		t.Fatal(err)
	}
	in.Ghost = ghost
	scene := Build(in)
	ids := []deal.CompanyID{1, 3, 17}
	rest, lifted := scene.Lift(in, ids, 1)
	part := lifted.At(nil)
	if len(rest.Arrows)+len(part.Arrows) != len(scene.Arrows) || len(rest.Ghosts)+len(part.Ghosts) != len(scene.Ghosts) {
		t.Errorf("%d and %d arrows of %d, %d and %d ghosts of %d", len(rest.Arrows), len(part.Arrows), len(scene.Arrows),
			len(rest.Ghosts), len(part.Ghosts), len(scene.Ghosts))
	}
	for _, half := range []*Scene{rest, part} {
		for _, arrow := range half.Arrows {
			whole, ok := scene.Arrow(arrow.Leg)
			if half.Discs[arrow.payerDisc].Index != arrow.Payer || half.Discs[arrow.payeeDisc].Index != arrow.Payee {
				t.Fatalf("leg %d runs between other companies", arrow.Leg)
			}
			arrow.payerDisc, arrow.payeeDisc = whole.payerDisc, whole.payeeDisc
			if !ok || arrow != whole {
				t.Errorf("leg %d is drawn as %+v, not as %+v", arrow.Leg, arrow, whole)
			}
		}
	}
	for _, id := range ids {
		if _, ok := rest.Disc(id); ok {
			t.Errorf("company %d is still in the rest", id)
		}
		lifted, _ := part.Disc(id)
		if whole, _ := scene.Disc(id); !reflect.DeepEqual(lifted, whole) {
			t.Errorf("company %d is drawn as %+v, not as %+v", id, lifted, whole)
		}
	}
}

func TestLiftedCompanyIsDrawnAsTheWholeSceneDrawsItThere(t *testing.T) {
	in := randomInput(t, 60, 150)
	scene := Build(in)
	_, lifted := scene.Lift(in, []deal.CompanyID{5}, 1)
	to := layout.Point{X: 333, Y: 444}
	part := lifted.At(map[deal.CompanyID]layout.Point{5: to})
	in.Places[4] = to
	there := Build(in)
	if len(part.Arrows) == 0 {
		t.Fatal("company 5 has no legs")
	}
	for _, arrow := range part.Arrows {
		if whole, _ := there.Arrow(arrow.Leg); arrow.Curve != whole.Curve || arrow.Head != whole.Head {
			t.Errorf("leg %d runs along %v, not along %v", arrow.Leg, arrow.Curve, whole.Curve)
		}
	}
}

// Companies are as large and lines as strong while the largest company of a large network is carried.
func TestWhatIsLiftedOutOfALargeSceneIsDrawnAsItWasThere(t *testing.T) {
	in := randomInput(t, 300, 700)
	scene := Build(in)
	hub := slices.MaxFunc(scene.Discs, func(a, b Disc) int { return cmp.Compare(a.Radius, b.Radius) })
	for _, zoom := range []float64{0.08, 0.3, 1} {
		as := func(s *Scene) *drawing {
			camera := Camera{Zoom: zoom, Width: 900, Height: 700, Scale: 1}
			return &drawing{scene: s, camera: camera, style: Light(), f: camera.factor()}
		}
		rest, lifted := scene.Lift(in, []deal.CompanyID{hub.Company}, zoom)
		whole := as(scene)
		for _, part := range []*drawing{as(rest), as(lifted.At(nil))} {
			for i := range part.scene.Discs {
				disc := &part.scene.Discs[i]
				was, _ := scene.Disc(disc.Company)
				if got, want := part.shownRadius(disc), whole.shownRadius(&was); got != want {
					t.Fatalf("zoom %g: company %d has the radius %g, and %g before", zoom, disc.Company, got, want)
				}
			}
			for i := range part.scene.Arrows {
				arrow := &part.scene.Arrows[i]
				was, _ := scene.Arrow(arrow.Leg)
				if part.scene.layer(arrow) != scene.layer(&was) || part.reach(arrow) != whole.reach(&was) ||
					part.hairTone(arrow.Width*part.f) != whole.hairTone(was.Width*whole.f) {
					t.Fatalf("zoom %g: leg %d is drawn otherwise", zoom, arrow.Leg)
				}
			}
		}
	}
}

func TestTheRestKeepsItsLabels(t *testing.T) {
	in := randomInput(t, 60, 150)
	scene := Build(in)
	const zoom = 0.6
	rest, lifted := scene.Lift(in, []deal.CompanyID{2}, zoom)
	names := 0
	for _, label := range rest.Labels(zoom) {
		if label.Company == 2 {
			t.Error("the lifted company's name is in the rest")
		}
		if label.Disc >= 0 {
			names++
			if rest.Discs[label.Disc].Company != label.Company {
				t.Errorf("the name of company %d stands at another one's disc", label.Company)
			}
		}
	}
	for _, label := range scene.Labels(zoom) {
		if label.Disc >= 0 && label.Company != 2 {
			names--
		}
	}
	if names != 0 {
		t.Errorf("the rest has %+d names", names)
	}
	for _, label := range lifted.At(nil).Labels(zoom) {
		if label.Disc >= 0 && label.Company != 2 && !label.Inside {
			t.Errorf("company %d, which stays, is named a second time", label.Company)
		}
	}
}

// All legs of a lit loop are laid anew while a company of it is carried, so that it is the ring that it will be there.
func TestALitLoopStaysARingWhileOneOfItIsCarried(t *testing.T) {
	in := randomInput(t, 60, 150)
	loops := network.FindLoops(context.Background(), in.Network, network.Limits{MaxLen: 6, Top: 40}).Top
	long := 0
	for _, loop := range loops {
		if len(loop.Path) < 4 {
			continue
		}
		long++
		in.Selection = Selection{}
		for _, company := range loop.Path {
			in.Selection.Loop = append(in.Selection.Loop, in.Network.Companies[company].ID)
		}
		carried := loop.Path[1]
		rest, lifted := Build(in).Lift(in, in.Selection.Loop[1:2], 1)
		for _, arrow := range rest.Arrows {
			if arrow.Emphasis == Lit {
				t.Fatalf("leg %d of the loop %v stays where it was", arrow.Leg, loop.Path)
			}
		}
		there := in
		there.Places = slices.Clone(in.Places)
		there.Places[carried] = plus(in.Places[carried], layout.Point{X: 230, Y: -310})
		part := lifted.At(map[deal.CompanyID]layout.Point{in.Selection.Loop[1]: there.Places[carried]})
		put := RingOf(Build(there), loop.Path)
		if held := RingOf(part, loop.Path); held.Room < 0.8*put.Room || held.Around != put.Around {
			t.Errorf("loop %v: in the hand it is the ring %+v, put down it is %+v", loop.Path, held, put)
		}
	}
	if long == 0 {
		t.Error("no loop has four companies")
	}
}
