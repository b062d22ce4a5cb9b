package gui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"roundtrip/store"
)

// TestExportsDoNotCancelEachOther asks for a report, for a picture while the report is written, and for one that cannot
// be written: each file is there, and each end is told.
func TestExportsDoNotCancelEachOther(t *testing.T) {
	w := openSample(t)
	var held []func()
	before := beside
	t.Cleanup(func() { beside = before })
	beside = func(work func()) { held = append(held, work) }
	folder := t.TempDir()
	report, sheet, nowhere := filepath.Join(folder, "report.html"), filepath.Join(folder, "sheet.svg"), filepath.Join(folder, "no", "sheet.pdf")
	for _, path := range []string{report, sheet, nowhere} {
		w.exportTo(path)
	}
	beside = before
	if len(held) != 3 {
		t.Fatalf("%d exports run", len(held))
	}
	for _, step := range []struct {
		run  int
		said string
	}{
		{1, "Exported to " + sheet + " · still writing to 2 other places"},
		{0, "Exported to " + report + " · still writing to " + nowhere},
	} {
		held[step.run]()
		if got := w.status.message.Content(); got != step.said {
			t.Errorf("it says %q, want %q", got, step.said)
		}
	}
	for _, path := range []string{report, sheet} {
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
	if w.asked != nil {
		t.Fatal("a problem is told before there is one")
	}
	held[2]()
	if said := strings.Join(texts(w.window.Canvas().Overlays().Top()), " "); !strings.Contains(said, nowhere) {
		t.Errorf("of the file that cannot be written it says %q", said)
	}
}

// TestTheLastExportToAFileStays writes two pictures to one file: the second waits for the first.
func TestTheLastExportToAFileStays(t *testing.T) {
	w := openSample(t)
	before := beside
	t.Cleanup(func() { beside = before })
	var held []func()
	hold := func(work func()) { held = append(held, work) }
	path := filepath.Join(t.TempDir(), "sheet.svg")
	beside = hold
	w.exportTo(path)
	beside = before
	w.whatIf.amount.SetText("25bn")
	beside = hold
	w.exportTo(path)
	if len(held) != 1 {
		t.Fatalf("%d exports to one file run at once", len(held))
	}
	for at := 0; at < len(held); at++ {
		held[at]()
	}
	if len(held) != 2 || !strings.Contains(string(fileOf(t, path)), "25bn") {
		t.Error("the file does not hold what was exported last")
	}
}

// holdWork lets work wait that runs beside the window from now on, until the returned function runs it.
func holdWork(t *testing.T) (release func()) {
	t.Helper()
	before := beside
	t.Cleanup(func() { beside = before })
	var held []func()
	beside = func(work func()) { held = append(held, work) }
	return func() {
		beside = before
		for _, work := range held {
			work()
		}
		held = nil
	}
}

// TestQuittingDoesNotEndAnExportSilently closes the window while a picture is being written: it asks, and then waits,
// stops or stays, as it is told. No half of a file is left.
func TestQuittingDoesNotEndAnExportSilently(t *testing.T) {
	for _, test := range []struct {
		reply   string
		written bool
		quits   bool
	}{
		{"Quit when it is there", true, true}, {"Stop it and quit", false, true}, {"Stay", true, false},
	} {
		t.Run(test.reply, func(t *testing.T) {
			w := openSample(t)
			closed := false
			w.window.SetOnClosed(func() { closed = true })
			folder := t.TempDir()
			path := filepath.Join(folder, "sheet.svg")
			release := holdWork(t)
			w.exportTo(path)
			w.close()
			shows(t, w.window.Canvas().Overlays().Top(), "Roundtrip is still writing to "+path)
			tapButton(t, w.window.Canvas().Overlays().Top(), test.reply)
			if closed {
				t.Fatal("it does not wait")
			}
			release()
			if closed != test.quits {
				t.Errorf("the window is closed: %v, want %v", closed, test.quits)
			}
			var names []string
			if test.written {
				names = []string{"sheet.svg"}
			}
			if got := namesIn(t, folder); !slices.Equal(got, names) {
				t.Errorf("the folder holds %q, want %q", got, names)
			}
		})
	}
}

// TestAnExportThatFailsKeepsTheWindow: who waits for it reads why.
func TestAnExportThatFailsKeepsTheWindow(t *testing.T) {
	w := openSample(t)
	closed := false
	w.window.SetOnClosed(func() { closed = true })
	path := filepath.Join(t.TempDir(), "no", "sheet.svg")
	release := holdWork(t)
	w.exportTo(path)
	w.close()
	tapButton(t, w.window.Canvas().Overlays().Top(), "Quit when it is there")
	release()
	if closed {
		t.Error("the window is closed")
	}
	shows(t, w.window.Canvas().Overlays().Top(), "there is no such file or folder")
}

// TestAnotherDocumentDoesNotEndAnExport opens one while the picture of the last is being written.
func TestAnotherDocumentDoesNotEndAnExport(t *testing.T) {
	w := openSample(t)
	path := filepath.Join(t.TempDir(), "sheet.svg")
	release := holdWork(t)
	w.exportTo(path)
	if !w.open(filepath.Join(t.TempDir(), "new.roundtrip"), func(path string) (Document, error) { return store.Create(path) }) {
		t.Fatal("the document was not opened")
	}
	t.Cleanup(func() { _ = w.session.document.Close() })
	release()
	if got := string(fileOf(t, path)); !strings.Contains(got, "OpenAI") {
		t.Error("the picture is not that of the document from which it was asked for")
	}
}

func namesIn(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}
