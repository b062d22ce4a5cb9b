package whatif

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"roundtrip/internal/deal"
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
	AcrossAt, DownAt []TableValue // ascending, with how things are now among them
	Numbers          [][]float64  // Numbers[i][j]: the measure at DownAt[i] and AcrossAt[j]; NaN where it is not known
	Bounds           [][]Bound    // how sure each of Numbers is
	Present          [2]int       // the column and row that hold how things are now
}

// TableValue is a value of an input in a table.
type TableValue struct {
	Value  int64
	AsItIs bool // the input is left as the scenario has it, which no number says: an amount may be undisclosed
}

// changes returns what sets the input to the value.
func (v TableValue) changes(input Input, room []deal.Change) []deal.Change {
	if v.AsItIs {
		return room
	}
	return append(room, input.At(v.Value))
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
	table := &Table{Ground: s.ground("", ask.Across, ask.Down), Across: ask.Across.Input, Down: ask.Down.Input}
	var err error
	if table.Row, err = s.row(ctx, ask.Key); err != nil {
		return nil, err
	}
	present, err := s.presentPair(ctx, ask, table.Row)
	if err != nil {
		return nil, err
	}
	steps := orUsual(ask.Steps, tableSteps)
	table.AcrossAt, table.Present[0] = withPresent(Steps(ask.Across.Low, ask.Across.High, steps), present[0])
	table.DownAt, table.Present[1] = withPresent(Steps(ask.Down.Low, ask.Down.High, steps), present[1])
	columns := len(table.AcrossAt)
	table.Numbers = rectangle[float64](len(table.DownAt), columns)
	table.Bounds = rectangle[Bound](len(table.DownAt), columns)
	cells := columns * len(table.DownAt)
	err = s.inParallel(ctx, cells, func(p *prober, at int) error {
		i, j := at/columns, at%columns
		more := table.AcrossAt[j].changes(table.Across, table.DownAt[i].changes(table.Down, nil))
		number, bound, err := p.sure(ctx, ask.Key, more...)
		if err != nil {
			return fmt.Errorf("measure row %d, column %d: %w", i+1, j+1, err)
		}
		table.Numbers[i][j], table.Bounds[i][j] = number, bound
		return nil
	}, func(done int) { progress.tell(done, cells) })
	if err != nil {
		return nil, err
	}
	if at := table.Present; table.Row.ScenarioKnown && alike(table.Numbers[at[1]][at[0]], table.Row.Scenario) {
		table.Bounds[at[1]][at[0]] = table.Row.ScenarioBound // as sure as the what-if says
	}
	return table, nil
}

// presentPair returns how both inputs are now, so that the table has a cell for it: at their present values, or as they
// are where there is none or setting it says more than the sources do.
func (s *Study) presentPair(ctx context.Context, ask TableQuestion, row Row) ([2]TableValue, error) {
	inputs := [2]Input{ask.Across.Input, ask.Down.Input}
	pair := [2]TableValue{{AsItIs: true}, {AsItIs: true}}
	same := func(changes []deal.Change) (bool, error) {
		number, known, err := s.number(ctx, ask.Key, changes...)
		return known == row.ScenarioKnown && (!known || alike(number, row.Scenario)), err
	}
	for at, input := range inputs {
		value, ok := s.Present(input)
		if !ok {
			continue
		}
		is, err := same([]deal.Change{input.At(value)})
		if err != nil {
			return pair, err
		}
		if is {
			pair[at] = TableValue{Value: value}
		}
	}
	is, err := same(pair[0].changes(inputs[0], pair[1].changes(inputs[1], nil)))
	if !is {
		pair = [2]TableValue{{AsItIs: true}, {AsItIs: true}}
	}
	return pair, err
}

// withPresent returns the values with the present one among them, also where it lies outside them, and its position.
func withPresent(values []int64, present TableValue) ([]TableValue, int) {
	at := 0
	if !present.AsItIs {
		found := false
		if at, found = slices.BinarySearch(values, present.Value); !found {
			values = slices.Insert(values, at, present.Value)
		}
	}
	var all []TableValue
	if present.AsItIs {
		all = append(all, present)
	}
	for _, value := range values {
		all = append(all, TableValue{Value: value})
	}
	return all, at
}

// alike reports whether two numbers are one but for what floating point may be off.
func alike(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1e-9, math.Abs(a), math.Abs(b)) }
