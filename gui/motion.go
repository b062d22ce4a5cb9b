package gui

// preferStill is the preference that nothing moves by itself.
const preferStill = "nothing moves"

// letMove is the label of the command that switches what moves by itself; a check mark says that it is on.
const letMove = "Let money and companies move"

// allowMotion lets money move along the selected loop and companies glide to new places, as the analyst prefers, and
// money only while the window has the focus. A window that is turned to shows what other programs have written meanwhile.
func (w *Window) allowMotion() {
	w.canvas.SetStill(w.app.Preferences().Bool(preferStill))
	life := w.app.Lifecycle()
	life.SetOnEnteredForeground(func() {
		w.canvas.SetAwake(true)
		w.lookForChanges()
	})
	life.SetOnExitedForeground(func() { w.canvas.SetAwake(false) })
}

// toggleMotion switches what moves by itself on or off.
func (w *Window) toggleMotion() {
	still := !w.canvas.Still()
	w.app.Preferences().SetBool(preferStill, still)
	w.canvas.SetStill(still)
	w.checkChoices()
	if still {
		w.status.say("Nothing moves by itself")
	} else {
		w.status.say("Money moves along the selected loop, and companies glide to new places")
	}
}
