package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Columns puts the objects side by side, the width shared out by the weights. A hidden object takes no room.
func Columns(weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnsLayout{weights}, objects...)
}

type columnsLayout struct{ weights []float32 }

func (l *columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	total, count := float32(0), 0
	for i, object := range objects {
		if object.Visible() {
			total += l.weights[i]
			count++
		}
	}
	gap := 2 * theme.Padding()
	room := size.Width - gap*float32(max(0, count-1))
	left := float32(0)
	for i, object := range objects {
		if !object.Visible() {
			continue
		}
		width := room * l.weights[i] / total
		object.Move(fyne.NewPos(left, 0))
		object.Resize(fyne.NewSize(width, size.Height))
		left += width + gap
	}
}

func (l *columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, object := range objects {
		if object.Visible() {
			least := object.MinSize()
			size.Width += least.Width + 2*theme.Padding()
			size.Height = max(size.Height, least.Height)
		}
	}
	return size
}
