package gui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// stepWords returns what the menu says of undo and redo.
func stepWords(w *Window) [2]string {
	return [2]string{w.commandLabelled("Undo").item.Label, w.commandLabelled("Redo").item.Label}
}

func TestUndoTakesBackHidingInTheOrderOfTheEdits(t *testing.T) {
	w := openSample(t)
	opened := stepWords(w)
	hidden := func(name string) bool {
		_, drawn := w.shownDisc(name)
		return !drawn
	}
	pinned := func() bool {
		company, _ := w.session.book.CompanyNamed("Nvidia")
		return company.Pinned
	}
	w.selectTarget(targetOf(w, "Microsoft"))
	run(t, w, "Hide the selected companies")
	w.selectTarget(targetOf(w, "Nvidia"))
	run(t, w, "Pin where it stands")
	w.selectTarget(targetOf(w, "AMD"))
	run(t, w, "Hide the selected companies")
	state := func(want string, microsoft, nvidia, amd bool) {
		t.Helper()
		if got := [3]bool{hidden("Microsoft"), pinned(), hidden("AMD")}; got != [3]bool{microsoft, nvidia, amd} {
			t.Errorf("Microsoft hidden, Nvidia pinned, AMD hidden: %v", got)
		}
		if got := stepWords(w); got[0] != want {
			t.Errorf("the menu says %q, not %q", got[0], want)
		}
	}
	pin := "Undo: Pin Nvidia"
	state("Undo: Hide AMD", true, true, true)
	w.undo()
	state(pin, true, true, false)
	if got := stepWords(w)[1]; got != "Redo: Hide AMD" {
		t.Errorf("the menu says %q", got)
	}
	w.undo()
	state("Undo: Hide Microsoft", true, false, false)
	w.undo()
	state(opened[0], false, false, false)
	w.redo()
	w.redo()
	state(pin, true, true, false)
	w.redo()
	state("Undo: Hide AMD", true, true, true)
	if got := chipWords(w); !slices.Equal(got, []string{"without Microsoft and AMD"}) {
		t.Errorf("the chips say %q", got)
	}
}

// TestUndoOfAFilterLeavesTheRest changes the day between a filter and its undo: the day stays.
func TestUndoOfAFilterLeavesTheRest(t *testing.T) {
	w := openSample(t)
	run(t, w, "Only loops")
	w.setView(func(view *network.View) { view.AsOf = "2025-11" })
	w.undo()
	if view := w.session.view; view.OnlyLoops || view.AsOf != "2025-11" {
		t.Errorf("undo leaves loops only %v, as of %q", view.OnlyLoops, view.AsOf)
	}
	w.redo()
	run(t, w, "Clear filters")
	w.undo()
	if view := w.session.view; !view.OnlyLoops || view.AsOf != "2025-11" {
		t.Errorf("undo of clearing leaves loops only %v, as of %q", view.OnlyLoops, view.AsOf)
	}
}

// TestUndoOfHidingADeletedCompany deletes a hidden company and goes back through everything and forth again.
func TestUndoOfHidingADeletedCompany(t *testing.T) {
	w := openSample(t)
	if _, err := w.session.apply(deal.Edit{Label: "Add", Companies: []deal.Company{{Name: "Vaporware", Role: deal.RoleOther}}}); err != nil {
		t.Fatal(err)
	}
	added := ids(t, w, "Vaporware")
	w.session.selectCompanies(added)
	run(t, w, "Neighbourhood of 1 step")
	if _, err := w.session.apply(deal.Edit{Label: "Delete", Seen: w.session.book, DeleteCompanies: added}); err != nil {
		t.Fatal(err)
	}
	w.undo() // the edit
	w.undo() // the neighbourhood
	if w.session.filtered() {
		t.Errorf("the view is still filtered: %q", chipWords(w))
	}
	w.redo()
	if got := chipWords(w); !slices.Equal(got, []string{"within 1 step of Vaporware"}) {
		t.Errorf("the chips say %q", got)
	}
	w.redo()
	if w.session.filtered() || w.session.problem != nil {
		t.Errorf("without the company the view is filtered: %q, %v", chipWords(w), w.session.problem)
	}
}

// TestUndoInAFormIsOfTyping: what was typed can be brought back, and nothing that was offered for it stays.
func TestUndoInAFormIsOfTyping(t *testing.T) {
	w := openSample(t)
	w.addDeal()
	form := w.form.(*dealForm)
	payer := form.cards[0].payer
	w.window.Canvas().Focus(payer)
	test.Type(payer, "Ora")
	if got := form.layer.Offered(); !slices.Equal(got, []string{"Oracle"}) {
		t.Fatalf("%q are offered", got)
	}
	w.undo()
	if payer.Text != "" || len(form.layer.Offered()) != 0 {
		t.Errorf("after undo the payer is %q, and %q are offered", payer.Text, form.layer.Offered())
	}
	shows(t, w.status.box, "Typing undone (Ctrl+Y brings it back)")
	w.redo()
	if payer.Text != "Ora" {
		t.Errorf("after redo the payer is %q", payer.Text)
	}
}
