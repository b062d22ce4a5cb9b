package network

import (
	"context"
	"math"
	"math/rand/v2"

	"roundtrip/internal/deal"
)

const (
	defaultSamples    = 200
	samplingWork      = 200_000 // companies and flows looked at, over all corners
	samplingCompanies = 300     // most companies for which every combination gets its DebtRank: the cost grows with their square
	rankedCorners     = 4       // seeded combinations that do with more companies, after all low and all high
)

// sampler finds the intervals of the measures that are neither monotone in the amounts nor otherwise
// solved exactly, and of Finn's index. Every uncertain leg is put to its low and its high figure: all of them,
// each by itself with the others as the view has them (also where it brings a company into balance), and in
// seeded random combinations; Finn's index is then followed leg by leg to where it is most and least. So the
// ends are amounts that are possible, but not always the farthest ones: Sampled is set. An open figure is tried as
// high as all other money of the network together. The driver of a measure is the leg that spans the widest
// interval by itself. The number of combinations is bounded, and smaller for a larger network; the legs with
// the widest figures come first.
//
// Above 300 companies DebtRank is measured with all figures low, all high and in four seeded combinations only, and
// its driver is the widest leg to or from the company itself. Where no leg that was tried moves a measure by itself, the
// widest of all is named.
type sampler struct {
	*amounts
	until     context.Context // no combination is tried after it is done
	network   *Network
	cash      []Means
	costs     DefaultCosts
	financing []int64 // the part of each flow's money that finances
	earmarks  []condition
	carried   []along            // of the conditions, those whose contract carries a share of the leg
	rewiring  *rewiring          // nil without conditions
	place     map[deal.LegID]int // of the uncertain legs
	legs      []uncertainLeg
	low, high []int64 // of each uncertain leg
	now       []int64
	alone     int // the leg that the present combination moves by itself, noLeg, or everyLeg
	samples   int
	random    *rand.Rand
	weighing  int  // multiplications for weighing loops in each combination
	large     bool // too many companies for a DebtRank in every combination
	ranking   bool // the next combination gets one

	openHigh int64
	tried    int
	values   []float64 // scratch: the measures at the present amounts, in the order of slots
	base     []float64
	found    []Range
	width    []float64 // of the interval that the driver spans by itself
}

// What a combination moves other than one leg.
const (
	noLeg    = -1 // the amounts are the view's
	everyLeg = -2
)

// The slots of the measures that are one number; those by company or flow follow.
const (
	slotFinn = iota
	slotMultiplier
	slotGamma
	slotVolume
	slotNetDebt
	slotCompressed
	slotShortfall
	slotFirst
)

func newSampler(ctx context.Context, n *Network, book *deal.Book, options Options) *sampler {
	s := &sampler{
		amounts: n.amounts(), until: ctx, network: n, cash: n.Cash(book), costs: options.Costs,
		financing: n.financing(nil), legs: n.uncertainLegs(), samples: options.Samples,
		random: rand.New(rand.NewPCG(options.Seed, 0x52545250)), large: len(n.Companies) > samplingCompanies, ranking: true,
	}
	s.ctx, s.place = ctx, make(map[deal.LegID]int, len(s.legs))
	if book != nil {
		s.earmarks, s.carried = n.conditions(book), n.alongs(book)
	}
	if len(s.earmarks) > 0 {
		s.rewiring = newRewiring(s.amounts, s.earmarks)
	}
	if s.samples <= 0 {
		s.samples = defaultSamples
	}
	s.samples = min(s.samples, max(10, samplingWork/(len(n.Flows)+len(n.Companies)+1)))
	s.weighing = options.Weighing / (2 * s.samples)
	open := n.openAsHighAs(s.legs)
	for i, candidate := range s.legs {
		s.place[candidate.leg.ID] = i
		high := candidate.leg.High
		if candidate.leg.HighOpen {
			s.openHigh = open
			high = max(high, s.openHigh)
		}
		s.low, s.high = append(s.low, candidate.leg.Low), append(s.high, high)
		s.now = append(s.now, candidate.leg.Money)
	}
	slots := slotFirst + 2*len(n.Flows) + 4*len(n.Companies)
	s.values, s.base = make([]float64, slots), make([]float64, slots)
	s.found, s.width = make([]Range, slots), make([]float64, slots)
	return s
}

