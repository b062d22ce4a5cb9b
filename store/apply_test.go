package store

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

// filled makes a document with amazonEdit's entries.
func filled(t testing.TB) (*Document, deal.Applied) {
	t.Helper()
	document := newTestDocument(t)
	return document, apply(t, document, amazonEdit())
}

// refused makes an edit that must fail and must leave the file as it was.
func refused(t *testing.T, document *Document, edit deal.Edit) error {
	t.Helper()
	before, past := dump(t, document), history(t, document)
	_, err := document.Apply(edit)
	if err == nil {
		t.Fatalf("%+v passed", edit)
	}
	if dump(t, document) != before || history(t, document) != past {
		t.Errorf("a refused edit changed the document (%v)", err)
	}
	return err
}

func TestProblemsComeBack(t *testing.T) {
	document, applied := filled(t)
	d := applied.Book.Deals[0]
	d.Legs = slices.Clone(d.Legs)
	d.Legs[1].Figure = deal.Figure{}
	badRight := applied.Book.Deals[0]
	badRight.Rights = []deal.Right{{Kind: "none", Holder: 1, Over: 2}}
	base, title := deal.Currency("ZZZ"), " "
	for _, test := range []struct {
		name string
		edit deal.Edit
		want deal.Field
	}{
		{"company", deal.Edit{Companies: []deal.Company{{Role: deal.RoleCloud}}}, deal.Field{Name: deal.FieldName, Leg: -1}},
		{"leg", deal.Edit{Deals: []deal.Deal{d}}, deal.Field{Name: deal.FieldAmount, Leg: 1}},
		{"right", deal.Edit{Deals: []deal.Deal{badRight}}, deal.Field{Name: deal.FieldRight, Leg: -1}},
		{"source", deal.Edit{Sources: []deal.Source{{Title: "x", Link: "ftp://x"}}}, deal.Field{Name: deal.FieldLink, Leg: -1}},
		{"claim", deal.Edit{Claims: []deal.Claim{{Field: deal.ClaimOther, About: deal.Subject{Leg: 1}}}}, deal.Field{Name: deal.FieldSource, Leg: -1}},
		{"rate", deal.Edit{Rates: []deal.Rate{{Currency: "EUR", Micros: -1}}}, deal.Field{Name: deal.FieldRate, Leg: -1}},
		{"scenario", deal.Edit{Scenarios: []deal.Scenario{{}}}, deal.Field{Name: deal.FieldName, Leg: -1}},
		{"base", deal.Edit{Base: &base}, deal.Field{Name: deal.FieldCurrency, Leg: -1}},
		{"title", deal.Edit{Title: &title}, deal.Field{Name: deal.FieldTitle, Leg: -1}},
		{"taken name", deal.Edit{Companies: []deal.Company{company(0, " openai ")}}, deal.Field{Name: deal.FieldName, Leg: -1}},
		{"the same new name twice", deal.Edit{Companies: []deal.Company{company(0, "Ärger"), company(0, "ÄRGER")}}, deal.Field{Name: deal.FieldName, Leg: -1}},
		{"position", deal.Edit{Companies: []deal.Company{{Name: "P", Role: deal.RoleOther, Pinned: true, X: math.NaN()}}}, deal.Field{Name: "pinned_x", Leg: -1}},
		{"text", deal.Edit{Sources: []deal.Source{{Title: "x", Note: "caf\xe9"}}}, deal.Field{Name: "note", Leg: -1}},
		{"two chosen", deal.Edit{Claims: []deal.Claim{
			{Source: 1, About: deal.Subject{Company: 1}, Field: deal.ClaimOther, Chosen: true},
			{Source: 1, About: deal.Subject{Company: 1}, Field: deal.ClaimOther, Chosen: true},
		}}, deal.Field{Name: deal.FieldClaim, Leg: -1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := refused(t, document, test.edit)
			var problems deal.Problems
			if !errors.As(err, &problems) || problems.For(test.want) == "" {
				t.Errorf("%v is not about %v", err, test.want)
			}
		})
	}
}

