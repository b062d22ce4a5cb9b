package picture

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

func TestEveryCompanyAndLegIsDrawn(t *testing.T) {
	scene := dealScene(t)
	if len(scene.Discs) != 9 || len(scene.Arrows) != 14 {
		t.Fatalf("got %d discs and %d arrows, want 9 and 14", len(scene.Discs), len(scene.Arrows))
	}
	for leg, want := range map[deal.LegID]struct {
		amount    string
		dash      Dash
		financing bool
	}{
		1: {"≤$10bn", Dashed, true}, 2: {"$38bn", Solid, false}, 3: {"≥$13bn", Solid, true}, 5: {"≤$100bn", Dashed, true},
		7: {"?", Dotted, false}, 8: {"~$22.4bn", Solid, false}, 9: {"$350m", Solid, true}, 12: {"$5bn?", Solid, false},
		13: {"?", Dotted, false}, 14: {"$20bn–$40bn", Solid, true},
	} {
		arrow := arrowOf(t, scene, leg)
		if arrow.Amount != want.amount || arrow.Dash != want.dash || arrow.Financing != want.financing {
			t.Errorf("leg %d: got %q, dash %d, financing %t, want %q, %d, %t",
				leg, arrow.Amount, arrow.Dash, arrow.Financing, want.amount, want.dash, want.financing)
		}
	}
}

func TestAmountsUnderOtherViews(t *testing.T) {
	for _, c := range []struct {
		view network.View
		leg  deal.LegID
		want string
	}{
		{network.View{Figure: network.PickLow}, 1, "$0"},
		{network.View{Figure: network.PickHigh}, 14, "$40bn"},
		{network.View{Basis: network.BasisYear}, 2, "?"},
		{network.View{Basis: network.BasisYear}, 11, "$8bn"},
		{network.View{Basis: network.BasisDrawn}, 2, "?"},
		{network.View{Basis: network.BasisDrawn}, 11, "$8bn"},
	} {
		if got := arrowOf(t, Build(dealInput(t, c.view)), c.leg).Amount; got != c.want {
			t.Errorf("%+v: leg %d says %q, want %q", c.view, c.leg, got, c.want)
		}
	}
}

func TestSizesGrowWithMoney(t *testing.T) {
	scene := dealScene(t)
	for _, a := range scene.Discs {
		if a.Radius < smallestRadius || a.Radius > largestRadius {
			t.Errorf("%s has radius %g", a.Name, a.Radius)
		}
		for _, b := range scene.Discs {
			if a.Through > b.Through && a.Radius <= b.Radius {
				t.Errorf("%s passes more than %s and is not larger", a.Name, b.Name)
			}
		}
	}
	for _, a := range scene.Arrows {
		for _, b := range scene.Arrows {
			if a.Known && b.Known && a.Money > b.Money && a.Width <= b.Width {
				t.Errorf("%s is not wider than %s", a.Amount, b.Amount)
			}
		}
	}
	// The areas of two discs differ as their money does, beside the area that every disc has.
	own := func(d Disc) float64 { return d.Radius*d.Radius - smallestRadius*smallestRadius }
	x, y := discOf(t, scene, oracle), discOf(t, scene, microsoft)
	if got, want := own(x)/own(y), 300.0/250; math.Abs(got-want) > 1e-9 {
		t.Errorf("areas are as %g, money as %g", got, want)
	}
}

func TestArrowsTouchTheRims(t *testing.T) {
	for name, scene := range map[string]*Scene{"deals": dealScene(t), "random": Build(randomInput(t, 60, 150))} {
		for _, a := range scene.Arrows {
			payer, payee := &scene.Discs[a.payerDisc], &scene.Discs[a.payeeDisc]
			for _, end := range []struct {
				disc *Disc
				at   layout.Point
			}{{payer, a.Curve.From}, {payee, a.Curve.To}} {
				way := minus(end.at, end.disc.Centre)
				if off := length(way) - shapeOf(end.disc.Role).rim(way)*end.disc.Radius; math.Abs(off) > 0.01 {
					t.Errorf("%s: leg %d ends %g from the rim of %s (%s)", name, a.Leg, off, end.disc.Name, end.disc.Role)
				}
			}
			if a.Head[1] != a.Curve.To {
				t.Errorf("%s: the head of leg %d does not end where its line does", name, a.Leg)
			}
			// The shaft must end under the head, neither before its base nor beyond its tip.
			base := between(a.Head[0], a.Head[2], 0.5)
			if d := distance(a.Shaft.To, a.Curve.To); d > distance(base, a.Curve.To)+0.01 {
				t.Errorf("%s: the shaft of leg %d ends %g before its head", name, a.Leg, d)
			}
		}
	}
}

