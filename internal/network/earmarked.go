package network

import "roundtrip/internal/deal"

// Earmarked returns what ReturnShare does, except that the part of a leg that is conditional on another one
// goes the way of that one: the stake that must be spent with the investor comes back to it by the contract
// that the condition names, or by whatever becomes of the money from there on. Only the rest, and what else the same
// company pays, is passed on in proportion, and what is earmarked for a contract takes its room first: only what is left
// of the contract takes part in that, so that no more comes back by it than it pays. What is earmarked for a contract is at most what the contract is
// worth; if several legs are, they share it in proportion. Conditions on legs that are not in the network, or that
// somebody else pays, change nothing. A flow of several legs has the average of theirs by money. Without a book the two
// are the same. It is a fraction from 0 to 1; a contract without a number takes all that is earmarked for it. For a
// company that pays nothing on a condition it is what ReturnShare is.
func (n *Network) Earmarked(book *deal.Book) []float64 {
	a := n.amounts()
	return n.earmarked(book, a, a.returnShare(make([]float64, len(a.money))))
}

func (n *Network) earmarked(book *deal.Book, a *amounts, share []float64) []float64 {
	result := a.keep.floats(len(share))
	copy(result, share)
	if book == nil {
		return result
	}
	if conditions := n.conditions(book); len(conditions) > 0 {
		newRewiring(a, conditions).earmark(result, a.money, func(leg FlowLeg) (int64, bool) { return leg.Money, leg.Known })
	}
	return result
}

// condition says that a part of a leg must go on by another one.
type condition struct {
	leg, by      FlowLeg
	flow, byFlow int
	legs         int // of the flow
	covers       float64
	unsaid       bool // nobody says which part: covers is the most that it can be
}

func (n *Network) conditions(book *deal.Book) []condition {
	var found []condition
	for i, flow := range n.Flows {
		for _, part := range flow.Legs {
			leg, _, ok := book.Leg(part.ID)
			if !ok || leg.CoveredShare() == 0 {
				continue
			}
			by, byFlow, ok := n.legIn(leg.ConditionalOn)
			if ok && n.Flows[byFlow].Payer == flow.Payee {
				found = append(found, condition{
					leg: part, by: by, flow: i, byFlow: byFlow, legs: len(flow.Legs),
					covers: float64(leg.CoveredShare()) / float64(deal.Whole), unsaid: leg.Covers == 0,
				})
			}
		}
	}
	return found
}

// legIn returns the leg's part in the network and its flow, or false when it is not there.
func (n *Network) legIn(id deal.LegID) (leg FlowLeg, flow int, ok bool) {
	for i := range n.Flows {
		for _, leg := range n.Flows[i].Legs {
			if leg.ID == id {
				return leg, i, true
			}
		}
	}
	return FlowLeg{}, 0, false
}

// passage answers where money ends up that starts at a company. It keeps the elimination of a group for the next
// question, so that many conditions cost little more than one.
type passage struct {
	*amounts
	balanced []int32
	group    int32 // of which solver knows the factors; -1: of none
	solver   *elimination
	arrives  []float64
	target   int32 // that arrives was solved for, if the group's factors are known
}

// done gives the memory back.
func (p *passage) done() {
	if p.solver != nil {
		eliminations.Put(p.solver)
	}
}

// comesBack returns the probability that money at one company ever gets to another one of which it came.
func (p *passage) comesBack(from, to int32) float64 {
	group := p.groups.of[to]
	switch {
	case from == to:
		return 1
	case p.groups.of[from] != group:
		return 0
	}
	if p.balanced[from] >= 0 || p.balanced[to] >= 0 {
		if p.balanced[from] == p.balanced[to] {
			return 1
		}
		return 0
	}
	if p.solver == nil {
		p.solver = eliminations.Get().(*elimination)
	}
	e := p.solver
	if p.group != group {
		p.group = group
		p.wander(e, group, p.balanced)
		e.factor()
		p.target = -1
	}
	if p.target != to {
		p.target = to
		p.arrives = resized(p.arrives, e.n)
		p.arrives[p.groups.number[to]] = 1
		e.solve(p.arrives)
	}
	return min(1, p.arrives[p.groups.number[from]]/p.arrives[p.groups.number[to]])
}
