package gui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/progress"
)

// lasting is work that the window waits for: nothing else is done to the document meanwhile.
type lasting struct {
	cancel context.CancelFunc // nil while there is none
	onEnd  func()             // what comes once it has ended; nil: nothing
}

// patience is how long work may take before the window shows how far it has come.
const patience = 250 * time.Millisecond

// wait runs the work beside the window and then, on the window's goroutine, what comes after it. The work must not touch
// widgets. When it takes a while, a question in the window says how far it has come; closed, it calls the work off, whose
// context is then done. What comes after it comes in any case: work may be complete by the time when it is called off.
func (w *Window) wait(title, stop string, work func(context.Context), then func()) {
	shown := newWaitQuestion(w, title, stop)
	ctx, cancel := context.WithCancel(context.Background())
	w.lasting = lasting{cancel: cancel}
	ended := false
	end := func() {
		if ended {
			return
		}
		ended = true
		cancel()
		onEnd := w.lasting.onEnd
		w.lasting = lasting{}
		shown.close()
		then()
		if onEnd != nil {
			onEnd()
		}
	}
	done := make(chan struct{})
	beside(func() {
		work(progress.With(ctx, patience/2, func(report progress.Report) { fyne.Do(func() { shown.tell(report) }) }))
		close(done)
		fyne.Do(end)
	})
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-done:
		end()
	case <-timer.C:
		shown.open(cancel)
	}
}

// waitQuestion says how far work has come, and offers to stop it.
type waitQuestion struct {
	window *Window
	title  string
	stop   string
	words  *widgets.Paragraph
	bar    *widget.ProgressBar
	dialog *dialog.CustomDialog // nil while it is not shown
	ended  bool
}

func newWaitQuestion(w *Window, title, stop string) *waitQuestion {
	return &waitQuestion{window: w, title: title, stop: stop, words: widgets.NewParagraph(" ", theme.ColorNameForeground),
		bar: widget.NewProgressBar()}
}

func (q *waitQuestion) open(cancel func()) {
	content := widgets.Wide(messageWidth, widgets.Inset(widgets.Stacked(8, q.words, q.bar), 6, 6))
	q.dialog = q.window.poseFor("", q.title, content, q.stop)
	q.dialog.SetOnClosed(func() {
		if !q.ended {
			cancel()
			q.window.status.say("Stopping…")
		}
	})
}

func (q *waitQuestion) tell(report progress.Report) {
	q.words.SetText(report.String())
	q.bar.Max = float64(max(report.Of, 1))
	q.bar.SetValue(float64(report.Done))
}

func (q *waitQuestion) close() {
	q.ended = true
	if q.dialog != nil {
		q.dialog.Hide()
	}
}
