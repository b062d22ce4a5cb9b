package exchange

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/store"
)

// documentOf applies the edits, one after the other, to a new document, and returns its Book.
func documentOf(t *testing.T, edits ...func(*deal.Book) deal.Edit) *deal.Book {
	t.Helper()
	document, err := store.Create(t.TempDir() + "/book.roundtrip")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := document.Close(); err != nil {
			t.Error(err)
		}
	}()
	book, err := document.Book()
	if err != nil {
		t.Fatal(err)
	}
	for _, edit := range edits {
		taken, err := document.Apply(edit(book))
		if err != nil {
			t.Fatal(err)
		}
		book = taken.Book
	}
	return book
}

// always is an edit that is the same whatever the book.
func always(edit deal.Edit) func(*deal.Book) deal.Edit {
	return func(*deal.Book) deal.Edit { return edit }
}

// tableInto is an import of a table into the book as it is.
func tableInto(t *testing.T, text string) func(*deal.Book) deal.Edit {
	return func(book *deal.Book) deal.Edit {
		t.Helper()
		edit, err := ReadCSV(strings.NewReader(text), "table.csv", book)
		if err != nil {
			t.Fatal(err)
		}
		return edit
	}
}

// TestDocumentsDoTheSame checks that what the other tests take for a document does what a real one does, with
// JSON of any book and another import on top.
func TestDocumentsDoTheSame(t *testing.T) {
	books := anyBook()
	for seed := range 20 {
		drawn := books.Example(seed)
		drawn.Title = "T"
		edit, err := ReadJSON(strings.NewReader(jsonText(t, drawn)), "book.json")
		if err != nil {
			t.Fatal(err)
		}
		sameJSON(t, applied(t, nil, edit), documentOf(t, always(edit)))
	}
}

// TestTablesInADocument imports companies, deals between them, and deals that hang on those.
func TestTablesInADocument(t *testing.T) {
	book := documentOf(t,
		tableInto(t, "name,ticker,role,cash,revenue\nAmazon,AMZN,cloud,90bn,\n"),
		tableInto(t, "title,payer,payee,amount,conditional_on,source\nStake,amazon,OpenAI,10bn,Back,Report\nBack,OpenAI,Amazon,,,Report\n"),
		tableInto(t, "title,payer,payee,conditional_on,source\nMore,AMAZON,Anthropic,Stake,report\n"),
		tableInto(t, "name,cash\nOPENAI,5bn\nAmazon,\n"),
	)
	if len(book.Companies) != 3 || len(book.Sources) != 1 || len(book.Deals) != 3 {
		t.Fatalf("%d companies, %d sources, %d deals", len(book.Companies), len(book.Sources), len(book.Deals))
	}
	stake, back, more := book.Deals[0].Legs[0], book.Deals[1].Legs[0], book.Deals[2].Legs[0]
	if stake.ConditionalOn != back.ID || more.ConditionalOn != stake.ID {
		t.Errorf("the legs hang on %d and %d", stake.ConditionalOn, more.ConditionalOn)
	}
	amazon, _ := book.CompanyNamed("Amazon")
	openAI, _ := book.CompanyNamed("OpenAI")
	if amazon.Ticker != "AMZN" || amazon.Cash.Money.Cents != 90*billion || openAI.Cash.Money.Cents != 5*billion {
		t.Errorf("Amazon is %+v, OpenAI %+v", amazon, openAI)
	}
	for _, leg := range []deal.LegID{stake.ID, back.ID, more.ID} {
		if source, ok := sourceFor(book, leg); !ok || source.Title != "Report" {
			t.Errorf("leg %d leads back to %+v", leg, source)
		}
	}
}
