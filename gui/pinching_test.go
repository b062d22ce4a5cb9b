package gui

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
)

// zoomedBy pinches in the middle of the canvas and returns how much larger that is shown then.
func zoomedBy(w *Window, factor float64) float64 {
	_, before := w.canvas.Scene()
	size := w.canvas.Size()
	middle := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.canvas).AddXY(size.Width/2, size.Height/2)
	w.pinched(middle, factor)
	_, after := w.canvas.Scene()
	return after.Zoom / before.Zoom
}

func TestPinchZoomsTheCanvasThatIsSeen(t *testing.T) {
	w := openSample(t)
	for _, state := range []struct {
		name       string
		begin, end func()
		zooms      bool
	}{
		{"the canvas", func() {}, func() {}, true},
		{"a form over it", w.addDeal, w.closeForm, false},
		{"a page of help over it", w.showCanvasHelp, func() { w.asked.Hide() }, false},
		{"the tools in its place", w.toggleTools, w.toggleTools, false},
		{"scenarios side by side in its place", w.toggleSideBySide, w.toggleSideBySide, false},
		{"the presentation", w.togglePresentation, w.togglePresentation, true},
		{"the canvas again", func() {}, func() {}, true},
	} {
		state.begin()
		want := 1.0
		if state.zooms {
			want = 1.5
		}
		if got := zoomedBy(w, 1.5); math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: a pinch of 1.5 zooms by %v, want %v", state.name, got, want)
		}
		state.end()
	}
}
