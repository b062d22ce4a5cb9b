package whatif

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
)

// check reports why the draft cannot take the change, or nil.
func check(d *draft, change deal.Change) error {
	switch change.Field {
	case deal.ChangeAmount, deal.ChangeLow, deal.ChangeHigh, deal.ChangeSpentBack, deal.ChangeValuation,
		deal.ChangeTiming, deal.ChangeStake, deal.ChangeTerm, deal.ChangeDrawn:
		leg, ok := d.read(deal.LegID(change.Target))
		if !ok {
			return &TargetError{change, fmt.Sprintf("leg %d", change.Target)}
		}
		return checkLeg(leg, change)
	case deal.ChangeStatus:
		if d.dealAt(deal.DealID(change.Target)) < 0 {
			return &TargetError{change, fmt.Sprintf("deal %d", change.Target)}
		}
		return checkStatus(change)
	case deal.ChangeWeight:
		return checkWeight(change)
	case deal.ChangeMargin, deal.ChangeCash, deal.ChangeFails, deal.ChangeSuspends, deal.ChangeCutOff:
		if d.companyAt(deal.CompanyID(change.Target)) < 0 {
			return &TargetError{change, fmt.Sprintf("company %d", change.Target)}
		}
		if change.Field == deal.ChangeCutOff && d.companyAt(deal.CompanyID(change.Other)) < 0 {
			return &TargetError{change, fmt.Sprintf("company %d", change.Other)}
		}
		return checkCompany(change)
	}
	return fmt.Errorf("%q is nothing that a scenario can change", change.Field)
}

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

func checkLeg(leg *deal.Leg, change deal.Change) error {
	switch change.Field {
	case deal.ChangeStake:
		if leg.Kind != deal.KindEquity {
			return fmt.Errorf("only an equity leg buys a stake, and this one is for %s", leg.Kind)
		}
		return checkShare(change)
	case deal.ChangeSpentBack:
		if _, err := deal.ParseTerm(change.Text); err != nil {
			return err
		}
		return checkShare(change)
	case deal.ChangeValuation:
		if leg.Kind != deal.KindEquity {
			return fmt.Errorf("only an equity leg has a valuation, and this one is for %s", leg.Kind)
		}
		return checkMoney(change)
	case deal.ChangeTiming:
		if !slices.Contains(deal.Timings, deal.Timing(change.Text)) {
			return fmt.Errorf("%q is neither pre-money nor post-money", change.Text)
		}
		return nil
	case deal.ChangeTerm:
		if change.Value < 0 || change.Value > 1200 {
			return fmt.Errorf("the term of %d months is outside one month to a hundred years", change.Value)
		}
		return nil
	}
	return checkMoney(change)
}

func checkMoney(change deal.Change) error {
	if change.Value < 0 || change.Value > deal.MaxCents {
		return fmt.Errorf("the %s is outside 0 to 100 trillion", change.Field)
	}
	return nil
}

func checkShare(change deal.Change) error {
	if change.Value < 0 || change.Value > int64(deal.Whole) {
		return fmt.Errorf("the %s is outside 0%% to 100%%", fieldNames[change.Field])
	}
	return nil
}

func checkStatus(change deal.Change) error {
	if !slices.Contains(deal.Statuses, deal.Status(change.Text)) {
		return fmt.Errorf("%q is no status", change.Text)
	}
	return nil
}

func checkWeight(change deal.Change) error {
	if err := checkStatus(change); err != nil {
		return err
	}
	return checkShare(change)
}

func checkCompany(change deal.Change) error {
	switch change.Field {
	case deal.ChangeMargin:
		return checkShare(change)
	case deal.ChangeCash:
		return checkMoney(change)
	case deal.ChangeFails:
		if change.Value != 0 && change.Value != 1 {
			return fmt.Errorf("a company fails (1) or does not (0): it cannot be %d", change.Value)
		}
	case deal.ChangeSuspends:
		if change.Value < 0 || change.Value > 1200 {
			return fmt.Errorf("payments stop for up to a hundred years, not for %d months", change.Value)
		}
	case deal.ChangeCutOff:
		if change.Target == change.Other {
			return fmt.Errorf("a company is not cut off from itself")
		}
	}
	return nil
}
