package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// widths shares the width out among the columns that fit; a column that does not fit is 0 wide.
func (t *Table) widths(total float32) []float32 {
	widths := make([]float32, len(t.columns))
	need := float32(0)
	for i, column := range t.columns {
		widths[i] = column.Width
		if i < len(t.least) {
			widths[i] = t.least[i]
		}
		need += widths[i]
	}
	cut := float32(0) // how much texts want beyond that
	for i := range t.wanted {
		cut += max(0, t.wanted[i]-widths[i])
	}
	for i := len(t.columns) - 1; i >= 0 && need+cut > total; i-- {
		if t.columns[i].Spare && need+cut > total+t.columns[i].Slack {
			need -= widths[i]
			widths[i] = 0
		}
	}
	for i := len(t.columns) - 1; i >= 0 && need > total; i-- {
		if t.columns[i].Yield && widths[i] > 0 {
			need -= widths[i]
			widths[i] = 0
		}
	}
	if need > total {
		t.squeeze(widths, need-total)
		return widths
	}
	t.share(widths, t.fill(widths, total-need))
	return widths
}

// fill gives the columns that are there what their texts want beyond their widths, as far as the room goes, and returns
// what is left of it.
func (t *Table) fill(widths []float32, room float32) float32 {
	cut := float32(0)
	for i := range t.wanted {
		if widths[i] > 0 {
			cut += max(0, t.wanted[i]-widths[i])
		}
	}
	if cut == 0 {
		return room
	}
	part := min(1, room/cut)
	for i := range t.wanted {
		if widths[i] > 0 {
			widths[i] += part * max(0, t.wanted[i]-widths[i])
		}
	}
	return room - part*cut
}

// share gives the columns that are there the room by how they grow.
func (t *Table) share(widths []float32, room float32) {
	grow := float32(0)
	for i, column := range t.columns {
		if widths[i] > 0 {
			grow += column.Grow
		}
	}
	for i, column := range t.columns {
		if widths[i] > 0 && grow > 0 {
			widths[i] += room * column.Grow / grow
		}
	}
}

// mostSqueezed is the part of its width that a column gives at most to those that do not grow.
const mostSqueezed = 0.5

// squeeze takes what is too much from the columns that grow: the others would be cut.
func (t *Table) squeeze(widths []float32, much float32) {
	growing := float32(0)
	for i, column := range t.columns {
		if column.Grow > 0 {
			growing += widths[i]
		}
	}
	if growing == 0 {
		return
	}
	part := 1 - min(much/growing, mostSqueezed)
	for i, column := range t.columns {
		if column.Grow > 0 {
			widths[i] *= part
		}
	}
}

// rowsMeasured is how many rows are looked at to find how wide texts are.
const rowsMeasured = 100

// measureTexts finds how wide columns are at least, and how wide most texts of the first rows are, where spare columns give
// way to them: one of four may be cut.
func (t *Table) measureTexts() {
	t.wanted, t.least = make([]float32, len(t.columns)), make([]float32, len(t.columns))
	for i, column := range t.columns {
		t.least[i] = t.leastOf(i)
		var widths []float32
		for _, row := range t.rows[:min(len(t.rows), rowsMeasured)] {
			if column.Most > 0 {
				cell := row.Cells[i]
				widths = append(widths, Measure(cell.Text, theme.TextSize(), fyne.TextStyle{Bold: cell.Bold}).Width)
			}
		}
		if len(widths) > 0 {
			slices.Sort(widths)
			at := (len(widths) - 1) * 3 / 4
			if column.Every {
				at = len(widths) - 1
			}
			t.wanted[i] = min(widths[at]+2*cellMargin, column.Most)
		}
	}
}

// leastOf returns how wide a column is at least: of one whose texts are never cut, as wide as they are.
func (t *Table) leastOf(column int) float32 {
	least := t.columns[column].Width
	if !t.columns[column].Whole {
		return least
	}
	for _, row := range t.rows {
		cell := row.Cells[column]
		least = max(least, Measure(cell.Text, theme.TextSize(), fyne.TextStyle{Bold: cell.Bold}).Width+2*cellMargin)
	}
	return least
}
