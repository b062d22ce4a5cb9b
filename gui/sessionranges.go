package gui

import (
	"context"
	"time"

	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// rangeTime is how long ranges are searched for; 0: as long as the command line does, so that both find the same. Tests
// of large documents, which wait for ranges at every step, give them less.
var rangeTime time.Duration

// wideComparison is a comparison with its ranges.
type wideComparison struct {
	of         *whatif.Comparison // without them
	comparison *whatif.Comparison // with them; nil where they cannot be computed
	base       *network.Measures  // with ranges, of the network baseOf
	baseOf     *network.Network
}

// findRanges computes how far the measures of what is shown and of its base can move, which takes many times as long as
// the measures themselves, beside the window. What is known of them already is not computed again.
func (s *session) findRanges() {
	book, shown, measures := s.shown()
	if measures == nil || s.rangedOf == shown && s.wide.of == s.compared {
		return
	}
	type found struct {
		ranged *network.Measures
		wide   wideComparison
	}
	workbench, compared, tried, limits := s.workbench, s.compared, s.tried(), s.limits()
	baseBook, baseOf := s.book, shown
	if tried {
		baseOf, _ = s.base()
	}
	now := found{wide: wideComparison{of: compared, baseOf: baseOf}}
	if s.rangedOf == shown {
		now.ranged = s.ranged
	}
	if s.wide.baseOf == baseOf {
		now.wide.base = s.wide.base
	}
	start(&s.ranging, func(ctx context.Context) *found {
		options := network.Options{Limits: limits, Ranges: true, Time: rangeTime}
		var err error
		if now.ranged == nil {
			if now.ranged, err = network.Measure(ctx, book, shown, options); err != nil {
				return nil
			}
		}
		if now.wide.base == nil && !tried {
			now.wide.base = now.ranged
		}
		if now.wide.of == nil {
			return &now
		}
		if now.wide.base == nil {
			if now.wide.base, err = network.Measure(ctx, baseBook, baseOf, options); err != nil {
				return nil
			}
		}
		now.wide.comparison = workbench.Ranged(now.wide.of, now.wide.base, now.ranged)
		return &now
	}, func(now *found) {
		if now == nil { // they cannot be computed: nobody waits for them
			s.wide.of, s.wide.comparison = compared, nil
			tell(s.onRanges)
			return
		}
		s.ranged, s.rangedOf, s.wide = now.ranged, shown, now.wide
		tell(s.onRanges)
	})
}

// rangedRows returns the rows of what is compared with their ranges, or without them and true while they are computed.
func (s *session) rangedRows() (rows []whatif.Row, pending bool) {
	if s.compared == nil {
		return nil, false
	}
	if s.wide.comparison != nil && s.wide.of == s.compared {
		return s.wide.comparison.Rows, false
	}
	return s.compared.Rows, s.wide.of != s.compared
}
