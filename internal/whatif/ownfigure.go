package whatif

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
)

// OwnFigures says of each of the legs whose amount is the analyst's own what the sources say that state one: "Amazon → OpenAI
// equity, $25bn, is your own figure: “An article” says up to $10bn". They are the legs of which sources state an amount, and
// none that the document follows states this. Each is told once.
func OwnFigures(book *deal.Book, legs []deal.LegID) []string {
	var own []string
	for _, id := range legs {
		said := OwnFigure(book, id)
		if said == "" {
			continue
		}
		leg, _, _ := book.Leg(id)
		words := LegName(book, leg) + ", " + leg.Figure.Short(leg.Currency) + ", is your own figure: " + said
		if !slices.Contains(own, words) {
			own = append(own, words)
		}
	}
	return own
}

// OwnFigure says what the sources say of a leg whose amount is the analyst's own: "“An article” and 2 more say up to $10bn",
// with the first of those that say the same. It is ""
// where no source states an amount of it, where one that the document follows states the one that it has, and where there
// is none.
func OwnFigure(book *deal.Book, id deal.LegID) string {
	leg, _, ok := book.Leg(id)
	if !ok || !leg.Figure.Known() || amountIsStated(book, leg) {
		return ""
	}
	var figures []string
	by := make(map[string][]deal.SourceID)
	for _, claim := range book.ClaimsAbout(deal.Subject{Leg: id}) {
		if claim.Field != deal.ClaimFigure || !claim.Figure.Set() {
			continue
		}
		figure := claim.Figure.Text(claim.Currency)
		if !slices.Contains(figures, figure) {
			figures = append(figures, figure)
		}
		if !slices.Contains(by[figure], claim.Source) {
			by[figure] = append(by[figure], claim.Source)
		}
	}
	for i, figure := range figures {
		source, _ := book.Source(by[figure][0])
		who := "“" + source.Title + "” says "
		if more := len(by[figure]) - 1; more > 0 {
			who = fmt.Sprintf("“%s” and %d more say ", source.Title, more)
		}
		figures[i] = who + figure
	}
	return deal.AllOf(figures)
}

// FillsIn reports whether the leg's amount is only an assumption about what the source that the document follows leaves open:
// it says that the amount is undisclosed, or at least some.
func FillsIn(book *deal.Book, id deal.LegID) bool {
	leg, _, _ := book.Leg(id)
	return leg.Figure.Assumed && slices.ContainsFunc(book.ClaimsAbout(deal.Subject{Leg: id}), func(claim deal.Claim) bool {
		says := claim.Figure
		open := says.Said == deal.SaidUndisclosed || says.Said == deal.SaidAtLeast && claim.Currency == leg.Currency && says.Low == leg.Figure.Low
		return claim.Field == deal.ClaimFigure && claim.Chosen && open && says.Said == leg.Figure.Said
	})
}
