package picture

import (
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// largestFit is the zoom at which Fit stops: a network of two companies should not fill a wall.
const largestFit = 1.6

// fitMargin is what Fit leaves free on each side, in pixels at scale 1.
const fitMargin = 22.0

// Fit returns the camera that shows all of the scene as large as it goes, with its legend not in the way where
// that costs little. It is the same whatever the camera showed before.
func (c Camera) Fit(s *Scene) Camera {
	if s.Bounds.Empty() {
		c.Centre, c.Zoom = layout.Point{}, 1
		return c
	}
	margin := fitMargin * c.Scale
	whole := Rect{
		Low:  layout.Point{X: margin, Y: margin},
		High: layout.Point{X: float64(c.Width) - margin, Y: float64(c.Height) - margin},
	}
	best := c.again(s, c.into(s.Bounds, whole), whole)
	// At another zoom the legend may explain more, or less: it is kept clear as it stands in the end.
	kept := nowhere()
	for range 3 {
		legend := s.LegendBox(best)
		if legend.Empty() || kept.contains(legend) {
			break
		}
		kept = kept.union(legend)
		best = c.beside(s, kept, whole)
	}
	if kept.Empty() {
		return best
	}
	return c.towardsMiddle(s, best, kept)
}

// towardsMiddle returns a camera that shows all of the scene beside the legend, moved so that it stands as near to the
// middle of the picture as it can without anything under the legend.
func (c Camera) towardsMiddle(s *Scene, best Camera, legend Rect) Camera {
	area := s.shapes
	for _, label := range s.Labels(best.Zoom) {
		area = area.union(label.Box)
	}
	from, to := best.Centre, area.Middle()
	for _, part := range [...]float64{1, 0.8, 0.6, 0.4, 0.2} {
		// By whole pixels, so that letters and hairlines are as sharp as they were.
		way := times(minus(to, from), part*best.factor())
		there := plus(from, times(layout.Point{X: math.Round(way.X), Y: math.Round(way.Y)}, 1/best.factor()))
		for _, centre := range [...]layout.Point{there, {X: from.X, Y: there.Y}, {X: there.X, Y: from.Y}} {
			try := best
			if try.Centre = centre; !s.under(try, legend.grown(6*c.Scale)) {
				return try
			}
		}
	}
	return best
}

// contains reports whether all of another rectangle lies in it.
func (r Rect) contains(other Rect) bool { return !r.Empty() && r.union(other) == r }

// beside returns the camera that shows all of the scene in a rectangle of the picture, as far as that costs little with
// nothing under the legend.
func (c Camera) beside(s *Scene, legend, whole Rect) Camera {
	right, above := whole, whole
	right.Low.X = legend.High.X + fitMargin/2*c.Scale
	above.High.Y = legend.Low.Y - fitMargin/2*c.Scale
	// All of the picture when nothing of the network is under the legend then; otherwise beside or above it,
	// whichever shows more, or steps between where a corner of the network is empty.
	best, cramped := Camera{}, Camera{}
	for _, aside := range fitSteps {
		for _, up := range fitSteps {
			room := whole
			room.Low.X += aside * (right.Low.X - whole.Low.X)
			room.High.Y -= up * (whole.High.Y - above.High.Y)
			try := c.into(s.Bounds, room)
			if try.Zoom < 0.9*best.Zoom {
				continue
			}
			try = c.again(s, try, room)
			switch {
			case try.Zoom > best.Zoom && !s.under(try, legend.grown(6*c.Scale)):
				best = try
			case (aside >= 1 || up >= 1) && try.Zoom > cramped.Zoom:
				cramped = try // a name or an amount reaches out of its room
			}
		}
	}
	if best.Zoom < leastFree*cramped.Zoom {
		return cramped
	}
	return best
}

// leastFree is how much smaller a picture may be for the sake of a single label that would be under the legend.
const leastFree = 0.6

// again returns the camera that also shows the names as they stand at its zoom: when zoomed out they are
// larger on the canvas than the scene's bounds allow for, and when they moved aside smaller. Another zoom may
// have other names, so it looks a few times, and at last takes room for the names of the last two looks.
func (c Camera) again(s *Scene, first Camera, room Rect) Camera {
	before := nowhere()
	for range 4 {
		area := s.shapes
		for _, label := range s.Labels(first.Zoom) {
			area = area.union(label.Box)
		}
		next := c.into(area, room)
		if s.level(next.Zoom) == s.level(first.Zoom) {
			return next
		}
		// Between two levels that call for each other, the smaller zoom has room for both.
		if !before.Empty() && next.Zoom > first.Zoom {
			return c.into(area.union(before), room)
		}
		before, first = area, next
	}
	return first
}

// fitSteps are the parts of the legend's room that Fit tries to leave free beside it and above it, the last one for names
// and amounts that reach further out at their zoom.
var fitSteps = [...]float64{0, 0.25, 0.5, 0.75, 1, 1.2}

// into returns the camera that shows an area of the canvas inside a rectangle of the picture.
func (c Camera) into(area, room Rect) Camera {
	size, free := area.Size(), room.Size()
	c.Zoom = min(max(free.Width, 1)/max(size.Width, 1), max(free.Height, 1)/max(size.Height, 1)) / c.Scale
	c.Zoom = min(c.Zoom, largestFit)
	middle := room.Middle()
	f := c.factor()
	c.Centre = layout.Point{
		X: area.Middle().X - (middle.X-float64(c.Width)/2)/f,
		Y: area.Middle().Y - (middle.Y-float64(c.Height)/2)/f,
	}
	return c
}

// under reports whether any disc, name or leg of the scene is under a rectangle of the picture.
func (s *Scene) under(c Camera, box Rect) bool {
	area := Rect{Low: c.ToWorld(box.Low), High: c.ToWorld(box.High)}
	for i := range s.Discs {
		if s.Discs[i].extent().Overlaps(area) {
			return true
		}
	}
	for _, label := range s.Labels(c.Zoom) {
		if label.Box.Overlaps(area) {
			return true
		}
	}
	for i := range s.Arrows {
		a := &s.Arrows[i]
		if !curveBounds(a.Curve).Overlaps(area) {
			continue
		}
		for step := range 17 {
			if area.near(a.Curve.At(float64(step)/16)) <= a.Width/2 {
				return true
			}
		}
	}
	return false
}

// UnderLegend reports whether any disc, name or leg of the scene is under the legend.
func (s *Scene) UnderLegend(c Camera) bool {
	legend := s.LegendBox(c)
	return !legend.Empty() && s.under(c, legend)
}

// NoteHidden reports whether a note of the scene, such as that on the smallest leg of a loop, is under the legend, or an
// amount of a leg of the loop that is lit.
func (s *Scene) NoteHidden(c Camera) bool {
	legend := s.LegendBox(c)
	if legend.Empty() || len(s.Pins) == 0 && !s.loop {
		return false
	}
	lit := make(map[deal.LegID]bool)
	for i := range s.Arrows {
		lit[s.Arrows[i].Leg] = s.loop && s.Arrows[i].Emphasis == Lit
	}
	area := Rect{Low: c.ToWorld(legend.Low), High: c.ToWorld(legend.High)}
	for _, label := range s.Labels(c.Zoom) {
		if (label.Ink == InkMark || lit[label.Leg]) && label.Box.Overlaps(area) {
			return true
		}
	}
	return false
}
