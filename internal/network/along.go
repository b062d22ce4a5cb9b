package network

import (
	"context"
	"math"
	"slices"

	"roundtrip/internal/deal"
)

// How ranges honour that one amount moves along with another.
//
// A share of a stake that somebody assumes to be spent by an undisclosed contract makes one amount of two: the contract
// is that share of the stake, whatever the stake turns out to be. With both held at a point of the stake's range, all
// other figures are independent, and every end is found there as anywhere else. Which points matter follows from
// the shape of each measure: the circular share and the multiplier are quasi-concave in all amounts at once, so that their
// least is at an end of the stake and their most is closed in on by golden section; the net debt and what compression
// leaves are convex, so that it is the other way round. What only grows with every amount has its ends where both
// amounts are at theirs.

const (
	alongFlows = 300 // beyond which ends between those of the stake are not closed in on
	alongPairs = 3   // stakes of which all ends are tried together
)

// along is a leg and another one that carries a share of it, and which part that share is of what the other one carries.
// Where nothing bounds the leg from above, both are followed as far as openAlong times all other money, and what is beyond
// is not looked for.
type along struct {
	leg, by FlowLeg
	part    float64
}

// openAlong is how often all money of the network an open leg is tried at, far enough for shares to have settled.
const openAlong = 100_000

// alongs returns the legs that move along, as the book has them: those that are not disclosed and hold at each end the
// shares of the stakes that must be spent by them.
func (n *Network) alongs(book *deal.Book) []along {
	var found []along
	if book == nil {
		return nil
	}
	moves := make(map[deal.LegID]float64) // by how much in all, from end to end
	for _, c := range n.conditions(book) {
		by, _, _ := book.Leg(c.by.ID)
		if _, carries := book.Carries(&by); carries && !c.unsaid && (c.leg.HighOpen || c.leg.Low != c.leg.High) {
			pair := along{leg: c.leg, by: c.by}
			if c.leg.HighOpen {
				far := min(openAlong*max(1, n.Gross()), deal.MaxCents/4)
				pair.leg.High += far
				pair.by.High += int64(c.covers * float64(far))
			}
			pair.part = c.covers * float64(pair.leg.High-pair.leg.Low)
			moves[c.by.ID] += pair.part
			found = append(found, pair)
		}
	}
	for i := range found {
		found[i].part /= moves[found[i].by.ID]
	}
	return found
}

// open reports whether nothing bounds any of the stakes from above.
func open(pairs []along) bool {
	return slices.ContainsFunc(pairs, func(pair along) bool { return pair.leg.HighOpen })
}

// held returns the network with the stakes, and what moves along with them, held at parts of their ranges from 0 to 1.
func (n *Network) held(pairs []along, parts []float64) *Network {
	at, moved := make(map[deal.LegID]int64, 2*len(pairs)), make(map[deal.LegID]float64, len(pairs))
	for i, pair := range pairs {
		at[pair.leg.ID] = pair.leg.Low + int64(math.Round(parts[i]*float64(pair.leg.High-pair.leg.Low)))
		moved[pair.by.ID] += parts[i] * pair.part
		at[pair.by.ID] = pair.by.Low + int64(math.Round(moved[pair.by.ID]*float64(pair.by.High-pair.by.Low)))
	}
	return n.withLegs(at)
}

// withLegs returns the network with some of its legs at other amounts, which are then certain.
func (n *Network) withLegs(at map[deal.LegID]int64) *Network {
	other := &Network{Base: n.Base, View: n.View, Companies: n.Companies, LeftOut: n.LeftOut, Flows: slices.Clone(n.Flows)}
	for i := range other.Flows {
		flow := &other.Flows[i]
		legs := flow.Legs
		*flow = Flow{Payer: flow.Payer, Payee: flow.Payee, Legs: make([]FlowLeg, 0, len(legs))}
		for _, leg := range legs {
			if cents, ok := at[leg.ID]; ok {
				leg.Money, leg.Low, leg.High, leg.HighOpen = cents, cents, cents, false
			}
			flow.add(leg)
		}
	}
	return other
}

