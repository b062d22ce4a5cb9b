package network

import (
	"errors"
	"testing"

	"roundtrip/internal/deal"
)

// Amounts that are too many to count are refused with the largest legs named.
func TestTooLargeNamesTheLargestLegs(t *testing.T) {
	n := &Network{Base: deal.USD, Companies: []deal.Company{{ID: 1, Name: "A"}, {ID: 2, Name: "B"}}}
	const trillion = 1_000_000_000_000_00
	for i := range 400 {
		n.Flows = append(n.Flows, Flow{Payer: i % 2, Payee: 1 - i%2, Legs: []FlowLeg{{Money: int64(100+i/399) * trillion, Known: true}}})
	}
	_, err := n.finish()
	const want = "the legs add up to more than $23,058.43tn, beyond what can be counted to the cent, so nothing is drawn or measured; " +
		"the largest: B to A, $101tn; A to B, $100tn; A to B, $100tn, beside 397 others. " +
		"Correct amounts that are mistyped, or leave deals out with a filter"
	if large := new(TooLarge); !errors.As(err, &large) || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
	n.Flows = n.Flows[:200]
	if _, err := n.finish(); err != nil {
		t.Error(err)
	}
}
