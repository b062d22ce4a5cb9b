package gui

import (
	"bytes"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"roundtrip/assets"
	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
)

// BenchmarkSlider is one step of the what-if slider on the sample, from the slider to the painted canvas: measures,
// rows, sentences, status bar, tables and picture.
func BenchmarkSlider(b *testing.B) {
	edit, err := exchange.ReadJSON(bytes.NewReader(assets.Sample()), "sample.json")
	if err != nil {
		b.Fatal(err)
	}
	benchmarkSlider(b, edit)
}

// BenchmarkSliderLarge is the same on 200 companies and 500 legs.
func BenchmarkSliderLarge(b *testing.B) { benchmarkSlider(b, largeBook(200, 500)) }

func benchmarkSlider(b *testing.B, edit deal.Edit) {
	app := test.NewApp()
	defer app.Quit()
	w := windowOf(b, app, edit)
	// The ranges of the measures are computed once the slider rests. They are asked for from within what shows a step.
	before, inside := beside, false
	defer func() { beside = before }()
	beside = func(work func()) {
		if !inside {
			inside = true
			work()
			inside = false
		}
	}
	w.canvas.Beside = func(work func()) { work() } // a large canvas is painted beside the window
	b.ResetTimer()
	for step := 0; b.Loop(); step++ {
		w.whatIf.slider.SetValue(float64(step % sliderSteps))
	}
}

// BenchmarkStatusLine writes the status bar of 200 companies and 500 legs once, wide enough for all of it.
func BenchmarkStatusLine(b *testing.B) {
	app := test.NewApp()
	defer app.Quit()
	w := windowOf(b, app, largeBook(200, 500))
	w.window.Resize(fyne.NewSize(1920, 1080))
	for b.Loop() {
		w.status.show()
	}
}
