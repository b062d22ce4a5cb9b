package graphview

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"

	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// before is how the canvas of all companies was seen when a view of its own took its place.
type before struct {
	centre    layout.Point
	zoom      float64
	fitted    bool
	fitsAgain bool

	scene *picture.Scene // nil: none was shown
	sheet sheet          // that it was painted on
}

// turn prepares the camera for content that stands on a canvas of its own, or for the way back: a view of its own
// begins with all of it in sight, and the canvas of all companies comes back as it was.
func (v *View) turn(content Content) {
	switch was, is := v.content.Places != nil, content.Places != nil; {
	case is && !was:
		v.before = before{centre: v.camera.Centre, zoom: v.camera.Zoom, fitted: v.fitted, fitsAgain: v.fitsAgain}
		if v.glide.job == nil && v.sheet.pixels != nil {
			v.before.scene, v.before.sheet, v.sheet.kept = v.scene, v.sheet, v.sheet.pixels
		}
		v.fitted, v.refit = true, true
	case was && !is:
		v.camera.Centre, v.camera.Zoom, v.fitted = v.before.centre, v.before.zoom, v.before.fitted
		v.fitsAgain, v.refit = v.before.fitsAgain, v.fitted
	case is && !maps.Equal(v.content.Places, content.Places):
		v.fitted, v.refit = true, true
	}
}

// showBefore shows a large picture of all companies as it was seen before a view of its own took its place, until the
// one that is wanted now is made: what is painted is not of these companies. Where nothing was seen, nothing is.
func (v *View) showBefore() {
	was := v.before
	v.before, v.sheet.kept = before{}, nil
	if v.quick() {
		return
	}
	v.stopGlide()
	v.sheet.clear()
	v.painting.taken, v.scene = v.painting.serial, was.scene
	if was.scene != nil {
		v.sheet.take(was.sheet.pixels, was.sheet.camera, was.sheet.scene, was.sheet.style)
	}
	v.lay()
	v.paintFrame()
	v.moveMoney()
}

// PlaceOfSelection returns where in the widget the first company or leg that is selected is shown, or false when
// nothing is.
func (v *View) PlaceOfSelection() (fyne.Position, bool) {
	if v.scene == nil {
		return fyne.Position{}, false
	}
	for _, id := range slices.Concat(v.selection.Companies, v.selection.Loop) {
		if disc, ok := v.disc(id); ok {
			return v.position(disc.Centre), true
		}
	}
	for _, id := range v.selection.Legs {
		if arrow, ok := v.scene.Arrow(id); ok {
			return v.position(arrow.Curve.At(0.5)), true
		}
	}
	return fyne.Position{}, false
}
