package network

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"roundtrip/internal/deal"
)

// parallelWork is from how many impacts of failing companies on it is worth using more than one processor.
const parallelWork = 1_000_000

// Impact says which part of To's value is lost when From loses all of its own.
type Impact struct {
	From, To int
	Share    float64 // from 0 to 1
}

// Distress is what a shock leaves behind.
type Distress struct {
	Of    []float64 // of each company: the part of its value that is lost, from 0 to 1
	First float64   // the part of all value that the shock itself takes
	Lost  float64   // the part of all value that is lost beyond the shock itself
}

// Spread returns what becomes of a shock: shock is the part of its value that each company loses at first,
// weight each company's part of all value. Whoever has lost something passes it on once, in the step after it
// was first hit; later losses add to its own but are not passed on again, so that losses do not go round for
// ever. This is DebtRank (S. Battiston, M. Puliga, R. Kaushik, P. Tasca, G. Caldarelli, "DebtRank: too central
// to fail?", 2012). No order of the impacts changes it beyond rounding.
func Spread(impacts []Impact, weight, shock []float64) Distress {
	s := new(spreader)
	s.set(impacts, weight)
	return s.spread(shock)
}

// Impacts returns how losses pass between the companies of the network. A company that fails does not pay
// back what financed it, and no longer buys: who financed it loses that money, who sells to it that revenue.
// Both together are set against what the loser has to bear them, its throughflow and its stated cash, and through one
// partner nobody loses a greater part of its value than that partner does. Legs without a number pass on nothing, so
// the losses are at least what is computed from them.
func (n *Network) Impacts(book *deal.Book) []Impact {
	return n.amounts().impacts(nil, n.financing(nil), n.Cash(book))
}

// financing returns the part of each flow's money that finances.
func (n *Network) financing(room *workspace) []int64 {
	financing := room.int64s(len(n.Flows))
	for i := range n.Flows {
		for j := range n.Flows[i].Legs {
			if leg := &n.Flows[i].Legs[j]; leg.Kind.Financing() {
				financing[i] += leg.Money
			}
		}
	}
	return financing
}

// impacts appends to the impacts those of the amounts.
func (a *amounts) impacts(impacts []Impact, financing []int64, cash []Means) []Impact {
	bears := a.throughflow(a.room)
	for company, means := range cash {
		if means.Known {
			bears[company] += means.Cents
		}
	}
	impacts = slices.Grow(impacts, len(a.money)+len(a.money)/4)
	for flow, cents := range a.money {
		payer, payee := int(a.payer[flow]), int(a.payee[flow])
		if payer == payee {
			continue
		}
		exposure := financing[flow]
		back, both := a.flowBetween(a.payee[flow], a.payer[flow])
		if both {
			exposure += a.money[back] - financing[back]
		} else if bought := cents - financing[flow]; bought > 0 {
			impacts = append(impacts, Impact{payer, payee, min(1, float64(bought)/bears[payee])})
		}
		if exposure > 0 {
			impacts = append(impacts, Impact{payee, payer, min(1, float64(exposure)/bears[payer])})
		}
	}
	return impacts
}

// flowBetween returns the position of the flow from the payer to the payee, as Network.FlowBetween does.
func (a *amounts) flowBetween(payer, payee int32) (int, bool) {
	from, _ := slices.BinarySearch(a.payer, payer)
	to, _ := slices.BinarySearch(a.payer[from:], payer+1)
	at, found := slices.BinarySearch(a.payee[from:from+to], payee)
	return from + at, found
}

// Shock returns what becomes of a shock to the companies of the network: the part of its value, from 0 to 1,
// that each of them loses at first. Value is throughflow.
func (n *Network) Shock(book *deal.Book, shock []float64) Distress {
	return Spread(n.Impacts(book), n.amounts().valueShares(), shock)
}

// DebtRank returns for each company which part of all value, from 0 to 1, the others lose when it alone loses
// everything (Battiston and others 2012; see Spread). It is 0 without flows and for a company on which nobody
// depends. Losses pass each company once, so they end also in a closed network or where the impacts have a spectral
// radius above 1, and nobody loses more than everything. What a company pays itself is no exposure. Legs without a
// number pass nothing on; parallel legs count as their sum.
func (n *Network) DebtRank(book *deal.Book) []float64 {
	return n.amounts().debtRanks(context.Background(), n.financing(nil), n.Cash(book), nil)
}

// valueShares returns each company's part of all throughflow.
func (a *amounts) valueShares() []float64 {
	weight := a.throughflow(a.room)
	total := 0.0
	for _, through := range weight {
		total += through
	}
	for company := range weight {
		if total > 0 {
			weight[company] /= total
		}
	}
	return weight
}

