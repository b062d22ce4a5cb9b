package whatif

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"roundtrip/internal/deal"
)

// LegOf returns the leg that a scenario's changes are about first of all, for the workbench: the first leg whose
// stake they move; otherwise the given one.
func LegOf(book *deal.Book, changes []deal.Change, otherwise deal.LegID) deal.LegID {
	for _, change := range changes {
		if _, d, ok := book.Leg(deal.LegID(change.Target)); ok && StakeField(change.Field) && d.Counts() {
			return deal.LegID(change.Target)
		}
	}
	return otherwise
}

// StakeField reports whether a Stake holds the field's value of its own leg.
func StakeField(field deal.ChangeField) bool {
	switch field {
	case deal.ChangeAmount, deal.ChangeSpentBack, deal.ChangeValuation, deal.ChangeTiming:
		return true
	}
	return false
}

// IsBase reports whether the change sets what the Book holds already.
func IsBase(book *deal.Book, change deal.Change) bool {
	known, to := fields[change.Field], setTo(change)
	switch {
	case change.Field == deal.ChangeWeight:
		return change.Value == int64(deal.Whole)
	case known.holds == nil:
		return to.without != "" // an event that does not happen
	}
	is := known.holds(book, change.Target)
	if change.Field.Unit() == deal.UnitWord {
		return is.text == to.text
	}
	if is.value != to.value || is.without != to.without {
		return false
	}
	if change.Field != deal.ChangeSpentBack {
		return true
	}
	leg, _, _ := book.Leg(deal.LegID(change.Target))
	back, spends := spendingLeg(book, leg)
	unsaid := leg.ConditionalOn != 0 && leg.Covers == 0
	return !unsaid && (!spends || carries(back, leg.Figure.Best, deal.Share(change.Value)))
}

// MovedBases returns the changes whose base the Book no longer holds: what they were made on, and what is there now.
func MovedBases(book *deal.Book, changes []deal.Change) []Moved {
	var moved []Moved
	for _, change := range changes {
		if base := Rebase(book, change); base.Base != change.Base || base.BaseText != change.BaseText {
			moved = append(moved, Moved{Change: change, Text: movedText(book, change, base)})
		}
	}
	return moved
}

// Rebased returns the scenario with the Book's present values as the base of all its changes.
func Rebased(book *deal.Book, scenario deal.Scenario) deal.Scenario {
	scenario.Changes = slices.Clone(scenario.Changes)
	for i, change := range scenario.Changes {
		if goneName(change, "") == "" { // what is deleted keeps its name
			scenario.Changes[i] = Rebase(book, change)
		}
	}
	return scenario
}

// BaseMove is what it did to a scenario that the base has moved underneath it.
type BaseMove struct {
	Moved []Moved
	// Rows are the measures that the move has changed, the base's number in Base as it was when the scenario was
	// made and in Scenario as it is now.
	Rows []Row
}

// BaseMove returns what has moved underneath the changes since they were made, and what that did to the base's
// measures. Legs and companies that are gone can be named, but not be put back.
func (w *Workbench) BaseMove(ctx context.Context, changes []deal.Change) (BaseMove, error) {
	move := BaseMove{Moved: MovedBases(w.book, changes)}
	var back []deal.Change
	for _, moved := range move.Moved {
		old := moved.Change
		old.Value, old.Text = old.Base, old.BaseText
		if old.Field != deal.ChangeSpentBack && Validate(w.book, old) == nil {
			back = append(back, old)
		}
	}
	if len(back) == 0 {
		return move, nil
	}
	was, err := w.scenario(ctx, back, w.options)
	if err != nil {
		return move, err
	}
	rows := w.rows(&Comparison{
		BaseBook: was.book, BaseNetwork: was.network, Base: was.measures,
		ScenarioBook: w.book, ScenarioNetwork: w.network, Scenario: w.base,
	}, false)
	for _, row := range rows {
		if row.BaseText(w.book.Base) != row.ScenarioText(w.book.Base) {
			move.Rows = append(move.Rows, row)
		}
	}
	return move, nil
}

