package network

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

func TestValuesOfPublishedCrossHoldings(t *testing.T) {
	books, market, ok := valuesOf([]float64{1, 1}, []Stake{{0, 1, 0.5}, {1, 0, 0.5}})
	if !ok {
		t.Fatal("there are no values")
	}
	wantAllNear(t, "book value", books, []float64{2, 2})
	wantAllNear(t, "market value", market, []float64{1, 1})
	if _, _, ok := valuesOf([]float64{1, 1}, []Stake{{0, 1, 1}, {1, 0, 1}}); ok {
		t.Error("companies that own each other wholly have values")
	}
}

func TestMarketValuesAddUpToTheAssets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 8).Draw(t, "companies")
		assets := rapid.SliceOfN(rapid.Float64Range(0, 1e12), n, n).Draw(t, "assets")
		var stakes []Stake
		for held := range n {
			for holder := range n {
				if holder != held && rapid.Bool().Draw(t, "holds") {
					stakes = append(stakes, Stake{holder, held, rapid.Float64Range(0.01, 0.99).Draw(t, "share") / float64(n-1)})
				}
			}
		}
		books, market, ok := valuesOf(assets, stakes)
		if !ok {
			t.Fatal("there are no values")
		}
		owned, sum := 0.0, 0.0
		for company := range assets {
			owned += assets[company]
			sum += market[company]
			value := assets[company]
			for _, stake := range stakes {
				if stake.Holder == company {
					value += stake.Share * books[stake.Held]
				}
			}
			if !mostlyEqual(value, books[company]) {
				t.Fatalf("company %d is worth %g, not %g", company, books[company], value)
			}
		}
		if math.Abs(owned-sum) > 1e-9*math.Max(1, owned) {
			t.Fatalf("market values add up to %g, assets to %g", sum, owned)
		}
	})
}

// equity returns a leg that buys a share of its payee.
func equity(id deal.LegID, payer, payee deal.CompanyID, stake deal.Share) deal.Leg {
	return deal.Leg{
		ID: id, Payer: payer, Payee: payee, Kind: deal.KindEquity, Figure: deal.Undisclosed(), Currency: deal.USD, Stake: stake,
	}
}

func ownershipOf(t *testing.T, companies int, legs ...deal.Leg) Ownership {
	t.Helper()
	book := deal.NewBook(deal.Book{Deals: []deal.Deal{{ID: 1, Status: deal.StatusActive, Counting: deal.Counted, Legs: legs}}})
	for id := range companies {
		book.Companies = append(book.Companies, deal.Company{ID: deal.CompanyID(id + 1)})
	}
	book = deal.NewBook(*book)
	n, err := Build(book, View{})
	if err != nil {
		t.Fatal(err)
	}
	return n.Ownership(book)
}

func TestOwnershipLooksThroughHolders(t *testing.T) {
	// SoftBank holds a tenth of Microsoft, which holds 27% of OpenAI.
	o := ownershipOf(t, 3, equity(1, 1, 2, 100_000), equity(2, 2, 3, 270_000))
	want := []Holding{
		{Holder: 0, Held: 1, Direct: 0.1, LookThrough: 0.1},
		{Holder: 0, Held: 2, LookThrough: 0.027},
		{Holder: 1, Held: 2, Direct: 0.27, LookThrough: 0.243},
	}
	if len(o.Holdings) != len(want) {
		t.Fatalf("got %+v", o.Holdings)
	}
	for i, h := range o.Holdings {
		if h.Holder != want[i].Holder || h.Held != want[i].Held {
			t.Errorf("got %+v, want %+v", h, want[i])
		}
		wantNear(t, "direct", h.Direct, want[i].Direct)
		wantNear(t, "look-through", h.LookThrough, want[i].LookThrough)
	}
	wantAllNear(t, "outside", o.Outside, []float64{1, 0.9, 0.73})
}

func TestStakesFromValuations(t *testing.T) {
	leg := func(timing deal.Timing) deal.Leg {
		leg := equity(1, 1, 2, 0)
		leg.Figure, leg.Valuation, leg.ValuationMoney = deal.Exactly(10), deal.Exactly(90), timing
		return leg
	}
	for timing, want := range map[deal.Timing]float64{
		deal.TimingPreMoney: 0.1, deal.TimingPostMoney: 10.0 / 90, deal.TimingUnsaid: 10.0 / 90,
	} {
		o := ownershipOf(t, 2, leg(timing))
		wantNear(t, string(timing), o.Holdings[0].Direct, want)
		if o.Holdings[0].Estimated != (timing == deal.TimingUnsaid) {
			t.Errorf("%q: estimated is %v", timing, o.Holdings[0].Estimated)
		}
	}
}

func TestOwnershipSaysWhatItDoesNotKnow(t *testing.T) {
	o := ownershipOf(t, 2, equity(7, 1, 2, 0))
	if len(o.Holdings) != 0 || !slices.Equal(o.Unstated, []deal.LegID{7}) {
		t.Errorf("got %+v", o)
	}
	o = ownershipOf(t, 3, equity(1, 1, 3, 800_000), equity(2, 2, 3, 800_000))
	if !slices.Equal(o.Excess, []int{2}) || o.Holdings[0].Direct != 0.5 || o.Outside[2] != 0 {
		t.Errorf("got %+v", o)
	}
	if o = ownershipOf(t, 2, equity(1, 1, 2, deal.Whole), equity(2, 2, 1, deal.Whole)); !o.Closed {
		t.Errorf("got %+v", o)
	}
}

// What a company is worth to somebody's own owners when it alone owns anything is what they hold of it.
func TestLookThroughIsWhatOwnersGetOfEachCompany(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 6).Draw(t, "companies")
		var stakes []Stake
		for held := range n {
			for holder := range n {
				if holder != held && rapid.Bool().Draw(t, "holds") {
					stakes = append(stakes, Stake{holder, held, rapid.Float64Range(0.01, 0.99).Draw(t, "share") / float64(n-1)})
				}
			}
		}
		// In two halves, which add up, beside what counts for nothing.
		halves := []Stake{{0, 0, 0.5}, {-1, 0, 0.5}, {0, n, 0.5}}
		for _, stake := range stakes {
			half := Stake{stake.Holder, stake.Held, stake.Share / 2}
			halves = append(halves, half, half)
		}
		through := LookThrough(n, halves)
		parts := make(map[[2]int]float64)
		for _, held := range through.Holdings {
			parts[[2]int{held.Holder, held.Held}] = held.LookThrough
		}
		for held := range n {
			assets := make([]float64, n)
			assets[held] = 1
			_, market, ok := valuesOf(assets, stakes)
			if !ok {
				t.Fatal("there are no values")
			}
			for holder := range n {
				if got := parts[[2]int{holder, held}]; holder != held && math.Abs(got-market[holder]) > 1e-9 {
					t.Fatalf("%d holds %v of %d, which pays its owners %v", holder, got, held, market[holder])
				}
			}
		}
	})
}

// valuesOf returns what companies are worth that own assets, in cents, and each other: on the books, where value
// held in one another is counted each time, and to the owners outside, which adds up to the assets. It reports
// false when some companies are owned wholly by each other: then there are no such values.
func valuesOf(assets []float64, stakes []Stake) (books, market []float64, ok bool) {
	e := eliminations.Get().(*elimination)
	defer eliminations.Put(e)
	if !valueFlows(e, len(assets), stakes) {
		return nil, nil, false
	}
	books = slices.Clone(assets)
	e.solveAgainst(books)
	market = make([]float64, len(assets))
	for company, value := range books {
		market[company] = e.leak[company] * value
	}
	return books, market, true
}
