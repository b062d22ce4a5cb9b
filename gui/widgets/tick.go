package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Tick is a tick box that hands on to the window what is the window's, and Escape to a list that it closes.
type Tick struct {
	widget.Check
	OnEscape  func()
	OnPointed func(at fyne.Position, on bool) // the pointer is there, or no longer
}

// NewTick returns a tick box with the words.
func NewTick(words string, changed func(bool)) *Tick {
	t := &Tick{}
	t.Text, t.OnChanged = words, changed
	t.ExtendBaseWidget(t)
	return t
}

// Set ticks the box, or clears it, without telling; partly stands for some of what it is about.
func (t *Tick) Set(on, partly bool) {
	if t.Checked != on || t.Partial != partly {
		t.Checked, t.Partial = on, partly
		t.Refresh()
	}
}

// MouseIn implements desktop.Hoverable.
func (t *Tick) MouseIn(event *desktop.MouseEvent) {
	t.Check.MouseIn(event)
	if t.OnPointed != nil {
		t.OnPointed(event.AbsolutePosition, true)
	}
}

// MouseOut implements desktop.Hoverable.
func (t *Tick) MouseOut() {
	t.Check.MouseOut()
	if t.OnPointed != nil {
		t.OnPointed(fyne.Position{}, false)
	}
}

// TypedKey implements fyne.Focusable.
func (t *Tick) TypedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyEscape && t.OnEscape != nil {
		t.OnEscape()
		return
	}
	if !handedOn(t, event) {
		t.Check.TypedKey(event)
	}
}
