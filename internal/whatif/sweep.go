package whatif

import (
	"context"
	"fmt"
	"slices"

	"roundtrip/internal/deal"
)

// Sweep is what every measure does while one input moves.
type Sweep struct {
	Input   Input
	Values  []int64
	Rows    [][]Row // Rows[i]: the measures at Values[i], scenario beside base
	Present int64   // the scenario's own value of the input
	HasOne  bool    // false: the scenario has none, as for an undisclosed amount
	Kinks   []Kink  // of the circular money, when the input is an amount that counts in full
}

// Kink is where the circular money begins to rise more slowly.
type Kink struct {
	Value         int64  // of the input, in cents
	Before, After int64  // cents of circular money for each further cent
	Why           string // "OpenAI → Amazon is full at $38bn"; "" when no flow alone is the reason
	Label         string // what happens at the value, and why
}

// Series returns one measure at every value; unknown[i] says that it is not known there.
func (s *Sweep) Series(key string) (numbers []float64, unknown []bool, err error) {
	for _, rows := range s.Rows {
		at := slices.IndexFunc(rows, func(row Row) bool { return row.Key == key })
		if at < 0 {
			return nil, nil, fmt.Errorf("there is no measure %q", key)
		}
		numbers = append(numbers, rows[at].Scenario)
		unknown = append(unknown, !rows[at].ScenarioKnown)
	}
	return numbers, unknown, nil
}

// Steps returns so many values evenly from low to high, both included, for a Sweep; equal ones come once.
func Steps(low, high int64, count int) []int64 {
	if count < 2 || high <= low {
		return []int64{low}
	}
	values := make([]int64, 0, count)
	for i := range count {
		part, _ := deal.MulDiv(high-low, int64(i), int64(count-1))
		values = append(values, low+part)
	}
	return slices.Compact(values)
}

// Sweep measures the scenario with the input at each of the values. It stops with the context's error when
// that is done.
func (s *Study) Sweep(ctx context.Context, input Input, values []int64, progress Progress) (*Sweep, error) {
	if !input.Numeric() {
		return nil, fmt.Errorf("%s is a choice and not a number: it cannot be swept", input.Field)
	}
	sweep := &Sweep{Input: input, Values: values}
	sweep.Present, sweep.HasOne = s.Present(input)
	for i, value := range values {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		rows, err := s.rows(ctx, input.At(value))
		if err != nil {
			return nil, fmt.Errorf("sweep %s at %s: %w", input.Name(s.w.book), input.Text(s.w.book, value), err)
		}
		sweep.Rows = append(sweep.Rows, rows)
		progress.tell(i+1, len(values))
	}
	if len(values) > 1 && input.Field == deal.ChangeAmount {
		kinks, err := s.Kinks(ctx, input, slices.Min(values), slices.Max(values))
		if err != nil {
			return nil, err
		}
		sweep.Kinks = kinks
	}
	return sweep, nil
}

// Present returns the input's value in the scenario, and false where it has none: an undisclosed amount, or a share
// that must be spent back of which the amount is undisclosed, so that setting the share counts what was not counted.
func (s *Study) Present(input Input) (int64, bool) {
	for _, change := range slices.Backward(s.changes) {
		if change.Field == input.Field && change.Target == input.Target && change.Text == string(input.Status) {
			return change.Value, true
		}
	}
	if input.Field == deal.ChangeWeight {
		if weight, ok := s.w.view.Weights[input.Status]; ok {
			return int64(weight), true
		}
	}
	if input.Field == deal.ChangeSpentBack && !s.spendingKnown(input) {
		value, _ := input.Present(s.w.book)
		return value, false
	}
	return input.Present(s.w.book)
}

// spendingKnown reports whether the money that must be spent back has a number without the share being set.
func (s *Study) spendingKnown(input Input) bool {
	leg, _, ok := s.w.book.Leg(deal.LegID(input.Target))
	if !ok {
		return false
	}
	back, found := spendingLeg(s.w.book, leg)
	return found && leg.ConditionalOn == back.ID && back.Figure.Known()
}
