package gui

import (
	"bytes"
	"testing"

	"fyne.io/fyne/v2/test"

	"roundtrip/assets"
	"roundtrip/internal/exchange"
)

// BenchmarkSlider is one step of the what-if slider on the sample, from the slider to the painted picture: measures,
// rows, status bar, tables and canvas. The ranges, which the window finds beside it, are in it too.
func BenchmarkSlider(b *testing.B) {
	edit, err := exchange.ReadJSON(bytes.NewReader(assets.Sample()), "sample.json")
	if err != nil {
		b.Fatal(err)
	}
	app := test.NewApp()
	defer app.Quit()
	w := windowOf(b, app, edit)
	for step := 0; b.Loop(); step++ {
		w.whatIf.slider.SetValue(float64(step % sliderSteps))
	}
}
