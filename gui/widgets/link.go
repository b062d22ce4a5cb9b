package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Link is a wrapping text that leads somewhere when it is tapped.
type Link struct {
	Paragraph
	OnTapped func()
}

var _ desktop.Cursorable = (*Link)(nil)

// NewLink returns a link with the words.
func NewLink(words string, tapped func()) *Link {
	l := &Link{OnTapped: tapped}
	l.content, l.Colour = words, theme.ColorNameHyperlink
	l.ExtendBaseWidget(l)
	return l
}

// Tapped implements fyne.Tappable.
func (l *Link) Tapped(*fyne.PointEvent) {
	if l.OnTapped != nil {
		l.OnTapped()
	}
}

// Cursor implements desktop.Cursorable.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }
