package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
)

// TestStressSentencesLeadToTheirSources opens from a sentence of a stress test the legs and the sources that it rests on.
func TestStressSentencesLeadToTheirSources(t *testing.T) {
	w := openSample(t)
	w.focusStress()
	w.stress.press(t, "OpenAI fails")
	var sentences []*widgets.Sentence
	for _, object := range w.stress.shown.lists.Objects {
		if box, ok := object.(*fyne.Container); ok {
			for _, one := range box.Objects {
				if sentence, ok := one.(*widgets.Sentence); ok {
					sentences = append(sentences, sentence)
				}
			}
		}
	}
	for at, sentence := range sentences {
		if !strings.HasPrefix(sentence.Content(), "Holders lose all") {
			continue
		}
		sources := sentences[at+1]
		if !strings.HasPrefix(sources.Content(), "Sources: “") || !sentence.Leads {
			t.Fatalf("below what holders lose it says %q", sources.Content())
		}
		sentence.Tapped(nil)
		if len(w.session.selection.Legs) != 2 {
			t.Errorf("the sentence selects %v, not the stakes of Microsoft and Amazon", w.session.selection.Legs)
		}
		sources.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if w.session.source == 0 || w.tables.SelectedIndex() != sourcesTab {
			t.Error("Return on the sources does not lead to them")
		}
		return
	}
	t.Error("no sentence says what holders lose")
}
