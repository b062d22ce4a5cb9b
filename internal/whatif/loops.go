package whatif

import (
	"context"
)

func (w *Workbench) loopChange(_ context.Context, _ *state) (LoopChange, error) {
	return LoopChange{}, nil
}
