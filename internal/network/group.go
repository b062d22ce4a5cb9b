package network

// Sum is what several legs add up to, in cents of the base currency.
type Sum struct {
	Money   int64
	Known   int // legs with a number
	Unknown int // legs without: they add nothing

	Less, More bool // the legs with a number may come to less, or more, than Money
}

// Standing says how the sum of the legs with a number lies between its ends.
func (s Sum) Standing() Standing { return standingOf(s.Less, s.More) }

func (s *Sum) add(flow *Flow) {
	for i := range flow.Legs {
		s.addLeg(&flow.Legs[i])
	}
}

func (s *Sum) addLeg(leg *FlowLeg) {
	if !leg.Known {
		s.Unknown++
		return
	}
	s.Known++
	s.Money += leg.Money
	s.Less, s.More = s.Less || leg.About || leg.Low < leg.Money, s.More || leg.About || leg.HighOpen || leg.High > leg.Money
}

// All returns the sum of all flows.
func (n *Network) All() Sum {
	var all Sum
	for i := range n.Flows {
		all.add(&n.Flows[i])
	}
	return all
}

// Sum returns that of the flow's legs.
func (f *Flow) Sum() Sum {
	var sum Sum
	sum.add(f)
	return sum
}

// Group is what a set of companies has to do with each other and with everyone else.
type Group struct {
	Among Sum // from one of them to another
	In    Sum // from everyone else to them
	Out   Sum // from them to everyone else
}

// GroupOf returns the sums of a set of companies, given by their positions in Companies.
func (n *Network) GroupOf(members []int) Group {
	inside := make([]bool, len(n.Companies))
	for _, at := range members {
		inside[at] = true
	}
	var group Group
	for i := range n.Flows {
		flow := &n.Flows[i]
		switch {
		case inside[flow.Payer] && inside[flow.Payee]:
			group.Among.add(flow)
		case inside[flow.Payee]:
			group.In.add(flow)
		case inside[flow.Payer]:
			group.Out.add(flow)
		}
	}
	return group
}

// Among returns the network of a set of companies alone, given by their positions in Companies, with the flows between
// them as they are, and the position in Flows of each.
func (n *Network) Among(members []int) (among *Network, flows []int) {
	among = &Network{Base: n.Base, View: n.View}
	number := make([]int, len(n.Companies))
	inside := make([]bool, len(n.Companies))
	for _, at := range members {
		inside[at] = true
	}
	for at, company := range n.Companies {
		if inside[at] {
			number[at] = len(among.Companies)
			among.Companies = append(among.Companies, company)
		}
	}
	for at, flow := range n.Flows {
		if inside[flow.Payer] && inside[flow.Payee] {
			flow.Payer, flow.Payee = number[flow.Payer], number[flow.Payee]
			among.Flows, flows = append(among.Flows, flow), append(flows, at)
		}
	}
	return among, flows
}
