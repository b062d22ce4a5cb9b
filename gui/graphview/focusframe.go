package graphview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// focusFrame shows that the canvas has the keyboard: four thin lines at its edges. A rectangle would be painted over
// the whole canvas with every frame.
type focusFrame [4]*canvas.Line

func newFocusFrame() focusFrame {
	var f focusFrame
	for i := range f {
		f[i] = canvas.NewLine(nil)
		f[i].StrokeWidth = 2
		f[i].Hide()
	}
	return f
}

func (f focusFrame) lay(size fyne.Size) {
	low, high := fyne.NewPos(1, 1), fyne.NewPos(size.Width-1, size.Height-1)
	ends := [4][2]fyne.Position{
		{low, {X: high.X, Y: low.Y}}, {{X: high.X, Y: low.Y}, high},
		{high, {X: low.X, Y: high.Y}}, {{X: low.X, Y: high.Y}, low},
	}
	for i, line := range f {
		line.Position1, line.Position2 = ends[i][0], ends[i][1]
	}
}

func (f focusFrame) show(v *View, on bool) {
	for _, line := range f {
		line.StrokeColor = theme.ColorForWidget(theme.ColorNameFocus, v)
		line.Hidden = !on
		line.Refresh()
	}
}
