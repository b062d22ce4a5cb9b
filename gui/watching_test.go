package gui

import (
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/store"
)

// TestAnotherProgramsEditIsShown lets another program write to the document's file, then to that of another document that
// is opened in its place, and take that file away. What is told is done on the test's own goroutine.
func TestAnotherProgramsEditIsShown(t *testing.T) {
	w := openSample(t)
	told := make(chan func(), 100)
	defer w.watch(func(work func()) { told <- work })()
	await := func(shows func() bool, what string) {
		t.Helper()
		for limit := time.After(20 * time.Second); !shows(); {
			select {
			case work := <-told:
				work()
			case <-limit:
				t.Fatalf("%s is not shown", what)
			}
		}
	}
	retitle := func(title string) {
		t.Helper()
		other, err := store.Open(w.session.document.Path())
		if err != nil {
			t.Fatal(err)
		}
		defer other.Close()
		if _, err := other.Apply(deal.Edit{Label: "Change title", Title: &title}); err != nil {
			t.Fatal(err)
		}
	}
	retitle("Circles")
	await(func() bool { return w.session.book.Title == "Circles" }, "the edit")
	if said := w.status.message.Content(); !strings.HasPrefix(said, "Another program has changed") {
		t.Errorf("it says %q", said)
	}
	path := strings.TrimSuffix(w.session.document.Path(), extension) + " copy" + extension
	if err := w.session.document.Backup(path); err != nil {
		t.Fatal(err)
	}
	if !w.open(path, func(path string) (Document, error) { return store.Open(path) }) {
		t.Fatal("the copy was not opened")
	}
	t.Cleanup(func() { _ = w.session.document.Close() })
	retitle("Rings")
	await(func() bool { return w.session.book.Title == "Rings" }, "the edit of the other document")
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	await(func() bool { return w.asked != nil }, "that the file is gone")
}

// TestTurningToTheWindowLooksAtTheFile as is needed on a drive that tells nothing.
func TestTurningToTheWindowLooksAtTheFile(t *testing.T) {
	w := openSample(t)
	other, err := store.Open(w.session.document.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	title := "Circles"
	if _, err := other.Apply(deal.Edit{Label: "Change title", Title: &title}); err != nil {
		t.Fatal(err)
	}
	turnTo(w.app)
	if w.session.book.Title != title {
		t.Errorf("the window shows %q", w.session.book.Title)
	}
}

// turnTo brings the program's window to the foreground.
func turnTo(app fyne.App) {
	app.Lifecycle().(interface{ OnEnteredForeground() func() }).OnEnteredForeground()()
}

// TestACompanyThatAnotherProgramDeletes has its form open: what is typed there is not lost, and it is said why it cannot
// be saved.
func TestACompanyThatAnotherProgramDeletes(t *testing.T) {
	w := openWindow(t, deal.Edit{Companies: []deal.Company{{Name: "Lone", Role: deal.RoleOther}}})
	w.session.selectCompany(ids(t, w, "Lone")[0])
	w.changeSelected()
	form := w.form.(*smallForm)
	typeIn(form.fields[deal.FieldTicker], "HERE")
	other, err := store.Open(w.session.document.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Close() }()
	if _, err := other.Apply(deal.Edit{Label: "Delete Lone", DeleteCompanies: ids(t, w, "Lone")}); err != nil {
		t.Fatal(err)
	}
	w.lookForChanges()
	form.Submit()
	if w.form == nil || form.fields[deal.FieldTicker].Control.(*widgets.TextEntry).Content() != "HERE" {
		t.Error("what was typed is lost")
	}
	shows(t, form, "“Lone”: it is no longer in the document", "bring it back with Ctrl+Z")
	w.dropForm()
	w.undo()
	if _, there := w.session.book.CompanyNamed("Lone"); !there {
		t.Error("undo does not bring back what the other has deleted")
	}
}
