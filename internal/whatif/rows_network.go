package whatif

import (
	"fmt"
	"math"

	"roundtrip/internal/network"
)

// networkRows are the measures of the whole network.
func networkRows() []rowDefinition {
	whole := func(key, name string, unit Unit, of func(*network.Measures) float64) rowDefinition {
		return rowDefinition{key: key, name: name, group: GroupNetwork, unit: unit,
			of: func(s *side) value { return known(of(s.measures)) }}
	}
	forwarded := func(key, name string, unit Unit, of func(network.Forwarding) float64) rowDefinition {
		return rowDefinition{key: key, name: name, group: GroupNetwork, unit: unit, of: func(s *side) value {
			if s.measures.BFF.Skipped {
				return unknown("there are too many loops to weigh")
			}
			return known(of(s.measures.BFF))
		}}
	}
	circular := whole("circular_share", "Circular share", UnitShare, func(m *network.Measures) float64 { return m.CircularShare })
	circular.span = func(m *network.Measures) network.Range { return m.CircularRange }
	finn := whole("finn", "Finn cycling index", UnitShare, func(m *network.Measures) float64 { return m.Finn })
	finn.span = func(m *network.Measures) network.Range { return m.FinnRange }
	return []rowDefinition{
		whole("gross", "Money in all deals", UnitMoney, func(m *network.Measures) float64 { return float64(m.Gross) }),
		whole("circular_money", "Circular money", UnitMoney, func(m *network.Measures) float64 { return float64(m.Circulation) }),
		circular,
		{key: "loops", name: "Loops", group: GroupNetwork, unit: UnitCount, of: func(s *side) value {
			result := known(float64(s.measures.Loops.Count))
			if s.measures.Loops.Truncated {
				result.note = s.measures.Loops.Why
			}
			return result
		}},
		forwarded("bff_volume", "Money in loops, forwarded evenly", UnitMoney, func(f network.Forwarding) float64 { return f.Volume }),
		forwarded("bff_gamma", "Throughput circularity", UnitShare, func(f network.Forwarding) float64 { return f.GammaThr }),
		finn,
		whole("multiplier", "Times an outside dollar is counted", UnitRatio, func(m *network.Measures) float64 { return m.Multiplier }),
		whole("net_debt", "Owed on balance", UnitMoney, func(m *network.Measures) float64 { return float64(m.Netting.NetDebt) }),
		whole("compressed", "Left after cancelling around loops", UnitMoney, func(m *network.Measures) float64 { return float64(m.Netting.Compressed) }),
	}
}

// concentrationRows are the measures of the stake's two companies.
func concentrationRows(base *side) []rowDefinition {
	payer, payee := base.names()
	of := func(key, name string, unit Unit, at func(*side) int, list func(*network.Measures) []float64) rowDefinition {
		return rowDefinition{key: key, name: name, group: GroupRisk, unit: unit, of: func(s *side) value {
			i, numbers := at(s), list(s.measures)
			switch {
			case i < 0:
				return unknown("the view leaves the company out")
			case i >= len(numbers):
				return unknown("it is not measured")
			case math.IsNaN(numbers[i]):
				return unknown("no money flows that way")
			}
			return known(numbers[i])
		}}
	}
	payerAt, payeeAt := func(s *side) int { return s.payer }, func(s *side) int { return s.payee }
	return []rowDefinition{
		of("throughflow_payee", fmt.Sprintf("Through %s", payee), UnitMoney, payeeAt,
			func(m *network.Measures) []float64 { return m.Throughflow }),
		of("supplier_hhi_payee", fmt.Sprintf("%s's dependence on suppliers", payee), UnitIndex, payeeAt,
			func(m *network.Measures) []float64 { return m.SupplierHHI }),
		of("customer_hhi_payer", fmt.Sprintf("%s's dependence on customers", payer), UnitIndex, payerAt,
			func(m *network.Measures) []float64 { return m.CustomerHHI }),
		of("debtrank_payee", fmt.Sprintf("Value lost when %s fails", payee), UnitShare, payeeAt,
			func(m *network.Measures) []float64 { return m.DebtRank }),
	}
}

// riskRows are the measures of who cannot pay.
func riskRows() []rowDefinition {
	return []rowDefinition{
		{key: "shortfall", name: "Owed but not paid, given the cash stated", group: GroupRisk, unit: UnitMoney, of: func(s *side) value {
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
		}},
		{key: "flags", name: "Flags raised", group: GroupRisk, unit: UnitCount, of: func(s *side) value {
			return known(float64(len(s.measures.Flags)))
		}},
	}
}
