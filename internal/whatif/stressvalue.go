package whatif

import (
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// valuation is what a company is worth by the newest equity leg that says so, with the new money in it.
type valuation struct {
	cents float64
	known bool
	open  bool // at least
}

// valuations returns the valuation of every company of the network.
func valuations(book *deal.Book, n *network.Network, pick network.Pick) []valuation {
	values := make([]valuation, len(n.Companies))
	newest := make([]deal.Date, len(n.Companies))
	for _, flow := range n.Flows {
		for _, part := range flow.Legs {
			leg, owner, ok := book.Leg(part.ID)
			if !ok || leg.Kind != deal.KindEquity || !leg.Valuation.Known() || leg.Valuation.Best <= 0 {
				continue
			}
			if values[flow.Payee].known && owner.Announced < newest[flow.Payee] {
				continue
			}
			whole := picked(leg.Valuation, pick)
			if leg.ValuationMoney == deal.TimingPreMoney {
				whole += picked(leg.Figure, pick)
			}
			cents, ok := book.InBase(whole, leg.Currency)
			if !ok {
				continue
			}
			values[flow.Payee] = valuation{cents: float64(cents), known: true, open: leg.Valuation.HighOpen()}
			newest[flow.Payee] = owner.Announced
		}
	}
	return values
}

// picked returns the number of the figure that the pick means.
func picked(figure deal.Figure, pick network.Pick) int64 {
	switch {
	case !figure.Known():
		return 0
	case pick == network.PickLow:
		return figure.Low
	case pick == network.PickHigh:
		return figure.High
	}
	return figure.Best
}

// investors sets what companies' own owners lose by what those hold of others. The loss of a company's own business is
// that of its valuation less what it loses by its own holdings, so that nothing is counted twice; look-through
// ownership shares it out (Elliott, Golub and Jackson 2014).
func (s *stressing) investors(first []float64, pick network.Pick) {
	ownership := s.Network.Ownership(s.Book)
	values := valuations(s.Book, s.Network, pick)
	worth, lostFirst, lost := make([]float64, len(values)), make([]float64, len(values)), make([]float64, len(values))
	for i, value := range values {
		if value.known {
			worth[i] = value.cents
		}
	}
	whole := slices.Clone(worth)
	for i := range values {
		if first != nil {
			lostFirst[i], lost[i] = first[i]*whole[i], s.Companies[i].Rank.Best*whole[i]
		}
	}
	wholeFirst, wholeLost := slices.Clone(lostFirst), slices.Clone(lost)
	for _, holding := range ownership.Holdings {
		if values[holding.Holder].known {
			worth[holding.Holder] -= holding.Direct * whole[holding.Held]
			lostFirst[holding.Holder] -= holding.Direct * wholeFirst[holding.Held]
			lost[holding.Holder] -= holding.Direct * wholeLost[holding.Held]
		}
	}
	place := make(map[int]int)
	of := func(holder int) *StressedInvestor {
		at, ok := place[holder]
		if !ok {
			at = len(s.Investors)
			place[holder] = at
			s.Investors = append(s.Investors, StressedInvestor{Company: s.Companies[holder].Company})
		}
		return &s.Investors[at]
	}
	for _, holding := range ownership.Holdings {
		investor := of(holding.Holder)
		investor.Legs = append(investor.Legs, holding.Legs...)
		value := values[holding.Held]
		if !value.known {
			investor.Unknown++
			continue
		}
		part := holding.LookThrough
		investor.Known = true
		investor.Worth.add(part * max(0, worth[holding.Held]))
		investor.First.add(part * max(0, lostFirst[holding.Held]))
		investor.Lost.add(part * max(0, lost[holding.Held]))
		investor.Worth.Open = investor.Worth.Open || value.open
		investor.First.Open = investor.First.Open || value.open && lostFirst[holding.Held] > 0
		investor.Lost.Open = investor.Lost.Open || value.open && lost[holding.Held] > 0
	}
	for _, id := range ownership.Unstated {
		leg, _, _ := s.Book.Leg(id)
		if at := slices.IndexFunc(s.Companies, func(c StressedCompany) bool { return c.Company == leg.Payer }); at >= 0 {
			investor := of(at)
			investor.Unknown++
			investor.Legs = append(investor.Legs, id)
		}
	}
}
