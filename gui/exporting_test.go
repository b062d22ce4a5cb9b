package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
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
