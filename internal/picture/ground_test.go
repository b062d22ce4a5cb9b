package picture

import (
	"context"
	"testing"

	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// The ground of a leg lies even on both sides of it between its companies, and its ends lie under these.
func TestAGroundLiesEvenBesideItsLeg(t *testing.T) {
	whole := randomInput(t, 60, 150)
	pictures := []Input{whole}
	for _, loop := range network.FindLoops(context.Background(), whole.Network, network.Limits{MaxLen: 4, Top: 12}).Top {
		pictures = append(pictures, alone(whole, loop.Path))
	}
	for _, in := range pictures {
		scene := Build(in)
		d := &drawing{scene: scene, f: 1, camera: Camera{Scale: 1, Zoom: 1}}
		for i := range scene.Arrows {
			a := &scene.Arrows[i]
			ground := d.underDiscs(a)
			for step := range 9 {
				if off := farFrom(ground, a.Curve.At(float64(step)/8)); off > 0.5 {
					t.Fatalf("leg %d runs %.1f beside the middle of its ground", a.Leg, off)
				}
			}
			for _, end := range []struct {
				at   layout.Point
				disc *Disc
			}{{ground.From, &scene.Discs[a.payerDisc]}, {ground.To, &scene.Discs[a.payeeDisc]}} {
				if far := distance(end.at, end.disc.Centre); far > 1.2*end.disc.Radius {
					t.Errorf("leg %d: its ground ends %.1f from a company of %.1f", a.Leg, far, end.disc.Radius)
				}
			}
		}
	}
}

// farFrom returns how far a point is from a curve.
func farFrom(c layout.Curve, p layout.Point) float64 {
	const pieces = 3000
	least := distance(c.From, p)
	for i := range pieces + 1 {
		least = min(least, distance(c.At(float64(i)/pieces), p))
	}
	return least
}

// The more money goes round along a leg, the wider and stronger its ground.
func TestGroundsAreByTheMoneyThatGoesRound(t *testing.T) {
	in := randomInput(t, 8, 20)
	measures := network.Measures{Circular: make([]int64, len(in.Network.Flows))}
	for i := range in.Network.Flows {
		measures.Circular[i] = in.Network.Flows[i].Money / int64(1+i%7)
	}
	in.Measures = &measures
	scene := Build(in)
	var most, least *Arrow
	for i := range scene.Arrows {
		switch a := &scene.Arrows[i]; {
		case a.Loop == 0:
		case most == nil:
			most, least = a, a
		case a.round > most.round:
			most = a
		case a.round < least.round:
			least = a
		}
	}
	if most == nil || most.Loop != 1 || least.Loop >= most.Loop || least.Glow >= most.Glow {
		t.Fatalf("most %+v, least %+v", most, least)
	}
	for name, st := range map[string]*Style{"light": Light(), "dark": Dark()} {
		d := &drawing{scene: scene, style: st, f: 1, camera: Camera{Scale: 1, Zoom: 1}}
		strong, faint := Contrast(d.loopGround(most.Loop), st.Background), Contrast(d.loopGround(LoopFaint), st.Background)
		if strong <= faint || faint <= 1 {
			t.Errorf("%s: the grounds have a contrast of %.2f and %.2f", name, strong, faint)
		}
	}
}
