package gui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"roundtrip/internal/deal"
)

// BenchmarkSlider is one step of the what-if slider on the sample, from the slider to the painted canvas: measures,
// rows, sentences, status bar, tables and picture.
func BenchmarkSlider(b *testing.B) { benchmarkPanel(b, sampleEdit(b), slideTo) }

// BenchmarkSliderLarge is the same on 200 companies and 500 legs.
func BenchmarkSliderLarge(b *testing.B) { benchmarkPanel(b, largeBook(200, 500), slideTo) }

// BenchmarkTyping is one letter typed into the amount of the what-if on the sample, up to the painted canvas; one letter
// of six makes it one that cannot be read.
func BenchmarkTyping(b *testing.B) {
	benchmarkPanel(b, sampleEdit(b), func(w *Window, step int) {
		w.whatIf.amount.SetText([]string{"1", "12", "12b", "12bx", "12b", "12"}[step%6])
	})
}

// slideTo moves the slider by a step.
func slideTo(w *Window, step int) { w.whatIf.slider.SetValue(float64(step % sliderSteps)) }

// benchmarkPanel does to the what-if panel what each step is.
func benchmarkPanel(b *testing.B, edit deal.Edit, do func(w *Window, step int)) {
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
		do(w, step)
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
