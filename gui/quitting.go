package gui

import (
	"strings"

	"fyne.io/fyne/v2"

	"roundtrip/internal/whatif"
)

// lostWords say what is lost when one leaves a form, and name the reply that does so.
type lostWords struct{ text, leave string }

var (
	lostUnsaved = lostWords{"What you typed is not saved yet.", "Leave without saving"}
	lostUntried = lostWords{"What you typed is not tried yet.", "Leave without trying it"}
)

// lostWords are those of the form that is open.
func (w *Window) lostWords() lostWords {
	if form, says := w.form.(interface{ Lost() lostWords }); says {
		return form.Lost()
	}
	return lostUnsaved
}

// close closes the document and the window. It asks first about a form with unsaved typing, about what is tried and not
// saved, and about what is being written yet. Work that it waits for is called off before.
func (w *Window) close() {
	if w.lasting.cancel != nil {
		w.lasting.onEnd = w.close
		w.lasting.question.callOff()
		return
	}
	if w.form != nil && w.form.Changed() {
		w.ask("Quit?", w.lostWords().text, strings.Replace(w.lostWords().leave, "Leave", "Quit", 1), "Stay", w.closeTrial)
		return
	}
	w.closeTrial()
}

func (w *Window) closeTrial() { w.leavingTrial("Quit", w.finishWriting) }

// leavingTrial goes on to something that ends what is tried, and asks first where no scenario holds it: it is kept nowhere else.
func (w *Window) leavingTrial(going string, on func()) {
	scenario, differs, loaded := w.session.scenario()
	if !w.session.tried() || loaded && !differs {
		on()
		return
	}
	words := "What is tried is kept in no scenario: "
	if loaded {
		words = "What is tried is no longer as the scenario “" + scenario.Name + "” holds it: "
	}
	words += strings.Join(whatif.DescribeAll(w.session.book, w.session.trial()), "; ") + "."
	replies := []reply{{going + " without saving", on}}
	if !w.session.document.ReadOnly() && w.whatIf.unread() == "" {
		replies = append([]reply{{"Save it as a scenario…", func() { w.saveScenarioThen(on) }}}, replies...)
	}
	w.offer(going+" with something tried?", words, "Stay", replies...)
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
	w.watchFile("")
	if w.session.document != nil {
		if err := w.session.document.Close(); err != nil {
			fyne.LogError("close the document", err)
		}
	}
	w.window.Close()
}
