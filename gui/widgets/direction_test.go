package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// TestTheBlankBehindAWordWrittenFromTheRight is there: the two words take the room of both and of the blank, and not one
// letter of others changes.
func TestTheBlankBehindAWordWrittenFromTheRight(t *testing.T) {
	test.NewTempApp(t)
	size := theme.TextSize()
	if plain, marked := Measure("Oracle", size, fyne.TextStyle{}), Measure(leftToRightMark+"Oracle", size, fyne.TextStyle{}); plain != marked {
		t.Errorf("the mark takes room: %v, without it %v", marked, plain)
	}
	for text, want := range map[string]string{
		"شركة النفط Ltd": leftToRightMark + "شركة النفط Ltd", "OpenAI (נפט)": leftToRightMark + "OpenAI (נפט)",
		"Société Générale": "Société Générale", "ソフトバンク": "ソフトバンク", "": "",
	} {
		if got := drawn(text); got != want {
			t.Errorf("%q is drawn as %q", text, got)
		}
		words := NewText(text)
		words.Resize(fyne.NewSize(400, 20))
		if got := test.WidgetRenderer(words).(*textRenderer).line.Text; got != want {
			t.Errorf("a text is drawn as %q", got)
		}
		if words.Content() != text {
			t.Errorf("its content is %q", words.Content())
		}
	}
}
