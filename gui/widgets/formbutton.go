package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// FormButton is a button of a form or a dialog: Return presses it as Space does, Left and Right go to the control before and
// after it, and Escape leaves the form also while the button has the keyboard.
type FormButton struct {
	widget.Button
	OnEscape func()
}

// NewFormButton returns a button with the words.
func NewFormButton(words string, tapped, escaped func()) *FormButton {
	b := &FormButton{OnEscape: escaped}
	b.Text, b.OnTapped = words, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey implements fyne.Focusable.
func (b *FormButton) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		b.OnEscape()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	case fyne.KeyLeft, fyne.KeyRight:
		canvas := fyne.CurrentApp().Driver().CanvasForObject(b)
		switch {
		case canvas == nil:
		case key.Name == fyne.KeyLeft:
			canvas.FocusPrevious()
		default:
			canvas.FocusNext()
		}
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd: // a long text scrolls
		handOn(b, key)
	default:
		if !handedOn(b, key) {
			b.Button.TypedKey(key)
		}
	}
}
