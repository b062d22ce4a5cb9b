package network

// Sum is what several legs add up to, in cents of the base currency.
type Sum struct {
	Money   int64
	Known   int // legs with a number
	Unknown int // legs without: they add nothing
}

func (s *Sum) add(flow *Flow) {
	unknown := flow.Unknown()
	s.Money += flow.Money
	s.Known += len(flow.Legs) - unknown
	s.Unknown += unknown
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
