package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Choice is a drop-down that tells when it gets the keyboard.
type Choice struct {
	widget.Select
	OnFocus func()
}

// NewChoice returns a drop-down of the names.
func NewChoice(names []string) *Choice {
	c := &Choice{}
	c.Options = names
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained implements fyne.Focusable.
func (c *Choice) FocusGained() {
	c.Select.FocusGained()
	if c.OnFocus != nil {
		c.OnFocus()
	}
}

// Reveal has the scroll show the control whenever it gets the keyboard, so that Tab never leads out of sight.
func Reveal(scroll *container.Scroll, control fyne.CanvasObject) {
	show := func() { scrollTo(scroll, control) }
	switch control := control.(type) {
	case *TextEntry:
		control.OnFocus = show
	case *Completion:
		control.OnFocus = show
	case *Choice:
		control.OnFocus = show
	}
}

// revealMargin is the room kept above and below a control that is scrolled to: its caption and note.
const revealMargin = 24

func scrollTo(scroll *container.Scroll, control fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(control).Y - driver.AbsolutePositionForObject(scroll.Content).Y
	bottom := top + control.Size().Height
	offset := scroll.Offset
	switch {
	case top-revealMargin < offset.Y:
		offset.Y = max(0, top-revealMargin)
	case bottom+revealMargin > offset.Y+scroll.Size().Height:
		offset.Y = bottom + revealMargin - scroll.Size().Height
	default:
		return
	}
	scroll.ScrollToOffset(offset)
}
