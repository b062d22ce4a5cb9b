package network

import (
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

const (
	amazonID deal.CompanyID = iota + 1
	anthropicID
	microsoftID
	openAIID
	oracleID
)

// billions returns a leg that counts billions of dollars.
func billions(id deal.LegID, payer, payee deal.CompanyID, kind deal.Kind, amount int64) deal.Leg {
	return deal.Leg{
		ID: id, Payer: payer, Payee: payee, Kind: kind, Figure: deal.Exactly(amount * 100_000_000_000), Currency: deal.USD,
	}
}

func flagBook(deals ...deal.Deal) *deal.Book {
	for i := range deals {
		deals[i].ID, deals[i].Status, deals[i].Counting = deal.DealID(i+1), deal.StatusSigned, deal.Counted
	}
	return deal.NewBook(deal.Book{Deals: deals, Companies: []deal.Company{
		{ID: amazonID, Name: "Amazon", Role: deal.RoleCloud}, {ID: anthropicID, Name: "Anthropic", Role: deal.RoleLab},
		{ID: microsoftID, Name: "Microsoft", Role: deal.RoleCloud}, {ID: openAIID, Name: "OpenAI", Role: deal.RoleLab},
		{ID: oracleID, Name: "Oracle", Role: deal.RoleCloud},
	}})
}

func flagsOf(t *testing.T, book *deal.Book, rule string) []Flag {
	t.Helper()
	n, err := Build(book, View{})
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(n.Flags(book), func(flag Flag) bool { return flag.Rule != rule })
}

func wantFlag(t *testing.T, flags []Flag, text string, legs ...deal.LegID) {
	t.Helper()
	if len(flags) != 1 || flags[0].Text != text || !slices.Equal(flags[0].Legs, legs) {
		t.Errorf("got %+v, want %q by legs %v", flags, text, legs)
	}
}

func TestDualRole(t *testing.T) {
	book := flagBook(
		deal.Deal{Legs: []deal.Leg{
			billions(1, amazonID, openAIID, deal.KindEquity, 10), billions(2, openAIID, amazonID, deal.KindCloud, 38),
		}},
		deal.Deal{Legs: []deal.Leg{billions(3, microsoftID, openAIID, deal.KindCloud, 5)}},
	)
	wantFlag(t, flagsOf(t, book, RuleDualRole), "Amazon finances OpenAI ($10bn), which buys from it ($38bn).", 1, 2)
	undisclosed := billions(1, amazonID, openAIID, deal.KindEquity, 0)
	undisclosed.Figure = deal.Undisclosed()
	book = flagBook(deal.Deal{Legs: []deal.Leg{
		undisclosed, billions(2, openAIID, amazonID, deal.KindCloud, 38),
	}})
	wantFlag(t, flagsOf(t, book, RuleDualRole), "Amazon finances OpenAI (undisclosed), which buys from it ($38bn).", 1, 2)
}

func TestHedging(t *testing.T) {
	book := flagBook(deal.Deal{Legs: []deal.Leg{
		billions(1, amazonID, anthropicID, deal.KindEquity, 8), billions(2, amazonID, openAIID, deal.KindDebt, 10),
		billions(3, microsoftID, openAIID, deal.KindEquity, 13), billions(4, microsoftID, anthropicID, deal.KindCloud, 1),
		billions(5, oracleID, microsoftID, deal.KindEquity, 1), billions(6, oracleID, openAIID, deal.KindEquity, 1),
	}})
	wantFlag(t, flagsOf(t, book, RuleHedging), "Amazon finances rivals: Anthropic and OpenAI.", 1, 2)
}

func TestExclusivityInTheWay(t *testing.T) {
	first := deal.Right{Kind: deal.RightFirstRefusal, Holder: microsoftID, Over: openAIID}
	stake := deal.Deal{Legs: []deal.Leg{billions(1, microsoftID, openAIID, deal.KindEquity, 13)}}
	rival := deal.Deal{Announced: "2025-11", Legs: []deal.Leg{
		billions(2, openAIID, oracleID, deal.KindCloud, 300), billions(3, openAIID, anthropicID, deal.KindLicence, 1),
	}}
	const text = "Microsoft has a right of first refusal over OpenAI, which deals with Oracle in the same thing ($300bn)."

	stake.Rights = []deal.Right{first}
	wantFlag(t, flagsOf(t, flagBook(stake, rival), RuleExclusivity), text, 2)

	first.Until = "2025-09"
	stake.Rights = []deal.Right{first}
	if flags := flagsOf(t, flagBook(stake, rival), RuleExclusivity); len(flags) != 0 {
		t.Errorf("a right that had ended fired: %+v", flags)
	}

	first.Until = ""
	for _, kind := range []deal.RightKind{deal.RightGovernance, deal.RightPreferred} {
		first.Kind = kind
		stake.Rights = []deal.Right{first}
		if flags := flagsOf(t, flagBook(stake, rival), RuleExclusivity); len(flags) != 0 {
			t.Errorf("a %s fired: %+v", kind, flags)
		}
	}

	// Two rights and two rivals between the same companies are one flag.
	first.Kind = deal.RightFirstRefusal
	exclusive := first
	exclusive.Kind = deal.RightExclusivity
	stake.Rights = []deal.Right{exclusive, first}
	amazon := deal.Deal{Legs: []deal.Leg{billions(4, openAIID, amazonID, deal.KindCloud, 38)}}
	wantFlag(t, flagsOf(t, flagBook(stake, rival, amazon), RuleExclusivity), "Microsoft has a right of exclusivity and "+
		"first refusal over OpenAI, which deals with Amazon and Oracle in the same thing ($338bn).", 4, 2)

	// The deal that grants the right says what it covers.
	first.Kind = deal.RightExclusivity
	chips := deal.Deal{Rights: []deal.Right{first}, Legs: []deal.Leg{billions(1, openAIID, microsoftID, deal.KindChips, 2)}}
	if flags := flagsOf(t, flagBook(chips, rival), RuleExclusivity); len(flags) != 0 {
		t.Errorf("exclusivity in chips fired for cloud: %+v", flags)
	}
}

func TestBeyondMeans(t *testing.T) {
	owes := deal.Deal{Legs: []deal.Leg{
		billions(1, openAIID, oracleID, deal.KindCloud, 300), billions(2, microsoftID, openAIID, deal.KindEquity, 13),
	}}
	owes.Legs[0].TermMonths = 60
	wantFlag(t, flagsOf(t, flagBook(owes), RuleBeyondMeans),
		"OpenAI is to pay $300bn for purchases; its known means are $13bn, and its cash and revenue are not stated.", 1)

	stated := func(cash, revenue int64) []Flag {
		book := flagBook(owes)
		book.Companies[3].Cash = deal.Reported{Stated: true, Money: deal.Money{Cents: cash * 100_000_000_000, Currency: deal.USD}}
		book.Companies[3].Revenue = deal.Reported{Stated: true, Money: deal.Money{Cents: revenue * 100_000_000_000, Currency: deal.USD}}
		return flagsOf(t, book, RuleBeyondMeans)
	}
	wantFlag(t, stated(20, 13), "OpenAI is to pay $300bn for purchases; its known means are $98bn.", 1)
	if flags := stated(20, 60); len(flags) != 0 {
		t.Errorf("five years of revenue pay for it, and still: %+v", flags)
	}

	// A purchase of up to $25bn over three years may be nothing, and leaves one year's revenue of the $26bn beside it.
	most := deal.Deal{Legs: []deal.Leg{billions(1, openAIID, oracleID, deal.KindCloud, 0), billions(2, openAIID, oracleID, deal.KindChips, 26)}}
	most.Legs[0].Figure, most.Legs[0].TermMonths = deal.UpTo(25*100_000_000_000), 36
	book := flagBook(most)
	book.Companies[3].Cash = deal.Reported{Stated: true, Money: deal.Money{Currency: deal.USD}}
	book.Companies[3].Revenue = deal.Reported{Stated: true, Money: deal.Money{Cents: 4 * 100_000_000_000, Currency: deal.USD}}
	wantFlag(t, flagsOf(t, book, RuleBeyondMeans), "OpenAI is to pay up to $51bn for purchases; its known means are up to $12bn.", 1, 2)

	// Nobody is flagged for what is merely not stated.
	buys := deal.Deal{Legs: []deal.Leg{billions(1, microsoftID, oracleID, deal.KindCloud, 5)}}
	if flags := flagsOf(t, flagBook(buys), RuleBeyondMeans); len(flags) != 0 {
		t.Errorf("got %+v", flags)
	}
}

func TestFlagsFollowTheView(t *testing.T) {
	book := flagBook(deal.Deal{Legs: []deal.Leg{
		billions(1, amazonID, openAIID, deal.KindEquity, 10), billions(2, openAIID, amazonID, deal.KindCloud, 38),
	}})
	n, err := Build(book, View{Kinds: []deal.Kind{deal.KindCloud}})
	if err != nil {
		t.Fatal(err)
	}
	if flags := n.Flags(book); len(flags) != 0 {
		t.Errorf("got %+v", flags)
	}
	if flags := n.Flags(nil); flags != nil {
		t.Errorf("without a book: %+v", flags)
	}
	for _, flag := range flagsOf(t, book, RuleDualRole) {
		if strings.Contains(flag.Text, "  ") || !strings.HasSuffix(flag.Text, ".") {
			t.Errorf("%q is no sentence", flag.Text)
		}
	}
}