func TestEditsThatContradictThemselves(t *testing.T) {
	document, applied := filled(t)
	amazon := applied.Book.Companies[0]
	for name, edit := range map[string]deal.Edit{
		"a row twice":          {Companies: []deal.Company{amazon, amazon}},
		"put and delete":       {Sources: applied.Book.Sources, DeleteSources: applied.Sources},
		"new twice":            {Companies: []deal.Company{company(-1, "A"), company(-1, "B")}},
		"unmade company":       {Deals: []deal.Deal{simpleDeal("x", simpleLeg(0, -8, -9, 1))}},
		"unmade condition":     {Deals: []deal.Deal{simpleDeal("x", deal.Leg{Payer: 1, Payee: 2, Kind: deal.KindDebt, Basis: deal.BasisCash, Figure: deal.Exactly(1), Currency: "USD", ConditionalOn: -3})}},
		"one rate twice":       {Rates: []deal.Rate{{Currency: "GBP", Micros: 1}, {Currency: "GBP", Micros: 2}}},
		"unmade change":        {Scenarios: []deal.Scenario{{Name: "x", Changes: []deal.Change{{Field: deal.ChangeFails, Target: -4}}}}},
		"claim on dropped leg": {DeleteDeals: applied.Deals, Claims: []deal.Claim{applied.Book.Claims[0]}},
	} {
		t.Run(name, func(t *testing.T) { refused(t, document, edit) })
	}
}

