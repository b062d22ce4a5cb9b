package store

import (
	"reflect"
	"slices"
	"testing"

	"roundtrip/internal/deal"
)

// TestExampleUsesTheWholeVocabulary fails when a type of package deal gets a field that the example of
// TestApplyKeepsEverything leaves at its zero value: such a field could be missing from the file unnoticed.
func TestExampleUsesTheWholeVocabulary(t *testing.T) {
	document, applied := filled(t)
	edit := deal.Edit{
		Companies: slices.Clone(applied.Book.Companies), Rates: applied.Book.Rates,
		Claims: []deal.Claim{
			{Source: 1, About: deal.Subject{Leg: 1}, Field: deal.ClaimStake, Stake: 20_000},
			{Source: 1, About: deal.Subject{Leg: 1}, Field: deal.ClaimTerm, Months: 84},
			{Source: 1, About: deal.Subject{Deal: 1}, Field: deal.ClaimAnnounced, Date: "2025-12"},
		},
		Scenarios: []deal.Scenario{{ID: 1, Name: "No stake", Note: "why", Changes: applied.Book.Scenarios[0].Changes}},
		Sources:   slices.Clone(applied.Book.Sources),
	}
	edit.Sources[0].Note = "seen"
	layout := deal.LayoutCircle
	edit.Layout = &layout
	edit.Companies[1].Revenue = deal.Reported{Stated: true, Money: deal.Money{Cents: 1, Currency: "EUR"}}
	edit.Claims[0].Figure = deal.Undisclosed().Assume(1, 2, 3)
	edit.Claims[0].Currency = "EUR"
	apply(t, document, edit)
	book, err := document.conn.load()
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	walk(reflect.ValueOf(*book), "Book", used)
	delete(used, "Book.Placed")   // no edit makes it: see TestPlacesAreKeptQuietly
	delete(used, "Leg.Suspended") // only a scenario sets it: no document holds it
	for field, nonZero := range used {
		if !nonZero {
			t.Errorf("%s is zero everywhere: is it kept?", field)
		}
	}
	if len(used) < 80 {
		t.Errorf("only %d fields were looked at", len(used))
	}
}

// walk notes every exported field of the structs in the value, and whether it is anywhere not zero.
func walk(value reflect.Value, name string, used map[string]bool) {
	switch value.Kind() {
	case reflect.Slice:
		for i := range value.Len() {
			walk(value.Index(i), name, used)
		}
	case reflect.Struct:
		for i := range value.NumField() {
			field := value.Type().Field(i)
			if !field.IsExported() {
				continue
			}
			key := value.Type().Name() + "." + field.Name
			used[key] = used[key] || !value.Field(i).IsZero()
			walk(value.Field(i), key, used)
		}
	}
}
