package gui

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Amounts beyond what can be counted leave the canvas empty, and it says why, which legs are largest and what to do; as
// soon as a filter leaves them out the rest is drawn, and it is said what the picture does without.
func TestAmountsBeyondWhatCanBeCounted(t *testing.T) {
	w := openSample(t)
	const hundredTrillion = 100_000_000_000_000_00
	edit := deal.Edit{Label: "Too much", Deals: make([]deal.Deal, 300)}
	ends := ids(t, w, "Amazon", "OpenAI")
	for i := range edit.Deals {
		edit.Deals[i] = deal.Deal{Title: "Too much", Status: deal.StatusRumoured, Counting: deal.Counted, Legs: []deal.Leg{{
			Payer: ends[0], Payee: ends[1], Kind: deal.KindCloud, Basis: deal.BasisCash, Figure: deal.Exactly(hundredTrillion), Currency: deal.USD,
		}}}
	}
	if _, err := w.session.apply(edit); err != nil {
		t.Fatal(err)
	}
	const problem = "he legs add up to more than $23,058.43tn, beyond what can be counted to the cent"
	shows(t, w.nothing.box, "T"+problem, "the largest: Amazon to OpenAI, $100tn; Amazon to OpenAI, $100tn", "Correct amounts that are mistyped")
	w.sides.SelectIndex(inspectorTab)
	shows(t, w.inspector.box, "T"+problem)
	shows(t, w.status.box, "t"+problem)
	w.setView(func(view *network.View) { view.Statuses = []deal.Status{deal.StatusSigned, deal.StatusActive} })
	if w.nothing.box.Visible() {
		t.Error("what is left is drawn, and the canvas still says that nothing is")
	}
	shows(t, w.status.box, "placed without what the filters leave out")
}
