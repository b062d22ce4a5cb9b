package whatif

import (
	"context"
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// What a simulation begins with unless something else is asked for: how far exact amounts are spread to both sides, how
// many samples are drawn and from which seed, and how likely deals that are not binding come about. They are
// assumptions, to be changed and said.
const (
	FirstSpread  = deal.Whole / 10
	FirstSamples = 10_000
	FirstSeed    = 1
)

// FirstChances are how likely deals of a status come about; those of other statuses always do.
var FirstChances = map[deal.Status]deal.Share{
	deal.StatusRumoured: deal.Whole / 4, deal.StatusInTalks: deal.Whole / 2, deal.StatusAnnounced: deal.Whole / 10 * 9,
}

// MonteCarloQuestion asks how a measure comes out when every range and every chance is drawn at random.
type MonteCarloQuestion struct {
	Key     string                     // of the measure
	Target  *float64                   // that it should reach, in its unit; nil: none
	Spread  deal.Share                 // by which exact amounts move to both sides; 0: they stay. See Study.Spans
	Chances map[deal.Status]deal.Share // as in Experiment
	Samples int
	Seed    uint64
}

// MonteCarlo is the answer to a MonteCarloQuestion.
type MonteCarlo struct {
	Ground
	*Simulation
	Row    Row         // the measure's, as it is in the scenario
	Target *float64    // as it was asked for
	Of     int         // how many samples there will be: more than there are while they are drawn
	Stated *Simulation // the same without what is undisclosed, of fewer samples; nil where nothing is, or while they are drawn
}

// statedSamples is how many samples without what is undisclosed are drawn at most: enough to say between which values
// nine of ten lie.
const statedSamples = 2_000

// MonteCarlo draws the samples that the question asks for. Show is told of those that are drawn so far, now and then; it may
// be nil.
func (s *Study) MonteCarlo(ctx context.Context, ask MonteCarloQuestion, progress Progress, show func(*MonteCarlo)) (*MonteCarlo, error) {
	spans, err := s.Spans(ask.Spread)
	if err != nil {
		return nil, err
	}
	// Whether a deal comes about is drawn by its chance, not by how much of it counts.
	spans = slices.DeleteFunc(spans, func(span Span) bool { return span.Basis == SpanWeight })
	row, err := s.row(ctx, ask.Key)
	if err != nil {
		return nil, err
	}
	ask.Chances = s.open(ask.Chances)
	answer := &MonteCarlo{Ground: s.ground(ask.assumed(spans), spans...), Row: row, Target: ask.Target, Of: ask.Samples}
	experiment := Experiment{Spans: spans, Chances: ask.Chances, Keys: []string{ask.Key}, Samples: ask.Samples, Seed: ask.Seed}
	answer.Simulation, err = s.simulate(ctx, experiment, progress, func(soFar *Simulation) {
		if show != nil {
			part := *answer
			part.Simulation = soFar
			show(&part)
		}
	})
	if err != nil {
		return nil, err
	}
	stated := slices.DeleteFunc(slices.Clone(spans), func(span Span) bool { return span.Basis == SpanUndisclosed })
	if len(stated) == len(spans) {
		return answer, nil
	}
	experiment.Spans, experiment.Samples = stated, min(ask.Samples, statedSamples)
	answer.Stated, err = s.simulate(ctx, experiment, nil, nil)
	return answer, err
}

// open returns the chances of statuses that deals have.
func (s *Study) open(chances map[deal.Status]deal.Share) map[deal.Status]deal.Share {
	open := make(map[deal.Status]deal.Share)
	for i := range s.w.book.Deals {
		d := &s.w.book.Deals[i]
		if chance, ok := chances[d.Status]; ok && chance < deal.Whole && d.Counts() {
			open[d.Status] = chance
		}
	}
	return open
}

// assumed says what the samples are drawn from.
func (q *MonteCarloQuestion) assumed(spans []Span) string {
	text := ""
	if words := spanWords(spans, q.Spread); words != "" {
		text = "Drawn at random, likeliest as now: " + words + "."
	}
	var chances []string
	for _, status := range deal.Statuses {
		if chance, ok := q.Chances[status]; ok {
			chances = append(chances, string(status)+" in "+chance.Percent())
		}
	}
	if len(chances) > 0 {
		text += " Deals come about: " + strings.Join(chances, ", ") + "."
	}
	return strings.TrimSpace(text)
}
