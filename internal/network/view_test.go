package network

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// viewBook has a ring of three, A > B > C > A, of $10bn, $5bn and an undisclosed leg, a tail C > D > E of $2bn and
// €1bn, and F without a deal.
func viewBook() *deal.Book {
	leg := func(id deal.LegID, payer, payee deal.CompanyID, figure deal.Figure, currency deal.Currency) deal.Deal {
		return deal.Deal{ID: deal.DealID(id), Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{{
			ID: id, Deal: deal.DealID(id), Payer: payer, Payee: payee, Kind: deal.KindCloud, Figure: figure, Currency: currency,
		}}}
	}
	book := deal.Book{Base: deal.USD, Rates: []deal.Rate{{Currency: "EUR", Micros: 1_200_000}}}
	for i := range 6 {
		book.Companies = append(book.Companies, deal.Company{ID: deal.CompanyID(i + 1), Name: string(rune('A' + i))})
	}
	const bn = 1_000_000_000_00
	book.Deals = []deal.Deal{
		leg(1, 1, 2, deal.Exactly(10*bn), deal.USD), leg(2, 2, 3, deal.UpTo(5*bn), deal.USD), leg(3, 3, 1, deal.Undisclosed(), deal.USD),
		leg(4, 3, 4, deal.Exactly(2*bn), deal.USD), leg(5, 4, 5, deal.Exactly(bn), "EUR"),
	}
	return deal.NewBook(book)
}

// drawing writes a network as its companies and its legs: "ABCDEF 1 2 3 4 5".
func drawing(n *Network) string {
	var names strings.Builder
	for _, company := range n.Companies {
		names.WriteString(company.Name)
	}
	var legs []int
	for leg := range n.Legs() {
		legs = append(legs, int(leg))
	}
	slices.Sort(legs)
	return strings.TrimSpace(names.String() + " " + strings.Trim(fmt.Sprint(legs), "[]"))
}

