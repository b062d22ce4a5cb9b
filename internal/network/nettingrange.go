package network

import (
	"context"
	"math"
	"math/bits"
	"time"
)

// nettingCorners is how many uncertain flows may have all their corners tried for the net debt, each of which costs
// next to nothing.
const nettingCorners = 20

// nettingEnds is how far the net debt, what compression leaves and the multiplier can go.
//
// The low end of the net debt is exact: the least imbalance within the figures is a transport problem, in which one
// more company stands for the outside. So is the low end of what compression leaves, and the high end of the
// multiplier, which is 1 + gross / net debt: a linear-fractional program like that of the circular share. The other
// ends are convex in the amounts, and so lie at corners; open flows push the first two past everything and the
// multiplier down to 2.
type nettingEnds struct {
	debtLow, debtHigh             float64
	compressedLow, compressedHigh float64
	multiplierLow, multiplierHigh float64

	solved   bool // the ends by programs are exact
	cornered bool // so are those of the net debt and the multiplier at corners
}

// nettingEnds finds the ends, and adds the amounts where they lie to the extremes of the box.
func (b *box) nettingEnds(ctx context.Context) nettingEnds {
	e := nettingEnds{
		debtLow: math.Inf(1), compressedLow: math.Inf(1), multiplierLow: math.Inf(1),
		compressedHigh: float64(b.compressed),
	}
	if !b.uncertain() {
		return e
	}
	for _, at := range [][]int64{b.mostAt, b.leastAt} {
		if at != nil {
			b.extremes = append(b.extremes, at)
		}
	}
	b.ctx = ctx
	t := transports.Get().(*transport)
	defer transports.Put(t)
	around, gross := b.improve(t, 1, b.bound())
	if stopped(ctx) {
		return e
	}
	e.compressedLow = float64(gross - around)
	b.extremes = append(b.extremes, append([]int64(nil), b.trial...))
	e.solved = b.balance(ctx, t, &e)
	if b.outgrows() {
		e.debtHigh, e.compressedHigh, e.multiplierLow, e.cornered = math.Inf(1), math.Inf(1), 2, true
		return e
	}
	b.debtCorners(ctx, &e)
	return e
}

// balance finds the ends of the net debt and the multiplier that are reached where companies come near balance.
func (b *box) balance(ctx context.Context, t *transport, e *nettingEnds) bool {
	bound := b.boundOfAll()
	debt, _ := b.nearest(t, 0, bound)
	if stopped(ctx) {
		return false
	}
	e.debtLow = float64(debt)
	b.extremes = append(b.extremes, append([]int64(nil), b.trial...))
	if b.openLoop() {
		e.multiplierHigh = math.Inf(1)
		return true
	}
	price := 1.0 // no network owes more on balance than its gross
	for range 100 {
		debt, gross := b.nearest(t, price, bound)
		if stopped(ctx) {
			return false
		}
		if gross == 0 {
			break
		}
		better := float64(debt) / float64(gross)
		if e.multiplierHigh > 0 && better >= price*(1-1e-12) {
			break
		}
		price, e.multiplierHigh = better, 1+1/better
		b.extremes = append(b.extremes, append([]int64(nil), b.trial...))
		if debt == 0 {
			break
		}
	}
	if steps := b.longestOpen(); steps > 0 { // a dollar along open flows alone, again and again
		e.multiplierHigh = max(e.multiplierHigh, 1+float64(steps))
	}
	return true
}

// boundOfAll returns what an open flow needs to carry at most, so that what it pays for can balance everything else.
func (b *box) boundOfAll() int64 {
	sum, opens := int64(0), int64(1)
	for flow := range b.low {
		if b.open[flow] {
			opens++
			sum += b.low[flow]
		} else {
			sum += b.high[flow]
		}
	}
	return min(sum, math.MaxInt64/8/opens)
}

// nearest finds the amounts for which net debt - price x gross is least, and returns their net debt and gross. It
// starts from all figures high; an arc against a flow takes money out of it, at the price.
func (b *box) nearest(t *transport, price float64, bound int64) (debt, gross int64) {
	cost := int64(math.Round(price * gainScale))
	outside := int32(b.companies)
	t.set(b.companies + 1)
	t.ctx = b.ctx
	most := int64(0)
	b.trial = append(b.trial[:0], b.high...)
	for flow := range b.low {
		if b.open[flow] {
			b.trial[flow] = b.low[flow] + bound
		}
		payer, payee := b.payer[flow], b.payee[flow]
		t.add(payee, payer, b.trial[flow]-b.low[flow], cost)
		t.supply[payee] += b.trial[flow]
		t.supply[payer] -= b.trial[flow]
		most += b.trial[flow]
	}
	for company := range outside {
		t.add(outside, company, most, gainScale)
		t.add(company, outside, most, 0)
	}
	t.solve()
	balance := make([]int64, b.companies)
	for flow := range b.trial {
		if b.payer[flow] != b.payee[flow] {
			b.trial[flow] -= t.moved(flow)
		}
		gross += b.trial[flow]
		balance[b.payer[flow]] += b.trial[flow]
		balance[b.payee[flow]] -= b.trial[flow]
	}
	for _, owed := range balance {
		debt += max(0, owed)
	}
	return debt, gross
}

