package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Wide gives the object at least the width.
func Wide(width float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(wideLayout(width), object)
}

type wideLayout float32

func (l wideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, object := range objects {
		object.Resize(size)
	}
}

func (l wideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(float32(l), 0)
	for _, object := range objects {
		size = size.Max(object.MinSize())
	}
	return size
}
