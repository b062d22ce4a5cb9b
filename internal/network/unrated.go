package network

import (
	"fmt"

	"roundtrip/internal/deal"
)

// unrated returns the part of a leg whose amount is in a currency without a rate. Nobody knows what it is in the base, from
// nothing upwards, but what is stated in its own currency is still there: it closes a loop unless it may be nothing.
func (v View) unrated(book *deal.Book, d *deal.Deal, leg *deal.Leg, stated LeftOut) (FlowLeg, LeftOut, bool) {
	part := FlowLeg{ID: leg.ID, Kind: leg.Kind, HighOpen: true}
	stated.Leg = leg.ID
	stated.Reason = fmt.Sprintf("the document has no rate from %s to %s", stated.Currency, book.Base)
	figure := &stated.Figure
	if _, unknown := v.spread(d, leg, figure.High); unknown != "" {
		*figure = deal.Figure{}
		return part, stated, true
	}
	whole, weight := *figure, deal.Whole
	if less, ok := v.Weights[d.Status]; ok {
		weight = less
	}
	for _, cents := range []*int64{&figure.Low, &figure.Best, &figure.High} {
		*cents, _ = v.spread(d, leg, *cents)
		*cents, _ = weight.Of(*cents)
	}
	if figure.High == 0 && (whole.High != 0 || !whole.HighOpen()) {
		return FlowLeg{}, LeftOut{}, false // none of it falls into the year
	}
	part.Exists = figure.Low > 0
	return part, stated, true
}

// Amount says what a leg without a rate is in its own currency, such as "up to €4bn"; "" where that is not the reason
// that it has no number, or where nobody knows how much of it the view would count.
func (l LeftOut) Amount() string {
	if l.Currency == "" || !l.Figure.Set() {
		return ""
	}
	f := l.Figure
	return StandingOf(f).Words() + deal.Money{Cents: f.Best, Currency: l.Currency}.Short()
}

// leftOut returns why the leg has no number under the view, and false where it has one or none is disclosed.
func (n *Network) leftOut(leg deal.LegID) (LeftOut, bool) {
	for _, left := range n.LeftOut {
		if left.Leg == leg {
			return left, true
		}
	}
	return LeftOut{}, false
}

// Missing is how many legs have no number, by what it is that they lack.
type Missing struct {
	Undisclosed int
	Unrated     int // the document has no rate from their currency to its own
	Unplaced    int // no source says what of them falls into the year
}

// Missing counts the legs without a number.
func (n *Network) Missing() Missing { return n.missingOf(n.Flows) }

func (n *Network) missingOf(flows []Flow) Missing {
	var missing Missing
	for i := range flows {
		missing.Add(n.MissingOf(flows[i].Legs...))
	}
	return missing
}

// MissingOf counts those of the legs that have no number.
func (n *Network) MissingOf(legs ...FlowLeg) Missing {
	var missing Missing
	for i := range legs {
		if legs[i].Known {
			continue
		}
		missing.Count(n.leftOut(legs[i].ID))
	}
	return missing
}

// Count counts a further leg without a number, and why it was left out, if it was.
func (m *Missing) Count(left LeftOut, out bool) {
	switch {
	case !out:
		m.Undisclosed++
	case left.Currency != "":
		m.Unrated++
	default:
		m.Unplaced++
	}
}

// Add counts further legs.
func (m *Missing) Add(other Missing) {
	m.Undisclosed, m.Unrated, m.Unplaced = m.Undisclosed+other.Undisclosed, m.Unrated+other.Unrated, m.Unplaced+other.Unplaced
}

// All returns how many they are together.
func (m Missing) All() int { return m.Undisclosed + m.Unrated + m.Unplaced }

// UnratedAmounts says what the flow's legs without a number are, such as "€10bn" and "up to €4bn", where all that they lack
// is a rate; otherwise nil.
func (n *Network) UnratedAmounts(flow *Flow) []string {
	var amounts []string
	for _, leg := range flow.Legs {
		if leg.Known {
			continue
		}
		left, _ := n.leftOut(leg.ID)
		amount := left.Amount()
		if amount == "" {
			return nil
		}
		amounts = append(amounts, amount)
	}
	return amounts
}
