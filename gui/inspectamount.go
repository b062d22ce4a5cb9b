package gui

import (
	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// amountFacts tells of a leg's amount: what it is, also in the document's currency and at which rate, what is tried or assumed
// of it, and what the sources say where it is none of theirs.
func (in *inspector) amountFacts(leg deal.Leg) []widgets.Fact {
	book := in.session.book
	worth := func(leg deal.Leg) string {
		if counted := book.Worth(leg.Figure, leg.Currency); counted != "" {
			return " = " + counted
		}
		return ""
	}
	amount := widgets.Fact{Caption: "Amount", Value: leg.Figure.Text(leg.Currency)}
	if !leg.Figure.Assumed {
		amount.Value += worth(leg)
	}
	facts := []widgets.Fact{amount}
	if own := whatif.OwnFigure(book, leg.ID); own != "" && !whatif.FillsIn(book, leg.ID) {
		facts = append(facts, widgets.Fact{Caption: "Your own figure", Value: own, Colour: widgets.ColourLoop})
	}
	scenario, _, _ := in.session.shown()
	if tried, _, ok := scenario.Leg(leg.ID); ok && tried.Figure != leg.Figure {
		facts = append(facts, widgets.Fact{
			Caption: "In the what-if", Value: tried.Figure.Text(tried.Currency) + worth(tried), Colour: widgets.ColourLoop,
		})
	}
	if leg.Figure.Assumed {
		facts = append(facts, widgets.Fact{Caption: "Assumed by you", Value: leg.Figure.AssumedText(leg.Currency) + worth(leg), Colour: widgets.ColourLoop})
	}
	return facts
}

// rates leads to the sources of the rates that the amounts of a leg are turned at, or to the rates where they have none.
func (in *inspector) rates(id deal.LegID) []fyne.CanvasObject {
	book := in.session.book
	leg, _, _ := book.Leg(id)
	var parts []fyne.CanvasObject
	for _, rate := range book.RatesOf(nil, []deal.Deal{{Legs: []deal.Leg{leg}}}) {
		open := in.window.changeRates
		if _, known := book.Source(rate.Source); known {
			open = func() { in.window.showSource(rate.Source) }
		}
		parts = append(parts, widgets.NewLink("Exchange rate: "+book.RateWords(rate), open))
	}
	return parts
}

// sourcesOf names the sources that a leg's amount is from, and the rate that it is counted at.
func (in *inspector) sourcesOf(id deal.LegID) []fyne.CanvasObject {
	book := in.session.book
	leg, _, _ := book.Leg(id)
	var parts []fyne.CanvasObject
	own := whatif.OwnFigure(book, id)
	if whatif.FillsIn(book, id) {
		own = ""
	} else if own != "" {
		parts = append(parts, widgets.NewNote("Your own figure: "+own))
	}
	for _, claim := range book.ClaimsAbout(deal.Subject{Leg: id}) {
		if own == "" && claim.Field == deal.ClaimFigure && claim.Chosen {
			source, _ := book.Source(claim.Source)
			parts = append(parts, widgets.NewNote("Source: "+source.Citation()))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, widgets.NewNote("No source: your own entry"))
	}
	if worth := book.Worth(leg.Figure, leg.Currency); worth != "" {
		parts = append(parts, widgets.NewNote("Counted as "+worth))
	}
	return parts
}
