package layout

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// RowsAt returns the rows of companies that stand at these heights (no number: nowhere): those of Rows where companies stand on
// these, otherwise those in which most can stay. Rows follow each other as levels do, and no level differs from that of its
// row by more than 0.3: a deal that moves many levels a little moves nobody then, and still each company stands in its own row.
func RowsAt(levels []float64, companies []int, heights []float64) []float64 {
	rows := Rows(levels, companies)
	if !slices.ContainsFunc(heights, func(y float64) bool { return !math.IsNaN(y) }) {
		return rows
	}
	newDivision(levels, companies, heights, rows).each(func(members []int, level float64) {
		for _, at := range members {
			rows[at] = level
		}
	})
	return rows
}

// The bounds of rows that go on from where companies stand.
const (
	stays     = 1.5 * oneRow // by how much a level differs from that of its row at most
	leaves    = 0.5 * oneRow // and from those of the rows beside it, at least
	finestCut = 0.1 * oneRow // rows end that far from each other, where Rows has them end elsewhere
	sameLevel = 1e-6
)

// division looks for the rows in which most companies can stay on their line.
type division struct {
	order   []int     // of the companies, by level
	levels  []float64 // ascending
	sums    []float64 // of the levels before each company
	heights []float64 // of the lines, from the top
	line    []int     // on which each company of the order stands, from 0; -1: on none
	cuts    []cut
}

// cut is a place in the order of levels where one row may end and the next one begin.
type cut struct {
	at    int
	usual int     // how many rows of Rows end up to here, where one does; otherwise -1
	on    []int32 // how many companies before the cut stand on each of the first lines
	best  []int32 // the most that rows up to the cut are worth on each of the first lines
	from  []int32 // the cut before, for that
	first []int32 // the line at which the row between them begins
}

func newDivision(levels []float64, companies []int, heights, rows []float64) *division {
	n := len(companies)
	d := &division{order: make([]int, n), levels: make([]float64, n), sums: make([]float64, n+1), line: make([]int, n)}
	for at := range d.order {
		d.order[at] = at
	}
	slices.SortStableFunc(d.order, func(a, b int) int { return cmp.Compare(levels[companies[a]], levels[companies[b]]) })
	for at, i := range d.order {
		d.levels[at] = levels[companies[i]]
		d.sums[at+1] = d.sums[at] + d.levels[at]
	}
	d.findLines(heights)
	d.findCuts(rows)
	for at := 1; at < len(d.cuts); at++ {
		d.reach(at)
	}
	return d
}

// findLines finds the heights at which companies stand, and those of each.
func (d *division) findLines(heights []float64) {
	const together = 2.0 // units
	var placed []int
	for at, i := range d.order {
		if d.line[at] = -1; !math.IsNaN(heights[i]) {
			placed = append(placed, at)
		}
	}
	high := func(at int) float64 { return heights[d.order[at]] }
	slices.SortStableFunc(placed, func(a, b int) int { return cmp.Compare(high(a), high(b)) })
	for from := 0; from < len(placed); {
		to := from
		for to < len(placed) && high(placed[to])-high(placed[from]) <= together {
			d.line[placed[to]] = len(d.heights)
			to++
		}
		d.heights = append(d.heights, high(placed[(from+to)/2]))
		from = to
	}
}

