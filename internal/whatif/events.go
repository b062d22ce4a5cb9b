package whatif

import (
	"slices"

	"roundtrip/internal/deal"
)

// happen makes what happens to a company: it fails, suspends its payments or is cut off from a supplier.
//
// A company that fails pays nothing any more and is paid nothing: its legs go. Where a part of what it owes is recovered, the
// legs that it pays stay with that part. One that suspends its payments
// for some months loses the first months of every schedule that it pays, and what would have been paid in them is not
// paid later; a leg without a stated term has no schedule and stays whole, because nobody says which part would fall
// into those months. One that is cut off buys
// nothing from the supplier any more; what it finances there stays.
func (d *draft) happen(change deal.Change) {
	company := deal.CompanyID(change.Target)
	switch change.Field {
	case deal.ChangeFails:
		if change.Value != 0 {
			d.fail(company, change)
		}
	case deal.ChangeCutOff:
		supplier := deal.CompanyID(change.Other)
		d.drop(func(leg *deal.Leg) bool {
			return leg.Payer == company && leg.Payee == supplier && !leg.Kind.Financing()
		})
	case deal.ChangeSuspends:
		for i := range d.deals {
			for j := range d.deals[i].Legs {
				if leg := &d.deals[i].Legs[j]; leg.Payer == company && leg.TermMonths > 0 {
					own := &d.ownLegs(i).Legs[j]
					own.Figure = suspended(own.Figure, change.Value, int64(own.TermMonths))
					own.Suspended = int(change.Value)
				}
			}
		}
	}
}

// fail takes the legs of the company out, but for what is recovered of those that it pays.
func (d *draft) fail(company deal.CompanyID, change deal.Change) {
	recovered, _ := deal.ParsePercent(change.Text) // check has read it
	d.drop(func(leg *deal.Leg) bool { return leg.Payee == company || leg.Payer == company && recovered == 0 })
	if recovered == 0 || recovered == deal.Whole {
		return
	}
	for i := range d.deals {
		for j := range d.deals[i].Legs {
			if leg := &d.deals[i].Legs[j]; leg.Payer == company && leg.Figure.Known() {
				own := &d.ownLegs(i).Legs[j]
				left, _ := recovered.Of(own.Figure.Best)
				own.Drawn = drawnOf(own, left)
				for _, end := range []*int64{&own.Figure.Low, &own.Figure.Best, &own.Figure.High} {
					*end, _ = recovered.Of(*end)
				}
			}
		}
	}
}

// drop takes the legs out, and the conditions that hung on them. A deal that loses all its legs keeps them and
// is cancelled, because a deal without legs is none.
func (d *draft) drop(goes func(*deal.Leg) bool) {
	gone := make(map[deal.LegID]bool)
	for i := range d.deals {
		legs := d.deals[i].Legs
		left := 0
		for j := range legs {
			if goes(&legs[j]) {
				gone[legs[j].ID] = true
			} else {
				left++
			}
		}
		switch {
		case left == len(legs):
		case left == 0:
			d.ownDeal(i).Status = deal.StatusCancelled
		default:
			owner := d.ownLegs(i)
			owner.Legs = slices.DeleteFunc(owner.Legs, func(leg deal.Leg) bool { return gone[leg.ID] })
		}
	}
	for i := range d.deals {
		for j := range d.deals[i].Legs {
			if leg := &d.deals[i].Legs[j]; gone[leg.ConditionalOn] && !gone[leg.ID] {
				own := &d.ownLegs(i).Legs[j]
				own.ConditionalOn, own.Covers = 0, 0
			}
		}
	}
}

// suspended returns what is left of the figure when so many months of its term are not paid.
func suspended(figure deal.Figure, months, term int64) deal.Figure {
	if !figure.Known() {
		return figure
	}
	left := max(0, term-months)
	for _, end := range []*int64{&figure.Low, &figure.Best, &figure.High} {
		*end, _ = deal.MulDiv(*end, left, term)
	}
	return figure
}
