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
	best := c.all(s, whole)
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

// beside returns the camera that shows all of the scene in a rectangle of the picture, as large as it goes with nothing under
// the legend. That stands in the lower left corner: what is not clear of it in the upper right one is so nowhere.
func (c Camera) beside(s *Scene, legend, whole Rect) Camera {
	const halvings = 10
	clear := func(area Rect, zoom float64) (Camera, bool) {
		size := times(layout.Point{X: area.Size().Width, Y: area.Size().Height}, zoom*c.Scale)
		corner := Rect{Low: layout.Point{X: whole.High.X - size.X, Y: whole.Low.Y}, High: layout.Point{X: whole.High.X, Y: whole.Low.Y + size.Y}}
		try := c.intoAt(area, corner, zoom)
		return try, !s.under(try, legend.grown(6*c.Scale))
	}
	found := Camera{}
	c.levels(s, whole, func(area Rect, least, top float64) bool {
		best, ok := clear(area, top)
		if !ok {
			if best, ok = clear(area, least); ok {
				for range halvings {
					middle := (least + top) / 2
					if try, ok := clear(area, middle); ok {
						best, least = try, middle
					} else {
						top = middle
					}
				}
			}
		}
		found = best
		return ok
	})
	return found
}

// all returns the camera with the largest zoom that shows all of the scene in a rectangle of the picture.
func (c Camera) all(s *Scene, room Rect) Camera {
	var found Camera
	c.levels(s, room, func(area Rect, _, top float64) bool {
		found = c.intoAt(area, room, top)
		return true
	})
	return found
}

// levels calls try for the area of all that is shown at a level of detail and for the least and the largest zoom of it at
// which that fits into a rectangle of the picture, for those further and further away until one will do. Zoomed out, names
// are larger on the canvas than the scene's bounds allow for, and other names find room.
func (c Camera) levels(s *Scene, room Rect, try func(area Rect, least, top float64) bool) {
	const most = 16
	zoom := c.into(s.shapes, room).Zoom
	for at := range most {
		area := s.shapes
		for _, label := range s.Labels(zoom) {
			area = area.union(label.Box)
		}
		fits := c.into(area, room).Zoom
		least, top := s.zooms(s.level(zoom))
		if (fits >= least || at == most-1) && try(area, min(least, fits), min(fits, top)) {
			return
		}
		zoom = least * (1 - 1e-6)
	}
}

// into returns the camera that shows an area of the canvas inside a rectangle of the picture.
func (c Camera) into(area, room Rect) Camera {
	size, free := area.Size(), room.Size()
	c.Zoom = min(max(free.Width, 1)/max(size.Width, 1), max(free.Height, 1)/max(size.Height, 1)) / c.Scale
	return c.intoAt(area, room, min(c.Zoom, largestFit))
}

// intoAt returns the camera that shows an area of the canvas in the middle of a rectangle of the picture, at a zoom.
func (c Camera) intoAt(area, room Rect, zoom float64) Camera {
	c.Zoom = zoom
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
		reach := a.Width / 2
		if s.loop && a.Emphasis == Lit {
			reach += a.Glow
		}
		if !curveBounds(a.Curve).grown(reach).Overlaps(area) {
			continue
		}
		for step := range 17 {
			if area.near(a.Curve.At(float64(step)/16)) <= reach {
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
