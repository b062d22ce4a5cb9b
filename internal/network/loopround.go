package network

import (
	"slices"

	"roundtrip/internal/deal"
)

// Round says in words how much money can go round a loop of the network, in its currency.
func (n *Network) Round(l Loop) string {
	money := func(cents int64) string { return deal.Money{Cents: cents, Currency: n.Base}.Short() }
	switch {
	case l.Known:
		return string(l.Standing) + money(l.Money) + " can go round"
	case l.UpTo > 0:
		return "up to " + money(l.UpTo) + " can go round, how much is " + n.openWords(l)
	}
	return "how much can go round is " + n.openWords(l)
}

// openWords says what leaves the money of a loop open: undisclosed legs, or else only what the view or a rate does not say.
func (n *Network) openWords(l Loop) string {
	var missing Missing
	for i, payer := range l.Path {
		if at, ok := n.FlowBetween(payer, l.Path[(i+1)%len(l.Path)]); ok && !n.Flows[at].Known() {
			missing.Add(n.MissingOf(n.Flows[at].Legs...))
		}
	}
	switch {
	case missing.Undisclosed > 0 || missing.All() == 0:
		return "undisclosed"
	case missing.Unplaced > 0:
		return "not known in this view"
	}
	return "not known without a rate to " + string(n.Base)
}

// Ring returns the positions of the companies, each of which pays the next and the last the first, or false when a company or
// a flow between two of them is missing.
func (n *Network) Ring(path []deal.CompanyID) (members []int, closed bool) {
	members = make([]int, len(path))
	for i, id := range path {
		members[i] = slices.IndexFunc(n.Companies, func(company deal.Company) bool { return company.ID == id })
		if members[i] < 0 {
			return nil, false
		}
	}
	for i, payer := range members {
		if _, ok := n.FlowBetween(payer, members[(i+1)%len(members)]); !ok {
			return nil, false
		}
	}
	return members, len(path) > 0
}
