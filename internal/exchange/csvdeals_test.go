package exchange

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

const billion = 1_000_000_000_00

func TestCSVOfTheDesign(t *testing.T) {
	book := readBook(t, `title,payer,payee,kind,amount,currency,status,announced,start,term_years,stake_percent,valuation,conditional_on,source,publisher,url,note
Stake,Amazon,OpenAI,equity,up to $10bn,,in talks,2025-12,,,2%,over 500bn,Spending,Report,The Paper,https://example.com/a,first
Spending,openai,AMAZON,cloud,,USD,In Talks,,,,,,,Report,the paper,https://example.com/a,
AWS,Open AI,Amazon,Cloud,38 billion over 7 years,,signed,Nov 2025,2026,,,,,Other,,,
,OpenAI,Oracle,cloud,€300bn,EUR,,,,5,,,,,,,
`)
	var names []string
	for _, company := range book.Companies {
		names = append(names, company.Name)
	}
	if want := []string{"Amazon", "OpenAI", "Open AI", "Oracle"}; !slices.Equal(names, want) {
		t.Errorf("companies %q, want %q", names, want)
	}
	var titles []string
	for _, d := range book.Deals {
		titles = append(titles, d.Title)
	}
	if want := []string{"Stake", "Spending", "AWS", "OpenAI to Oracle: cloud"}; !slices.Equal(titles, want) {
		t.Fatalf("deals %q, want %q", titles, want)
	}
	stake, back, contract, oracle := book.Deals[0].Legs[0], book.Deals[1].Legs[0], book.Deals[2].Legs[0], book.Deals[3].Legs[0]
	if stake.Figure != deal.UpTo(10*billion) || stake.Stake != 20_000 || stake.Valuation != deal.AtLeast(500*billion) || stake.ConditionalOn != back.ID {
		t.Errorf("the stake is %+v", stake)
	}
	if back.Figure != deal.Undisclosed() || back.Payer != stake.Payee || book.Deals[1].Status != deal.StatusInTalks {
		t.Errorf("the spending is %+v", back)
	}
	if contract.Figure != deal.Exactly(38*billion) || contract.TermMonths != 84 || contract.Start != "2026" || book.Deals[2].Announced != "2025-11" {
		t.Errorf("the contract is %+v", contract)
	}
	if oracle.Currency != "EUR" || oracle.TermMonths != 60 || book.Deals[3].Status != deal.StatusAnnounced {
		t.Errorf("the last leg is %+v", oracle)
	}
	if len(book.Sources) != 2 || book.Sources[0].Publisher != "The Paper" || book.Sources[0].Link != "https://example.com/a" {
		t.Errorf("sources %+v", book.Sources)
	}
	claims := book.ClaimsAbout(deal.Subject{Leg: stake.ID})
	var fields []deal.ClaimField
	for _, claim := range claims {
		fields = append(fields, claim.Field)
		if !claim.Chosen || claim.Source != 1 {
			t.Errorf("claim %+v", claim)
		}
	}
	if want := []deal.ClaimField{deal.ClaimFigure, deal.ClaimStake, deal.ClaimValuation}; !slices.Equal(fields, want) {
		t.Errorf("claims of %v, want %v", fields, want)
	}
}

func TestCSVRowsOfOneDeal(t *testing.T) {
	book := readBook(t, `title,payer,payee,kind,status,announced,conditional_on
Pact,A,B,equity,signed,2025,"pact [B to A: cloud, 1]"
Other,B,C,,,,
PACT ,B,A,cloud,signed,2025,
Pact,B,A,cloud,active,2025,
,A,B,,,,
,A,B,,,,
`)
	var shape []string
	for _, d := range book.Deals {
		shape = append(shape, fmt.Sprintf("%s/%d", d.Title, len(d.Legs)))
	}
	if want := []string{"Pact/2", "Other/1", "Pact/1", "A to B: other/1", "A to B: other (2)/1"}; !slices.Equal(shape, want) {
		t.Fatalf("deals and legs %q, want %q", shape, want)
	}
}

