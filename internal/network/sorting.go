package network

import "slices"

// sortedLoops is the number of loops beyond which they are not sorted into categories, and sortedFlows the number of
// flows on them beyond which they are not sorted by what they can be.
const sortedLoops, sortedFlows = 100_000, 6_000_000

// finder finds flows faster than FlowBetween.
type finder struct {
	flows  []Flow
	payees []int32 // of each flow
	first  []int32 // the company's flows are flows[first[company]:first[company+1]]
}

func (n *Network) finderIn(room *workspace) finder {
	f := finder{flows: n.Flows, payees: room.int32s(len(n.Flows)), first: room.int32s(len(n.Companies) + 1)}
	for i := range n.Flows {
		f.payees[i] = int32(n.Flows[i].Payee)
		f.first[n.Flows[i].Payer+1]++
	}
	for company := range n.Companies {
		f.first[company+1] += f.first[company]
	}
	return f
}

// between returns the position of the flow, which must be there.
func (f finder) between(payer, payee int) int {
	low, high := int(f.first[payer]), int(f.first[payer+1])
	for low < high {
		if middle := (low + high) / 2; int(f.payees[middle]) < payee {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// categoryCounter counts loops by category.
type categoryCounter struct {
	finder
	sorts  []int32 // of each flow
	loop   []sorts // scratch: of the flows of a loop
	counts []int   // in the order of Categories
}

func (n *Network) categoryCounterIn(room *workspace, counts []int) categoryCounter {
	c := categoryCounter{finder: n.finderIn(room), sorts: room.int32s(len(n.Flows)), counts: counts}
	for i := range n.Flows {
		c.sorts[i] = int32(n.Flows[i].sorts())
	}
	return c
}

func (c *categoryCounter) add(path []int) {
	c.loop = c.loop[:0]
	var flows [2]*Flow
	for i, payer := range path {
		payee := path[0]
		if i+1 < len(path) {
			payee = path[i+1]
		}
		at := c.between(payer, payee)
		if len(path) == 2 {
			flows[i] = &c.flows[at]
		}
		c.loop = append(c.loop, sorts(c.sorts[at]))
	}
	category := categoryBySorts(c.loop)
	if category == "" {
		category = categoryOfTwo(flows[0], flows[1])
	}
	c.counts[slices.Index(Categories, category)]++
}

// loopSorter sorts loops by what they can be, given all that their legs can come to.
type loopSorter struct {
	*presence
	finder
	sure       int   // loops that are surely there
	loops      tally // over the loops that may be there or not
	left       int   // flows that may still be looked at
	categories []categoryTally
	path       []int   // scratch: the flows of the loop that is looked at
	loop       []*Flow // scratch: the same flows
	now        []sorts // scratch: one thing that they can come to
	can        []bool  // scratch: what category the loop can be
}

// categoryTally is how many loops are surely of a category, and how many may be.
type categoryTally struct {
	tally
	sure, open int
}

func newLoopSorter(p *presence) *loopSorter {
	return &loopSorter{
		presence: p, finder: p.finderIn(nil), categories: make([]categoryTally, len(Categories)), left: sortedFlows,
		can: make([]bool, len(Categories)),
	}
}

// visit sorts the loop of the path, unless too many flows have been looked at already.
func (s *loopSorter) visit(path []int) bool {
	if s.left -= len(path); s.left < 0 {
		return false
	}
	s.path = s.path[:0]
	sure := true
	for i, payer := range path {
		at := s.between(payer, path[(i+1)%len(path)])
		s.path = append(s.path, at)
		sure = sure && s.reaches[at].sure()
	}
	if sure {
		s.sure++
	} else {
		for _, at := range s.path {
			if !s.reaches[at].sure() {
				s.loops.add(s.reaches[at].mover)
			}
		}
	}
	s.findCategories()
	certain := s.onlyCategory()
	for i, can := range s.can {
		switch {
		case !can:
		case sure && certain:
			s.categories[i].sure++
		default:
			s.categories[i].open++
			for _, at := range s.path {
				if s.decides(at, certain) {
					s.categories[i].add(s.reaches[at].mover)
				}
			}
		}
	}
	return true
}

// decides reports whether a leg of the flow decides whether the loop that is looked at is there and of its category.
func (s *loopSorter) decides(at int, certain bool) bool {
	reach := &s.reaches[at]
	return reach.moves && (!reach.sure() || !certain && (len(s.path) == 2 || len(reach.outcomes()) > 1))
}

func (s *loopSorter) onlyCategory() bool {
	count := 0
	for _, can := range s.can {
		if can {
			count++
		}
	}
	return count == 1
}

// findCategories finds the categories that the loop can be of, be it there or not.
func (s *loopSorter) findCategories() {
	clear(s.can)
	s.loop = s.loop[:0]
	outcomes := 1
	s.now = s.now[:0]
	for _, at := range s.path {
		s.loop = append(s.loop, &s.flows[at])
		outcomes = min(outcomes*len(s.reaches[at].outcomes()), mostOutcomes+1)
		s.now = append(s.now, s.flows[at].sorts())
	}
	s.may(categoryOf(s.loop))
	if outcomes <= mostOutcomes {
		s.eachOutcome(0)
		return
	}
	for i := range s.can {
		s.can[i] = true
	}
}

// mostOutcomes is how many things that the flows of a loop can come to are looked at one by one. With more, that is
// beyond six flows each of which may finance, trade or do both, any category is taken to be possible.
const mostOutcomes = 729

func (s *loopSorter) may(category Category) { s.can[slices.Index(Categories, category)] = true }

// eachOutcome goes through what the flows from one on can come to, the earlier ones being set.
func (s *loopSorter) eachOutcome(from int) {
	if from < len(s.path) {
		for _, outcome := range s.reaches[s.path[from]].outcomes() {
			s.now[from] = outcome
			s.eachOutcome(from + 1)
		}
		return
	}
	if category := categoryBySorts(s.now); category != "" {
		s.may(category)
		return
	}
	there, back := &s.reaches[s.path[0]], &s.reaches[s.path[1]]
	financier := there.financing.within(s.now[0], financing).against(back.financing.within(s.now[1], financing))
	customer := there.commercial.within(s.now[0], commercial).against(back.commercial.within(s.now[1], commercial))
	if financier.even || customer.even {
		s.may(CategoryMixed)
	}
	if financier.more && customer.less || financier.less && customer.more {
		s.may(CategoryVendorFinancing)
	}
	if financier.more && customer.more || financier.less && customer.less {
		s.may(CategoryCustomerFinances)
	}
}

var (
	justFinancing  = []sorts{financing}
	justCommercial = []sorts{commercial}
	bothSorts      = []sorts{financing | commercial}
)

// outcomes returns the sorts of legs that the flow can come to, given that it comes to something.
func (f *flowReach) outcomes() []sorts {
	switch {
	case !f.commercial.there:
		return justFinancing
	case !f.financing.there:
		return justCommercial
	case f.financing.sure && f.commercial.sure:
		return bothSorts
	case f.financing.sure:
		return []sorts{financing, financing | commercial}
	case f.commercial.sure:
		return []sorts{commercial, financing | commercial}
	}
	return []sorts{financing, commercial, financing | commercial}
}

// within returns the reach given that just these sorts are there.
func (r reach) within(now, sort sorts) reach {
	if now&sort == 0 {
		return reach{}
	}
	return r
}

// verdict is how a side can compare with another.
type verdict struct{ more, even, less bool }

// against compares two sides by all that they can come to. A side that is there outweighs one that is not.
func (r reach) against(other reach) verdict {
	if r.there != other.there {
		return verdict{more: r.there, less: other.there}
	}
	return verdict{
		more: r.high > other.low, less: r.low < other.high,
		even: max(r.low, other.low) <= min(r.high, other.high),
	}
}
