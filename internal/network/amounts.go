package network

import "context"

// amounts is the network as the measures see it: who pays whom how much, without legs and names. It can be
// filled again with other amounts, as the search for ranges does, without new memory.
type amounts struct {
	companies    int
	payer, payee []int32
	money        []int64 // cents of each flow, in the order of Network.Flows
	in, out      []int64 // cents into and out of each company
	groups       grouping

	// When ctx is done, long computations end early with results that mean nothing. It may be nil.
	ctx context.Context

	// Where what is computed of the amounts is kept meanwhile. It may be nil.
	room *workspace

	// Where results are kept that outlive the computation. It may be nil, and they have memory of their own then.
	keep *workspace
}

// stopped reports whether results need not be right any more.
func stopped(ctx context.Context) bool { return ctx != nil && ctx.Err() != nil }

// grouping divides companies and flows by the strongly connected components: only flows within a group can
// be on a loop. Flows without a number count as flows here, so that it holds whatever they turn out to be.
type grouping struct {
	count     int32
	of        []int32 // the group of each company; a company in no loop has its own
	number    []int32 // the company's number within its group, from 0
	members   []int32 // companies ordered by group, then number
	member    []int32 // the group's companies are members[member[g]:member[g+1]]
	flows     []int32 // flows within groups, ordered by group
	flow      []int32 // the group's flows are flows[flow[g]:flow[g+1]]
	crossings []int32 // flows between groups
}

// amounts returns the flows with the money of the network's view.
func (n *Network) amounts() *amounts { return n.amountsIn(nil) }

func (n *Network) amountsIn(room *workspace) *amounts {
	a := &amounts{
		companies: len(n.Companies),
		payer:     room.int32s(len(n.Flows)),
		payee:     room.int32s(len(n.Flows)),
		money:     room.int64s(len(n.Flows)),
		in:        room.int64s(len(n.Companies)),
		out:       room.int64s(len(n.Companies)),
		room:      room,
	}
	for i := range n.Flows {
		a.payer[i], a.payee[i] = int32(n.Flows[i].Payer), int32(n.Flows[i].Payee)
		a.money[i] = n.Flows[i].Money
	}
	a.group(n.arrowsIn(room))
	a.total()
	return a
}

func (a *amounts) group(graph arrows) {
	g := &a.groups
	g.of, g.count = graph.components(nil)
	g.member, g.members, g.number = a.room.int32s(int(g.count)+1), a.room.int32s(a.companies), a.room.int32s(a.companies)
	for company, group := range g.of {
		g.number[company] = g.member[group+1]
		g.member[group+1]++
	}
	for group := range g.count {
		g.member[group+1] += g.member[group]
	}
	for company, group := range g.of {
		g.members[g.member[group]+g.number[company]] = int32(company)
	}
	g.flow, g.crossings = a.room.int32s(int(g.count)+1), a.room.int32s(len(a.payer))[:0]
	inside := 0
	for flow := range a.payer {
		if a.inside(flow) {
			g.flow[g.of[a.payer[flow]]+1]++
			inside++
		} else {
			g.crossings = append(g.crossings, int32(flow))
		}
	}
	for group := range g.count {
		g.flow[group+1] += g.flow[group]
	}
	g.flows = a.room.int32s(inside)
	next := a.room.int32s(int(g.count))
	copy(next, g.flow)
	for flow := range a.payer {
		if a.inside(flow) {
			group := g.of[a.payer[flow]]
			g.flows[next[group]] = int32(flow)
			next[group]++
		}
	}
}

// companiesOf and flowsOf return the companies and flows of a group, ascending.
func (g *grouping) companiesOf(group int32) []int32 {
	return g.members[g.member[group]:g.member[group+1]]
}

func (g *grouping) flowsOf(group int32) []int32 { return g.flows[g.flow[group]:g.flow[group+1]] }

// total adds the money up by company. It must be called after money has been changed.
func (a *amounts) total() {
	clear(a.in)
	clear(a.out)
	for i, cents := range a.money {
		a.out[a.payer[i]] += cents
		a.in[a.payee[i]] += cents
	}
}

// gross returns the sum of all flows in cents.
func (a *amounts) gross() int64 {
	sum := int64(0)
	for _, cents := range a.money {
		sum += cents
	}
	return sum
}

// through returns the cents that pass through the company: the greater of in and out.
func (a *amounts) through(company int32) int64 { return max(a.in[company], a.out[company]) }

// inside reports whether the flow stays within one group, as every flow on a loop does.
func (a *amounts) inside(flow int) bool {
	return a.groups.of[a.payer[flow]] == a.groups.of[a.payee[flow]]
}

// balanced numbers the parts of the network in which every company gets exactly what it pays, so that nothing
// ever leaves them. Such a part is its own closed world: no money runs between it and the rest. Companies
// outside of one have the number -1.
func (a *amounts) balanced() []int32 {
	root := a.room.int32s(a.companies)
	for company := range root {
		root[company] = int32(company)
	}
	find := func(company int32) int32 {
		for root[company] != company {
			root[company] = root[root[company]]
			company = root[company]
		}
		return company
	}
	for i, cents := range a.money {
		if cents > 0 {
			root[find(a.payer[i])] = find(a.payee[i])
		}
	}
	open := a.room.bools(a.companies)
	for company := range root {
		if a.in[company] != a.out[company] || a.in[company] == 0 {
			open[find(int32(company))] = true
		}
	}
	number := a.room.int32s(a.companies)
	for company := range number {
		number[company] = find(int32(company))
		if open[number[company]] {
			number[company] = -1
		}
	}
	return number
}
