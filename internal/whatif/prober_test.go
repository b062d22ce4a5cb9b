package whatif

import (
	"context"
	"math"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestProbingIsComparing measures one variation after the other in the same memory, each measure by itself and several
// together, and compares them with the plain road: a new Book, a new network, every measure of it.
func TestProbingIsComparing(t *testing.T) {
	book := sampleBook()
	rapid.Check(t, func(t *rapid.T) {
		options := network.Options{Limits: network.Limits{MaxLen: rapid.SampledFrom([]int{0, 3}).Draw(t, "longest")}}
		workbench, err := NewWorkbench(context.Background(), book, anyView(t), options)
		if err != nil {
			t.Fatal(err)
		}
		leg := deal.LegID(rapid.Int64Range(1, 11).Draw(t, "leg"))
		study := workbench.Study(leg, rapid.SliceOfN(rapid.Custom(anyChange), 0, 3).Draw(t, "changes"))
		probe := study.prober()
		for range 3 {
			more := rapid.SliceOfN(rapid.Custom(anyChange), 0, 4).Draw(t, "more")
			want, refused := plainRows(workbench, leg, study.with(more...))
			keys, numbers := []string{"gross"}, make([]float64, 1+len(want))
			for _, row := range want {
				keys = append(keys, row.Key)
			}
			if err := probe.numbers(context.Background(), keys, more, numbers); (err != nil) != (refused != nil) {
				t.Fatalf("refused: %v, by the plain road: %v", err, refused)
			}
			for i, row := range want {
				var alone [1]float64
				if err := probe.numbers(context.Background(), []string{row.Key}, more, alone[:]); err != nil {
					t.Fatal(err)
				}
				wanted := row.Scenario
				if !row.ScenarioKnown {
					wanted = math.NaN()
				}
				if !same(alone[0], wanted) || !same(numbers[1+i], wanted) {
					t.Fatalf("%s is %v, alone %v; by the plain road %v", row.Key, numbers[1+i], alone[0], wanted)
				}
			}
		}
	})
}

// plainRows returns every row of the scenario that the changes make, by the plain road.
func plainRows(w *Workbench, leg deal.LegID, changes []deal.Change) ([]Row, error) {
	book, err := Apply(w.book, changes)
	if err != nil {
		return nil, err
	}
	view, err := ApplyView(w.view, changes)
	if err != nil {
		return nil, err
	}
	built, err := network.Build(book, view)
	if err != nil {
		return nil, err
	}
	measures, err := network.Measure(context.Background(), book, built, w.options)
	if err != nil {
		return nil, err
	}
	return w.rows(&Comparison{
		Stake: StakeUnder(w.book, leg, changes), Changes: changes, BaseBook: w.book, BaseNetwork: w.network, Base: w.base,
		ScenarioBook: book, ScenarioNetwork: built, Scenario: measures,
	}, false), nil
}

// same reports whether the numbers are the same to the last bit; no number is as good as another.
func same(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }

// TestAProbeForgetsTheOneBefore states the amount of the spending leg, and then only the share that is spent back.
func TestAProbeForgetsTheOneBefore(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	probe := workbench.Study(stake.Leg, nil).prober()
	share := deal.Change{Field: deal.ChangeSpentBack, Target: int64(amazonStake), Value: 500_000}
	amount := deal.Change{Field: deal.ChangeAmount, Target: int64(amazonSpending), Value: bn(3)}
	for _, changes := range [][]deal.Change{{share}, {amount, share}, {share}, {}} {
		var got [1]float64
		if err := probe.numbers(context.Background(), []string{"gross"}, changes, got[:]); err != nil {
			t.Fatal(err)
		}
		rows, err := plainRows(workbench, stake.Leg, changes)
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(rows, func(row Row) bool { return row.Key == "gross" })
		if got[0] != rows[at].Scenario {
			t.Errorf("%d changes: %v, by the plain road %v", len(changes), got[0], rows[at].Scenario)
		}
	}
}

// TestEveryRowSaysWhatItNeeds finds the rows that a prober would measure everything for.
func TestEveryRowSaysWhatItNeeds(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	for _, row := range compare(t, workbench, stake).Rows {
		if wanted([]string{row.Key}) == 0 {
			t.Errorf("%s says no part", row.Key)
		}
	}
}

func TestASimulationDoesNotDependOnItsWorkers(t *testing.T) {
	for name, workbench := range map[string]*Workbench{
		"sample": workbenchOf(t, sampleBook()), "30 companies, 70 legs": workbenchOf(t, industry(30, 70)),
	} {
		stake, _ := DefaultStake(workbench.book)
		study := workbench.Study(stake.Leg, nil)
		spans, err := study.Spans(100_000)
		if err != nil {
			t.Fatal(err)
		}
		experiment := Experiment{Spans: spans, Samples: 20, Seed: 3, Chances: map[deal.Status]deal.Share{
			deal.StatusInTalks: 250_000, deal.StatusSigned: 900_000,
		}}
		for _, row := range compare(t, workbench, stake).Rows {
			experiment.Keys = append(experiment.Keys, row.Key)
		}
		study.workers = 1
		one, err := study.simulate(context.Background(), experiment, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, workers := range []int{2, 5} {
			study.workers = workers
			several, err := study.simulate(context.Background(), experiment, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			for i := range one.Numbers {
				if !slices.EqualFunc(one.Numbers[i], several.Numbers[i], same) || !reflect.DeepEqual(one.Drawn[i], several.Drawn[i]) ||
					!reflect.DeepEqual(one.Made[i], several.Made[i]) {
					t.Fatalf("%s: sample %d is %v, with %d workers %v", name, i, one.Numbers[i], workers, several.Numbers[i])
				}
			}
		}
	}
}

func workbenchOf(t *testing.T, book *deal.Book) *Workbench {
	t.Helper()
	view := network.View{MaxLen: 4}
	workbench, err := NewWorkbench(context.Background(), book, view, network.Options{Limits: network.Limits{MaxLen: 4}})
	if err != nil {
		t.Fatal(err)
	}
	return workbench
}
