package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
)

// statusRoom shares the status bar's width out: up to a quarter is the message's, and besides what the summary leaves of its
// own.
type statusRoom struct{ summary, message *widgets.Text }

// messagePart is the part of the bar that a long message has in any case.
const messagePart = 0.25

func (r *statusRoom) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	gap := 2 * theme.Padding()
	free := size.Width - gap
	message := min(widthOf(r.message), max(messagePart*free, free-widthOf(r.summary)))
	r.summary.Move(fyne.Position{})
	r.summary.Resize(fyne.NewSize(free-message, size.Height))
	r.message.Move(fyne.NewPos(free-message+gap, 0))
	r.message.Resize(fyne.NewSize(message, size.Height))
}

func (r *statusRoom) MinSize([]fyne.CanvasObject) fyne.Size {
	one, other := r.summary.MinSize(), r.message.MinSize()
	return fyne.NewSize(one.Width+other.Width+2*theme.Padding(), max(one.Height, other.Height))
}

// widthOf returns how much room all of a text takes.
func widthOf(text *widgets.Text) float32 {
	return widgets.Measure(text.Content(), theme.SizeForWidget(text.TextSize, text), text.Style).Width
}
