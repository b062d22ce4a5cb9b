package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// handOn gives a key that the widget with the keyboard does not use to the window. Fyne's own widgets keep every key to
// themselves: with the keyboard on one of them Escape would do nothing.
func handOn(from fyne.CanvasObject, event *fyne.KeyEvent) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(from)
	if canvas == nil {
		return
	}
	if typed := canvas.OnTypedKey(); typed != nil {
		typed(event)
	}
}

// Button is a button that hands Escape on to the window.
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
	if event.Name == fyne.KeyEscape {
		handOn(b, event)
		return
	}
	b.Button.TypedKey(event)
}

// Select is a drop-down that hands Escape on to the window.
type Select struct{ widget.Select }

// NewSelect returns a drop-down of the names.
func NewSelect(names []string, changed func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = names, changed
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey implements fyne.Focusable.
func (s *Select) TypedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyEscape {
		handOn(s, event)
		return
	}
	s.Select.TypedKey(event)
}

// Slider is a slider that hands Escape on to the window.
type Slider struct{ widget.Slider }

// NewSlider returns a slider between the values.
func NewSlider(least, most float64) *Slider {
	s := &Slider{}
	s.Min, s.Max, s.Step, s.Orientation = least, most, 1, widget.Horizontal
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey implements fyne.Focusable.
func (s *Slider) TypedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyEscape {
		handOn(s, event)
		return
	}
	s.Slider.TypedKey(event)
}
