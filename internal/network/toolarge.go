package network

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// largestNamed is how many of the largest legs are named when together they are too many to count.
const largestNamed = 3

// TooLarge is the error of a network whose legs add up to more than can be counted to the cent.
type TooLarge struct {
	Limit   deal.Money
	Largest []string // the largest legs in words: Amazon to OpenAI, $100tn
	Others  int      // how many legs there are beside these
}

// Error says what is wrong, with which legs, and what to do.
func (e *TooLarge) Error() string {
	others := ""
	if e.Others > 0 {
		others = ", beside " + deal.CountOf(e.Others, "other")
	}
	return fmt.Sprintf("%s, so nothing is drawn or measured; the largest: %s%s. "+
		"Correct amounts that are mistyped, or leave deals out with a filter", e.InShort(), strings.Join(e.Largest, "; "), others)
}

// InShort says only what is wrong.
func (e *TooLarge) InShort() string {
	return fmt.Sprintf("the legs add up to more than %s, beyond what can be counted to the cent", e.Limit.Short())
}

// countable refuses sums beyond int64. Every single leg is far below the bound, so the running sums of add can only
// have wrapped when the check in floating point fails as well.
func (n *Network) countable() error {
	type sized struct {
		flow  *Flow
		cents int64
	}
	total := 0.0
	for i := range n.Flows {
		for _, leg := range n.Flows[i].Legs {
			total += float64(max(leg.High, leg.Money))
		}
	}
	if total <= math.MaxInt64/4 {
		return nil
	}
	var legs []sized
	for i := range n.Flows {
		for _, leg := range n.Flows[i].Legs {
			legs = append(legs, sized{&n.Flows[i], max(leg.High, leg.Money)})
		}
	}
	slices.SortStableFunc(legs, func(a, b sized) int { return cmp.Compare(b.cents, a.cents) })
	problem := &TooLarge{Limit: deal.Money{Cents: math.MaxInt64 / 4, Currency: n.Base}}
	for _, leg := range legs[:min(largestNamed, len(legs))] {
		problem.Largest = append(problem.Largest, fmt.Sprintf("%s to %s, %s", n.Companies[leg.flow.Payer].Name,
			n.Companies[leg.flow.Payee].Name, deal.Money{Cents: leg.cents, Currency: n.Base}.Short()))
	}
	problem.Others = len(legs) - len(problem.Largest)
	return problem
}
