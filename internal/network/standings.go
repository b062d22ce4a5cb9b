package network

import (
	"math"
	"slices"
)

// Standings says of each measure how its number lies between the ends of what it can be, as one rule for all that show
// them: by its interval where Measures has that, and by the figures of the flows before.
type Standings struct {
	Gross, Circulation, CircularShare, Finn, Multiplier, NetDebt, Compressed, Volume, GammaThr Standing

	Loops, Flags, Shortfall Standing // of how many there are, and of what is unpaid in clearing

	Throughflow, SupplierHHI, CustomerHHI, DebtRank, Pays []Standing // of each company; Pays is Clearing's

	Circular, ReturnShare, Earmarked []Standing // of each flow
}

// Standings returns the standings of measures of the network, with or without intervals.
func (n *Network) Standings(m *Measures) Standings {
	onLoops := n.OnLoops()
	any, looping := Exact, Exact // of what may be more or less as soon as any flow may, and of that which is nothing without loops
	if n.StandingOfGross() != Exact {
		any = Between
	}
	for i := range n.Flows {
		if onLoops(&n.Flows[i]) {
			looping = any
		}
	}
	r, about := m.Ranges, n.RestsOnAbout()
	within := func(number float64, without Standing, of func() Range, about bool) Standing {
		if r == nil || without == Exact || !of().defined() {
			return without
		}
		return of().StandingWith(number, without.where(about))
	}
	in := func(number float64, without Standing, of func() Range) Standing {
		return within(number, without, of, about)
	}
	around := n.aboutOver(onLoops)                        // what else is only about so much moves no money round a loop
	count := func(number int, of func() Range) Standing { // what is only about so much leaves every count as it is
		if standing := in(float64(number), any, of); r == nil || standing == Exact || !of().defined() {
			return standing
		}
		return of().Standing(float64(number))
	}
	s := Standings{
		Gross:         n.StandingOfGross(),
		Circulation:   within(float64(m.Circulation), n.StandingOver(onLoops), func() Range { return r.Circulation }, around),
		CircularShare: in(m.CircularShare, looping, func() Range { return m.CircularRange }),
		Finn:          in(m.Finn, looping, func() Range { return m.FinnRange }),
		Multiplier:    in(m.Multiplier, any, func() Range { return r.Multiplier }),
		NetDebt:       in(float64(m.Netting.NetDebt), any, func() Range { return r.NetDebt }),
		Compressed:    in(float64(m.Netting.Compressed), any, func() Range { return r.Compressed }),
		Volume:        in(m.BFF.Volume, looping, func() Range { return r.Volume }),
		GammaThr:      in(m.BFF.GammaThr, looping, func() Range { return r.GammaThr }),
	}
	switch {
	case m.Loops.Truncated:
		s.Loops = AtLeast
	case looping != Exact:
		s.Loops = count(m.Loops.Count, func() Range { return r.LoopCount })
	}
	s.Flags = count(len(m.Flags), func() Range { return r.Flags })
	s.Shortfall = in(float64(m.Clearing.Shortfall()), any, func() Range { return r.Shortfall })
	n.companyStandings(m, any, &s)
	n.flowStandings(m, onLoops, any, &s)
	return s
}

// doubt counts flows, and says what they can be together.
type doubt struct {
	flows             int
	less, more, about bool
}

func (d *doubt) add(flow *Flow) {
	d.flows++
	standing := flow.Standing()
	d.less, d.more = d.less || standing == AtMost || standing == Between, d.more || standing == AtLeast || standing == Between
	d.about = d.about || flow.about()
}

