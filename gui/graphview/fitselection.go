package graphview

import "roundtrip/internal/deal"

// selectionMargin is what FitSelection leaves free around what is selected, as a part of the room on each side.
const selectionMargin = 0.04

// FitSelection shows what is selected as large as it goes, with the names, amounts and notes of it: companies with the legs
// between them, a loop, or legs with the companies at both ends. It shows everything when nothing of it is drawn.
func (v *View) FitSelection() {
	if v.scene == nil || v.camera.Width == 0 {
		return
	}
	ids := v.chosen()
	area := v.scene.Extent(ids, 0)
	if area.Empty() {
		v.Fit()
		return
	}
	v.leaveFit()
	most := v.mostFor(ids)
	best := v.into(area, selectionMargin, most)
	for range 3 { // at another zoom texts are of another size, and others have room
		area = v.scene.Seen(best, best).Extent(ids, best.Zoom)
		best = v.into(area, selectionMargin, most)
	}
	v.camera.Centre = best.Centre
	v.ZoomBy(best.Zoom / v.camera.Zoom)
}

// The zoom at which FitSelection stops: that at which the largest of the companies has so large a radius on the screen, and
// within these two.
const (
	largestRadius                     = 64
	leastLargestZoom, mostLargestZoom = 2.5, 8
)

// mostFor returns the largest zoom at which companies are shown.
func (v *View) mostFor(ids []deal.CompanyID) float64 {
	radius := 1.0
	for _, id := range ids {
		if disc, ok := v.disc(id); ok {
			radius = max(radius, disc.Radius)
		}
	}
	return min(max(largestRadius/radius, leastLargestZoom), mostLargestZoom)
}
