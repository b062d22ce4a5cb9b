package whatif

import (
	"fmt"

	"roundtrip/internal/deal"
)

// check reports why the draft cannot take the change, or nil.
func check(d *draft, change deal.Change) error {
	gone := func(what string, id int64) error {
		name, kept := change.KeptName()
		if !kept {
			name = fmt.Sprintf("%s %d", what, id)
		}
		return &TargetError{change, name}
	}
	switch change.Field.Target() {
	case deal.TargetNothing:
		return fmt.Errorf("%q is nothing that a scenario can change", change.Field)
	case deal.TargetLeg:
		leg, ok := d.read(deal.LegID(change.Target))
		if !ok {
			return gone("leg", change.Target)
		}
		if change.Field.OnlyEquity() && leg.Kind != deal.KindEquity {
			return fmt.Errorf("only an equity leg %s, and this one is for %s", equityDoes(change.Field), leg.Kind)
		}
	case deal.TargetDeal:
		if d.dealAt(deal.DealID(change.Target)) < 0 {
			return gone("deal", change.Target)
		}
	case deal.TargetCompany:
		if d.companyAt(deal.CompanyID(change.Target)) < 0 {
			return gone("company", change.Target)
		}
		if change.Field.Unit() == deal.UnitSupplier && d.companyAt(deal.CompanyID(change.Other)) < 0 {
			return gone("company", change.Other)
		}
	}
	return checkValue(change)
}

// equityDoes says what an equity leg does that the field is about.
func equityDoes(f deal.ChangeField) string {
	if f == deal.ChangeStake {
		return "buys a stake"
	}
	return "has a valuation"
}

// checkValue reports why no target can be set to the change's value, or nil.
func checkValue(change deal.Change) error {
	known := fields[change.Field]
	switch change.Field.Unit() {
	case deal.UnitMoney:
		if change.Value < 0 || change.Value > deal.MaxCents {
			return fmt.Errorf("the %s is outside 0 to 100 trillion", known.words)
		}
	case deal.UnitShare:
		if change.Value < 0 || change.Value > int64(deal.Whole) {
			return fmt.Errorf("the %s is outside 0%% to 100%%", known.words)
		}
	case deal.UnitMonths:
		if change.Value < 0 || change.Value > mostMonths {
			return fmt.Errorf("the time of %d months is outside one month to a hundred years", change.Value)
		}
	case deal.UnitYes:
		if change.Value != 0 && change.Value != 1 {
			return fmt.Errorf("a company fails (1) or does not (0): it cannot be %d", change.Value)
		}
	}
	if known.takes == nil {
		return nil
	}
	return known.takes(change)
}

// mostMonths is the longest time that a change takes.
const mostMonths = 1200

// checkRanges reports a leg whose low figure is set above the high one that is set, or nil.
func checkRanges(d *draft) error {
	for _, change := range d.changes {
		if change.Field != deal.ChangeHigh {
			continue
		}
		low, high := endsOf(d.changes, change.Target)
		if leg, ok := d.read(deal.LegID(change.Target)); ok && low > high {
			money := func(cents int64) string { return deal.Money{Cents: cents, Currency: leg.Currency}.Exact() }
			return fmt.Errorf("the low figure of %s, %s, is above its high one, %s: set a range from low to high",
				LegName(d.from, *leg), money(low), money(high))
		}
	}
	return nil
}
