package whatif

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Stress returns what the shock does to the Book under the view: who cannot pay any more, wave by wave (the clearing of
// Eisenberg and Noe 2001, with the default costs of Rogers and Veraart 2013), DebtRank (Battiston and others 2012), the
// revenue that suppliers lose and the value that investors lose, looked through.
//
// What has been paid is not due again (see network.Unpaid): it can neither fall away nor stay unpaid. The stakes and credits
// that it bought can lose their value all the same.
//
// A company that fails pays the recovery rate of all that it owes. Legs that the shock takes away are lost to their
// payee and need not be paid. Valuations that fall change what holdings are worth and pass losses on, but nobody pays
// less because of them. A company whose cash is unknown is taken to pay in full, unless cash is assumed.
//
// The best numbers are those of the view's figures. The ends of sums are exact. All others are searched for over a bounded
// number of combinations of figures (see combinations), undisclosed legs among them from nothing upwards, and are marked as
// sampled; figures in between can reach beyond them. What the measures of the network also have has the measures'
// range. The error is that of Shock.Validate, of the view, or of the context.
func Stress(ctx context.Context, book *deal.Book, view network.View, shock Shock) (*StressResult, error) {
	if err := shock.Validate(book); err != nil {
		return nil, err
	}
	built, err := network.Build(book, view)
	if err != nil {
		return nil, fmt.Errorf("build the network: %w", err)
	}
	result, err := stressAt(book, built, shock, figures{view: view.Figure, valuations: view.Figure, older: view.Figure})
	if err != nil {
		return nil, err
	}
	if err := result.search(ctx); err != nil {
		return nil, err
	}
	result.close()
	result.finish()
	return result, nil
}

// stressing is one stress test at one figure.
type stressing struct {
	*StressResult
	owed          *network.Network // what is due before the shock: what the view counts and nobody has paid yet
	left          *network.Network // what is due after it
	cash          []network.Means  // before it
	before, after network.Clearing
	due           *network.Network // as left, but of a failed company only what is recovered
}

// stressAt stresses the network as it is, with holdings at the figures.
func stressAt(book *deal.Book, built *network.Network, shock Shock, f figures) (*StressResult, error) {
	s := &stressing{StressResult: &StressResult{Shock: shock, Book: book, Network: built}}
	s.owed = built.Unpaid(book)
	s.left = s.owed.Keeping(func(_ network.Flow, leg network.FlowLeg) deal.Share { return shock.keeps(book, leg.ID) })
	s.cash = built.Cash(book)
	s.Companies = make([]StressedCompany, len(built.Companies))
	for i, company := range built.Companies {
		if !s.cash[i].Known && shock.Assume {
			s.cash[i], s.Companies[i].Assumed = network.Means{Cents: float64(shock.Assumed), Known: true}, true
			s.CashAssumed++
		}
		s.Companies[i].Company, s.Companies[i].Wave, s.Companies[i].Cash = company.ID, -1, s.cash[i]
	}
	if err := s.clear(); err != nil {
		return nil, err
	}
	s.legs()
	rank := s.rank()
	s.suppliers()
	s.investors(rank, f)
	return s.StressResult, nil
}

// clear lets everybody pay, before the shock and after it.
func (s *stressing) clear() (err error) {
	if s.before, err = s.owed.Clearing(s.cash, s.Shock.Costs); err != nil {
		return err
	}
	s.due = s.left
	cash := slices.Clone(s.cash)
	failed := s.failed()
	if at := s.shocked(); at >= 0 && s.Shock.Kind == ShockCash {
		cents, ok := s.Book.InBase(s.Shock.Cents, s.Shock.currency(s.Book))
		if !ok {
			return fmt.Errorf("the document has no rate from %s to %s", s.Shock.currency(s.Book), s.Book.Base)
		}
		if s.Companies[at].Assumed {
			s.Companies[at].Assumed, s.CashAssumed = false, s.CashAssumed-1
		}
		cash[at] = network.Means{Cents: float64(cents), Known: true}
		s.Companies[at].Cash = cash[at]
	}
	if failed >= 0 {
		s.due = s.left.Keeping(func(flow network.Flow, _ network.FlowLeg) deal.Share {
			if flow.Payer == failed {
				return s.Shock.Recovery
			}
			return deal.Whole
		})
		cash[failed] = network.Means{} // it pays just what is recovered
		s.Companies[failed].Wave = 0
		if s.Companies[failed].Assumed {
			s.CashAssumed-- // what it would have does not help it
		}
	}
	if s.after, err = s.due.Clearing(cash, s.Shock.Costs); err != nil {
		return err
	}
	for _, fallen := range s.before.Waves {
		for _, at := range fallen {
			s.Companies[at].Before = true
		}
	}
	for wave, fallen := range s.after.Waves {
		for _, at := range fallen {
			s.Companies[at].Wave = wave + 1
		}
	}
	for i := range s.Companies {
		if !s.Companies[i].Cash.Known && i != failed {
			s.CashUnknown++
		}
	}
	return s.gridlock(cash)
}

// gridlock sets what is lost when nobody pays before being paid.
func (s *stressing) gridlock(cash []network.Means) error {
	least, err := s.due.LeastClearing(cash, s.Shock.Costs)
	if err != nil {
		return err
	}
	paid := 0.0
	for _, cents := range least.Pays {
		paid += cents
	}
	due := float64(s.left.Gross())
	if unpaid := due - paid; unpaid > 1e-9*due { // less is what rounding leaves over
		s.LeastUnpaid.add(unpaid)
	}
	for _, flow := range s.left.Flows {
		short := s.Companies[flow.Payer].Wave == 0 && s.Shock.Recovery < deal.Whole || paidOf(least, flow.Payer) < 1-leastShare
		s.LeastUnpaid.Open = s.LeastUnpaid.Open || flow.HighOpen && short
		s.LeastUnpaid.lacks = s.LeastUnpaid.lacks || flow.Unknown() > 0 && short
	}
	return nil
}

// shocked returns the position of the shocked company, or -1.
func (s *stressing) shocked() int {
	return slices.IndexFunc(s.Companies, func(company StressedCompany) bool { return company.Company == s.Shock.Company })
}

// failed returns the position of the company that the shock makes fail, or -1.
func (s *stressing) failed() int {
	if s.Shock.Kind != ShockFails {
		return -1
	}
	return s.shocked()
}

// paidOf returns the part of what the company owes that it pays.
func paidOf(clearing network.Clearing, company int) float64 {
	if clearing.Owes[company] <= 0 {
		return 1
	}
	return clearing.Pays[company] / clearing.Owes[company]
}

// rank passes the shock on by DebtRank and returns the part of its value that each company loses at first, or nil
// where that is not known.
func (s *stressing) rank() []float64 {
	first := make([]float64, len(s.Companies))
	for _, cents := range s.Network.Bears(nil) {
		s.Value.add(cents)
	}
	s.Value.Open = slices.ContainsFunc(s.Network.Flows, func(flow network.Flow) bool { return flow.HighOpen })
	s.Value.lacks = slices.ContainsFunc(s.Network.Flows, func(flow network.Flow) bool { return flow.Unknown() > 0 })
	bears := s.Network.Bears(s.cash)
	loses := 1 - float64(s.Shock.Recovery)/float64(deal.Whole)
	at := s.shocked()
	switch s.Shock.Kind {
	case ShockFails:
		if at >= 0 {
			first[at] = 1
		}
	case ShockValuations:
		for i := range first {
			first[i] = float64(s.Shock.Part) / float64(deal.Whole)
		}
	case ShockCash:
		if at >= 0 && !s.cash[at].Known {
			s.RankWhy = fmt.Sprintf("the document does not state the cash that %s has: how much of its value it loses is unknown", s.Book.CompanyName(s.Shock.Company))
			return nil
		}
		if at >= 0 && bears[at] > 0 {
			first[at] = min(1, max(0, s.cash[at].Cents-s.Companies[at].Cash.Cents)/bears[at])
		}
	default:
		for i, flow := range s.Network.Flows {
			if bears[flow.Payee] > 0 && flow.Payer != flow.Payee {
				first[flow.Payee] += float64(s.owed.Flows[i].Money-s.left.Flows[i].Money) / bears[flow.Payee]
			}
		}
		for i := range first {
			first[i] = min(1, first[i])
		}
	}
	distress := s.Network.Strained(network.Strain{Left: s.exposed(), Cash: s.cash, Shock: first, Loses: loses})
	s.RankKnown = true
	s.RankFirst.add(distress.First)
	s.Rank.add(distress.Lost)
	s.RankAll.add(distress.First + distress.Lost)
	for _, part := range []*Estimate{&s.RankFirst, &s.Rank, &s.RankAll} {
		part.nothing = s.Value.Best < 0.5
	}
	for i, part := range distress.Of {
		s.Companies[i].First.add(min(1, first[i]))
		s.Companies[i].Passed.add(part - min(1, first[i]))
		s.Companies[i].Rank.add(part)
	}
	return first
}

// exposed returns what losses pass on along: all that the view counts, paid or not, but for what the shock takes away.
func (s *stressing) exposed() *network.Network {
	reduced := make(map[deal.LegID]int64)
	for i := range s.left.Flows {
		for j, leg := range s.left.Flows[i].Legs {
			if taken := s.owed.Flows[i].Legs[j].Money - leg.Money; taken > 0 {
				reduced[leg.ID] = s.Network.Flows[i].Legs[j].Money - taken
			}
		}
	}
	return s.Network.With(reduced)
}

// suppliers adds up the revenue that companies lose.
func (s *stressing) suppliers() {
	place := make(map[deal.CompanyID]int)
	for _, leg := range s.Legs {
		if leg.Kind.Financing() {
			continue
		}
		at, ok := place[leg.Payee]
		if !ok {
			at = len(s.Suppliers)
			place[leg.Payee] = at
			s.Suppliers = append(s.Suppliers, StressedSupplier{Company: leg.Payee})
		}
		supplier := &s.Suppliers[at]
		supplier.Due.add(leg.Due.Best)
		supplier.Lost.add(leg.Lost.Best)
		supplier.Before.add(leg.LostBefore.Best)
		supplier.Before.Open = supplier.Before.Open || leg.LostBefore.Open
		for _, sum := range []struct{ to, leg *Estimate }{
			{&supplier.Due, &leg.Due}, {&supplier.Lost, &leg.Lost}, {&supplier.Before, &leg.LostBefore},
		} {
			sum.to.lacks = sum.to.lacks || sum.leg.lacks
		}
		if leg.Known {
			supplier.Numbers++
		}
		supplier.Due.Open, supplier.Lost.Open = supplier.Due.Open || leg.Due.Open, supplier.Lost.Open || leg.Lost.Open
		if leg.Share.Best > leastShare {
			supplier.Legs = append(supplier.Legs, leg.Leg)
			if !leg.Known {
				supplier.Unknown++
			}
		}
	}
}

// leastShare is below which a loss is what rounding leaves over.
const leastShare = 1e-12

// finish puts the lists in order and leaves out what loses nothing.
func (r *StressResult) finish() {
	r.Legs = slices.DeleteFunc(r.Legs, func(leg StressedLeg) bool {
		return leg.Share.Best <= leastShare && leg.Lost.High < 0.5
	})
	slices.SortStableFunc(r.Legs, func(a, b StressedLeg) int {
		return cmp.Or(cmp.Compare(a.Wave, b.Wave), cmp.Compare(b.Lost.Best, a.Lost.Best), cmp.Compare(a.Leg, b.Leg))
	})
	r.Suppliers = slices.DeleteFunc(r.Suppliers, func(supplier StressedSupplier) bool {
		return supplier.Lost.High < 0.5 && supplier.Unknown == 0
	})
	slices.SortStableFunc(r.Suppliers, func(a, b StressedSupplier) int {
		return cmp.Or(cmp.Compare(b.Lost.Best, a.Lost.Best), cmp.Compare(a.Company, b.Company))
	})
	r.Investors = slices.DeleteFunc(r.Investors, func(investor StressedInvestor) bool {
		return r.RankKnown && investor.Lost.High < 0.5 && investor.Gone == 0 && !r.atRisk(investor)
	})
	slices.SortStableFunc(r.Investors, func(a, b StressedInvestor) int {
		return cmp.Or(cmp.Compare(b.Lost.Best, a.Lost.Best), cmp.Compare(a.Company, b.Company))
	})
}

// atRisk reports whether a company that the investor holds of loses value, or may lose any.
func (r *StressResult) atRisk(investor StressedInvestor) bool {
	return slices.ContainsFunc(investor.Legs, r.legAtRisk)
}

// legAtRisk reports whether the shock leaves the stake, and its company loses value or may lose any.
func (r *StressResult) legAtRisk(id deal.LegID) bool {
	leg, _, _ := r.Book.Leg(id)
	held, ok := r.Company(leg.Payee)
	return ok && held.Rank.High > 0 && r.Shock.leaves(r.Book, leg.ID) > 0
}
