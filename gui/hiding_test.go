package gui

import (
	"slices"
	"testing"
)

func TestUndoOfHidingSelectsAgain(t *testing.T) {
	w := openSample(t)
	for _, choose := range []func(){
		func() { w.session.selectCompanies(ids(t, w, "Amazon", "AMD")) },
		func() { w.session.selectLoop(ids(t, w, "OpenAI", "Oracle", "Nvidia")) },
	} {
		choose()
		before := w.canvasSelection()
		run(t, w, "Hide the selected companies")
		if !w.canvasSelection().Empty() {
			t.Fatal("what is hidden stays selected")
		}
		w.undo()
		after := w.canvasSelection()
		if !slices.Equal(after.Companies, before.Companies) || !slices.Equal(after.Loop, before.Loop) {
			t.Errorf("%+v is selected after undo, it was %+v", after, before)
		}
		w.redo()
		if !w.canvasSelection().Empty() || len(w.session.view.Hidden) == 0 {
			t.Error("redo does not hide what is selected")
		}
		w.undo()
	}
}
