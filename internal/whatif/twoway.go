package whatif

import (
	"context"
	"errors"
	"fmt"
)

// TwoWay asks for a measure at every pair of values of two inputs.
type TwoWay struct {
	Key              string
	Across, Down     Input
	AcrossAt, DownAt []int64
}

// Table is the answer to a TwoWay: Numbers[i][j] is the measure at DownAt[i] and AcrossAt[j].
type Table struct {
	TwoWay
	Numbers [][]float64
	Known   [][]bool
}

// Table measures the scenario at every pair of values.
func (s *Study) Table(ctx context.Context, ask TwoWay, progress Progress) (*Table, error) {
	if !ask.Across.Numeric() || !ask.Down.Numeric() {
		return nil, errors.New("a table needs two inputs that are numbers")
	}
	table := &Table{TwoWay: ask}
	for i, down := range ask.DownAt {
		numbers, known := make([]float64, len(ask.AcrossAt)), make([]bool, len(ask.AcrossAt))
		for j, across := range ask.AcrossAt {
			var err error
			if numbers[j], known[j], err = s.number(ctx, ask.Key, ask.Down.At(down), ask.Across.At(across)); err != nil {
				return nil, fmt.Errorf("measure row %d, column %d: %w", i+1, j+1, err)
			}
			progress.tell(i*len(ask.AcrossAt)+j+1, len(ask.DownAt)*len(ask.AcrossAt))
		}
		table.Numbers, table.Known = append(table.Numbers, numbers), append(table.Known, known)
	}
	return table, nil
}
