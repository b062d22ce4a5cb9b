package whatif

import (
	"errors"
	"maps"

	"roundtrip/internal/deal"
)

// FirstTarget is the circular share that a simulation asks for at first.
const FirstTarget = 0.25

// FirstSweep asks what the measure does while the study's own leg moves. The window, the command line and the report
// begin with the same questions.
func (s *Study) FirstSweep(key string) (SweepQuestion, error) {
	span, err := s.Reach(Input{Field: deal.ChangeAmount, Target: int64(s.leg)})
	return SweepQuestion{Span: span, Keys: []string{key}}, err
}

// FirstTable asks for the measure at every pair of what can be moved first: of a stake its amount, and how much of it
// is spent back.
func (s *Study) FirstTable(key string) (TableQuestion, error) {
	ask := TableQuestion{Key: key}
	inputs := Inputs(s.w.book, s.leg)
	if len(inputs) < 2 {
		return ask, errors.New("a table needs two inputs that can be moved")
	}
	var err error
	if ask.Across, err = s.Reach(inputs[0]); err != nil {
		return ask, err
	}
	ask.Down, err = s.Reach(inputs[1])
	return ask, err
}

// FirstMonteCarlo asks how often the circular share reaches the first target when everything is drawn at random.
func FirstMonteCarlo() MonteCarloQuestion {
	target := FirstTarget
	return MonteCarloQuestion{Key: "circular_share", Target: &target, Spread: FirstSpread, Chances: maps.Clone(FirstChances),
		Samples: FirstSamples, Seed: FirstSeed}
}