// companyStandings sets those of the companies.
func (n *Network) companyStandings(m *Measures, any Standing, s *Standings) {
	companies := len(n.Companies)
	out, in, both := make([]doubt, companies), make([]doubt, companies), make([]doubt, companies)
	costs := make([]bool, companies) // others something when they fail: those that financed them or sell to them
	for i := range n.Flows {
		flow := &n.Flows[i]
		out[flow.Payer].add(flow)
		in[flow.Payee].add(flow)
		both[flow.Payer].add(flow)
		both[flow.Payee].add(flow)
		financing, commercial := flow.Financing()
		costs[flow.Payee] = costs[flow.Payee] || financing && flow.Payer != flow.Payee
		costs[flow.Payer] = costs[flow.Payer] || commercial && flow.Payer != flow.Payee
	}
	concentrated := func(d doubt) Standing {
		if d.flows > 1 && (d.less || d.more) {
			return Between
		}
		return Exact // that of a single one is certain
	}
	for at := range n.Companies {
		through, rank, pays := standingOf(both[at].less, both[at].more), Exact, Exact
		if through != Exact && m.Ranges != nil && at < len(m.Ranges.Throughflow) {
			through = m.Ranges.Throughflow[at].StandingWith(m.Throughflow[at], through.where(both[at].about))
		}
		if costs[at] {
			rank = any
		}
		if out[at].flows > 0 {
			pays = any
		}
		s.Throughflow, s.DebtRank, s.Pays = append(s.Throughflow, through), append(s.DebtRank, rank), append(s.Pays, pays)
		s.SupplierHHI, s.CustomerHHI = append(s.SupplierHHI, concentrated(out[at])), append(s.CustomerHHI, concentrated(in[at]))
	}
}

// flowStandings sets those of the flows.
func (n *Network) flowStandings(m *Measures, onLoops func(*Flow) bool, any Standing, s *Standings) {
	around, about := Exact, n.RestsOnAbout()
	if n.StandingOver(onLoops) != Exact {
		around = Between
	}
	unsaid := make([]bool, len(n.Companies)) // which part must be spent of what it pays
	for i := range n.Flows {
		if slices.ContainsFunc(n.Flows[i].Legs, func(leg FlowLeg) bool { return leg.Unsaid }) {
			unsaid[n.Flows[i].Payer] = true
		}
	}
	for i := range n.Flows {
		circular, back := Exact, Exact
		if onLoops(&n.Flows[i]) {
			circular, back = around, any
		}
		earmarked := back
		if r := m.Ranges; r != nil && i < len(r.ReturnShare) && i < len(r.Earmarked) {
			if earmarked = r.Earmarked[i].StandingWith(m.Earmarked[i], back.where(about)); back != Exact {
				back = r.ReturnShare[i].StandingWith(m.ReturnShare[i], back.where(about))
			}
		} else if unsaid[n.Flows[i].Payer] && onLoops(&n.Flows[i]) {
			earmarked = Between
		}
		s.Circular, s.ReturnShare, s.Earmarked = append(s.Circular, circular), append(s.ReturnShare, back), append(s.Earmarked, earmarked)
	}
}

// where returns the standing where the condition holds, and else that of what is certain.
func (s Standing) where(holds bool) Standing {
	if holds {
		return s
	}
	return Exact
}

// RestsOnAbout reports whether some leg is only about so much, so that the interval of a number can be too narrow.
func (n *Network) RestsOnAbout() bool { return n.aboutOver(func(*Flow) bool { return true }) }

// aboutOver reports whether a leg of the flows that count is only about so much.
func (n *Network) aboutOver(counts func(*Flow) bool) bool {
	return slices.ContainsFunc(n.Flows, func(flow Flow) bool { return flow.about() && counts(&flow) })
}

// StandingWith is Standing of a number of which the figures alone have said how it stands, Exact where no leg is only about so
// much. Such a leg has no width in the interval, so that an end of that bounds nothing that the figures leave open.
func (r Range) StandingWith(number float64, without Standing) Standing {
	return r.Standing(number).and(without)
}

// defined reports whether the interval has ends.
func (r Range) defined() bool { return !math.IsNaN(r.Low) && !math.IsNaN(r.High) }