// tryAll goes through the combinations, those first that say most, until it has tried all or there is no more time.
// The amounts of the flows that b has found to be extreme are tried as well, before those drawn at random.
func (s *sampler) tryAll(until context.Context, b *box) {
	s.alone = noLeg
	s.measure()
	s.alone = everyLeg
	s.ctx, s.until = until, until
	copy(s.base, s.values)
	if math.IsNaN(s.base[slotGamma]) {
		s.weighing = 0 // too many loops here are too many everywhere
	}
	for slot, value := range s.values {
		s.found[slot] = Range{Low: value, High: value, Sampled: len(s.legs) > 0}
	}
	if len(s.legs) == 0 {
		s.tryUnsaid()
		for flow := range s.money {
			r := &s.found[slotFirst+len(s.money)+flow]
			r.Sampled = r.Low != r.High
		}
		return
	}
	alone := min(len(s.legs), max(1, s.samples/2))
	s.tryCorner(func(int) bool { return false })
	s.tryCorner(func(int) bool { return true })
	s.ranking = !s.large
	for i := range alone {
		s.tryAlone(i)
	}
	for _, at := range b.extremes {
		s.put(at)
		s.try()
		s.back()
	}
	for sample := range s.samples {
		s.ranking = !s.large || sample < rankedCorners
		s.tryCorner(func(int) bool { return s.random.IntN(2) == 1 })
	}
	s.ranking = !s.large
	s.climb(1, b.mostAt)
	s.climb(-1, b.leastAt)
}

// set gives a leg another amount.
func (s *sampler) set(i int, cents int64) {
	flow := s.legs[i].flow
	s.money[flow] += cents - s.now[i]
	if s.legs[i].leg.Kind.Financing() {
		s.financing[flow] += cents - s.now[i]
	}
	s.now[i] = cents
}

// tryAlone moves one leg through its figures, the others being as the view has them.
func (s *sampler) tryAlone(i int) {
	s.alone = i
	defer func() { s.alone = everyLeg }()
	least, greatest := append([]float64(nil), s.base...), append([]float64(nil), s.base...)
	for _, cents := range s.levels(i) {
		s.set(i, cents)
		if !s.try() {
			break
		}
		for slot, value := range s.values {
			least[slot], greatest[slot] = min(least[slot], value), max(greatest[slot], value)
		}
	}
	s.set(i, s.legs[i].leg.Money)
	for slot := range s.values {
		width := greatest[slot] - least[slot]
		if width > s.width[slot]*(1+1e-9) && width > 1e-12*math.Abs(greatest[slot]) { // not by rounding alone
			s.width[slot], s.found[slot].Driver = width, s.legs[i].leg.ID
		}
	}
}

// tryCorner puts every leg to one end.
func (s *sampler) tryCorner(high func(i int) bool) {
	for i := range s.legs {
		if high(i) {
			s.set(i, s.high[i])
		} else {
			s.set(i, s.low[i])
		}
	}
	s.try()
	for i := range s.legs {
		s.set(i, s.legs[i].leg.Money)
	}
}

// try measures at the present amounts and widens the intervals. It reports false when there was no time for it.
func (s *sampler) try() bool {
	if s.until.Err() != nil {
		return false
	}
	if s.measure(); s.until.Err() != nil {
		return false
	}
	s.tried++
	s.widen()
	s.tryUnsaid()
	return true
}

// tryUnsaid widens the ends of earmarked shares by those of no part where nobody says which part of a leg must be spent.
func (s *sampler) tryUnsaid() {
	var unsaid []int
	for i := range s.earmarks {
		if s.earmarks[i].unsaid {
			unsaid = append(unsaid, i)
		}
	}
	if len(unsaid) == 0 {
		return
	}
	first := slotFirst + len(s.money)
	copy(s.values[first:first+len(s.money)], s.values[slotFirst:first])
	for _, i := range unsaid {
		s.earmarks[i].covers = 0
	}
	s.rewiring.earmark(s.values[first:first+len(s.money)], s.money, s.worth)
	for _, i := range unsaid {
		s.earmarks[i].covers = 1
	}
	s.widen()
}

