package network

import (
	"math/rand/v2"
	"testing"
)

// Whatever each flow of a loop turns out to be, what goes round stays between the loop's ends, and reaches them.
func TestEndsOfALoopHoldEveryCase(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		flows := make([]*Flow, 2+random.IntN(3))
		for i := range flows {
			low := random.Int64N(5)
			flows[i] = &Flow{Low: low, High: low + random.Int64N(4), HighOpen: random.IntN(4) == 0}
		}
		low, high, open := ends(flows)
		least, most, bounded := int64(1000), int64(1000), false
		for _, flow := range flows {
			least = min(least, flow.Low)
			if !flow.HighOpen {
				most, bounded = min(most, flow.High), true
			}
		}
		if low != least || open == bounded || bounded && high != most {
			t.Fatalf("ends are %d, %d, open %v; want %d, %d, open %v", low, high, open, least, most, !bounded)
		}
	}
}

func TestStandingOfAFlow(t *testing.T) {
	known, unknown := FlowLeg{Known: true}, FlowLeg{}
	for _, test := range []struct {
		flow Flow
		want Standing
	}{
		{Flow{Low: 5, Money: 5, High: 5, Legs: []FlowLeg{known}}, Exact},
		{Flow{Low: 0, Money: 5, High: 5, Legs: []FlowLeg{known}}, AtMost},
		{Flow{Low: 5, Money: 5, High: 9, Legs: []FlowLeg{known}}, AtLeast},
		{Flow{Low: 5, Money: 5, High: 5, HighOpen: true, Legs: []FlowLeg{known}}, AtLeast},
		{Flow{Low: 5, Money: 5, High: 5, Legs: []FlowLeg{known, unknown}}, AtLeast},
		{Flow{Low: 0, Money: 5, High: 5, Legs: []FlowLeg{known, unknown}}, Between},
		{Flow{Low: 4, Money: 5, High: 6, Legs: []FlowLeg{known}}, Between},
	} {
		if got := test.flow.Standing(); got != test.want {
			t.Errorf("%+v stands %q, want %q", test.flow, got, test.want)
		}
	}
}
