package whatif

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"roundtrip/internal/deal"
)

// Column is one scenario of several side by side.
type Column struct {
	ID         deal.ScenarioID // 0: it is not stored
	Name       string
	Comparison *Comparison // nil while it is computed, or when it cannot be
	Err        error
}

// SideBySide is the base and any number of scenarios, measure by measure.
type SideBySide struct {
	Currency deal.Currency
	Columns  []Column
	Rows     []SideRow
}

// SideRow is one measure under every scenario. Cells has one entry a column, nil where the scenario has no such
// measure or is not computed. Scenarios about different legs have rows of their own about these: keys that would be the
// same then end in the leg's ID, "effective_price_of_3", and names that would be the same name the leg.
type SideRow struct {
	Key   string
	Name  string
	Group Group
	Unit  Unit
	Cells []*Row

	leg deal.LegID // that the measure is about; 0: it is about the network or a company
	of  deal.LegID // that the scenario is about which had the measure first
}

// Base returns the measure's row of any scenario for the base's number, or false while none is computed: one with a
// number before others, as that is written beside the scenarios', and one with a range before others.
func (r SideRow) Base() (row Row, ok bool) {
	for _, cell := range r.Cells {
		better := cell != nil && (cell.Known() && !row.Known() || cell.HasRange && !row.HasRange && cell.Known() == row.Known())
		if cell != nil && (!ok || better) {
			row, ok = *cell, true
		}
	}
	return row, ok
}

// Standing says how a scenario's number stands to the base's.
type Standing string

// The standings. Where neither has a number, or they are the same to the last digit that is shown, it is Same.
const (
	Same     Standing = "same"
	Higher   Standing = "higher"
	Lower    Standing = "lower"
	NowKnown Standing = "now known"     // the base has no number
	Unknown  Standing = "unknown now"   // the scenario has none
	Without  Standing = "not measured"  // the scenario has no such measure
	Reranged Standing = "another range" // the same bound, of a range with other ends
	Rebound  Standing = "another bound" // the same number, but now or no longer the most or the least that it can be
)

// Standing returns how the scenario's number stands to the base's.
func (r Row) Standing(currency deal.Currency) Standing {
	difference, ok := r.Difference()
	switch {
	case !r.BaseKnown && r.ScenarioKnown:
		return NowKnown
	case r.BaseKnown && !r.ScenarioKnown:
		return Unknown
	case ok && r.moves(currency) && difference > 0:
		return Higher
	case ok && r.moves(currency):
		return Lower
	case r.Known() && r.BaseBound != r.ScenarioBound:
		return Rebound
	case r.Known() && !ok && r.Scenario != r.Base:
		if r.Scenario > r.Base {
			return Higher
		}
		return Lower
	case r.movesUnseen(currency):
		return Reranged
	}
	return Same
}

// DifferenceBound says what the difference, with its sign, of two numbers is that are bounds themselves: the most or the
// least that it can be where both say so, otherwise about as much.
func (r Row) DifferenceBound() Bound {
	base := opposite(r.BaseBound)
	switch {
	case base == r.ScenarioBound || base == Exactly:
		return r.ScenarioBound
	case r.ScenarioBound == Exactly:
		return base
	}
	return About
}

// StandingText writes how the scenario stands to the base, "" where it is the same: "↑ $15bn", "↓ ~$20bn", "now known". No
// standing is told by an arrow or a colour alone.
func (r Row) StandingText(currency deal.Currency) string {
	_, finite := r.Difference()
	switch standing := r.Standing(currency); {
	case standing == Same:
		return ""
	case standing == Rebound:
		return "was " + r.BaseText(currency)
	case standing == Higher && !finite:
		return "↑ " + string(standing)
	case standing == Lower && !finite:
		return "↓ " + string(standing)
	case standing == Higher, standing == Lower:
		return r.DifferenceText(currency)
	default:
		return string(standing)
	}
}

