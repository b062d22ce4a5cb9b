package gui

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestALegIsAsWideOnEveryDay looks at the legs of the sample as of early days and under filters: what is drawn of them is as
// wide as in the whole picture, and no company is larger.
func TestALegIsAsWideOnEveryDay(t *testing.T) {
	w := openSample(t)
	scene, _ := w.canvas.Scene()
	width, radius := make(map[deal.LegID]float64), make(map[deal.CompanyID]float64)
	for _, arrow := range scene.Arrows {
		width[arrow.Leg] = arrow.Width
	}
	for _, disc := range scene.Discs {
		radius[disc.Company] = disc.Radius
	}
	for _, view := range []network.View{
		{AsOf: "2019-12"}, {AsOf: "2019-12", OnlyDated: true}, {AsOf: "2025-06"}, {OnlyLoops: true},
		{Kinds: []deal.Kind{deal.KindEquity}}, {Statuses: []deal.Status{deal.StatusActive}},
	} {
		w.session.setView(view)
		if scene, _ = w.canvas.Scene(); len(scene.Arrows) == 0 || len(scene.Arrows) >= len(width) {
			t.Fatalf("%+v: %d legs are drawn of %d", view, len(scene.Arrows), len(width))
		}
		for _, arrow := range scene.Arrows {
			if arrow.Width != width[arrow.Leg] {
				t.Errorf("%+v: leg %d is %.1f wide, not %.1f", view, arrow.Leg, arrow.Width, width[arrow.Leg])
			}
		}
		for _, disc := range scene.Discs {
			if disc.Radius > radius[disc.Company]+1e-9 {
				t.Errorf("%+v: %s has a radius of %.1f, not %.1f", view, disc.Name, disc.Radius, radius[disc.Company])
			}
		}
	}
}
