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
	stressFirst  = 12               // combinations of all low, all high and valuations
	stressRandom = 16               // seeded random combinations
	stressWork   = 120_000          // companies and legs looked at, over all combinations
	stressTime   = 30 * time.Second // for which they are tried: with 2,000 companies they take one second
	stressSeed   = 0x5354_5245_5353 // of the random combinations
)

// combination is one choice of figures.
type combination struct {
	cents             map[deal.LegID]int64 // of uncertain legs; the others are as the view has them
	ends              map[deal.LegID]bool  // of the same legs: the high end
	valuations, older network.Pick         // as in figures
}

// combinations returns which figures are tried, those that say most first: all low, all high, valuations alone, each
// uncertain leg low and high with the others as the view has them and with the others at the opposite end, and
// seeded random ones. An open leg alone is also let outgrow everything else. Valuations go all to one end, or older ones to the opposite end of those that companies are worth.
func combinations(legs []network.UncertainLeg, most int) []combination {
	with := func(some []network.UncertainLeg, valuations, older network.Pick, high func(i int) bool) combination {
		c := combination{make(map[deal.LegID]int64, len(some)), make(map[deal.LegID]bool, len(some)), valuations, older}
		for i, leg := range some {
			top := high(i)
			c.cents[leg.ID], c.ends[leg.ID] = leg.Low, top
			if top {
				c.cents[leg.ID] = leg.High
			}
		}
		return c
	}
	always := func(high bool) func(int) bool { return func(int) bool { return high } }
	const low, best, high = network.PickLow, network.PickBest, network.PickHigh
	var tried []combination
	for _, pair := range [][2]network.Pick{{low, low}, {high, high}, {low, high}, {high, low}} {
		tried = append(tried, with(legs, pair[0], pair[1], always(false)), with(legs, pair[0], pair[1], always(true)),
			combination{valuations: pair[0], older: pair[1]})
	}
	if len(legs) == 0 {
		return tried
	}
	random := rand.New(rand.NewPCG(stressSeed, 0))
	end := func(int) bool { return random.IntN(2) == 1 }
	for i := range stressRandom {
		drawn := with(legs, best, best, end)
		drawn.valuations, drawn.older = pickEnd(end(0)), pickEnd(i%2 == 1)
		tried = append(tried, drawn)
	}
	for _, leg := range outgrowing(legs) {
		tried = append(tried, combination{cents: map[deal.LegID]int64{leg.ID: leg.Beyond}, ends: map[deal.LegID]bool{leg.ID: true}, valuations: best, older: best})
	}
	for i := range legs[:min(len(legs), stressLegs)] {
		alone := legs[i : i+1]
		tried = append(tried, with(alone, best, best, always(false)), with(alone, best, best, always(true)),
			with(legs, high, low, func(other int) bool { return other != i }), with(legs, low, high, func(other int) bool { return other == i }))
	}
	return tried[:min(len(tried), max(most, stressFirst+stressRandom))]
}

// outgrowing returns the open ones of the legs that are moved by themselves.
func outgrowing(legs []network.UncertainLeg) []network.UncertainLeg {
	return slices.DeleteFunc(slices.Clone(legs[:min(len(legs), stressLegs)]), func(leg network.UncertainLeg) bool { return !leg.Open })
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
	if far := outgrowing(legs); len(far) > 0 {
		r.Outgrowing, r.AloneAsHighAs = len(far), far[0].Beyond
	}
	until, cancel := context.WithTimeout(ctx, stressTime)
	defer cancel()
	for _, now := range combinations(legs, stressWork/(r.LegsAll+len(r.Companies)+1)) {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("stress the network: %w", err)
		}
		if until.Err() != nil {
			r.Stopped = true
			break
		}
		corner, err := stressAt(r.Book, r.Network.With(now.cents), r.Shock,
			figures{view: r.Network.View.Figure, ends: now.ends, valuations: now.valuations, older: now.older, elsewhere: true})
		if err != nil {
			return err
		}
		r.Tried++
		r.widen(corner)
	}
	return r.measured(ctx)
}

// measured takes the ranges that the measures of the network have for the same quantities: what is not paid without the
// shock, and DebtRank of a company that fails with nothing recovered. They are searched for over more combinations. The measures
// take what has been paid as due, so that what is not paid is something else there where there is any.
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
	if r.PaidUp+r.PaidPart == 0 {
		r.LostBefore.Low, r.LostBefore.High = ranges.Shortfall.Low, ranges.Shortfall.High
		r.LostBefore.Open = math.IsInf(ranges.Shortfall.High, 1)
	}
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
		min(r.Uncertain, stressLegs, max(0, r.Tried-stressFirst-stressRandom-r.Outgrowing+3)/4), r.Uncertain, r.Tried)
	if r.OpenAsHighAs > 0 {
		words += fmt.Sprintf(" Open and undisclosed figures were tried up to %s together, and each alone up to %s.",
			deal.Money{Cents: r.OpenAsHighAs, Currency: r.Book.Base}.Short(), deal.Money{Cents: r.AloneAsHighAs, Currency: r.Book.Base}.Short())
	}
	if r.Stopped {
		words += " The search ran out of time."
	}
	return words
}
