package whatif

import (
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// side is one half of a comparison: what the rows are computed from.
type side struct {
	state
	stake Stake
	leg   deal.Leg // the stake's, as this side's Book holds it
	back  deal.Leg // the spending leg, zero without one
	payer int      // positions of the leg's companies in the network, -1 outside the view
	payee int
	flow  int // position of the flow that the leg is part of, -1 outside the view
}

// value is one side's number of a row.
type value struct {
	number float64
	known  bool
	note   string
	legs   []deal.LegID
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
	span  func(*network.Measures) network.Range // where the measure lies; nil where no range is measured
}

// rows returns every measure of the comparison.
func (w *Workbench) rows(c *Comparison) []Row {
	baseStake := StakeOf(w.book, c.Stake.Leg)
	// No source states a margin, so the one that the analyst assumes holds on both sides.
	baseStake.Margin = c.Stake.Margin
	base := newSide(state{w.book, w.view, c.BaseNetwork, c.Base}, baseStake)
	scenario := newSide(state{c.ScenarioBook, w.view, c.ScenarioNetwork, c.Scenario}, c.Stake)
	var definitions []rowDefinition
	if base.leg.ID != 0 {
		definitions = append(definitions, ownershipRows(base)...)
		definitions = append(definitions, returnRows(base)...)
	}
	definitions = append(definitions, networkRows()...)
	if base.leg.ID != 0 {
		definitions = append(definitions, concentrationRows(base)...)
	}
	definitions = append(definitions, riskRows()...)
	rows := make([]Row, 0, len(definitions))
	for _, definition := range definitions {
		rows = append(rows, definition.row(base, scenario, w.options.Ranges))
	}
	return rows
}

func (d rowDefinition) row(base, scenario *side, ranges bool) Row {
	was, is := d.of(base), d.of(scenario)
	row := Row{
		Key: d.key, Name: d.name, Group: d.group, Unit: d.unit,
		Base: was.number, BaseKnown: was.known, Scenario: is.number, ScenarioKnown: is.known,
		Note: is.note, Legs: is.legs,
	}
	if row.Note == "" && !was.known {
		row.Note = was.note
	}
	if len(row.Legs) == 0 {
		row.Legs = was.legs
	}
	if d.span != nil && ranges {
		row.BaseRange, row.ScenarioRange, row.HasRange = d.span(base.measures), d.span(scenario.measures), true
	}
	return row
}

func newSide(of state, stake Stake) *side {
	s := &side{state: of, stake: stake, payer: -1, payee: -1, flow: -1}
	leg, _, ok := of.book.Leg(stake.Leg)
	if !ok {
		return s
	}
	s.leg = leg
	if back, found := spendingLeg(of.book, leg); found {
		s.back = back
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

// names of the stake's companies.
func (s *side) names() (payer, payee string) {
	return s.book.CompanyName(s.leg.Payer), s.book.CompanyName(s.leg.Payee)
}

// inBase returns cents of the leg's currency in the Book's base currency.
func (s *side) inBase(cents int64) (float64, bool) {
	converted, ok := s.book.InBase(cents, s.leg.Currency)
	return float64(converted), ok
}
