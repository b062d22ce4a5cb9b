package whatif

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"testing"

	"roundtrip/internal/deal"
)

// TestNoAnswerDependsOnItsWorkers asks every study with one worker and with several.
func TestNoAnswerDependsOnItsWorkers(t *testing.T) {
	workbench := workbenchOf(t, industry(30, 70))
	stake, _ := DefaultStake(workbench.book)
	changes := []deal.Change{{Field: deal.ChangeAmount, Target: int64(stake.Leg), Value: bn(25)}}
	input := Input{Field: deal.ChangeAmount, Target: int64(stake.Leg)}
	span := Span{Input: input, High: bn(50)}
	ctx := context.Background()
	for name, ask := range map[string]func(s *Study) (any, error){
		"sweep": func(s *Study) (any, error) {
			return s.Sweep(ctx, SweepQuestion{Span: span, Steps: 9, Keys: []string{"circular_share", "finn"}}, nil)
		},
		"table": func(s *Study) (any, error) {
			down := Span{Input: Input{Field: deal.ChangeAmount, Target: 5}, High: bn(9)}
			return s.Table(ctx, TableQuestion{Key: "circular_share", Across: span, Down: down, Steps: 4}, nil)
		},
		"tornado": func(s *Study) (any, error) {
			return s.Tornado(ctx, TornadoQuestion{Key: "circular_share", Spread: FirstSpread}, nil, nil)
		},
		"goal": func(s *Study) (any, error) {
			return s.Seek(ctx, Goal{Input: input, Key: "circular_share", Target: 0.2, High: bn(50)}, nil)
		},
		"simulation": func(s *Study) (any, error) {
			return s.MonteCarlo(ctx, MonteCarloQuestion{Key: "circular_share", Spread: FirstSpread, Samples: 40, Seed: 1}, nil, nil)
		},
	} {
		t.Run(name, func(t *testing.T) {
			var one any
			for _, workers := range []int{1, 2, 7} {
				study := workbench.Study(stake.Leg, changes)
				study.workers = workers
				got, err := ask(study)
				if err != nil {
					t.Fatal(err)
				}
				if one == nil {
					one = got
				}
				if !reflect.DeepEqual(one, got) {
					t.Errorf("with %d workers it is another answer", workers)
				}
			}
		})
	}
}

func TestTheFirstErrorIsTold(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	for _, workers := range []int{1, 2, 7} {
		study := workbench.Study(stake.Leg, nil)
		study.workers = workers
		bad := errors.New("bad")
		err := study.inParallel(context.Background(), 50, func(_ *prober, i int) error {
			if i%5 == 3 {
				return fmt.Errorf("piece %d: %w", i, bad)
			}
			return nil
		}, nil)
		if !errors.Is(err, bad) || err.Error() != "piece 3: bad" {
			t.Errorf("%d workers: %v", workers, err)
		}
	}
}

// TestATornadoShowsWhatItKnows cancels a tornado and finds only whole bars in what it has shown.
func TestATornadoShowsWhatItKnows(t *testing.T) {
	study := workbenchOf(t, industry(30, 70)).Study(1, nil)
	whole, err := study.Tornado(context.Background(), TornadoQuestion{Key: "finn", Spread: FirstSpread}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	byInput := map[Input]Bar{}
	for _, bar := range whole.Bars {
		byInput[bar.Input] = bar
	}
	spans, err := study.Spans(FirstSpread)
	if err != nil {
		t.Fatal(err)
	}
	study.between = 0
	shown := 0
	_, err = study.bars(context.Background(), whole.Row, spans, func(known func() []Bar, done int) {
		for i, bar := range known() {
			shown++
			last := byInput[bar.Input] // the widest are looked at once more, and may be wider then
			if bar.Span != last.Span || bar.AtLow != last.AtLow || bar.AtHigh != last.AtHigh || bar.Least < last.Least || bar.Most > last.Most {
				t.Errorf("after %d inputs bar %d is %+v", done, i, bar)
			}
		}
	})
	if err != nil || shown == 0 || len(whole.Bars) != len(spans) || whole.Of != len(spans) {
		t.Errorf("%d bars of %d: %v", len(whole.Bars), whole.Of, err)
	}
}
