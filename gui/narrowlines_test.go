package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestTheStatusBarKeepsTheMeasuresWhereThereIsLittleRoom sets several filters in a small window.
func TestTheStatusBarKeepsTheMeasuresWhereThereIsLittleRoom(t *testing.T) {
	w := openSample(t)
	w.setView(func(view *network.View) {
		view.MinAmount = deal.Money{Cents: 1_000_000_000_00, Currency: deal.USD}
		view.Statuses = []deal.Status{deal.StatusSigned, deal.StatusActive}
	})
	whole := w.status.summary.Content()
	for _, width := range []float32{1920, 1280, 1024} {
		w.window.Resize(fyne.NewSize(width, 800))
		line := strings.Join(canvasTexts(w.status.summary), "")
		if strings.Contains(line, "…") || !strings.Contains(line, "loop") || !strings.Contains(line, " · circular ") {
			t.Errorf("%v wide: %s", width, line)
		}
		if width == 1920 && line != whole {
			t.Errorf("with all room it says %q and not %q", line, whole)
		}
	}
}

// TestTheTitleOfALoopByItselfIsReadWhole in a window of an ordinary size.
func TestTheTitleOfALoopByItselfIsReadWhole(t *testing.T) {
	w := openSample(t)
	w.window.Resize(fyne.NewSize(1280, 800))
	for _, path := range w.loops.paths {
		w.session.selectLoop(path)
		w.loopView.enter()
		line := strings.Join(canvasTexts(w.loopView.words), "")
		if strings.Contains(line, "…") || !strings.Contains(line, "of 5: ") {
			t.Errorf("the title is %q of %q", line, w.loopView.words.Content())
		}
		if len(path) == 2 && !strings.Contains(line, "bn") {
			t.Errorf("the title of two companies has no money: %q", line)
		}
	}
}
