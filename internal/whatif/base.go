package whatif

import (
	"context"
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"roundtrip/internal/deal"
)

// Rebase returns the change with the value that the Book holds now as its base. A change whose target is gone
// comes back with an empty base.
func Rebase(book *deal.Book, change deal.Change) deal.Change {
	change.Base, change.BaseText = 0, ""
	if holds := fields[change.Field].holds; holds != nil {
		is := holds(book, change.Target)
		change.Base, change.BaseText = is.value, is.text
	}
	return change
}

// movedFrom says what a change was made on and what stands there now.
func movedFrom(book *deal.Book, change, now deal.Change) Moved {
	words, currency, name := fields[change.Field].words, currencyOf(book, change.Field, change.Target), ""
	switch change.Field.Target() {
	case deal.TargetLeg:
		if leg, _, ok := book.Leg(deal.LegID(change.Target)); ok {
			name = LegName(book, leg) + ", " + words
		}
	case deal.TargetDeal:
		d, _ := book.Deal(deal.DealID(change.Target))
		name = d.Title
	case deal.TargetCompany:
		if company, ok := book.Company(deal.CompanyID(change.Target)); ok {
			name = fmt.Sprintf("the %s of %s", words, company.Name)
		}
	}
	was, is := held{value: change.Base, text: change.BaseText}, held{value: now.Base, text: now.BaseText}
	moved := Moved{Change: change, Was: was.words(currency, change.Field), Is: is.words(currency, change.Field)}
	if was.text != "" && is.text != "" && change.Field.Unit() != deal.UnitWord {
		moved.Was, moved.Is = was.text, is.text
	}
	if moved.Text = Describe(book, change); name != "" {
		moved.Text = fmt.Sprintf("%s was %s when the scenario was made and is %s now", name, moved.Was, moved.Is)
	}
	return moved
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
	return !unsaid && (!spends || carries(book, leg, back, leg.Figure.Best, deal.Share(change.Value)))
}

// MovedBases returns the changes whose base the Book no longer holds: what they were made on, and what is there now.
func MovedBases(book *deal.Book, changes []deal.Change) []Moved {
	var moved []Moved
	for _, change := range changes {
		if base := Rebase(book, change); base.Base != change.Base || movedWord(change, base) {
			moved = append(moved, movedFrom(book, change, base))
		}
	}
	return moved
}

// movedWord reports whether the Book now states what the change was made on in other words or in another currency. Of an
// amount the words are not known where the scenario was made by an older version or another program.
func movedWord(change, now deal.Change) bool {
	return now.BaseText != change.BaseText && (change.BaseText != "" || change.Field.Unit() == deal.UnitWord)
}

// Rebased returns the scenario with the Book's present values as the base of all its changes.
func Rebased(book *deal.Book, scenario deal.Scenario) deal.Scenario {
	scenario.Changes = slices.Clone(scenario.Changes)
	for i, change := range scenario.Changes {
		if _, deleted := change.KeptName(); !deleted {
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
		old.Value, old.Text = old.Base, ""
		if old.Field.Unit() == deal.UnitWord {
			old.Text = old.BaseText
		}
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

// uncapital returns the words with a small letter at their beginning.
func uncapital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(first)) + text[size:]
}

// Settled returns the scenario as it is once it is applied to the Book: what it sets is what its changes are made on.
func Settled(book *deal.Book, scenario deal.Scenario) deal.Scenario {
	after, err := Apply(book, scenario.Changes)
	scenario.Changes = slices.Clone(scenario.Changes)
	for i := range scenario.Changes {
		change := &scenario.Changes[i]
		if fields[change.Field].holds == nil {
			continue
		}
		is := setTo(*change)
		change.Base, change.BaseText = is.value, is.text
		if err != nil || change.Field.Unit() == deal.UnitWord {
			continue
		}
		if now := Rebase(after, *change); now.Base == change.Base {
			change.BaseText = now.BaseText
		}
	}
	return scenario
}
