package layout

// Item is a company that is arranged by hand: a disc of a radius with the room of its name LabelGap below it, in
// canvas units. A zero Label is no name.
type Item struct {
	At     Point
	Radius float64
	Label  Size
}

// Spacing is what arranging leaves free between two companies with their names, in canvas units.
const Spacing = 12

// extents returns how far the item reaches from its centre.
func (i Item) extents() (left, right, up, down float64) {
	radius := positive(i.Radius)
	half := max(radius, positive(i.Label.Width)/2)
	down = radius
	if i.Label.Height > 0 {
		down += LabelGap + i.Label.Height
	}
	return half, half, radius, down
}

// span is an item seen along one axis.
type span struct{ at, before, after float64 }

// spans returns the items along X when across, otherwise along Y.
func spans(items []Item, across bool) []span {
	list := make([]span, len(items))
	for i, item := range items {
		left, right, up, down := item.extents()
		if across {
			list[i] = span{item.At.X, left, right}
		} else {
			list[i] = span{item.At.Y, up, down}
		}
	}
	return list
}

// onAxis returns the places of the items with other positions along one axis.
func onAxis(items []Item, across bool, at []float64) []Point {
	points := make([]Point, len(items))
	for i, item := range items {
		points[i] = item.At
		if across {
			points[i].X = at[i]
		} else {
			points[i].Y = at[i]
		}
	}
	return points
}
