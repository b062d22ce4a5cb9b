package whatif

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// absence is why nothing of a leg is in a network.
type absence struct {
	why  string       // as the end of a sentence that goes "because ...": "OpenAI fails"
	gone bool         // the scenario has taken the leg away; otherwise it is there, and nothing of it is counted
	by   *deal.Change // what has taken it away; nil for a view, a deal's own status or an amount of nothing
}

// absenceOf returns why nothing of a leg is counted in a network of the book, given the leg as the base has it and what was
// changed since. It is asked for when nothing is.
func absenceOf(book *deal.Book, n *network.Network, changes []deal.Change, was deal.Leg) absence {
	view := n.View
	leg, owner, ok := book.Leg(was.ID)
	if !ok || !owner.Status.Live() {
		return goneBecause(book, changes, was)
	}
	for _, change := range changes {
		if change.Field == deal.ChangeWeight && change.Value == 0 && deal.Status(change.Text) == owner.Status {
			return absence{why: Describe(book, change), by: &change}
		}
	}
	if !view.Admits(owner, leg) {
		return absence{why: leftByView}
	}
	zero := deal.Money{Currency: leg.Currency}.Short()
	switch {
	case leg.Figure.Known() && leg.Figure.High == 0 && leg.Suspended > 0:
		return absence{why: fmt.Sprintf("%s pays nothing over its whole term", book.CompanyName(leg.Payer))}
	case leg.Figure.Known() && leg.Figure.Best == 0:
		return absence{why: "its amount is " + zero}
	case leg.Figure.Known() && view.Figure == network.PickLow && leg.Figure.Low == 0:
		return absence{why: "its low figure is " + zero}
	case !leg.Figure.Known():
		return absence{why: "its amount is undisclosed"}
	}
	if flowOf(n, was.ID) >= 0 {
		return absence{why: numberless(n, was.ID)}
	}
	if narrowed(book, view, was.ID) {
		return absence{why: leftByView}
	}
	return absence{why: nothingCounted}
}

// numberless returns why a leg that is in the network, with an amount that is known, has no number there.
func numberless(n *network.Network, leg deal.LegID) string {
	for _, left := range n.LeftOut {
		switch {
		case left.Leg != leg:
		case left.Currency != "":
			return noRate(left.Currency, n.Base)
		default:
			return left.Reason
		}
	}
	if n.View.Basis == network.BasisDrawn {
		return "no source says how much of it is paid so far"
	}
	return nothingCounted
}

func noRate(from, to deal.Currency) string {
	return fmt.Sprintf("there is no rate from %s to %s", from, to)
}

// nothingCounted is why nothing of a leg is counted that nothing else explains.
const nothingCounted = "nothing of it is counted under this view"

// leftByView is why nothing of a leg is counted that a filter leaves out.
const leftByView = "the view leaves it out"

// narrowed reports whether the leg is left out for being undisclosed under the view, too small, too far from the companies that are looked at or on no loop.
func narrowed(book *deal.Book, view network.View, leg deal.LegID) bool {
	wider := view
	wider.MinAmount, wider.OnlyDisclosed, wider.Near, wider.Steps, wider.OnlyLoops = deal.Money{}, false, nil, 0, false
	built, err := network.Build(book, wider)
	return err == nil && built.Legs()[leg]
}

// goneBecause returns which of the changes has taken the leg away.
func goneBecause(book *deal.Book, changes []deal.Change, was deal.Leg) absence {
	ends := []int64{int64(was.Payer), int64(was.Payee)}
	for _, change := range changes {
		switch change.Field {
		case deal.ChangeFails:
			if change.Value != 0 && slices.Contains(ends, change.Target) {
				return absence{why: Describe(book, change), gone: true, by: &change}
			}
		case deal.ChangeCutOff:
			if !was.Kind.Financing() && change.Target == ends[0] && change.Other == ends[1] {
				return absence{why: Describe(book, change), gone: true, by: &change}
			}
		case deal.ChangeStatus:
			if d, ok := book.Deal(deal.DealID(change.Target)); ok && change.Target == int64(was.Deal) {
				return absence{why: fmt.Sprintf("the deal “%s” is %s", d.Title, change.Text), gone: true, by: &change}
			}
		}
	}
	return absence{why: "it is no longer in the document", gone: true}
}

// leftOutOr says that the leg adds nothing because a filter leaves it out at its amount, and from where on it adds nothing
// otherwise; where no filter does, only that.
func (c *Comparison) leftOutOr(found Saturation) string {
	leg, _, ok := c.ScenarioBook.Leg(c.Stake.Leg)
	if !ok || c.Stake.Cents == 0 || flowOf(c.ScenarioNetwork, leg.ID) >= 0 || !narrowed(c.ScenarioBook, c.ScenarioNetwork.View, leg.ID) {
		return found.Sentence
	}
	what := "the stake"
	if leg.Kind != deal.KindEquity {
		what = LegName(c.ScenarioBook, leg)
	}
	amount := deal.Money{Cents: c.Stake.Cents, Currency: leg.Currency}.Short()
	words := fmt.Sprintf("At %s %s adds nothing to the circular money, because %s.", amount, what, leftByView)
	if found.Cents > 0 && !found.Unbounded {
		words += " " + found.Sentence
	}
	return words
}
