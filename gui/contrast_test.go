package gui

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// inks calls see with every text that is shown in the object, but for those of controls that cannot be used now.
func inks(object fyne.CanvasObject, see func(*canvas.Text)) {
	if !object.Visible() {
		return
	}
	if control, ok := object.(fyne.Disableable); ok && control.Disabled() {
		return
	}
	switch shown := object.(type) {
	case *canvas.Text:
		if shown.Text != "" {
			see(shown)
		}
	case *fyne.Container:
		inksOf(shown.Objects, see)
	case fyne.Widget:
		inksOf(test.WidgetRenderer(shown).Objects(), see)
	}
}

func inksOf(objects []fyne.CanvasObject, see func(*canvas.Text)) {
	for _, object := range objects {
		inks(object, see)
	}
}

// TestEveryTextCanBeRead looks at every text of the window in states in which some of it is old, absent or still to come.
func TestEveryTextCanBeRead(t *testing.T) {
	states := map[string]func(*Window){
		"the sample": func(*Window) {},
		"nothing passes the filters": func(w *Window) {
			w.setView(func(v *network.View) { v.Hidden = everyone(w) })
		},
		"a wave of a stress test that is not reached yet": func(w *Window) {
			w.sides.SelectIndex(stressTab)
			w.stress.press(t, "OpenAI fails")
			w.stress.goTo(0)
		},
		"old numbers": func(w *Window) {
			w.sides.SelectIndex(whatIfTab)
			w.session.late = true
			tell(w.session.onLate)
		},
	}
	for _, appearance := range []Appearance{AppearanceLight, AppearanceDark} {
		for state, enter := range states {
			w := openSample(t)
			w.setAppearance(appearance)
			enter(w)
			for tab := range w.tables.Items {
				w.tables.SelectIndex(tab)
				inks(w.window.Content(), func(text *canvas.Text) {
					if text.Color == w.theme.Color(theme.ColorNameForegroundOnPrimary, theme.VariantLight) {
						return // on a button of the primary colour: see TestTextContrast
					}
					for _, ground := range []fyne.ThemeColorName{theme.ColorNameBackground, widgets.ColourPanel, widgets.ColourRaised} {
						behind := blended(color.Transparent, w.theme.Color(ground, theme.VariantLight))
						if got := picture.Contrast(blended(text.Color, behind), behind); got < 4.5 {
							t.Errorf("%s, %s: “%s” has a contrast of %.2f on %s", appearance, state, text.Text, got, ground)
						}
					}
				})
			}
		}
	}
}

func everyone(w *Window) (all []deal.CompanyID) {
	for _, company := range w.session.book.Companies {
		all = append(all, company.ID)
	}
	return all
}
