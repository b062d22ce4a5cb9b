package graphview

import (
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/internal/picture"
)

// middleOfLegend returns where in the widget the legend is.
func (v *View) middleOfLegend() fyne.Position {
	middle := v.scene.LegendBox(v.camera).Middle()
	return fyne.NewPos(v.origin.X+v.units(middle.X), v.origin.Y+v.units(middle.Y))
}

func TestClickMakesTheLegendShortAndWholeAgain(t *testing.T) {
	v := shown(t, threeCompanies())
	selected := false
	v.OnSelect = func(picture.Target) { selected = true }
	whole := v.scene.LegendBox(v.camera).Size()
	click(v, v.middleOfLegend())
	short := v.scene.LegendBox(v.camera).Size()
	if v.LegendForm() != picture.LegendShort || short.Height >= whole.Height || selected {
		t.Errorf("after a click the legend is %s, %v of %v, and something is selected: %v", v.LegendForm(), short, whole, selected)
	}
	click(v, v.middleOfLegend())
	if again := v.scene.LegendBox(v.camera).Size(); v.LegendForm() != picture.LegendFull || again != whole {
		t.Errorf("after two clicks the legend is %s, %v of %v", v.LegendForm(), again, whole)
	}
}

func TestLegendIsShortWhereThereIsLittleRoom(t *testing.T) {
	v := shown(t, threeCompanies())
	if v.LegendForm() != picture.LegendFull {
		t.Error("the legend of a large canvas is short")
	}
	v.Resize(fyne.NewSize(360, 300))
	if v.LegendForm() != picture.LegendShort {
		t.Error("the legend of a small canvas is not short")
	}
}
