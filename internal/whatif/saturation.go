package whatif

import (
	"context"
	"fmt"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Saturation says from which amount on a leg adds nothing to the circular money any more, and why.
//
// The circular money as a function of one leg's amount never falls, is concave, and is straight but for
// finitely many kinks: more of one flow can only let more go round, until another flow is full.
type Saturation struct {
	Cents     int64        // the smallest amount from which nothing is added, in cents of the leg's currency
	Reached   bool         // the scenario's amount is there or above
	Unbounded bool         // it never stops adding; Cents is then the amount from which it adds least, or 0
	Leg       deal.LegID   // the biggest leg that is full there, 0 when none is
	Full      []deal.LegID // every leg of the flows that are full there, the biggest flow first
	Unsure    bool         // other amounts than the best figures, or undisclosed ones, could let more go round
	Unless    string       // what it is then only said by: "by the best figures", "as far as it is disclosed", "but for what is without an exchange rate"
	Why       string       // "OpenAI → Amazon is full at $38bn"; "" when nothing is full
	Sentence  string       // "Above $38bn the stake adds nothing to the circular money: OpenAI → Amazon is full at $38bn."
}

// saturationsKept is how many saturations a workbench remembers: a slider that goes to and fro finds them again.
const saturationsKept = 1_000

// saturation returns where the leg stops adding to the circular money in the scenario that the changes make
// of everything else. It does not depend on the leg's own amount and is kept from one step to the next.
func (w *Workbench) saturation(ctx context.Context, stake Stake, changes []deal.Change) (Saturation, error) {
	if _, _, ok := w.book.Leg(stake.Leg); !ok {
		if stake.Leg == 0 {
			return Saturation{}, nil
		}
		return Saturation{Sentence: "The leg is no longer in the document."}, nil
	}
	others := slices.DeleteFunc(slices.Clone(changes), func(change deal.Change) bool {
		return change.Target == int64(stake.Leg) && (change.Field == deal.ChangeAmount || besides(w.view, change.Field))
	})
	key := fmt.Sprint(stake.Leg, others)
	w.mutex.Lock()
	found, ok := w.saturated[key]
	w.mutex.Unlock()
	if !ok {
		var err error
		search := &saturationSearch{w: w, leg: stake.Leg, others: others, probes: w.variations()}
		if found, err = search.run(ctx); err != nil {
			return Saturation{}, fmt.Errorf("find where the leg stops adding: %w", err)
		}
		w.mutex.Lock()
		if len(w.saturated) >= saturationsKept {
			clear(w.saturated)
		}
		w.saturated[key] = found
		w.mutex.Unlock()
	}
	found.Reached = !found.Unbounded && stake.Cents >= found.Cents
	return found, nil
}

// besides reports whether the field is a bound of a leg's figure that its best number, which the view counts, does not hang on.
func besides(view network.View, field deal.ChangeField) bool {
	bound := field == deal.ChangeLow || field == deal.ChangeHigh
	return bound && view.Figure != network.PickLow && view.Figure != network.PickHigh
}

// saturationSearch looks for the point from which one leg adds nothing.
type saturationSearch struct {
	w      *Workbench
	leg    deal.LegID
	others []deal.Change
	book   *deal.Book // the scenario's, with the leg at its greatest
	probes *variations
}

// at returns the scenario with the leg at so many cents, probe the same until the next one.
func (s *saturationSearch) at(cents int64) (*state, error) { return s.w.build(s.changed(cents)) }

func (s *saturationSearch) probe(cents int64) (state, error) { return s.probes.build(s.changed(cents)) }

// changed returns the changes with the leg at so many cents. What they say is paid of it so far is never more than that.
func (s *saturationSearch) changed(cents int64) []deal.Change {
	changes := append(slices.Clone(s.others), deal.Change{Field: deal.ChangeAmount, Target: int64(s.leg), Value: cents})
	for i := range changes {
		if change := &changes[i]; change.Field == deal.ChangeDrawn && change.Target == int64(s.leg) {
			change.Value = min(change.Value, cents)
		}
	}
	return changes
}

func (s *saturationSearch) run(ctx context.Context) (Saturation, error) {
	greatest, err := s.at(deal.MaxCents)
	if err != nil {
		return Saturation{}, err
	}
	s.book = greatest.book
	self := flowOf(greatest.network, s.leg)
	if self < 0 || legMoney(greatest.network, self, s.leg) == 0 {
		was, _, _ := s.w.book.Leg(s.leg)
		missing := absenceOf(greatest.book, greatest.network, s.others, was)
		return Saturation{Sentence: fmt.Sprintf("%s adds nothing to the circular money, because %s.", deal.Capital(s.what()), missing.why)}, nil
	}
	half, err := s.at(deal.MaxCents / 2)
	if err != nil {
		return Saturation{}, err
	}
	if moves(greatest.network, half.network, self) {
		return s.moving(ctx, greatest.network, half.network)
	}
	return s.still(greatest.network, half.network, self)
}

// moves reports whether another flow than the leg's own differs between two networks of the same flows.
func moves(a, b *network.Network, self int) bool {
	if len(a.Flows) != len(b.Flows) {
		return true
	}
	for i := range a.Flows {
		if i != self && a.Flows[i].Money != b.Flows[i].Money {
			return true
		}
	}
	return false
}

// still finds the point where only the leg's own flow depends on its amount, exactly: with the leg beyond all
// bounds, the least of its flow that a largest balanced part needs. Half of that tells a leg that the view counts in
// part, however large it is, such as what is paid of it so far.
func (s *saturationSearch) still(greatest, half *network.Network, self int) (Saturation, error) {
	_, part := greatest.Circulation()
	residual := newResidual(greatest, part, self)
	needed := residual.spare()
	flow := &greatest.Flows[self]
	own := legMoney(greatest, self, s.leg)
	needed = max(0, needed-(flow.Money-own))
	if needed >= own && legMoney(half, self, s.leg) == own {
		cents, err := s.inverse(own, own)
		if err != nil {
			return Saturation{}, err
		}
		why := s.countedPart(greatest, own)
		return Saturation{Cents: cents, Why: why, Sentence: fmt.Sprintf("Above %s %s adds nothing to the circular money: %s.", s.money(cents), s.what(), why)}, nil
	}
	if needed >= own {
		return Saturation{Unbounded: true, Sentence: "Whatever its amount, every dollar of it goes round."}, nil
	}
	cents, err := s.inverse(needed, own)
	if err != nil {
		return Saturation{}, err
	}
	return s.stops(greatest, residual, cents), nil
}

// stops returns the answer for a leg that adds nothing from so many cents on, given a largest balanced part of
// the network in which it is beyond all bounds.
func (s *saturationSearch) stops(greatest *network.Network, residual *residual, cents int64) Saturation {
	found := Saturation{Cents: cents}
	full := residual.full()
	for _, i := range full {
		for _, leg := range greatest.Flows[i].Legs {
			found.Full = append(found.Full, leg.ID)
		}
	}
	if len(full) > 0 {
		found.Leg = biggestLeg(greatest.Flows[full[0]])
		found.Why = fullText(greatest, full)
		found.Unless = unsure(greatest, residual.self, s.leg).words()
		found.Unsure = found.Unless != ""
	}
	found.Sentence = s.sentence(greatest, residual.self, found)
	if words := unlessSaid(found); words != "" {
		found.Why += ", " + words
	}
	return found
}

// inverse returns the fewest cents of the leg that the view counts as at least the money: the view may count
// a year of it, a weighted part or another currency.
func (s *saturationSearch) inverse(money, own int64) (int64, error) {
	if own == deal.MaxCents || money == 0 {
		return money, nil
	}
	low, high := int64(0), int64(deal.MaxCents) // too little, enough
	for high-low > 1 {
		middle := low + (high-low)/2
		probe, err := s.probe(middle)
		if err != nil {
			return 0, err
		}
		counted := int64(0)
		if self := flowOf(probe.network, s.leg); self >= 0 {
			counted = legMoney(probe.network, self, s.leg)
		}
		if counted >= money {
			high = middle
		} else {
			low = middle
		}
	}
	return high, nil
}
