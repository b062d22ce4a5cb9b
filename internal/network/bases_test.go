package network

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

const billion = 1_000_000_000_00

// basisBook holds a seven-year contract, one-off equity, and purchases of which nobody says how long they run.
func basisBook() *deal.Book {
	deals := []deal.Deal{
		{ID: 1, Title: "contract", Status: deal.StatusSigned, Announced: "2025-11", Legs: []deal.Leg{{
			ID: 1, Payer: 1, Payee: 2, Kind: deal.KindCloud, Figure: deal.Exactly(38 * billion), TermMonths: 84,
			Drawn: deal.Reported{Stated: true, Money: deal.Money{Cents: 2 * billion, Currency: deal.USD}},
		}}},
		{ID: 2, Title: "stake", Status: deal.StatusCompleted, Announced: "2026-02-10", Legs: []deal.Leg{{
			ID: 2, Payer: 2, Payee: 1, Kind: deal.KindEquity, Figure: deal.UpTo(10 * billion),
		}}},
		{ID: 3, Title: "purchases", Status: deal.StatusActive, Announced: "2025-09", Legs: []deal.Leg{{
			ID: 3, Payer: 1, Payee: 3, Kind: deal.KindCloud, Figure: deal.Exactly(300 * billion),
		}}},
		{ID: 4, Title: "undated", Status: deal.StatusInTalks, Legs: []deal.Leg{{
			ID: 4, Payer: 3, Payee: 1, Kind: deal.KindDebt, Figure: deal.Exactly(5 * billion),
		}}},
	}
	for i := range deals {
		deals[i].Counting = deal.Counted
		deals[i].Legs[0].Currency, deals[i].Legs[0].Deal = deal.USD, deals[i].ID
	}
	return deal.NewBook(deal.Book{
		Companies: []deal.Company{{ID: 1, Name: "A"}, {ID: 2, Name: "B"}, {ID: 3, Name: "C"}}, Deals: deals,
	})
}

// legsOf returns the parts of the legs under the view, and why some have no number.
func legsOf(t *testing.T, view View) (map[deal.LegID]FlowLeg, map[deal.LegID]string) {
	t.Helper()
	n, err := Build(basisBook(), view)
	if err != nil {
		t.Fatal(err)
	}
	parts, reasons := map[deal.LegID]FlowLeg{}, map[deal.LegID]string{}
	for _, flow := range n.Flows {
		for _, leg := range flow.Legs {
			parts[leg.ID] = leg
		}
	}
	for _, out := range n.LeftOut {
		reasons[out.Leg] = out.Reason
	}
	return parts, reasons
}

func TestBases(t *testing.T) {
	for _, test := range []struct {
		view  View
		known map[deal.LegID]int64 // cents of the legs with a number
		open  []deal.LegID         // legs without one
	}{
		{View{}, map[deal.LegID]int64{1: 38 * billion, 2: 10 * billion, 3: 300 * billion, 4: 5 * billion}, nil},
		{View{Basis: BasisDrawn}, map[deal.LegID]int64{1: 2 * billion, 2: 10 * billion}, []deal.LegID{3}},
		{View{Basis: BasisYear}, map[deal.LegID]int64{1: 542_857_142_857, 2: 10 * billion, 4: 5 * billion}, []deal.LegID{3}},
		{View{Basis: BasisYear, Year: 2024}, nil, []deal.LegID{4}},
		{View{Basis: BasisYear, Year: 2025}, map[deal.LegID]int64{1: 90_476_190_476}, []deal.LegID{3, 4}},
		{View{Basis: BasisYear, Year: 2026}, map[deal.LegID]int64{1: 542_857_142_857, 2: 10 * billion}, []deal.LegID{3, 4}},
		{View{Basis: BasisYear, Year: 2033}, nil, []deal.LegID{3, 4}},
	} {
		parts, _ := legsOf(t, test.view)
		if len(parts) != len(test.known)+len(test.open) {
			t.Errorf("%+v: %d legs, not %d", test.view, len(parts), len(test.known)+len(test.open))
		}
		for id, want := range test.known {
			if got := parts[id]; !got.Known || got.Money != want {
				t.Errorf("%+v: leg %d has %d (known %v), not %d", test.view, id, got.Money, got.Known, want)
			}
		}
		for _, id := range test.open {
			if got := parts[id]; got.ID != id || got.Known || got.Money != 0 || got.Low != 0 || got.High == 0 && !got.HighOpen {
				t.Errorf("%+v: leg %d is %+v, not open", test.view, id, got)
			}
		}
	}
}

func TestYearsAddUpToTheWhole(t *testing.T) {
	sum := int64(0)
	for year := 2024; year < 2036; year++ {
		parts, _ := legsOf(t, View{Basis: BasisYear, Year: year})
		sum += parts[1].Money
	}
	if sum != 38*billion {
		t.Errorf("the years add up to %d cents", sum)
	}
}

func TestWhatHasNoNumberSaysWhy(t *testing.T) {
	_, reasons := legsOf(t, View{Basis: BasisYear, Year: 2026})
	if !strings.Contains(reasons[3], "how many years") || !strings.Contains(reasons[4], "when it begins") {
		t.Errorf("the reasons: %v", reasons)
	}
	book := basisBook()
	deals := append([]deal.Deal(nil), book.Deals...)
	deals[0].Legs = []deal.Leg{deals[0].Legs[0]}
	deals[0].Legs[0].Currency = "EUR"
	n, err := Build(deal.NewBook(deal.Book{Companies: book.Companies, Deals: deals}), View{})
	if err != nil {
		t.Fatal(err)
	}
	at, ok := n.FlowBetween(0, 1)
	if !ok || n.Flows[at].Known() || !n.Flows[at].HighOpen || len(n.LeftOut) != 1 || !strings.Contains(n.LeftOut[0].Reason, "EUR to USD") {
		t.Errorf("a leg without a rate: %v, %+v", ok, n.LeftOut)
	}
}