// findCuts finds where rows may end: where those of Rows do, and elsewhere where levels differ, not too close to each other.
func (d *division) findCuts(rows []float64) {
	n := len(d.order)
	widest := make(map[int]int) // of each small range of levels, the company before which the gap is widest
	gap := func(at int) float64 { return d.levels[at] - d.levels[at-1] }
	usual, number := map[int]int{0: 0, n: 1}, 0
	for at := 1; at < n; at++ {
		bin := int(d.levels[at] / finestCut)
		if before, ok := widest[bin]; gap(at) > sameLevel && (!ok || gap(at) > gap(before)) {
			widest[bin] = at
		}
		if rows[d.order[at]] != rows[d.order[at-1]] {
			number++
			usual[at], usual[n] = number, number+1
		}
	}
	ends := slices.AppendSeq(slices.Collect(maps.Keys(usual)), maps.Values(widest))
	slices.Sort(ends)
	on, done := make([]int32, len(d.heights)), 0
	for _, at := range slices.Compact(ends) {
		for ; done < at; done++ {
			if d.line[done] >= 0 {
				on[d.line[done]]++
			}
		}
		c := cut{at: at, usual: -1, on: make([]int32, len(on)+1), best: make([]int32, len(on)+1), from: make([]int32, len(on)+1), first: make([]int32, len(on)+1)}
		if number, ok := usual[at]; ok {
			c.usual = number
		}
		for line, count := range on {
			c.on[line+1] = c.on[line] + count
		}
		d.cuts = append(d.cuts, c)
	}
}

// What rows are worth.
const (
	stayingWorth = 4  // a company that can stay on its line
	comingWorth  = 40 // what a row costs that has no line yet: most others would make room for it
	usualWorth   = 1  // an end where Rows has one; an end elsewhere costs as much
	impossible   = math.MinInt32 / 2
)

// reach finds what the rows up to a cut are worth at most.
func (d *division) reach(end int) {
	c := &d.cuts[end]
	worth := int32(-usualWorth)
	if c.usual >= 0 {
		worth = usualWorth
	}
	for line := range c.best {
		c.best[line] = impossible
	}
	found := c.usual < 0 // the row of Rows that ends here, or that there is none
	for begin := end - 1; begin >= 0; begin-- {
		before := &d.cuts[begin]
		usual := c.usual > 0 && before.usual == c.usual-1
		found = found || usual
		if !usual && !d.oneRow(before.at, c.at) {
			if found && d.levels[c.at-1]-d.levels[before.at] > 2*stays {
				break
			}
			continue
		}
		d.rowBetween(int32(begin), c, worth)
	}
}

// rowBetween finds what the rows up to a cut are worth when the last one begins at another cut.
func (d *division) rowBetween(begin int32, c *cut, worth int32) {
	before := &d.cuts[begin]
	some, none := beginning{worth: impossible}, beginning{worth: impossible} // the best where some company stays, and where none does
	last := int32(0)
	for line := range c.best {
		staying := c.on[line] - before.on[line]
		if staying > last {
			some, none, last = some.better(none), beginning{worth: impossible}, staying
		}
		none = none.better(beginning{before.best[line] - stayingWorth*staying, int32(line)})
		best := some.better(beginning{none.worth - comingWorth, none.line})
		if value := best.worth + stayingWorth*staying + worth; value > c.best[line] {
			c.best[line], c.from[line], c.first[line] = value, begin, best.line
		}
	}
}

// beginning is what rows are worth whose last one begins at a line, without its own companies.
type beginning struct{ worth, line int32 }

func (b beginning) better(other beginning) beginning {
	if other.worth > b.worth {
		return other
	}
	return b
}

// oneRow reports whether the companies from one up to another in the order can be a row.
func (d *division) oneRow(from, to int) bool {
	mean := (d.sums[to] - d.sums[from]) / float64(to-from)
	return d.levels[to-1]-mean <= stays && mean-d.levels[from] <= stays &&
		(from == 0 || mean-d.levels[from-1] >= leaves) && (to == len(d.levels) || d.levels[to]-mean >= leaves)
}

// each calls do for every row from the last one, with its companies and its level.
func (d *division) each(do func(members []int, level float64)) {
	line := len(d.heights)
	for end := len(d.cuts) - 1; end > 0; {
		c := &d.cuts[end]
		from, sum := d.cuts[c.from[line]].at, 0.0
		for _, level := range d.levels[from:c.at] {
			sum += level
		}
		do(d.order[from:c.at], sum/float64(c.at-from))
		end, line = int(c.from[line]), int(c.first[line])
	}
}
