package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Names of the colours that the window's theme adds to Fyne's.
const (
	// ColourMuted is for captions, units and whatever stands behind the main text.
	ColourMuted fyne.ThemeColorName = "roundtripMuted"
	// ColourPanel is the ground of side panels, toolbar and status bar.
	ColourPanel fyne.ThemeColorName = "roundtripPanel"
	// ColourRowSelected is the ground of a selected row.
	ColourRowSelected fyne.ThemeColorName = "roundtripRowSelected"
	// ColourRaised is the ground of cards, tiles and chips.
	ColourRaised fyne.ThemeColorName = "roundtripRaised"
	// ColourFinancing and ColourCommercial tell the two kinds of money apart.
	ColourFinancing  fyne.ThemeColorName = "roundtripFinancing"
	ColourCommercial fyne.ThemeColorName = "roundtripCommercial"
	// ColourLoop is for money that goes in circles.
	ColourLoop fyne.ThemeColorName = "roundtripLoop"
)

// colourOf looks the colour up in the theme that applies to the object, each time it is painted anew.
func colourOf(object fyne.CanvasObject, name fyne.ThemeColorName) color.Color {
	settings := fyne.CurrentApp().Settings()
	if widget, ok := object.(fyne.Widget); ok {
		return theme.ColorForWidget(name, widget)
	}
	return settings.Theme().Color(name, settings.ThemeVariant())
}
