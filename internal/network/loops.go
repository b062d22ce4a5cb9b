package network

import (
	"context"
	"fmt"
	"time"

	"roundtrip/internal/deal"
)

// The bounds of a search whose Limits leave them open. What ends a search is its count or its steps, which are the same
// on every machine; the time is there so that nobody waits for a machine that is far too slow or too busy.
const (
	defaultCount = 10_000_000
	defaultSteps = 300_000_000
	defaultTime  = 30 * time.Second
	defaultTop   = 10
)

// topAllTheSame is what a report says besides why it stopped short, where the biggest loops are exact.
const topAllTheSame = " The biggest loops are exact all the same."

// FindLoops counts the loops of the network and returns the biggest ones. The biggest are found first and by
// themselves (see biggest), so that they are exact even where the loops are too many to count. The methods are
// D. Johnson's (1975) and, bounded by length, A. Gupta and T. Suzumura's (2021), on the strongly connected components
// of R. Tarjan (1972).
//
// Money is in cents. A flow without a number is on loops like any other; their money is 0 and not Known. Parallel
// legs are one flow and so make one loop. What a company pays itself is no loop. Without flows there are none.
func FindLoops(ctx context.Context, n *Network, limits Limits) LoopReport {
	room := newWorkspace()
	defer room.done()
	var report LoopReport
	n.findLoops(ctx, &amounts{room: room}, Options{Limits: limits}, &report)
	return report
}

// findLoops fills in the report, in the rooms of the amounts and the memory that the report has.
func (n *Network) findLoops(ctx context.Context, a *amounts, options Options, report *LoopReport) {
	search := newLoopSearch(ctx, a.room, options.Limits)
	search.keep, search.top = a.keep, report.Top
	report.MaxLen = search.maxLen
	whole := options.wants(PartLoops)
	if whole {
		report.Top, report.TopComplete = n.biggest(search, options.Limits.Top)
	}
	if options.Counted.of(n) {
		options.Counted.copyTo(n, report)
		return
	}
	var counter categoryCounter
	if whole {
		report.ByCategory = a.keep.ints(len(Categories))
		counter = n.categoryCounterIn(search.room, report.ByCategory)
	}
	search.visit = func(path []int) bool {
		for len(report.ByLength) <= len(path) {
			report.ByLength = append(report.ByLength, 0)
		}
		report.ByLength[len(path)]++
		if whole && search.count <= sortedLoops {
			counter.add(path)
		}
		return true
	}
	search.run(n.arrowsIn(search.room))
	report.Count, report.Truncated, report.Why = search.count, search.stopped(), search.why
	if report.Count > sortedLoops {
		report.ByCategory = nil
	}
	if report.Truncated && report.TopComplete {
		report.Why += topAllTheSame
	}
}

// BoundWords says which loops were looked for, after their number: " of at most 6 companies", or "" when it was every one.
func (r *LoopReport) BoundWords() string {
	if r.MaxLen == 0 {
		return ""
	}
	return fmt.Sprintf(" of at most %d companies", r.MaxLen)
}

// VisitLoops calls visit once for every loop of at most MaxLen companies, with the positions of its companies
// in the order of payment, starting anywhere; path is only valid until visit returns. It returns how many
// loops it visited and, when it stopped short, why, as a sentence. The same network gives the same order.
// It stops at the limits of count, steps and time, when ctx is done, and when visit returns false. Money that a
// company pays itself makes no loop.
func (n *Network) VisitLoops(ctx context.Context, limits Limits, visit func(path []int) bool) (count int, truncated bool, why string) {
	room := newWorkspace()
	defer room.done()
	search := newLoopSearch(ctx, room, limits)
	search.visit = visit
	search.run(n.arrowsIn(search.room))
	return search.count, search.stopped(), search.why
}

// loopSearch is what every way to search for loops shares: the bounds, the path and the visitor.
type loopSearch struct {
	ctx      context.Context
	deadline time.Time
	limits   Limits
	maxLen   int // 0 is no bound
	maxCount int
	visit    func(path []int) bool
	path     []int // positions of the companies on the current path
	count    int
	checkAt  int    // count at which to look at the bounds
	steps    int    // work done: companies entered and flows looked at from them. The loops come on top
	lookAt   int    // steps at which to look at the bounds
	why      string // why the search stopped short; "" while it goes on
	small    *johnson64
	room     *workspace
	keep     *workspace // where the biggest loops are kept
	top      []Loop     // memory for them
}

// betweenReadings is how many loops or steps go by between two readings of the clock.
const betweenReadings = 1 << 12

