package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// middleLayout has the timeline below the canvas, the chips of the filters on it, a note in its middle when there is
// nothing on it, and one in its corner while it shows an earlier step. What a chip tells stands where the pointer is.
type middleLayout struct {
	window  *Window
	earlier *earlierNote
}

func newMiddle(w *Window, canvas fyne.CanvasObject) *fyne.Container {
	earlier := newEarlierNote(w)
	return container.New(&middleLayout{w, earlier}, canvas, w.nothing.box, w.chips.box, w.timeline.box, earlier.box, w.chips.tip)
}

// Layout implements fyne.Layout.
func (l *middleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	canvas, note, chips, timeline := objects[0], objects[1], objects[2], objects[3]
	above := l.window.loopView.barHeight()
	top, bottom := l.window.chips.height(size.Width), float32(0)
	if timeline.Visible() {
		bottom = timeline.MinSize().Height
	}
	chips.Move(fyne.NewPos(0, above))
	chips.Resize(fyne.NewSize(size.Width, top))
	room := fyne.NewSize(size.Width, max(0, size.Height-bottom))
	canvas.Move(fyne.NewPos(0, 0))
	canvas.Resize(room)
	l.window.chips.cover()
	l.earlier.place(size.Width, above+top)
	timeline.Move(fyne.NewPos(0, size.Height-bottom))
	timeline.Resize(fyne.NewSize(size.Width, bottom))
	least := fyne.NewSize(min(noteWidth, room.Width-20), 0)
	note.Resize(least) // what is in it wraps in its width, and only then knows its height
	least.Height = note.MinSize().Height
	note.Resize(least)
	note.Move(fyne.NewPos((size.Width-least.Width)/2, (room.Height-least.Height)/2))
}

// noteWidth is how wide the note in the middle is where there is room.
const noteWidth = 400

// MinSize implements fyne.Layout.
func (l *middleLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	if timeline := objects[3]; timeline.Visible() {
		least.Height += timeline.MinSize().Height
		least.Width = max(least.Width, timeline.MinSize().Width)
	}
	return least
}
