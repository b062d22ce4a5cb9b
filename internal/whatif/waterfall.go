package whatif

import (
	"context"
	"fmt"

	"roundtrip/internal/deal"
)

// WaterfallStep is what one change adds to a measure, once the changes before it are made.
type WaterfallStep struct {
	Change deal.Change
	Text   string
	From   float64
	To     float64
	Known  bool // both ends are known
}

// Waterfall makes the scenario's changes one after the other and returns what each adds to the measure on the
// way from base to scenario. The steps add up; what a single one adds depends on the order, which is that in
// which changes are made (see Apply).
func (w *Workbench) Waterfall(ctx context.Context, leg deal.LegID, changes []deal.Change, key string) ([]WaterfallStep, error) {
	ordered := inOrder(nil, changes)
	from, known, err := w.Study(leg, nil).number(ctx, key)
	if err != nil {
		return nil, err
	}
	steps := make([]WaterfallStep, 0, len(ordered))
	for i, change := range ordered {
		to, knownTo, err := w.Study(leg, ordered[:i+1]).number(ctx, key)
		if err != nil {
			return nil, fmt.Errorf("make the change %q: %w", Describe(w.book, change), err)
		}
		steps = append(steps, WaterfallStep{Change: change, Text: Describe(w.book, change), From: from, To: to, Known: known && knownTo})
		from, known = to, knownTo
	}
	return steps, nil
}
