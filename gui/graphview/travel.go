package graphview

import (
	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// travel takes the camera to what was selected out of sight. The first move of the hand ends it where it is.
type travel struct {
	from, to picture.Camera
	moving   *fyne.Animation // nil: the camera stands still
}

// revealMargin is what Reveal leaves free around what is selected, as a part of the canvas on each side.
const revealMargin = 0.05

// Reveal brings what is selected into sight when part of it is not: as large as it is, and smaller only where it
// would not fit.
func (v *View) Reveal() {
	v.stopTravel()
	if v.scene == nil || v.camera.Width == 0 || v.fitted {
		return
	}
	chosen := v.chosen()
	low, high, any := v.around(chosen)
	if !any || v.inSight(chosen) {
		return
	}
	v.endGlide()
	v.travelToward(v.into(picture.Rect{Low: low, High: high}, revealMargin, v.camera.Zoom))
}

// travelToward takes the camera to another one, by and by where the desktop wants programs to move things.
func (v *View) travelToward(to picture.Camera) {
	if v.still || !v.animated() {
		v.camera.Centre, v.camera.Zoom = to.Centre, to.Zoom
		v.follow()
		return
	}
	t := &v.travel
	t.from, t.to = v.camera, to
	t.moving = fyne.NewAnimation(glideFor, v.travelTo)
	t.moving.Curve = fyne.AnimationEaseInOut
	t.moving.Start()
}

// travelTo shows a part of the way.
func (v *View) travelTo(part float32) {
	t := &v.travel
	if t.moving == nil {
		return
	}
	at := t.from.Towards(t.to, float64(part))
	v.camera.Centre, v.camera.Zoom = at.Centre, at.Zoom
	if part >= 1 {
		t.moving = nil
	}
	v.follow()
}

// stopTravel leaves the camera where it is.
func (v *View) stopTravel() {
	if t := &v.travel; t.moving != nil {
		t.moving.Stop()
		t.moving = nil
	}
}

// arrive ends the travel where it leads to.
func (v *View) arrive() {
	if v.travel.moving != nil {
		v.travel.moving.Stop()
		v.travelTo(1)
	}
}

// inSight reports whether the companies are in the picture with their names, and not under the legend.
func (v *View) inSight(ids []deal.CompanyID) bool {
	width, height := float64(v.camera.Width), float64(v.camera.Height)
	legend := v.scene.LegendBox(v.camera)
	for _, id := range ids {
		low, high, any := v.around([]deal.CompanyID{id})
		if !any {
			continue
		}
		box := picture.Rect{Low: v.camera.ToScreen(low), High: v.camera.ToScreen(high)}
		outside := box.Low.X < 0 || box.Low.Y < 0 || box.High.X > width || box.High.Y > height
		if outside || !legend.Empty() && legend.Overlaps(box) {
			return false
		}
	}
	return true
}
