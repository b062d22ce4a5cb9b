package network

// Circulation returns the largest part of the money that is balanced, in cents, and how much of each flow
// belongs to it: of all ways to take 0 <= C <= W from the flows so that every company gets in C exactly what
// it pays in C, the one with the greatest sum. This is maxC of the Circular Directional Flow Decomposition
// (M. Homs-Dones, R. MacKay, B. Sansom, Y. Zhou, 2025). The sum is unique, the parts need not be; which one
// is returned depends on the flows alone.
//
// It is computed from the other side, exactly in integers: the least that has to be taken out of the flows so
// that what remains is balanced. That is a transport problem, in which companies that pay more than they get
// are the supplies and every flow has its money as capacity and a cost of one. A network without loops has
// circulation 0; one in which every company gets what it pays has all of its money in circulation; what a
// company pays itself goes round by definition; a flow without a number counts as 0; parallel legs count as their
// sum; without flows it is 0.
func (n *Network) Circulation() (total int64, part []int64) {
	a := n.amounts()
	part = make([]int64, len(a.money))
	return a.circulation(part), part
}

// CircularMoney returns the total that Circulation returns, without the parts, in memory used before.
func (n *Network) CircularMoney() int64 {
	room := newWorkspace()
	defer room.done()
	return n.amountsIn(room).circulation(nil)
}

// circulation returns the largest balanced part and, unless part is nil, sets each flow's.
func (a *amounts) circulation(part []int64) int64 {
	t := transports.Get().(*transport)
	defer transports.Put(t)
	t.set(a.companies)
	t.ctx = a.ctx
	total := int64(0)
	for i, cents := range a.money {
		if cents > 0 && a.inside(i) {
			from, to := a.payer[i], a.payee[i]
			t.add(from, to, cents, 1)
			t.supply[from] += cents
			t.supply[to] -= cents
			total += cents
		}
	}
	t.solve()
	at := 0
	for i, cents := range a.money {
		around := int64(0)
		if cents > 0 && a.inside(i) {
			around = cents - t.moved(at)
			total -= t.moved(at)
			at++
		}
		if part != nil {
			part[i] = around
		}
	}
	return total
}
