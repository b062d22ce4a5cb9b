package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestTheStatusBarKeepsCountsAndMeasuresWhereThereIsLittleRoom sets several filters in a small window.
func TestTheStatusBarKeepsCountsAndMeasuresWhereThereIsLittleRoom(t *testing.T) {
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
		if counts := " of 10 companies · 8 of 15 deals · "; !strings.HasPrefix(line, "7"+counts) {
			t.Errorf("%v wide, it does not begin with what is counted: %s", width, line)
		}
		if width == 1920 && line != whole {
			t.Errorf("with all room it says %q and not %q", line, whole)
		}
	}
}

// TestTheStatusBarIsCutAtItsEndAndToldWhole where there is no room for its shortest words.
func TestTheStatusBarIsCutAtItsEndAndToldWhole(t *testing.T) {
	w := openSample(t)
	w.status.summary.Resize(fyne.NewSize(300, 20))
	line := strings.Join(canvasTexts(w.status.summary), "")
	if !strings.HasPrefix(line, "8 of 10 companies · 11 of 15 deals · ") || !strings.HasSuffix(line, "…") {
		t.Errorf("in little room the bar says %q", line)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.status.summary).AddXY(20, 5)
	w.status.box.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at, Position: fyne.NewPos(30, 10)}})
	if told := w.status.box.tip.Lines(); len(told) != 1 || told[0].Text != w.status.summary.Content() || !w.status.box.tip.Visible() {
		t.Errorf("the pointer is told %v", told)
	}
	w.status.say("Something else")
	if w.status.box.tip.Visible() {
		t.Error("the pointer is told what the bar said before")
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
