package whatif

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// MovedError says that the Book no longer holds the values that a scenario was made on. It wraps
// deal.ErrConflict.
type MovedError struct {
	Scenario string
	Moved    []Moved
}

// Moved is one change whose base has moved.
type Moved struct {
	Change deal.Change
	Text   string // "Amazon → OpenAI equity was $10bn when the scenario was made and is $12bn now"

	Was, Is string // what stood there when the scenario was made, and what stands there now
}

// Error lists what has moved.
func (e *MovedError) Error() string {
	texts := make([]string, len(e.Moved))
	for i, moved := range e.Moved {
		texts[i] = moved.Text
	}
	return fmt.Sprintf("the data have changed since the scenario %q was made: %s", e.Scenario, strings.Join(texts, "; "))
}

// Unwrap returns deal.ErrConflict.
func (e *MovedError) Unwrap() error { return deal.ErrConflict }

// Edit returns the one undoable edit that makes the scenario's changes in the document. Where the Book no
// longer holds a value that a change was made on, it returns a *MovedError that lists them all; with Rebase the
// scenario takes the Book's present values as its base.
//
// Weights of statuses and margins are assumptions of the analysis and not data: they stay in the scenario.
// A scenario of nothing else gives an error. A leg whose payer suspends its payments keeps the smaller amount, but the
// document spreads it evenly over the whole term.
func Edit(book *deal.Book, scenario deal.Scenario) (deal.Edit, error) {
	moved := MovedBases(book, scenario.Changes)
	changed, err := Apply(book, scenario.Changes)
	if err != nil {
		return deal.Edit{}, fmt.Errorf("apply the scenario %q: %w", scenario.Name, err)
	}
	if len(moved) > 0 {
		return deal.Edit{}, &MovedError{Scenario: scenario.Name, Moved: moved}
	}
	forgetSuspensions(changed)
	edit := deal.Edit{Label: fmt.Sprintf("Apply scenario %q", scenario.Name), Seen: book}
	for i := range changed.Deals {
		if !reflect.DeepEqual(changed.Deals[i], book.Deals[i]) {
			edit.Deals = append(edit.Deals, changed.Deals[i])
		}
	}
	for i := range changed.Companies {
		if changed.Companies[i] != book.Companies[i] {
			edit.Companies = append(edit.Companies, changed.Companies[i])
		}
	}
	if len(edit.Deals) == 0 && len(edit.Companies) == 0 {
		return deal.Edit{}, ErrNothingToApply
	}
	edit.Claims = unchosen(book, changed)
	return edit, nil
}

// forgetSuspensions makes the schedules even again, as every schedule of a document is: the legs keep what is left of
// their amounts.
func forgetSuspensions(changed *deal.Book) {
	for i := range changed.Deals {
		for j := range changed.Deals[i].Legs {
			if leg := &changed.Deals[i].Legs[j]; leg.Suspended != 0 {
				leg.Suspended = 0 // the draft has made this leg its own
			}
		}
	}
}

// unchosen returns the chosen claims whose values the changed Book no longer holds, not chosen any more: what
// the source says stays, but the value is now the analyst's own.
func unchosen(book, changed *deal.Book) []deal.Claim {
	var claims []deal.Claim
	for _, claim := range book.Claims {
		if claim.Chosen && claimMoved(book, changed, claim) {
			claim.Chosen = false
			claims = append(claims, claim)
		}
	}
	return claims
}

// claimMoved reports whether what the claim is about is another value in the changed Book. A leg that the
// changed Book no longer holds takes its claims along.
func claimMoved(book, changed *deal.Book, claim deal.Claim) bool {
	was, _, _ := book.Leg(claim.About.Leg)
	is, _, ok := changed.Leg(claim.About.Leg)
	switch claim.Field {
	case deal.ClaimFigure:
		return ok && was.Figure != is.Figure
	case deal.ClaimStake:
		return ok && was.Stake != is.Stake
	case deal.ClaimValuation:
		return ok && was.Valuation != is.Valuation
	case deal.ClaimTerm:
		return ok && was.TermMonths != is.TermMonths
	case deal.ClaimDrawn:
		return ok && was.Drawn != is.Drawn
	case deal.ClaimStatus:
		was, _ := book.Deal(claim.About.Deal)
		is, _ := changed.Deal(claim.About.Deal)
		return was.Status != is.Status
	case deal.ClaimCash:
		was, _ := book.Company(claim.About.Company)
		is, _ := changed.Company(claim.About.Company)
		return was.Cash != is.Cash
	}
	return false
}

// ErrNothingToApply means that a scenario changes no data: it is empty, or has only weights and margins.
var ErrNothingToApply = errors.New("the scenario changes nothing in the data: weights and margins stay in the scenario")

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