func TestFilters(t *testing.T) {
	billions := func(amount float64, currency deal.Currency) deal.Money {
		return deal.Money{Cents: int64(amount * 1_000_000_000_00), Currency: currency}
	}
	for name, test := range map[string]struct {
		view View
		want string
	}{
		"none":                               {View{}, "ABCDEF 1 2 3 4 5"},
		"at least $2bn":                      {View{MinAmount: billions(2, deal.USD)}, "ABCDEF 1 2 3 4"},
		"at least $1.2bn, as €1bn is":        {View{MinAmount: billions(1.2, deal.USD)}, "ABCDEF 1 2 3 4 5"},
		"at least €2bn":                      {View{MinAmount: billions(2, "EUR")}, "ABCDEF 1 2 3"},
		"at least $1bn of the low figures":   {View{MinAmount: billions(1, deal.USD), Figure: PickLow}, "ABCDEF 1 3 4 5"},
		"disclosed":                          {View{OnlyDisclosed: true}, "ABCDEF 1 2 4 5"},
		"only loops":                         {View{OnlyLoops: true}, "ABC 1 2 3"},
		"only loops with numbers":            {View{OnlyLoops: true, OnlyDisclosed: true}, ""},
		"without D":                          {View{Hidden: []deal.CompanyID{4}}, "ABCEF 1 2 3"},
		"D alone":                            {View{Companies: []deal.CompanyID{4}}, "D"},
		"only A, B and D":                    {View{Companies: []deal.CompanyID{1, 2, 4}}, "ABD 1"},
		"near D":                             {View{Near: []deal.CompanyID{4}}, "CDE 4 5"},
		"two steps from D":                   {View{Near: []deal.CompanyID{4}, Steps: 2}, "ABCDE 1 2 3 4 5"},
		"near D on loops":                    {View{Near: []deal.CompanyID{4}, OnlyLoops: true}, ""},
		"two steps from E on loops":          {View{Near: []deal.CompanyID{5}, Steps: 3, OnlyLoops: true}, "ABC 1 2 3"},
		"near A or E":                        {View{Near: []deal.CompanyID{5, 1}}, "ABCDE 1 2 3 4 5"},
		"near F, which has no deals":         {View{Near: []deal.CompanyID{6}}, "F"},
		"near B in a book where it is alone": {View{Near: []deal.CompanyID{2}, MinAmount: billions(20, deal.USD), OnlyDisclosed: true}, "B"},
	} {
		t.Run(name, func(t *testing.T) {
			n, err := Build(viewBook(), test.view)
			if err != nil {
				t.Fatal(err)
			}
			if got := drawing(n); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestDisclosedAmountsPass asks for disclosed amounts alone where one lacks a rate, and one what nobody places in the year:
// they are disclosed all the same.
func TestDisclosedAmountsPass(t *testing.T) {
	book := viewBook()
	book.Deals[4].Legs[0].Currency = "GBP"
	for name, test := range map[string]struct {
		view View
		want string
	}{
		"without a rate":            {View{OnlyDisclosed: true}, "ABCDEF 1 2 4 5"},
		"whatever the least amount": {View{OnlyDisclosed: true, MinAmount: deal.Money{Cents: 9_000_000_000_00, Currency: deal.USD}}, "ABCDEF 1 5"},
		"not placed in a year":      {View{OnlyDisclosed: true, Basis: BasisYear}, "ABCDEF 1 2 4 5"},
	} {
		n, err := Build(book, test.view)
		if err != nil {
			t.Fatal(err)
		}
		again, err := NewRebuilder(test.view)
		if err != nil {
			t.Fatal(err)
		}
		rebuilt, err := again.Build(book, nil)
		if err != nil {
			t.Fatal(err)
		}
		if drawing(n) != test.want || drawing(rebuilt) != test.want {
			t.Errorf("%s: built %q, rebuilt %q, not %q", name, drawing(n), drawing(rebuilt), test.want)
		}
		if missing := n.Missing(); missing.Undisclosed != 0 || missing.Unrated+missing.Unplaced == 0 {
			t.Errorf("%s: it misses %+v", name, missing)
		}
	}
}

func TestViewsThatAreRefused(t *testing.T) {
	for want, view := range map[string]View{
		"no rate from it":     {MinAmount: deal.Money{Cents: 1, Currency: "JPY"}},
		"from nothing to":     {MinAmount: deal.Money{Cents: -1}},
		"1 to 9 steps":        {Near: []deal.CompanyID{1}, Steps: 10},
		"need a company":      {Steps: 2},
		"cannot be 1":         {MaxLen: 1},
		"needs the basis":     {Year: 2026},
		`"often" is no basis`: {Basis: "often"},
	} {
		if _, err := Build(viewBook(), view); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v does not say %q", view, err, want)
		}
	}
}

func TestWordsOfFilters(t *testing.T) {
	book := viewBook()
	for want, view := range map[string]View{
		"headline totals, best figures":                                       {},
		"an average year, low figures":                                        {Basis: BasisYear, Figure: PickLow},
		"headline totals, best figures, as of Nov 2025":                       {AsOf: "2025-11"},
		"headline totals, best figures, signed and active":                    {Statuses: []deal.Status{deal.StatusActive, deal.StatusSigned}},
		"headline totals, best figures, no status":                            {Statuses: []deal.Status{}},
		"headline totals, best figures, without rumoured and in talks":        {Statuses: []deal.Status{"announced", "signed", "active", "completed"}},
		"headline totals, best figures, signed and cancelled":                 {Statuses: []deal.Status{"signed", "cancelled"}},
		"headline totals, best figures, only financing":                       {Kinds: []deal.Kind{deal.KindCredits, deal.KindEquity, deal.KindDebt}},
		"headline totals, best figures, only equity and cloud":                {Kinds: []deal.Kind{deal.KindCloud, deal.KindEquity}},
		"headline totals, best figures, at least $1bn, disclosed only":        {MinAmount: deal.Money{Cents: 1_000_000_000_00}, OnlyDisclosed: true},
		"headline totals, best figures, only A and B, without C, only loops":  {Companies: []deal.CompanyID{2, 1}, Hidden: []deal.CompanyID{3}, OnlyLoops: true},
		"headline totals, best figures, within 1 step of E":                   {Near: []deal.CompanyID{5}},
		"headline totals, best figures, within 2 steps of 3 companies":        {Near: []deal.CompanyID{5, 1, 2}, Steps: 2},
		"headline totals, best figures, rumoured at 0% and in talks at 12.5%": {Weights: map[deal.Status]deal.Share{"in talks": 125_000, "rumoured": 0}},
	} {
		if got := view.WordsIn(book); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := (View{Near: []deal.CompanyID{5}, Hidden: []deal.CompanyID{1, 2}}).Words(); got != "headline totals, best figures, without 2 companies, within 1 step of 1 company" {
		t.Errorf("got %q", got)
	}
}

// anyFilteredBook draws a book of up to eight companies and twenty legs of a few amounts, kinds and dates.
func anyFilteredBook(t *rapid.T) deal.Book {
	book := deal.Book{Base: deal.USD}
	companies := rapid.IntRange(1, 8).Draw(t, "companies")
	for i := range companies {
		book.Companies = append(book.Companies, deal.Company{ID: deal.CompanyID(i + 1), Name: fmt.Sprint("Company ", i+1)})
	}
	for i := range rapid.IntRange(0, 20).Draw(t, "legs") {
		figure := deal.Exactly(rapid.Int64Range(0, 5).Draw(t, "cents"))
		if rapid.IntRange(0, 4).Draw(t, "open") == 0 {
			figure = deal.Undisclosed()
		}
		ends := rapid.SliceOfN(rapid.IntRange(1, companies), 2, 2).Draw(t, "ends")
		id := deal.LegID(i + 1)
		book.Deals = append(book.Deals, deal.Deal{
			ID: deal.DealID(i + 1), Status: rapid.SampledFrom(deal.Statuses).Draw(t, "status"), Counting: deal.Counted,
			Announced: rapid.SampledFrom([]deal.Date{"", "2025-01-10", "2025-03"}).Draw(t, "announced"),
			Legs: []deal.Leg{{
				ID: id, Deal: deal.DealID(id), Payer: deal.CompanyID(ends[0]), Payee: deal.CompanyID(ends[1]),
				Kind: rapid.SampledFrom(deal.Kinds).Draw(t, "kind"), Figure: figure, Currency: deal.USD,
			}},
		})
	}
	return book
}

// anyFilters draws a view with any filters.
func anyFilters(t *rapid.T, companies int) View {
	some := func(name string) []deal.CompanyID {
		if rapid.IntRange(0, 2).Draw(t, name) > 0 {
			return nil
		}
		list := []deal.CompanyID{}
		for _, id := range rapid.SliceOfN(rapid.IntRange(1, companies), 0, companies).Draw(t, name+" list") {
			list = append(list, deal.CompanyID(id))
		}
		return list
	}
	view := View{
		Companies: some("companies"), Hidden: some("hidden"), Near: some("near"),
		AsOf:          rapid.SampledFrom([]deal.Date{"", "2025-01", "2025-02-01", "2026"}).Draw(t, "as of"),
		MinAmount:     deal.Money{Cents: rapid.Int64Range(0, 4).Draw(t, "least"), Currency: deal.USD},
		OnlyDisclosed: rapid.Bool().Draw(t, "known"), OnlyLoops: rapid.Bool().Draw(t, "loops"),
	}
	if view.Near != nil {
		view.Steps = rapid.IntRange(0, 3).Draw(t, "steps")
	}
	if rapid.Bool().Draw(t, "some kinds") {
		view.Kinds = rapid.SliceOf(rapid.SampledFrom(deal.Kinds)).Draw(t, "kinds")
	}
	if rapid.Bool().Draw(t, "some statuses") {
		view.Statuses = rapid.SliceOf(rapid.SampledFrom(deal.Statuses)).Draw(t, "statuses")
	}
	return view
}

// bruteLegs returns the legs that the view keeps, by the words of the view and nothing else: distances and loops by
// the closure of the reachable.
func bruteLegs(book deal.Book, view View) (legs []deal.LegID) {
	kept := map[deal.LegID]deal.Leg{}
	for _, d := range book.Deals {
		leg := d.Legs[0]
		known := leg.Figure.Known()
		if view.Admits(d, leg) && !(known && (leg.Figure.Best < view.MinAmount.Cents || leg.Figure.High == 0)) && (known || !view.OnlyDisclosed) {
			kept[leg.ID] = leg
		}
	}
	size := len(book.Companies) + 1
	if view.Near != nil {
		distance := closure(size, kept, true)
		near := func(id deal.CompanyID) bool {
			return slices.ContainsFunc(view.Near, func(from deal.CompanyID) bool { return distance[from][id] <= max(view.Steps, 1) })
		}
		for id, leg := range kept {
			if !near(leg.Payer) || !near(leg.Payee) {
				delete(kept, id)
			}
		}
	}
	if view.OnlyLoops {
		distance := closure(size, kept, false)
		for id, leg := range kept {
			if leg.Payer == leg.Payee || distance[leg.Payee][leg.Payer] >= unreachable {
				delete(kept, id)
			}
		}
	}
	for id := range kept {
		legs = append(legs, id)
	}
	slices.Sort(legs)
	return legs
}

// unreachable is the distance to where no legs lead.
const unreachable = 1_000

// closure returns the number of legs from each company to each other by R. Floyd's method.
func closure(size int, legs map[deal.LegID]deal.Leg, bothWays bool) [][]int {
	distance := make([][]int, size)
	for i := range distance {
		distance[i] = slices.Repeat([]int{unreachable}, size)
		distance[i][i] = 0
	}
	for _, leg := range legs {
		if leg.Payer != leg.Payee {
			distance[leg.Payer][leg.Payee] = 1
			if bothWays {
				distance[leg.Payee][leg.Payer] = 1
			}
		}
	}
	for k := range size {
		for i := range size {
			for j := range size {
				distance[i][j] = min(distance[i][j], distance[i][k]+distance[k][j])
			}
		}
	}
	return distance
}

func TestFiltersAgainstBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book := anyFilteredBook(t)
		view := anyFilters(t, len(book.Companies))
		n, err := Build(deal.NewBook(book), view)
		if err != nil {
			t.Fatal(err)
		}
		var got []deal.LegID
		for leg := range n.Legs() {
			got = append(got, leg)
		}
		slices.Sort(got)
		if want := bruteLegs(book, view); !slices.Equal(got, want) {
			t.Fatalf("under %s: legs %v, want %v", view.Words(), got, want)
		}
		for i, flow := range n.Flows {
			for _, part := range flow.Legs {
				leg := book.Deals[part.ID-1].Legs[0]
				if n.Companies[flow.Payer].ID != leg.Payer || n.Companies[flow.Payee].ID != leg.Payee {
					t.Fatalf("leg %d is in the flow from %s to %s", leg.ID, n.Companies[flow.Payer].Name, n.Companies[flow.Payee].Name)
				}
			}
			if i > 0 && (n.Flows[i-1].Payer > flow.Payer || n.Flows[i-1].Payer == flow.Payer && n.Flows[i-1].Payee >= flow.Payee) {
				t.Fatalf("flow %d is out of order", i)
			}
		}
	})
}

// Filters say the same of a book whose companies and deals come in another order.
func TestFiltersDoNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book := anyFilteredBook(t)
		view := anyFilters(t, len(book.Companies))
		moved := book
		moved.Deals = rapid.Permutation(book.Deals).Draw(t, "deals")
		moved.Companies = rapid.Permutation(book.Companies).Draw(t, "companies")
		slices.Reverse(view.Kinds)
		first, err := Build(deal.NewBook(book), view)
		if err != nil {
			t.Fatal(err)
		}
		for _, list := range [][]deal.CompanyID{view.Companies, view.Hidden, view.Near} {
			slices.Reverse(list)
		}
		second, err := Build(deal.NewBook(moved), view)
		if err != nil {
			t.Fatal(err)
		}
		if drawing(first) != drawing(second) || first.Gross() != second.Gross() {
			t.Fatalf("%q, %d in one order and %q, %d in another", drawing(first), first.Gross(), drawing(second), second.Gross())
		}
	})
}

