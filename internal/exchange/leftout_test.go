package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

const leftHead = "title,payer,payee,amount,announced,conditional_on,source"

// partly reads a table of which some rows are wrong, and returns what can be taken of it.
func partly(t *testing.T, text string) *PartlyWrong {
	t.Helper()
	_, err := ReadCSV(strings.NewReader(text), "deals.csv", nil)
	var wrong *PartlyWrong
	if !errors.As(err, &wrong) {
		t.Fatalf("nothing can be taken: %v", err)
	}
	if problems := (RowProblems)(nil); !errors.As(err, &problems) || problems.Error() != err.Error() {
		t.Errorf("it is no list of what is wrong: %v", err)
	}
	return wrong
}

// TestRowsAreLeftOut takes deals whole or not at all, with nothing of the others: no company, no source, no doubt.
func TestRowsAreLeftOut(t *testing.T) {
	wrong := partly(t, leftHead+"\n"+
		"Pact,A,B,5bn,2025-01-01,,One\n"+
		"Pact,B,A,much,2025-01-01,,One\n"+
		"Day,C,D,3bn,2025-02-30,,One\n"+
		"Day,D,C,3bn,2025-02-03,,One\n"+
		"After,A,B,1bn,2025-02-03,Pact [A to B],Two\n"+
		"Later,A,B,1bn,2025-02-03,After,Two\n"+
		"Fine,E,F,1bn,2025-02-03,,Two\n"+
		"Short,G\n"+
		"Short,G,H,7,,,\n")
	var lines []string
	for _, row := range wrong.Left {
		why, _, _ := strings.Cut(row.Why, ", which")
		why, _, _ = strings.Cut(why, ": add")
		why, _, _ = strings.Cut(why, ": leave it")
		why, _, _ = strings.Cut(why, ": write")
		lines = append(lines, fmt.Sprint(row.Line, " ", why))
	}
	want := []string{
		"2 it belongs to the deal of line 3", `3 amount: "much" is not an amount`, `4 announced: "2025-02-30" is no day of the calendar`,
		"5 it may belong to the deal of line 4", "6 it is conditional on line 2", "7 it is conditional on line 6",
		"9 the row has 2 cells and the header 7", "10 it may belong to the deal of line 9",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("left out are\n%s", strings.Join(lines, "\n"))
	}
	book := applied(t, nil, wrong.Rest)
	if wrong.Taken != 1 || len(book.Deals) != 1 || book.Deals[0].Title != "Fine" || len(book.Companies) != 2 || len(book.Sources) != 1 ||
		book.Sources[0].Title != "Two" || len(book.Claims) != 1 || len(wrong.Rest.Doubts) != 0 {
		t.Errorf("%d rows make %+v, doubts %q", wrong.Taken, book, wrong.Rest.Doubts)
	}
}

// TestACompanyThatIsWrongIsSoInEveryRow: whoever names it is left out.
func TestACompanyThatIsWrongIsSoInEveryRow(t *testing.T) {
	long := strings.Repeat("long ", 200)
	wrong := partly(t, "payer,payee,source\nA,"+long+",\nB,"+long+",\nA,B,"+long+"\nB,A,"+long+"\nA,B,\n")
	if len(wrong.Left) != 4 || wrong.Taken != 1 {
		t.Errorf("%d rows are left out: %s", len(wrong.Left), wrong.Listed())
	}
}

func TestCompaniesAreLeftOut(t *testing.T) {
	wrong := partly(t, "name,cash\nA,5bn\nB,much\nC,7\na,3bn\n")
	if got := wrong.Rest.Companies; len(got) != 2 || got[0].Name != "A" || got[1].Name != "C" || wrong.Taken != 2 {
		t.Errorf("taken are %+v", got)
	}
	if got := wrong.Rest.Doubts; len(got) != 1 || !strings.HasPrefix(got[0], "line 4, cash: 7 is taken as") {
		t.Errorf("in doubt are %q", got)
	}
}

