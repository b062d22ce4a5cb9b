package gui

import (
	"strings"
	"testing"
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
