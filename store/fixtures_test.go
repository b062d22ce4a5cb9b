package store

import (
	"path/filepath"
	"reflect"
	"testing"

	"roundtrip/internal/deal"
)

// newTestDocument makes a document in a folder of the test.
func newTestDocument(t testing.TB) *Document {
	t.Helper()
	document, err := Create(filepath.Join(t.TempDir(), "test.roundtrip"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := document.Close(); err != nil {
			t.Error(err)
		}
	})
	return document
}

// apply makes the edit or ends the test.
func apply(t testing.TB, document *Document, edit deal.Edit) deal.Applied {
	t.Helper()
	applied, err := document.Apply(edit)
	if err != nil {
		t.Fatal(err)
	}
	return applied
}

func company(id deal.CompanyID, name string) deal.Company {
	return deal.Company{ID: id, Name: name, Role: deal.RoleOther}
}

func simpleLeg(id deal.LegID, payer, payee deal.CompanyID, cents int64) deal.Leg {
	return deal.Leg{
		ID: id, Payer: payer, Payee: payee, Kind: deal.KindCloud, Basis: deal.BasisCash,
		Figure: deal.Exactly(cents), Currency: deal.USD,
	}
}

func simpleDeal(title string, legs ...deal.Leg) deal.Deal {
	return deal.Deal{Title: title, Status: deal.StatusAnnounced, Counting: deal.Counted, Legs: legs}
}

// amazonEdit is an edit in which everything new refers to everything else that is new.
func amazonEdit() deal.Edit {
	stake := deal.Leg{
		ID: -1, Payer: -1, Payee: -2, Kind: deal.KindEquity, Basis: deal.BasisCash, Figure: deal.UpTo(10_000_000_000_00),
		Currency: deal.USD, Start: "2026", Stake: 20_000, Valuation: deal.AtLeast(500_000_000_000_00),
		ValuationMoney: deal.TimingPostMoney, ConditionalOn: -2, Covers: 500_000, Note: "a stake",
		Drawn: deal.Reported{Stated: true, Money: deal.Money{Cents: 5, Currency: deal.USD}, Source: -7},
	}
	spend := simpleLeg(-2, -2, -1, 38_000_000_000_00)
	spend.TermMonths = 84
	d := simpleDeal("Amazon stake in OpenAI", stake, spend)
	d.ID = -5
	d.Announced, d.Notes, d.Tags = "2025-12-16", "in talks, “perhaps”", []string{"stake", "loop"}
	d.Total, d.Currency = deal.Undisclosed(), deal.USD
	d.Rights = []deal.Right{{Kind: deal.RightExclusivity, Holder: -2, Over: -1, Until: "2030", Source: -7, Note: "none"}}
	return deal.Edit{
		Label: "Add deal Amazon stake in OpenAI",
		Companies: []deal.Company{
			{ID: -1, Name: "Amazon", Ticker: "AMZN", Role: deal.RoleCloud, Colour: "#ff9900", Pinned: true, X: 1.5, Y: -2,
				Cash: deal.Reported{Stated: true, Money: deal.Money{Cents: 1 << 53, Currency: deal.USD}, Source: -7}},
			{ID: -2, Name: "OpenAI", Role: deal.RoleLab, Note: "private"},
		},
		Sources: []deal.Source{{ID: -7, Title: "Report", Publisher: "Börse", Date: "2025-12", Link: "https://example.org/?a=1&b=<2>"}},
		Deals:   []deal.Deal{d},
		Claims: []deal.Claim{
			{Source: -7, About: deal.Subject{Leg: -1}, Field: deal.ClaimFigure, Figure: deal.About(10_000_000_000_00), Currency: deal.USD, Chosen: true},
			{Source: -7, About: deal.Subject{Deal: -5}, Field: deal.ClaimStatus, Status: deal.StatusInTalks, Text: "early"},
			{Source: -7, About: deal.Subject{Company: -2}, Field: deal.ClaimOther, Text: "loses money"},
		},
		Rates: []deal.Rate{{Currency: "EUR", Micros: 1_170_000, Date: "2025-12-16", Source: -7}},
		Scenarios: []deal.Scenario{{Name: "No stake", Changes: []deal.Change{
			{Field: deal.ChangeAmount, Target: -1, Base: 10_000_000_000_00},
			{Field: deal.ChangeCutOff, Target: -2, Other: -1},
			{Field: deal.ChangeStatus, Target: -5, Text: "cancelled", BaseText: "in talks"},
			{Field: deal.ChangeWeight, Text: "rumoured", Value: 250_000},
		}}},
	}
}

// sameBut compares two Books but for their revisions.
func sameBut(t testing.TB, got, want *deal.Book) {
	t.Helper()
	left, right := *got, *want
	left.Revision, right.Revision = 0, 0
	if !reflect.DeepEqual(left, right) {
		t.Errorf("got  %+v\nwant %+v", left, right)
	}
}
