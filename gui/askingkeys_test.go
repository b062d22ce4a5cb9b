package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

func TestTheAnswersOfAQuestionAreReachedByKeyboard(t *testing.T) {
	w := openSample(t)
	w.addDeal()
	typeIn(w.dealForm(t).fields[deal.FieldTitle], "Half typed")
	answer := func() string {
		button, ok := w.window.Canvas().Focused().(*widgets.FormButton)
		if !ok {
			return "nothing"
		}
		return button.Text
	}
	w.closeForm()
	if got := answer(); got != "Stay" {
		t.Errorf("the keyboard is on %s", got)
	}
	w.window.Canvas().FocusNext()
	if got := answer(); got != "Leave without saving" {
		t.Errorf("Tab leads to %s", got)
	}
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if got := answer(); got != "Stay" {
		t.Errorf("Right leads to %s", got)
	}
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.asked != nil || w.form == nil {
		t.Error("a second Escape does not stay")
	}
	w.closeForm()
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.form != nil {
		t.Error("Return on the other answer does not leave")
	}
}

func TestAWrongEndingKeepsTheQuestionAndThePath(t *testing.T) {
	w := openSample(t)
	w.exportFile()
	path, _ := w.window.Canvas().Focused().(*widgets.TextEntry)
	path.SetText(t.TempDir() + "/deals.xlsx")
	w.submitForm() // Ctrl+Return
	if w.asked == nil || !strings.HasSuffix(path.Text, "deals.xlsx") {
		t.Fatal("the question is gone")
	}
	said := strings.Join(canvasTexts(w.window.Canvas().Overlays().Top()), " ")
	for _, ending := range exportEndings {
		if !strings.Contains(said, ending) {
			t.Errorf("%q does not name %s", said, ending)
		}
	}
	used := ""
	w.askFor(pathQuestion{"Export", "Export", "deals.json", w.browseFolder, wrongEnding, func(path string) { used = path }})
	if w.submitForm(); w.asked != nil || !strings.HasSuffix(used, "deals.json") {
		t.Errorf("Ctrl+Return takes %q", used)
	}
}