// alongRanges narrows the ranges to what is possible where amounts move along with others, and marks those of which the ends
// are no longer known to be reached.
func (n *Network) alongRanges(ctx context.Context, book *deal.Book, m *Measures, options Options) {
	pairs := n.alongs(book)
	if len(pairs) == 0 {
		return
	}
	r := m.Ranges
	for _, list := range [][]Range{r.ReturnShare, r.Earmarked, r.Pays, r.DebtRank, r.SupplierHHI, r.CustomerHHI} {
		for i := range list {
			list[i].doubt()
		}
	}
	for i := range r.ReturnShare { // nothing at all need not come together with a contract that carries a share either
		plain, earmarked := &r.ReturnShare[i], &r.Earmarked[i]
		plain.LowProven, earmarked.LowProven = plain.LowProven && m.ReturnShare[i] == plain.Low, earmarked.LowProven && m.Earmarked[i] == earmarked.Low
	}
	for _, one := range []*Range{&r.Shortfall, &m.FinnRange, &r.GammaThr, &r.Volume} {
		one.doubt()
	}
	four := [4]*Range{&m.CircularRange, &r.Multiplier, &r.NetDebt, &r.Compressed}
	if len(pairs) > alongPairs {
		for _, one := range four {
			one.doubt()
		}
		return
	}
	corners := n.alongCorners(ctx, pairs, options)
	for i, one := range four {
		concave := i < 2
		most, proven := n.alongMost(ctx, pairs, i, concave)
		if open(pairs) {
			one.alongOpen(corners[i], most, concave, [4]float64{m.CircularShare, m.Multiplier, float64(m.Netting.NetDebt), float64(m.Netting.Compressed)}[i])
			continue
		}
		low, high, lowProven, highProven := corners[i].Low, most, !corners[i].Sampled || corners[i].LowProven, proven
		if !concave {
			low, high, lowProven, highProven = most, corners[i].High, proven, !corners[i].Sampled || corners[i].HighProven
		}
		one.narrow(low, high, lowProven, highProven, [4]float64{m.CircularShare, m.Multiplier, float64(m.Netting.NetDebt), float64(m.Netting.Compressed)}[i])
	}
}

// alongOpen narrows a range to what was found as far as an open stake was followed, where shares have settled and money still
// grows; turn is the end between those of the stake, 0 where it was not looked for. A low end is certain where the number is
// there.
func (r *Range) alongOpen(corners Range, turn float64, share bool, number float64) {
	if math.IsNaN(r.Low) {
		return
	}
	if turn != 0 {
		corners.Low, corners.High = min(corners.Low, turn), max(corners.High, turn)
	}
	r.Low = max(r.Low, min(number, corners.Low))
	if share {
		r.High = min(r.High, max(number, corners.High))
	}
	r.doubt()
	r.LowProven = r.LowProven || r.Low == number && (share || turn != 0)
}

// doubt says of an end that nobody knows whether it is reached, unless it is one that bounds the measure anyway.
func (r *Range) doubt() {
	if r.Low == r.High || math.IsNaN(r.Low) {
		return
	}
	low, high := !r.Sampled || r.LowProven, !r.Sampled || r.HighProven
	r.Sampled, r.LowProven, r.HighProven = true, low && r.Low == 0, high && math.IsInf(r.High, 1)
}

// narrow moves the ends inward to these, never past the number, and says which of them are proven.
func (r *Range) narrow(low, high float64, lowProven, highProven bool, number float64) {
	if math.IsNaN(r.Low) {
		return
	}
	if lowProven {
		r.Low = min(number, max(r.Low, low))
	}
	if highProven {
		r.High = max(number, min(r.High, high))
	}
	r.Sampled, r.LowProven, r.HighProven = !lowProven || !highProven, lowProven, highProven
	if !r.Sampled {
		r.LowProven, r.HighProven = false, false
	}
}

