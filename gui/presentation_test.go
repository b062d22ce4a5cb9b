package gui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
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
