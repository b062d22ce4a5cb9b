package graphview

import (
	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// Seek has the camera turn to all of the picture when what is drawn next has companies that come, or stand elsewhere, out of
// sight. Where all of them are in sight it stays as it is.
func (v *View) Seek() { v.seek = true }

// muchLarger is how many times as large all of the picture could be shown for a camera that follows it to turn to it
// although all of it is in sight.
const muchLarger = 1.3

// turnsTo reports whether a job's scene has companies out of sight that were not there before, or stood elsewhere, or they
// leave much of the canvas empty.
func (j *job) turnsTo(before *picture.Scene) bool {
	if before == nil || !j.seek {
		return false
	}
	was := make(map[deal.CompanyID]layout.Point)
	for i := range before.Whole().Discs {
		was[before.Whole().Discs[i].Company] = before.Whole().Discs[i].Centre
	}
	legend, moved := j.scene.LegendBox(j.camera), false
	for i := range j.scene.Discs {
		disc := &j.scene.Discs[i]
		if at, there := was[disc.Company]; there && at == disc.Centre {
			continue
		}
		moved = true
		box := discBox(j.camera, disc)
		outside := box.Low.X < 0 || box.Low.Y < 0 || box.High.X > float64(j.camera.Width) || box.High.Y > float64(j.camera.Height)
		if outside || !legend.Empty() && legend.Overlaps(box) || !j.covered.Empty() && j.covered.Overlaps(box) {
			return true
		}
	}
	return moved && j.fitted && fitBelow(j.camera, j.scene.Whole(), j.covered).Zoom > muchLarger*j.camera.Zoom
}
