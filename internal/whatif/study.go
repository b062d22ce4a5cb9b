package whatif

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sync"
	"time"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Study asks what a scenario's measures do when one of its inputs moves and everything else stays. The window, the
// command line and the report all ask the same questions of it, so that they give the same answers. Its methods may be
// called from several goroutines.
type Study struct {
	w       *Workbench
	leg     deal.LegID
	changes []deal.Change
	probers sync.Pool     // of *prober
	workers int           // how many measure at once; 0: as many as there are processors
	between time.Duration // how long it goes on before what is known so far is shown again

	mutex   sync.Mutex
	present []Row // every measure in the scenario, once it is asked for
}

// Study returns a study of the scenario that the changes make; the rows about a stake are about that of the leg.
func (w *Workbench) Study(leg deal.LegID, changes []deal.Change) *Study {
	return &Study{w: w, leg: leg, changes: slices.Clone(changes), between: betweenShows}
}

// betweenShows is how long a study goes on before it shows what it knows again.
const betweenShows = 400 * time.Millisecond

// Ground is what the answer to a study stands on.
type Ground struct {
	Book  *deal.Book // the data, without the scenario's changes
	Note  string     // which amounts count and what is assumed, in words
	Rates string     // that amounts are counted at, in words, which stand in Note too; "" where all are in the document's currency
}

// ground returns what an answer about the inputs that move stands on, with what else it assumes.
func (s *Study) ground(assumed string, moving ...Span) Ground {
	view := s.w.network.View
	note := deal.Capital(view.WordsIn(s.w.book)) + "; undisclosed amounts are not counted unless assumed."
	switch len(s.changes) {
	case 0:
	case 1:
		note += " With one change of the what-if."
	default:
		note += fmt.Sprintf(" With %d changes of the what-if.", len(s.changes))
	}
	rates := s.countedAt(moving)
	for _, words := range []string{rates, assumed} {
		if words != "" {
			note += " " + words
		}
	}
	if s.w.book.Title != "" {
		note += " " + s.w.book.Title + "."
	}
	return Ground{Book: s.w.book, Note: note, Rates: rates}
}

// Progress is told how much of a longer piece of work is done. It may be nil.
type Progress func(done, of int)

func (p Progress) tell(done, of int) {
	if p != nil {
		p(done, of)
	}
}

// with returns the scenario's changes and some more, which hold where both change the same thing.
func (s *Study) with(more ...deal.Change) []deal.Change {
	return append(slices.Clip(s.changes), more...)
}

// rows returns every measure of the scenario beside the data's, with the bounds that ranges give them.
func (s *Study) rows(ctx context.Context) ([]Row, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.present != nil {
		return s.present, nil
	}
	options := s.w.options
	options.Ranges = false
	scenario, err := s.w.scenario(ctx, s.changes, options)
	if err != nil {
		return nil, err
	}
	ranged, err := s.w.WithRanges(ctx, &Comparison{
		Stake: StakeUnder(s.w.book, s.leg, s.changes), Changes: s.changes,
		BaseBook: s.w.book, BaseNetwork: s.w.network, Base: s.w.base,
		ScenarioBook: scenario.book, ScenarioNetwork: scenario.network, Scenario: scenario.measures,
	})
	if err != nil {
		return nil, err
	}
	s.present = ranged.Rows
	return s.present, nil
}

// Knowing tells the study the rows of its scenario with their ranges, which it then need not measure again: what it says of
// the present is what the what-if says of it.
func (s *Study) Knowing(rows []Row) *Study {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.present = rows
	return s
}

// row returns the measure's row as it is in the scenario.
func (s *Study) row(ctx context.Context, key string) (Row, error) {
	rows, err := s.rows(ctx)
	if err != nil {
		return Row{}, err
	}
	at := slices.IndexFunc(rows, func(row Row) bool { return row.Key == key })
	if at < 0 {
		return Row{}, fmt.Errorf("there is no measure %q", key)
	}
	return rows[at], nil
}

// number returns one measure with some more changes made, and whether it is known there.
func (s *Study) number(ctx context.Context, key string, more ...deal.Change) (float64, bool, error) {
	p := s.prober()
	defer s.probers.Put(p)
	number, err := p.number(ctx, key, more...)
	if err != nil || math.IsNaN(number) {
		return 0, false, err
	}
	return number, true, nil
}

// along returns the measures at every value of the input, numbers[k][i] that of keys[k] at values[i]; NaN where it is
// not known.
func (s *Study) along(ctx context.Context, input Input, values []int64, keys []string, progress Progress) ([][]float64, error) {
	numbers, _, err := s.markedAlong(ctx, input, values, keys, progress)
	return numbers, err
}

// markedAlong returns the measures as along does, each with the bound that the figures alone allow it there.
func (s *Study) markedAlong(ctx context.Context, input Input, values []int64, keys []string, progress Progress) ([][]float64, [][]Bound, error) {
	at, bound := rectangle[float64](len(values), len(keys)), rectangle[Bound](len(values), len(keys))
	err := s.inParallel(ctx, len(values), func(p *prober, i int) error {
		if err := p.marked(ctx, keys, []deal.Change{input.At(values[i])}, at[i], bound[i]); err != nil {
			return fmt.Errorf("measure with %s at %s: %w", input.Name(s.w.book), input.Text(s.w.book, values[i]), err)
		}
		return nil
	}, func(done int) { progress.tell(done, len(values)) })
	if err != nil {
		return nil, nil, err
	}
	numbers, bounds := rectangle[float64](len(keys), len(values)), rectangle[Bound](len(keys), len(values))
	for i := range values {
		for k := range keys {
			numbers[k][i], bounds[k][i] = at[i][k], bound[i][k]
		}
	}
	return numbers, bounds, nil
}

// boundOf returns the bound of a measure with some more changes made, as the figures alone allow it.
func (s *Study) boundOf(ctx context.Context, key string, more ...deal.Change) (Bound, error) {
	p := s.prober()
	defer s.probers.Put(p)
	_, bound, err := p.sure(ctx, key, more...)
	return bound, err
}

// PresentBound returns how sure the input's value in the scenario is, as the what-if writes it: "up to" $10bn stays "up to"
// another amount that is tried.
func (s *Study) PresentBound(input Input) Bound {
	book, _, err := Applied(s.w.book, s.w.view, s.changes)
	if err != nil {
		return Exactly
	}
	leg, _, ok := book.Leg(deal.LegID(input.Target))
	figure := leg.Figure
	switch {
	case !ok || input.Field != deal.ChangeAmount && input.Field != deal.ChangeValuation:
		return Exactly
	case input.Field == deal.ChangeValuation:
		figure = leg.Valuation
	}
	switch {
	case !figure.Known():
		return Exactly
	case onlyAbout(figure):
		return About
	}
	ends := network.Range{Low: float64(figure.Low), High: float64(figure.High)}
	if figure.HighOpen() {
		ends.High = math.Inf(1)
	}
	return ends.Standing(float64(figure.Best))
}

// rectangle returns rows of zeros in one piece of memory.
func rectangle[T any](rows, columns int) [][]T {
	all, result := make([]T, rows*columns), make([][]T, rows)
	for i := range result {
		result[i] = all[i*columns : (i+1)*columns : (i+1)*columns]
	}
	return result
}
