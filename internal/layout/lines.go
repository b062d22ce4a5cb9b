package layout

import (
	"cmp"
	"math"
	"slices"
)

// lines says at which heights the levels of a drawing stand, the same in all of its parts, and how wide rows are broken into
// lines. Financing has few levels, and a level with most of the companies would be one long row in which nothing can be read.
type lines struct {
	most   int                 // companies in a line
	row    []float64           // of each company: its level, those that differ little made one
	height map[float64]float64 // of the middle line of each row, in lines
	order  []float64           // levels by all payments: those above stand in the upper lines of their level; nil: a level has one line
}

// levelsApart is how far the last line of a level is from the first one of the next, at least, where levels have several
// lines: these are 1 apart, and a reader must see which belong together.
const levelsApart = 1.5

// newLines finds the heights of the levels: proportional to these, but never so near to each other that the discs and
// names of one reach into the next one, or the lines of one into those of the next.
func newLines(d *drawing, levels []float64, continues bool) lines {
	l := lines{most: max(12, int(math.Sqrt(4*float64(d.given.N)))), row: make([]float64, len(levels)), height: make(map[float64]float64)}
	var dealing []int
	for _, companies := range d.parts {
		if len(companies) > 1 {
			dealing = append(dealing, companies...)
		}
	}
	rows := Rows(levels, dealing)
	if continues && d.given.N > mostCareful {
		rows = RowsAt(levels, dealing, d.heightsNow(dealing))
	}
	for at, row := range rows {
		l.row[dealing[at]] = row
	}
	count, needed := l.counts(d.parts), 1
	rows = rows[:0]
	for row, lines := range count {
		rows, needed = append(rows, row), max(needed, lines)
	}
	slices.Sort(rows)
	if g := d.given; g.Lead != nil && needed > 1 {
		g.Lead = nil
		l.order, _ = Levels(g)
	}
	above, below := d.reaches(dealing, l.row)
	for at, row := range rows {
		if at == 0 {
			l.height[row] = row
			continue
		}
		last := rows[at-1]
		least := (below[last] + above[row]) / lineHeight(d.unit)
		if l.order != nil {
			least = max(least, levelsApart) + float64(count[last]+count[row]-2)/2
		}
		l.height[row] = l.height[last] + max(row-last, least)
	}
	return l
}

// lineHeight returns how far two lines are apart in canvas units, before the drawing is fitted into its shape.
func lineHeight(unit float64) float64 { return 1.15 * unit }

// counts returns how many lines each row takes, in the part where it is widest.
func (l lines) counts(parts [][]int) map[float64]int {
	lines := make(map[float64]int)
	for _, companies := range parts {
		if len(companies) < 2 {
			continue
		}
		count := make(map[float64]int)
		for _, i := range companies {
			count[l.row[i]]++
		}
		for row, companies := range count {
			lines[row] = max(lines[row], l.count(companies))
		}
	}
	return lines
}

// reaches returns how far the discs and names of each row reach above and below the middles of the discs.
func (d *drawing) reaches(companies []int, row []float64) (above, below map[float64]float64) {
	above, below = make(map[float64]float64), make(map[float64]float64)
	for _, i := range companies {
		above[row[i]] = max(above[row[i]], d.boxes[i].up)
		below[row[i]] = max(below[row[i]], d.boxes[i].down)
	}
	return above, below
}

// count returns how many lines a row of so many companies takes.
func (l lines) count(companies int) int { return (companies + l.most - 1) / l.most }

// of returns the height of each company of a part in lines.
func (l lines) of(companies []int) []float64 {
	heights := make([]float64, len(companies))
	members := make(map[float64][]int)
	for i, company := range companies {
		row := l.row[company]
		heights[i] = l.height[row]
		members[row] = append(members[row], i)
	}
	if l.order == nil {
		return heights
	}
	for _, row := range members {
		slices.SortStableFunc(row, func(a, b int) int { return cmp.Compare(l.order[companies[a]], l.order[companies[b]]) })
		count := l.count(len(row))
		for at, i := range row {
			heights[i] += float64(at*count/len(row)) - float64(count-1)/2
		}
	}
	return heights
}

// heightsNow returns the heights at which companies stand now, for those that do and are free to.
func (d *drawing) heightsNow(companies []int) []float64 {
	heights := make([]float64, len(companies))
	for at, i := range companies {
		if heights[at] = math.NaN(); !d.fixed[i] {
			heights[at] = d.wish.start(i).Y
		}
	}
	return heights
}
