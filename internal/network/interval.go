package network

import (
	"cmp"
	"context"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
	"time"

	"roundtrip/internal/deal"
)

const (
	circularCorners = 12        // uncertain flows whose corners are all tried
	cornersWork     = 1_000_000 // flows in all corners together, beyond which they are searched instead
	circularWork    = 200_000   // flows in all corners that are searched
	driverWork      = 50_000    // flows in all legs that are tried as the driver
	gainScale       = 1 << 40   // whole-number cost of one share, so that shares are exact to twelve digits
)

// CircularRange returns the interval of the circular share, circulation over gross, when every flow may be
// anything from its low to its high figure, and the leg that moves it most by itself.
//
// The high end is exact: it is a linear-fractional program, solved by W. Dinkelbach's method ("On nonlinear
// fractional programming", 1967): for a share s, the largest circulation in which the money that is there
// anyway earns 1 a cent and money on top of that 1 - s, until s no longer grows. A flow that nothing bounds from
// above may carry anything; a loop of such flows alone makes the share 1.
//
// The low end is exact as well when at most twelve flows on loops are uncertain: circulation - s x gross is
// concave in the amounts, so that the least share lies at a corner of the box of figures, and all corners are
// tried. With more, corners are searched one flow at a time from seeded starts, and Sampled is set. When a
// flow is open, the low end is 0: the share that is approached as that flow outgrows everything.
//
// The driver is the leg whose figures alone, all others staying at the view's, span the widest interval. In a
// large network only the legs with the widest figures are candidates.
//
// The search ends after a minute, or when ctx is done: then the ends are what was found by then, and Sampled
// is set.
func (n *Network) CircularRange(ctx context.Context, seed uint64) Range {
	r, _ := n.circularRange(ctx, seed, defaultRangeTime/2)
	return r
}

// circularRange also returns the box with the amounts that were found to be extreme.
func (n *Network) circularRange(ctx context.Context, seed uint64, allowed time.Duration) (Range, *box) {
	a := n.amounts()
	base := a.circularShare()
	r := newBox(n, a)
	result := Range{Low: base, High: base}
	if !r.uncertain() {
		return result, r
	}
	ends, cancelEnds := context.WithTimeout(ctx, allowed*2/3)
	defer cancelEnds()
	r.ctx = ends
	result.High = max(base, r.greatest(ends, base))
	result.HighProven = !stopped(ends)
	least, sampled := r.least(ends, seed)
	result.Low, result.Sampled = min(base, least), sampled || stopped(ends)
	result.HighProven = result.HighProven && result.Sampled
	drivers, cancelDrivers := context.WithTimeout(ctx, allowed/3)
	defer cancelDrivers()
	result.Driver = n.circularDriver(drivers, a)
	if result.Driver == 0 && result.Low < result.High {
		result.Driver = n.widestOnLoops(a)
	}
	return result, r
}

func (a *amounts) circularShare() float64 {
	return shareOf(a.circulation(nil), a.gross())
}

// box is what the amounts of the flows can be.
type box struct {
	*amounts  // its money is where the corners are tried
	low, high []int64
	open      []bool

	trial           []int64   // amounts of the flows that improve has found
	leastAt, mostAt []int64   // amounts with the least and the greatest share that were found; nil: those of the view
	compressed      int64     // the most that was left after compression at the corners that were tried
	cornered        bool      // every corner was tried
	extremes        [][]int64 // amounts worth trying for what is searched for
}

func newBox(n *Network, a *amounts) *box {
	b := &box{
		amounts: a.clone(),
		low:     make([]int64, len(n.Flows)), high: make([]int64, len(n.Flows)), open: make([]bool, len(n.Flows)),
	}
	for i, flow := range n.Flows {
		b.low[i], b.high[i], b.open[i] = flow.Low, flow.High, flow.HighOpen
	}
	return b
}

// clone returns amounts of the same network with their own money.
func (a *amounts) clone() *amounts {
	other := *a
	other.money, other.in, other.out = slices.Clone(a.money), slices.Clone(a.in), slices.Clone(a.out)
	return &other
}

func (b *box) uncertain() bool {
	for i := range b.low {
		if b.open[i] || b.low[i] != b.high[i] {
			return true
		}
	}
	return false
}

