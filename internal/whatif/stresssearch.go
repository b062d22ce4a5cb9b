package whatif

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

const (
	stressLegs   = 64               // uncertain legs that are moved by themselves, the widest first
	stressRandom = 16               // seeded random combinations
	stressWork   = 120_000          // companies and legs looked at, over all combinations
	stressTime   = 4 * time.Second  // for which combinations are tried
	stressSeed   = 0x5354_5245_5353 // of the random combinations
)

// combination is one choice of figures.
type combination struct {
	cents      map[deal.LegID]int64 // of uncertain legs; the others are as the view has them
	valuations network.Pick
}

// combinations returns which figures are tried, those that say most first: all low, all high, valuations alone, each
// uncertain leg low and high with the others as the view has them and with the others at the opposite end, and
// seeded random ones.
func combinations(legs []network.UncertainLeg, most int) []combination {
	all := func(high func(i int) bool) map[deal.LegID]int64 {
		cents := make(map[deal.LegID]int64, len(legs))
		for i, leg := range legs {
			cents[leg.ID] = leg.Low
			if high(i) {
				cents[leg.ID] = leg.High
			}
		}
		return cents
	}
	ends := func(high bool) map[deal.LegID]int64 { return all(func(int) bool { return high }) }
	tried := []combination{
		{ends(false), network.PickLow}, {ends(true), network.PickHigh}, {ends(true), network.PickLow}, {ends(false), network.PickHigh},
		{nil, network.PickLow}, {nil, network.PickHigh},
	}
	if len(legs) == 0 {
		return tried
	}
	random := rand.New(rand.NewPCG(stressSeed, 0))
	for range stressRandom {
		tried = append(tried, combination{all(func(int) bool { return random.IntN(2) == 1 }), pickEnd(random.IntN(2) == 1)})
	}
	for i, leg := range legs[:min(len(legs), stressLegs)] {
		tried = append(tried,
			combination{map[deal.LegID]int64{leg.ID: leg.Low}, network.PickBest},
			combination{map[deal.LegID]int64{leg.ID: leg.High}, network.PickBest},
			combination{all(func(other int) bool { return other != i }), network.PickHigh},
			combination{all(func(other int) bool { return other == i }), network.PickLow})
	}
	return tried[:min(len(tried), max(most, 6+stressRandom))]
}

func pickEnd(high bool) network.Pick {
	if high {
		return network.PickHigh
	}
	return network.PickLow
}

// search widens the result to what the same shock does at other figures.
func (r *StressResult) search(ctx context.Context) error {
	legs, open := r.Network.Uncertain()
	r.Uncertain, r.OpenAsHighAs = len(legs), open
	until, cancel := context.WithTimeout(ctx, stressTime)
	defer cancel()
	for _, figures := range combinations(legs, stressWork/(r.LegsAll+len(r.Companies)+1)) {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("stress the network: %w", err)
		}
		if until.Err() != nil {
			r.Stopped = true
			break
		}
		corner, err := stressAt(r.Book, r.Network.With(figures.cents), r.Shock, figures.valuations)
		if err != nil {
			return err
		}
		r.Tried++
		r.widen(corner)
	}
	return r.measured(ctx)
}

// measured takes the ranges that the measures of the network have for the same quantities: what is not paid without the
// shock, and DebtRank of a company that fails with nothing recovered. They are searched for over more combinations.
func (r *StressResult) measured(ctx context.Context) error {
	unstated := slices.ContainsFunc(r.Network.Cash(r.Book), func(cash network.Means) bool { return !cash.Known })
	if r.Uncertain == 0 || r.Shock.Assume && unstated {
		return nil
	}
	ranges := r.Network.Searched(ctx, r.Book, network.Options{Ranges: true, Costs: r.Shock.Costs})
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("stress the network: %w", err)
	}
	r.Stopped = r.Stopped || ranges.Why != ""
	r.LostBefore.Low, r.LostBefore.High = ranges.Shortfall.Low, ranges.Shortfall.High
	r.LostBefore.Open = math.IsInf(ranges.Shortfall.High, 1)
	if failed := (&stressing{StressResult: r}).failed(); failed >= 0 && r.Shock.Recovery == 0 {
		r.Rank.Low, r.Rank.High = ranges.DebtRank[failed].Low, ranges.DebtRank[failed].High
		r.RankAll.High = max(r.RankAll.High, r.Rank.High)
	}
	return nil
}

// SearchWords says how the ends of the estimates were found, as sentences; "" where no figure leaves room.
func (r *StressResult) SearchWords() string {
	if r.Uncertain == 0 {
		return ""
	}
	words := fmt.Sprintf("Ends with ~ were searched for, not proven, and the true ones may be wider: all figures low, all high, "+
		"%d of %d uncertain legs each by itself at either end, and random combinations, %d in all.",
		min(r.Uncertain, stressLegs, max(0, r.Tried-6-stressRandom+3)/4), r.Uncertain, r.Tried)
	if r.OpenAsHighAs > 0 {
		words += fmt.Sprintf(" Open and undisclosed figures were tried up to %s.", deal.Money{Cents: r.OpenAsHighAs, Currency: r.Book.Base}.Short())
	}
	if r.Stopped {
		words += " The search ran out of time."
	}
	return words
}
