package layout

import (
	"cmp"
	"math"
	"slices"
)

// RowNumbers returns for each company of the graph which row of levels it belongs to, from 0 at the top, or -1 for one
// without deals.
func RowNumbers(g Graph) []int {
	numbers := make([]int, max(g.N, 0))
	var dealing []int
	for _, companies := range g.adjacent().components() {
		if len(companies) > 1 {
			dealing = append(dealing, companies...)
		}
	}
	levels, _ := Levels(g)
	rows := Rows(levels, dealing)
	all := slices.Compact(slices.Sorted(slices.Values(rows)))
	for i := range numbers {
		numbers[i] = -1
	}
	for at, i := range dealing {
		numbers[i], _ = slices.BinarySearch(all, rows[at])
	}
	return numbers
}

// OnLevels reports whether the companies that have a place in Start stand below all those whose level is clearly higher up.
// Pinned ones stand anywhere, and a company without deals below the others.
func OnLevels(g Graph, o Options) bool {
	numbers := RowNumbers(g)
	levels, _ := Levels(g)
	var placed []int
	lowest := math.Inf(-1)
	for i, number := range numbers {
		if at := o.start(i); number >= 0 && at.placed() && !o.pinned(i) {
			placed, lowest = append(placed, i), max(lowest, at.Y)
		}
	}
	for i, number := range numbers {
		if at := o.start(i); number < 0 && at.placed() && !o.pinned(i) && at.Y < lowest {
			return false
		}
	}
	slices.SortStableFunc(placed, func(a, b int) int { return cmp.Compare(levels[a], levels[b]) })
	above, next := math.Inf(-1), 0 // the lowest of those that are clearly higher up
	for _, i := range placed {
		for ; levels[placed[next]] < levels[i]-2*stays; next++ {
			above = max(above, o.start(placed[next]).Y)
		}
		if o.start(i).Y <= above {
			return false
		}
	}
	return true
}
