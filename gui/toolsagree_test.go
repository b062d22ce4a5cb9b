package gui

import (
	"context"
	"reflect"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"roundtrip/internal/chart"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// TestToolsShowWhatTheStudiesSay compares each tool as it is opened with the study that command line and report ask for
// as well: the three agree.
func TestToolsShowWhatTheStudiesSay(t *testing.T) {
	w := openTool(t, "Sweep")
	s := w.session
	ctx, study := context.Background(), s.workbench.Study(s.stake.Leg, nil)
	reach := func(field deal.ChangeField) whatif.Span {
		span, err := study.Reach(whatif.Input{Field: field, Target: int64(s.stake.Leg)})
		if err != nil {
			t.Fatal(err)
		}
		return span
	}
	amount, target := reach(deal.ChangeAmount), 0.25
	const key = "circular_share"
	for i, ask := range []func() (*chart.Chart, error){
		func() (*chart.Chart, error) {
			answer, err := study.Sweep(ctx, whatif.SweepQuestion{Span: amount, Keys: []string{key}}, nil)
			return chart.Sweep(answer), err
		},
		func() (*chart.Chart, error) {
			answer, err := study.Table(ctx, whatif.TableQuestion{Key: key, Across: amount, Down: reach(deal.ChangeSpentBack)}, nil)
			return chart.Table(answer), err
		},
		func() (*chart.Chart, error) {
			answer, err := study.Tornado(ctx, whatif.TornadoQuestion{Key: key, Spread: whatif.FirstSpread}, nil, nil)
			return chart.Tornado(answer), err
		},
		func() (*chart.Chart, error) {
			answer, err := study.Seek(ctx, whatif.Goal{Input: amount.Input, Key: key, Target: 0.1, Low: amount.Low, High: amount.High}, nil)
			return chart.Goal(answer), err
		},
		func() (*chart.Chart, error) {
			answer, err := study.MonteCarlo(ctx, whatif.MonteCarloQuestion{
				Key: key, Target: &target, Spread: whatif.FirstSpread, Chances: whatif.FirstChances, Samples: 300, Seed: 1,
			}, nil, nil)
			if err != nil {
				return nil, err
			}
			return chart.Simulation(answer)
		},
		func() (*chart.Chart, error) {
			answer, err := study.Waterfall(ctx, "circular_share")
			return chart.Waterfall(answer), err
		},
	} {
		want, err := ask()
		if err != nil {
			t.Fatal(err)
		}
		w.tools.show(i)
		got := w.tools.chart.chart
		if got == nil || got.Title != want.Title || got.Subtitle != want.Subtitle || got.Note != want.Note ||
			!reflect.DeepEqual(got.Numbers(), want.Numbers()) {
			t.Errorf("%s shows %+v, the study says %+v", w.tools.tool().name(), got, want)
		}
	}
}

func TestProgressIsTold(t *testing.T) {
	for _, test := range []struct {
		done, of int
		passed   time.Duration
		want     string
	}{
		{0, 10_000, time.Second, "Computing: 0 of 10,000 samples"},
		{3_200, 10_000, 4 * time.Second, "Computing: 3,200 of 10,000 samples, about 9 seconds left"},
		{9_900, 10_000, 4 * time.Second, "Computing: 9,900 of 10,000 samples, about a second left"},
		{1_000, 1_000_000, 4 * time.Second, "Computing: 1,000 of 1,000,000 samples, about 67 minutes left"},
		{10_000, 10_000, 4 * time.Second, "Computing: 10,000 of 10,000 samples"},
	} {
		if got := progressWords("sample", test.done, test.of, test.passed); got != test.want {
			t.Errorf("%q, not %q", got, test.want)
		}
	}
}

// stoppedTool shows a part of its answer and is stopped then.
type stoppedTool struct {
	*tornadoTool
	stop func()
}

func (t stoppedTool) ask(s *studied) (work, error) {
	return func(ctx context.Context, _ whatif.Progress, show func(answer)) (answer, error) {
		storm, err := s.study.Tornado(ctx, whatif.TornadoQuestion{Key: "circular_share"}, nil, nil)
		if err != nil {
			return answer{}, err
		}
		storm.Bars = storm.Bars[:1]
		show(answer{chart: chart.Tornado(storm)})
		t.stop()
		return answer{}, ctx.Err()
	}, nil
}

func TestWhatIsStoppedStaysAndSaysHowMuchItIs(t *testing.T) {
	w := openTool(t, "Tornado")
	p := w.tools
	tornado, _ := p.tools[2].(*tornadoTool)
	p.tools[2] = stoppedTool{tornado, func() {
		if !p.cancel.Visible() || !p.run.Disabled() || p.chart.faded {
			t.Error("what is known so far is not shown as such")
		}
		test.Tap(p.cancel)
	}}
	p.compute()
	if got := p.chart.chart.Subtitle; p.chart.faded || !strings.HasPrefix(got, "So far: 1 of ") || !p.canExport() {
		t.Errorf("what was known is gone: %s", got)
	}
	if got := p.state.Content(); got != "Stopped: this is what was known by then. Compute it again for the whole answer" {
		t.Errorf("it says %q", got)
	}
	p.tools[2] = tornado
	test.Tap(p.run)
	if p.state.Content() != "" || p.chart.faded || p.found.chart != p.chart.chart || strings.HasPrefix(p.chart.chart.Subtitle, "So far") {
		t.Errorf("computed again: %q", p.state.Content())
	}
}
