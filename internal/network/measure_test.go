package network

import (
	"context"
	"errors"
	"math"
	"reflect"
	"testing"

	"roundtrip/internal/deal"
)

// stakeAndContract is an equity stake paid at once and a contract over seven years that brings it back.
func stakeAndContract() *deal.Book {
	stake := deal.Leg{
		ID: 1, Payer: 1, Payee: 2, Kind: deal.KindEquity, Figure: deal.Exactly(10_000), Currency: deal.USD, ConditionalOn: 2,
	}
	contract := deal.Leg{
		ID: 2, Payer: 2, Payee: 1, Kind: deal.KindCloud, Figure: deal.Exactly(38_000), Currency: deal.USD,
		Start: "2025-01-01", TermMonths: 84,
		Drawn: deal.Reported{Stated: true, Money: deal.Money{Cents: 2_000, Currency: deal.USD}},
	}
	return deal.NewBook(deal.Book{
		Companies: []deal.Company{{ID: 1, Name: "Amazon", Role: deal.RoleCloud}, {ID: 2, Name: "OpenAI", Role: deal.RoleLab}},
		Deals: []deal.Deal{
			{ID: 1, Status: deal.StatusInTalks, Counting: deal.Counted, Announced: "2025-12-16", Legs: []deal.Leg{stake}},
			{ID: 2, Status: deal.StatusSigned, Counting: deal.Counted, Announced: "2025-11-03", Legs: []deal.Leg{contract}},
		},
	})
}

func TestMeasuresOnEachBasis(t *testing.T) {
	book := stakeAndContract()
	for name, test := range map[string]struct {
		view               View
		gross, circulation int64
	}{
		"headline":          {View{}, 48_000, 20_000},
		"an average year":   {View{Basis: BasisYear}, 10_000 + 5_429, 2 * 5_429},
		"the year 2025":     {View{Basis: BasisYear, Year: 2025}, 10_000 + 5_429, 2 * 5_429},
		"the year 2031":     {View{Basis: BasisYear, Year: 2031}, 5_429, 0},
		"drawn":             {View{Basis: BasisDrawn}, 2_000, 0},
		"before the talks":  {View{AsOf: "2025-11-30"}, 38_000, 0},
		"without the talks": {View{Statuses: []deal.Status{deal.StatusSigned}}, 38_000, 0},
		"half of the talks": {View{Weights: map[deal.Status]deal.Share{deal.StatusInTalks: 500_000}}, 43_000, 10_000},
	} {
		t.Run(name, func(t *testing.T) {
			n, err := Build(book, test.view)
			if err != nil {
				t.Fatal(err)
			}
			m, err := Measure(context.Background(), book, n, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if m.Gross != test.gross || m.Circulation != test.circulation {
				t.Errorf("got %d of %d, want %d of %d", m.Circulation, m.Gross, test.circulation, test.gross)
			}
		})
	}
}

func TestMeasuresOfAStakeThatMustBeSpent(t *testing.T) {
	book := stakeAndContract()
	n, err := Build(book, View{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := Measure(context.Background(), book, n, Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantNear(t, "circular share", m.CircularShare, 20.0/48)
	wantAllNear(t, "return share", m.ReturnShare, []float64{1, 10.0 / 38})
	wantAllNear(t, "earmarked", m.Earmarked, []float64{1, 10.0 / 38})
	wantAllNear(t, "throughflow", m.Throughflow, []float64{38_000, 38_000})
	wantNear(t, "multiplier", m.Multiplier, 76.0/28)
	if m.Netting != (Netting{NetDebt: 28_000, Compressed: 28_000}) {
		t.Errorf("netting: %+v", m.Netting)
	}
	if len(m.Flags) != 2 || m.Flags[0].Rule != RuleDualRole || m.Flags[1].Rule != RuleBeyondMeans {
		t.Errorf("flags: %+v", m.Flags)
	}
	if m.Ranges != nil || m.CircularRange != (Range{Low: m.CircularShare, High: m.CircularShare}) {
		t.Errorf("ranges without asking: %+v, %+v", m.Ranges, m.CircularRange)
	}
	if !m.Clearing.Unstated[0] || !m.Clearing.Unstated[1] || m.Clearing.Shortfall() != 0 {
		t.Errorf("clearing: %+v", m.Clearing)
	}
}

func TestMeasureOfNothing(t *testing.T) {
	n, err := Build(deal.NewBook(deal.Book{}), View{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := Measure(context.Background(), nil, n, Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	if m.Gross != 0 || m.Circulation != 0 || m.CircularShare != 0 || m.Finn != 0 || m.Multiplier != 0 || m.Loops.Count != 0 {
		t.Errorf("got %+v", m)
	}
}

func TestMeasureOfUndisclosedMoney(t *testing.T) {
	n := uncertainNetwork(t, 2, [][5]int64{{0, 1, 0, 0, -1}, {1, 0, 0, 0, -1}})
	m, err := Measure(context.Background(), nil, n, Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	if m.Gross != 0 || m.Loops.Count != 1 || !math.IsNaN(m.SupplierHHI[0]) {
		t.Errorf("got %+v", m)
	}
	if m.CircularRange.Low != 0 || m.CircularRange.High != 1 || !math.IsInf(m.Ranges.Circulation.High, 1) {
		t.Errorf("got %+v and %+v", m.CircularRange, m.Ranges.Circulation)
	}
}

func TestMeasureStopsWhenItIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	m, err := Measure(ctx, nil, dealNetwork(t, 60, 150), Options{Ranges: true})
	if m != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, error %v", m, err)
	}
	if _, err := Measure(context.Background(), nil, dealNetwork(t, 5, 8), Options{Costs: DefaultCosts{Cash: 2}}); err == nil {
		t.Error("costs above everything were accepted")
	}
}

func TestMeasureGivesTheSameTwice(t *testing.T) {
	n := uncertainNetwork(t, 6, [][5]int64{
		{0, 1, 1, 4, 9}, {1, 0, 2, 3, 3}, {1, 2, 5, 5, -1}, {2, 0, 4, 7, 8}, {2, 3, 1, 1, 1}, {3, 4, 0, 2, 6}, {4, 2, 1, 2, 3}, {4, 5, 1, 1, 1},
	})
	options := Options{Ranges: true, Seed: 3}
	first, err := Measure(context.Background(), nil, n, options)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Measure(context.Background(), nil, n, options)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range []*Measures{first, again} {
		for i := range m.SupplierHHI { // NaN equals nothing, itself included
			for _, value := range []*float64{
				&m.SupplierHHI[i], &m.CustomerHHI[i], &m.Ranges.SupplierHHI[i].Low, &m.Ranges.SupplierHHI[i].High,
				&m.Ranges.CustomerHHI[i].Low, &m.Ranges.CustomerHHI[i].High,
			} {
				if math.IsNaN(*value) {
					*value = -1
				}
			}
		}
	}
	if !reflect.DeepEqual(first, again) {
		t.Errorf("got %+v, then %+v", first, again)
	}
}

func TestForwardingSaysWhenLoopsAreTooMany(t *testing.T) {
	f := dealNetwork(t, 200, 500).Forwarding(context.Background(), 0)
	if !f.Skipped || f.Volume <= 0 || f.NetThroughput <= 0 || f.LoopWeightSum != 0 || f.Top != nil {
		t.Errorf("got %+v", f)
	}
	circulation, _ := dealNetwork(t, 200, 500).Circulation()
	if f.Volume > float64(circulation) {
		t.Errorf("forwarding carries %g round, of %d", f.Volume, circulation)
	}
}
