package network

// Side is what every company pays, or is paid, by its position in Companies.
type Side []Sum

// Sides returns what each company pays and what it is paid, with how many of the legs have a number.
func (n *Network) Sides() (pays, paid Side) {
	pays, paid = make(Side, len(n.Companies)), make(Side, len(n.Companies))
	for i := range n.Flows {
		pays[n.Flows[i].Payer].add(&n.Flows[i])
		paid[n.Flows[i].Payee].add(&n.Flows[i])
	}
	return pays, paid
}

// Sureness returns how sure each company's sum is, and so its concentration.
func (s Side) Sureness() []Sureness {
	all := make([]Sureness, len(s))
	for i := range s {
		all[i] = s[i].Sureness()
	}
	return all
}

// Sureness says how far a measure can be trusted that undisclosed legs, which add nothing to it, may belong to.
type Sureness int

// The degrees of sureness.
const (
	Sure      Sureness = iota // no undisclosed leg touches the measure
	Disclosed                 // it is computed of disclosed legs, and there are others
	Unknown                   // nothing that it would be computed of is disclosed
)

// String returns the word for the degree: sure, disclosed or unknown.
func (s Sureness) String() string { return [...]string{"sure", "disclosed", "unknown"}[s] }

// Sureness says how sure is what is computed of the sum alone: a total, or its concentration.
func (s Sum) Sureness() Sureness {
	switch {
	case s.Unknown == 0:
		return Sure
	case s.Known == 0:
		return Unknown
	}
	return Disclosed
}

// SurenessOfThroughflow says how sure each company's throughflow is. Where only a part is disclosed it is at least
// what is computed: an undisclosed leg can only add to the larger of what a company gets and pays, or make the other
// side the larger.
func (n *Network) SurenessOfThroughflow() []Sureness {
	pays, paid := n.Sides()
	all := make([]Sureness, len(n.Companies))
	for i := range all {
		all[i] = Sum{Known: pays[i].Known + paid[i].Known, Unknown: pays[i].Unknown + paid[i].Unknown}.Sureness()
	}
	return all
}

// SurenessOfDebtRank says how sure each company's DebtRank is. A company that nobody has financed and that buys from
// nobody costs the others nothing, whatever is disclosed. Of any other, an undisclosed leg anywhere can change what its
// failure costs, because the part that is lost is a part of everybody's value; where nothing that others gave it or
// sell it is disclosed, what it costs them is not known at all.
func (n *Network) SurenessOfDebtRank() []Sureness {
	exposed := make([]Sum, len(n.Companies))
	open := false
	for i := range n.Flows {
		flow := &n.Flows[i]
		for _, leg := range flow.Legs {
			open = open || !leg.Known
			fails := flow.Payer
			if leg.Kind.Financing() {
				fails = flow.Payee
			}
			switch {
			case flow.Payer == flow.Payee:
			case leg.Known:
				exposed[fails].Known++
			default:
				exposed[fails].Unknown++
			}
		}
	}
	all := make([]Sureness, len(n.Companies))
	for i, sum := range exposed {
		if all[i] = sum.Sureness(); open && sum.Known > 0 {
			all[i] = Disclosed
		}
	}
	return all
}
