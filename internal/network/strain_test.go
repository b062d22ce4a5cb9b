package network

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// TestStrainedAgainstPapersRule compares with the rule of Battiston and others (2012), step by step over a table of
// impacts, on random networks with partial shocks and recoveries.
func TestStrainedAgainstPapersRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		companies := rapid.IntRange(2, 6).Draw(t, "companies")
		n := &Network{Companies: make([]deal.Company, companies)}
		exposure := make([][]float64, companies) // of the row to the column
		through := make([][2]float64, companies)
		for i := range companies {
			exposure[i] = make([]float64, companies)
		}
		for payer := range companies {
			for payee := range companies {
				if payer == payee || !rapid.Bool().Draw(t, "flows") {
					continue
				}
				flow := Flow{Payer: payer, Payee: payee}
				for _, kind := range []deal.Kind{deal.KindEquity, deal.KindCloud} {
					cents := rapid.Int64Range(0, 100).Draw(t, string(kind))
					flow.add(FlowLeg{ID: deal.LegID(len(n.Flows)*2 + 1), Kind: kind, Known: true, Money: cents, Low: cents, High: cents})
					if kind == deal.KindEquity {
						exposure[payer][payee] += float64(cents)
					} else {
						exposure[payee][payer] += float64(cents)
					}
					through[payer][0] += float64(cents)
					through[payee][1] += float64(cents)
				}
				n.Flows = append(n.Flows, flow)
			}
		}
		cash, shock := make([]Means, companies), make([]float64, companies)
		value, bears, total := make([]float64, companies), make([]float64, companies), 0.0
		for i := range companies {
			shock[i] = float64(rapid.IntRange(0, 10).Draw(t, "shock")) / 10
			cash[i] = Means{Cents: float64(rapid.IntRange(0, 50).Draw(t, "cash")), Known: rapid.Bool().Draw(t, "known")}
			value[i] = max(through[i][0], through[i][1])
			bears[i] = value[i]
			if cash[i].Known {
				bears[i] += cash[i].Cents
			}
			total += value[i]
		}
		loses := float64(rapid.IntRange(0, 10).Draw(t, "loses")) / 10
		got := n.Strained(Strain{Left: n, Cash: cash, Shock: shock, Loses: loses})
		lost, passing := append([]float64(nil), shock...), make([]int, companies) // 0 untouched, 1 passes on now, 2 has
		for i := range companies {
			if lost[i] > 0 {
				passing[i] = 1
			}
		}
		for range companies + 1 {
			next := append([]float64(nil), lost...)
			for i := range companies {
				for j := range companies {
					if passing[j] == 1 && bears[i] > 0 {
						next[i] += loses * min(1, exposure[i][j]/bears[i]) * lost[j]
					}
				}
				next[i] = min(1, next[i])
			}
			for i := range companies {
				switch {
				case passing[i] == 1:
					passing[i] = 2
				case passing[i] == 0 && next[i] > 0:
					passing[i] = 1
				}
			}
			lost = next
		}
		first, all := 0.0, 0.0
		for i := range companies {
			if math.Abs(lost[i]-got.Of[i]) > 1e-9 {
				t.Fatalf("company %d loses %v, not %v", i, got.Of[i], lost[i])
			}
			if total > 0 {
				first, all = first+shock[i]*value[i]/total, all+lost[i]*value[i]/total
			}
		}
		if math.Abs(first-got.First) > 1e-9 || math.Abs(all-first-got.Lost) > 1e-9 {
			t.Fatalf("the shock takes %v, the rest %v; not %v and %v", got.First, got.Lost, first, all-first)
		}
	})
}
