package whatif

import (
	"math"
	"strings"

	"roundtrip/internal/network"
)

// networkRows are the measures of the whole network.
func networkRows() []rowDefinition {
	whole := func(key, name string, unit Unit, of func(*network.Measures) float64, span spanOf) rowDefinition {
		return rowDefinition{key: key, name: name, group: GroupNetwork, unit: unit, span: span, unsure: (*side).unsure,
			of: func(s *side) value {
				if s.network.Undisclosed() && key != "gross" {
					return unknown("no leg has a number")
				}
				return known(of(s.measures))
			}}
	}
	type m = *network.Measures
	type r = *network.Ranges
	gross := whole("gross", "Gross", UnitMoney, func(m m) float64 { return float64(m.Gross) },
		ranged(func(r r) network.Range { return r.Gross }))
	gross.unsure = func(s *side) Bound { return s.boundOver(func(*network.Flow) bool { return true }) }
	circular := whole("circular_money", "Circular money", UnitMoney, func(m m) float64 { return float64(m.Circulation) },
		ranged(func(r r) network.Range { return r.Circulation }))
	circular.unsure = (*side).circularBound
	rows := []rowDefinition{
		gross, circular,
		whole("circular_share", "Circular share", UnitShare, func(m m) float64 { return m.CircularShare },
			func(s *side) (network.Range, bool) { return s.measures.CircularRange, true }),
		{key: "loops", name: "Loops", group: GroupNetwork, unit: UnitCount, of: (*side).loops,
			span: ranged(func(r r) network.Range { return r.LoopCount })},
		whole("bff_volume", "Money in weighed loops", UnitMoney, func(m m) float64 { return m.BFF.Volume },
			ranged(func(r r) network.Range { return r.Volume })),
		{key: "bff_gamma", name: "Throughput circularity", group: GroupNetwork, unit: UnitShare, of: (*side).throughputCircularity,
			span: ranged(func(r r) network.Range { return r.GammaThr })},
		whole("finn", "Finn cycling index", UnitShare, func(m m) float64 { return m.Finn },
			func(s *side) (network.Range, bool) { return s.measures.FinnRange, true }),
		whole("multiplier", "Multiplier", UnitRatio, func(m m) float64 { return m.Multiplier },
			ranged(func(r r) network.Range { return r.Multiplier })),
		whole("net_debt", "Net debt", UnitMoney, func(m m) float64 { return float64(m.Netting.NetDebt) },
			ranged(func(r r) network.Range { return r.NetDebt })),
		whole("compressed", "After compression", UnitMoney, func(m m) float64 { return float64(m.Netting.Compressed) },
			ranged(func(r r) network.Range { return r.Compressed })),
	}
	for i := range rows {
		switch rows[i].key {
		case "circular_share", "loops", "bff_volume", "bff_gamma", "finn":
			rows[i].unsure = (*side).unsureOfLoops
		}
	}
	return rows
}

// boundOver returns the bound of what only grows with the flows that count: the most there can be where some of them may be
// less, the least where some may be more.
func (s *side) boundOver(counts func(*network.Flow) bool) Bound {
	less, more := false, false
	for i := range s.network.Flows {
		if flow := &s.network.Flows[i]; counts(flow) {
			standing := flow.Standing()
			less, more = less || standing == AtMost || standing == About, more || standing == AtLeast || standing == About
		}
	}
	switch {
	case less && more:
		return About
	case less:
		return AtMost
	case more:
		return AtLeast
	}
	return Exactly
}

// unsure returns the bound of what may be more or less as soon as any flow may.
func (s *side) unsure() Bound {
	if s.boundOver(func(*network.Flow) bool { return true }) != Exactly {
		return About
	}
	return Exactly
}

// unsureOfLoops returns the bound of what is nothing without loops, whatever the amounts.
func (s *side) unsureOfLoops() Bound {
	for i := range s.network.Flows {
		if s.onLoops(&s.network.Flows[i]) {
			return s.unsure()
		}
	}
	return Exactly
}

// unsureOfReturn returns the bound of what is nothing where no money can get from the stake's payee back to its payer.
func (s *side) unsureOfReturn() Bound {
	if s.flow >= 0 && s.onLoops(&s.network.Flows[s.flow]) {
		return s.unsure()
	}
	return Exactly
}

// circularBound returns the bound of the circular money, which only flows on loops can move.
func (s *side) circularBound() Bound { return s.boundOver(s.onLoops) }

// onLoops reports whether the flow can be part of a loop.
func (s *side) onLoops(flow *network.Flow) bool {
	if s.component == nil {
		s.component = make([]int, len(s.network.Companies))
		for i, members := range s.network.Components() {
			for _, company := range members {
				s.component[company] = i + 1
			}
		}
	}
	return s.component[flow.Payer] != 0 && s.component[flow.Payer] == s.component[flow.Payee]
}

func (s *side) loops() value {
	result := known(float64(s.measures.Loops.Count))
	if s.measures.Loops.Truncated {
		result.bound = AtLeast
		result.note = s.measures.Loops.Why
	} else if bound := s.measures.Loops.BoundWords(); bound != "" {
		result.note = strings.TrimSpace(bound)
	}
	return result
}

