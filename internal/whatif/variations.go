package whatif

import (
	"fmt"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// variations are the scenarios of one workbench, built one after the other, each in the memory of the one before. They
// belong to one goroutine at a time.
type variations struct {
	w        *Workbench
	draft    *draft
	networks *network.Rebuilder
}

func (w *Workbench) variations() *variations { return &variations{w: w, draft: newDraft(w.book)} }

// build returns what Workbench.build returns, until the next scenario is built.
func (v *variations) build(changes []deal.Change) (state, error) {
	v.draft.begin()
	book, view, err := v.draft.applied(v.w.view, changes)
	if err != nil {
		return state{}, err
	}
	if v.networks == nil {
		if v.networks, err = network.NewRebuilder(v.w.view); err != nil {
			return state{}, fmt.Errorf("build the scenario: %w", err)
		}
	}
	built, err := v.networks.Build(book, view.Weights)
	if err != nil {
		return state{}, fmt.Errorf("build the scenario: %w", err)
	}
	return state{book: book, view: view, network: built}, nil
}
