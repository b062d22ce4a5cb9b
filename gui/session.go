package gui

import (
	"context"
	"errors"
	"slices"
	"time"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
	"roundtrip/internal/whatif"
)

// session is what the window shows: the open document, the view of it, what is selected and what is being
// tried. Panels read it and are told when it changes; nobody else keeps a copy. It lives on the window's
// goroutine.
type session struct {
	document Document
	book     *deal.Book
	view     network.View
	viewed   *network.Network    // the book under the view; nil when the view fails
	refused  error               // why the view fails
	askew    error               // why whole, scale or later is missing
	held     map[deal.LegID]bool // its legs

	whole   *network.Network // that companies are placed by; see holdSurroundings
	scale   *network.Network // that the picture measures legs and companies by
	wholeOf *deal.Book       // the book that these two are of
	later   *network.Network // the view as of any day, while it is as of one

	workbench *whatif.Workbench // measures of the base; nil while they are computed or when the view fails
	problem   error             // why there are no measures
	stake     whatif.Stake      // what the what-if panel is set to
	stakeSet  bool              // the document has a leg to move
	changes   []deal.Change     // further changes that are tried
	given     []deal.Change     // what is tried, in the order in which it was given
	loaded    deal.ScenarioID   // the stored scenario that was loaded last, 0 without one
	compared  *whatif.Comparison
	selection picture.Selection
	source    deal.SourceID // selected in the list of sources; its legs are then the selection

	awaited    []deal.CompanyID // a loop that is selected again once it is in what is shown; see keepLoop
	comingBack bool             // what is selected is told because it is back, and not because somebody has selected it

	ranged   *network.Measures // measures with ranges, of the network rangedOf
	rangedOf *network.Network
	wide     wideComparison // what is compared, with its ranges

	measuringNow bool // the measures of the view are being computed

	late    bool        // the numbers that are shown have been old for a while: new ones are being computed
	waits   int         // counts how often numbers were waited for
	since   time.Time   // when what is being compared was begun; zero while nothing is
	again   bool        // another comparison is due when that one is there
	callOff func() bool // calls off what marks the numbers as old; nil while nothing is computed

	measuring background
	comparing background
	ranging   background

	onBook      []func() // another book: rows may have come and gone
	onPlaces    []func() // companies stand elsewhere, and nothing else has changed
	onTrial     []func() // something else is tried; its numbers come later
	onMeasures  []func() // base, scenario or view have other numbers
	onView      []func() // deals are counted in another way
	onRanges    []func() // the ranges of what is shown are known
	onLate      []func() // the numbers shown are old now, or no longer
	onSelection []func()
	onLoopLost  []func() // the loop that was selected is not in what is shown
	onSteps     []func() // undo and redo would take other steps of the view

	steps     steps
	placesNow func() (exchange func()) // what has companies stand where they stand now, and exchanges that when called again
}

// errNoDocument is the answer to an edit while nothing is open.
var errNoDocument = errors.New("no document is open: make one with File, New document, or open one")

func tell(listeners []func()) {
	for _, listener := range listeners {
		listener()
	}
}

// open shows the document.
func (s *session) open(document Document, book *deal.Book) {
	s.document, s.selection, s.source, s.changes, s.compared = document, picture.Selection{}, 0, nil, nil
	s.stake, s.stakeSet, s.workbench, s.problem = whatif.Stake{}, false, nil, nil
	s.ranged, s.rangedOf, s.view, s.awaited = nil, nil, network.View{}, nil
	s.given, s.loaded, s.steps = nil, 0, steps{}
	s.book = nil // nothing of the last document is looked for in this one
	s.stopComparing()
	s.ranging.stop()
	s.setBook(book)
}

// setBook shows another state of the document. What is tried stays as far as its legs are still there.
func (s *session) setBook(book *deal.Book) {
	leg, tried := s.stake.Leg, s.trial()
	s.book = book
	if _, _, ok := book.Leg(leg); !ok {
		var first whatif.Stake
		first, s.stakeSet = whatif.DefaultStake(book)
		leg = first.Leg
	}
	s.hold(leg, tried)
	s.keepSelection()
	s.keepFilters()
	s.holdLegs()
	tell(s.onBook)
	tell(s.onSelection)
	s.measure()
}

