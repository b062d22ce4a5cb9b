package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"roundtrip/gui/widgets"
)

// earlierNote stands in the upper right corner of the canvas while that shows an earlier step of a what-if than the panel
// beside it, whose numbers are still being computed.
type earlierNote struct {
	session *session
	box     *fyne.Container
}

func newEarlierNote(w *Window) *earlierNote {
	words := widgets.NewCaption("An earlier step: computing…")
	words.FullWidth = true
	ground := widgets.NewGround(widgets.ColourRaised)
	ground.Radius = 4
	n := &earlierNote{session: w.session, box: container.NewStack(ground, widgets.Inset(words, 2, 8))}
	n.box.Hide()
	w.session.onLate = append(w.session.onLate, n.show)
	w.session.onMeasures = append(w.session.onMeasures, n.show)
	return n
}

func (n *earlierNote) show() {
	if old := n.session.late && n.session.tried(); old == n.box.Hidden {
		n.box.Hidden = !old
		n.box.Refresh()
	}
}

// place puts the note into the corner of a canvas of the width, below its upper edge.
func (n *earlierNote) place(width, top float32) {
	size := n.box.MinSize()
	n.box.Resize(size)
	n.box.Move(fyne.NewPos(max(0, width-size.Width-10), top+8))
}