// alongCorners returns the ends of the circular share, the multiplier, the net debt and what compression leaves over all
// ends of the stakes.
func (n *Network) alongCorners(ctx context.Context, pairs []along, options Options) (found [4]Range) {
	for i := range found {
		found[i] = Range{Low: math.Inf(1), High: math.Inf(-1)}
	}
	parts := make([]float64, len(pairs))
	for corner := range 1 << len(pairs) {
		for i := range parts {
			parts[i] = float64(corner >> i & 1)
		}
		at := n.held(pairs, parts)
		around, b := at.circularRange(ctx, options.Seed, defaultRangeTime/8)
		ends := [4]Range{around}
		if e := b.nettingEnds(ctx); b.uncertain() {
			ends[1] = Range{Low: e.multiplierLow, High: e.multiplierHigh, Sampled: true, LowProven: e.cornered, HighProven: e.solved}
			ends[2] = Range{Low: e.debtLow, High: e.debtHigh, Sampled: true, LowProven: e.solved, HighProven: e.cornered}
			ends[3] = Range{Low: e.compressedLow, High: e.compressedHigh, Sampled: true, LowProven: e.solved, HighProven: b.cornered || b.outgrows()}
		} else {
			a := at.amounts()
			netting, multiplier := a.netting(a.circulation(nil)), a.multiplier()
			ends[1] = Range{Low: multiplier, High: multiplier}
			if a.gross() == 0 { // without money there is none
				ends[1] = Range{Low: math.Inf(1), High: math.Inf(-1)}
			}
			ends[2] = Range{Low: float64(netting.NetDebt), High: float64(netting.NetDebt)}
			ends[3] = Range{Low: float64(netting.Compressed), High: float64(netting.Compressed)}
		}
		for i, one := range ends {
			low, high := !one.Sampled || one.LowProven, !one.Sampled || one.HighProven
			if corner > 0 {
				low, high = low && (!found[i].Sampled || found[i].LowProven), high && (!found[i].Sampled || found[i].HighProven)
			}
			found[i] = Range{Low: min(found[i].Low, one.Low), High: max(found[i].High, one.High), Sampled: true, LowProven: low, HighProven: high}
		}
	}
	return found
}

// alongMost returns the most of one of the first two measures, or the least of one of the others, that any amount of the
// stake allows, and whether that is proven: with more than one stake it is not looked for.
func (n *Network) alongMost(ctx context.Context, pairs []along, which int, concave bool) (end float64, proven bool) {
	if len(pairs) != 1 || len(n.Flows) > alongFlows {
		return 0, false
	}
	sign := 1.0
	if !concave {
		sign = -1
	}
	best, at := math.Inf(-1), 0.0
	height := func(part float64) float64 {
		value := sign * n.held(pairs, []float64{part}).furthestEnd(ctx, which)
		if value > best {
			best, at = value, part
		}
		return value
	}
	height(0)
	height(1)
	low, high := 0.0, 1.0
	golden := (math.Sqrt(5) - 1) / 2
	left, right := high-golden*(high-low), low+golden*(high-low)
	a, b := height(left), height(right)
	for range 70 { // to less than a cent of any stake
		if a >= b {
			high, right, b = right, left, a
			left = high - golden*(high-low)
			a = height(left)
		} else {
			low, left, a = left, right, b
			right = low + golden*(high-low)
			b = height(right)
		}
	}
	width := float64(pairs[0].leg.High - pairs[0].leg.Low)
	near := math.Round(at * width)
	for cents := -3.0; cents <= 3; cents++ { // whole cents of both amounts leave the top a little uneven
		height(min(1, max(0, (near+cents)/width)))
	}
	return sign * best, ctx.Err() == nil
}

// furthestEnd returns the most of the circular share (0) or the multiplier (1), or the least of the net debt (2) or of what
// compression leaves (3).
func (n *Network) furthestEnd(ctx context.Context, which int) float64 {
	a := n.amounts()
	b := newBox(n, a)
	b.ctx = ctx
	t := transports.Get().(*transport)
	defer transports.Put(t)
	switch which {
	case 0:
		share := a.circularShare()
		return max(share, b.greatest(ctx, share))
	case 3:
		around, gross := b.improve(t, 1, b.bound())
		return float64(gross - around)
	}
	var e nettingEnds
	b.balance(ctx, t, &e)
	if which == 1 {
		return e.multiplierHigh
	}
	return e.debtLow
}