// NewSideBySide puts the scenarios side by side. Measures that only some of them have stand where those have them. The
// numbers of a measure are written so that none contradicts the base, its difference or another.
func NewSideBySide(currency deal.Currency, columns []Column) *SideBySide {
	table := &SideBySide{Currency: currency, Columns: columns}
	for at, column := range columns {
		if column.Comparison == nil {
			continue
		}
		after := 0
		for _, row := range column.Comparison.Rows {
			place := slices.IndexFunc(table.Rows, func(other SideRow) bool {
				return other.Key == row.Key && other.Name == row.Name && other.leg == row.Leg
			})
			if place < 0 {
				place = table.placeFor(row, after)
				table.Rows = slices.Insert(table.Rows, place, SideRow{
					Key: row.Key, Name: row.Name, Group: row.Group, Unit: row.Unit, Cells: make([]*Row, len(columns)),
					leg: row.Leg, of: column.Comparison.Stake.Leg,
				})
			}
			table.Rows[place].Cells[at] = &row
			after = place + 1
		}
	}
	for _, row := range table.Rows {
		row.agree(currency)
	}
	table.tellApart()
	return table
}

// placeFor returns where a measure goes that no scenario had so far: after the one before it where that is in the same
// group, otherwise at the end of its group where that still comes.
func (t *SideBySide) placeFor(row Row, after int) int {
	if after > 0 && t.Rows[after-1].Group == row.Group {
		return after
	}
	for at := len(t.Rows); at > after; at-- {
		if t.Rows[at-1].Group == row.Group {
			return at
		}
	}
	return after
}

// tellApart gives measures about different legs different keys and names.
func (t *SideBySide) tellApart() {
	keys, names := map[string]int{}, map[string]int{}
	for _, row := range t.Rows {
		keys[row.Key]++
		names[row.Name]++
	}
	for i := range t.Rows {
		row := &t.Rows[i]
		if keys[row.Key] > 1 {
			row.Key = fmt.Sprintf("%s_of_%d", row.Key, row.of)
		}
		if names[row.Name] > 1 {
			at := slices.IndexFunc(row.Cells, func(cell *Row) bool { return cell != nil })
			book := t.Columns[at].Comparison.BaseBook
			leg, _, _ := book.Leg(row.of)
			row.Name += ": " + LegName(book, leg)
		}
	}
}

// agree writes the numbers of the measure under all scenarios that have one so that they do not contradict one another.
func (r SideRow) agree(currency deal.Currency) {
	var known []*Row
	var numbers []float64
	for _, cell := range r.Cells {
		if cell != nil && cell.Known() {
			known, numbers = append(known, cell), append(numbers, cell.Scenario)
		}
	}
	if len(known) < 2 {
		return
	}
	written := Agree(r.Unit, currency, known[0].Base, numbers...)
	for i, cell := range known {
		cell.written = &Agreed{Base: written.Base, Scenarios: written.Scenarios[i : i+1], Differences: written.Differences[i : i+1]}
	}
}

// SortColumns orders the scenarios by the measure of the key, the greatest first or last; those without a number
// come last.
func (t *SideBySide) SortColumns(key string, greatestFirst bool) {
	at := slices.IndexFunc(t.Rows, func(row SideRow) bool { return row.Key == key })
	if at < 0 {
		return
	}
	order := make([]int, len(t.Columns))
	for i := range order {
		order[i] = i
	}
	value := func(i int) float64 {
		cell := t.Rows[at].Cells[i]
		switch {
		case cell == nil || !cell.ScenarioKnown:
			return math.Inf(1)
		case greatestFirst:
			return -cell.Scenario
		}
		return cell.Scenario
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(value(a), value(b)) })
	t.Columns = permuted(t.Columns, order)
	for i := range t.Rows {
		t.Rows[i].Cells = permuted(t.Rows[i].Cells, order)
	}
}

func permuted[T any](list []T, order []int) []T {
	other := make([]T, len(list))
	for i, at := range order {
		other[i] = list[at]
	}
	return other
}

// SortRows orders the measures by how much the scenario at the position moves them, as a part of the base, the most
// moved first. Measures without a difference come last, in their order.
func (t *SideBySide) SortRows(column int) {
	if column < 0 || column >= len(t.Columns) {
		return
	}
	moved := func(row SideRow) float64 {
		cell := row.Cells[column]
		if cell == nil {
			return -1
		}
		difference, ok := cell.Difference()
		switch {
		case !ok:
			return -1
		case difference == 0:
			return 0
		case cell.Base == 0:
			return math.Inf(1)
		}
		return math.Abs(difference / cell.Base)
	}
	slices.SortStableFunc(t.Rows, func(a, b SideRow) int { return cmp.Compare(moved(b), moved(a)) })
}
