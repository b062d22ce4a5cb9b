package network

import (
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// TestGroupSums checks that the three sums of any set of companies and that of everything outside it make up the
// whole, leg by leg.
func TestGroupSums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.IntRange(1, 7).Draw(t, "companies")
		var flows []Flow
		for payer := range count {
			for payee := range count {
				if payer == payee || rapid.Bool().Draw(t, "none") {
					continue
				}
				flow := Flow{Payer: payer, Payee: payee}
				for i := range rapid.IntRange(1, 3).Draw(t, "legs") {
					leg := FlowLeg{ID: deal.LegID(i + 1), Known: rapid.Bool().Draw(t, "known")}
					if leg.Known {
						leg.Money = int64(rapid.IntRange(0, 1000).Draw(t, "money"))
						leg.Low = leg.Money - int64(rapid.IntRange(0, 1).Draw(t, "less"))
						leg.High = leg.Money + int64(rapid.IntRange(0, 1).Draw(t, "more"))
					}
					flow.add(leg)
				}
				flows = append(flows, flow)
			}
		}
		n := &Network{Companies: make([]deal.Company, count), Flows: flows}
		inside := make([]bool, count)
		var members []int
		for i := range inside {
			if inside[i] = rapid.Bool().Draw(t, "inside"); inside[i] {
				members = append(members, i)
			}
		}
		var want Group
		for _, flow := range flows {
			for _, leg := range flow.Legs {
				sum := &want.Among
				switch {
				case !inside[flow.Payer] && !inside[flow.Payee]:
					continue
				case !inside[flow.Payer]:
					sum = &want.In
				case !inside[flow.Payee]:
					sum = &want.Out
				}
				sum.Money += leg.Money
				if leg.Known {
					sum.Known++
					sum.Less, sum.More = sum.Less || leg.Low < leg.Money, sum.More || leg.High > leg.Money
				} else {
					sum.Unknown++
				}
			}
		}
		if got := n.GroupOf(members); got != want {
			t.Fatalf("%v of %v sum up to %+v, not %+v", members, flows, got, want)
		}
		among, at := n.Among(members)
		if len(among.Companies) != len(members) || among.Gross() != want.Among.Money || len(at) != len(among.Flows) {
			t.Fatalf("among %v of %v are %v", members, flows, among.Flows)
		}
		for i, flow := range among.Flows {
			from := flows[at[i]]
			if members[flow.Payer] != from.Payer || members[flow.Payee] != from.Payee || flow.Money != from.Money {
				t.Fatalf("flow %d of %v is %v, not %v", i, members, flow, from)
			}
		}
	})
}