func (s *side) throughputCircularity() value {
	if s.measures.BFF.Skipped {
		return unknown("there are too many loops to weigh")
	}
	return known(s.measures.BFF.GammaThr)
}

// companyRow defines a measure of one company, given where the company stands, what is measured of all companies, and
// how sure that is.
func companyRow(row rowDefinition, at func(*side) int, list func(*network.Measures) []float64,
	sureness func(*network.Network) []network.Sureness) rowDefinition {
	row.group = GroupRisk
	row.of = func(s *side) value {
		i, numbers := at(s), list(s.measures)
		switch {
		case i < 0:
			return unknown("the view leaves the company out")
		case i >= len(numbers):
			return unknown("it is not measured")
		case sureness(s.network)[i] == network.Unknown:
			return unknown("nothing is disclosed that it could be computed of")
		case math.IsNaN(numbers[i]):
			return unknown("no money flows that way")
		}
		result := known(numbers[i])
		if sureness(s.network)[i] == network.Disclosed {
			result.note = "of what is disclosed: there are undisclosed legs"
		}
		return result
	}
	row.unsure = func(s *side) Bound {
		touching := func(flow *network.Flow) bool { return flow.Payer == at(s) || flow.Payee == at(s) }
		switch bound := s.boundOver(touching); {
		case row.unit == UnitMoney: // more of any flow only adds to it
			return bound
		case row.unit == UnitShare:
			return s.unsure()
		case bound != Exactly:
			return About
		}
		return Exactly
	}
	return row
}

// concentrationRows are the measures of the stake's two companies.
func concentrationRows(base *side) []rowDefinition {
	payer, payee := base.names()
	payerAt, payeeAt := func(s *side) int { return s.payer }, func(s *side) int { return s.payee }
	through := companyRow(rowDefinition{key: "throughflow_payee", name: "Throughflow of " + payee, unit: UnitMoney}, payeeAt,
		func(m *network.Measures) []float64 { return m.Throughflow },
		(*network.Network).SurenessOfThroughflow)
	through.span = rangedAt(payeeAt, func(r *network.Ranges) []network.Range { return r.Throughflow })
	suppliers := companyRow(rowDefinition{key: "supplier_hhi_payee", name: "Supplier HHI of " + payee, unit: UnitIndex}, payeeAt,
		func(m *network.Measures) []float64 { return m.SupplierHHI },
		func(n *network.Network) []network.Sureness { pays, _ := n.Sides(); return pays.Sureness() })
	suppliers.span = rangedAt(payeeAt, func(r *network.Ranges) []network.Range { return r.SupplierHHI })
	customers := companyRow(rowDefinition{key: "customer_hhi_payer", name: "Customer HHI of " + payer, unit: UnitIndex}, payerAt,
		func(m *network.Measures) []float64 { return m.CustomerHHI },
		func(n *network.Network) []network.Sureness { _, paid := n.Sides(); return paid.Sureness() })
	customers.span = rangedAt(payerAt, func(r *network.Ranges) []network.Range { return r.CustomerHHI })
	lost := companyRow(rowDefinition{key: "debtrank_payee", name: "DebtRank of " + payee, unit: UnitShare}, payeeAt,
		func(m *network.Measures) []float64 { return m.DebtRank },
		(*network.Network).SurenessOfDebtRank)
	whatIsLost := lost.of
	lost.of = func(s *side) value {
		if s.fails(base.leg.Payee) {
			return unknown(payee + " fails in the scenario itself, which has taken its deals away already")
		}
		return whatIsLost(s)
	}
	lost.span = rangedAt(payeeAt, func(r *network.Ranges) []network.Range { return r.DebtRank })
	return []rowDefinition{through, suppliers, customers, lost}
}

// riskRows are the measures of who cannot pay.
func riskRows() []rowDefinition {
	return []rowDefinition{
		{key: "shortfall", name: "Unpaid in clearing", group: GroupRisk, unit: UnitMoney, unsure: (*side).unsure,
			of: (*side).shortfall, span: ranged(func(r *network.Ranges) network.Range { return r.Shortfall })},
		{key: "flags", name: "Flags", group: GroupRisk, unit: UnitCount, unsure: (*side).unsure,
			of:   func(s *side) value { return known(float64(len(s.measures.Flags))) },
			span: ranged(func(r *network.Ranges) network.Range { return r.Flags })},
	}
}

func (s *side) shortfall() value {
	clearing := s.measures.Clearing
	if len(clearing.Owes) == 0 || len(clearing.Pays) != len(clearing.Owes) {
		return unknown("it is not measured")
	}
	short, stated := 0.0, false
	for i := range clearing.Owes {
		short += max(0, clearing.Owes[i]-clearing.Pays[i])
		stated = stated || i < len(clearing.Unstated) && !clearing.Unstated[i]
	}
	if !stated {
		return unknown("no company's cash is stated")
	}
	return known(short)
}
