package picture

import (
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/network"
)

// TestShortLegendExplainsEverything: it says the same in fewer words, in columns that are filled evenly.
func TestShortLegendExplainsEverything(t *testing.T) {
	in := randomInput(t, 20, 45)
	in.View = network.View{OnlyKnown: true}
	in.LegendForm = LegendShort
	scene := Build(in)
	camera := Camera{Width: 1200, Height: 900, Scale: 2}.Fit(scene)
	short := scene.legendIn(camera)
	if short.Heading != scene.Legend.Heading || !strings.Contains(strings.Join(short.Notes, " "), "disclosed only") {
		t.Errorf("the short legend says %q and %q", short.Heading, short.Notes)
	}
	if len(short.Lines) != len(scene.Legend.Lines) || short.widths != scene.Legend.widths {
		t.Error("the short legend leaves out a way of drawing legs")
	}
	if !slices.Equal(short.Roles, scene.Legend.Roles) || !slices.Equal(short.Notes, scene.Legend.Notes) {
		t.Errorf("the short legend explains the roles %v and notes %v, not %v and %v", short.Roles, short.Notes, scene.Legend.Roles, scene.Legend.Notes)
	}
	if columns := short.columns(); len(columns[0])-len(columns[1]) > 1 || len(columns[1]) > len(columns[0]) {
		t.Errorf("the columns of the short legend have %d and %d rows", len(columns[0]), len(columns[1]))
	}
	box := scene.LegendBox(camera)
	for _, line := range short.Lines {
		if 2*textWidth(line.Text, false, legendSize)*camera.Scale > box.Size().Width {
			t.Errorf("%q is wider than its column", line.Text)
		}
	}
	in.LegendForm = LegendFull
	if full := Build(in).LegendBox(camera).Size(); full.Width*full.Height < 1.2*box.Size().Width*box.Size().Height {
		t.Errorf("the short legend takes %v of the full one's %v", box.Size(), full)
	}
	in.LegendForm = LegendByRoom
	scene = Build(in)
	for _, size := range []struct {
		width, height int
		want          LegendForm
	}{{700, 500, LegendShort}, {2400, 1800, LegendFull}} {
		if got := scene.LegendForm(Camera{Width: size.width, Height: size.height, Scale: 1}); got != size.want {
			t.Errorf("in %v by %v the legend is %s", size.width, size.height, got)
		}
	}
}