// debtRanks lets each company fail by itself, or only those that are failing, unless that is nil.
func (a *amounts) debtRanks(ctx context.Context, financing []int64, cash []Means, failing []int) []float64 {
	s := spreaders.Get().(*spreader)
	defer spreaders.Put(s)
	s.impacts = a.impacts(s.impacts[:0], financing, cash)
	s.set(s.impacts, a.valueShares())
	ranks := a.keep.floats(a.companies)
	if failing == nil {
		s.failAll(ctx, ranks)
		return ranks
	}
	for _, company := range failing {
		s.fail(ranks, company)
	}
	return ranks
}

// failAll lets each company fail by itself and sets what the others lose then. In a large network the companies are
// shared out among the processors; no result depends on how. When ctx is done, the rest of the ranks stay as they are.
func (s *spreader) failAll(ctx context.Context, ranks []float64) {
	if len(ranks)*len(s.landings) <= parallelWork {
		s.failEach(ctx, ranks, 0, 1)
		return
	}
	var group sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for worker := 1; worker < workers; worker++ {
		group.Go(func() {
			other := spreaders.Get().(*spreader)
			defer spreaders.Put(other)
			other.set(s.impacts, s.weight)
			other.failEach(ctx, ranks, worker, workers)
		})
	}
	s.failEach(ctx, ranks, 0, workers)
	group.Wait()
}

// failEach lets every so many-th company fail, from the first on.
func (s *spreader) failEach(ctx context.Context, ranks []float64, first, every int) {
	for company := first; company < len(ranks) && !stopped(ctx); company += every {
		s.fail(ranks, company)
	}
}

// fail lets one company fail by itself.
func (s *spreader) fail(ranks []float64, company int) {
	s.hit(int32(company), 1)
	ranks[company] = s.run() - s.weight[company]
	if ranks[company] < 1e-15 {
		ranks[company] = 0 // what subtracting left over is rounding
	}
	s.forget()
}

// spreader runs shocks through the same impacts. Only the companies that a shock reaches are looked at.
type spreader struct {
	weight   []float64
	first    []int32 // the impacts from v are landings[first[v]:first[v+1]]
	landings []landing

	lost    []float64
	reached []int32   // companies that have lost something, in the order of their first loss
	passing []float64 // scratch: what the companies of a step pass on
	next    []int32   // scratch: where the next impact of each company goes
	impacts []Impact  // memory for impacts
}

var spreaders = sync.Pool{New: func() any { return new(spreader) }}

// landing is where a loss goes and which part of it arrives.
type landing struct {
	on    int32
	share float64
}

// set begins with everybody whole.
func (s *spreader) set(impacts []Impact, weight []float64) {
	n := len(weight)
	s.weight, s.first, s.landings = weight, resized(s.first, n+1), resized(s.landings, len(impacts))
	s.lost, s.reached, s.passing = resized(s.lost, n), resized(s.reached, n)[:0], resized(s.passing, n)[:0]
	for _, impact := range impacts {
		s.first[impact.From+1]++
	}
	for v := range n {
		s.first[v+1] += s.first[v]
	}
	s.next = resized(s.next, n)
	copy(s.next, s.first)
	for _, impact := range impacts {
		s.landings[s.next[impact.From]] = landing{int32(impact.To), impact.Share}
		s.next[impact.From]++
	}
}

func (s *spreader) spread(shock []float64) Distress {
	before := 0.0
	for company, part := range shock {
		if part > 0 {
			s.hit(int32(company), min(1, part))
			before += min(1, part) * s.weight[company]
		}
	}
	lost := s.run() - before
	return Distress{Of: s.lost, First: before, Lost: max(0, lost)}
}

func (s *spreader) hit(company int32, part float64) {
	s.lost[company] = part
	s.reached = append(s.reached, company)
}

// run passes losses on step by step and returns the part of all value that is lost in the end.
func (s *spreader) run() float64 {
	for begin := 0; begin < len(s.reached); {
		end := len(s.reached)
		// What a company passes on is what it had lost when the step began.
		s.passing = s.passing[:0]
		for _, company := range s.reached[begin:end] {
			s.passing = append(s.passing, s.lost[company])
		}
		for i, company := range s.reached[begin:end] {
			passes := s.passing[i]
			for _, landing := range s.landings[s.first[company]:s.first[company+1]] {
				before := s.lost[landing.on]
				after := before + passes*landing.share
				if after > 1 {
					after = 1
				}
				if before == 0 && after > 0 {
					s.reached = append(s.reached, landing.on)
				}
				s.lost[landing.on] = after
			}
		}
		begin = end
	}
	total := 0.0
	for _, company := range s.reached {
		total += s.lost[company] * s.weight[company]
	}
	return total
}

// forget makes everybody whole again.
func (s *spreader) forget() {
	for _, company := range s.reached {
		s.lost[company] = 0
	}
	s.reached = s.reached[:0]
}