// widen widens the intervals by the values. A measure without a number there, such as the index of a company that pays
// nothing, widens nothing.
func (s *sampler) widen() {
	for slot, value := range s.values {
		found := &s.found[slot]
		switch {
		case math.IsNaN(value):
		case math.IsNaN(found.Low):
			found.Low, found.High = value, value
		default:
			found.Low, found.High = min(found.Low, value), max(found.High, value)
			if base := s.base[slot]; !math.IsNaN(base) && !math.IsInf(found.High, 1) && found.High-found.Low <= 1e-12*math.Abs(found.High) {
				found.Low, found.High = base, base
			}
		}
	}
}

// measure fills in values.
func (s *sampler) measure() {
	s.total()
	defer s.room.release(s.room.mark())
	flows := len(s.money)
	share := s.returnShare(s.values[slotFirst : slotFirst+flows])
	s.values[slotFinn] = s.finn(share)
	s.values[slotMultiplier] = s.multiplier()
	netting := s.netting(s.circulation(nil))
	s.values[slotNetDebt], s.values[slotCompressed] = float64(netting.NetDebt), float64(netting.Compressed)
	clearing := s.clearing(s.cash, s.costs)
	s.values[slotShortfall] = clearing.Shortfall()
	s.values[slotGamma], s.values[slotVolume] = math.NaN(), math.NaN()
	if s.weighing > 0 {
		if f := s.forwarding(s.ctx, 1, s.weighing); !f.Skipped {
			s.values[slotGamma], s.values[slotVolume] = f.GammaThr, f.Volume
		}
	}
	earmarked := s.values[slotFirst+flows : slotFirst+2*flows]
	copy(earmarked, share)
	if s.rewiring != nil {
		s.rewiring.ctx = s.ctx
		s.rewiring.earmark(earmarked, s.money, s.worth)
	}
	rest := s.values[slotFirst+2*flows:]
	supplier, customer := s.concentration()
	copy(rest, supplier)
	copy(rest[s.companies:], customer)
	copy(rest[2*s.companies:], clearing.Pays)
	ranks := rest[3*s.companies:]
	if s.ranking {
		copy(ranks, s.debtRanks(s.ctx, s.financing, s.cash, nil))
		return
	}
	for company := range ranks {
		ranks[company] = math.NaN() // which widens nothing
	}
}

// worth returns what a leg is worth in the present combination, and false when it is as undisclosed as the view has it.
func (s *sampler) worth(leg FlowLeg) (cents int64, known bool) {
	if i, uncertain := s.place[leg.ID]; uncertain {
		return s.now[i], leg.Known || s.alone == everyLeg || s.alone == i
	}
	return leg.Money, leg.Known
}

// ranges sorts the intervals into their places, and returns that of Finn's index.
func (s *sampler) ranges(r *Ranges) Range {
	flows := s.found[slotFirst : slotFirst+len(s.money)]
	earmarked, companies := s.found[slotFirst+len(s.money):slotFirst+2*len(s.money)], s.found[slotFirst+2*len(s.money):]
	r.DebtRank = companies[3*s.companies:]
	if s.large {
		s.network.driveByWidest(r.DebtRank)
	}
	for slot := range s.found {
		switch found := &s.found[slot]; {
		case found.Low == found.High:
			found.Driver = 0
		case found.Low < found.High && found.Driver == 0 && len(s.legs) > 0:
			found.Driver = s.legs[0].leg.ID
		}
	}
	r.Multiplier, r.GammaThr, r.Volume = s.found[slotMultiplier], s.found[slotGamma], s.found[slotVolume]
	r.NetDebt, r.Earmarked, r.Pays = s.found[slotNetDebt], earmarked, companies[2*s.companies:3*s.companies]
	r.Compressed, r.Shortfall, r.ReturnShare = s.found[slotCompressed], s.found[slotShortfall], flows
	r.SupplierHHI, r.CustomerHHI = companies[:s.companies], companies[s.companies:2*s.companies]
	r.Corners, r.OpenAsHighAs = s.tried, s.openHigh
	return s.found[slotFinn]
}
