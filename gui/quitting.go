package gui

import "fyne.io/fyne/v2"

// close closes the document and the window. It asks first about a form with unsaved typing, and about what is being
// written yet.
func (w *Window) close() {
	if w.form != nil && w.form.Changed() {
		w.ask("Quit?", "What you typed in the form is not saved yet.", "Quit without saving", "Stay", w.finishWriting)
		return
	}
	w.finishWriting()
}

// finishWriting quits, but not before what is being written is there or was called off. Asked for once more, it quits at
// once.
func (w *Window) finishWriting() {
	if w.exporting.idle() || w.exporting.calledOff {
		w.quit()
		return
	}
	w.exporting.onIdle = nil // what was answered before
	w.offer("Quit while something is written?", "Roundtrip is "+w.exporting.writing("place")+". Stopped, it leaves what was there before as it was.",
		"Stay",
		reply{"Quit when it is there", func() { w.quitAfterWriting("Quitting as soon as it is there: ") }},
		reply{"Stop it and quit", func() {
			w.exporting.callOff()
			w.quitAfterWriting("Stopping: ")
		}})
}

// quitAfterWriting quits when nothing is being written any more, unless something could not be written.
func (w *Window) quitAfterWriting(words string) {
	if w.exporting.idle() {
		w.quit()
		return
	}
	w.status.say(words + w.exporting.writing("place"))
	w.exporting.onIdle = w.close
}

func (w *Window) quit() {
	w.session.measuring.stop()
	w.session.comparing.stop()
	w.session.ranging.stop()
	w.scenarios.results.forget()
	w.placesKept.finish()
	if w.session.document != nil {
		if err := w.session.document.Close(); err != nil {
			fyne.LogError("close the document", err)
		}
	}
	w.window.Close()
}
