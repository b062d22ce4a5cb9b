package network

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
)

// Network is the companies of a Book and the flows between them under a View. It is not changed after Build
// has returned it.
type Network struct {
	Base      deal.Currency
	View      View           // what it was built under
	Companies []deal.Company // every company that the view admits, ordered by ID; flows use their positions
	Flows     []Flow         // at most one from each payer to each payee, ordered by payer, then payee
	LeftOut   []LeftOut      // legs that have an amount, but none under this view: they are in their flows without a number
}

// Flow is everything that one company gives another, all legs added up, in cents of the base currency.
// A flow made only of undisclosed legs has no money and is still there: it can close a loop.
type Flow struct {
	Payer, Payee int
	Money        int64 // under the view's figure; legs without a number add nothing
	Low, High    int64 // sums of the legs' low and high figures
	HighOpen     bool  // nothing bounds the sum from above: High is only what is known
	Legs         []FlowLeg
}

// FlowLeg is a leg's part in a flow, in cents of the base currency, after basis and status weight.
type FlowLeg struct {
	ID        deal.LegID
	Kind      deal.Kind
	Money     int64
	Low, High int64
	HighOpen  bool
	Known     bool // the leg has a number on this basis
	About     bool // the number is approximate, nobody says by how much: Low and High are the same
	Unsaid    bool // it must be spent by another leg, and nobody says which part of it
	Exists    bool // it surely comes to something, though Low does not say so: an amount in a currency without a rate
}

// Known reports whether any leg of the flow has a number.
func (f Flow) Known() bool {
	return slices.ContainsFunc(f.Legs, func(leg FlowLeg) bool { return leg.Known })
}

// Unknown returns how many legs of the flow have no number.
func (f Flow) Unknown() int {
	count := 0
	for _, leg := range f.Legs {
		if !leg.Known {
			count++
		}
	}
	return count
}

// Financing reports whether the flow has a financing leg, and whether it has a commercial one.
func (f Flow) Financing() (financing, commercial bool) {
	for _, leg := range f.Legs {
		if leg.Kind.Financing() {
			financing = true
		} else {
			commercial = true
		}
	}
	return financing, commercial
}

// LeftOut is a leg whose amount the network cannot count, and why.
type LeftOut struct {
	Leg    deal.LegID
	Reason string

	// Of a leg whose currency has no rate: that currency, and what the view would count of the amount in it, unset where
	// nobody knows that either.
	Currency deal.Currency
	Figure   deal.Figure
}

// Build returns the network of the book under the view. It refuses a view that Validate refuses, a least amount
// in a currency without a rate, and sums beyond int64.
func Build(book *deal.Book, view View) (*Network, error) {
	if err := view.Validate(); err != nil {
		return nil, fmt.Errorf("view: %w", err)
	}
	least, ok := book.InBase(view.MinAmount.Cents, view.MinAmount.Currency)
	if !ok {
		return nil, fmt.Errorf("view: the least amount is in %s, and the document has no rate from it to %s", view.MinAmount.Currency, book.Base)
	}
	network := &Network{Base: book.Base, View: view}
	position := make(map[deal.CompanyID]int, len(book.Companies))
	for _, company := range book.Companies {
		if view.admitsCompany(company.ID) {
			position[company.ID] = len(network.Companies)
			network.Companies = append(network.Companies, company)
		}
	}
	flowAt := make(map[[2]int]int)
	for i := range book.Deals {
		for j := range book.Deals[i].Legs {
			part, left, counts := view.part(book, &book.Deals[i], &book.Deals[i].Legs[j])
			if part.Known && part.Money < least || view.OnlyDisclosed && !part.Known && left.Reason == "" {
				continue
			}
			if left.Reason != "" {
				network.LeftOut = append(network.LeftOut, left)
			}
			if !counts {
				continue
			}
			ends := [2]int{position[book.Deals[i].Legs[j].Payer], position[book.Deals[i].Legs[j].Payee]}
			at, ok := flowAt[ends]
			if !ok {
				at = len(network.Flows)
				flowAt[ends] = at
				network.Flows = append(network.Flows, Flow{Payer: ends[0], Payee: ends[1]})
			}
			network.Flows[at].add(part)
		}
	}
	if _, err := network.finish(); err != nil {
		return nil, err
	}
	network.narrow()
	return network, nil
}