// Each filter taken back by itself, one after the other, leads to the view that counts the same money of all.
func TestFiltersAreTakenBackOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		view := anyFilters(t, 5)
		for {
			filters := view.Filters(nil)
			if len(filters) == 0 {
				break
			}
			taken := rapid.SampledFrom(filters).Draw(t, "filter")
			if left := taken.Without.Filters(nil); len(left) != len(filters)-1 {
				t.Fatalf("taking %q back leaves %d of %d filters", taken.Words, len(left), len(filters))
			}
			view = taken.Without
		}
		if view.Words() != view.WithoutFilters().Words() {
			t.Fatalf("%q is left", view.Words())
		}
	})
}

// A settled view is of the same network, and its companies do not depend on amounts any more.
func TestSettledViewIsOfTheSameNetwork(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book := anyFilteredBook(t)
		view := anyFilters(t, len(book.Companies))
		settled, err := view.Settled(deal.NewBook(book))
		if err != nil {
			t.Fatal(err)
		}
		first, _ := Build(deal.NewBook(book), view)
		second, err := Build(deal.NewBook(book), settled)
		if err != nil || drawing(first) != drawing(second) || settled.Near != nil {
			t.Fatalf("%q, settled %q, %v", drawing(first), drawing(second), err)
		}
	})
}
