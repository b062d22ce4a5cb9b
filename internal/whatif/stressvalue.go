package whatif

import (
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// valuation is what a company is worth by the newest equity leg that says so, with the new money in it.
type valuation struct {
	cents float64
	by    deal.LegID // 0: it is not known
	open  bool       // at least
}

func (v valuation) known() bool { return v.by != 0 }

// valuations returns the valuation of every company of the network.
func valuations(book *deal.Book, n *network.Network, f figures) []valuation {
	values := make([]valuation, len(n.Companies))
	newest := make([]deal.Date, len(n.Companies))
	for _, flow := range n.Flows {
		for _, part := range flow.Legs {
			leg, owner, ok := book.Leg(part.ID)
			if !ok || leg.Kind != deal.KindEquity || !leg.Valuation.Known() || leg.Valuation.Best <= 0 {
				continue
			}
			if values[flow.Payee].known() && owner.Announced < newest[flow.Payee] {
				continue
			}
			rate, ok := book.InBase(leg.Valuation.Best, leg.Currency)
			if !ok {
				continue
			}
			whole, _ := f.whole(leg, f.valuations)
			newMoney := leg.PreMoney() && leg.Figure.Known() && leg.Figure.HighOpen()
			values[flow.Payee] = valuation{
				cents: whole * float64(rate) / float64(leg.Valuation.Best), by: leg.ID, open: leg.Valuation.HighOpen() || newMoney,
			}
			newest[flow.Payee] = owner.Announced
		}
	}
	return values
}

// holdings returns who owns whom after the shock: what it takes away of a stake is not bought any more. It lists the
// legs of which nothing is bought as well. Values that leave no room for all stakes are raised.
func (s *stressing) holdings(values []valuation, f figures) (ownership network.Ownership, gone []deal.LegID) {
	shares := s.shares(values, f)
	ownership = s.Network.OwnershipBy(s.Book, func(leg deal.Leg) (float64, bool, bool) {
		share, ok := shares[leg.ID]
		return share, false, ok
	})
	isGone := func(id deal.LegID) bool { return s.Shock.leaves(s.Book, id) == 0 }
	for _, id := range ownership.Unstated {
		if isGone(id) {
			gone = append(gone, id)
		}
	}
	ownership.Unstated = slices.DeleteFunc(ownership.Unstated, isGone)
	return ownership, gone
}

// shares returns what is known of the part of its payee that each equity leg buys. Away from the best figures a
// valuation can be too low for its own stake beside the others: it is then the least at which all of them fit.
func (s *stressing) shares(values []valuation, f figures) map[deal.LegID]float64 {
	shares, held := make(map[deal.LegID]float64), make([]float64, len(values))
	for _, flow := range s.Network.Flows {
		for _, part := range flow.Legs {
			leg, _, ok := s.Book.Leg(part.ID)
			kept := s.Shock.leaves(s.Book, part.ID)
			if !ok || leg.Kind != deal.KindEquity || flow.Payer == flow.Payee || kept == 0 {
				continue
			}
			pick := f.older
			if values[flow.Payee].by == leg.ID {
				pick = f.valuations
			}
			if share, ok := f.share(leg, pick); ok {
				shares[leg.ID] = share * kept
				held[flow.Payee] += shares[leg.ID]
			}
		}
	}
	for i := range values {
		own := shares[values[i].by]
		if rest := 1 - (held[i] - own); f.elsewhere && held[i] > 1+1e-9 && own > 0 && rest > 1e-9 && s.boughtByMoney(values[i].by) {
			values[i].cents *= own / rest
			shares[values[i].by] = rest
		}
	}
	return shares
}

// investors sets what companies' own owners lose by what those hold of others. The loss of a company's own business is
// that of its valuation less what it loses by its own holdings, so that nothing is counted twice; look-through
// ownership shares it out (Elliott, Golub and Jackson 2014).
func (s *stressing) investors(first []float64, f figures) {
	values := valuations(s.Book, s.Network, f)
	ownership, gone := s.holdings(values, f)
	own := s.ownBusiness(values, ownership.Holdings, first)
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
		investor, value := of(holding.Holder), values[holding.Held]
		investor.Legs = append(investor.Legs, holding.Legs...)
		if !value.known() {
			investor.Unknown++
			continue
		}
		// Money that bought its stake at the very valuation is worth itself, however high that is.
		itself := len(holding.Legs) == 1 && holding.Legs[0] == value.by &&
			holding.LookThrough <= holding.Direct*ownership.Outside[holding.Holder]*(1+1e-9) && s.boughtByMoney(value.by)
		investor.add(holding, own, value.open && holding.LookThrough > 0 && !itself)
	}
	for _, investor := range s.Investors {
		s.HoldingsWorth.add(investor.Worth.Best)
		s.HoldingsLost.add(investor.Lost.Best)
		s.HoldingsWorth.Open = s.HoldingsWorth.Open || investor.Worth.Open
		s.HoldingsLost.Open = s.HoldingsLost.Open || investor.Lost.Open
	}
	unknown := func(ids []deal.LegID, count func(*StressedInvestor)) {
		for _, id := range ids {
			leg, _, _ := s.Book.Leg(id)
			if at := slices.IndexFunc(s.Companies, func(c StressedCompany) bool { return c.Company == leg.Payer }); at >= 0 {
				investor := of(at)
				count(investor)
				investor.Legs = append(investor.Legs, id)
			}
		}
	}
	unknown(ownership.Unstated, func(investor *StressedInvestor) { investor.Unknown++ })
	unknown(gone, func(investor *StressedInvestor) { investor.Gone++ })
}

// businesses is what each company's own business is worth, and loses by the shock itself and in all, in cents: its
// valuation without what it holds of others.
type businesses struct{ worth, lostFirst, lost []float64 }

func (s *stressing) ownBusiness(values []valuation, holdings []network.Holding, first []float64) businesses {
	worth, lostFirst, lost := make([]float64, len(values)), make([]float64, len(values)), make([]float64, len(values))
	for i, value := range values {
		if value.known() {
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
	for _, holding := range holdings {
		if values[holding.Holder].known() {
			worth[holding.Holder] -= holding.Direct * whole[holding.Held]
			lostFirst[holding.Holder] -= holding.Direct * wholeFirst[holding.Held]
			lost[holding.Holder] -= holding.Direct * wholeLost[holding.Held]
		}
	}
	return businesses{worth, lostFirst, lost}
}

// add counts in what the investor holds of the business, open where nothing bounds that from above.
func (i *StressedInvestor) add(holding network.Holding, own businesses, open bool) {
	part, held := holding.LookThrough, holding.Held
	i.Known = true
	i.Worth.add(part * max(0, own.worth[held]))
	i.First.add(part * max(0, own.lostFirst[held]))
	i.Lost.add(part * max(0, own.lost[held]))
	i.Worth.Open = i.Worth.Open || open
	i.First.Open = i.First.Open || open && own.lostFirst[held] > 0
	i.Lost.Open = i.Lost.Open || open && own.lost[held] > 0
}

// boughtByMoney reports whether the leg's stake follows from its money, which has an upper end.
func (s *stressing) boughtByMoney(id deal.LegID) bool {
	leg, _, _ := s.Book.Leg(id)
	return leg.Stake == 0 && leg.Figure.Known() && !leg.Figure.HighOpen()
}
