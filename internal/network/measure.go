package network

import (
	"context"
	"fmt"
	"math"
	"time"

	"roundtrip/internal/deal"
)

// Options says what Measure computes beyond what is always cheap.
type Options struct {
	Limits   Limits       // of the search for loops
	Ranges   bool         // also compute the intervals, which costs many times the rest
	Costs    DefaultCosts // of clearing
	Samples  int          // corners tried for each interval that is searched for; 0 is 200
	Weighing int          // multiplications to spend on weighing loops before BFF.Skipped; 0 is 50 million, about 0.1 s
	Seed     uint64       // of those corners; the same seed gives the same intervals
	Only     Part         // what is wanted of the measures; 0 is everything. The rest stays empty
	Failing  []int        // positions of the companies whose DebtRank is wanted; nil: everybody's. The others' is 0
	Counted  *Counted     // loops that need not be counted again; nil: every loop is

	// Time is how long to search for the intervals before giving up and saying so in Ranges.Why; 0 is two
	// minutes. A search that ends before does not depend on it, or on the machine: its work is bounded as well.
	Time time.Duration
}

// defaultRangeTime is how long intervals are searched for unless Options says otherwise. It is far more than the search
// takes with 2,000 companies, about 20 s, so that a busy machine finds the same ends as an idle one.
const defaultRangeTime = 2 * time.Minute

// Measure computes everything that is known of the network. The book is where it was built from; it may be nil
// for a network that was not, and then there are no flags and cash is taken to be in the base currency. When
// ctx is done, Measure returns its error and no measures: there are none that are half right.
func Measure(ctx context.Context, book *deal.Book, n *Network, options Options) (*Measures, error) {
	m := new(Measures)
	if err := m.Again(ctx, book, n, options); err != nil {
		return nil, err
	}
	return m, nil
}

// Again is Measure in the memory of measures that nobody needs any more, also of another network: everything that they
// hold is overwritten, and of a copy of them too. A slider or a simulation that measures again and again so needs next
// to no new memory. After an error they mean nothing.
func (m *Measures) Again(ctx context.Context, book *deal.Book, n *Network, options Options) error {
	if err := options.Costs.Validate(); err != nil {
		return fmt.Errorf("clearing: %w", err)
	}
	if options.Weighing <= 0 {
		options.Weighing = weighingWork
	}
	room := newWorkspace()
	defer room.done()
	a := n.amountsIn(room)
	a.ctx, a.keep = ctx, m.keep
	if a.keep == nil {
		a.keep = new(workspace)
	}
	a.keep.release(marks{})
	top, byLength := m.Loops.Top[:0], m.Loops.ByLength[:0]
	*m = Measures{keep: a.keep, Gross: a.gross(), Loops: LoopReport{Top: top, ByLength: byLength}}
	n.measureMoney(a, m, book, options)
	n.measureCompanies(ctx, a, m, book, options)
	if options.wants(PartWeights) {
		m.BFF = a.forwarding(ctx, options.Limits.Top, options.Weighing)
	}
	if options.wants(PartLoops | PartLoopCount) {
		n.findLoops(ctx, a, options, &m.Loops)
	}
	m.CircularRange = Range{Low: m.CircularShare, High: m.CircularShare}
	m.FinnRange = Range{Low: m.Finn, High: m.Finn}
	if options.Ranges && options.Only == 0 && ctx.Err() == nil {
		n.ranges(ctx, m, book, options)
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("measure the network: %w", err)
	}
	return nil
}

// measureMoney sets what is measured of the money alone.
func (n *Network) measureMoney(a *amounts, m *Measures, book *deal.Book, options Options) {
	if options.wants(PartCirculation | PartNetting) {
		m.Circular = a.keep.int64s(len(n.Flows))
		m.Circulation = a.circulation(m.Circular)
	}
	if m.Gross > 0 {
		m.CircularShare = float64(m.Circulation) / float64(m.Gross)
	}
	if options.wants(PartReturns) {
		m.ReturnShare = a.returnShare(a.keep.floats(len(n.Flows)))
		m.Earmarked = n.earmarked(book, a, m.ReturnShare)
		m.Finn = a.finn(m.ReturnShare)
	}
	m.Throughflow = a.throughflow(a.keep)
	m.Multiplier = a.multiplier()
	if options.wants(PartNetting) {
		m.Netting = a.netting(m.Circulation)
	}
	m.SupplierHHI, m.CustomerHHI = a.concentration()
}

