package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// handOn gives a key that the widget with the keyboard does not use to the window. Fyne's own widgets keep every key to
// themselves: with the keyboard on one of them Escape and F11 would do nothing.
func handOn(from fyne.CanvasObject, event *fyne.KeyEvent) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(from)
	if canvas == nil {
		return
	}
	if typed := canvas.OnTypedKey(); typed != nil {
		typed(event)
	}
}

// handedOn hands a key on to the window that is the window's, and reports whether it was.
func handedOn(from fyne.CanvasObject, event *fyne.KeyEvent) bool {
	if !OfTheWindow(event.Name) {
		return false
	}
	handOn(from, event)
	return true
}

// OfTheWindow reports whether a key is the window's wherever the keyboard is: Escape, the function keys and the key for menus.
func OfTheWindow(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyEscape, desktop.KeyMenu, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
		fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		return true
	}
	return false
}

// Button is a button that hands on to the window what is the window's.
type Button struct{ widget.Button }

// NewButton returns a button with the words.
func NewButton(words string, tapped func()) *Button { return NewButtonWithIcon(words, nil, tapped) }

// NewButtonWithIcon returns a button with a picture before the words.
func NewButtonWithIcon(words string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = words, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown: // a button has no use for them
		handOn(b, event)
		return
	}
	if !handedOn(b, event) {
		b.Button.TypedKey(event)
	}
}

// Select is a drop-down that hands on to the window what is the window's.
type Select struct {
	widget.Select
	typed typeAhead
}

// NewSelect returns a drop-down of the names.
func NewSelect(names []string, changed func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = names, changed
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey implements fyne.Focusable.
func (s *Select) TypedKey(event *fyne.KeyEvent) {
	if !s.typed.takes(event) && !handedOn(s, event) {
		s.Select.TypedKey(event)
	}
}

// TypedRune goes to the option that the letters typed so far begin.
func (s *Select) TypedRune(letter rune) { s.typed.typedInto(&s.Select, letter) }

// Slider is a slider that hands on to the window what is the window's.
type Slider struct {
	widget.Slider
	OnKey func(*fyne.KeyEvent) bool // true: the key is used up
}

// NewSlider returns a slider between the values.
func NewSlider(least, most float64) *Slider {
	s := &Slider{}
	s.Min, s.Max, s.Step, s.Orientation = least, most, 1, widget.Horizontal
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey implements fyne.Focusable.
func (s *Slider) TypedKey(event *fyne.KeyEvent) {
	if !handedOn(s, event) && (s.OnKey == nil || !s.OnKey(event)) {
		s.Slider.TypedKey(event)
	}
}
