package graphview

import (
	"image"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// lifted is the companies that are being dragged: the sheet shows the scene without them, and an overlay they and
// their legs, which alone are painted again at every step.
type lifted struct {
	companies *picture.Lifted // nil: nothing is lifted
	rest      *picture.Scene
	ready     bool // the rest is on the sheet
	over      overlay
}

// lift takes companies out of the scene and paints the rest, at once when that is quick and otherwise beside the
// window.
func (v *View) lift(ids []deal.CompanyID) {
	l := &v.lifted
	l.rest, l.companies = v.scene.Lift(v.made, ids, v.sheet.camera.Zoom)
	l.ready = false
	rest, style := l.rest, v.style()
	if v.quick() {
		pixels := v.sheet.room(v.camera)
		picture.PaintNetwork(pixels, rest, v.camera, style)
		v.showRest(pixels, v.camera, style)
		return
	}
	camera := widened(v.camera)
	pixels := image.NewRGBA(image.Rect(0, 0, camera.Width, camera.Height))
	v.Beside(func() {
		picture.PaintNetwork(pixels, rest, camera, style)
		fyne.Do(func() {
			if l.rest == rest {
				v.showRest(pixels, camera, style)
				v.carry(v.places.carried)
			}
		})
	})
}

func (v *View) showRest(pixels *image.RGBA, camera picture.Camera, style *picture.Style) {
	v.sheet.take(pixels, camera, v.scene, style)
	v.lifted.ready = true
	v.lay()
}

// carry shows companies at the places to which they are being dragged, until putDown.
func (v *View) carry(places map[deal.CompanyID]layout.Point) {
	v.fitted = false
	v.places.carried = places
	if v.scene == nil || len(places) == 0 {
		return
	}
	if v.lifted.companies == nil {
		ids := make([]deal.CompanyID, 0, len(places))
		for id := range places {
			ids = append(ids, id)
		}
		v.lift(ids)
	}
	if v.lifted.ready {
		scene := v.lifted.companies.At(places)
		v.lifted.over.show(v, picture.PaintOver(scene, v.camera, v.style(), v.lifted.over.pixels))
	}
}

// putDown ends carrying, and returns where the companies were last. They are seen there until the scene is painted
// again.
func (v *View) putDown() map[deal.CompanyID]layout.Point {
	carried := v.places.carried
	v.places.carried = nil
	return carried
}

// drop forgets what is lifted: the sheet shows all of the scene again.
func (l *lifted) drop() {
	l.companies, l.rest, l.ready = nil, nil, false
	l.over.image.Hide()
}
