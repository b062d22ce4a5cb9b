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
		if placed[i] || outside(item.At, forbidden(item, fixed, 0)) {
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

// forbidden returns where the item's centre may not be because of the boxes that are taken, as far as that is within
// reach of where it stands.
func forbidden(item Item, taken []rectangle, reach float64) []rectangle {
	left, right, up, down := item.extents()
	var areas []rectangle
	for _, box := range taken {
		area := rectangle{
			Point{box.low.X - right - Spacing, box.low.Y - down - Spacing},
			Point{box.high.X + left + Spacing, box.high.Y + up + Spacing},
		}
		if area.low.X <= item.At.X+reach && area.high.X >= item.At.X-reach &&
			area.low.Y <= item.At.Y+reach && area.high.Y >= item.At.Y-reach {
			areas = append(areas, area)
		}
	}
	return areas
}

// freePlace returns the place nearest to the item's own at which its box keeps Spacing from every one that is taken.
// The centres that a taken box forbids form a rectangle, so the nearest free one is the item's own place, or shares
// its X with an edge of one rectangle or its own place, and its Y likewise.
func freePlace(item Item, taken []rectangle) Point {
	if outside(item.At, forbidden(item, taken, 0)) {
		return item.At
	}
	left, right, up, down := item.extents()
	for reach := left + right + up + down + Spacing; ; reach *= 2 {
		if best, ok := nearestFree(item.At, forbidden(item, taken, reach), reach); ok {
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
