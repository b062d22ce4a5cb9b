package network

import (
	"math"
	"slices"

	"roundtrip/internal/deal"
)

// Standing says how an amount lies between the ends of what it can be, as a sign before it.
type Standing string

// The standings.
const (
	Exact   Standing = ""
	AtMost  Standing = "≤" // it is the most that it can be
	AtLeast Standing = "≥" // it is the least that it can be
	Between Standing = "~" // it can be less and more
)

// Words are what the standing is called before an amount in plain text: "up to ", "at least ", "about ", or nothing.
func (s Standing) Words() string {
	switch s {
	case AtLeast:
		return "at least "
	case AtMost:
		return "up to "
	case Between:
		return "about "
	}
	return ""
}

func standing(low, best, high int64, open bool) Standing {
	return standingOf(low < best, open || high > best)
}

// StandingOf says how the best number of a figure lies between its ends.
func StandingOf(f deal.Figure) Standing {
	if f.Said == deal.SaidAbout && f.Low == f.High { // nobody says by how much
		return Between
	}
	return standing(f.Low, f.Best, f.High, f.HighOpen())
}

// standingOf returns the standing of what can be less, or more.
func standingOf(less, more bool) Standing {
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
// it open above, and one that is only about so much leaves it open both ways.
func (f *Flow) Standing() Standing {
	if f.about() {
		return Between
	}
	return standing(f.Low, f.Money, f.High, f.HighOpen || f.Unknown() > 0)
}

// about reports whether a leg of the flow is only about so much, and nobody says by how much.
func (f *Flow) about() bool {
	return slices.ContainsFunc(f.Legs, func(leg FlowLeg) bool { return leg.About })
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

// StandingOver returns how what only grows with the flows that count lies between its ends: it can be less where some of
// them may be less, and more where some may be more.
func (n *Network) StandingOver(counts func(*Flow) bool) Standing {
	less, more := false, false
	for i := range n.Flows {
		if flow := &n.Flows[i]; counts(flow) {
			standing := flow.Standing()
			less, more = less || standing == AtMost || standing == Between, more || standing == AtLeast || standing == Between
		}
	}
	return standingOf(less, more)
}

// StandingOfGross says how all the money of the network lies between its ends. Legs without a number leave it open above.
func (n *Network) StandingOfGross() Standing { return n.StandingOver(func(*Flow) bool { return true }) }

// OnLoops returns what says of each flow whether it can be part of a loop.
func (n *Network) OnLoops() func(*Flow) bool {
	component := make([]int, len(n.Companies))
	for i, members := range n.Components() {
		for _, company := range members {
			component[company] = i + 1
		}
	}
	return func(flow *Flow) bool {
		return component[flow.Payer] != 0 && component[flow.Payer] == component[flow.Payee]
	}
}

// Standing says how the number lies in the interval. An end that was searched for and not proven bounds nothing.
func (r Range) Standing(number float64) Standing {
	same := 1e-9 * max(1, math.Abs(number))
	low, high := !r.Sampled || r.LowProven, !r.Sampled || r.HighProven
	switch {
	case r.High-r.Low <= same && low && high:
		return Exact
	case r.High-r.Low <= same:
		return Between
	case r.High-number <= same && high:
		return AtMost
	case number-r.Low <= same && low:
		return AtLeast
	}
	return Between
}
