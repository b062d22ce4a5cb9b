package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Return in the entry for finding selects the company that is called so, whichever table is in front.
func TestReturnGoesToTheCompanyThatIsFound(t *testing.T) {
	w := openSample(t)
	w.tables.SelectIndex(loopsTab)
	for words, name := range map[string]string{"microsoft": "Microsoft", "Nvi": "Nvidia", "orac": "Oracle", "ope": "OpenAI", "weave": "CoreWeave"} {
		w.session.selectNothing()
		w.focusFind()
		test.Type(w.toolbar.find, words)
		w.toolbar.find.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if company, ok := w.session.selectedCompany(); !ok || company.Name != name {
			t.Errorf("%q and Return select %q", words, company.Name)
		}
		w.toolbar.find.SetText("")
	}
	w.session.selectNothing()
	w.toolbar.find.SetText("Zzz")
	w.toolbar.find.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !w.session.selection.Empty() || !strings.Contains(w.status.message.Content(), "No company is called like “Zzz”") {
		t.Errorf("nobody is called so, and the status bar says %q", w.status.message.Content())
	}
}

// The keys of commands about selected companies say what they lack.
func TestKeysWithoutASelectedCompanySayWhatToDo(t *testing.T) {
	w := openSample(t)
	for label, want := range map[string]string{
		"Hide the selected companies": "Select a company first", "Pin where it stands": "Select a company first",
		"Move left": "Select a company first", "Put on a circle, loops in order": "Select at least 2 companies first",
	} {
		w.session.selectNothing()
		w.status.say("")
		w.commandLabelled(label).try()
		if got := w.status.message.Content(); got != want {
			t.Errorf("%s: the status bar says %q, want %q", label, got, want)
		}
	}
}
