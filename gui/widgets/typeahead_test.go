package widgets

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTypeAheadFindsWhatAWordMeans(t *testing.T) {
	statuses := []string{"rumoured", "in talks", "announced", "signed", "active", "completed", "superseded", "cancelled"}
	kinds := []string{"equity", "debt", "credits", "cloud", "chips", "data centre"}
	tests := []struct {
		options     []string
		from, typed string
		want        string
	}{
		{statuses, "announced", "signed", "signed"},
		{statuses, "announced", "in talks", "in talks"},
		{statuses, "announced", "sup", "superseded"},
		{statuses, "announced", "a", "active"},
		{statuses, "active", "a", "announced"},
		{statuses, "active", "x", "active"},
		{statuses, "active", "xs", "active"},
		{kinds, "equity", "chi", "chips"},
		{kinds, "equity", "CLOUD", "cloud"},
		{kinds, "equity", "c", "credits"},
		{kinds, "equity", "cc", "cloud"},
		{kinds, "equity", "ccc", "chips"},
		{kinds, "equity", "cccc", "credits"},
		{kinds, "cloud", "chz", "chips"},
		{kinds, "equity", "c|de", "debt"}, // a pause begins anew
	}
	for _, c := range tests {
		choice := NewChoice(c.options)
		choice.SetSelected(c.from)
		at := time.Unix(0, 0)
		choice.typed.now = func() time.Time { return at }
		list := NewSelect(c.options, nil)
		list.SetSelected(c.from)
		list.typed.now = choice.typed.now
		for _, letter := range c.typed {
			if letter == '|' {
				at = at.Add(typedTogether + 1)
				continue
			}
			if letter == ' ' { // the driver tells of the key before the letter
				choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
				list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			}
			choice.TypedRune(letter)
			list.TypedRune(letter)
			at = at.Add(typedTogether / 2)
		}
		if choice.Selected != c.want || list.Selected != c.want {
			t.Errorf("%q typed at %q chooses %q and %q, want %q", c.typed, c.from, choice.Selected, list.Selected, c.want)
		}
	}
}

func TestATurnedOffDropDownTakesNoLetters(t *testing.T) {
	test.NewTempApp(t)
	choice := NewChoice([]string{"equity", "debt"})
	choice.SetSelectedIndex(0)
	choice.Disable()
	if test.Type(choice, "debt"); choice.Selected != "equity" {
		t.Errorf("a turned-off drop-down took what was typed: %q", choice.Selected)
	}
}
