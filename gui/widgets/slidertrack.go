package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// CreateRenderer implements fyne.Widget.
func (s *Slider) CreateRenderer() fyne.WidgetRenderer {
	r := &sliderRenderer{WidgetRenderer: s.Slider.CreateRenderer(), slider: s}
	r.colourTrack()
	return r
}

var _ fyne.WidgetRenderer = (*sliderRenderer)(nil)

// sliderRenderer is Fyne's, with a track that can be seen: Fyne gives it the ground of entries, which is the window's. A
// container.ThemeOverride would do it as well, but forgets the size of every text in the window each time it is refreshed.
type sliderRenderer struct {
	fyne.WidgetRenderer
	slider *Slider
}

// Refresh implements fyne.WidgetRenderer.
func (r *sliderRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.colourTrack()
}

// colourTrack colours the lowest rectangle, which is the track.
func (r *sliderRenderer) colourTrack() {
	for _, object := range r.Objects() {
		if track, ok := object.(*canvas.Rectangle); ok {
			track.FillColor = colourOf(r.slider, theme.ColorNameInputBorder)
			return
		}
	}
}
