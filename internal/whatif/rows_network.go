package whatif

import (
	"math"
	"strings"

	"roundtrip/internal/network"
)

// networkRows are the measures of the whole network.
func networkRows() []rowDefinition {
	type m = *network.Measures
	type r = *network.Ranges
	type is = *network.Standings
	whole := func(key, name string, unit Unit, of func(m) float64, stands func(is) Bound, span spanOf) rowDefinition {
		return rowDefinition{key: key, name: name, group: GroupNetwork, unit: unit, span: span, standing: standing(stands),
			of: func(s *side) value {
				if s.network.Undisclosed() && key != "gross" {
					return unknown("no leg has a number")
				}
				if s.network.Moneyless() && unit != UnitMoney {
					return unknown(noMoney)
				}
				return known(of(s.measures))
			}}
	}
	return []rowDefinition{
		whole("gross", "Gross", UnitMoney, func(m m) float64 { return float64(m.Gross) },
			func(all is) Bound { return all.Gross }, ranged(func(r r) network.Range { return r.Gross })),
		whole("circular_money", "Circular money", UnitMoney, func(m m) float64 { return float64(m.Circulation) },
			func(all is) Bound { return all.Circulation }, ranged(func(r r) network.Range { return r.Circulation })),
		whole("circular_share", "Circular share", UnitShare, func(m m) float64 { return m.CircularShare },
			func(all is) Bound { return all.CircularShare }, func(s *side) (network.Range, bool) { return s.measures.CircularRange, true }),
		{key: "loops", name: "Loops", group: GroupNetwork, unit: UnitCount, of: (*side).loops,
			standing: standing(func(all is) Bound { return all.Loops }), span: ranged(func(r r) network.Range { return r.LoopCount })},
		whole("bff_volume", "Money in weighed loops", UnitMoney, func(m m) float64 { return m.BFF.Volume },
			func(all is) Bound { return all.Volume }, ranged(func(r r) network.Range { return r.Volume })),
		{key: "bff_gamma", name: "Throughput circularity", group: GroupNetwork, unit: UnitShare, of: (*side).throughputCircularity,
			standing: standing(func(all is) Bound { return all.GammaThr }), span: ranged(func(r r) network.Range { return r.GammaThr })},
		whole("finn", "Finn cycling index", UnitShare, func(m m) float64 { return m.Finn },
			func(all is) Bound { return all.Finn }, func(s *side) (network.Range, bool) { return s.measures.FinnRange, true }),
		whole("multiplier", "Multiplier", UnitRatio, func(m m) float64 { return m.Multiplier },
			func(all is) Bound { return all.Multiplier }, ranged(func(r r) network.Range { return r.Multiplier })),
		whole("net_debt", "Net obligations", UnitMoney, func(m m) float64 { return float64(m.Netting.NetDebt) },
			func(all is) Bound { return all.NetDebt }, ranged(func(r r) network.Range { return r.NetDebt })),
		whole("compressed", "After compression", UnitMoney, func(m m) float64 { return float64(m.Netting.Compressed) },
			func(all is) Bound { return all.Compressed }, ranged(func(r r) network.Range { return r.Compressed })),
	}
}

// noMoney is why shares of the money and its multiplier are not known.
const noMoney = "no money counts in this view"

func (s *side) loops() value {
	result := known(float64(s.measures.Loops.Count))
	if s.measures.Loops.Truncated {
		result.note = s.measures.Loops.Why
	} else if bound := s.measures.Loops.BoundWords(); bound != "" {
		result.note = strings.TrimSpace(bound)
	}
	return result
}

func (s *side) throughputCircularity() value {
	switch {
	case s.network.Undisclosed():
		return unknown("no leg has a number")
	case s.network.Moneyless():
		return unknown(noMoney)
	case s.measures.BFF.Skipped:
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
			return unknown("nothing that it could be computed of has a number")
		case math.IsNaN(numbers[i]):
			return unknown("no money flows that way")
		}
		result := known(numbers[i])
		if sureness(s.network)[i] == network.Disclosed {
			missing := s.network.Missing()
			result.note = "of what has a number: there are legs " + lacking(missing)
			if missing.All() == missing.Undisclosed {
				result.note = "of what is disclosed: there are undisclosed legs"
			}
		}
		return result
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
	through.standing = standingAt(payeeAt, func(all *network.Standings) []Bound { return all.Throughflow })
	through.span = rangedAt(payeeAt, func(r *network.Ranges) []network.Range { return r.Throughflow })
	suppliers := companyRow(rowDefinition{key: "supplier_hhi_payee", name: "Supplier HHI of " + payee, unit: UnitIndex}, payeeAt,
		func(m *network.Measures) []float64 { return m.SupplierHHI },
		func(n *network.Network) []network.Sureness { pays, _ := n.Sides(); return pays.Sureness() })
	suppliers.standing = standingAt(payeeAt, func(all *network.Standings) []Bound { return all.SupplierHHI })
	suppliers.span = rangedAt(payeeAt, func(r *network.Ranges) []network.Range { return r.SupplierHHI })
	customers := companyRow(rowDefinition{key: "customer_hhi_payer", name: "Customer HHI of " + payer, unit: UnitIndex}, payerAt,
		func(m *network.Measures) []float64 { return m.CustomerHHI },
		func(n *network.Network) []network.Sureness { _, paid := n.Sides(); return paid.Sureness() })
	customers.standing = standingAt(payerAt, func(all *network.Standings) []Bound { return all.CustomerHHI })
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
	lost.standing = standingAt(payeeAt, func(all *network.Standings) []Bound { return all.DebtRank })
	lost.span = rangedAt(payeeAt, func(r *network.Ranges) []network.Range { return r.DebtRank })
	return []rowDefinition{through, suppliers, customers, lost}
}

// riskRows are the measures of who cannot pay.
func riskRows() []rowDefinition {
	return []rowDefinition{
		{key: "shortfall", name: "Unpaid in clearing", group: GroupRisk, unit: UnitMoney,
			standing: standing(func(all *network.Standings) Bound { return all.Shortfall }),
			of:       (*side).shortfall, span: ranged(func(r *network.Ranges) network.Range { return r.Shortfall })},
		{key: "flags", name: "Flags", group: GroupRisk, unit: UnitCount,
			standing: standing(func(all *network.Standings) Bound { return all.Flags }),
			of:       func(s *side) value { return known(float64(len(s.measures.Flags))) },
			span:     ranged(func(r *network.Ranges) network.Range { return r.Flags })},
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