// greatest returns the greatest share in the box, starting from a share that some amounts reach.
func (b *box) greatest(ctx context.Context, share float64) float64 {
	if b.openLoop() {
		return 1
	}
	bound := b.bound()
	t := transports.Get().(*transport)
	defer transports.Put(t)
	for range 100 { // Dinkelbach's method gains digits faster and faster: about five rounds
		around, gross := b.improve(t, share, bound)
		better := shareOf(around, gross)
		if ctx.Err() != nil {
			return share
		}
		if better > share {
			b.mostAt = append(b.mostAt[:0], b.trial...)
		}
		if better <= share*(1+1e-12) {
			return max(share, better)
		}
		share = better
	}
	return share
}

// openLoop reports whether there is a loop of open flows alone.
func (b *box) openLoop() bool {
	for flow, open := range b.open {
		if open && b.payer[flow] == b.payee[flow] {
			return true
		}
	}
	component, count := b.paying(func(flow int) bool { return b.open[flow] }).components(nil)
	return int(count) < len(component)
}

// bound returns what an open flow can carry round at most: as every loop has a flow that is not open, all
// of those together, and no more than fits the arithmetic.
func (b *box) bound() int64 {
	sum, opens := int64(0), int64(1)
	for flow := range b.low {
		switch {
		case b.open[flow]:
			opens++
			sum += b.low[flow]
		case b.inside(flow):
			sum += b.high[flow]
		}
	}
	return min(sum, math.MaxInt64/8/opens)
}

// improve finds the amounts that are best at the price of the given share, and returns what goes round in them and
// their gross.
func (b *box) improve(t *transport, share float64, bound int64) (around, gross int64) {
	extra := int64(math.Round((1 - share) * gainScale))
	t.set(b.companies)
	t.ctx = b.ctx
	for _, flow := range b.groups.flows {
		above := b.high[flow] - b.low[flow]
		if b.open[flow] {
			above = bound
		}
		payer, payee := b.payer[flow], b.payee[flow]
		t.add(payer, payee, b.low[flow], gainScale)
		t.add(payer, payee, above, extra)
		t.supply[payer] += b.low[flow] + above
		t.supply[payee] -= b.low[flow] + above
	}
	t.solve()
	b.trial = append(b.trial[:0], b.low...)
	for at, flow := range b.groups.flows {
		above := b.high[flow] - b.low[flow]
		if b.open[flow] {
			above = bound
		}
		carries := b.low[flow] + above - t.moved(2*at) - t.moved(2*at+1)
		around += carries
		b.trial[flow] = max(b.low[flow], carries)
	}
	for _, cents := range b.trial {
		gross += cents
	}
	return around, gross
}

func shareOf(around, gross int64) float64 {
	if gross == 0 {
		return 0
	}
	return float64(around) / float64(gross)
}

// least returns the least share in the box and whether it was searched for rather than proven.
func (b *box) least(ctx context.Context, seed uint64) (share float64, sampled bool) {
	var free []int
	for flow := range b.low {
		switch {
		case b.open[flow] && b.payer[flow] != b.payee[flow]:
			return 0, false
		case b.open[flow] || !b.inside(flow):
			b.money[flow] = b.high[flow] // more of what is on no loop only adds to the gross
			if b.open[flow] {
				b.money[flow] = b.low[flow] // and more that a company pays itself only to what goes round
			}
		default:
			b.money[flow] = b.low[flow]
			if b.low[flow] != b.high[flow] {
				free = append(free, flow)
			}
		}
	}
	if len(free) <= circularCorners && (len(b.money)+1)<<len(free) <= cornersWork {
		return b.everyCorner(ctx, free), false
	}
	return b.descend(ctx, free, max(20, circularWork/(len(b.money)+1)), seed), true
}

// everyCorner tries all corners in the order of a Gray code, so that one flow changes at a time.
func (b *box) everyCorner(ctx context.Context, free []int) float64 {
	least := b.corner(math.Inf(1))
	for step := 1; step < 1<<len(free) && ctx.Err() == nil; step++ {
		b.flip(free[bits.TrailingZeros(uint(step))])
		least = min(least, b.corner(least))
	}
	b.cornered = ctx.Err() == nil
	return least
}

