package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Rearrange lays the box and every box in it out again, once something in it has another height. Refreshing the box would do
// that too, but draws anew every text and picture in it, which costs many times as much.
func Rearrange(box *fyne.Container) {
	rearrange(box)
	box.Move(box.Position()) // so that the window is painted although the box itself stays where it is
}

func rearrange(object fyne.CanvasObject) {
	switch shown := object.(type) {
	case *fyne.Container:
		if shown.Layout != nil {
			shown.Layout.Layout(shown.Objects, shown.Size())
		}
		for _, inside := range shown.Objects {
			rearrange(inside)
		}
	case *container.Scroll:
		shown.Scrolled(&fyne.ScrollEvent{}) // what has become lower may end above where it is scrolled to
		shown.Base.Refresh()                // of the bars alone
		rearrange(shown.Content)
	}
}
