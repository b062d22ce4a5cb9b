package exchange

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"roundtrip/assets"
	"roundtrip/internal/deal"
)

// FuzzReadCSV checks that no table makes the reader fail otherwise than with a sentence, that a bad one leaves
// nothing, and that a good one survives an export and another import.
func FuzzReadCSV(f *testing.F) {
	for _, seed := range []string{
		"payer,payee,amount\nAmazon,OpenAI,up to $10bn\n",
		"title;payer;payee;kind;amount;status;announced;term_years\r\nx;A;B;cloud;38bn over 7 years;signed;Nov 2025;\r\n",
		"title,payer,payee,conditional_on,low,best,high\nP,A,B,P,1,2,3\nP,B,A,,,,\n",
		"sep=\t\npayer\tpayee\nA\t\"B\"\"C\"\n",
		"name,role,cash\nA,cloud,5bn\nB,,\n",
		"payer,payee,source,publisher,url\nA,B,=1+1,'@x,https://x\n",
		"payer,payee,amount,total,tags,deal_note,timing,drawn\nA,B,10-15bn,€5m,\"a,b\",n,pre-money,1\n",
		"\ufeffpayer,payee\n-1,B\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		edit, err := ReadCSV(strings.NewReader(text), "deals.csv", nil)
		if err != nil {
			if len(edit.Deals)+len(edit.Companies) > 0 || err.Error() == "" {
				t.Fatalf("%v, and yet %+v", err, edit)
			}
			return
		}
		book := applied(t, nil, edit)
		if len(book.Deals) == 0 {
			return
		}
		exported := dealsText(t, book)
		again, err := ReadCSV(strings.NewReader(exported), "again.csv", nil)
		if err != nil {
			t.Fatalf("%v\n%s", err, exported)
		}
		if want, got := carried(book), carried(applied(t, nil, again)); !slices.Equal(want, got) {
			t.Fatalf("%s\n%s", exported, firstDifference(strings.Join(want, "\n"), strings.Join(got, "\n")))
		}
	})
}

// FuzzReadJSON checks the same of JSON: what is taken once is the same after an export and another import.
func FuzzReadJSON(f *testing.F) {
	f.Add(string(assets.Sample()))
	head := `{"format": "roundtrip", "version": 1, "base": "EUR", "companies": [{"name": "A"}, {"id": 7, "name": "B", "pinned": {"x": 1, "y": 2e3}}], `
	f.Add(head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "amount": "€38bn over 7 years"}]}]}`)
	f.Add(head + `"deals": [{"title": "x", "legs": [{"id": 2, "payer": "A", "payee": "B", "amount": {"said": "range", "low": 0.07, "high": 1e9}, "conditional_on": 2}]}]}`)
	f.Add(head + `"scenarios": [{"name": "s", "changes": [{"field": "margin", "company": "A", "to": 33.3333, "was": 1}]}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		edit, err := ReadJSON(strings.NewReader(text), "book.json")
		if err != nil {
			if len(edit.Deals)+len(edit.Companies) > 0 || err.Error() == "" {
				t.Fatalf("%v, and yet %+v", err, edit)
			}
			return
		}
		exported := jsonText(t, applied(t, nil, edit))
		again, err := ReadJSON(strings.NewReader(exported), "again.json")
		if err != nil {
			t.Fatalf("%v\n%s", err, exported)
		}
		if got := jsonText(t, applied(t, nil, again)); got != exported {
			t.Fatal(firstDifference(exported, got))
		}
	})
}

// manyRows is a table of deals as large as one that a person would still make.
func manyRows(rows int) string {
	var text strings.Builder
	text.WriteString("title,payer,payee,kind,amount,status,announced,term_years,conditional_on,source,url\n")
	for i := range rows {
		condition := ""
		if i > 0 {
			condition = fmt.Sprintf("Deal %d", i-1)
		}
		fmt.Fprintf(&text, "Deal %d,Company %d,Company %d,cloud,up to $%dm,signed,2025-11-03,7,%s,Report %d,https://example.com/%d\n",
			i, i%977, (i+1)%977, i+1, condition, i/2, i/2)
	}
	return text.String()
}

func TestManyRowsAreRead(t *testing.T) {
	book := readBook(t, manyRows(10_000))
	if len(book.Deals) != 10_000 || len(book.Companies) != 977 || len(book.Sources) != 5_000 {
		t.Errorf("%d deals, %d companies, %d sources", len(book.Deals), len(book.Companies), len(book.Sources))
	}
}

func BenchmarkReadCSV10000(b *testing.B) {
	text := manyRows(10_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ReadCSV(strings.NewReader(text), "deals.csv", nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSameTitles has every row without a title, so that each needs one of its own.
func BenchmarkSameTitles(b *testing.B) {
	text := "payer,payee\n" + strings.Repeat("A,B\n", 10_000)
	for b.Loop() {
		if _, err := ReadCSV(strings.NewReader(text), "deals.csv", nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAmbiguous has every row conditional on a title that all of them share.
func BenchmarkAmbiguous(b *testing.B) {
	text := "title,payer,payee,conditional_on\n" + strings.Repeat("X,A,B,X\n", 10_000)
	for b.Loop() {
		if _, err := ReadCSV(strings.NewReader(text), "deals.csv", nil); err == nil {
			b.Fatal("it was taken")
		}
	}
}

func bookOfRows(b *testing.B, rows int) *deal.Book {
	b.Helper()
	edit, err := ReadCSV(strings.NewReader(manyRows(rows)), "deals.csv", nil)
	if err != nil {
		b.Fatal(err)
	}
	var parts deal.Book
	for i, company := range edit.Companies {
		company.ID = deal.CompanyID(i + 1)
		parts.Companies = append(parts.Companies, company)
	}
	legs := deal.LegID(0)
	for i, d := range edit.Deals {
		d.ID = deal.DealID(i + 1)
		for j := range d.Legs {
			leg := &d.Legs[j]
			legs++
			leg.ID, leg.Deal, leg.Payer, leg.Payee, leg.ConditionalOn = legs, d.ID, -leg.Payer, -leg.Payee, -leg.ConditionalOn
		}
		parts.Deals = append(parts.Deals, d)
	}
	return deal.NewBook(parts)
}

func BenchmarkWriteDealsCSV10000(b *testing.B) {
	book := bookOfRows(b, 10_000)
	for b.Loop() {
		var text bytes.Buffer
		if err := WriteDealsCSV(&text, book); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkJSON10000(b *testing.B) {
	book := bookOfRows(b, 10_000)
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			if err := WriteJSON(&bytes.Buffer{}, book); err != nil {
				b.Fatal(err)
			}
		}
	})
	var text bytes.Buffer
	if err := WriteJSON(&text, book); err != nil {
		b.Fatal(err)
	}
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if _, err := ReadJSON(bytes.NewReader(text.Bytes()), "book.json"); err != nil {
				b.Fatal(err)
			}
		}
	})
}
