package widgets

import "fyne.io/fyne/v2"

// Stacked puts the objects below each other and gives each its width before it asks for its height, as
// wrapping text needs. The gap stands between two of them.
func Stacked(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &stackedLayout{gap: gap}, Objects: objects}
}

type stackedLayout struct{ gap float32 }

func (l *stackedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := float32(0)
	for _, object := range objects {
		if !object.Visible() {
			continue
		}
		object.Resize(fyne.NewSize(size.Width, object.Size().Height))
		height := object.MinSize().Height
		object.Move(fyne.NewPos(0, top))
		object.Resize(fyne.NewSize(size.Width, height))
		top += height + l.gap
	}
}

func (l *stackedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, object := range objects {
		if object.Visible() {
			least := object.MinSize()
			size.Width = max(size.Width, least.Width)
			size.Height += least.Height + l.gap
		}
	}
	return size
}
