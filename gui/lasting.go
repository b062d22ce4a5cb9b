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
	cancel   context.CancelFunc // nil while there is none
	question *waitQuestion      // that says how far it has come
	onEnd    func()             // what comes once it has ended; nil: nothing
}

// patience is how long work may take before the window shows how far it has come.
var patience = 250 * time.Millisecond

// wait runs the work beside the window and then, on the window's goroutine, what comes after it. The work must not touch
// widgets. When it takes a while, a question in the window says how far it has come, and offers to call the work off, whose
// context is then done; the question stays until the work has ended, so that nothing else is done meanwhile. What comes
// after it comes in any case, and is told whether the work was called off: it may have been complete by then.
func (w *Window) wait(title, stop string, work func(context.Context), then func(calledOff bool)) {
	ctx, cancel := context.WithCancel(context.Background())
	shown := newWaitQuestion(w, title, stop, cancel)
	w.lasting = lasting{cancel: cancel, question: shown}
	ended := false
	end := func() {
		if ended {
			return
		}
		ended = true
		calledOff := ctx.Err() != nil
		cancel()
		onEnd := w.lasting.onEnd
		shown.close()
		w.lasting = lasting{}
		then(calledOff)
		if onEnd != nil {
			onEnd()
		}
		w.sayNext()
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
		shown.open()
	}
}

// waitQuestion says how far work has come, and offers to stop it.
type waitQuestion struct {
	window *Window
	title  string
	stop   *widgets.FormButton
	cancel context.CancelFunc
	off    bool // it was called off, and has not ended yet
	words  *widgets.Paragraph
	bar    *widget.ProgressBar
	dialog *dialog.CustomDialog // nil while it is not shown
}

func newWaitQuestion(w *Window, title, stop string, cancel context.CancelFunc) *waitQuestion {
	q := &waitQuestion{window: w, title: title, cancel: cancel,
		words: widgets.NewParagraph(" ", theme.ColorNameForeground), bar: widget.NewProgressBar()}
	q.stop = widgets.NewFormButton(stop, q.callOff, q.callOff)
	return q
}

func (q *waitQuestion) open() {
	content := widgets.Wide(messageWidth, widgets.Inset(widgets.Stacked(8, q.words, q.bar), 6, 6))
	q.dialog = dialog.NewCustomWithoutButtons(q.title, content, q.window.window)
	q.dialog.SetButtons([]fyne.CanvasObject{q.stop})
	q.window.present(q.dialog, nil)
}

// isOpen reports whether it is shown. Nothing but the end of the work closes it then.
func (q *waitQuestion) isOpen() bool { return q != nil && q.dialog != nil }

// callOff tells the work to stop. The question stays until it has.
func (q *waitQuestion) callOff() {
	q.off = true
	q.stop.Disable()
	q.words.SetText("Stopping…")
	q.cancel()
}

func (q *waitQuestion) tell(report progress.Report) {
	if q.off {
		return
	}
	q.words.SetText(report.String())
	q.bar.SetValue(report.Share())
}

func (q *waitQuestion) close() {
	if q.dialog != nil {
		q.dialog.Hide()
	}
}
