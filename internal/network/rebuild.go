package network

import (
	"fmt"

	"roundtrip/internal/deal"
)

// Rebuilder builds the networks of one Book after another under one View, each in the memory of the one before. It is
// for a simulation, whose Books differ in a few amounts: the flows keep their places, and nothing is sorted. It
// belongs to one goroutine.
type Rebuilder struct {
	view    View
	ends    []legEnds // of every leg that the places are of, in the Book's order
	place   []int32   // of each leg in flows, or -1: the view leaves one of its companies out
	flows   []Flow    // every flow that there can be, ordered by payer, then payee
	ids     []deal.CompanyID
	built   Network
	holding []Flow
}

// legEnds are the companies that a leg runs between.
type legEnds struct{ payer, payee deal.CompanyID }

// NewRebuilder returns a rebuilder of networks under the view. It refuses a view that Validate refuses.
func NewRebuilder(view View) (*Rebuilder, error) {
	if err := view.Validate(); err != nil {
		return nil, fmt.Errorf("view: %w", err)
	}
	return &Rebuilder{view: view}, nil
}

// Build returns the network that the function Build returns for the book and the view with these weights in place of
// its own. It is overwritten when the next one is built.
func (r *Rebuilder) Build(book *deal.Book, weights map[deal.Status]deal.Share) (*Network, error) {
	r.view.Weights = weights
	if r.view.Near != nil || r.view.OnlyLoops {
		return Build(book, r.view) // what is left depends on everything else
	}
	least, ok := book.InBase(r.view.MinAmount.Cents, r.view.MinAmount.Currency)
	if !ok {
		return Build(book, r.view) // which says so
	}
	if !r.fits(book) {
		r.prepare(book)
	}
	r.built.Base, r.built.View = book.Base, r.view
	r.built.Companies, r.built.LeftOut = r.built.Companies[:0], r.built.LeftOut[:0]
	for i := range book.Companies {
		if r.view.admitsCompany(book.Companies[i].ID) {
			r.built.Companies = append(r.built.Companies, book.Companies[i])
		}
	}
	for i := range r.flows {
		flow := &r.flows[i]
		*flow = Flow{Payer: flow.Payer, Payee: flow.Payee, Legs: flow.Legs[:0]}
	}
	r.fill(book, least)
	r.holding = r.holding[:0]
	for i := range r.flows {
		if len(r.flows[i].Legs) > 0 {
			r.holding = append(r.holding, r.flows[i])
		}
	}
	r.built.Flows = r.holding
	if len(r.built.LeftOut) == 0 {
		r.built.LeftOut = nil
	}
	return r.built.finish()
}

// fill adds every leg that counts to its flow.
func (r *Rebuilder) fill(book *deal.Book, least int64) {
	next := 0
	for i := range book.Deals {
		d := &book.Deals[i]
		for j := range d.Legs {
			leg, place := &d.Legs[j], r.place[next]
			next++
			if place < 0 {
				continue
			}
			part, left, counts := r.view.part(book, d, leg)
			if part.Known && part.Money < least || r.view.OnlyDisclosed && !part.Known && left.Reason == "" {
				continue
			}
			if left.Reason != "" {
				r.built.LeftOut = append(r.built.LeftOut, left)
			}
			if counts {
				r.flows[place].add(part)
			}
		}
	}
}

// fits reports whether the places are those of the book's legs.
func (r *Rebuilder) fits(book *deal.Book) bool {
	if r.ids == nil || len(r.ids) != len(book.Companies) {
		return false
	}
	for i := range book.Companies {
		if r.ids[i] != book.Companies[i].ID {
			return false
		}
	}
	next := 0
	for i := range book.Deals {
		for j := range book.Deals[i].Legs {
			leg := &book.Deals[i].Legs[j]
			if next == len(r.ends) || r.ends[next] != (legEnds{leg.Payer, leg.Payee}) {
				return false
			}
			next++
		}
	}
	return next == len(r.ends)
}

// prepare gives every leg of the book its place, whether it counts or not.
func (r *Rebuilder) prepare(book *deal.Book) {
	r.ids, r.ends, r.place, r.flows = make([]deal.CompanyID, 0, len(book.Companies)), nil, nil, nil
	position, admitted := make(map[deal.CompanyID]int), 0
	for i := range book.Companies {
		id := book.Companies[i].ID
		r.ids = append(r.ids, id)
		if r.view.admitsCompany(id) {
			position[id] = admitted
			admitted++
		}
	}
	every := new(Network)
	for i := range book.Deals {
		for j := range book.Deals[i].Legs {
			leg := &book.Deals[i].Legs[j]
			r.ends = append(r.ends, legEnds{leg.Payer, leg.Payee})
			payer, pays := position[leg.Payer]
			payee, paid := position[leg.Payee]
			if pays && paid {
				every.Flows = append(every.Flows, Flow{Payer: payer, Payee: payee})
			}
		}
	}
	every.sort()
	for _, flow := range every.Flows {
		if last := len(r.flows) - 1; last < 0 || r.flows[last].Payer != flow.Payer || r.flows[last].Payee != flow.Payee {
			r.flows = append(r.flows, flow)
		}
	}
	every.Flows = r.flows
	for _, ends := range r.ends {
		place := -1
		payer, pays := position[ends.payer]
		payee, paid := position[ends.payee]
		if pays && paid {
			place, _ = every.FlowBetween(payer, payee)
		}
		r.place = append(r.place, int32(place))
	}
}
