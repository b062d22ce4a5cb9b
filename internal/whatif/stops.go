package whatif

import (
	"context"
	"fmt"
	"math"
)

// Stop returns the value of the sweep's input from which on the measure does not move any more, to the input's
// own smallest step, and false where it moves to the end of the sweep, moves nowhere on it, or is not known.
func (s *Study) Stop(ctx context.Context, sweep *Sweep, key string) (int64, bool, error) {
	numbers, unknown, err := sweep.Series(key)
	if err != nil || len(numbers) < 3 {
		return 0, false, err
	}
	last := len(numbers) - 1
	if unknown[last] || math.IsNaN(numbers[last]) {
		return 0, false, nil
	}
	at := last
	for at > 0 && !unknown[at-1] && still(numbers[at-1], numbers[last]) {
		at--
	}
	// Two equal values at the end may be chance; a measure that stays known but never moves stops nowhere.
	if at == 0 || at == last || unknown[at-1] {
		return 0, false, nil
	}
	low, high := sweep.Values[at-1], sweep.Values[at]
	for high-low > 1 {
		middle := low + (high-low)/2
		number, known, err := s.number(ctx, key, sweep.Input.At(middle))
		if err != nil {
			return 0, false, fmt.Errorf("find where %s stops: %w", key, err)
		}
		if known && still(number, numbers[last]) {
			high = middle
		} else {
			low = middle
		}
	}
	return high, true, nil
}

// still reports whether two numbers are the same but for what floating point may be off.
func still(a, b float64) bool { return math.Abs(a-b) <= 1e-14*max(math.Abs(a), math.Abs(b)) }