// Text says in one sentence what the base's move did: "Since then the base's circular money went from $46bn to $50bn".
func (m BaseMove) Text(currency deal.Currency) string {
	if len(m.Moved) == 0 {
		return ""
	}
	var parts []string
	for _, key := range []string{"gross", "circular_money", "circular_share", "loops", "finn"} {
		for _, row := range m.Rows {
			if row.Key == key {
				parts = append(parts, fmt.Sprintf("%s went from %s to %s", uncapital(row.Name), row.BaseText(currency), row.ScenarioText(currency)))
			}
		}
	}
	if len(parts) == 0 {
		return "That leaves the base's money, circular money and loops as they were."
	}
	return "By that the base's " + deal.AllOf(parts[:min(3, len(parts))]) + "."
}

// Consequences says in words what an edit that applies a scenario does to the document, one deal or company a line.
func Consequences(book *deal.Book, edit deal.Edit) []string {
	var lines []string
	for _, is := range edit.Deals {
		was, _ := book.Deal(is.ID)
		if was.Status != is.Status {
			lines = append(lines, fmt.Sprintf("%s: %s → %s", was.Title, was.Status, is.Status))
		}
		for _, leg := range was.Legs {
			at := slices.IndexFunc(is.Legs, func(other deal.Leg) bool { return other.ID == leg.ID })
			if at < 0 {
				lines = append(lines, fmt.Sprintf("%s, %s, is deleted", LegName(book, leg), leg.Figure.Short(leg.Currency)))
				continue
			}
			lines = append(lines, legConsequences(book, leg, is.Legs[at])...)
		}
		for _, leg := range is.Legs {
			if leg.ID <= 0 {
				lines = append(lines, fmt.Sprintf("%s, %s, is new", LegName(book, leg), leg.Figure.Short(leg.Currency)))
			}
		}
	}
	for _, company := range edit.Companies {
		was, _ := book.Company(company.ID)
		before := "not stated"
		if was.Cash.Stated {
			before = was.Cash.Money.Exact()
		}
		lines = append(lines, fmt.Sprintf("%s, cash: %s → %s", company.Name, before, company.Cash.Money.Exact()))
	}
	for range min(1, len(edit.Claims)) {
		noun := "claims of sources are"
		if len(edit.Claims) == 1 {
			noun = "claim of a source is"
		}
		lines = append(lines, fmt.Sprintf("%d %s kept but no longer followed", len(edit.Claims), noun))
	}
	return lines
}

// legConsequences says what becomes of the leg's values.
func legConsequences(book *deal.Book, was, is deal.Leg) []string {
	var lines []string
	say := func(what, before, after string) {
		if before == "" {
			before = "not stated"
		}
		if after == "" {
			after = "not stated"
		}
		if before != after {
			lines = append(lines, fmt.Sprintf("%s%s: %s → %s", LegName(book, was), what, before, after))
		}
	}
	figure := func(leg deal.Leg) string {
		text := leg.Figure.Text(leg.Currency)
		if leg.Figure.Assumed {
			text += ", assumed " + leg.Figure.AssumedText(leg.Currency)
		}
		return text
	}
	say("", figure(was), figure(is))
	say(", valuation", was.Valuation.Text(was.Currency), is.Valuation.Text(is.Currency))
	say(", valuation is", timingText(was.ValuationMoney), timingText(is.ValuationMoney))
	say(", stake", was.Stake.Percent(), is.Stake.Percent())
	say(", term", monthsText(int64(was.TermMonths)), monthsText(int64(is.TermMonths)))
	drawn := func(leg deal.Leg) string {
		if !leg.Drawn.Stated {
			return ""
		}
		return leg.Drawn.Money.Exact()
	}
	say(", drawn", drawn(was), drawn(is))
	condition := func(leg deal.Leg) string {
		if leg.ConditionalOn == 0 {
			return "no condition"
		}
		return leg.CoveredShare().Percent() + " must be spent back"
	}
	say("", condition(was), condition(is))
	return lines
}