// outgrows reports whether a flow to another company can outgrow everything.
func (b *box) outgrows() bool {
	for flow, open := range b.open {
		if open && b.payer[flow] != b.payee[flow] {
			return true
		}
	}
	return false
}

// longestOpen returns how many open flows follow one another at most. They must not make a loop.
func (b *box) longestOpen() int {
	steps, longest := make([]int, b.companies), 0
	for changed := true; changed; {
		changed = false
		for flow, open := range b.open {
			if open && steps[b.payee[flow]] < steps[b.payer[flow]]+1 {
				steps[b.payee[flow]], changed = steps[b.payer[flow]]+1, true
				longest = max(longest, steps[b.payee[flow]])
			}
		}
	}
	return longest
}

// debtCorners tries every corner for the most net debt and the least multiplier, if there are not too many.
func (b *box) debtCorners(ctx context.Context, e *nettingEnds) {
	var free []int
	balance, gross, debt := make([]int64, b.companies), int64(0), int64(0)
	for flow, cents := range b.low {
		b.money[flow] = cents
		balance[b.payer[flow]] += cents
		balance[b.payee[flow]] -= cents
		gross += cents
		if cents != b.high[flow] && b.payer[flow] != b.payee[flow] {
			free = append(free, flow)
		}
	}
	if len(free) > nettingCorners {
		return
	}
	for _, owed := range balance {
		debt += max(0, owed)
	}
	for step := 1; ; step++ {
		e.debtHigh = max(e.debtHigh, float64(debt))
		if debt > 0 {
			e.multiplierLow = min(e.multiplierLow, 1+float64(gross)/float64(debt))
		}
		if step == 1<<len(free) || step%1024 == 0 && stopped(ctx) {
			break
		}
		flow := free[bits.TrailingZeros(uint(step))]
		more := b.low[flow] + b.high[flow] - 2*b.money[flow]
		payer, payee := b.payer[flow], b.payee[flow]
		debt -= max(0, balance[payer]) + max(0, balance[payee])
		balance[payer] += more
		balance[payee] -= more
		debt += max(0, balance[payer]) + max(0, balance[payee])
		gross += more
		b.money[flow] += more
	}
	e.cornered = !stopped(ctx)
}

// search tries all combinations and settles the ends that need none. An eighth of the time allowed is for those.
func (s *sampler) search(until context.Context, b *box, closed bool, allowed time.Duration) {
	ends, cancel := context.WithTimeout(until, allowed/8)
	defer cancel()
	netting := b.nettingEnds(ends)
	s.tryAll(until, b)
	s.settle(b, netting, closed)
	s.returnEnds(b)
}

// settle puts the ends that are known exactly in the place of those that were searched for. Closed says that some
// amounts put all money into circulation.
func (s *sampler) settle(b *box, e nettingEnds, closed bool) {
	if len(s.legs) == 0 {
		return
	}
	s.end(slotNetDebt, e.debtLow, e.debtHigh, e.solved, e.cornered)
	s.end(slotCompressed, e.compressedLow, e.compressedHigh, e.solved, b.cornered || b.outgrows())
	s.end(slotMultiplier, e.multiplierLow, e.multiplierHigh, e.cornered, e.solved)
	share := map[bool]float64{true: 1}[closed]
	none := math.Inf(1)
	if b.outgrows() { // what outgrows everything outgrows what goes round
		none = 0
		for flow, open := range b.open {
			if payer := b.payer[flow]; open && payer != b.payee[flow] && s.cash[payer].Known {
				s.end(slotShortfall, math.Inf(1), math.Inf(1), s.found[slotShortfall].Low == 0, true)
			}
		}
	}
	s.end(slotFinn, none, share, none == 0, closed)
	s.end(slotGamma, none, share, none == 0, closed)
	if b.openLoop() {
		s.end(slotVolume, math.Inf(1), math.Inf(1), s.found[slotVolume].Low == 0, true)
	}
}

// end widens an interval to the ends given, and says which of them are proven.
func (s *sampler) end(slot int, low, high float64, lowProven, highProven bool) {
	r := &s.found[slot]
	if math.IsNaN(r.Low) {
		return
	}
	r.Low, r.High = min(r.Low, low), max(r.High, high)
	r.LowProven, r.HighProven = lowProven || r.Low == 0, highProven
	if r.LowProven && r.HighProven {
		r.Sampled, r.LowProven, r.HighProven = false, false, false
	}
}
