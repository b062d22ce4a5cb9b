package gui

import (
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// A Space that presses the button of a form gives the keyboard on at once: what is typed next, however soon, stands in
// the new field whole, and the Space itself does not. What is typed after a space of one's own stands there too.
func TestAFormGivesTheKeyboardOnWithTheKeyThatAsksForIt(t *testing.T) {
	w := openSample(t)
	w.addDeal()
	form := w.dealForm(t)
	for name, press := range map[string]struct {
		button string
		field  func() *widgets.TextEntry
	}{
		"the return leg": {"Add return leg", func() *widgets.TextEntry {
			return form.cards[len(form.cards)-1].fields[deal.FieldAmount].Control.(*widgets.TextEntry)
		}},
		"another leg": {"Add a leg", func() *widgets.TextEntry { return &form.cards[len(form.cards)-1].payer.TextEntry }},
	} {
		t.Run(name, func(t *testing.T) {
			canvas := w.window.Canvas()
			button := findButton(form, press.button)
			canvas.Focus(button)
			button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			typed := canvas.Focused()
			if typed == nil {
				t.Fatal("nothing has the keyboard")
			}
			for _, letter := range " 7bn" { // the Space is typed into whoever has the keyboard now
				typed.TypedRune(letter)
			}
			if got := press.field().Text; got != "7bn" {
				t.Errorf("the field holds %q", got)
			}
			typed.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			typed.TypedRune(' ')
			typed.TypedRune('x')
			if got := press.field().Text; got != "7bn x" {
				t.Errorf("then it holds %q", got)
			}
		})
	}
}
