package whatif

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TargetError says that a change names something that the Book does not hold (any more). It wraps
// deal.ErrNotFound.
type TargetError struct {
	Change deal.Change
	What   string // "leg 12", "company 3"
}

// Error names the target and says what to do.
func (e *TargetError) Error() string {
	return fmt.Sprintf("the change of %s names %s, which is no longer in the document: remove the change", e.Change.Field, e.What)
}

// Unwrap returns deal.ErrNotFound.
func (e *TargetError) Unwrap() error { return deal.ErrNotFound }

// Apply returns a new Book with the changes made; the given one stays as it is. The changes are made in the
// order of deal.ChangeFields, whatever their own order; of two changes of the same thing only the later one is made.
// A change whose target is gone is a *TargetError, a value that the target cannot take is an error as well.
//
// The weights of statuses and the margins of companies are no part of a Book: ApplyView takes the former, a
// Stake the latter.
func Apply(book *deal.Book, changes []deal.Change) (*deal.Book, error) {
	return newDraft(book).apply(changes)
}

// apply makes the changes and returns the Book that they make of the draft.
func (d *draft) apply(changes []deal.Change) (*deal.Book, error) {
	if d.last == nil {
		d.last = make(map[deal.ChangeSlot]int, len(changes))
	}
	noteLast(d.last, changes)
	d.changes = inOrder(d.changes[:0], changes, d.last)
	if err := checkRanges(d); err != nil {
		return nil, err
	}
	for i := range d.changes {
		if err := check(d, d.changes[i]); err != nil {
			return nil, err
		}
		d.make(d.changes[i])
	}
	return d.book(), nil
}

// Applied returns the Book and the View with the changes made, the given ones where there is no change: Apply and
// ApplyView in one.
func Applied(book *deal.Book, view network.View, changes []deal.Change) (*deal.Book, network.View, error) {
	if len(changes) == 0 {
		return book, view, nil
	}
	return newDraft(book).applied(view, changes)
}

// applied makes the changes and returns the Book that they make of the draft, with the View that it is seen under.
func (d *draft) applied(view network.View, changes []deal.Change) (*deal.Book, network.View, error) {
	book, err := d.apply(changes)
	if err != nil {
		return nil, view, err
	}
	view, err = ApplyView(view, changes)
	return book, view, err
}

// ApplyView returns the view with the weights that the changes give to statuses.
func ApplyView(view network.View, changes []deal.Change) (network.View, error) {
	copied := false
	for _, change := range changes {
		if change.Field != deal.ChangeWeight {
			continue
		}
		if err := checkValue(change); err != nil {
			return view, err
		}
		if !copied {
			weights := make(map[deal.Status]deal.Share, len(view.Weights)+1)
			for status, weight := range view.Weights {
				weights[status] = weight
			}
			view.Weights, copied = weights, true
		}
		view.Weights[deal.Status(change.Text)] = deal.Share(change.Value)
	}
	return view, nil
}

// Validate reports why the Book cannot take the change, as one sentence, or nil.
func Validate(book *deal.Book, change deal.Change) error { return check(newDraft(book), change) }

// inOrder appends the changes in the order in which they are made; those of one field keep theirs. last is what
// noteLast says of them: a change that a later one takes the place of is left out.
func inOrder(ordered, changes []deal.Change, last map[deal.ChangeSlot]int) []deal.Change {
	first := len(ordered)
	for i := range changes {
		if last[changes[i].Slot()] == i {
			ordered = append(ordered, changes[i])
		}
	}
	slices.SortStableFunc(ordered[first:], func(a, b deal.Change) int { return a.Field.Order() - b.Field.Order() })
	return ordered
}

// make makes one change that check has let through.
func (d *draft) make(change deal.Change) {
	if set := fields[change.Field].set; set != nil {
		set(d, change)
	}
}