// newLoopSearch begins a search in the room, which may be nil and holds one search at a time.
func newLoopSearch(ctx context.Context, room *workspace, limits Limits) *loopSearch {
	if limits.Count <= 0 {
		limits.Count = defaultCount
	}
	if limits.Steps <= 0 {
		limits.Steps = defaultSteps
	}
	if limits.Time <= 0 {
		limits.Time = defaultTime
	}
	var s *loopSearch
	if room != nil {
		s = &room.search
	} else {
		s = new(loopSearch)
	}
	*s = loopSearch{
		room: room, ctx: ctx, limits: limits, deadline: time.Now().Add(limits.Time),
		maxLen: max(limits.MaxLen, 0), maxCount: limits.Count,
	}
	return s
}

// forkTo makes another search one with the same bounds but of count, and with the steps that were done, in the same
// memory: the two must not run at the same time.
func (s *loopSearch) forkTo(other *loopSearch, count int) {
	*other = loopSearch{
		ctx: s.ctx, limits: s.limits, deadline: s.deadline, maxLen: s.maxLen, maxCount: count, path: s.path, small: s.small,
		room: s.room, steps: s.work(),
	}
}

// work is how many steps were done, loops included.
func (s *loopSearch) work() int { return s.steps + s.count }

// makeRoom makes a path of so many companies fit, and the search for small parts ready.
func (s *loopSearch) makeRoom(companies int) {
	companies = max(companies, 64)
	if s.room != nil && len(s.path) < companies {
		s.room.path = resized(s.room.path, companies)
		s.path = s.room.path
	} else if len(s.path) < companies {
		s.path = make([]int, companies)
	}
	switch {
	case s.small != nil:
	case s.room == nil:
		s.small = new(johnson64)
	default:
		s.small = &s.room.small
	}
}

// run visits the loops of the graph.
func (s *loopSearch) run(a arrows) {
	if s.maxLen == 1 {
		return
	}
	s.makeRoom(a.size())
	if !s.readClock() {
		return
	}
	if whole := a.whole(); a.size() <= 64 && !s.bounds(whole) {
		// The search for small parts finds the components by itself.
		s.searchSmall(whole)
		return
	}
	for _, p := range a.whole().parts(nil) {
		if s.stopped() {
			return
		}
		s.searchPart(p)
	}
}

// bounds reports whether the part could have loops longer than the bound.
func (s *loopSearch) bounds(p part) bool { return s.maxLen > 0 && s.maxLen < p.size() }

// searchPart visits the loops of a strongly connected part.
func (s *loopSearch) searchPart(p part) {
	switch {
	case s.bounds(p):
		s.searchBounded(p)
	case p.size() <= 64:
		s.searchSmall(p)
	default:
		s.searchLarge(p, 64)
	}
}

func (s *loopSearch) stopped() bool { return s.why != "" }

// visitLoop hands the first companies of the path to the visitor, and reports whether to go on.
func (s *loopSearch) visitLoop(length int) bool {
	if s.count == s.checkAt && !s.check() {
		return false
	}
	s.count++
	if s.visit(s.path[:length]) {
		return true
	}
	return s.told()
}

// told notes that the visitor wants no more.
func (s *loopSearch) told() bool {
	s.why = "The search was told to stop."
	return false
}

// check reports whether the search may go on now that it has come to a bound of count or to a reading of the
// clock.
func (s *loopSearch) check() bool {
	if s.count == s.maxCount {
		s.why = fmt.Sprintf("The search stopped after %d loops: there are more.", s.count)
		return false
	}
	return s.readClock()
}

// step notes that so much work was done without finding a loop, and reports whether to go on.
func (s *loopSearch) step(work int) bool {
	s.steps += work
	return s.steps < s.lookAt || s.readClock()
}

// readClock reports whether there are steps and time left and nobody has cancelled the search.
func (s *loopSearch) readClock() bool {
	s.checkAt, s.lookAt = min(s.count+betweenReadings, s.maxCount), s.steps+betweenReadings
	switch {
	case s.stopped():
	case s.ctx.Err() != nil:
		s.why = "The search was cancelled."
	case s.work() >= s.limits.Steps:
		s.why = fmt.Sprintf("The search stopped after %s: there may be more loops.", stepsWords(s.limits.Steps))
	case time.Now().After(s.deadline):
		s.why = fmt.Sprintf("The search stopped after %v: there may be more loops.", s.limits.Time)
	}
	return !s.stopped()
}

func stepsWords(steps int) string {
	if steps%1_000_000 == 0 {
		return deal.Count(steps/1_000_000) + " million steps"
	}
	return deal.CountOf(steps, "step")
}
