package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestShortenAndWrapKeepToTheWidth(t *testing.T) {
	test.NewTempApp(t)
	text := "Amalgamated Hyperscale Infrastructure Holdings of Société Générale " + strings.Repeat("x", 80)
	measure := func(s string) float32 { return fyne.MeasureText(s, 12, fyne.TextStyle{}).Width }
	for _, width := range []float32{30, 60, 120, 300, 2000} {
		if got := Shorten(text, width, 12, fyne.TextStyle{}); measure(got) > width+1 {
			t.Errorf("%v: %q is %v wide", width, got, measure(got))
		} else if got != text && !strings.HasSuffix(got, "…") {
			t.Errorf("%v: %q does not say that it is shortened", width, got)
		}
		lines := Wrap(text, width, 12, false)
		for _, line := range lines {
			if measure(line) > width+1 {
				t.Errorf("%v: the line %q is %v wide", width, line, measure(line))
			}
		}
		if got, want := strings.Join(strings.Fields(strings.Join(lines, "")), ""), strings.Join(strings.Fields(text), ""); got != want {
			t.Errorf("%v: wrapping has lost letters: %q", width, got)
		}
	}
	if got := Wrap("", 100, 12, false); len(got) != 1 || got[0] != "" {
		t.Errorf("no text wraps to %q", got)
	}
}

func TestParagraphCutsAtItsMostLines(t *testing.T) {
	test.NewTempApp(t)
	p := NewParagraph(strings.Repeat("word ", 40), "")
	p.Most = 2
	if got := p.cut([]string{"one", "two", "three"}); len(got) != 2 || !strings.HasSuffix(got[1], "…") {
		t.Errorf("cut to %q", got)
	}
}

func TestCompletionOffersAndTakes(t *testing.T) {
	test.NewTempApp(t)
	layer := NewSuggestions()
	entry := NewCompletion("", layer, func(typed string) []string {
		var found []string
		for _, name := range []string{"Amazon", "AMD", "Oracle"} {
			if strings.HasPrefix(strings.ToLower(name), strings.ToLower(typed)) {
				found = append(found, name)
			}
		}
		return found
	})
	test.Type(entry, "am")
	if got := layer.Offered(); len(got) != 2 {
		t.Fatalf("offered %q", got)
	}
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if entry.Text != "AMD" || layer.Visible() {
		t.Errorf("took %q, the list is open: %v", entry.Text, layer.Visible())
	}
	escaped := false
	entry.OnEscape = func() { escaped = true }
	test.Type(entry, "x")
	entry.SetText("")
	test.Type(entry, "o")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if escaped || layer.Visible() {
		t.Error("the first Escape does not just close the list")
	}
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !escaped {
		t.Error("the second Escape does not leave")
	}
}
