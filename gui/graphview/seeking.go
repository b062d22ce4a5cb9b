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

// turnsTo reports whether a job's scene has companies out of sight that were not there before, or stood elsewhere, or words of
// them, or they leave much of the canvas empty. A camera that follows the picture has all of its words in sight.
func (j *job) turnsTo(before *picture.Scene) bool {
	if before == nil || !j.seek {
		return false
	}
	was := make(map[deal.CompanyID]layout.Point)
	for i := range before.Whole().Discs {
		was[before.Whole().Discs[i].Company] = before.Whole().Discs[i].Centre
	}
	moved := make(map[int]bool) // by the company's index
	for i := range j.scene.Discs {
		disc := &j.scene.Discs[i]
		if at, there := was[disc.Company]; there && at == disc.Centre {
			continue
		}
		moved[disc.Index] = true
		if j.outOfSight(discBox(j.camera, disc)) {
			return true
		}
	}
	return len(moved) > 0 && (j.cutsWords(moved) || j.fitted && fitBelow(j.camera, j.scene.Whole(), j.covered).Zoom > muchLarger*j.camera.Zoom)
}

// outOfSight reports whether a part of a box of the picture lies outside it, or under the legend or what else covers it.
func (j *job) outOfSight(box picture.Rect) bool {
	legend := j.scene.LegendBox(j.camera)
	return box.Low.X < 0 || box.Low.Y < 0 || box.High.X > float64(j.camera.Width) || box.High.Y > float64(j.camera.Height) ||
		!legend.Empty() && legend.Overlaps(box) || !j.covered.Empty() && j.covered.Overlaps(box)
}

// wordsMargin is what words keep free of the edge of the picture to be in sight, in pixels at scale 1.
const wordsMargin = 5.0

// cutsWords reports whether words are out of sight, or a part of them: names of companies that have moved and amounts between
// them, and all words of a picture that the camera follows.
func (j *job) cutsWords(moved map[int]bool) bool {
	if j.camera.Width == 0 {
		return false
	}
	between := make(map[deal.LegID]bool)
	for i := range j.scene.Arrows {
		arrow := &j.scene.Arrows[i]
		between[arrow.Leg] = moved[arrow.Payer] && moved[arrow.Payee]
	}
	for _, label := range j.scene.Labels(j.camera.Zoom) {
		of := j.follows || between[label.Leg] || label.Disc >= 0 && moved[j.scene.Discs[label.Disc].Index]
		low, high, free := j.camera.ToScreen(label.Box.Low), j.camera.ToScreen(label.Box.High), wordsMargin*j.camera.Scale
		box := picture.Rect{Low: layout.Point{X: low.X - free, Y: low.Y - free}, High: layout.Point{X: high.X + free, Y: high.Y + free}}
		if of && j.outOfSight(box) {
			return true
		}
	}
	return false
}
