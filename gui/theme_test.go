package gui

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
	"roundtrip/internal/picture"
)

func TestThemeIsComplete(t *testing.T) {
	test.NewTempApp(t)
	for _, appearance := range []Appearance{AppearanceLight, AppearanceDark} {
		test.AssertAllColorNamesDefined(t, newTheme(appearance), string(appearance))
	}
}

// TestTextContrast checks every colour of text on every ground that it stands on.
func TestTextContrast(t *testing.T) {
	grounds := []fyne.ThemeColorName{
		theme.ColorNameBackground, widgets.ColourPanel, widgets.ColourRaised, widgets.ColourRowSelected,
		theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, theme.ColorNameInputBackground,
	}
	inks := []fyne.ThemeColorName{
		theme.ColorNameForeground, widgets.ColourMuted, widgets.ColourFinancing, widgets.ColourCommercial,
		widgets.ColourLoop, theme.ColorNameError, theme.ColorNameHyperlink,
	}
	for _, appearance := range []Appearance{AppearanceLight, AppearanceDark} {
		colours := newTheme(appearance)
		opaque := func(name fyne.ThemeColorName) color.RGBA {
			return color.RGBAModel.Convert(colours.Color(name, theme.VariantLight)).(color.RGBA)
		}
		for _, ground := range grounds {
			for _, ink := range inks {
				if contrast := picture.Contrast(opaque(ink), opaque(ground)); contrast < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", appearance, ink, ground, contrast)
				}
			}
		}
		if contrast := picture.Contrast(opaque(theme.ColorNameForegroundOnPrimary), opaque(theme.ColorNamePrimary)); contrast < 4.5 {
			t.Errorf("%s: text on primary buttons has a contrast of %.2f", appearance, contrast)
		}
	}
}
