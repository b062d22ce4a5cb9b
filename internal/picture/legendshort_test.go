package picture

import (
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestShortLegendExplainsEverything: it says the same in fewer words, in columns that are filled evenly.
func TestShortLegendExplainsEverything(t *testing.T) {
	in := randomInput(t, 20, 45)
	in.View = network.View{OnlyDisclosed: true}
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
	if !slices.Equal(short.Roles, scene.Legend.Roles) || strings.Join(short.Notes, "\n") != strings.Replace(strings.Join(scene.Legend.Notes, "\n"), largerThrough, largerShort, 1) {
		t.Errorf("the short legend explains the roles %v and notes %v, not %v and %v", short.Roles, short.Notes, scene.Legend.Roles, scene.Legend.Notes)
	}
	if columns := short.columns(); max(len(columns[0])-len(columns[1]), len(columns[1])-len(columns[0])) > 1 {
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

// TestShortLegendLeavesNoCellAlone: nothing stands in the column of others while the rest of its kind stands beside it,
// and for that the legend becomes no higher.
func TestShortLegendLeavesNoCellAlone(t *testing.T) {
	for _, c := range []struct{ lines, badges, roles, lonely int }{
		{5, 3, 3, 0}, {5, 1, 3, 0}, {4, 0, 5, 0}, {2, 0, 1, 0}, {3, 3, 0, 0}, {6, 3, 5, 1}, {7, 1, 8, 0}, {0, 0, 0, 0},
	} {
		lines, badges, roles := make(legendColumn, c.lines), make(legendColumn, c.badges), make(legendColumn, c.roles)
		for i := range badges {
			badges[i].sign = signBadge
		}
		for i := range roles {
			roles[i].sign = signRole
		}
		columns := evenColumns(lines, badges, roles)
		if all := c.lines + c.badges + c.roles; max(len(columns[0]), len(columns[1])) != (all+1)/2 || len(columns[0])+len(columns[1]) != all {
			t.Errorf("%+v: %d and %d rows", c, len(columns[0]), len(columns[1]))
		}
		if got := columns.lonely(); got != c.lonely {
			t.Errorf("%+v: %d cells stand apart from their kind, want %d", c, got, c.lonely)
		}
	}
}

// TestFullLegendTakesFewRows: badges stand below legs or below companies, wherever that makes the legend lower.
func TestFullLegendTakesFewRows(t *testing.T) {
	for _, c := range []struct{ lines, roles, badges, rows int }{{5, 6, 2, 7}, {5, 3, 3, 6}, {2, 0, 1, 2}, {4, 6, 0, 6}} {
		l := Legend{Lines: make([]LegendLine, c.lines), Roles: make([]deal.Role, c.roles), Badges: make([]Badge, c.badges)}
		if got := l.columns().rows(); got != c.rows {
			t.Errorf("%+v: the legend has %d rows", c, got)
		}
	}
}

// TestLegendExplainsInitials: where first letters stand for a name the legend says so, in either form, and else not.
func TestLegendExplainsInitials(t *testing.T) {
	in := randomInput(t, 40, 120)
	in.ShowLegend = true
	scene := Build(in)
	disc := &scene.Discs[0]
	camera := Camera{Zoom: 1, Width: 900, Height: 700, Scale: 1}
	for _, form := range []LegendForm{LegendFull, LegendShort} {
		shown := scene.WithLegendForm(form)
		for sign, want := range map[string]bool{"HF": true, disc.Name: false} {
			shown.Discs[0].letters = sign
			shown.fixed = []Label{{Lines: []string{sign}, Company: disc.Company}}
			if notes := strings.Join(shown.legendIn(camera).Notes, "\n"); strings.Contains(notes, "HF: initials") != want {
				t.Errorf("%s form, %q is written: the legend notes %s", form, sign, notes)
			}
			if notes := strings.Join(shown.legendIn(camera).onPaper().Notes, "\n"); (strings.Contains(notes, "HF: initials") && !strings.Contains(notes, "point")) != want {
				t.Errorf("%s form, %q is written: the legend notes %s in a file", form, sign, notes)
			}
		}
	}
}

// TestLegendExplainsShortNames: where first words or a ticker stand for a name, which look like all of it, the legend says so.
func TestLegendExplainsShortNames(t *testing.T) {
	whole := Build(randomInput(t, 40, 120))
	camera := Camera{Zoom: 1, Width: 900, Height: 700, Scale: 1}
	for form, ends := range map[LegendForm][2]string{LegendFull: {": short name", ": initials · Kelso: short name"}, LegendShort: {": short", ", Kelso: short"}} {
		scene := whole.WithLegendForm(form)
		disc := &scene.Discs[0]
		disc.Name, disc.letters = "Kelso Reasoning", "KRe"
		written := func(names ...string) string {
			scene.fixed = nil
			for _, name := range names {
				scene.fixed = append(scene.fixed, Label{Lines: strings.Split(name, "|"), Company: disc.Company})
			}
			return strings.Join(scene.legendIn(camera).onPaper().Notes, "\n")
		}
		for name, want := range map[string]string{
			"Kelso": "Kelso" + ends[0], "KRe": "KRe: initials", "Kelso|Reasoning": "", "Kelso…": "", "K. Reasoning": "",
		} {
			if notes := written(name); want != "" && !strings.Contains(notes, want) || want == "" && strings.Contains(notes, "short") {
				t.Errorf("%s form, %q is written: the legend notes %s", form, name, notes)
			}
		}
		if notes := written("Kelso", "KRe"); !strings.Contains(notes, "KRe"+ends[1]) {
			t.Errorf("%s form: the legend notes %s", form, notes)
		}
	}
}

// TestShortLegendSaysThatOnlyMainLegsHaveTheirGround: from afar, and not from near where all have it.
func TestShortLegendSaysThatOnlyMainLegsHaveTheirGround(t *testing.T) {
	in := measured(t, arranged(hubInput(t, 400, 900, 1), deal.LayoutStress))
	in.LegendForm, in.ShowLegend = LegendShort, true
	scene := Build(in)
	camera := Camera{Width: 1000, Height: 760, Scale: 1}.Fit(scene)
	for zoom, want := range map[float64]string{camera.Zoom: "on a loop (main ones)", 40 * camera.Zoom: "on a loop"} {
		camera.Zoom = zoom
		for _, line := range scene.Seen(camera, camera).legendIn(camera).Lines {
			if line.Mark == MarkLoop && line.Text != want {
				t.Errorf("at a zoom of %.2f the short legend says %q", zoom, line.Text)
			}
		}
	}
}