func TestWhatIsNotThere(t *testing.T) {
	document, applied := filled(t)
	moved := simpleDeal("Other", applied.Book.Deals[0].Legs[1])
	for name, edit := range map[string]deal.Edit{
		"company":            {Companies: []deal.Company{company(99, "X")}},
		"payer":              {Deals: []deal.Deal{simpleDeal("x", simpleLeg(0, 99, 1, 1))}},
		"source of cash":     {Companies: []deal.Company{{Name: "X", Role: deal.RoleOther, Cash: deal.Reported{Stated: true, Money: deal.Money{Currency: "USD"}, Source: 99}}}},
		"claim's leg":        {Claims: []deal.Claim{{Source: 1, About: deal.Subject{Leg: 99}, Field: deal.ClaimOther}}},
		"another deal's leg": {Deals: []deal.Deal{moved}},
		"deleted deal":       {DeleteDeals: []deal.DealID{99}},
		"deleted rate":       {Rates: []deal.Rate{{Currency: "CHF"}}},
	} {
		t.Run(name, func(t *testing.T) {
			if err := refused(t, document, edit); !errors.Is(err, deal.ErrNotFound) || errors.Is(err, deal.ErrConflict) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestDeletingWhatIsNamed(t *testing.T) {
	document, applied := filled(t)
	withoutSpend := applied.Book.Deals[0]
	withoutSpend.Legs = withoutSpend.Legs[:1]
	for _, test := range []struct {
		edit  deal.Edit
		where string
	}{
		{deal.Edit{DeleteCompanies: applied.Companies[:1]}, "deal “Amazon stake in OpenAI”, a right of deal “Amazon stake in OpenAI”, scenario “No stake”"},
		{deal.Edit{DeleteSources: applied.Sources}, "company “Amazon”, deal “Amazon stake in OpenAI”, a right of deal “Amazon stake in OpenAI”, the rate of EUR"},
		{deal.Edit{Deals: []deal.Deal{withoutSpend}}, "a condition of deal “Amazon stake in OpenAI”"},
	} {
		var named *NamedError
		if err := refused(t, document, test.edit); !errors.As(err, &named) || strings.Join(named.Where, ", ") != test.where {
			t.Errorf("got %v, want %s", err, test.where)
		}
	}
	everything := deal.Edit{
		DeleteCompanies: applied.Companies, DeleteDeals: applied.Deals, DeleteSources: applied.Sources,
		DeleteScenarios: applied.Scenarios, Rates: []deal.Rate{{Currency: "EUR"}},
	}
	empty := apply(t, document, everything).Book
	if len(empty.Companies)+len(empty.Deals)+len(empty.Sources)+len(empty.Claims)+len(empty.Rates)+len(empty.Scenarios) != 0 {
		t.Errorf("left: %+v", empty)
	}
	_, again, err := document.Undo()
	if err != nil {
		t.Fatal(err)
	}
	sameBut(t, again, applied.Book)
}

func TestNamesCanSwap(t *testing.T) {
	document, applied := filled(t)
	first, second := applied.Book.Companies[0], applied.Book.Companies[1]
	first.Name, second.Name = second.Name, first.Name
	book := apply(t, document, deal.Edit{Seen: applied.Book, Companies: []deal.Company{first, second}}).Book
	if book.CompanyName(1) != "OpenAI" || book.CompanyName(2) != "Amazon" {
		t.Errorf("%q, %q", book.CompanyName(1), book.CompanyName(2))
	}
	second.Name = "Somebody else"
	apply(t, document, deal.Edit{Companies: []deal.Company{second, company(0, "amazon")}})
	for range 3 {
		if _, _, err := document.Undo(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestChoosingAClaimUnchoosesTheOther(t *testing.T) {
	document, applied := filled(t)
	rival := applied.Book.Claims[0]
	rival.ID, rival.Figure = 0, deal.Exactly(1)
	book := apply(t, document, deal.Edit{Seen: applied.Book, Claims: []deal.Claim{rival}}).Book
	if book.Claims[0].Chosen || !book.Claims[3].Chosen {
		t.Errorf("%+v", book.Claims)
	}
	_, book, err := document.Undo()
	if err != nil || !book.Claims[0].Chosen || len(book.Claims) != 3 {
		t.Errorf("%+v, %v", book.Claims, err)
	}
}

func TestDroppedPartsGoWithTheirClaims(t *testing.T) {
	document, applied := filled(t)
	d := applied.Book.Deals[0]
	d.Legs, d.Tags, d.Rights = slices.Clone(d.Legs[1:]), []string{"loop"}, nil
	book := apply(t, document, deal.Edit{Seen: applied.Book, Deals: []deal.Deal{d}}).Book
	kept := book.Deals[0]
	if len(kept.Legs) != 1 || kept.Legs[0].ID != d.Legs[0].ID || !slices.Equal(kept.Tags, d.Tags) || len(kept.Rights) != 0 {
		t.Errorf("%+v", kept)
	}
	if len(book.Claims) != 2 {
		t.Errorf("%d claims", len(book.Claims))
	}
	findings, err := Check(document.Path())
	if err != nil || len(findings) != 1 || !strings.Contains(findings[0], "“No stake”") {
		t.Errorf("%q, %v", findings, err)
	}
}

func TestIDsAreNeverUsedAgain(t *testing.T) {
	document := newTestDocument(t)
	first := apply(t, document, deal.Edit{Companies: []deal.Company{company(0, "A")}}).Companies[0]
	apply(t, document, deal.Edit{DeleteCompanies: []deal.CompanyID{first}})
	second := apply(t, document, deal.Edit{Companies: []deal.Company{company(0, "B")}}).Companies[0]
	if second <= first {
		t.Errorf("the company after %d is %d", first, second)
	}
}

// TestEveryScenarioThatNamesACompanyIsNamed deletes a company that a scenario is about, through each field of companies.
func TestEveryScenarioThatNamesACompanyIsNamed(t *testing.T) {
	for _, field := range deal.ChangeFields {
		if field.Target() != deal.TargetCompany {
			continue
		}
		document := newTestDocument(t)
		applied := apply(t, document, deal.Edit{Companies: []deal.Company{company(-1, "Aurora"), company(-2, "Borealis")}})
		change := deal.Change{Field: field, Target: int64(applied.Companies[0]), Value: 1}
		about := applied.Companies[:1]
		if field.Unit() == deal.UnitSupplier {
			change.Value, change.Other = 0, int64(applied.Companies[1])
			about = applied.Companies
		}
		apply(t, document, deal.Edit{Scenarios: []deal.Scenario{{Name: "It is so", Changes: []deal.Change{change}}}})
		for _, id := range about {
			var named *NamedError
			err := refused(t, document, deal.Edit{DeleteCompanies: []deal.CompanyID{id}})
			if !errors.As(err, &named) || strings.Join(named.Where, ", ") != "scenario “It is so”" {
				t.Errorf("%s: got %v", field, err)
			}
		}
	}
}
