package network

import (
	"slices"
	"strings"
)

// Counted is a network whose loops have been counted. How many loops there are depends on who pays whom and not on
// how much, so that a network of the same flows has as many: a slider that moves an amount need not count them again,
// which with many of them takes longer than everything else together.
type Counted struct {
	Network *Network
	Loops   LoopReport // of the network, found within the limits that the other network is measured with
}

// of reports whether the network has the same flows of the same kinds of legs between the same companies, so that its
// loops are as many, and those of more than two companies of the same categories. Not every loop has been sorted where
// the search stopped short while it still did.
func (c *Counted) of(n *Network) bool {
	if c == nil || c.Loops.Truncated && c.Loops.ByCategory != nil || len(c.Network.Flows) != len(n.Flows) || len(c.Network.Companies) != len(n.Companies) {
		return false
	}
	for i := range n.Companies {
		if n.Companies[i].ID != c.Network.Companies[i].ID {
			return false
		}
	}
	for i := range n.Flows {
		a, b := &c.Network.Flows[i], &n.Flows[i]
		if a.Payer != b.Payer || a.Payee != b.Payee || !sameKinds(a.Legs, b.Legs) {
			return false
		}
	}
	return true
}

func sameKinds(a, b []FlowLeg) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Kind != b[i].Kind {
			return false
		}
	}
	return true
}

// copyTo writes the counts into the network's report, which holds its own biggest loops already.
func (c *Counted) copyTo(n *Network, report *LoopReport) {
	report.Count, report.Truncated = c.Loops.Count, c.Loops.Truncated
	report.ByLength = append(report.ByLength[:0], c.Loops.ByLength...)
	if report.ByCategory = slices.Clone(c.Loops.ByCategory); report.ByCategory != nil {
		c.Network.eachPair(func(category Category) { report.ByCategory[slices.Index(Categories, category)]-- })
		n.eachPair(func(category Category) { report.ByCategory[slices.Index(Categories, category)]++ })
	}
	report.Why = strings.TrimSuffix(c.Loops.Why, topAllTheSame)
	if report.Truncated && report.TopComplete {
		report.Why += topAllTheSame
	}
}

// eachPair calls visit for every loop of two companies: which way more money goes decides what they are.
func (n *Network) eachPair(visit func(Category)) {
	for i := range n.Flows {
		there := &n.Flows[i]
		if there.Payer >= there.Payee {
			continue
		}
		if back, ok := n.FlowBetween(there.Payee, there.Payer); ok {
			visit(categoryOf([]*Flow{there, &n.Flows[back]}))
		}
	}
}
