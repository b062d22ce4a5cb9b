package graphview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"roundtrip/internal/deal"
)

// newAwaited returns the words that stand where the first picture of a document will be while it is being drawn, which
// takes seconds for thousands of companies on a busy machine.
func newAwaited() *canvas.Text {
	words := canvas.NewText("", nil)
	words.TextSize, words.TextStyle.Bold = 15, true
	words.Hide()
	return words
}

// sayAwaited says in the middle of an empty canvas that its picture is being drawn, as long as it is.
func (v *View) sayAwaited() {
	words := v.awaited
	if v.sheet.pixels != nil || !v.painting.running || v.content.Network == nil {
		words.Hide()
		return
	}
	words.Text = "Drawing " + deal.Count(len(v.content.Network.Companies)) + " companies…"
	words.Color = v.style().Text
	size, room := words.MinSize(), v.Size()
	words.Move(fyne.NewPos((room.Width-size.Width)/2, (room.Height-size.Height)/2))
	words.Resize(size)
	words.Show()
	words.Refresh()
}
