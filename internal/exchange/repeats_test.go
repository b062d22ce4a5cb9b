package exchange

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

func readEdit(t *testing.T, text string, book *deal.Book) deal.Edit {
	t.Helper()
	edit, err := ReadCSV(strings.NewReader(text), "deals.csv", book)
	if err != nil {
		t.Fatal(err)
	}
	return edit
}

func TestRowsThatStandTwiceAreToldOf(t *testing.T) {
	edit := readEdit(t, "title,payer,payee,amount\nPact,A,B,5bn\n,A,B,5bn\nPact,A,B,5bn\nPact,A,B,6bn\n,A,B,5bn\n ,A,B,5bn \n", nil)
	want := []string{"3 rows say in every cell what another row says, and the money counts each time: line 4 (as 2), 6 (as 3), 7 (as 3)"}
	if !slices.Equal(edit.Doubts, want) {
		t.Errorf("the doubts are %q", edit.Doubts)
	}
	if len(edit.Deals) != 4 || len(edit.Deals[0].Legs) != 3 {
		t.Errorf("%d deals were taken", len(edit.Deals))
	}
	one := readEdit(t, "payer,payee\nA,B\nB,A\nA,B\n", nil)
	if want := []string{"1 row says in every cell what another row says, and the money counts each time: line 4 (as 2)"}; !slices.Equal(one.Doubts, want) {
		t.Errorf("the doubts are %q", one.Doubts)
	}
	if none := readEdit(t, "payer,payee\nA,B\nB,A\n", nil); len(none.Doubts) != 0 {
		t.Errorf("the doubts are %q", none.Doubts)
	}
	many := readEdit(t, "payer,payee\n"+strings.Repeat("A,B\n", 100), nil)
	if len(many.Doubts) != 1 || !strings.HasPrefix(many.Doubts[0], "99 rows") || !strings.HasSuffix(many.Doubts[0], "21 (as 2), 22 (as 2), 79 more") {
		t.Errorf("the doubts are %q", many.Doubts)
	}
}

func TestDealsThatTheBookHas(t *testing.T) {
	head := "title,payer,payee,kind,amount,announced,status\n"
	book := readBook(t, head+"Pact,A,B,equity,5bn,2025,signed\nPact,B,A,cloud,7bn,2025,signed\n,A,C,debt,1bn,,\nOld,A,B,,,2024,\n")
	for _, test := range []struct {
		name, rows    string
		alike, rivals []string
		fresh         int
	}{
		{"other case and order", "PACT,b,a,cloud,$7bn,2025,signed\nPact,a, B ,equity,5 billion,2025,signed\n", []string{"PACT"}, nil, 0},
		{"no title", ",A,C,debt,1bn,,\n", []string{"A to C: debt (2)"}, nil, 0},
		{"undisclosed", "Old,A,B,,,2024,\n", []string{"Old"}, nil, 0},
		{"gone on since", "Pact,A,B,equity,5bn,2025,active\n", []string{"Pact"}, nil, 0},
		{"another amount", "Pact,A,B,equity,6bn,2025,signed\n", nil, []string{"Pact"}, 0},
		{"another amount, no title", ",A,C,debt,2bn,,\n", nil, nil, 1},
		{"another date", "Pact,A,B,equity,5bn,2026,signed\n", nil, nil, 1},
		{"another title", "Treaty,A,B,equity,5bn,2025,signed\n", nil, nil, 1},
		{"another currency", "Old,A,B,,€5,2024,\n", nil, []string{"Old"}, 0},
	} {
		got, err := FindRepeats(t.Context(), readEdit(t, head+test.rows, book), book)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got.Alike, test.alike) || !slices.Equal(got.Rivals, test.rivals) || got.New != test.fresh {
			t.Errorf("%s: alike %q, rivals %q, %d new", test.name, got.Alike, got.Rivals, got.New)
		}
		if len(got.Rest.Deals) != len(test.rivals)+test.fresh {
			t.Errorf("%s: %d deals are the rest", test.name, len(got.Rest.Deals))
		}
	}
}

func TestSentencesOfRepeats(t *testing.T) {
	repeats := Repeats{Alike: []string{"A", "B", "C", "D", "E"}, Rivals: []string{"F"}, New: 2}
	if got := repeats.AlikeSentence(); !strings.HasPrefix(got, "5 of 8 deals look like ones that the document has already") ||
		!strings.Contains(got, "(“A”, “B”, “C”, 2 more)") {
		t.Errorf("says %q", got)
	}
	if got := repeats.RivalsSentence(); !strings.HasPrefix(got, "1 deal has the title, status and date of one in the document") {
		t.Errorf("says %q", got)
	}
	if none := (Repeats{New: 3}); none.AlikeSentence()+none.RivalsSentence() != "" {
		t.Error("says something of nothing")
	}
}

// TestImportingABookIntoItselfBringsNothingNew takes the export of any book, as JSON, into that book, but for what it
// has already: no deal comes in twice, and the money stays as it is.
func TestImportingABookIntoItselfBringsNothingNew(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		book := anyBook().Draw(r, "book")
		var text strings.Builder
		if err := WriteJSON(&text, book); err != nil {
			r.Fatal(err)
		}
		edit, err := ReadJSON(strings.NewReader(text.String()), "self.json")
		if err != nil {
			r.Fatal(err)
		}
		got, err := FindRepeats(context.Background(), Into(edit, book), book)
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Alike) != len(book.Deals) || len(got.Rivals)+got.New+len(got.Rest.Deals) != 0 {
			r.Fatalf("%d of %d deals are found, %d others", len(got.Alike), len(book.Deals), len(got.Rivals)+got.New)
		}
		for _, claim := range got.Rest.Claims {
			if claim.About.Deal < 0 || claim.About.Leg < 0 {
				r.Fatalf("a claim about a deal that stays out is left: %+v", claim)
			}
		}
	})
}
