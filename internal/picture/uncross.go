package picture

import "slices"

// Where companies of a loop do not stand in its order, its legs cross, and the money may go twice round its middle, or back
// round it. There each leg by itself looks for a bow with which it goes round once.

const (
	// twiceCost is what it costs that money does not go once round the ring's room.
	twiceCost = 8.0
	// leastUncrossed is how many companies a loop has whose legs can cross so.
	leastUncrossed = 4
	// uncrossRounds is how often each leg is looked at.
	uncrossRounds = 2
)

// uncrossed returns the legs of the ring with some of them bowed by themselves, where that is less of a flaw than the least
// one so far, and otherwise as they lie in the best way so far.
func (r *ring) uncrossed(best []laidSide, least float64) ([]laidSide, float64) {
	if len(r.sides) < leastUncrossed {
		return best, least
	}
	for range uncrossRounds {
		before := least
		for _, i := range r.longestFirst() {
			for _, toLeft := range [...]float64{1, -1} {
				for step := 1; step <= bowSteps && least >= crossCost; step += 2 {
					laid := slices.Clone(best)
					laid[i] = r.bowed(&r.sides[i], step, toLeft)
					flaws := float64(step)*bowCost + r.tangled(laid)
					if flaws < least {
						flaws += r.narrow(laid) // that takes longer
					}
					if flaws < least {
						best, least = laid, flaws
					}
				}
			}
		}
		if least == before {
			break
		}
	}
	return best, least
}
