package store

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"roundtrip/internal/deal"
	"roundtrip/internal/progress"
)

// ownField is the Leg of a problem's Field that is not about a leg.
const ownField = -1

// validate returns the Problems of the first entry that has any, wrapped with the entry's name.
func validate(ctx context.Context, edit deal.Edit) error {
	for i := range edit.Companies {
		if err := about("company", edit.Companies[i].Name, edit.Companies[i].Validate()); err != nil {
			return err
		}
	}
	for i := range edit.Sources {
		if err := about("source", edit.Sources[i].Title, edit.Sources[i].Validate()); err != nil {
			return err
		}
	}
	for i := range edit.Deals {
		if err := progress.Stopped(ctx, i); err != nil {
			return err
		}
		if err := about("deal", edit.Deals[i].Title, edit.Deals[i].Validate()); err != nil {
			return err
		}
	}
	for i := range edit.Claims {
		if err := progress.Stopped(ctx, i); err != nil {
			return err
		}
		if err := about("claim of", string(edit.Claims[i].Field), edit.Claims[i].Validate()); err != nil {
			return err
		}
	}
	for _, rate := range edit.Rates {
		if rate.Micros == 0 {
			continue // deletes the rate
		}
		if err := about("rate of", string(rate.Currency), rate.Validate()); err != nil {
			return err
		}
	}
	for i := range edit.Scenarios {
		if err := about("scenario", edit.Scenarios[i].Name, edit.Scenarios[i].Validate()); err != nil {
			return err
		}
	}
	return validateHeading(edit)
}

func about(what, name string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s “%s”: %w", what, name, err)
}

func validateHeading(edit deal.Edit) error {
	if edit.Title != nil && strings.TrimSpace(*edit.Title) == "" {
		return problem(deal.FieldTitle, "give the document a title")
	}
	if edit.Base != nil && !deal.KnownCurrency(*edit.Base) {
		return problem(deal.FieldCurrency, "%q is no ISO 4217 currency: write a code such as USD or EUR", *edit.Base)
	}
	if edit.Layout != nil && !slices.Contains(deal.Layouts, *edit.Layout) {
		return problem(deal.FieldLayout, "%q is no way to place companies: it is layers, circle or empty", *edit.Layout)
	}
	return nil
}

func problem(field, format string, arguments ...any) error {
	return deal.Problems{{
		Field:   deal.Field{Name: field, Leg: ownField},
		Message: fmt.Sprintf(format, arguments...),
	}}
}

// storable reports what SQLite, or the history's JSON, would not give back as it was put in.
func storable(t *table, values row) error {
	for i, value := range values {
		switch value := value.(type) {
		case string:
			if !utf8.ValidString(value) || strings.ContainsRune(value, 0) {
				return problem(t.columns[i].name, "the text holds characters that cannot be stored: is it UTF-8?")
			}
		case float64:
			if math.IsNaN(value) || math.IsInf(value, 0) {
				return problem(t.columns[i].name, "the position is not a number")
			}
		}
	}
	return nil
}

// describe names the row as a sentence for the user does.
func describe(t *table, values row) string {
	value := func(column string) any { return values[t.at(column)] }
	switch t {
	case headings.table:
		return "the document's title and settings"
	case companies.table:
		return fmt.Sprintf("company “%v”", value("name"))
	case sources.table:
		return fmt.Sprintf("source “%v”", value("title"))
	case deals.table:
		return fmt.Sprintf("deal “%v”", value("title"))
	case tags.table:
		return fmt.Sprintf("tag “%v”", value("tag"))
	case legs.table:
		return fmt.Sprintf("leg %v (%v)", value("position"), value("kind"))
	case rights.table:
		return fmt.Sprintf("right %v (%v)", value("position"), value("kind"))
	case claims.table:
		return fmt.Sprintf("claim %v (%v)", value("id"), value("field"))
	case rates.table:
		return fmt.Sprintf("rate of %v", value("currency"))
	case scenarios.table:
		return fmt.Sprintf("scenario “%v”", value("name"))
	}
	return fmt.Sprintf("step %v of a scenario (%v)", value("position"), value("field"))
}
