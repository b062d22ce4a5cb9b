package gui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// pressKeys asks for a command by its keys as they reach the window while no menu bar takes them.
func pressKeys(t *testing.T, w *Window, label string) {
	t.Helper()
	command := w.commandLabelled(label)
	if command == nil || command.shortcut() == nil {
		t.Fatalf("no keys stand for %q", label)
	}
	w.window.Canvas().(fyne.Shortcutable).TypedShortcut(command.shortcut())
}

func TestPresentationHearsTheKeysOfTheCanvas(t *testing.T) {
	w := openSample(t)
	pressKeys(t, w, "Next loop")
	if len(w.canvasSelection().Loop) > 0 {
		t.Fatal("beside the menu bar the window hears a command's keys: the menu would run it again")
	}
	key(w, fyne.KeyF11)
	pressKeys(t, w, "Next loop")
	first := w.canvasSelection().Loop
	shows(t, w.window.Content(), "Loop 1 of 5")
	pressKeys(t, w, "The loop by itself")
	if scene, _ := w.canvas.Scene(); len(scene.Discs) != len(first) {
		t.Errorf("the loop by itself shows %d companies", len(scene.Discs))
	}
	pressKeys(t, w, "Next loop")
	shows(t, w.window.Content(), "Loop 2 of 5")
	if second := w.canvasSelection().Loop; slices.Equal(first, second) {
		t.Error("the next loop is the same")
	}
	pressKeys(t, w, "The loop by itself")
	scene, _ := w.canvas.Scene()
	all := len(scene.Arrows)
	pressKeys(t, w, "Only financing")
	if scene, _ = w.canvas.Scene(); len(scene.Arrows) >= all {
		t.Error("the filter leaves nothing out")
	}
	pressKeys(t, w, "Undo")
	if scene, _ = w.canvas.Scene(); len(scene.Arrows) != all {
		t.Error("undo does not bring everything back")
	}
	for _, label := range []string{"Deals", "Filters…", "Find…", "Tools or canvas", "Sweep"} {
		pressKeys(t, w, label)
	}
	if w.filters.popup.Visible() || w.tools.open || w.window.Canvas().Focused() != fyne.Focusable(w.canvas) {
		t.Error("a command shows something that is not on the screen")
	}
	key(w, fyne.KeyEscape)
	now := w.canvasSelection().Loop
	pressKeys(t, w, "Next loop")
	if got := w.canvasSelection().Loop; !slices.Equal(got, now) {
		t.Error("after the presentation the window hears keys beside the menu bar")
	}
}

// letters returns how high the letters of a company's name are on the canvas, and those of the legend, in units of the screen.
func letters(t *testing.T, w *Window, name string) (ofName, ofLegend float64) {
	t.Helper()
	disc, _ := w.shownDisc(name)
	scene, camera := w.canvas.Scene()
	short := scene.WithLegendForm(picture.LegendShort)
	ofLegend = short.LegendBox(camera).Size().Height
	for _, label := range scene.Labels(camera.Zoom) {
		if label.Company == disc.Company {
			return label.Size * camera.Zoom * camera.Scale, ofLegend
		}
	}
	t.Fatalf("%s has no name", name)
	return 0, 0
}

// TestPresentationCanBeReadFromAfar: names, the legend and the words around the picture are larger than in the window.
func TestPresentationCanBeReadFromAfar(t *testing.T) {
	// In a large window names are large already, and a presentation adds what the canvas gains.
	for size, larger := range map[fyne.Size]float64{fyne.NewSize(1280, 800): 1.5, fyne.NewSize(1920, 1080): 1.2} {
		w := openSample(t)
		w.window.Resize(size)
		name, legend := letters(t, w, "OpenAI")
		least := max(1.4, size.Height/720)
		key(w, fyne.KeyF11)
		w.window.Resize(size)
		largeName, largeLegend := letters(t, w, "OpenAI")
		if largeName < larger*name {
			t.Errorf("%v: the letters of names are %.1f high, and %.1f in the window", size, largeName, name)
		}
		if largeLegend < 0.99*float64(least)*legend {
			t.Errorf("%v: the legend is %.0f high, and %.0f in the window", size, largeLegend, legend)
		}
		if title := theme.SizeForWidget(theme.SizeNameHeadingText, w.presentation.title); title < 0.99*least*sizes[theme.SizeNameHeadingText] {
			t.Errorf("%v: the title's letters are %v", size, title)
		}
		for _, said := range []string{"AI deals: who pays whom", "Headline totals, best figures", "Nov 2025", "Sources: Amazon-OpenAI"} {
			shows(t, w.window.Content(), said)
		}
		key(w, fyne.KeyEscape)
		w.window.Resize(size)
		if again, short := letters(t, w, "OpenAI"); w.presentation.on || again != name || short != legend {
			t.Errorf("%v: after Escape names are %.1f and not %.1f, the legend %.0f and not %.0f", size, again, name, short, legend)
		}
	}
}

func TestPresentationOfNothing(t *testing.T) {
	w := openWindow(t, deal.Edit{})
	key(w, fyne.KeyF11)
	shows(t, w.window.Content(), "there are no loops. Escape leaves.")
	key(w, fyne.KeyEscape)
	if w.presentation.on {
		t.Error("Escape does not leave")
	}
}