func TestCSVConditions(t *testing.T) {
	rows := "title,payer,payee,kind,conditional_on\nPact,A,B,equity,%s\nPact,B,A,cloud,\nPact,B,A,cloud,\nPact,B,A,chips,\n"
	for _, test := range []struct {
		text string
		leg  int // of Pact, from 1; 0 when it is refused
		want string
	}{
		{"pact", 0, "can be any of 3 legs"},
		{"Pact [B to A]", 0, `write "Pact [B to A: cloud, 1]"`},
		{"Pact [b to a:  chips]", 4, ""},
		{"\"Pact [B to A: cloud, 2]\"", 3, ""},
		{"Pact [A to B]", 0, "there is no other leg"},
		{"Elsewhere", 0, "there is no other leg"},
	} {
		edit, err := ReadCSV(strings.NewReader(fmt.Sprintf(rows, test.text)), "deals.csv", nil)
		if test.leg == 0 {
			if err == nil || !strings.Contains(err.Error(), "line 2, conditional_on: ") || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%s: %v\ndoes not say %q", test.text, err, test.want)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		if got := edit.Deals[0].Legs[0].ConditionalOn; got != edit.Deals[0].Legs[test.leg-1].ID {
			t.Errorf("%s: conditional on %d", test.text, got)
		}
	}
}

// TestCSVIntoABook imports into a book that has companies, a deal and a source already.
func TestCSVIntoABook(t *testing.T) {
	book := readBook(t, "title,payer,payee,source,publisher\nContract,OpenAI,Amazon,Report,The Paper\n")
	edit, err := ReadCSV(strings.NewReader(
		"title,payer,payee,conditional_on,source,publisher\nStake,amazon,New,contract,report,THE PAPER\n"), "more.csv", book)
	if err != nil {
		t.Fatal(err)
	}
	if len(edit.Companies) != 1 || edit.Companies[0].Name != "New" || len(edit.Sources) != 0 || edit.Seen != book {
		t.Errorf("the edit makes %+v and %+v", edit.Companies, edit.Sources)
	}
	leg := edit.Deals[0].Legs[0]
	if leg.Payer != book.Companies[1].ID || leg.ConditionalOn != book.Deals[0].Legs[0].ID {
		t.Errorf("the leg is %+v", leg)
	}
	if edit.Label != "Import more.csv" {
		t.Errorf("the edit is called %q", edit.Label)
	}
}

