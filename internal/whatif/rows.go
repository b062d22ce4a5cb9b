package whatif

import (
	"fmt"
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// side is one half of a comparison: what the rows are computed from.
type side struct {
	state
	stake Stake
	leg   deal.Leg // the stake's, as this side's Book holds it
	was   deal.Leg // the stake's in the base
	back  deal.Leg // the spending leg, zero without one
	payer int      // positions of the leg's companies in the network, -1 outside the view
	payee int
	flow  int // position of the flow that the leg is part of, -1 outside the view

	changes  []deal.Change      // what makes this side of the base, for the words of what is missing
	diluting *dilution          // once it is asked for
	stood    *network.Standings // once they are asked for
	returns  *returnCorners     // once they are asked for
	loose    *returnCorners     // the same with what is only about so much moved
}

// value is one side's number of a row.
type value struct {
	number float64
	known  bool
	bound  Bound
	note   string
	legs   []deal.LegID

	ends    network.Range // where it lies, given the ranges of what it comes from
	hasEnds bool          // they are known
}

// between gives the value its ends, and the bound that they make.
func (v *value) between(ends network.Range, known bool) {
	v.bound = boundIn(v.number, ends, known)
	switch v.bound {
	case Exactly:
		ends.Low, ends.High = v.number, v.number
	case AtMost:
		ends.High = v.number
	case AtLeast:
		ends.Low = v.number
	}
	v.ends, v.hasEnds = ends, known
}

func known(number float64, legs ...deal.LegID) value {
	return value{number: number, known: true, legs: legs}
}

func unknown(note string) value { return value{note: note} }

// rowDefinition is how a row comes about.
type rowDefinition struct {
	key   string
	name  string
	group Group
	unit  Unit
	of    func(*side) value
	span  spanOf // nil where no range is measured

	standing func(*side) Bound // by the one rule for measures of the network; nil: of says it
	leg      deal.LegID        // that it is about; 0: it is about the network or a company
}

// spanOf returns where one side's measure lies given every figure's range, and false where that is not measured.
type spanOf func(*side) (network.Range, bool)

// ranged returns the span that is one of the network's ranges.
func ranged(of func(*network.Ranges) network.Range) spanOf {
	return func(s *side) (network.Range, bool) {
		if s.measures.Ranges == nil {
			return network.Range{}, false
		}
		return of(s.measures.Ranges), true
	}
}

// rangedAt returns the span that is one of a list of the network's ranges, by company or flow.
func rangedAt(at func(*side) int, list func(*network.Ranges) []network.Range) spanOf {
	return func(s *side) (network.Range, bool) {
		if s.measures.Ranges == nil || at(s) < 0 || at(s) >= len(list(s.measures.Ranges)) {
			return network.Range{}, false
		}
		return list(s.measures.Ranges)[at(s)], true
	}
}

// rows returns every measure of the comparison, with or without its range.
func (w *Workbench) rows(c *Comparison, ranges bool) []Row {
	baseStake := StakeOf(w.book, c.Stake.Leg)
	leg, _, _ := w.book.Leg(c.Stake.Leg)
	base := newSide(state{w.book, w.view, c.BaseNetwork, c.Base}, baseStake, leg)
	scenario := newSide(state{c.ScenarioBook, w.view, c.ScenarioNetwork, c.Scenario}, c.Stake, leg)
	scenario.changes = c.Changes
	var definitions []rowDefinition
	if base.leg.ID != 0 {
		definitions = append(definitions, ownershipRows(base, scenario)...)
		definitions = append(definitions, returnRows(base)...)
		for i := range definitions {
			definitions[i].leg = base.leg.ID
		}
	}
	definitions = append(definitions, networkRows()...)
	if base.leg.ID != 0 {
		definitions = append(definitions, concentrationRows(base)...)
	}
	definitions = append(definitions, riskRows()...)
	rows := make([]Row, 0, len(definitions))
	for _, definition := range definitions {
		if definition.key == "look_through" {
			definition.span = func(s *side) (network.Range, bool) { return s.lookThroughSpan(base) }
			if ranges {
				definition.of = func(s *side) value { return s.lookThroughSaying(base) }
			}
		}
		rows = append(rows, definition.row(base, scenario, ranges))
	}
	return rows
}

func (d rowDefinition) row(base, scenario *side, ranges bool) Row {
	was, is := d.valueOf(base, ranges), d.valueOf(scenario, ranges)
	row := Row{
		Key: d.key, Name: d.name, Group: d.group, Unit: d.unit,
		Base: was.number, BaseKnown: was.known, Scenario: is.number, ScenarioKnown: is.known,
		BaseBound: was.bound, ScenarioBound: is.bound, Note: is.note, Legs: is.legs, Leg: d.leg,
	}
	if row.Note == "" && !was.known {
		row.Note = was.note
	}
	if len(row.Legs) == 0 {
		row.Legs = was.legs
	}
	ended := func(v value) bool { return !v.known || v.hasEnds }
	if ranges && ended(was) && ended(is) && (was.known || is.known) {
		row.HasRange = true
		if was.known {
			row.BaseRange = was.ends
		}
		if is.known {
			row.ScenarioRange = is.ends
		}
	}
	return row
}

// valueOf returns the side's number with its ends and the bound that they make of it: until its range is computed, the
// bound that the figures alone allow.
func (d rowDefinition) valueOf(s *side, ranges bool) value {
	v := d.of(s)
	if !v.known || v.hasEnds {
		return v
	}
	if d.span != nil && ranges {
		if ends, ok := d.span(s); ok && defined(ends) {
			v.ends, v.hasEnds = ends, true
		}
	}
	switch {
	case v.bound != Exactly:
	case d.standing != nil:
		v.bound = d.standing(s)
		if v.hasEnds && v.bound != Exactly && d.unit != UnitCount {
			loose := Exactly
			if s.network.RestsOnAbout() {
				loose = v.bound
			}
			v.bound = v.ends.StandingWith(v.number, loose)
		}
	case v.hasEnds:
		v.bound = v.ends.Standing(v.number)
	}
	return v
}

// standing returns what says how a measure of the network stands.
func standing(of func(*network.Standings) Bound) func(*side) Bound {
	return func(s *side) Bound {
		if s.stood == nil {
			all := s.network.Standings(s.measures)
			s.stood = &all
		}
		return of(s.stood)
	}
}

// standingAt returns what says how a measure of a company or a flow stands, Exactly outside the view.
func standingAt(at func(*side) int, list func(*network.Standings) []Bound) func(*side) Bound {
	return func(s *side) Bound {
		return standing(func(all *network.Standings) Bound {
			if i := at(s); i >= 0 && i < len(list(all)) {
				return list(all)[i]
			}
			return Exactly
		})(s)
	}
}

// defined reports whether the range has ends.
func defined(r network.Range) bool { return !math.IsNaN(r.Low) && !math.IsNaN(r.High) }

// newSide returns the side of a stake that the base's Book holds as leg. Its values are those of the side's own Book,
// which also knows what a company's event has left of them. Where that has lost the leg, or cancelled its deal, the
// stake is nothing.
func newSide(of state, stake Stake, leg deal.Leg) *side {
	s := &side{state: of, stake: stake, leg: leg, was: leg, payer: -1, payee: -1, flow: -1}
	if leg.ID == 0 {
		return s
	}
	own, owner, ok := of.book.Leg(leg.ID)
	if ok && owner.Status.Live() {
		s.leg, leg = own, own
		s.stake.SpentBack = own.CoveredShare()
		if own.Figure.Known() {
			s.stake.Cents = own.Figure.Best
		}
	} else {
		s.stake.Cents, s.leg.Figure = 0, deal.Exactly(0)
	}
	if back, found := spendingLeg(of.book, leg); found {
		s.back = back
		s.stake.Months = back.TermMonths
	}
	s.payer, s.payee = positionOf(of.network, leg.Payer), positionOf(of.network, leg.Payee)
	s.flow = flowOf(of.network, leg.ID)
	return s
}

// positionOf returns the company's position in the network, or -1.
func positionOf(n *network.Network, id deal.CompanyID) int {
	for i := range n.Companies {
		if n.Companies[i].ID == id {
			return i
		}
	}
	return -1
}

// flowOf returns the position of the flow that the leg is part of, or -1.
func flowOf(n *network.Network, id deal.LegID) int {
	for i := range n.Flows {
		for j := range n.Flows[i].Legs {
			if n.Flows[i].Legs[j].ID == id {
				return i
			}
		}
	}
	return -1
}

// fails reports whether the side's changes let the company fail.
func (s *side) fails(company deal.CompanyID) bool { return failsIn(s.changes, company) }

// failed says why nothing is known of what the stake's payee is worth.
func (s *side) failed() string {
	_, payee := s.names()
	return fmt.Sprintf("%s fails, and what it and a part of it are then worth nobody knows", payee)
}

// names of the stake's companies.
func (s *side) names() (payer, payee string) {
	return s.book.CompanyName(s.leg.Payer), s.book.CompanyName(s.leg.Payee)
}

// inBase returns cents of the leg's currency in the Book's base currency.
func (s *side) inBase(cents int64) (float64, bool) {
	converted, ok := s.book.InBase(cents, s.leg.Currency)
	return float64(converted), ok
}
