package network

// Standing says how an amount lies between the ends of what it can be, as a sign before it.
type Standing string

// The standings.
const (
	Exact   Standing = ""
	AtMost  Standing = "≤" // it is the most that it can be
	AtLeast Standing = "≥" // it is the least that it can be
	Between Standing = "~" // it can be less and more
)

func standing(low, best, high int64, open bool) Standing {
	less, more := low < best, open || high > best
	switch {
	case less && more:
		return Between
	case less:
		return AtMost
	case more:
		return AtLeast
	}
	return Exact
}

// Standing says how the flow's money lies between its ends: a leg without a number beside one that has one leaves
// it open above.
func (f *Flow) Standing() Standing {
	return standing(f.Low, f.Money, f.High, f.HighOpen || f.Unknown() > 0)
}

// bounded reports whether something bounds the flow from above.
func (f *Flow) bounded() bool { return !f.HighOpen && f.Unknown() == 0 }

// ends returns the least and the most that can go round a loop of the flows, and whether nothing bounds it from above:
// of each flow's ends the smallest.
func ends(flows []*Flow) (low, high int64, open bool) {
	low, open = flows[0].Low, true
	for _, flow := range flows {
		low = min(low, flow.Low)
		if !flow.bounded() {
			continue
		}
		if open || flow.High < high {
			high = flow.High
		}
		open = false
	}
	return low, high, open
}