// moved returns the figure with another best number. Low and high keep their proportion to it, so that up to
// $10bn moved to $25bn is up to $25bn; an undisclosed figure becomes an assumption without a range.
func moved(figure deal.Figure, best int64) deal.Figure {
	switch {
	case figure.Said == deal.SaidExact:
		return deal.Exactly(best)
	case figure.Best == best && figure.Known():
		return figure
	case !figure.Known() || figure.Best == 0:
		if !figure.Set() {
			figure.Said = deal.SaidUndisclosed
		}
		return figure.Assume(best, best, best)
	}
	low, _ := deal.MulDiv(figure.Low, best, figure.Best)
	high, ok := deal.MulDiv(figure.High, best, figure.Best)
	if !ok || high > deal.MaxCents {
		high = deal.MaxCents
	}
	if figure.HighOpen() {
		// The floor moves; what lies above it stays open.
		figure.Low, figure.Best, figure.High = best, best, best
		return figure
	}
	return figure.Assume(min(low, best), best, max(high, best))
}

// widened returns the figure between other bounds; its best number gives way where it lies outside them.
func widened(figure deal.Figure, low, high int64) deal.Figure {
	if !figure.Known() {
		figure.Best = max(low, high)
		low = min(low, figure.Best)
		if high == 0 {
			high = figure.Best
		}
	}
	switch figure.Said {
	case deal.SaidNothing:
		figure.Said = deal.SaidUndisclosed
	case deal.SaidExact:
		figure.Said = deal.SaidAbout
	}
	if low > high {
		// Only one bound is new, and the other one follows it.
		if low == figure.Low {
			low = high
		} else {
			high = low
		}
	}
	return figure.Assume(low, min(max(figure.Best, low), high), high)
}

// rangeOf returns the range that changes of both ends of a leg's figure make, its best number in the middle as in every
// range, and false where only one end is set or the best number is set by itself.
func rangeOf(changes []deal.Change, leg int64) (figure deal.Figure, ok bool) {
	low, high := endsOf(changes, leg)
	return deal.Between(low, high), low >= 0 && high >= low && !setsAmount(changes, leg)
}

// setsAmount reports whether one of the changes sets the best number of the leg's figure.
func setsAmount(changes []deal.Change, leg int64) bool {
	return slices.ContainsFunc(changes, func(change deal.Change) bool { return change.Target == leg && change.Field == deal.ChangeAmount })
}

// endsOf returns what the changes set the ends of the leg's figure to, -1 where they do not.
func endsOf(changes []deal.Change, leg int64) (low, high int64) {
	low, high = -1, -1
	for i := range changes {
		switch change := &changes[i]; {
		case change.Target != leg:
		case change.Field == deal.ChangeLow:
			low = change.Value
		case change.Field == deal.ChangeHigh:
			high = change.Value
		}
	}
	return low, high
}

// valued returns the valuation with another best number; 0 takes it away.
func valued(valuation deal.Figure, best int64) deal.Figure {
	switch {
	case best == 0:
		return deal.Figure{}
	case !valuation.Set():
		return deal.Exactly(best)
	case valuation.HighOpen():
		// A valuation that the analyst sets is a number, also where the source only gives a floor.
		return valuation.Assume(best, best, best)
	}
	return moved(valuation, best)
}

// spendBack states the share of the stake that is spent with its payer, as spending.go says.
func (d *draft) spendBack(change deal.Change) {
	id, share := deal.LegID(change.Target), deal.Share(change.Value)
	stake := *d.leg(id)
	back, found := d.spendingLeg(stake)
	if !found && share == 0 {
		return
	}
	if !found {
		back = d.makeSpendingLeg(stake)
		d.leg(back).TermMonths, _ = deal.ParseTerm(change.Text) // check has read it
	}
	condition := d.leg(id)
	condition.ConditionalOn, condition.Covers = back, share
	if share == 0 {
		// A share of zero would read as "all of it".
		condition.ConditionalOn = 0
	}
	d.carry(back, id)
}