// measureCompanies sets what depends on more of the companies and legs than their money.
func (n *Network) measureCompanies(ctx context.Context, a *amounts, m *Measures, book *deal.Book, options Options) {
	if options.wants(PartClearing | PartDebtRank) {
		cash := n.Cash(book)
		if options.wants(PartClearing) {
			m.Clearing = a.clearing(cash, options.Costs)
		}
		if options.wants(PartDebtRank) {
			m.DebtRank = a.debtRanks(ctx, n.financing(a.room), cash, options.Failing)
		}
	}
	if options.wants(PartOwnership) {
		m.Ownership = n.Ownership(book)
	}
	switch {
	case options.wants(PartFlags):
		m.Flags = n.Flags(book)
	case options.wants(PartFlagCount):
		m.Flags = n.bareFlags(book)
	}
}

// ranges sets the intervals of the measures, in about the time that the options allow: half of it for the
// circular share, an eighth for what drives the circulation, and the rest for all others.
func (n *Network) ranges(ctx context.Context, m *Measures, book *deal.Book, options Options) {
	allowed := options.Time
	if allowed <= 0 {
		allowed = defaultRangeTime
	}
	deadline := time.Now().Add(allowed)
	around, b := n.circularRange(ctx, options.Seed, allowed/2)
	m.CircularRange = around
	m.Ranges = new(Ranges)
	drivers, cancelDrivers := context.WithTimeout(ctx, allowed/8)
	defer cancelDrivers()
	n.monotoneRanges(ctx, drivers, m.Ranges)
	until, cancel := context.WithDeadline(ctx, deadline)
	defer cancel()
	s := newSampler(ctx, n, book, options)
	s.room = newWorkspace()
	defer s.room.done()
	s.search(until, b, around.High == 1, allowed)
	sampled := until.Err() == nil
	stakes, cancelStakes := context.WithTimeout(ctx, allowed/8)
	defer cancelStakes()
	m.Ranges.LookThrough = n.ownershipRanges(stakes, book, m.Ownership)
	counts, cancelCounts := context.WithTimeout(ctx, allowed/8)
	defer cancelCounts()
	n.presenceRanges(counts, book, m, options.Limits)
	if !sampled || stakes.Err() != nil || counts.Err() != nil {
		m.Ranges.Why = fmt.Sprintf("The search for ranges stopped after %v, with %d combinations of figures tried: "+
			"the true ranges may be wider, and another leg may drive them more.", allowed, s.tried)
	}
	m.FinnRange = s.ranges(m.Ranges)
	n.alongRanges(ctx, book, m, options)
	m.Ranges.Unweighed = unweighed(m)
}

// presenceRanges sets the intervals of what depends on which legs there are: loops, their categories, the biggest
// of them, and flags.
func (n *Network) presenceRanges(ctx context.Context, book *deal.Book, m *Measures, limits Limits) {
	m.Ranges.Loops = n.loopRanges(m.Loops.Top)
	m.Ranges.LargestLoop = n.largestRange(ctx, limits)
	p := n.presence(book)
	p.flagRanges(book, m.Flags, m.Ranges)
	p.countRanges(ctx, book, m, limits)
}

// unweighed says why the loop weights have no intervals, or "".
func unweighed(m *Measures) string {
	switch {
	case m.BFF.Skipped && m.Loops.Truncated:
		return fmt.Sprintf("Not weighed: more than %d loops are too many.", m.Loops.Count)
	case m.BFF.Skipped:
		return fmt.Sprintf("Not weighed: %d loops, or the rounds that their money takes, are too many.", m.Loops.Count)
	case math.IsNaN(m.Ranges.GammaThr.Low):
		return "Weighed at the view's figures only: there are too many loops to weigh for every combination of figures."
	}
	return ""
}
