package gui

import (
	"context"

	"fyne.io/fyne/v2"

	"roundtrip/internal/whatif"
)

// sideRanges computes the ranges of the scenarios that stand side by side, beside the window and one after the other.
// Numbers are shown without their ranges first.
type sideRanges struct {
	found   map[*whatif.Comparison]*whatif.Comparison // the comparison with its ranges, by the one without
	failed  map[*whatif.Comparison]bool
	asked   []*whatif.Comparison // that are computed now
	runs    int                  // the last of them has the newest question
	working background
	onFound func()
}

func newSideRanges(onFound func()) *sideRanges {
	return &sideRanges{found: map[*whatif.Comparison]*whatif.Comparison{}, failed: map[*whatif.Comparison]bool{}, onFound: onFound}
}

// of returns the comparison with its ranges, where they are known.
func (r *sideRanges) of(c *whatif.Comparison) *whatif.Comparison {
	if ranged := r.found[c]; ranged != nil {
		return ranged
	}
	return c
}

// missing returns the comparisons of the columns whose ranges are still to be computed.
func (r *sideRanges) missing(columns []whatif.Column) (comparisons []*whatif.Comparison) {
	for _, column := range columns {
		if c := column.Comparison; c != nil && r.found[c] == nil && !r.failed[c] {
			comparisons = append(comparisons, c)
		}
	}
	return comparisons
}

// ask computes the ranges that are not there yet and drops those that nobody asks for any more.
func (r *sideRanges) ask(workbench *whatif.Workbench, columns []whatif.Column) {
	wanted := map[*whatif.Comparison]bool{}
	for _, column := range columns {
		wanted[column.Comparison] = true
	}
	for c := range r.found {
		if !wanted[c] {
			delete(r.found, c)
		}
	}
	for c := range r.failed {
		if !wanted[c] {
			delete(r.failed, c)
		}
	}
	missing := r.missing(columns)
	if len(missing) == 0 || workbench == nil || r.computing(missing) {
		return
	}
	r.asked = missing
	r.runs++
	run := r.runs
	start(&r.working, func(ctx context.Context) error {
		for _, c := range missing {
			ranged, err := workbench.WithRanges(ctx, c)
			if ctx.Err() != nil {
				return ctx.Err()
			}
			fyne.Do(func() {
				if r.runs != run {
					return
				}
				if err != nil {
					r.failed[c] = true
				} else {
					r.found[c] = ranged
				}
				r.onFound()
			})
		}
		return nil
	}, func(error) {
		r.asked = nil
		r.onFound()
	})
}

// computing reports whether all of them are being computed already.
func (r *sideRanges) computing(missing []*whatif.Comparison) bool {
	asked := map[*whatif.Comparison]bool{}
	for _, c := range r.asked {
		asked[c] = true
	}
	for _, c := range missing {
		if !asked[c] {
			return false
		}
	}
	return true
}

// stop computes nothing any more; what is found stays.
func (r *sideRanges) stop() {
	r.working.stop()
	r.runs++
	r.asked = nil
}
