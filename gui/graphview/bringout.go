package graphview

import (
	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// putUnderLegend returns the companies that the analyst has put elsewhere since the scene before, and that are mostly under
// the legend there. One that only touches it stays where it was put, and the camera with it.
func putUnderLegend(before *picture.Scene, j *job) (hidden []deal.CompanyID) {
	legend := j.scene.LegendBox(j.camera)
	if before == nil || legend.Empty() {
		return nil
	}
	was := make(map[deal.CompanyID]layout.Point)
	for i := range before.Whole().Discs {
		was[before.Whole().Discs[i].Company] = before.Whole().Discs[i].Centre
	}
	for i := range j.scene.Discs {
		disc := &j.scene.Discs[i]
		if at, there := was[disc.Company]; there && disc.Pinned && at != disc.Centre && underMiddle(j.camera, disc, legend) {
			hidden = append(hidden, disc.Company)
		}
	}
	return hidden
}

// bringOut moves the canvas as little as it takes for companies, with the names below them, to stand beside the legend
// or above it, and shows less of it only where they do not fit there.
func (v *View) bringOut(ids []deal.CompanyID) {
	low, high, any := v.around(ids)
	if !any {
		return
	}
	to, least := v.into(picture.Rect{Low: low, High: high}, revealMargin, v.camera.Zoom), 0.0
	box := picture.Rect{Low: v.camera.ToScreen(low), High: v.camera.ToScreen(high)}
	for _, room := range v.rooms() {
		size, free, clear := box.Size(), room.Size(), 2*overviewMargin*v.camera.Scale
		if size.Width > free.Width-2*clear || size.Height > free.Height-2*clear {
			continue
		}
		x := shiftInto(box.Low.X, box.High.X, room.Low.X+clear, room.High.X-clear)
		y := shiftInto(box.Low.Y, box.High.Y, room.Low.Y+clear, room.High.Y-clear)
		if way := x*x + y*y; least == 0 || way < least {
			least, to = way, v.camera
			to.Centre.X -= x / (v.camera.Zoom * v.camera.Scale)
			to.Centre.Y -= y / (v.camera.Zoom * v.camera.Scale)
		}
	}
	v.travelToward(to)
}

// shiftInto returns how far to move a stretch along its line to lie within another.
func shiftInto(low, high, least, most float64) float64 {
	switch {
	case low < least:
		return least - low
	case high > most:
		return most - high
	}
	return 0
}

// underMiddle reports whether a rectangle of the screen holds the middle of a disc.
func underMiddle(c picture.Camera, disc *picture.Disc, box picture.Rect) bool {
	at := c.ToScreen(disc.Centre)
	return box.Overlaps(picture.Rect{Low: at, High: at})
}