// TestNothingCanBeTakenOfATableThatIsWrongAltogether: of a file that is not understood, and where every row is wrong.
func TestNothingCanBeTakenOfATableThatIsWrongAltogether(t *testing.T) {
	for _, text := range []string{"payer,payee,amount\nA,B,much\n", "payer,amount\nA,1bn\n", "payer,payee,note\nA,B,fine\nA,B,\"open\n"} {
		_, err := ReadCSV(strings.NewReader(text), "deals.csv", nil)
		if err == nil || errors.As(err, new(*PartlyWrong)) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestRowsLeftOutAreMended writes them, mends them, and reads them: then everything is there. Unmended rows stay as wrong.
func TestRowsLeftOutAreMended(t *testing.T) {
	wrong := partly(t, "title;payer;payee;amount;note\nOne;A;B;much;a; b\nTwo;A;B;lots;=1+1\nThree;A;B\nFour;B;A;4bn;\n")
	var file bytes.Buffer
	if err := wrong.WriteCSV(&file); err != nil {
		t.Fatal(err)
	}
	head, rows, _ := strings.Cut(file.String(), "\n")
	if head != "title;payer;payee;amount;note;left_out" || !strings.Contains(rows, "Three;A;B;the row has 3 cells") || !strings.Contains(rows, "Two;A;B;lots;=1+1;\"amount: ") {
		t.Errorf("the file is\n%s", file.String())
	}
	_, err := ReadCSV(strings.NewReader(file.String()), "rest.csv", nil)
	if again := (RowProblems)(nil); !errors.As(err, &again) || len(again) != 3 {
		t.Errorf("unmended they are %v", err)
	}
	mended := strings.NewReplacer("much;a;\" b\";", "1bn;\"a; b\";", "lots", "2bn", "Three;A;B;", "Three;A;B;3bn;;").Replace(file.String())
	book := readBook(t, mended)
	if len(book.Deals) != 3 || book.Deals[0].Legs[0].Note != "a; b" || book.Deals[2].Legs[0].Figure != deal.Exactly(3_000_000_000_00) {
		t.Errorf("mended they are %+v", book.Deals)
	}
}

// TestWhatIsTakenIsWhatTheRightRowsSay reads random tables, and then their right rows alone.
func TestWhatIsTakenIsWhatTheRightRowsSay(t *testing.T) {
	name := rapid.SampledFrom([]string{"A", "B", "C", "D", ""})
	title := rapid.SampledFrom([]string{"One", "Two", "Three", "Four", "Five"})
	rapid.Check(t, func(r *rapid.T) {
		lines := []string{leftHead}
		for range rapid.IntRange(1, 12).Draw(r, "rows") {
			line := strings.Join([]string{
				title.Draw(r, "title"), name.Draw(r, "payer"), name.Draw(r, "payee"), rapid.SampledFrom([]string{"1bn", "2bn", "much", ""}).Draw(r, "amount"),
				rapid.SampledFrom([]string{"", "", "2025-01-01", "soon"}).Draw(r, "day"), maybe(r, "conditional", title), maybe(r, "source", name),
			}, ",")
			lines = append(lines, line+rapid.SampledFrom([]string{"", "", "", "", ",more"}).Draw(r, "rest"))
		}
		_, err := ReadCSV(strings.NewReader(strings.Join(lines, "\n")), "deals.csv", nil)
		var wrong *PartlyWrong
		if !errors.As(err, &wrong) {
			return
		}
		if len(wrong.Left)+wrong.Taken != len(lines)-1 {
			r.Fatalf("of %d rows %d are left out and %d taken", len(lines)-1, len(wrong.Left), wrong.Taken)
		}
		for _, row := range slices.Backward(wrong.Left) {
			lines = slices.Delete(lines, row.Line-1, row.Line)
		}
		alone, err := ReadCSV(strings.NewReader(strings.Join(lines, "\n")), "deals.csv", nil)
		if err != nil {
			r.Fatalf("the right rows alone are wrong: %v", err)
		}
		var got, want bytes.Buffer
		if err := errors.Join(WriteDealsCSV(&got, applied(t, nil, wrong.Rest)), WriteDealsCSV(&want, applied(t, nil, alone))); err != nil || got.String() != want.String() {
			r.Fatalf("taken is\n%s, the right rows alone are\n%s, %v", got.String(), want.String(), err)
		}
	})
}
