package exchange

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/assets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

func dealsText(t *testing.T, book *deal.Book) string {
	t.Helper()
	var text bytes.Buffer
	if err := WriteDealsCSV(&text, book); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// carried is what the columns of a table carry of the deals of a book, one line a leg.
func carried(book *deal.Book) []string {
	at := make(map[deal.LegID]string)
	for i, d := range book.Deals {
		for j, leg := range d.Legs {
			at[leg.ID] = fmt.Sprintf("leg %d.%d", i, j)
		}
	}
	var lines []string
	for _, d := range book.Deals {
		for _, leg := range d.Legs {
			figure := leg.Figure
			figure.Assumed = figure != plain(figure)
			source, _ := sourceFor(book, leg.ID)
			if d.Total.Said == deal.SaidUndisclosed {
				d.Currency = "" // of nothing
			}
			lines = append(lines, fmt.Sprintf("%q %s %s %s %v %s %s %q %q | %q %q %s %s %v %s %s %d %v %s %s %v %q %s %s | %q %q %q",
				strings.TrimSpace(d.Title), d.Status, d.Announced, d.Counting, plain(d.Total), d.Currency, d.Tags, strings.TrimSpace(d.Notes), at[leg.ID],
				book.CompanyName(leg.Payer), book.CompanyName(leg.Payee), leg.Kind, leg.Basis, figure, leg.Currency, leg.Start,
				leg.TermMonths, leg.Drawn.Money, leg.Stake.Percent(), leg.ValuationMoney, plain(leg.Valuation), strings.TrimSpace(leg.Note),
				at[leg.ConditionalOn], leg.Covers.Percent(),
				strings.TrimSpace(source.Title), strings.TrimSpace(source.Publisher), source.Link))
		}
	}
	return lines
}

func TestCSVOfAnyBookIsReadBack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		book := anyBook().Draw(r, "book")
		text := dealsText(t, book)
		edit, err := ReadCSV(strings.NewReader(text), "deals.csv", deal.NewBook(deal.Book{Base: book.Base}))
		if err != nil {
			r.Fatalf("%v\n%s", err, text)
		}
		want, got := carried(book), carried(applied(t, nil, edit))
		if !slices.Equal(want, got) {
			r.Fatalf("%s\n%s", text, firstDifference(strings.Join(want, "\n"), strings.Join(got, "\n")))
		}
	})
}

func TestCSVRunsNoFormulas(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		records, err := csv.NewReader(strings.NewReader(dealsText(t, anyBook().Draw(r, "book")))).ReadAll()
		if err != nil {
			r.Fatal(err)
		}
		for _, record := range records {
			for _, cell := range record {
				if strings.IndexAny(cell, "=+-@\t\r") == 0 {
					r.Fatalf("%q is a formula", cell)
				}
			}
		}
	})
}

func TestCSVOfASimpleBookHasTheColumnsOfTheDesign(t *testing.T) {
	text := dealsText(t, readBook(t, "payer,payee,amount\nAmazon,OpenAI,up to 10bn\n"))
	want := "title,payer,payee,kind,amount,currency,status,announced,start,term_years,stake_percent,valuation,conditional_on,source,publisher,url,note\n" +
		"Amazon to OpenAI: other,Amazon,OpenAI,other,up to 10000000000,USD,announced,,,,,,,,,,\n"
	if text != want {
		t.Errorf("the table is\n%s", text)
	}
}

func sample(t testing.TB) deal.Edit {
	t.Helper()
	edit, err := ReadJSON(bytes.NewReader(assets.Sample()), "sample.json")
	if err != nil {
		t.Fatal(err)
	}
	return edit
}

// TestSampleThroughCSV checks that a table of the sample makes the same network, umbrellas and projections left
// out as before.
func TestSampleThroughCSV(t *testing.T) {
	book := applied(t, nil, sample(t))
	edit, err := ReadCSV(strings.NewReader(dealsText(t, book)), "deals.csv", nil)
	if err != nil {
		t.Fatal(err)
	}
	again := applied(t, nil, edit)
	if want, got := carried(book), carried(again); !slices.Equal(want, got) {
		t.Error(firstDifference(strings.Join(want, "\n"), strings.Join(got, "\n")))
	}
	for _, each := range []*deal.Book{book, again} {
		built, err := network.Build(each, network.View{})
		if err != nil {
			t.Fatal(err)
		}
		if built.Gross() != 741_750_000_000_00 {
			t.Errorf("the gross is %d", built.Gross())
		}
	}
}

func TestCompaniesCSV(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		book := anyBook().Draw(r, "book")
		var text bytes.Buffer
		if err := WriteCompaniesCSV(&text, book); err != nil {
			r.Fatal(err)
		}
		edit, err := ReadCSV(bytes.NewReader(text.Bytes()), "companies.csv", deal.NewBook(deal.Book{Base: book.Base}))
		if err != nil {
			r.Fatalf("%v\n%s", err, text.String())
		}
		for i, company := range edit.Companies {
			want := book.Companies[i]
			if company.Name != want.Name || company.Ticker != want.Ticker || company.Role != want.Role ||
				company.Cash.Money != want.Cash.Money || company.Revenue.Money != want.Revenue.Money {
				r.Fatalf("%+v is read back as %+v", want, company)
			}
		}
		again, err := ReadCSV(bytes.NewReader(text.Bytes()), "companies.csv", book)
		if err != nil {
			r.Fatal(err)
		}
		if fmt.Sprintf("%+v", again.Companies) != fmt.Sprintf("%+v", book.Companies) {
			r.Fatalf("an import of the same changes %+v\nto %+v", book.Companies, again.Companies)
		}
	})
}

func TestCompaniesCSVUpdates(t *testing.T) {
	book := deal.NewBook(deal.Book{Companies: []deal.Company{{ID: 1, Name: "Amazon", Ticker: "AMZN", Role: deal.RoleCloud, Colour: "#112233"}}})
	edit, err := ReadCSV(strings.NewReader("name,ticker,role,cash,revenue\namazon ,,,$90bn,\nCoreWeave,CRWV,Data-center operator,,€5bn\n"), "c.csv", book)
	if err != nil {
		t.Fatal(err)
	}
	amazon, coreWeave := edit.Companies[0], edit.Companies[1]
	if amazon.ID != 1 || amazon.Ticker != "AMZN" || amazon.Role != deal.RoleCloud || amazon.Colour != "#112233" || amazon.Cash.Money.Cents != 90*billion {
		t.Errorf("Amazon is %+v", amazon)
	}
	if coreWeave.ID != 0 || coreWeave.Role != deal.RoleDataCentre || coreWeave.Revenue.Money != (deal.Money{Cents: 5 * billion, Currency: "EUR"}) {
		t.Errorf("CoreWeave is %+v", coreWeave)
	}
	_, err = ReadCSV(strings.NewReader("name,role,cash\nA,bank,\na,,\n,,\nB,,about 5bn\n"), "c.csv", book)
	want := "c.csv, line 2, role: \"bank\" is no role: choose AI lab, cloud, chip maker, investor, data-centre operator or other\n" +
		"c.csv, line 3, name: \"a\" stands on line 2 already\n" +
		"c.csv, line 5, cash: \"about 5bn\" is not one plain amount: write a number such as 12.5bn"
	if err == nil || err.Error() != want {
		t.Errorf("the problems are\n%v\nwant\n%s", err, want)
	}
}
