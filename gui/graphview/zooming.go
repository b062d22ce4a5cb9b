package graphview

import (
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// NaturalSize shows the picture at 100%: a unit of the canvas is a unit of the screen.
func (v *View) NaturalSize() { v.ZoomBy(1 / v.camera.Zoom) }

// selectionMargin is what FitSelection leaves free around what is selected, as a part of the canvas on each side.
const selectionMargin = 0.12

// FitSelection shows what is selected as large as it goes: companies, and the companies at both ends of legs. It
// shows everything when nothing of it is drawn.
func (v *View) FitSelection() {
	if v.scene == nil || v.camera.Width == 0 {
		return
	}
	wanted := slices.Concat(v.selection.Companies, v.selection.Loop)
	for _, id := range v.selection.Legs {
		if arrow, ok := v.scene.Arrow(id); ok {
			companies := v.content.Network.Companies
			wanted = append(wanted, companies[arrow.Payer].ID, companies[arrow.Payee].ID)
		}
	}
	low, high, any := v.around(wanted)
	if !any {
		v.Fit()
		return
	}
	v.fitted = false
	width, height := float64(v.camera.Width)/v.camera.Scale, float64(v.camera.Height)/v.camera.Scale
	part := 1 - 2*selectionMargin
	zoom := min(part*width/max(high.X-low.X, 1), part*height/max(high.Y-low.Y, 1), largestSelection)
	v.camera.Centre = layout.Point{X: (low.X + high.X) / 2, Y: (low.Y + high.Y) / 2}
	v.ZoomBy(zoom / v.camera.Zoom)
}

// largestSelection is the zoom at which FitSelection stops.
const largestSelection = 2.5

// around returns the rectangle around the discs of companies and the names below them.
func (v *View) around(ids []deal.CompanyID) (low, high layout.Point, any bool) {
	for _, id := range ids {
		disc, ok := v.disc(id)
		if !ok {
			continue
		}
		const name = 32 // room of a name below its disc
		from := layout.Point{X: disc.Centre.X - disc.Radius, Y: disc.Centre.Y - disc.Radius}
		to := layout.Point{X: disc.Centre.X + disc.Radius, Y: disc.Centre.Y + disc.Radius + name}
		if !any {
			low, high, any = from, to, true
			continue
		}
		low = layout.Point{X: min(low.X, from.X), Y: min(low.Y, from.Y)}
		high = layout.Point{X: max(high.X, to.X), Y: max(high.Y, to.Y)}
	}
	return low, high, any
}
