package whatif

import (
	"context"

	"roundtrip/internal/deal"
)

// Saturation says from which amount on a leg adds nothing to the circular money any more, and why.
type Saturation struct {
	Cents     int64        // the smallest amount from which nothing is added, in cents of the leg's currency
	Reached   bool         // the scenario's amount is there or above
	Unbounded bool         // it never stops adding; Cents is then where it begins to add less, or 0
	Leg       deal.LegID   // the biggest leg that is full there, 0 when none is
	Full      []deal.LegID // every leg of the flows that are full there
	Sentence  string       // "Above $38bn the stake adds nothing: OpenAI → Amazon is full at $38bn."
}

func (w *Workbench) saturation(_ context.Context, _ Stake, _ []deal.Change) (Saturation, error) {
	return Saturation{}, nil
}
