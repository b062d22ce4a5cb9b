package command

import (
	"fmt"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// parseSetting reads WHAT=VALUE as a change of the book. WHAT is a leg, whose amount is then meant, or
// FIELD:TARGET: one of deal.ChangeFields, and the leg, deal, company or status that it is of. VALUE is written as
// people write it, in the leg's currency. A company that fails needs no value.
func parseSetting(book *deal.Book, text string) (deal.Change, error) {
	what, value, given := text, "", false
	if at := strings.LastIndex(text, "="); at >= 0 {
		what, value, given = text[:at], strings.TrimSpace(text[at+1:]), true
	}
	if field, companies, ok := fieldOf(text); ok && field == deal.ChangeCutOff {
		if buyer, supplier, found := cutCompanies(book, companies); found {
			what, value = string(field)+":"+buyer, strings.TrimSpace(supplier)
		}
	}
	input, err := findInput(book, strings.TrimSpace(what))
	if whole, without := findInput(book, strings.TrimSpace(text)); err != nil && without == nil && whole.Field == deal.ChangeFails {
		input, err, value, given = whole, nil, "", false // the sign belongs to the company's name
	}
	if err != nil {
		return deal.Change{}, fmt.Errorf("--set: %w", err)
	}
	if !given && input.Field != deal.ChangeFails {
		return deal.Change{}, misused("--set %q has no value: write it as LEG=AMOUNT, such as \"Amazon>OpenAI=20bn\", or FIELD:TARGET=VALUE", text)
	}
	change, err := settingOf(book, input, value)
	if err != nil {
		return deal.Change{}, fmt.Errorf("--set %s: %w", what, err)
	}
	if err := whatif.Validate(book, change); err != nil {
		return deal.Change{}, fmt.Errorf("--set %s: %w", what, err)
	}
	return whatif.Rebase(book, change), nil
}

// noteSmallAmounts says how amounts were read that were probably meant in billions.
func (p Program) noteSmallAmounts(book *deal.Book, set settings) {
	for _, text := range set {
		change, err := parseSetting(book, text)
		input := whatif.Input{Field: change.Field, Target: change.Target}
		if err != nil || !input.Numeric() || input.Unit() != deal.UnitMoney {
			continue
		}
		money := deal.Money{Cents: change.Value, Currency: input.Currency(book)}
		if !money.LacksUnit() {
			continue
		}
		fmt.Fprintf(p.Errors, "roundtrip: --set %s: that is %s; write bn for billions, such as 20bn\n", text, money.Full())
	}
}

// settingOf returns the change that sets the input to the value.
func settingOf(book *deal.Book, input whatif.Input, value string) (deal.Change, error) {
	switch input.Unit() {
	case deal.UnitWord:
		return deal.Change{Field: input.Field, Target: input.Target, Text: wordOf(input.Field, value)}, nil
	case deal.UnitYes:
		switch deal.NameKey(value) {
		case "", "yes", "1":
			return input.At(1), nil
		case "no", "0":
			return input.At(0), nil
		}
		return deal.Change{}, fmt.Errorf("%q is neither yes nor no", value)
	case deal.UnitSupplier:
		supplier, ok := book.CompanyNamed(value)
		if !ok {
			return deal.Change{}, fmt.Errorf("there is no company %q", value)
		}
		change := input.At(0)
		change.Other = int64(supplier.ID)
		return change, nil
	}
	number, err := input.Parse(book, value)
	return input.At(number), err
}

// wordOf returns the word of the field that is meant: "pre" stands for "pre-money".
func wordOf(field deal.ChangeField, value string) string {
	if field == deal.ChangeTiming {
		return string(deal.TimingOf(value))
	}
	return deal.NameKey(value)
}

// findInput returns what the name means: a leg's amount, or FIELD:TARGET.
func findInput(book *deal.Book, name string) (whatif.Input, error) {
	whole, errWhole := legInput(book, deal.ChangeAmount, name)
	if field, target, ok := fieldOf(name); ok {
		input, err := inputOf(book, field, target)
		if err != nil && errWhole == nil {
			return whole, nil // the sign belongs to the payer's name
		}
		return input, err
	}
	if word, target, found := strings.Cut(name, ":"); found && errWhole != nil {
		_, isCompany := book.CompanyNamed(target)
		if _, err := legInput(book, deal.ChangeAmount, strings.TrimSpace(target)); err == nil || isCompany {
			return whole, fmt.Errorf("%q is nothing that can be set of %s: it is one of %s", strings.TrimSpace(word), strings.TrimSpace(target), wordList(deal.ChangeFields))
		}
	}
	return whole, errWhole
}

// fieldOf cuts FIELD:TARGET, and reports false where the name begins with no field.
func fieldOf(name string) (field deal.ChangeField, target string, ok bool) {
	word, target, found := strings.Cut(name, ":")
	if !found {
		return "", "", false
	}
	word = strings.ReplaceAll(deal.NameKey(word), "-", " ")
	at := slices.Index(deal.ChangeFields, deal.ChangeField(word))
	if at < 0 {
		return "", "", false
	}
	return deal.ChangeFields[at], strings.TrimSpace(target), true
}

// inputOf returns the field of the target that the name means.
func inputOf(book *deal.Book, field deal.ChangeField, name string) (whatif.Input, error) {
	switch field.Target() {
	case deal.TargetStatus:
		status := deal.Status(deal.NameKey(name))
		if !slices.Contains(deal.Statuses, status) {
			return whatif.Input{}, fmt.Errorf("%q is no status: it is one of %s", name, wordList(deal.Statuses))
		}
		return whatif.Input{Field: field, Status: status}, nil
	case deal.TargetCompany:
		company, ok := book.CompanyNamed(name)
		if !ok {
			return whatif.Input{}, fmt.Errorf("there is no company %q", name)
		}
		return whatif.Input{Field: field, Target: int64(company.ID)}, nil
	case deal.TargetDeal:
		for _, d := range book.Deals {
			if deal.NameKey(d.Title) == deal.NameKey(name) {
				return whatif.Input{Field: field, Target: int64(d.ID)}, nil
			}
		}
		leg, err := findLeg(book, name)
		return whatif.Input{Field: field, Target: int64(leg.Deal)}, err
	}
	input, err := legInput(book, field, name)
	if err == nil {
		// As in a setting: the term of a stake that must be spent back is that of what it is spent by.
		input.Target = whatif.Scheduled(book, []deal.Change{input.At(0)})[0].Target
	}
	return input, err
}

// legInput returns the field of the leg that the name means. A leg that counts in nothing is refused: moving it
// would change no measure.
func legInput(book *deal.Book, field deal.ChangeField, name string) (whatif.Input, error) {
	leg, err := findLeg(book, name)
	if err != nil {
		return whatif.Input{}, err
	}
	if _, d, _ := book.Leg(leg.ID); !d.Counts() {
		return whatif.Input{}, fmt.Errorf("leg %d belongs to “%s”, which counts in nothing (%s, %s): moving it changes no measure",
			leg.ID, d.Title, d.Status, d.Counting)
	}
	return whatif.Input{Field: field, Target: int64(leg.ID)}, nil
}

// wordList lists the words for a sentence.
func wordList[T ~string](list []T) string {
	texts := make([]string, len(list))
	for i, word := range list {
		texts[i] = string(word)
	}
	return strings.Join(texts, ", ")
}
