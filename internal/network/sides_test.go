package network

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// A pays B 10 for clouds and C something undisclosed; B finances A with something undisclosed; D stands alone.
func TestHowSureMeasuresAre(t *testing.T) {
	known := func(kind deal.Kind, money int64) FlowLeg {
		return FlowLeg{Kind: kind, Money: money, Low: money, High: money, Known: true}
	}
	unknown := func(kind deal.Kind) FlowLeg { return FlowLeg{Kind: kind, HighOpen: true} }
	n := &Network{Base: deal.USD, Companies: make([]deal.Company, 4), Flows: []Flow{
		{Payer: 0, Payee: 1, Money: 10, Legs: []FlowLeg{known(deal.KindCloud, 10)}},
		{Payer: 0, Payee: 2, Legs: []FlowLeg{unknown(deal.KindChips)}},
		{Payer: 1, Payee: 0, Legs: []FlowLeg{unknown(deal.KindEquity)}},
	}}
	pays, paid := n.Sides()
	if pays[0] != (Sum{Money: 10, Known: 1, Unknown: 1}) || paid[2].Sureness() != Unknown || paid[1].Sureness() != Sure || pays[3].Sureness() != Sure {
		t.Errorf("%+v, %+v", pays, paid)
	}
	if got := n.SurenessOfThroughflow(); !slices.Equal(got, []Sureness{Disclosed, Disclosed, Unknown, Sure}) {
		t.Errorf("throughflow: %v", got)
	}
	if got := n.SurenessOfDebtRank(); !slices.Equal(got, []Sureness{Disclosed, Sure, Sure, Sure}) {
		t.Errorf("DebtRank: %v", got)
	}
	n.Flows[0].Legs[0] = unknown(deal.KindCloud)
	if got := n.SurenessOfDebtRank(); got[0] != Unknown {
		t.Errorf("DebtRank of what is not disclosed: %v", got)
	}
}

// What is called sure stays as it is whatever the undisclosed legs turn out to be, and what is disclosed of a
// throughflow is never more than all of it.
func TestWhatIsSureDependsOnNoUndisclosedLeg(t *testing.T) {
	kinds := []deal.Kind{deal.KindEquity, deal.KindCloud}
	rapid.Check(t, func(t *rapid.T) {
		const companies = 4
		n, told := &Network{Base: deal.USD, Companies: make([]deal.Company, companies)}, &Network{Base: deal.USD}
		told.Companies = n.Companies
		for payer := range companies {
			for payee := range companies {
				if payer == payee || rapid.Bool().Draw(t, "no flow") {
					continue
				}
				leg := FlowLeg{Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Known: true, Money: rapid.Int64Range(1, 100).Draw(t, "money")}
				full := Flow{Payer: payer, Payee: payee, Money: leg.Money, Legs: []FlowLeg{leg}}
				told.Flows = append(told.Flows, full)
				if rapid.Bool().Draw(t, "undisclosed") {
					full.Money, full.Legs = 0, []FlowLeg{{Kind: leg.Kind}}
				}
				n.Flows = append(n.Flows, full)
			}
		}
		before, after := n.Throughflow(), told.Throughflow()
		for i, sure := range n.SurenessOfThroughflow() {
			if before[i] > after[i] || sure == Sure && before[i] != after[i] || sure == Unknown && before[i] != 0 {
				t.Fatalf("throughflow %d of sureness %d: %v, of all %v", i, sure, before[i], after[i])
			}
		}
		book := deal.NewBook(deal.Book{})
		ranks, all := n.DebtRank(book), told.DebtRank(book)
		for i, sure := range n.SurenessOfDebtRank() {
			if sure == Sure && ranks[i] != all[i] || sure == Unknown && ranks[i] != 0 {
				t.Fatalf("DebtRank %d of sureness %d: %v, of all %v", i, sure, ranks[i], all[i])
			}
		}
	})
}
