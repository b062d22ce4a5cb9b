package whatif

import "roundtrip/internal/deal"

// widen widens every estimate to what the same shock does at other figures. What is not there at those figures is nothing
// there.
func (r *StressResult) widen(corner *StressResult) {
	for _, pair := range []struct {
		to   *Estimate
		from Estimate
	}{{&r.Due, corner.Due}, {&r.Lost, corner.Lost}, {&r.LostBefore, corner.LostBefore}, {&r.LeastLost, corner.LeastLost}, {&r.Rank, corner.Rank}} {
		pair.to.reach(pair.from.Best)
	}
	widenCompanies(r.Companies, corner.Companies)
	r.widenLegs(corner.Legs)
	suppliers := make(map[deal.CompanyID]StressedSupplier, len(corner.Suppliers))
	for _, supplier := range corner.Suppliers {
		suppliers[supplier.Company] = supplier
	}
	for i := range r.Suppliers {
		other := suppliers[r.Suppliers[i].Company]
		r.Suppliers[i].Due.reach(other.Due.Best)
		r.Suppliers[i].Lost.reach(other.Lost.Best)
	}
	investors := make(map[deal.CompanyID]StressedInvestor, len(corner.Investors))
	for _, investor := range corner.Investors {
		investors[investor.Company] = investor
	}
	for i := range r.Investors {
		investor, other := &r.Investors[i], investors[r.Investors[i].Company]
		investor.Worth.reach(other.Worth.Best)
		investor.First.reach(other.First.Best)
		investor.Lost.reach(other.Lost.Best)
	}
}

// widenCompanies goes by position: every network of a Book under a view has the same companies, unless the figures
// decide which are near enough to be there.
func widenCompanies(companies, corner []StressedCompany) {
	place := make(map[deal.CompanyID]int, len(corner))
	for i := range corner {
		place[corner[i].Company] = i
	}
	for i := range companies {
		company := &companies[i]
		other := StressedCompany{Wave: -1}
		if at, ok := place[company.Company]; ok {
			other = corner[at]
		}
		company.Owes.reach(other.Owes.Best)
		company.Pays.reach(other.Pays.Best)
		company.DueIn.reach(other.DueIn.Best)
		company.LostIn.reach(other.LostIn.Best)
		company.Rank.reach(other.Rank.Best)
		company.Elsewhere = company.Elsewhere || company.Fell() != other.Fell()
	}
}

// widenLegs adds the legs that lose something only at the other figures.
func (r *StressResult) widenLegs(corner []StressedLeg) {
	place := make(map[deal.LegID]int, len(r.Legs))
	for i := range r.Legs {
		place[r.Legs[i].Leg] = i
	}
	seen := make(map[deal.LegID]bool, len(corner))
	for _, other := range corner {
		seen[other.Leg] = true
		at, ok := place[other.Leg]
		if !ok {
			other.Due.Low, other.Lost.Low, other.LostBefore.Low = 0, 0, 0
			other.Due.Best, other.Lost.Best, other.LostBefore.Best = 0, 0, 0
			r.Legs = append(r.Legs, other)
			continue
		}
		leg := &r.Legs[at]
		leg.Due.reach(other.Due.Best)
		leg.Lost.reach(other.Lost.Best)
		leg.LostBefore.reach(other.LostBefore.Best)
	}
	for i := range r.Legs {
		if !seen[r.Legs[i].Leg] {
			r.Legs[i].Due.reach(0)
			r.Legs[i].Lost.reach(0)
			r.Legs[i].LostBefore.reach(0)
		}
	}
}
