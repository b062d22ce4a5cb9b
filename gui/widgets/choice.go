package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Choice is a drop-down that tells when it gets the keyboard and hands on to the window what is the window's.
type Choice struct {
	widget.Select
	OnFocus  func()
	OnEscape func()
	typed    typeAhead
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

// TypedKey takes the next name with the arrow keys, without a list that would keep the keyboard; Space opens it.
func (c *Choice) TypedKey(key *fyne.KeyEvent) {
	if c.typed.takes(key) {
		return
	}
	at := c.SelectedIndex()
	switch key.Name {
	case fyne.KeyDown, fyne.KeyRight:
		c.SetSelectedIndex(min(at+1, len(c.Options)-1))
	case fyne.KeyUp, fyne.KeyLeft:
		c.SetSelectedIndex(max(at-1, 0))
	case fyne.KeyHome:
		c.SetSelectedIndex(0)
	case fyne.KeyEnd:
		c.SetSelectedIndex(len(c.Options) - 1)
	case fyne.KeyEscape:
		if c.OnEscape != nil {
			c.OnEscape()
			return
		}
		handOn(c, key)
	default:
		if !handedOn(c, key) {
			c.Select.TypedKey(key)
		}
	}
}

// TypedRune goes to the option that the letters typed so far begin.
func (c *Choice) TypedRune(letter rune) { c.typed.typedInto(&c.Select, letter) }

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

// Escapes has Escape run something while the control has the keyboard.
func Escapes(control fyne.CanvasObject, run func()) {
	switch control := control.(type) {
	case *TextEntry:
		control.OnEscape = run
	case *Completion:
		control.OnEscape = run
	case *Choice:
		control.OnEscape = run
	}
}

// revealMargin is the room kept above and below a control that is scrolled to: its caption and note.
const revealMargin = 24

// ScrollTo has the scroll show the object.
func ScrollTo(scroll *container.Scroll, object fyne.CanvasObject) { scrollTo(scroll, object) }

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