// corner returns the share at the present corner, and remembers the corner where the share is below the least so
// far, and how much compression leaves.
func (b *box) corner(least float64) float64 {
	around, gross := b.circulation(nil), b.gross()
	if stopped(b.ctx) {
		return math.Inf(1)
	}
	b.compressed = max(b.compressed, gross-around)
	share := shareOf(around, gross)
	if share < least {
		b.leastAt = append(b.leastAt[:0], b.money...)
	}
	return share
}

func (b *box) flip(flow int) {
	b.money[flow] = b.low[flow] + b.high[flow] - b.money[flow]
}

// descend improves corners one flow at a time: from all low, all high and then seeded ones.
func (b *box) descend(ctx context.Context, free []int, tries int, seed uint64) float64 {
	random := rand.New(rand.NewPCG(seed, 0x52545250))
	least := math.Inf(1)
	for start := 0; tries > 0 && ctx.Err() == nil; start++ {
		for _, flow := range free {
			high := start == 1
			if start > 1 {
				high = random.IntN(2) == 1
			}
			b.money[flow] = b.low[flow]
			if high {
				b.money[flow] = b.high[flow]
			}
		}
		share := b.corner(least)
		tries--
		for improved := true; improved && tries > 0; {
			improved = false
			for _, flow := range free {
				if tries--; tries <= 0 {
					break
				}
				b.flip(flow)
				if other := b.corner(least); other < share {
					share, improved = other, true
				} else {
					b.flip(flow)
				}
			}
		}
		least = min(least, share)
	}
	return least
}

// widestOnLoops returns the leg with the widest figures among those that can be on a loop, open ones first, or else
// among all: what drives circularity where no leg moves it alone.
func (n *Network) widestOnLoops(a *amounts) deal.LegID {
	legs := n.uncertainLegs()
	for _, candidate := range legs {
		if a.inside(candidate.flow) {
			return candidate.leg.ID
		}
	}
	if len(legs) == 0 {
		return 0
	}
	return legs[0].leg.ID
}

// circularDriver returns the leg whose figures alone span the widest interval of the share.
func (n *Network) circularDriver(ctx context.Context, a *amounts) deal.LegID {
	b := newBox(n, a)
	b.ctx = ctx
	copy(b.low, a.money)
	copy(b.high, a.money)
	clear(b.open)
	base, gross, around := a.circularShare(), float64(a.gross()), float64(a.circulation(nil))
	driver, widest := deal.LegID(0), 0.0
	budget := max(8, driverWork/(len(n.Flows)+1))
	for _, candidate := range n.uncertainLegs() {
		if ctx.Err() != nil {
			break
		}
		leg, flow := candidate.leg, candidate.flow
		low, high := a.money[flow]-leg.Money+leg.Low, a.money[flow]-leg.Money+leg.High
		least, greatest := base, base
		switch {
		case !a.inside(flow):
			greatest, least = around/(gross-float64(leg.Money-leg.Low)), around/(gross+float64(leg.High-leg.Money))
		case budget > 0:
			budget--
			b.low[flow], b.high[flow], b.open[flow] = low, high, leg.HighOpen
			greatest = max(base, b.greatest(ctx, base))
			b.low[flow], b.high[flow], b.open[flow] = a.money[flow], a.money[flow], false
			for _, cents := range []int64{low, high} {
				b.money[flow] = cents
				least = min(least, b.circularShare())
			}
			b.money[flow] = a.money[flow]
		}
		if ctx.Err() != nil {
			break
		}
		if leg.HighOpen {
			least = 0
		}
		if width := greatest - least; width > widest*(1+1e-12) {
			driver, widest = leg.ID, width
		}
	}
	return driver
}

type uncertainLeg struct {
	leg  FlowLeg
	flow int
}

// uncertainLegs returns the legs that have more than one possible amount, open ones first, then by the width
// of their figures, then by their IDs.
func (n *Network) uncertainLegs() []uncertainLeg {
	var found []uncertainLeg
	for i := range n.Flows {
		for _, leg := range n.Flows[i].Legs {
			if leg.HighOpen || leg.Low != leg.High {
				found = append(found, uncertainLeg{leg: leg, flow: i})
			}
		}
	}
	slices.SortStableFunc(found, func(x, y uncertainLeg) int {
		if x.leg.HighOpen != y.leg.HighOpen {
			if x.leg.HighOpen {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(y.leg.High-y.leg.Low, x.leg.High-x.leg.Low), cmp.Compare(x.leg.ID, y.leg.ID))
	})
	return found
}
