package graphview

import (
	"fyne.io/fyne/v2"

	"roundtrip/internal/picture"
)

// SetLegend shows or hides the legend.
func (v *View) SetLegend(shown bool) {
	v.legend, v.refit = shown, true
	v.rebuild()
}

// Legend reports whether the legend is shown.
func (v *View) Legend() bool { return v.legend }

// LegendForm returns how much the legend explains now.
func (v *View) LegendForm() picture.LegendForm {
	if v.scene == nil {
		return v.form
	}
	return v.scene.LegendForm(v.camera)
}

// turnLegend shows the whole legend instead of the short one, or the short one again.
func (v *View) turnLegend() {
	v.form = map[picture.LegendForm]picture.LegendForm{
		picture.LegendShort: picture.LegendFull, picture.LegendFull: picture.LegendShort,
	}[v.LegendForm()]
	v.refit = true
	v.pointAway()
	v.rebuild()
}

// onLegend reports whether the position is on the legend.
func (v *View) onLegend(at fyne.Position) bool {
	if v.scene == nil {
		return false
	}
	box, pixel := v.scene.LegendBox(v.camera), v.pixel(at)
	return pixel.X >= box.Low.X && pixel.Y >= box.Low.Y && pixel.X <= box.High.X && pixel.Y <= box.High.Y
}

// toLegend marks what is told about the legend.
var toLegend = picture.Target{Leg: -2}

// tellLegend says what a click on the legend does.
func (v *View) tellLegend(picture.Target) []HoverLine {
	if v.LegendForm() == picture.LegendShort {
		return []HoverLine{{Text: "Click for the whole legend", Strong: true}}
	}
	return []HoverLine{{Text: "Click for a short legend", Strong: true}}
}