// keepSelection drops from the selection what the book no longer holds.
func (s *session) keepSelection() {
	gone := func(id deal.CompanyID) bool { _, ok := s.book.Company(id); return !ok }
	s.selection.Companies = slices.DeleteFunc(slices.Clone(s.selection.Companies), gone)
	if slices.ContainsFunc(s.selection.Loop, gone) {
		s.selection.Loop, s.awaited = nil, s.selection.Loop
	}
	s.selection.Legs = slices.DeleteFunc(slices.Clone(s.selection.Legs), func(id deal.LegID) bool {
		_, _, ok := s.book.Leg(id)
		return !ok
	})
}

// setView shows the book in another way.
func (s *session) setView(view network.View) {
	s.view = view
	s.holdLegs()
	if s.ahead() {
		s.keepLoop(s.viewed)
	}
	tell(s.onView)
	s.measure()
}

// limits bound the search for loops as the command line does, so that both count the same.
func (s *session) limits() network.Limits {
	return network.Limits{Top: network.ListedLoops, MaxLen: s.view.LoopLength(len(s.book.Companies))}
}

// awaitedMoment is how long the window waits for the measures of a document whose picture waits for them too: chips, dates
// and tables change together with numbers and picture then.
const awaitedMoment = 150 * time.Millisecond

// moment returns how long the window waits for measures now: not at all where the picture goes ahead of them.
func (s *session) moment() time.Duration {
	if len(s.book.Companies) < largeNetwork && !s.tried() {
		return awaitedMoment
	}
	return 0
}

// ahead reports whether the picture of another view goes ahead of its measures.
func (s *session) ahead() bool {
	return len(s.book.Companies) >= largeNetwork && s.viewed != nil && !s.tried()
}

// measure computes the base beside the window, then what is tried.
func (s *session) measure() {
	book, view, limits := s.book, s.view, s.limits()
	s.measuringNow = true
	s.awaiting()
	type result struct {
		workbench *whatif.Workbench
		err       error
	}
	startAwaited(&s.measuring, s.moment(), func(ctx context.Context) result {
		workbench, err := whatif.NewWorkbench(ctx, book, view, network.Options{Limits: limits})
		return result{workbench, err}
	}, func(r result) {
		s.measuringNow = false
		s.workbench, s.problem, s.compared = r.workbench, r.err, nil
		s.stopComparing()
		s.measured()
		s.compare()
	})
}

// tried reports whether anything is moved away from the book.
func (s *session) tried() bool {
	return s.stakeSet && (len(s.changes) > 0 || len(s.stake.Changes(s.book)) > 0)
}

// setStake moves the stake.
func (s *session) setStake(stake whatif.Stake) {
	s.stake = stake
	s.compare()
}

// keepTrying keeps what the stake has moved as a change, so that another leg can take its place.
func (s *session) keepTrying() {
	for _, change := range s.stake.Changes(s.book) {
		s.changes = slices.DeleteFunc(s.changes, func(old deal.Change) bool {
			return old.Field == change.Field && old.Target == change.Target
		})
		s.changes = append(s.changes, change)
	}
}

// takeLeg lets another leg take the stake's place, as far moved as it already is; what is moved otherwise stays
// moved.
func (s *session) takeLeg(leg deal.LegID) {
	s.keepTrying()
	stake := whatif.StakeUnder(s.book, leg, s.changes)
	for _, own := range stake.Changes(s.book) {
		s.changes = slices.DeleteFunc(s.changes, func(change deal.Change) bool {
			return change.Field == own.Field && change.Target == own.Target
		})
	}
	s.setStake(stake)
}

// reset puts everything that is tried back to the book.
func (s *session) reset() {
	s.trying("Back to the base", "", func() {
		s.stake, s.changes, s.given, s.loaded = whatif.StakeOf(s.book, s.stake.Leg), nil, nil, 0
		s.compare()
	})
}

