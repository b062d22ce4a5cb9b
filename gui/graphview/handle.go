package graphview

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"roundtrip/internal/deal"
)

// handle is the small disc that appears beside a company under the pointer: dragging it to another company enters a
// deal between them. It lies outside the company's rim, so that the whole of the company can be carried, however small
// it is on the screen.
type handle struct {
	company deal.CompanyID // 0: not shown
	at      fyne.Position  // its middle
	ground  *canvas.Circle
	lines   [3]*canvas.Line // an arrow
}

// The handle's radius, how far from its middle it is still taken, and the gap between it and the company's rim, in
// units of the screen.
const (
	handleRadius = 8
	handleReach  = 11
	handleGap    = 1.5
)

// toHandle marks what is told about the handle, not about the company itself.
const toHandle deal.LegID = -1

// onHandle reports whether the position is on the handle. A company that reaches under it comes first.
func (v *View) onHandle(at fyne.Position) bool {
	h := &v.handle
	if h.company == 0 || math.Hypot(float64(at.X-h.at.X), float64(at.Y-h.at.Y)) > handleReach {
		return false
	}
	return v.scene != nil && v.scene.Hit(v.world(at), 0).Company == 0
}

// showHandle shows the handle at the company; 0 hides it.
func (v *View) showHandle(id deal.CompanyID) {
	disc, ok := v.disc(id)
	if !ok || v.OnDeal == nil {
		if v.handle.company != 0 {
			v.handle.company = 0
			v.mark()
		}
		return
	}
	rim := disc.FreeRim()
	away := math.Hypot(rim.X-disc.Centre.X, rim.Y-disc.Centre.Y)
	at := v.position(towards(disc.Centre, rim, away+(handleRadius+handleGap)/v.camera.Zoom))
	if v.handle.company == id && v.handle.at == at {
		return
	}
	v.handle.company, v.handle.at = id, at
	v.mark(v.handle.objects(v)...)
}

func (h *handle) objects(v *View) []fyne.CanvasObject {
	if h.ground == nil {
		h.ground = canvas.NewCircle(nil)
		h.ground.StrokeWidth = 1.5
		for i := range h.lines {
			h.lines[i] = canvas.NewLine(nil)
			h.lines[i].StrokeWidth = 1.8
		}
	}
	h.ground.FillColor = theme.ColorForWidget(theme.ColorNamePrimary, v)
	h.ground.StrokeColor = theme.ColorForWidget(theme.ColorNameBackground, v)
	h.ground.Move(h.at.SubtractXY(handleRadius, handleRadius))
	h.ground.Resize(fyne.NewSquareSize(2 * handleRadius))
	tip := h.at.AddXY(4.5, 0)
	for i, from := range []fyne.Position{h.at.AddXY(-4.5, 0), h.at.AddXY(1, -3.5), h.at.AddXY(1, 3.5)} {
		h.lines[i].StrokeColor = theme.ColorForWidget(theme.ColorNameForegroundOnPrimary, v)
		h.lines[i].Position1, h.lines[i].Position2 = from, tip
	}
	return []fyne.CanvasObject{h.ground, h.lines[0], h.lines[1], h.lines[2]}
}
