package gui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestTheKeyNumbersFollowEveryInput types into the entries letter by letter: what stays in sight says what the whole table does.
func TestTheKeyNumbersFollowEveryInput(t *testing.T) {
	w := openSample(t)
	w.whatIf.amount.SetText("45bn")
	for _, text := range []string{"5", "50", "50%"} {
		w.whatIf.entries["spent"].SetText(text)
	}
	if len(w.whatIf.keys.lines) < 7 {
		t.Fatalf("%d numbers are in sight", len(w.whatIf.keys.lines))
	}
	for _, line := range w.whatIf.keys.lines {
		shown := [3]string{line.texts[0].Content(), line.texts[1].Content(), line.texts[2].Content()}
		if whole := w.whatIf.row(line.row.Key); shown != whole {
			t.Errorf("%s: %v in sight, %v in the table", line.name.Content(), shown, whole)
		}
	}
}

// TestKeysMoveTheSlider steps by a hundredth with an arrow, by a tenth with a page, and to the ends.
func TestKeysMoveTheSlider(t *testing.T) {
	w := openSample(t)
	for _, test := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyRight, "$10.5bn"}, {fyne.KeyPageUp, "$15bn"}, {fyne.KeyLeft, "$14.5bn"}, {fyne.KeyEnd, "$50bn"}, {fyne.KeyHome, "$0"}} {
		w.whatIf.slider.TypedKey(&fyne.KeyEvent{Name: test.key})
		if got := w.whatIf.amount.Text; got != test.want {
			t.Errorf("%s leads to %s, not %s", test.key, got, test.want)
		}
	}
}
