package whatif

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
)

// TableQuestion asks for a measure at every pair of values of two inputs.
type TableQuestion struct {
	Key          string // of the measure
	Across, Down Span
	Steps        int // how many values of each are looked at evenly between its bounds; 0: 11
}

// Table is the answer to a TableQuestion.
type Table struct {
	Ground
	Row              Row // the measure's, as it is in the scenario
	Across, Down     Input
	AcrossAt, DownAt []int64     // ascending, with the present values among them
	Numbers          [][]float64 // Numbers[i][j]: the measure at DownAt[i] and AcrossAt[j]; NaN where it is not known
	Present          [2]int      // the column and row that hold how things are now; -1: the table has none
}

// tableSteps is how many values of an input a table looks at unless somebody asks for another number.
const tableSteps = 11

// Table measures the scenario at every pair of values.
func (s *Study) Table(ctx context.Context, ask TableQuestion, progress Progress) (*Table, error) {
	switch {
	case !ask.Across.Input.Numeric() || !ask.Down.Input.Numeric():
		return nil, errors.New("a table needs two inputs that are numbers")
	case ask.Across.Input == ask.Down.Input:
		return nil, fmt.Errorf("%s is given twice: a table needs two inputs", ask.Across.Input.Name(s.w.book))
	}
	table := &Table{Ground: s.ground(""), Across: ask.Across.Input, Down: ask.Down.Input}
	var err error
	if table.Row, err = s.row(ctx, ask.Key); err != nil {
		return nil, err
	}
	steps := orUsual(ask.Steps, tableSteps)
	table.AcrossAt, table.Present[0] = s.stepsWithPresent(ask.Across, steps)
	table.DownAt, table.Present[1] = s.stepsWithPresent(ask.Down, steps)
	columns := len(table.AcrossAt)
	table.Numbers = rectangle[float64](len(table.DownAt), columns)
	cells := columns * len(table.DownAt)
	err = s.inParallel(ctx, cells, func(p *prober, at int) error {
		i, j := at/columns, at%columns
		number, err := p.number(ctx, ask.Key, table.Down.At(table.DownAt[i]), table.Across.At(table.AcrossAt[j]))
		if err != nil {
			return fmt.Errorf("measure row %d, column %d: %w", i+1, j+1, err)
		}
		table.Numbers[i][j] = number
		return nil
	}, func(done int) { progress.tell(done, cells) })
	if err != nil {
		return nil, err
	}
	if i, j := table.Present[1], table.Present[0]; i >= 0 && j >= 0 && !alike(table.Numbers[i][j], table.Row.Scenario) {
		table.Present = [2]int{-1, -1} // setting an input to its own value says more than the sources do
	}
	return table, nil
}

// stepsWithPresent returns values evenly through the span with the present one among them, and its position or -1.
func (s *Study) stepsWithPresent(span Span, count int) ([]int64, int) {
	values := Steps(span.Low, span.High, count)
	present, ok := s.Present(span.Input)
	if !ok || present < span.Low || present > span.High {
		return values, -1
	}
	at, found := slices.BinarySearch(values, present)
	if !found {
		values = slices.Insert(values, at, present)
	}
	return values, at
}

// alike reports whether two numbers are one but for what floating point may be off.
func alike(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1e-9, math.Abs(a), math.Abs(b)) }
