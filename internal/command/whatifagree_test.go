package command

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"roundtrip/internal/chart"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// TestStudiesOfTheCommandLine compares what the command line says and writes when nothing but a study is asked for with
// the study itself, as tests of the window and of the report do: the three agree.
func TestStudiesOfTheCommandLine(t *testing.T) {
	book, err := readBook(Sample)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	workbench, err := whatif.NewWorkbench(ctx, book, network.View{}, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	stake, _ := whatif.DefaultStake(book)
	study := workbench.Study(stake.Leg, nil)
	reach := func(field deal.ChangeField) whatif.Span {
		span, err := study.Reach(whatif.Input{Field: field, Target: int64(stake.Leg)})
		if err != nil {
			t.Fatal(err)
		}
		return span
	}
	amount, target := reach(deal.ChangeAmount), 0.25
	const key = "circular_share"
	for arguments, ask := range map[string]func() (*chart.Chart, error){
		"--sweep amount": func() (*chart.Chart, error) {
			answer, err := study.Sweep(ctx, whatif.SweepQuestion{Span: amount, Keys: []string{key}}, nil)
			return chart.Sweep(answer), err
		},
		"--table amount --table spent": func() (*chart.Chart, error) {
			answer, err := study.Table(ctx, whatif.TableQuestion{Key: key, Across: amount, Down: reach(deal.ChangeSpentBack)}, nil)
			return chart.Table(answer), err
		},
		"--tornado": func() (*chart.Chart, error) {
			answer, err := study.Tornado(ctx, whatif.TornadoQuestion{Key: key, Spread: whatif.FirstSpread}, nil, nil)
			return chart.Tornado(answer), err
		},
		"--seek 10%": func() (*chart.Chart, error) {
			answer, err := study.Seek(ctx, whatif.Goal{Input: amount.Input, Key: key, Target: 0.1, Low: amount.Low, High: amount.High}, nil)
			return chart.Goal(answer), err
		},
		"--simulate 300 --target 25%": func() (*chart.Chart, error) {
			answer, err := study.MonteCarlo(ctx, whatif.MonteCarloQuestion{
				Key: key, Target: &target, Spread: whatif.FirstSpread, Chances: whatif.FirstChances, Samples: 300, Seed: 1,
			}, nil, nil)
			if err != nil {
				return nil, err
			}
			return chart.Simulation(answer)
		},
		"--waterfall": func() (*chart.Chart, error) {
			answer, err := study.Waterfall(ctx, key)
			return chart.Waterfall(answer), err
		},
	} {
		want, err := ask()
		if err != nil {
			t.Fatal(err)
		}
		call := append([]string{"whatif", Sample}, strings.Fields(arguments)...)
		if said := must(t, call...); !strings.HasPrefix(said, want.Title+"\n"+want.Subtitle+"\n"+want.Note+"\n") {
			t.Errorf("%s says %.300q, not %q, %q, %q", arguments, said, want.Title, want.Subtitle, want.Note)
		}
		var numbers bytes.Buffer
		if err := want.WriteCSV(&numbers); err != nil {
			t.Fatal(err)
		}
		if got := must(t, append(call, "--csv")...); got != numbers.String() {
			t.Errorf("%s: the numbers are\n%s\nnot\n%s", arguments, got, numbers.String())
		}
	}
}
