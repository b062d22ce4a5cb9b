package network

import "slices"

// UnknownReturns reports of each flow whether nobody knows what of it comes back: no disclosed money leads from its payee
// back to its payer, so that its share is 0 in the shares given, and undisclosed money may.
func (n *Network) UnknownReturns(shares []float64) []bool {
	unknown := make([]bool, len(n.Flows))
	if !slices.ContainsFunc(n.Flows, func(flow Flow) bool { return !flow.Known() }) {
		return unknown
	}
	onLoops, next := n.OnLoops(), make([][]int, len(n.Companies))
	for i := range n.Flows {
		if flow := &n.Flows[i]; flow.Money > 0 || !flow.Known() {
			next[flow.Payer] = append(next[flow.Payer], flow.Payee)
		}
	}
	for i := range n.Flows {
		if flow := &n.Flows[i]; i < len(shares) && shares[i] == 0 && onLoops(flow) {
			unknown[i] = leads(next, flow.Payee, flow.Payer)
		}
	}
	return unknown
}

// leads reports whether the steps lead from one company to another.
func leads(next [][]int, from, to int) bool {
	seen, queue := make([]bool, len(next)), []int{from}
	for seen[from] = true; len(queue) > 0; queue = queue[1:] {
		if queue[0] == to {
			return true
		}
		for _, company := range next[queue[0]] {
			if !seen[company] {
				seen[company], queue = true, append(queue, company)
			}
		}
	}
	return false
}
