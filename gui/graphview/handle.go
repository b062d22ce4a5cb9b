package graphview

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// handle is the small disc that appears beside a company under the pointer, on the pointer's side: dragging it to another
// company enters a deal between them, and so does dragging from the rim of a company itself. The handle lies outside the
// rim, so that the whole of a company that is too small for a rim can be carried.
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
	_, _, onBadge := v.badgeAt(at)
	return v.scene != nil && !onBadge && v.scene.Hit(v.world(at), 0).Company == 0
}

// tellHandle says what dragging from a handle or a rim does.
func tellHandle(picture.Target) []HoverLine {
	return []HoverLine{{Text: "Drag to the company that is paid"}}
}

// The rim of a company reaches so far inside its edge, but no more than a part of its radius, and as far outside as the
// pointer reaches. Companies of a smaller radius have none. In units of the screen.
const (
	rimInside = 4.5
	rimPart   = 0.25
	rimLeast  = 14
)

// rimAt returns the company on whose rim the position is, or 0. Between two companies it is that of the nearer one.
func (v *View) rimAt(at fyne.Position) deal.CompanyID {
	if v.scene == nil || v.OnDeal == nil || v.onLegend(at) {
		return 0
	}
	if _, _, ok := v.badgeAt(at); ok {
		return 0
	}
	point, zoom := v.world(at), v.camera.Zoom
	id := v.scene.Hit(point, reach/zoom).Company
	disc, ok := v.disc(id)
	if !ok || disc.Radius*zoom < rimLeast {
		return 0
	}
	away := math.Hypot(point.X-disc.Centre.X, point.Y-disc.Centre.Y)
	outwards := towards(disc.Centre, point, away+min(rimInside/zoom, rimPart*disc.Radius))
	if v.scene.Hit(outwards, 0).Company == id {
		return 0
	}
	return id
}

// handleTurns is in how many directions the handle stands around a company: it follows the pointer in steps.
const handleTurns = 24

// showHandleBy shows the handle at the company, on the pointer's side; 0 hides it.
func (v *View) showHandleBy(id deal.CompanyID, pointer fyne.Position) {
	disc, ok := v.disc(id)
	if !ok || v.OnDeal == nil {
		v.showHandle(0)
		return
	}
	point := v.world(pointer)
	if 3*math.Hypot(point.X-disc.Centre.X, point.Y-disc.Centre.Y) < disc.Radius {
		v.showHandle(id)
		return
	}
	v.putHandle(disc, math.Atan2(point.Y-disc.Centre.Y, point.X-disc.Centre.X))
}

// onName reports whether a handle at the position covers the name of the company.
func (v *View) onName(id deal.CompanyID, at fyne.Position) bool {
	for _, label := range v.scene.Labels(v.labelZoom()) {
		if label.Company == id && label.Leg == 0 {
			low, high := v.position(label.Box.Low), v.position(label.Box.High)
			return away(at, low, high) < handleRadius
		}
	}
	return false
}

// showHandle shows the handle at the company, where no flag is near; 0 hides it.
func (v *View) showHandle(id deal.CompanyID) {
	disc, ok := v.disc(id)
	if !ok || v.OnDeal == nil {
		if v.handle.company != 0 {
			v.handle.company = 0
			v.mark()
		}
		return
	}
	free := disc.FreeRim()
	v.putHandle(disc, math.Atan2(free.Y-disc.Centre.Y, free.X-disc.Centre.X))
}

// putHandle puts the handle outside the company's rim, in the step that is nearest to the angle and beside the name.
func (v *View) putHandle(disc picture.Disc, angle float64) {
	const turn = 2 * math.Pi / handleTurns
	nearest := math.Round(angle / turn)
	place := func(step float64) fyne.Position {
		sin, cos := math.Sincos(turn * (nearest + step))
		return v.handleAt(disc, disc.RimTowards(layout.Point{X: cos, Y: sin}))
	}
	at := place(0)
	for _, step := range []float64{1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6} {
		if !v.onName(disc.Company, at) {
			break
		}
		at = place(step)
	}
	if v.handle.company == disc.Company && v.handle.at == at {
		return
	}
	v.handle.company, v.handle.at = disc.Company, at
	v.mark(v.handle.objects(v)...)
}

// handleAt returns where the middle of a handle stands outside a place on the company's rim.
func (v *View) handleAt(disc picture.Disc, rim layout.Point) fyne.Position {
	out := math.Hypot(rim.X-disc.Centre.X, rim.Y-disc.Centre.Y) + (handleRadius+handleGap)/v.camera.Zoom
	return v.position(towards(disc.Centre, rim, out))
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
