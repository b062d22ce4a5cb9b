package gui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// kindOfChange is one line of what a change can be: its words, and how its value is written.
type kindOfChange struct {
	field deal.ChangeField
	words string
	to    string // caption of the value; "" has none
	such  string // an example of the value
}

// targetWords are the captions of what a change is of.
var targetWords = map[deal.ChangeTarget]string{
	deal.TargetLeg: "Leg", deal.TargetDeal: "Deal", deal.TargetStatus: "Deals of status", deal.TargetCompany: "Company",
}

// kindsOfChange lists everything that can be tried, the most usual first.
var kindsOfChange = []kindOfChange{
	{deal.ChangeAmount, "The amount of a leg", "Amount", "e.g. 25bn"},
	{deal.ChangeLow, "The low figure of a leg", "Low figure", "e.g. 20bn"},
	{deal.ChangeHigh, "The high figure of a leg", "High figure", "e.g. 60bn"},
	{deal.ChangeSpentBack, "The share of a leg that is spent back", "Share", "e.g. 80%"},
	{deal.ChangeTerm, "The term of a leg", "Term", "e.g. 7 years"},
	{deal.ChangeDrawn, "What is paid so far of a leg", "Paid so far", "e.g. 1.5bn"},
	{deal.ChangeStake, "The stake that a leg buys", "Stake", "e.g. 27%"},
	{deal.ChangeValuation, "The valuation at which a leg buys", "Valuation", "e.g. 500bn"},
	{deal.ChangeTiming, "Whether that valuation counts the new money", "The valuation is", ""},
	{deal.ChangeStatus, "The status of a deal", "Status", ""},
	{deal.ChangeWeight, "How much deals of a status count", "They count", "e.g. 50%"},
	{deal.ChangeCash, "The cash of a company", "Cash", "e.g. 80bn"},
	{deal.ChangeMargin, "The gross margin of a company", "Gross margin", "e.g. 60%"},
	{deal.ChangeFails, "A company fails", "", ""},
	{deal.ChangeSuspends, "A company pays nothing for a while", "For", "e.g. 12 months"},
	{deal.ChangeCutOff, "A company is cut off from a supplier", "From the supplier", "Company"},
}

func kindOf(field deal.ChangeField) kindOfChange {
	at := slices.IndexFunc(kindsOfChange, func(kind kindOfChange) bool { return kind.field == field })
	if at < 0 {
		return kindOfChange{field: field, words: capital(string(field)), to: "Value"}
	}
	return kindsOfChange[at]
}

// changeEntry is a change as it stands in the form: the texts that were typed.
type changeEntry struct {
	book  *deal.Book
	field deal.ChangeField
	of    string
	value string
}

// entryOfChange returns the form for a change of the book.
func entryOfChange(book *deal.Book, change deal.Change) changeEntry {
	entry := changeEntry{book: book, field: change.Field}
	input := whatif.Input{Field: change.Field, Target: change.Target}
	switch change.Field.Target() {
	case deal.TargetLeg:
		entry.of = nameOfLeg(book, deal.LegID(change.Target))
	case deal.TargetDeal:
		d, _ := book.Deal(deal.DealID(change.Target))
		entry.of = d.Title
	case deal.TargetStatus:
		entry.of = change.Text
	case deal.TargetCompany:
		entry.of = book.CompanyName(deal.CompanyID(change.Target))
	}
	switch change.Field.Unit() {
	case deal.UnitWord:
		entry.value = change.Text
	case deal.UnitSupplier:
		entry.value = book.CompanyName(deal.CompanyID(change.Other))
	case deal.UnitYes:
	default:
		entry.value = input.Exact(book, change.Value)
	}
	return entry
}

// names returns what the change can be of, as the form offers it.
func (e changeEntry) names() []string {
	var names []string
	switch e.field.Target() {
	case deal.TargetLeg:
		for _, leg := range legsThatCount(e.book) {
			if !e.field.OnlyEquity() || leg.Kind == deal.KindEquity {
				names = append(names, nameOfLeg(e.book, leg.ID))
			}
		}
	case deal.TargetDeal:
		for _, d := range e.book.Deals {
			if d.Counting == deal.Counted {
				names = append(names, d.Title)
			}
		}
	case deal.TargetStatus:
		for _, status := range deal.Statuses {
			if status.Live() {
				names = append(names, string(status))
			}
		}
	case deal.TargetCompany:
		names = namesOfCompanies(e.book)
	}
	return names
}

