package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestSidesKeepTheirWidth however the window grows and shrinks, and while the left one is hidden and shown.
func TestSidesKeepTheirWidth(t *testing.T) {
	test.NewTempApp(t)
	left, middle, right := NewGround(ColourPanel), NewGround(ColourPanel), NewGround(ColourPanel)
	sides := Sides(left, middle, right)
	window := test.NewTempWindow(t, sides)
	window.SetPadded(false)
	near := func(a, b float32) bool { return a-b < dividers && b-a < dividers }
	for _, width := range []float32{2000, 2100, 2400, 1300, 2000} {
		window.Resize(fyne.NewSize(width, 900))
		first, last := begin(width)
		for range 2 {
			if l, r := left.Size().Width, right.Size().Width; !near(l, first) || !near(r, last) || !near(middle.Size().Width, width-first-last) {
				t.Errorf("in %v the panels are %v and %v wide, want %v and %v, the middle %v", width, l, r, first, last, middle.Size().Width)
			}
			left.Hide()
			sides.Refresh()
			if l, r := middle.Size().Width, right.Size().Width; !near(l, width-last) || !near(r, last) {
				t.Errorf("in %v, without the left one, the middle is %v wide, the right one %v, want %v", width, l, r, last)
			}
			left.Show()
			sides.Refresh()
		}
	}
}
