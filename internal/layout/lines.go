package layout

import (
	"cmp"
	"math"
	"slices"
)

// lines says how wide rows are broken into lines. Financing has few levels, and a level with most of the companies would
// be one long row in which nothing can be read.
type lines struct {
	most  int       // companies in a line
	pitch float64   // from one level to the next, in lines
	order []float64 // levels by all payments: those above stand in the upper lines of their level
}

// newLines finds what the widest row of all parts needs, so that a level has one height in all of them.
func newLines(g Graph, parts [][]int, levels []float64) lines {
	l := lines{most: max(12, int(math.Sqrt(4*float64(g.N)))), pitch: 1}
	if g.Lead == nil {
		return l
	}
	needed := 1
	for _, companies := range parts {
		count := make(map[float64]int)
		for _, row := range Rows(levels, companies) {
			count[row]++
			needed = max(needed, l.count(count[row]))
		}
	}
	if needed > 1 {
		l.pitch = float64(needed) + 0.5
		g.Lead = nil
		l.order, _ = Levels(g)
	}
	return l
}

// count returns how many lines a row of so many companies takes.
func (l lines) count(companies int) int { return (companies + l.most - 1) / l.most }

// of returns the height of each company in lines, given its row.
func (l lines) of(companies []int, rows []float64) []float64 {
	heights := make([]float64, len(rows))
	members := make(map[float64][]int)
	for i, row := range rows {
		heights[i] = row * l.pitch
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
