package layout

import (
	"cmp"
	"slices"
)

// Side is the edge or middle line to which Align brings companies.
type Side uint8

// The sides. Left, Right, Top and Bottom line up the edges of discs, Centre and Middle their centres: Centre one
// below the other, Middle side by side.
const (
	Left Side = iota
	Centre
	Right
	Top
	Middle
	Bottom
)

// Align returns where the items stand when they are brought into one line: edge to edge with the outermost of them,
// or on the line through the middle of them all. Along the line each stays as near as it can to where it was: those
// that would overlap are moved apart, together the least way (least squares), to Spacing.
func Align(items []Item, side Side) []Point {
	if len(items) == 0 {
		return nil
	}
	across := side == Left || side == Centre || side == Right // X becomes the same for all
	at := make([]float64, len(items))
	for i, item := range items {
		at[i] = item.At.Y
		if across {
			at[i] = item.At.X
		}
	}
	line, part := 0.0, map[Side]float64{Left: -1, Top: -1, Right: 1, Bottom: 1}[side]
	switch part {
	case 0:
		line = (slices.Min(at) + slices.Max(at)) / 2
	default:
		for i, item := range items {
			edge := at[i] + part*positive(item.Radius)
			if i == 0 || part*edge > part*line {
				line = edge
			}
		}
	}
	for i, item := range items {
		at[i] = line - part*positive(item.Radius)
	}
	aligned := slices.Clone(items)
	for i, point := range onAxis(items, across, at) {
		aligned[i].At = point
	}
	return onAxis(aligned, !across, spaced(spans(aligned, !across)))
}

// spaced returns the positions nearest to those of the spans (least squares) at which, in the order in which they
// stand, they are at least Spacing apart. In coordinates that leave out what must lie between them this is isotonic
// regression, by pooling adjacent violators (Barlow, Bartholomew, Bremner, Brunk 1972).
func spaced(list []span) []float64 {
	order := alongAxis(list)
	type pool struct {
		mean  float64
		count int
	}
	offset := make([]float64, len(list))
	var pools []pool
	for rank, i := range order {
		if rank > 0 {
			last := order[rank-1]
			offset[i] = offset[last] + list[last].after + Spacing + list[i].before
		}
		next := pool{list[i].at - offset[i], 1}
		for len(pools) > 0 && pools[len(pools)-1].mean > next.mean {
			last := pools[len(pools)-1]
			pools = pools[:len(pools)-1]
			count := last.count + next.count
			next.mean = (last.mean*float64(last.count) + next.mean*float64(next.count)) / float64(count)
			next.count = count
		}
		pools = append(pools, next)
	}
	at := make([]float64, len(list))
	rank := 0
	for _, pool := range pools {
		for range pool.count {
			at[order[rank]] = pool.mean + offset[order[rank]]
			rank++
		}
	}
	return at
}

// alongAxis returns the order in which the spans stand; those at the same place in the order of the list.
func alongAxis(list []span) []int {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(list[a].at, list[b].at) })
	return order
}

// Distribute returns where the items stand with the same room free between each and the next, along X when across,
// otherwise along Y. The outermost two stay where they are; when there is too little room between them the items
// spread to Spacing about the same middle.
func Distribute(items []Item, across bool) []Point {
	list := spans(items, across)
	order := alongAxis(list)
	at := make([]float64, len(list))
	for i := range list {
		at[i] = list[i].at
	}
	if len(order) < 3 {
		return onAxis(items, across, spaced(list))
	}
	first, last := order[0], order[len(order)-1]
	free := list[last].at - list[last].before - list[first].at - list[first].after
	for _, i := range order[1 : len(order)-1] {
		free -= list[i].before + list[i].after
	}
	gap := free / float64(len(order)-1)
	start := list[first].at
	if gap < Spacing {
		start -= (Spacing - gap) * float64(len(order)-1) / 2
		gap = Spacing
	}
	at[first] = start
	for rank := 1; rank < len(order); rank++ {
		i, before := order[rank], order[rank-1]
		at[i] = at[before] + list[before].after + gap + list[i].before
	}
	return onAxis(items, across, at)
}
