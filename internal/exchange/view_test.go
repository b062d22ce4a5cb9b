package exchange

import (
	"reflect"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

func viewBook() *deal.Book {
	return deal.NewBook(deal.Book{Companies: []deal.Company{{ID: 1, Name: "Amazon"}, {ID: 2, Name: "Open AI"}, {ID: 3, Name: "Nvidia"}, {ID: 4, Name: "Foo, Bar + Co"}}, Base: deal.USD})
}

func TestParseView(t *testing.T) {
	for text, want := range map[string]network.View{
		"":                                  {},
		"  ":                                {},
		"basis=headline":                    {Basis: network.BasisHeadline},
		"basis=year,year=2026":              {Basis: network.BasisYear, Year: 2026},
		"year=2026, basis = Year":           {Basis: network.BasisYear, Year: 2026},
		"figure=low":                        {Figure: network.PickLow},
		"statuses=signed+active":            {Statuses: []deal.Status{deal.StatusSigned, deal.StatusActive}},
		"statuses=in talks":                 {Statuses: []deal.Status{deal.StatusInTalks}},
		"statuses=In-Talks + rumored":       {Statuses: []deal.Status{deal.StatusInTalks, deal.StatusRumoured}},
		"kinds=cloud+data center+license":   {Kinds: []deal.Kind{deal.KindCloud, deal.KindDataCentre, deal.KindLicence}},
		"as_of=2025-11":                     {AsOf: "2025-11"},
		"as_of=3 Nov 2025":                  {AsOf: "2025-11-03"},
		"max_len=0":                         {},
		"max_len=6":                         {MaxLen: 6},
		"companies=amazon+OPEN  AI":         {Companies: []deal.CompanyID{1, 2}},
		"min_amount=1bn":                    {MinAmount: deal.Money{Cents: 1_000_000_000_00, Currency: deal.USD}},
		"min_amount=€250m,undisclosed=no":   {MinAmount: deal.Money{Cents: 250_000_000_00, Currency: "EUR"}, OnlyDisclosed: true},
		"undisclosed=yes":                   {},
		"only_loops=yes":                    {OnlyLoops: true},
		"hide=Nvidia+open ai":               {Hidden: []deal.CompanyID{3, 2}},
		"near=Amazon":                       {Near: []deal.CompanyID{1}},
		"steps=2,near=foo,  bar + co":       {Near: []deal.CompanyID{4}, Steps: 2},
		"hide=Foo, Bar + Co,only_loops=no":  {Hidden: []deal.CompanyID{4}},
		"BASIS=drawn,figure=high,max_len=3": {Basis: network.BasisDrawn, Figure: network.PickHigh, MaxLen: 3},
	} {
		got, err := ParseView(text, viewBook())
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q is %+v, %v; want %+v", text, got, err, want)
		}
	}
}

func TestParseViewRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"basis":                  `"basis" has no value: write it as key=value`,
		"basis=monthly":          "use headline, year or drawn",
		"figure=median":          "use low, best or high",
		"colour=red":             "there is no such key: use basis, year",
		"year=2026":              "needs the basis year",
		"basis=year,year=26":     "outside 1800 to 2200",
		"year=soon":              "not a whole number",
		"max_len=-1":             "not a whole number",
		"max_len=1":              "at least two companies",
		"statuses=":              "use rumoured, in talks",
		"statuses=signed+done":   `"done" is not one of them`,
		"kinds=loans":            "use equity, debt",
		"companies=Apple":        `no company "Apple"`,
		"as_of=":                 "give a date",
		"as_of=03/11/2025":       "more than one date",
		"min_amount=much":        "much",
		"min_amount=1bn to 2bn":  "not one plain amount",
		"only_loops=perhaps":     "neither yes nor no",
		"steps=2":                "need a company",
		"near=Amazon,steps=0":    "give 1 for those",
		"near=Amazon,steps=10":   "1 to 9 steps",
		"hide=Apple":             `no company "Apple"`,
		"near=Foo, Bar":          `no company "Foo, Bar"`,
		"figure=low,figure=high": "figure is given twice",
		"figure=low,":            "has no value",
	} {
		view, err := ParseView(text, viewBook())
		if err == nil || !strings.HasPrefix(err.Error(), "view: ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v does not say %q", text, err, want)
		}
		if !reflect.DeepEqual(view, network.View{}) {
			t.Errorf("%q is refused and yet is %+v", text, view)
		}
	}
}

func FuzzParseView(f *testing.F) {
	for _, text := range []string{
		"basis=year,year=2026,statuses=signed+active", "min_amount=€250m,undisclosed=no", "near=Foo, Bar + Co,steps=2",
		"hide=Nvidia,only_loops=yes,max_len=4", "as_of=2025-11,kinds=cloud+debt", "companies=,=,", "steps=2",
	} {
		f.Add(text)
	}
	book := viewBook()
	f.Fuzz(func(t *testing.T, text string) {
		view, err := ParseView(text, book)
		if err != nil {
			return
		}
		if err := view.Validate(); err != nil {
			t.Errorf("%q is read as a view that is refused: %v", text, err)
		}
		if view.WordsIn(book) == "" {
			t.Errorf("%q has no words", text)
		}
	})
}
