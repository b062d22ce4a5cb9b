package gui

import (
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

// saved saves the edit and fails the test where that cannot be.
func (w *Window) saved(t *testing.T, edit deal.Edit) {
	t.Helper()
	edit.Label, edit.Seen = "Test", w.session.book
	if _, err := w.save(edit); err != nil {
		t.Fatal(err)
	}
}

// A converted amount leads back to its rate and to who says so: in the inspector, among the sources and below pictures.
func TestConvertedAmountsLeadBackToTheirRates(t *testing.T) {
	w := openSample(t)
	leg, d, _ := w.session.book.Leg(w.session.stake.Leg)
	d.Legs = slices.Clone(d.Legs) // those of the book stay as they are
	d.Legs[0].Figure, d.Legs[0].Currency = deal.Exactly(8_000_000_000_00), "EUR"
	w.saved(t, deal.Edit{
		Sources: []deal.Source{{ID: -1, Title: "ECB"}}, Deals: []deal.Deal{d},
		Rates: []deal.Rate{{Currency: "EUR", Micros: 1_100_000, Date: "2025-10-31", Source: -1}},
	})
	w.session.selectLeg(leg.ID)
	shows(t, w.inspector.box, "€8bn = $8.8bn at 1.1 (31 Oct 2025, ECB)")
	if titles, claims := sourcesListed(w); claims["ECB"] != "1" {
		t.Errorf("of %q, ECB states %q", titles, claims["ECB"])
	}
	for _, source := range w.session.book.Sources {
		if source.Title == "ECB" {
			w.session.selectSourceOf(source.ID)
		}
	}
	shows(t, w.inspector.box, "exchange rate: 1 EUR = 1.1 USD (31 Oct 2025, ECB)")
	frame := w.drawn.frame()
	if !strings.Contains(strings.Join(frame.Sources, "; "), "ECB") || !strings.Contains(strings.Join(frame.Notes, " "), "1 EUR = 1.1 USD (31 Oct 2025, ECB)") {
		t.Errorf("below pictures stands %q, %q", frame.Sources, frame.Notes)
	}
}

// A number that was changed against its source is said to be the analyst's own, and the source's is told with it.
func TestChangedNumbersAreSaidToBeOnesOwn(t *testing.T) {
	w := openSample(t)
	id := w.session.stake.Leg
	leg, _, _ := w.session.book.Leg(id)
	w.saved(t, deal.Edit{
		Sources: []deal.Source{{ID: -1, Title: "An article"}},
		Claims: []deal.Claim{{ID: -1, Source: -1, About: deal.Subject{Leg: id}, Field: deal.ClaimFigure,
			Figure: leg.Figure, Currency: leg.Currency, Chosen: true}},
	})
	w.session.selectLeg(id)
	if strings.Contains(strings.Join(texts(w.inspector.box), " "), "Your own figure") {
		t.Error("what a source says is said to be one's own")
	}
	w.changeSelected()
	form := w.dealForm(t)
	typeIn(form.cards[0].fields[deal.FieldAmount], "2bn")
	form.Submit()
	w.session.selectNothing()
	w.session.selectLeg(id)
	shows(t, w.inspector.box, "Your own figure", " more say "+leg.Figure.Text(leg.Currency))
	frame := w.drawn.frame()
	if notes := strings.Join(frame.Notes, " "); !strings.Contains(notes, "$2bn, is your own figure: ") || len(frame.Cited[id]) > 0 {
		t.Errorf("below pictures stands %q, and the amount is cited from %v", notes, frame.Cited[id])
	}
}

// What is wrong with a link stands below the link.
func TestALinksProblemStandsBelowIt(t *testing.T) {
	w := openSample(t)
	w.addDeal()
	form := w.dealForm(t)
	typeIn(form.fields[deal.FieldSource], "An article")
	typeIn(form.fields[deal.FieldLink], "example")
	form.Submit()
	if link, source := form.fields[deal.FieldLink].Problem(), form.fields[deal.FieldSource].Problem(); !strings.Contains(link, "is no link") || source != "" {
		t.Errorf("below the link stands %q, below the source %q", link, source)
	}
}
