package picture

import (
	"fmt"
	"image/color"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

func TestTextHasContrast(t *testing.T) {
	for name, st := range map[string]*Style{"light": Light(), "dark": Dark()} {
		type pair struct {
			what  string
			a, b  color.RGBA
			least float64 // 4.5 for text, 3 for lines (WCAG 2.1)
		}
		pairs := []pair{
			{"names", st.Text, st.Background, 4.5}, {"faded names", st.TextFaded, st.Background, 4.5},
			{"financing amounts", st.Financing, st.Background, 4.5}, {"commercial amounts", st.Commercial, st.Background, 4.5},
			{"notes", st.OnMark, st.Smallest, 4.5}, {"badges", st.OnMark, st.Badge, 4.5},
			{"legend", st.TextFaded, st.Panel, 4.5}, {"legend's heading", st.Text, st.Panel, 4.5},
			{"financing on a loop", st.Financing, st.Loop, 3}, {"commercial on a loop", st.Commercial, st.Loop, 3},
			{"financing on a lit loop", st.Financing, st.LoopLit, 3}, {"commercial on a lit loop", st.Commercial, st.LoopLit, 3},
			{"rims of loops", st.LoopRim, st.Background, 3}, {"what was before", st.Ghost, st.Background, 3},
			{"examples in the legend", st.Ghost, st.Panel, 3}, {"badges", st.Badge, st.Background, 3},
			{"rims of what is selected", st.Accent, st.Background, 3}, {"the frame's words", st.TextFaded, st.Background, 4.5},
		}
		for _, role := range deal.Roles {
			fill := st.Roles[role]
			pairs = append(pairs, pair{"names in " + string(role), st.On(fill), fill, 4.5},
				pair{"faded names in " + string(role), st.OnFaded(fill), st.Fade(fill), 4.5},
				pair{string(role), fill, st.Background, 3})
		}
		for _, p := range pairs {
			if got := Contrast(p.a, p.b); got < p.least {
				t.Errorf("%s: %s have a contrast of %.2f", name, p.what, got)
			}
		}
		for _, role := range deal.Roles {
			if _, ok := st.Roles[role]; !ok {
				t.Errorf("%s: %s has no colour", name, role)
			}
		}
	}
}

func TestOwnColours(t *testing.T) {
	for text, want := range map[string]color.RGBA{
		"#c05000": {R: 0xc0, G: 0x50, A: 255}, "": Light().Roles[deal.RoleLab], "red": Light().Roles[deal.RoleLab],
		"#12345": Light().Roles[deal.RoleLab], "#gggggg": Light().Roles[deal.RoleLab], "#+12345": Light().Roles[deal.RoleLab],
	} {
		if got := Light().Role(deal.RoleLab, text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		own := fmt.Sprintf("#%06x", rapid.Uint32Range(0, 0xffffff).Draw(r, "colour"))
		for name, st := range map[string]*Style{"light": Light(), "dark": Dark()} {
			fill := st.Role(deal.RoleLab, own)
			if Contrast(fill, st.Background) < leastContrast {
				r.Errorf("%s: a company in %s cannot be seen", name, own)
			}
			if Contrast(st.On(fill), fill) < 4.5 {
				r.Errorf("%s: a name in %s cannot be read", name, own)
			}
			if Contrast(st.OnFaded(fill), st.Fade(fill)) < 4.5 {
				r.Errorf("%s: a name in a faded company in %s cannot be read", name, own)
			}
		}
	})
	if got := Light().Role("something new", ""); got != Light().Roles[deal.RoleOther] {
		t.Errorf("an unknown role is %v", got)
	}
}

func TestCameraThereAndBack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		draw := func(name string, low, high float64) float64 { return rapid.Float64Range(low, high).Draw(r, name) }
		c := Camera{
			Centre: layout.Point{X: draw("cx", -1e4, 1e4), Y: draw("cy", -1e4, 1e4)}, Zoom: draw("zoom", 0.02, 8),
			Width: 1120, Height: 800, Scale: draw("scale", 0.5, 3),
		}
		p := layout.Point{X: draw("x", -1e4, 1e4), Y: draw("y", -1e4, 1e4)}
		if back := c.ToWorld(c.ToScreen(p)); distance(back, p) > 1e-6 {
			r.Errorf("%v comes back as %v", p, back)
		}
		pixel := layout.Point{X: draw("px", 0, 1120), Y: draw("py", 0, 800)}
		if d := distance(c.ToWorld(pixel), c.ZoomedAt(pixel, draw("to", 0.02, 8)).ToWorld(pixel)); d > 1e-6 {
			r.Errorf("zooming at %v moves the canvas below by %g", pixel, d)
		}
	})
}

func TestFitShowsEverythingBesideTheLegend(t *testing.T) {
	for name, in := range map[string]Input{"deals": dealInput(t, network.View{}), "random": randomInput(t, 40, 90), "large": randomInput(t, 300, 700)} {
		scene := Build(in)
		for i, size := range [][2]int{{800, 600}, {1120, 800}, {1600, 500}, {1600, 1200}} {
			camera := Camera{Width: size[0], Height: size[1], Scale: []float64{1, 1, 1, 2}[i]}.Fit(scene)
			legend := scene.LegendBox(camera)
			if scene.under(camera, legend) {
				t.Errorf("%s at %v: the legend covers the network", name, size)
			}
			for _, label := range scene.Labels(camera.Zoom) {
				low, high := camera.ToScreen(label.Box.Low), camera.ToScreen(label.Box.High)
				if low.X < 0 || low.Y < 0 || high.X > float64(size[0]) || high.Y > float64(size[1]) {
					t.Errorf("%s at %v: %q is cut off", name, size, label.Lines)
				}
			}
		}
	}
}
