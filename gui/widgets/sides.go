package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Sides puts panels left and right of the middle. The panels keep the width that they have, or that the analyst
// has dragged them to, while the window grows and shrinks.
func Sides(left, middle, right fyne.CanvasObject) fyne.CanvasObject {
	inner := container.NewHSplit(middle, right)
	outer := container.NewHSplit(left, inner)
	return container.New(&sidesLayout{inner: inner, outer: outer}, outer)
}

type sidesLayout struct {
	inner, outer *container.Split
	width        float32
	alone        bool // the left panel is hidden
}

// The widths that the panels begin with: together what the middle, which has half of the window where that is wide
// enough, leaves them, each between bounds. The left one's least shows a deal's status.
const (
	rightPart, rightLeast, rightMost = 0.47, 332, 470
	leftLeast, leftMost              = 380, 600
	dividers                         = 16
)

// begin returns the widths that the panels begin with in a window.
func begin(window float32) (left, right float32) {
	room := window/2 - dividers
	right = bounded(room*rightPart, rightLeast, rightMost)
	return bounded(room-right, leftLeast, leftMost), right
}

func (l *sidesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	alone, before, offset := !l.outer.Leading.Visible(), l.inner.Size(), l.inner.Offset
	if size.Width > 0 && (size.Width != l.width || alone != l.alone) {
		left, right := begin(size.Width)
		if l.width > 0 && l.dragged() {
			left, right = l.widths()
		}
		room := size.Width - left
		if alone {
			room = size.Width
		}
		l.outer.Offset = float64(left / size.Width)
		l.inner.Offset = float64(1 - right/room)
		l.width, l.alone = size.Width, alone
	}
	l.outer.Resize(size)
	if l.inner.Offset != offset && l.inner.Size() == before { // then nothing has laid it out
		l.inner.Refresh()
	}
}

// widths returns how wide the panels are, the left one as it was before it was hidden.
func (l *sidesLayout) widths() (left, right float32) {
	left = float32(l.outer.Offset) * l.width
	room := l.width - left
	if l.alone {
		room = l.width
	}
	return left, (1 - float32(l.inner.Offset)) * room
}

// dragged reports whether a divider stands elsewhere than where this layout put it.
func (l *sidesLayout) dragged() bool {
	left, right := l.widths()
	first, last := begin(l.width)
	near := func(a, b float32) bool { return a-b < 0.002*l.width && b-a < 0.002*l.width }
	return !near(left, first) || !near(right, last)
}

func bounded(value, least, most float32) float32 { return min(max(value, least), most) }

func (l *sidesLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.outer.MinSize() }
