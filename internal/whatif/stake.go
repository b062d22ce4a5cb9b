package whatif

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Stake is the workbench for one leg of money, first of all one company's stake in its customer: the values
// that the analyst moves. StakeOf gives those of the Book.
type Stake struct {
	Leg   deal.LegID
	Cents int64 // the leg's best figure, in cents of the leg's currency

	// AssumeAmount: Cents is the amount even where nobody discloses one, be it nothing. Without it such a leg stays without
	// a number while Cents is 0.
	AssumeAmount bool

	// SpentBack is the part of the leg that its payee must spend with its payer. As long as it is the part that
	// the Book states and Assume is false, an undisclosed spending leg stays undisclosed and carries no money.
	SpentBack deal.Share
	Assume    bool // put SpentBack on the spending leg even where it is the part that the Book states, or the Book has it there

	Months    int         // over which the money is spent back; 0: not stated
	Valuation int64       // of the payee, in cents of the leg's currency; 0: not stated
	Timing    deal.Timing // whether Valuation counts the new money

	// Margin is the payer's gross margin on what it sells to the payee. No source states one: without AssumeMargin
	// there is none, and none is not a margin of nothing.
	Margin       deal.Share
	AssumeMargin bool
}

// DefaultStake returns the leg that the workbench starts with. Legs that lie on a loop come first: moving another moves
// nothing that goes round. Of those it is the equity leg that must be spent with its payer and is least settled, without
// one the largest financing leg that is not binding yet, then the largest financing leg, then the largest of all. It
// reports false for a Book in which no leg counts.
func DefaultStake(book *deal.Book) (Stake, bool) {
	looped := legsOnLoops(book)
	best, bestRank := deal.LegID(0), []int64(nil)
	for i := range book.Deals {
		d := &book.Deals[i]
		if !d.Counts() {
			continue
		}
		for j := range d.Legs {
			leg := &d.Legs[j]
			rank := []int64{1, 3, 0, 0}
			if looped[leg.ID] {
				rank[0] = 0
			}
			switch {
			case leg.Kind == deal.KindEquity && leg.ConditionalOn != 0:
				rank[1], rank[2] = 0, int64(slices.Index(deal.Statuses, d.Status))
			case leg.Kind.Financing() && !d.Status.Binding():
				rank[1] = 1
			case leg.Kind.Financing():
				rank[1] = 2
			}
			if money, ok := book.InBase(leg.Figure.Best, leg.Currency); ok && leg.Figure.Known() {
				rank[3] = -money
			}
			if best == 0 || slices.Compare(rank, bestRank) < 0 {
				best, bestRank = leg.ID, rank
			}
		}
	}
	return StakeOf(book, best), best != 0
}

// legsOnLoops returns the legs that lie on a loop when every deal counts.
func legsOnLoops(book *deal.Book) map[deal.LegID]bool {
	looped := map[deal.LegID]bool{}
	built, err := network.Build(book, network.View{})
	if err != nil {
		return looped // the view says why, wherever it is shown
	}
	onLoops := built.OnLoops()
	for i := range built.Flows {
		if flow := &built.Flows[i]; onLoops(flow) {
			for _, leg := range flow.Legs {
				looped[leg.ID] = true
			}
		}
	}
	return looped
}

// StakeOf returns the values that the Book holds for the leg. A leg that the Book does not hold gives a Stake
// with nothing but its ID.
func StakeOf(book *deal.Book, id deal.LegID) Stake {
	leg, _, ok := book.Leg(id)
	if !ok {
		return Stake{Leg: id}
	}
	stake := Stake{
		Leg: id, Cents: leg.Figure.Best, SpentBack: leg.CoveredShare(),
		Valuation: leg.Valuation.Best, Timing: leg.ValuationMoney,
	}
	if back, ok := spendingLeg(book, leg); ok {
		stake.Months, stake.Assume = back.TermMonths, assumed(book, book.Deals, leg, back)
	}
	return stake
}

// Changes returns what turns the Book into the Stake's scenario, each with the value that it replaces. A value
// that is the Book's own gives no change.
func (s Stake) Changes(book *deal.Book) []deal.Change {
	base := StakeOf(book, s.Leg)
	var changes []deal.Change
	add := func(field deal.ChangeField, target, value int64) {
		changes = append(changes, Rebase(book, deal.Change{Field: field, Target: target, Value: value}))
	}
	leg, _, _ := book.Leg(s.Leg)
	if s.Cents != base.Cents || s.AssumeAmount && leg.Figure.Set() && !leg.Figure.Known() {
		add(deal.ChangeAmount, int64(s.Leg), s.Cents)
	}
	back, spends := spendingLeg(book, leg)
	unsaid := leg.ConditionalOn != 0 && leg.Covers == 0
	counts := s.Assume && !base.Assume && spends && !carries(book, leg, back, s.Cents, s.SpentBack)
	if s.SpentBack != base.SpentBack || s.Assume && unsaid || counts {
		change := deal.Change{Field: deal.ChangeSpentBack, Target: int64(s.Leg), Value: int64(s.SpentBack), Base: int64(base.SpentBack)}
		if !spends {
			change.Text = scheduleText(s.Months)
		}
		changes = append(changes, change)
	}
	if s.Valuation != base.Valuation {
		add(deal.ChangeValuation, int64(s.Leg), s.Valuation)
	}
	if s.Timing != base.Timing {
		changes = append(changes, deal.Change{
			Field: deal.ChangeTiming, Target: int64(s.Leg), Text: string(s.Timing), BaseText: string(base.Timing),
		})
	}
	if s.Months != base.Months && spends {
		add(deal.ChangeTerm, int64(back.ID), int64(s.Months))
	}
	if leg.ID != 0 && s.AssumeMargin {
		add(deal.ChangeMargin, int64(leg.Payer), int64(s.Margin))
	}
	return changes
}

// scheduleText writes the schedule of a spending leg that a scenario makes up, for the Text of its
// ChangeSpentBack: such a leg has no ID that a change of its term could name.
func scheduleText(months int) string {
	if months == 0 {
		return ""
	}
	return fmt.Sprintf("%d months", months)
}

// StakeUnder returns the Stake that the changes make of the Book's: what a stored scenario says of the leg.
func StakeUnder(book *deal.Book, id deal.LegID, changes []deal.Change) Stake {
	stake := StakeOf(book, id)
	leg, _, _ := book.Leg(id)
	back, spends := spendingLeg(book, leg)
	for _, change := range changes {
		switch {
		case change.Field == deal.ChangeMargin && change.Target == int64(leg.Payer):
			stake.Margin, stake.AssumeMargin = deal.Share(change.Value), true
		case change.Field == deal.ChangeTerm && spends && change.Target == int64(back.ID):
			stake.Months = int(change.Value)
		case change.Target != int64(id):
		case change.Field == deal.ChangeAmount:
			stake.Cents, stake.AssumeAmount = change.Value, !leg.Figure.Known()
		case change.Field == deal.ChangeSpentBack:
			stake.SpentBack, stake.Assume = deal.Share(change.Value), true
			if months, err := deal.ParseTerm(change.Text); err == nil && !spends {
				stake.Months = months
			}
		case change.Field == deal.ChangeValuation:
			stake.Valuation = change.Value
		case change.Field == deal.ChangeTiming:
			stake.Timing = deal.Timing(change.Text)
		}
	}
	return stake
}

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
