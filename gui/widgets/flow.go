package widgets

import "fyne.io/fyne/v2"

// Flow puts the objects side by side at their least size, in as many rows as they need.
type Flow struct {
	Gap   float32
	width float32 // that it was last laid out in
}

var _ fyne.Layout = (*Flow)(nil)

// Layout implements fyne.Layout.
func (l *Flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width, true)
}

// MinSize implements fyne.Layout: as wide as the widest object, and as high as the rows are in the width that it
// was last given.
func (l *Flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.Size{}
	for _, object := range objects {
		if object.Visible() {
			least = least.Max(object.MinSize())
		}
	}
	if l.width >= least.Width {
		least.Height = l.Height(objects, l.width)
	}
	return least
}

// Height returns how high the objects are in rows of the width.
func (l *Flow) Height(objects []fyne.CanvasObject, width float32) float32 {
	return l.place(objects, width, false)
}

// place goes through the rows, and returns their height.
func (l *Flow) place(objects []fyne.CanvasObject, width float32, move bool) float32 {
	x, y, row := float32(0), float32(0), float32(0)
	for _, object := range objects {
		if !object.Visible() {
			continue
		}
		size := object.MinSize()
		size.Width = min(size.Width, width)
		if x > 0 && x+size.Width > width {
			x, y, row = 0, y+row+l.Gap, 0
		}
		if move {
			object.Move(fyne.NewPos(x, y))
			object.Resize(size)
		}
		x += size.Width + l.Gap
		row = max(row, size.Height)
	}
	return y + row
}