// part returns the leg's part in its flow; counts is false when the view leaves the leg out. A reason says why a
// leg that has an amount has none under this view; it then counts as undisclosed, up to its whole amount where
// that is known. Without a reason, what has no number is undisclosed.
func (v View) part(book *deal.Book, d *deal.Deal, leg *deal.Leg) (part FlowLeg, left LeftOut, counts bool) {
	if !v.Admits(*d, *leg) {
		return FlowLeg{}, LeftOut{}, false
	}
	figure := leg.Figure
	currency := leg.Currency
	if v.Basis == BasisDrawn {
		switch {
		case leg.Drawn.Stated:
			figure, currency = deal.Exactly(leg.Drawn.Money.Cents), leg.Drawn.Money.Currency
		case d.Status == deal.StatusCompleted:
		case d.Status == deal.StatusSigned || d.Status == deal.StatusActive:
			figure = deal.Undisclosed()
		default:
			return FlowLeg{}, LeftOut{}, false
		}
	}
	part = FlowLeg{ID: leg.ID, Kind: leg.Kind, Known: figure.Known(), HighOpen: figure.HighOpen(), Unsaid: leg.ConditionalOn != 0 && leg.Covers == 0}
	if figure == leg.Figure {
		open, carries := book.Carries(leg)
		part.HighOpen = part.HighOpen || carries && open
	}
	weight, ok := v.Weights[d.Status]
	if !ok {
		weight = deal.Whole
	}
	if _, unknown := v.spread(d, leg, figure.High); unknown != "" && part.Known {
		left, part.Known = LeftOut{Leg: leg.ID, Reason: unknown}, false
	}
	for _, end := range []struct {
		from int64
		to   *int64
	}{{figure.Low, &part.Low}, {figure.Best, &part.Money}, {figure.High, &part.High}} {
		cents, _ := v.spread(d, leg, end.from)
		if left.Reason != "" && end.to == &part.High {
			cents = end.from // no year holds more than all of it
		}
		cents, converted := book.InBase(cents, currency)
		if !converted {
			return v.unrated(book, d, leg, LeftOut{Currency: currency, Figure: figure})
		}
		*end.to, _ = weight.Of(cents)
	}
	// What is known to be nothing is no flow, in this year or at all: it closes no loop. A floor of nothing may
	// still be something.
	if part.Known && part.High == 0 && (figure.High != 0 || !part.HighOpen) {
		return FlowLeg{}, LeftOut{}, false
	}
	switch {
	case !part.Known:
	case figure.Said == deal.SaidAbout && part.Low == part.High:
		part.About = true
	case v.Figure == PickLow:
		part.Money = part.Low
	case v.Figure == PickHigh:
		part.Money = part.High
	}
	return part, left, true
}

func (f *Flow) add(leg FlowLeg) {
	f.Money += leg.Money
	f.Low += leg.Low
	f.High += leg.High
	f.HighOpen = f.HighOpen || leg.HighOpen
	f.Legs = append(f.Legs, leg)
}

func (n *Network) sort() {
	slices.SortFunc(n.Flows, func(a, b Flow) int {
		if a.Payer != b.Payer {
			return a.Payer - b.Payer
		}
		return a.Payee - b.Payee
	})
}

// finish orders the flows and refuses sums beyond int64.
func (n *Network) finish() (*Network, error) {
	n.sort()
	if err := n.countable(); err != nil {
		return nil, err
	}
	return n, nil
}

// Gross returns the sum of all flows in cents.
func (n *Network) Gross() int64 {
	sum := int64(0)
	for i := range n.Flows {
		sum += n.Flows[i].Money
	}
	return sum
}

// Undisclosed reports whether there are flows and none of them has a number, so that shares and balances of the money
// are not known, rather than nothing.
func (n *Network) Undisclosed() bool {
	return len(n.Flows) > 0 && !slices.ContainsFunc(n.Flows, Flow.Known)
}

// Moneyless reports whether no money is in the network: shares of it and its multiplier are shares of nothing, and not known.
func (n *Network) Moneyless() bool { return n.Gross() == 0 }

// FlowBetween returns the position of the flow from payer to payee, or false.
func (n *Network) FlowBetween(payer, payee int) (int, bool) {
	return slices.BinarySearchFunc(n.Flows, [2]int{payer, payee}, func(flow Flow, ends [2]int) int {
		if flow.Payer != ends[0] {
			return flow.Payer - ends[0]
		}
		return flow.Payee - ends[1]
	})
}
