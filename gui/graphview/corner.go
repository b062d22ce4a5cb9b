package graphview

import (
	"slices"

	"fyne.io/fyne/v2"

	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// fewInSight is how many companies in sight are too few for the overview to cover one of them.
const fewInSight = 3

// corner returns where the overview stands: at the lower right, or in the next corner where it would cover the legend,
// what is selected, or one of a few companies in sight. Where it would in every corner, it keeps off the legend.
func (o *overview) corner(size fyne.Size) fyne.Position {
	v := o.view
	right, below := v.Size().Width-size.Width-overviewMargin, v.Size().Height-size.Height-overviewMargin
	above := max(overviewMargin, v.covered.Height)
	corners := []fyne.Position{
		{X: right, Y: below}, {X: right, Y: above}, {X: overviewMargin, Y: below}, {X: overviewMargin, Y: above},
	}
	legend := v.scene.LegendBox(v.camera)
	offLegend := func(at fyne.Position) bool { return legend.Empty() || !v.reaches(legend, at, size) }
	kept := o.keptClear()
	for _, at := range corners {
		if offLegend(at) && !slices.ContainsFunc(kept, func(box picture.Rect) bool { return v.reaches(box, at, size) }) {
			return at
		}
	}
	return corners[max(slices.IndexFunc(corners, offLegend), 0)]
}

// reaches reports whether a box, in pixels of the screen, reaches under or close to a rectangle of the widget.
func (v *View) reaches(box picture.Rect, at fyne.Position, size fyne.Size) bool {
	return v.units(box.High.X) > at.X-overviewMargin && v.units(box.Low.X) < at.X+size.Width+overviewMargin &&
		v.units(box.High.Y) > at.Y-overviewMargin && v.units(box.Low.Y) < at.Y+size.Height+overviewMargin
}

// keptClear returns the boxes, in pixels of the screen, of the companies in sight that the overview keeps off: those that
// are selected, or all of them where they are few.
func (o *overview) keptClear() []picture.Rect {
	v := o.view
	var seen, selected []picture.Rect
	for i := range v.scene.Discs {
		box := discBox(v.camera, &v.scene.Discs[i])
		if box.High.X < 0 || box.High.Y < 0 || box.Low.X > float64(v.camera.Width) || box.Low.Y > float64(v.camera.Height) {
			continue
		}
		if id := v.scene.Discs[i].Company; v.scene.Discs[i].Selected || slices.Contains(v.selection.Loop, id) {
			selected = append(selected, box)
		}
		if len(seen) <= fewInSight {
			seen = append(seen, box)
		}
	}
	switch {
	case len(selected) > 0:
		return selected
	case len(seen) <= fewInSight:
		return seen
	}
	return nil
}

// discBox returns the box around a company on the screen, in pixels.
func discBox(camera picture.Camera, disc *picture.Disc) picture.Rect {
	at, reach := camera.ToScreen(disc.Centre), disc.Radius*camera.Zoom*camera.Scale
	return picture.Rect{Low: layout.Point{X: at.X - reach, Y: at.Y - reach}, High: layout.Point{X: at.X + reach, Y: at.Y + reach}}
}