// Assumptions returns the changes of a scenario that stay in it when it is applied: weights and margins are
// assumptions of the analysis and no data.
func Assumptions(changes []deal.Change) []deal.Change {
	return slices.DeleteFunc(slices.Clone(changes), func(change deal.Change) bool {
		return fields[change.Field].set != nil
	})
}

// Idle returns the changes of a scenario that would change nothing in the data, assumptions apart: a year without
// payments for a company whose payments have no years, for one.
func Idle(book *deal.Book, changes []deal.Change) []deal.Change {
	return slices.DeleteFunc(slices.Clone(changes), func(change deal.Change) bool {
		if len(Assumptions([]deal.Change{change})) > 0 {
			return true
		}
		edit, err := Edit(book, deal.Scenario{Name: "one", Changes: []deal.Change{Rebase(book, change)}})
		return !errors.Is(err, ErrNothingToApply) && (err != nil || len(Consequences(book, edit)) > 0)
	})
}

// uncapital returns the words with a small letter at their beginning.
func uncapital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(first)) + text[size:]
}

// Settled returns the scenario as it is once it is applied: what it sets is what its changes are made on.
func Settled(scenario deal.Scenario) deal.Scenario {
	scenario.Changes = slices.Clone(scenario.Changes)
	for i := range scenario.Changes {
		if change := &scenario.Changes[i]; fields[change.Field].holds != nil {
			is := setTo(*change)
			change.Base, change.BaseText = is.value, is.text
		}
	}
	return scenario
}

// Sets reports whether one of the changes sets what the change sets.
func Sets(changes []deal.Change, change deal.Change) bool {
	return slices.ContainsFunc(changes, func(other deal.Change) bool { return other.Slot() == change.Slot() })
}

// Excerpt returns a Book of the scenario alone: the companies, and the deals that its changes are about, with the
// deals of legs that these hang on.
func Excerpt(book *deal.Book, scenario deal.Scenario) *deal.Book {
	wanted := make(map[deal.DealID]bool)
	want := func(id deal.LegID) {
		if _, owner, ok := book.Leg(id); ok {
			wanted[owner.ID] = true
		}
	}
	for _, change := range scenario.Changes {
		switch change.Field.Target() {
		case deal.TargetLeg:
			want(deal.LegID(change.Target))
		case deal.TargetDeal:
			wanted[deal.DealID(change.Target)] = true
		}
	}
	excerpt := deal.Book{Title: book.Title, Base: book.Base, Companies: slices.Clone(book.Companies), Rates: slices.Clone(book.Rates),
		Scenarios: []deal.Scenario{scenario}}
	for i := range excerpt.Rates {
		excerpt.Rates[i].Source = 0 // sources stay behind
	}
	for i := range excerpt.Companies {
		excerpt.Companies[i].Cash.Source, excerpt.Companies[i].Revenue.Source = 0, 0
	}
	for range book.Deals { // a condition may lead on to another deal, at most once for each
		before := len(wanted)
		for _, d := range book.Deals {
			for _, leg := range d.Legs {
				if wanted[d.ID] && leg.ConditionalOn != 0 {
					want(leg.ConditionalOn)
				}
			}
		}
		if len(wanted) == before {
			break
		}
	}
	for _, d := range book.Deals {
		if !wanted[d.ID] {
			continue
		}
		d.Legs, d.Rights = slices.Clone(d.Legs), nil
		for i := range d.Legs {
			d.Legs[i].Drawn.Source = 0
		}
		excerpt.Deals = append(excerpt.Deals, d)
	}
	return deal.NewBook(excerpt)
}
