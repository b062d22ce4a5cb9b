package network

import (
	"testing"

	"roundtrip/internal/deal"
)

// Amazon's 10 must be spent by a contract of undisclosed size, and OpenAI pays Microsoft 200. With best figures all of
// it comes back; the contract may hold nothing, so that nothing does, and its driver is the contract, not the flow that
// happens to be tried by itself first.
func TestAnUndisclosedContractMayHoldNothing(t *testing.T) {
	const amazon, openAI, microsoft = 1, 2, 3
	leg := func(id deal.LegID, payer, payee deal.CompanyID, kind deal.Kind, figure deal.Figure) deal.Leg {
		return deal.Leg{ID: id, Payer: payer, Payee: payee, Kind: kind, Figure: figure, Currency: deal.USD}
	}
	stake := leg(1, amazon, openAI, deal.KindEquity, deal.Exactly(10))
	stake.ConditionalOn = 2
	book := deal.NewBook(deal.Book{
		Companies: []deal.Company{{ID: amazon}, {ID: openAI}, {ID: microsoft}},
		Deals: []deal.Deal{{ID: 1, Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{
			stake, leg(3, openAI, microsoft, deal.KindCloud, deal.Between(100, 300)), leg(2, openAI, amazon, deal.KindCloud, deal.Undisclosed()),
		}}},
	})
	n, m := ranged(t, book)
	flow, _ := n.FlowBetween(0, 1)
	got := m.Ranges.Earmarked[flow]
	wantNear(t, "best", m.Earmarked[flow], 1)
	wantNear(t, "low", got.Low, 0)
	wantNear(t, "high", got.High, 1)
	if got.Driver != 2 {
		t.Errorf("the driver is %d", got.Driver)
	}
}
