package network

import "math"

// Finn returns Finn's cycling index: the part of everything that passes through companies that has been
// through the same company before, from 0 to 1. With throughflow T_i = max(in, out) it is
// sum_i T_i r_ii / sum_i T_i, where r_ii is the probability that a dollar leaving i comes back to i
// (J. Finn, "Measures of ecosystem structure and function derived from analysis of flows", 1976). A closed
// network has index 1, a network without loops or without flows 0. What a company pays itself has been through it
// before and counts in full. Legs without a number pass nothing through; parallel legs count as their sum.
func (n *Network) Finn() float64 {
	a := n.amounts()
	return a.finn(a.returnShare(make([]float64, len(a.money))))
}

// Throughflow returns what passes through each company in cents: the greater of what it gets and what it pays, of
// itself too (Finn's T, 1976). It is 0 without flows. Legs without a number add nothing, so it is then a floor;
// parallel legs add up.
func (n *Network) Throughflow() []float64 { return n.amounts().throughflow(nil) }

// Multiplier returns how often a dollar that comes from outside is counted on average before it leaves:
// throughflow over money from outside, sum_i T_i / sum_i max(0, out - in), at least 1. This is Finn's mean
// path length, the average column sum of the Leontief inverse (W. Leontief 1936), weighted by the money that
// enters. It is +Inf in a closed network, where the spectral radius of the pass-through matrix is 1 and money goes
// round that never came from outside, and 0 without flows. What a company pays itself passes through once more.
// Legs without a number count for nothing; parallel legs count as their sum.
func (n *Network) Multiplier() float64 { return n.amounts().multiplier() }

func (a *amounts) throughflow(room *workspace) []float64 {
	through := room.floats(a.companies)
	for company := range through {
		through[company] = float64(a.through(int32(company)))
	}
	return through
}

func (a *amounts) finn(share []float64) float64 {
	cycled, total := 0.0, 0.0
	for flow, cents := range a.money {
		cycled += float64(cents) * share[flow]
	}
	for company := range int32(a.companies) {
		total += float64(a.through(company))
	}
	if total == 0 {
		return 0
	}
	return min(1, cycled/total)
}

func (a *amounts) multiplier() float64 {
	total, outside := 0.0, int64(0)
	for company := range int32(a.companies) {
		total += float64(a.through(company))
		outside += max(0, a.out[company]-a.in[company])
	}
	if total == 0 {
		return 0
	}
	if outside == 0 {
		return math.Inf(1)
	}
	return total / float64(outside)
}