func TestParallelAndOppositeLegsAreApart(t *testing.T) {
	scene := dealScene(t)
	for _, pair := range [][2]deal.LegID{{1, 2}, {3, 4}, {8, 9}, {11, 12}} {
		a, b := arrowOf(t, scene, pair[0]), arrowOf(t, scene, pair[1])
		if d := nearCurve(a.Curve, b.Curve.At(0.5)); d < (a.Width+b.Width)/2+1 {
			t.Errorf("legs %v are %g apart in the middle, with widths %g and %g", pair, d, a.Width, b.Width)
		}
	}
}

func TestLoopsGlow(t *testing.T) {
	in := dealInput(t, network.View{})
	in.Measures = &network.Measures{Circular: make([]int64, len(in.Network.Flows))}
	for i := range in.Network.Flows {
		if in.Network.Flows[i].Payer == int(amazon-1) && in.Network.Flows[i].Payee == int(openAI-1) {
			in.Measures.Circular[i] = in.Network.Flows[i].Money
		}
	}
	scene := Build(in)
	for leg, want := range map[deal.LegID]float64{1: 1, 2: LoopFaint, 7: LoopFaint, 8: 0, 10: 0, 13: 0, 14: 0} {
		arrow := arrowOf(t, scene, leg)
		if math.Abs(arrow.Loop-want) > 1e-9 || (arrow.Glow > 0) != (want > 0) {
			t.Errorf("leg %d: loop %g, glow %g, want loop %g", leg, arrow.Loop, arrow.Glow, want)
		}
	}
}

func TestCompaniesWithoutAPlaceAreLeftOut(t *testing.T) {
	in := dealInput(t, network.View{})
	in.Places = append([]layout.Point(nil), dealPlaces[:8]...) // none for SoftBank
	in.Places[7] = layout.Point{X: 1e300}                      // AMD is beyond the canvas
	in.Places[1] = layout.NoPlace()                            // nor for Amazon
	scene := Build(in)
	if len(scene.Discs) != 6 || len(scene.Arrows) != 8 {
		t.Errorf("got %d discs and %d arrows, want 6 and 8", len(scene.Discs), len(scene.Arrows))
	}
}

func TestAnEmptyBook(t *testing.T) {
	book := deal.NewBook(deal.Book{})
	built, err := network.Build(book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	scene := Build(Input{Book: book, Network: built, ShowLegend: true})
	if !scene.Bounds.Empty() || len(scene.Labels(1)) != 0 || !scene.Hit(layout.Point{}, 5).Nothing() {
		t.Errorf("an empty book shows something: %+v", scene.Bounds)
	}
	if _, text, _ := svgOf(t, scene, Frame{}); !strings.Contains(text, "Nothing to draw") || scene.Legend.Shown() {
		t.Errorf("an empty picture does not say that it is empty: %q", text)
	}
	placing := Build(Input{Book: book, Network: built, ShowLegend: true, Placing: 2000})
	if _, text, _ := svgOf(t, placing, Frame{}); !strings.Contains(text, "Placing 2,000 companies…") {
		t.Errorf("a picture that waits for its places says %q", text)
	}
	if camera := (Camera{Width: 100, Height: 100, Scale: 1}).Fit(scene); camera.Zoom != 1 {
		t.Errorf("zoom %g", camera.Zoom)
	}
}

func TestBuildTwiceIsTheSame(t *testing.T) {
	in := randomInput(t, 60, 150)
	a, b := Build(in), Build(in)
	if !reflect.DeepEqual(a.Arrows, b.Arrows) || !reflect.DeepEqual(a.Labels(1), b.Labels(1)) || !reflect.DeepEqual(a.Labels(0.3), b.Labels(0.3)) {
		t.Error("two scenes of one input differ")
	}
}
