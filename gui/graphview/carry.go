package graphview

import (
	"image"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// lifted is the companies that are being dragged. The rest of the scene is painted once; at every step they and their
// legs alone are painted over it: in an overlay, or, when they reach across much of the picture, on a copy of the
// rest, which is quicker to show than two large images.
type lifted struct {
	companies *picture.Lifted // nil: nothing is lifted
	rest      *picture.Scene
	painted   *image.RGBA // the rest; nil: it is still being painted
	camera    picture.Camera
	copied    *image.RGBA
	over      overlay
	at        map[deal.CompanyID]layout.Point // where they are seen
}

// mostOverlay is the part of the picture from which on what is lifted is painted on a copy of the rest.
const mostOverlay = 0.35

// lift takes companies out of the scene and paints the rest, at once when that is quick and otherwise beside the
// window.
func (v *View) lift(ids []deal.CompanyID) {
	l := &v.lifted
	l.rest, l.companies = v.scene.Lift(v.made, ids, v.sheet.camera.Zoom)
	l.painted, l.camera = nil, v.camera
	rest, style, camera := l.rest, v.style(), v.camera
	pixels := image.NewRGBA(image.Rect(0, 0, camera.Width, camera.Height))
	paint := func() { picture.PaintNetwork(pixels, rest, camera, style) }
	if v.quick() {
		paint()
		l.painted = pixels
		return
	}
	v.Beside(func() {
		paint()
		fyne.Do(func() {
			if l.rest == rest {
				l.painted = pixels
				v.carry(v.places.carried)
			}
		})
	})
}

// carry shows companies at the places to which they are being dragged, until putDown.
func (v *View) carry(places map[deal.CompanyID]layout.Point) {
	v.places.carried = places
	l := &v.lifted
	if v.scene == nil || len(places) == 0 {
		return
	}
	v.fitted, v.fitsAgain = false, v.fitted || v.fitsAgain
	if l.companies == nil || l.camera != v.camera {
		ids := make([]deal.CompanyID, 0, len(places))
		for id := range places {
			ids = append(ids, id)
		}
		v.lift(ids)
	}
	if l.painted == nil {
		return
	}
	l.at = places
	scene := l.companies.At(places)
	size := scene.Bounds.Size()
	part := size.Width * size.Height * v.camera.Zoom * v.camera.Zoom * v.camera.Scale * v.camera.Scale
	if part < mostOverlay*float64(v.camera.Width)*float64(v.camera.Height) {
		v.showRest(l.painted)
		l.over.show(v, picture.PaintOver(scene, v.camera, v.style(), l.over.pixels))
		return
	}
	v.press(scene)
}

// press shows what is lifted on a copy of the rest.
func (v *View) press(scene *picture.Scene) {
	l := &v.lifted
	l.over.image.Hide()
	if l.copied == nil || l.copied.Rect != l.painted.Rect {
		l.copied = image.NewRGBA(l.painted.Rect)
	}
	copy(l.copied.Pix, l.painted.Pix)
	picture.PaintOnto(l.copied, scene, l.camera, v.style())
	v.showRest(l.copied)
}

// pressDown makes what is lifted part of the picture that is moved and stretched, when the camera turns: an overlay
// would stay behind at another scale.
func (v *View) pressDown() {
	if l := &v.lifted; l.companies != nil && l.painted != nil && l.over.image.Visible() {
		v.press(l.companies.At(l.at))
	}
}

// showRest shows pixels, which the sheet may know already, as the picture that is seen now.
func (v *View) showRest(pixels *image.RGBA) {
	if pixels == v.sheet.pixels && pixels == v.lifted.painted {
		return
	}
	if pixels != v.sheet.pixels {
		v.sheet.camera, v.sheet.pixels, v.sheet.image.Image = v.lifted.camera, pixels, pixels
		v.sheet.scene, v.sheet.style = v.scene, v.style()
	}
	v.sheet.image.Refresh()
	v.lay()
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
	l.companies, l.rest, l.painted, l.copied, l.at = nil, nil, nil, nil, nil
	l.over.image.Hide()
}