func namesOfCompanies(book *deal.Book) []string {
	names := make([]string, len(book.Companies))
	for i := range book.Companies {
		names[i] = book.Companies[i].Name
	}
	return names
}

// legsThatCount returns the legs of the deals that count, in the order of the book.
func legsThatCount(book *deal.Book) []deal.Leg {
	var legs []deal.Leg
	for _, d := range book.Deals {
		if d.Counts() {
			legs = append(legs, d.Legs...)
		}
	}
	return legs
}

// nameOfLeg names the leg so that no other leg has the same name.
func nameOfLeg(book *deal.Book, id deal.LegID) string {
	leg, d, ok := book.Leg(id)
	if !ok {
		return ""
	}
	name := whatif.LegName(book, leg)
	for _, other := range d.Legs {
		if other.ID != id && whatif.LegName(book, other) == name {
			return fmt.Sprintf("%s #%d", name, id)
		}
	}
	return name
}

// read reads the form as a change. The problems say which field is wrong, and how.
func (e changeEntry) read() (deal.Change, deal.Problems) {
	var problems deal.Problems
	wrong := func(field string, err error) {
		problems = append(problems, deal.Problem{Field: deal.Field{Name: field, Leg: -1}, Message: err.Error()})
	}
	target, err := e.target()
	if err != nil {
		wrong(fieldOf, err)
	}
	change, err := e.set(target)
	if err != nil {
		wrong(fieldTo, err)
	}
	if len(problems) == 0 {
		err := whatif.Validate(e.book, change)
		if err == nil {
			err = whatif.Overdrawn(e.book, []deal.Change{change})
		}
		if err != nil {
			wrong(fieldTo, err)
		}
	}
	return whatif.Scheduled(e.book, []deal.Change{whatif.Rebase(e.book, change)})[0], problems
}

// The names of the form's fields.
const fieldOf, fieldTo = "of", "to"

// target returns what the typed name means.
func (e changeEntry) target() (int64, error) {
	key, what := deal.NameKey(e.of), strings.ToLower(targetWords[e.field.Target()])
	if key == "" {
		return 0, fmt.Errorf("say which %s", what)
	}
	switch e.field.Target() {
	case deal.TargetLeg:
		for _, leg := range legsThatCount(e.book) {
			if deal.NameKey(nameOfLeg(e.book, leg.ID)) == key {
				return int64(leg.ID), nil
			}
		}
	case deal.TargetDeal:
		for _, d := range e.book.Deals {
			if deal.NameKey(d.Title) == key {
				return int64(d.ID), nil
			}
		}
	case deal.TargetStatus:
		if slices.Contains(deal.Statuses, deal.Status(key)) {
			return 0, nil
		}
	case deal.TargetCompany:
		if company, ok := e.book.CompanyNamed(e.of); ok {
			return int64(company.ID), nil
		}
	}
	return 0, fmt.Errorf("there is no %s “%s”: choose one that is offered", what, strings.TrimSpace(e.of))
}

// set returns the change that sets the target to the typed value.
func (e changeEntry) set(target int64) (deal.Change, error) {
	change := deal.Change{Field: e.field, Target: target}
	switch e.field.Unit() {
	case deal.UnitWord:
		change.Text = e.value
		return change, nil
	case deal.UnitYes:
		change.Value = 1
		return change, nil
	case deal.UnitSupplier:
		if strings.TrimSpace(e.value) == "" {
			return change, errors.New("say from which company")
		}
		supplier, ok := e.book.CompanyNamed(e.value)
		if !ok {
			return change, fmt.Errorf("there is no company “%s”: choose one that is offered", strings.TrimSpace(e.value))
		}
		change.Other = int64(supplier.ID)
		return change, nil
	}
	if e.field.Target() == deal.TargetStatus {
		change.Text = deal.NameKey(e.of)
	}
	var err error
	change.Value, err = whatif.Input{Field: e.field, Target: target}.Parse(e.book, e.value)
	return change, err
}
