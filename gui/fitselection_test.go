package gui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestZoomToWhatIsSelectedFillsTheCanvas with every loop and every leg of the sample: names, amounts and notes of it are in
// sight and beside the legend, and it could not be much larger.
func TestZoomToWhatIsSelectedFillsTheCanvas(t *testing.T) {
	w := openSample(t)
	for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
		w.window.Resize(size)
		selections := map[string]picture.Selection{}
		for i, path := range w.loops.paths {
			selections[fmt.Sprintf("loop %d", i+1)] = picture.Selection{Loop: path}
		}
		for _, d := range w.session.book.Deals {
			for _, leg := range d.Legs {
				if w.session.counts(leg.ID) {
					selections[fmt.Sprintf("leg %d", leg.ID)] = picture.Selection{Legs: []deal.LegID{leg.ID}}
				}
			}
		}
		for name, selection := range selections {
			w.session.choose(selection)
			run(t, w, "Zoom to what is selected")
			ids := w.companiesMeant()
			scene, camera := w.canvas.Scene()
			area := scene.Extent(ids, camera.Zoom)
			box := picture.Rect{Low: camera.ToScreen(area.Low), High: camera.ToScreen(area.High)}
			if box.Low.X < 0 || box.Low.Y < 0 || box.High.X > float64(camera.Width) || box.High.Y > float64(camera.Height) {
				t.Errorf("%v, %s: %v reaches out of the canvas of %d by %d", size, name, box, camera.Width, camera.Height)
			}
			legend := scene.LegendBox(camera)
			if legend.Overlaps(box) {
				t.Errorf("%v, %s: %v is under the legend, %v", size, name, box, legend)
			}
			wide, high := box.Size().Width/float64(camera.Width), box.Size().Height/min(legend.Low.Y, float64(camera.Height))
			if camera.Zoom < 2.5 && wide < 0.55 && high < 0.75 { // that is the largest zoom
				t.Errorf("%v, %s: it has %.0f%% of the width and %.0f%% of the height above the legend", size, name, 100*wide, 100*high)
			}
		}
	}
}
