package gui

import (
	"image/color"
	"math"
	"strings"
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
		if contrast := picture.Contrast(opaque(theme.ColorNamePlaceHolder), opaque(theme.ColorNameInputBackground)); contrast < 4.5 {
			t.Errorf("%s: what an empty field says has a contrast of %.2f", appearance, contrast)
		}
		if contrast := picture.Contrast(opaque(theme.ColorNameForegroundOnPrimary), opaque(theme.ColorNamePrimary)); contrast < 4.5 {
			t.Errorf("%s: text on primary buttons has a contrast of %.2f", appearance, contrast)
		}
	}
}

// TestMoneyHasTheColoursOfThePicture: financing and commercial are told apart in tables as on the canvas, whose colours
// are tried for readers without one kind of cone. Every other colour of words only goes with what they say.
func TestMoneyHasTheColoursOfThePicture(t *testing.T) {
	const most = 16 // of 255: on the ground of a selected row words are a little darker
	for appearance, style := range map[Appearance]*picture.Style{AppearanceLight: picture.Light(), AppearanceDark: picture.Dark()} {
		for name, want := range map[fyne.ThemeColorName]color.RGBA{widgets.ColourFinancing: style.Financing, widgets.ColourCommercial: style.Commercial} {
			got := color.RGBAModel.Convert(newTheme(appearance).Color(name, theme.VariantLight)).(color.RGBA)
			if farthest(got, want) > most {
				t.Errorf("%s: %s is %v, on the canvas %v", appearance, name, got, want)
			}
		}
	}
}

// blended returns what an ink looks like on an opaque ground.
func blended(ink, ground color.Color) color.RGBA {
	top, below := color.NRGBAModel.Convert(ink).(color.NRGBA), color.RGBAModel.Convert(ground).(color.RGBA)
	blend := func(a, b uint8) uint8 { return uint8((int(a)*int(top.A) + int(b)*(255-int(top.A))) / 255) }
	return color.RGBA{R: blend(top.R, below.R), G: blend(top.G, below.G), B: blend(top.B, below.B), A: 255}
}

// TestShortcutsInMenusCanBeRead works the colour of shortcuts out as Fyne's menus do.
func TestShortcutsInMenusCanBeRead(t *testing.T) {
	for _, appearance := range []Appearance{AppearanceLight, AppearanceDark} {
		colours := newTheme(appearance)
		ink, ground := colours.Color(theme.ColorNameForeground, theme.VariantLight), colours.Color(theme.ColorNameMenuBackground, theme.VariantLight)
		r, g, b, a := ink.RGBA()
		a = uint32(float32(a) * 0.95)
		shortcut := color.NRGBA{R: uint8(r), G: uint8(g), B: uint8(b), A: uint8(a)}
		for what, ink := range map[string]color.Color{"a shortcut": shortcut, "text": ink} {
			if contrast := picture.Contrast(blended(ink, ground), blended(ground, ground)); contrast < 4.5 {
				t.Errorf("%s: %s in a menu has a contrast of %.2f", appearance, what, contrast)
			}
		}
	}
}

// TestLettersAreWhole: a line is drawn in a box of whole pixels, on a baseline that is rounded down the screen, and below
// it there must be room for the lower end of a g, 0.24 of the size in the window's font.
func TestLettersAreWhole(t *testing.T) {
	app := test.NewTempApp(t)
	for name, size := range sizes {
		if !strings.HasSuffix(strings.ToLower(string(name)), "text") {
			continue
		}
		room, baseline := app.Driver().RenderedTextSize("going → up", size, fyne.TextStyle{}, nil)
		below := math.Round(float64(room.Height)) - math.Ceil(float64(baseline))
		if needed := math.Ceil(0.24*float64(size) - 0.01); below < needed {
			t.Errorf("%s at %v: %v pixels below the baseline, and a g takes %v", name, size, below, needed)
		}
	}
}