// compare measures what is tried beside the window. The rows are computed also when nothing is moved:
// base and scenario are then the same.
func (s *session) compare() {
	s.ranging.stop()
	s.given = s.trial()
	tell(s.onTrial)
	if s.workbench == nil || !s.stakeSet {
		s.compared = nil
		if !s.measuringNow {
			s.arrived()
		}
		s.measured()
		s.findRanges()
		return
	}
	// A slider moves on faster than a large network is measured: what is nearly there is shown, and then the next.
	if !s.since.IsZero() && time.Since(s.since) < lateAfter {
		s.again = true
		return
	}
	s.since, s.again = time.Now(), false
	workbench, leg, changes := s.workbench, s.stake.Leg, s.given
	s.awaiting()
	type result struct {
		comparison *whatif.Comparison
		err        error
	}
	start(&s.comparing, func(ctx context.Context) result {
		comparison, err := workbench.CompareChanges(ctx, leg, changes)
		return result{comparison, err}
	}, func(r result) {
		s.compared, s.problem, s.since = r.comparison, r.err, time.Time{}
		if s.again {
			s.passed()
			s.measured()
			s.compare()
			return
		}
		s.arrived()
		s.measured()
		s.findRanges()
	})
}

// comparesSoon reports whether another comparison will be there: its base is being measured, or it is.
func (s *session) comparesSoon() bool {
	return s.stakeSet && s.problem == nil && (s.measuringNow || s.workbench != nil)
}

// stopComparing drops the comparison that is being computed.
func (s *session) stopComparing() {
	s.comparing.stop()
	s.since, s.again = time.Time{}, false
}

// circularRange returns how far the circular share of what is shown can move, or false while it is computed.
func (s *session) circularRange() (network.Range, bool) {
	if _, shown, _ := s.shown(); shown == nil || s.rangedOf != shown {
		return network.Range{}, false
	}
	return s.ranged.CircularRange, true
}

// withRanges returns the measures of what is shown with their ranges, once those are known.
func (s *session) withRanges(measures *network.Measures) *network.Measures {
	if _, shown, now := s.shown(); shown != nil && s.rangedOf == shown && measures == now {
		return s.ranged
	}
	return measures
}

// standings returns how each measure of what is shown stands between its ends.
func (s *session) standings() network.Standings {
	_, shown, measures := s.shown()
	if shown == nil || measures == nil {
		return network.Standings{}
	}
	return shown.Standings(s.withRanges(measures))
}

// base returns the network of the book and its measures, or nil before they are computed.
func (s *session) base() (*network.Network, *network.Measures) {
	if s.workbench == nil {
		return nil, nil
	}
	return s.workbench.Base()
}

// shown returns what the canvas draws: the scenario when something is moved, otherwise the base.
func (s *session) shown() (*deal.Book, *network.Network, *network.Measures) {
	if s.compared != nil && s.tried() {
		return s.compared.ScenarioBook, s.compared.ScenarioNetwork, s.compared.Scenario
	}
	built, measures := s.base()
	return s.book, built, measures
}

// apply makes one edit and shows the result.
func (s *session) apply(edit deal.Edit) (deal.Applied, error) {
	write, err := s.writing(edit)
	if err != nil {
		return deal.Applied{}, err
	}
	applied, err := write(context.Background())
	if err == nil {
		s.written(applied)
	}
	return applied, err
}

// writing returns what writes the edit, which may run beside the window. What it gives is to be handed to written.
func (s *session) writing(edit deal.Edit) (write func(context.Context) (deal.Applied, error), err error) {
	switch {
	case s.document == nil:
		return nil, errNoDocument
	case s.document.ReadOnly():
		return nil, errReadOnly
	}
	document, whole := s.document, whatif.KeepNames(s.book, edit)
	return func(ctx context.Context) (deal.Applied, error) { return document.ApplyContext(ctx, whole) }, nil
}

// written shows what an edit has led to.
func (s *session) written(applied deal.Applied) {
	was := s.nowTried()
	s.steps.edited()
	if s.placesNow != nil {
		s.steps.alongWith(s.placesNow())
	}
	s.follow(applied.Book)
	if !s.tries(&was) { // what was tried of a deleted leg comes back with it
		s.steps.applied(was, s.nowTried())
	}
}
