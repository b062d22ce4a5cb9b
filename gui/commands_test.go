package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestNoTwoCommandsShareKeysOrALabel(t *testing.T) {
	w := openSample(t)
	keys, labels := map[string]string{}, map[string]bool{}
	for _, c := range w.commands {
		if text := c.keyText(); text != "" {
			if other, taken := keys[text]; taken {
				t.Errorf("%q and %q are both on %s", other, c.label, text)
			}
			keys[text] = c.label
		}
		if labels[c.label] {
			t.Errorf("two commands are called %q", c.label)
		}
		labels[c.label] = true
	}
}

func TestHelpListsEveryKey(t *testing.T) {
	w := openSample(t)
	w.showKeys()
	said := strings.Join(texts(w.page.Content), "\n")
	for _, c := range w.commands {
		if c.keyText() != "" && (!strings.Contains(said, c.keyText()) || !strings.Contains(said, c.label)) {
			t.Errorf("the keys %s of %q are not listed", c.keyText(), c.label)
		}
	}
	w.showCanvasHelp()
	shows(t, w.page.Content, "Drag a company", "Space held", "The loop by itself")
}

// TestOnlyCtrlAloneUndoes gives the keys of undo, redo and selecting everything to commands with other modifiers.
func TestOnlyCtrlAloneUndoes(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyZ, fyne.KeyY, fyne.KeyA} {
		if _, own := (&command{key: key}).shortcut().(*desktop.CustomShortcut); own {
			t.Errorf("Ctrl+%s is a shortcut like any other, which an entry takes before the window", key)
		}
		for _, other := range []*command{{key: key, alt: true}, {key: key, alone: true}, {key: key, shift: true}} {
			if _, own := other.shortcut().(*desktop.CustomShortcut); !own {
				t.Errorf("%s is taken for that of Ctrl+%s", other.keyText(), key)
			}
		}
	}
}