func TestCSVRowProblems(t *testing.T) {
	header := "title,payer,payee,kind,amount,currency,status,announced,term_years,stake_percent,valuation,url,source,low,best,high,counting,total,deal_note\n"
	for _, test := range []struct{ row, field, want string }{
		{"x,,B,,,,,,,,,,,,,,,,", "payer", "who pays"},
		{"x,A,,,,,,,,,,,,,,,,,", "payee", "who is paid"},
		{"x,A,a,,,,,,,,,,,,,,,,", "payee", "same company"},
		{"x,A,B,loan,,,,,,,,,,,,,,,", "kind", `"loan" is no kind`},
		{"x,A,B,,-5bn,,,,,,,,,,,,,,", "amount", "negative"},
		{"x,A,B,,10 Mrd,,,,,,,,,,,,,,", "amount", "milliard"},
		{"x,A,B,,$5bn,EUR,,,,,,,,,,,,,", "currency", "keep one"},
		{"x,A,B,,5bn,XYZ,,,,,,,,,,,,,", "currency", "ISO 4217"},
		{"x,A,B,,,,done,,,,,,,,,,,,", "status", `"done" is no status`},
		{"x,A,B,,,,,03/11/2025,,,,,,,,,,,", "announced", "more than one date"},
		{"x,A,B,,5bn over 2 years,,,,7,,,,,,,,,,", "term_years", "keep one"},
		{"x,A,B,,,,,,lots,,,,,,,,,,", "term_years", "length of time"},
		{"x,A,B,cloud,,,,,,7,,,,,,,,,", "stake_percent", "equity"},
		{"x,A,B,equity,,,,,,107,,,,,,,,,", "stake_percent", "outside"},
		{"x,A,B,equity,,,,,,,€5bn,,,,,,,,", "valuation", "one currency"},
		{"x,A,B,equity,,,,,,,$0,,,,,,,,", "valuation", "write a valuation above 0"},
		{"x,A,B,,,,,,,,,ftp://x,S,,,,,,", "url", "https://"},
		{"x,A,B,,,,,,,,,,,1,2,,,,", "low", "all of low, best and high"},
		{"x,A,B,,,,,,,,,,,3,2,4,,,", "amount", "runs upwards"},
		{"x,A,B,,,,,,,,,,,,,,twice,,", "counting", "no way of counting"},
		{"x,A,B,,,,,,,,,,,,,,,5 of 10,", "total", "amount"},
		{"y,A,B,,,,,,,,,,,,,,,6bn,", "total", "another row"},
		{"y,A,B,,,,,,,,,,,,,,,,no", "deal_note", "another row"},
	} {
		text := header + "y,A,B,,,,,,,,,,,,,,,5bn,yes\n\n" + test.row + "\n"
		_, err := ReadCSV(strings.NewReader(text), "deals.csv", nil)
		var problems RowProblems
		if !errors.As(err, &problems) {
			t.Errorf("%s: %v", test.row, err)
			continue
		}
		if problems[0].Line != 4 || problems[0].Field != test.field || !strings.Contains(problems[0].Message, test.want) || len(problems) > 1 {
			t.Errorf("%s: %+v", test.row, problems)
		}
	}
}

func TestCSVReportsEveryBadRow(t *testing.T) {
	edit, err := ReadCSV(strings.NewReader(
		"payer,payee,amount\nA,B,1bn\nC,C,x\n\"D\nE\",F,\nG,H,-1\nI,J\nK,,2\n"), "deals.csv", nil)
	if len(edit.Deals) != 0 || len(edit.Companies) != 0 {
		t.Error("something of a bad file was taken")
	}
	var problems RowProblems
	if !errors.As(err, &problems) {
		t.Fatal(err)
	}
	var places []string
	for _, problem := range problems {
		places = append(places, fmt.Sprintf("%d %s", problem.Line, problem.Field))
	}
	// Line 4 and 5 are one row, whose company goes over two lines; its blanks are one blank in a name.
	if want := []string{"3 amount", "3 payee", "6 amount", "7 ", "8 payee"}; !slices.Equal(places, want) {
		t.Errorf("problems at %q, want %q", places, want)
	}
}

func TestManyProblemsAreCounted(t *testing.T) {
	_, err := ReadCSV(strings.NewReader("payer,payee\n"+strings.Repeat("A,A\n", 100)), "deals.csv", nil)
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != maxListed+1 || lines[maxListed] != "and 80 more" {
		t.Errorf("%d lines, the last %q", len(lines), lines[len(lines)-1])
	}
}

func TestDealsThatWaitForEachOtherAreRefused(t *testing.T) {
	for name, text := range map[string]string{
		"of one deal":  "title,payer,payee,kind,conditional_on\nS,A,B,equity,S [B to A]\nS,B,A,cloud,S [A to B]\n",
		"of two deals": "title,payer,payee,kind,conditional_on\nS,A,B,equity,T\nT,B,A,cloud,S\n",
	} {
		_, err := ReadCSV(strings.NewReader(text), "deals.csv", deal.NewBook(deal.Book{Base: deal.USD}))
		if err == nil || !strings.Contains(err.Error(), "line 2, conditional_on: the conditions go in a circle") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
