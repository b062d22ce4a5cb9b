package assets_test

import (
	"bytes"
	"context"
	"math"
	"testing"

	"roundtrip/assets"
	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/network"
	"roundtrip/store"
)

// sampleBook is the sample as the program opens it: read, and taken by a document.
func sampleBook(t testing.TB) *deal.Book {
	t.Helper()
	edit, err := exchange.ReadJSON(bytes.NewReader(assets.Sample()), "sample.json")
	if err != nil {
		t.Fatal(err)
	}
	document, err := store.Create(t.TempDir() + "/sample.roundtrip")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := document.Close(); err != nil {
			t.Error(err)
		}
	})
	applied, err := document.Apply(edit)
	if err != nil {
		t.Fatal(err)
	}
	return applied.Book
}

const billion = 1_000_000_000_00

// disclosed is the table of the deals of the articles, in cents.
var disclosed = map[[2]string]int64{
	{"Amazon", "OpenAI"}:    10 * billion,
	{"Amazon", "Anthropic"}: 8 * billion,
	{"Microsoft", "OpenAI"}: 13 * billion,
	{"Nvidia", "OpenAI"}:    100 * billion,
	{"OpenAI", "CoreWeave"}: 22_750_000_000_00,
	{"OpenAI", "Amazon"}:    38 * billion,
	{"OpenAI", "Microsoft"}: 250 * billion,
	{"OpenAI", "Oracle"}:    300 * billion,
}

// undisclosed are the flows with a leg that no article puts a number on, and how many such legs.
var undisclosed = map[[2]string]int{
	{"OpenAI", "Amazon"}:    1,
	{"Anthropic", "Amazon"}: 1,
	{"OpenAI", "Nvidia"}:    1,
	{"OpenAI", "AMD"}:       1,
	{"Oracle", "Nvidia"}:    1,
	{"Nvidia", "CoreWeave"}: 1,
}

func TestSampleFlows(t *testing.T) {
	book := sampleBook(t)
	built, err := network.Build(book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	money, unknown := 0, 0
	for _, flow := range built.Flows {
		ends := [2]string{built.Companies[flow.Payer].Name, built.Companies[flow.Payee].Name}
		if flow.Money != disclosed[ends] {
			t.Errorf("%v is %d, want %d", ends, flow.Money, disclosed[ends])
		}
		if flow.Unknown() != undisclosed[ends] {
			t.Errorf("%v has %d undisclosed legs, want %d", ends, flow.Unknown(), undisclosed[ends])
		}
		if flow.Money != 0 {
			money++
		}
		if flow.Unknown() != 0 {
			unknown++
		}
	}
	if money != len(disclosed) || unknown != len(undisclosed) {
		t.Errorf("%d flows with money and %d with undisclosed legs, want %d and %d",
			money, unknown, len(disclosed), len(undisclosed))
	}
	if gross := built.Gross(); gross != 741_750_000_000_00 {
		t.Errorf("the gross is %d", gross)
	}
	if len(built.LeftOut) != 0 {
		t.Errorf("left out: %v", built.LeftOut)
	}
}

// leg returns the place of the only leg of the book that runs between the two, is of the kind and has a number
// or not.
func leg(t *testing.T, book *deal.Book, payer, payee string, known bool) *deal.Leg {
	t.Helper()
	var found *deal.Leg
	for i := range book.Deals {
		for j := range book.Deals[i].Legs {
			leg := &book.Deals[i].Legs[j]
			if book.Deals[i].Counting != deal.Counted || leg.Figure.Known() != known ||
				book.CompanyName(leg.Payer) != payer || book.CompanyName(leg.Payee) != payee {
				continue
			}
			if found != nil {
				t.Fatalf("there are two legs from %s to %s", payer, payee)
			}
			found = leg
		}
	}
	if found == nil {
		t.Fatalf("there is no leg from %s to %s", payer, payee)
	}
	return found
}

// TestSampleTable restricts the sample to its disclosed legs, moves the stake and the one undisclosed leg that
// matters, and expects the published table.
func TestSampleTable(t *testing.T) {
	for _, test := range []struct {
		name            string
		stake, chips    int64
		gross, circular int64
		share, gammaThr float64
	}{
		{"base", 10, 0, 741_750, 46_000, 0.062016, 0.037659},
		{"chips 40", 10, 40, 781_750, 166_000, 0.212344, 0.103152},
		{"chips 100", 10, 100, 841_750, 346_000, 0.411048, 0.201392},
		{"chips 300", 10, 300, 1_041_750, 346_000, 0.332133, 0.201392},
		{"stake 0", 0, 0, 731_750, 26_000, 0.035531, 0.021285},
		{"stake 20", 20, 0, 751_750, 66_000, 0.087795, 0.054032},
		{"stake 38", 38, 0, 769_750, 102_000, 0.132511, 0.082424},
		{"stake 50", 50, 0, 781_750, 102_000, 0.130476, 0.082424},
	} {
		t.Run(test.name, func(t *testing.T) {
			book := sampleBook(t)
			leg(t, book, "Amazon", "OpenAI", true).Figure = deal.UpTo(test.stake * billion)
			if test.chips != 0 {
				chips := leg(t, book, "Oracle", "Nvidia", false)
				chips.Figure = chips.Figure.Assume(0, test.chips*billion, test.chips*billion)
			}
			built, err := network.Build(deal.NewBook(*book), network.View{})
			if err != nil {
				t.Fatal(err)
			}
			measures, err := network.Measure(context.Background(), book, built, network.Options{})
			if err != nil {
				t.Fatal(err)
			}
			const million = 1_000_000_00
			if measures.Gross != test.gross*million || measures.Circulation != test.circular*million {
				t.Errorf("gross %d, circular %d", measures.Gross, measures.Circulation)
			}
			if math.Abs(measures.CircularShare-test.share) > 5e-7 {
				t.Errorf("circular share %v, want %v", measures.CircularShare, test.share)
			}
			if math.Abs(measures.BFF.GammaThr-test.gammaThr) > 5e-7 {
				t.Errorf("throughput circularity %v, want %v", measures.BFF.GammaThr, test.gammaThr)
			}
		})
	}
}
