package layout

import (
	"cmp"
	"math"
	"slices"
)

// StepAside returns the places of the items when those in the way of the placed ones make room: an item that is not
// placed and comes closer than Spacing to one that is goes to the nearest place that is free of all others, those
// with the least way first. All other items stay where they are, even where they overlap each other.
func StepAside(items []Item, placed []bool) []Point {
	points := make([]Point, len(items))
	boxes := make([]rectangle, len(items))
	var fixed []rectangle
	for i, item := range items {
		points[i], boxes[i] = item.At, item.box(item.At)
		if placed[i] {
			fixed = append(fixed, boxes[i])
		}
	}
	var taken []rectangle
	var moving []int
	for i, item := range items {
		if placed[i] || outside(item.At, forbidden(item, fixed)) {
			taken = append(taken, boxes[i])
		} else {
			moving = append(moving, i)
		}
	}
	way := make([]float64, len(items))
	for _, i := range moving {
		way[i] = freePlace(items[i], taken).distance(items[i].At)
	}
	slices.SortStableFunc(moving, func(a, b int) int { return cmp.Compare(way[a], way[b]) })
	for _, i := range moving {
		points[i] = freePlace(items[i], taken)
		taken = append(taken, items[i].box(points[i]))
	}
	return points
}

// box returns the room that the item takes at a place.
func (i Item) box(at Point) rectangle {
	left, right, up, down := i.extents()
	return rectangle{Point{at.X - left, at.Y - up}, Point{at.X + right, at.Y + down}}
}

// forbidden returns, for each box that is taken, where the item's centre may not be.
func forbidden(item Item, taken []rectangle) []rectangle {
	left, right, up, down := item.extents()
	areas := make([]rectangle, len(taken))
	for i, box := range taken {
		areas[i] = rectangle{
			Point{box.low.X - right - Spacing, box.low.Y - down - Spacing},
			Point{box.high.X + left + Spacing, box.high.Y + up + Spacing},
		}
	}
	return areas
}

// freePlace returns the place nearest to the item's own at which its box keeps Spacing from every one that is taken.
// The centres that a taken box forbids form a rectangle, so the nearest free one is the item's own place, or shares
// its X with an edge of one rectangle or its own place, and its Y likewise.
func freePlace(item Item, taken []rectangle) Point {
	forbidden := forbidden(item, taken)
	if outside(item.At, forbidden) {
		return item.At
	}
	left, right, up, down := item.extents()
	for reach := 4 * (left + right + up + down + Spacing); ; reach *= 2 {
		near := slices.DeleteFunc(slices.Clone(forbidden), func(r rectangle) bool {
			return r.low.X > item.At.X+reach || r.high.X < item.At.X-reach || r.low.Y > item.At.Y+reach || r.high.Y < item.At.Y-reach
		})
		if best, ok := nearestFree(item.At, near, reach); ok {
			return best
		}
	}
}

// nearestFree returns the free place nearest to a point, when there is one within reach.
func nearestFree(from Point, forbidden []rectangle, reach float64) (Point, bool) {
	xs, ys := []float64{from.X}, []float64{from.Y}
	for _, r := range forbidden {
		xs, ys = append(xs, r.low.X, r.high.X), append(ys, r.low.Y, r.high.Y)
	}
	nearer := func(origin float64) func(a, b float64) int {
		return func(a, b float64) int { return cmp.Compare(math.Abs(a-origin), math.Abs(b-origin)) }
	}
	slices.SortStableFunc(xs, nearer(from.X))
	slices.SortStableFunc(ys, nearer(from.Y))
	best, nearest := Point{}, reach
	for _, x := range xs {
		if math.Abs(x-from.X) >= nearest {
			break
		}
		for _, y := range ys {
			try := Point{x, y}
			distance := try.distance(from)
			if distance >= nearest {
				break
			}
			if outside(try, forbidden) {
				best, nearest = try, distance
				break
			}
		}
	}
	return best, nearest < reach
}

// outside reports whether a point lies in none of the rectangles; their edges are free.
func outside(p Point, forbidden []rectangle) bool {
	const rounding = 1e-9
	for _, r := range forbidden {
		if p.X > r.low.X+rounding && p.X < r.high.X-rounding && p.Y > r.low.Y+rounding && p.Y < r.high.Y-rounding {
			return false
		}
	}
	return true
}
