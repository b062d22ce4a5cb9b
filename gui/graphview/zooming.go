package graphview

import (
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// NaturalSize shows the picture at 100%: a unit of the canvas is a unit of the screen.
func (v *View) NaturalSize() { v.ZoomBy(1 / v.camera.Zoom) }

// chosen returns the companies that are selected, and those at both ends of the legs that are.
func (v *View) chosen() []deal.CompanyID {
	ids := slices.Concat(v.selection.Companies, v.selection.Loop)
	for _, id := range v.selection.Legs {
		if arrow, ok := v.scene.Arrow(id); ok {
			companies := v.content.Network.Companies
			ids = append(ids, companies[arrow.Payer].ID, companies[arrow.Payee].ID)
		}
	}
	return ids
}

// into returns the camera that shows an area of the canvas as large as it goes up to a zoom, in the larger of the
// rooms that the legend leaves, with a margin around it as a part of the room.
func (v *View) into(area picture.Rect, margin, most float64) picture.Camera {
	best := picture.Camera{}
	for _, room := range v.rooms() {
		if try := inside(v.camera, area, room, margin, most); try.Zoom > best.Zoom {
			best = try
		}
	}
	return best
}

// rooms returns the parts of the canvas that are free for what is selected, in pixels: beside the legend and above
// it, clear of the overview, or all of the canvas where there is no legend.
func (v *View) rooms() []picture.Rect {
	width, height := float64(v.camera.Width), float64(v.camera.Height)
	whole := picture.Rect{Low: layout.Point{Y: v.coveredBox().High.Y}, High: layout.Point{X: width, Y: height}}
	legend := v.scene.LegendBox(v.camera)
	if legend.Empty() {
		return []picture.Rect{whole}
	}
	beside, above := whole, whole
	beside.Low.X = min(legend.High.X, width/2)
	above.High.Y = max(legend.Low.Y, height/2)
	if !v.Overview() || v.Presented {
		return []picture.Rect{above, beside}
	}
	taken, scale := v.overviewRoom().AddWidthHeight(2*overviewMargin, 2*overviewMargin), v.camera.Scale
	// The overview stands above the legend where there is no room for it beside.
	if legend.High.X > width-float64(taken.Width)*scale {
		above.High.X -= float64(taken.Width) * scale
		return []picture.Rect{above, beside}
	}
	upper, left := beside, beside
	upper.High.Y -= float64(taken.Height) * scale
	left.High.X -= float64(taken.Width) * scale
	return []picture.Rect{above, upper, left}
}

// inside returns the camera that shows an area of the canvas in the middle of a room, with a margin around it, up to
// a zoom.
func inside(c picture.Camera, area, room picture.Rect, margin, most float64) picture.Camera {
	free, size := room.Size(), area.Size()
	part := 1 - 2*margin
	c.Zoom = min(part*free.Width/max(size.Width, 1), part*free.Height/max(size.Height, 1)) / c.Scale
	c.Zoom = min(c.Zoom, most)
	off := room.Middle()
	c.Centre = layout.Point{
		X: area.Middle().X - (off.X-float64(c.Width)/2)/(c.Zoom*c.Scale),
		Y: area.Middle().Y - (off.Y-float64(c.Height)/2)/(c.Zoom*c.Scale),
	}
	return c
}

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
