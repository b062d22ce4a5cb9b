package graphview

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"

	"roundtrip/internal/layout"
)

// before is how the canvas of all companies was seen when a view of its own took its place.
type before struct {
	centre    layout.Point
	zoom      float64
	fitted    bool
	fitsAgain bool
}

// turn prepares the camera for content that stands on a canvas of its own, or for the way back: a view of its own
// begins with all of it in sight, and the canvas of all companies comes back as it was.
func (v *View) turn(content Content) {
	switch was, is := v.content.Places != nil, content.Places != nil; {
	case is && !was:
		v.before = before{v.camera.Centre, v.camera.Zoom, v.fitted, v.fitsAgain}
		v.fitted, v.refit = true, true
	case was && !is:
		v.camera.Centre, v.camera.Zoom, v.fitted = v.before.centre, v.before.zoom, v.before.fitted
		v.fitsAgain, v.refit = v.before.fitsAgain, v.fitted
	case is && !maps.Equal(v.content.Places, content.Places):
		v.fitted, v.refit = true, true
	}
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
