package network

// ReturnShare returns for each flow which part of a dollar that the payer gives the payee ever comes back to
// the payer, directly or through others, from 0 to 1, when each company passes on what it gets in proportion
// to what it pays: from i to j goes W_ij / T_i with T_i = max(in, out), and what is left leaves the network.
// It is the first-passage probability from payee to payer in the Markov chain of these proportions (J. Kemeny
// and J. Snell, "Finite Markov Chains", 1960), and the smallest solution where there are several. In a network
// that nothing leaves it is 1 along every flow on a loop. A flow without a number has a share too: that of the
// next dollar, should one be paid. What a company pays itself has come back: its share is 1. Parallel legs are one
// flow and have one share. The share is always defined, also where the spectral radius of the proportions is 1.
func (n *Network) ReturnShare() []float64 {
	a := n.amounts()
	return a.returnShare(make([]float64, len(a.money)))
}

// returnShare sets and returns the share of each flow, going through the groups one by one: what leaves a
// group never comes back.
func (a *amounts) returnShare(share []float64) []float64 {
	balanced := a.balanced()
	e := eliminations.Get().(*elimination)
	defer eliminations.Put(e)
	clear(share)
	for group := range a.groups.count {
		flows := a.groups.flowsOf(group)
		if len(flows) == 0 {
			continue
		}
		a.wander(e, group, balanced)
		e.factor()
		e.invert()
		if stopped(a.ctx) {
			return share
		}
		for _, flow := range flows {
			payer, payee := a.payer[flow], a.payee[flow]
			switch {
			case balanced[payer] >= 0 && balanced[payer] == balanced[payee]:
				share[flow] = 1
			case balanced[payer] < 0 && balanced[payee] < 0:
				share[flow] = min(1, e.hits(a.groups.number[payee], a.groups.number[payer]))
			}
		}
	}
	return share
}

// wander makes the elimination that of money going round in the group until it leaves the group.
func (a *amounts) wander(e *elimination, group int32, balanced []int32) {
	companies := a.groups.companiesOf(group)
	e.set(len(companies))
	e.ctx = a.ctx
	stays := resized(e.pivot, len(companies)) // its memory is needed only later
	e.pivot = stays
	for _, flow := range a.groups.flowsOf(group) {
		payer := a.groups.number[a.payer[flow]]
		stays[payer] += float64(a.money[flow])
		e.add(payer, a.groups.number[a.payee[flow]], float64(a.money[flow]))
	}
	for at, company := range companies {
		e.leak[at] = float64(a.through(company)) - stays[at]
		if balanced[company] >= 0 || a.through(company) == 0 {
			// Money that cannot leave has an answer without computing it, and a company without money
			// must only not divide by zero.
			e.leak[at] = 1
		}
	}
}
