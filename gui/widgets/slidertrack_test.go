package widgets

import (
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// TestTheTrackOfASliderIsSeen on every ground: it has the colour of borders, also after it was drawn again.
func TestTheTrackOfASliderIsSeen(t *testing.T) {
	test.NewTempApp(t)
	slider := NewSlider(0, 10)
	track := func() *canvas.Rectangle {
		rectangle, ok := test.WidgetRenderer(slider).Objects()[0].(*canvas.Rectangle)
		if !ok {
			t.Fatalf("the lowest part of a slider is %T", test.WidgetRenderer(slider).Objects()[0])
		}
		return rectangle
	}
	want := colourOf(slider, theme.ColorNameInputBorder)
	if got := track().FillColor; got != want {
		t.Errorf("the track is %v, want %v", got, want)
	}
	slider.SetValue(7)
	slider.Refresh()
	if got := track().FillColor; got != want {
		t.Errorf("drawn again the track is %v, want %v", got, want)
	}
}
