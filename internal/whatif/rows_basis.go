package whatif

import (
	"fmt"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// What the rows of the stake count.
//
// What a stake buys, what must be spent back of it and what stays are of the whole of it and at best figures, whatever
// the view counts: a price is a price for all of it. What comes back through others is by the money that the view
// counts. Under the default view both are the same; under any other each row says in its name which it is.

// drawnOf returns what is paid of the leg when its amount is tried to be so many cents. What is paid is a fact, and stays,
// but nobody can have paid more than there is: a smaller amount is all paid.
func drawnOf(leg *deal.Leg, cents int64) deal.Reported {
	drawn := leg.Drawn
	if drawn.Stated && drawn.Money.Currency == leg.Currency && cents < leg.Figure.Best {
		drawn.Money.Cents = min(drawn.Money.Cents, cents)
	}
	return drawn
}

// ofTheWhole is what the name of a row ends in that is about the whole of the stake at best figures, under a view that
// counts something else.
func ofTheWhole(view network.View) string {
	headline := view.Basis == "" || view.Basis == network.BasisHeadline
	best := view.Figure == "" || view.Figure == network.PickBest
	switch {
	case headline && best:
		return ""
	case headline:
		return " (best figures)"
	case best:
		return " (headline)"
	}
	return " (headline, best figures)"
}

// asCounted is what the name of a row ends in that is about the money that such a view counts.
func asCounted(view network.View) string {
	if ofTheWhole(view) == "" {
		return ""
	}
	words := strings.TrimSuffix(view.MoneyWords(), ", best figures")
	return fmt.Sprintf(" (%s)", strings.TrimPrefix(words, "headline totals, "))
}

// paidNote says what of the stake is paid, where the view counts only that.
func (s *side) paidNote() string {
	switch {
	case s.network.View.Basis != network.BasisDrawn:
		return ""
	case !s.leg.Drawn.Stated:
		return "no source says what of it is paid so far"
	}
	return fmt.Sprintf("paid so far, and so counted in the network: %s of it; a trial amount below that is taken as all paid",
		s.leg.Drawn.Money.Short())
}

// throughNetwork is what the name of a row ends in that applies the share by the money that such a view counts to the
// whole of the stake.
func throughNetwork(view network.View) string {
	if ofTheWhole(view) == "" {
		return ""
	}
	return " (that share of the whole)"
}
