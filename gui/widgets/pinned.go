package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// leastBelow is the height that what scrolls below keeps, where the window is so low that what is pinned above it has to
// scroll as well.
const leastBelow = 120

// Pinned puts the first object above the second, which takes the rest of the height. The first is as high as it needs, and
// scrolls by itself where that leaves too little of the second.
func Pinned(above *container.Scroll, below fyne.CanvasObject) *fyne.Container {
	return container.New(&pinnedLayout{}, above, below)
}

type pinnedLayout struct{}

// Layout implements fyne.Layout.
func (*pinnedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	above, ok := objects[0].(*container.Scroll)
	if !ok {
		return
	}
	above.Resize(fyne.NewSize(size.Width, above.Size().Height)) // wrapping text needs its width first
	high := min(above.Content.MinSize().Height, max(0, size.Height-leastBelow))
	if !above.Visible() {
		high = 0
	}
	above.Move(fyne.Position{})
	above.Resize(fyne.NewSize(size.Width, high))
	objects[1].Move(fyne.NewPos(0, high))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-high))
}

// MinSize implements fyne.Layout.
func (*pinnedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(max(objects[0].MinSize().Width, objects[1].MinSize().Width), 2*leastBelow)
}
