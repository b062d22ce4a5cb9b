package picture

import (
	"math"

	"roundtrip/internal/layout"
)

// leastTrimmed is how wide and high a picture stays that is trimmed, in pixels at scale 1.
const leastTrimmed = 300.0

// Trimmed returns the page without the empty bands around what is drawn, but for a margin that is the same on all sides:
// in a window the legend and the panel's shape leave such bands. Nothing moves or is drawn otherwise, and what reaches the
// edge goes on being cut there. A legend on the picture stays where it is, in its corner.
func (p Page) Trimmed() Page {
	if len(p.Scene.Discs) == 0 || p.Camera.Width <= 0 || p.Camera.Height <= 0 {
		return p
	}
	c, scale := p.Camera, p.scale()
	drawn := p.Scene.drawnAt(c)
	box := Rect{Low: c.ToScreen(drawn.Low), High: c.ToScreen(drawn.High)}.grown(fitMargin * scale)
	legend := p.Scene.LegendBox(c)
	least := layout.Size{Width: leastTrimmed * scale, Height: leastTrimmed * scale}
	if p.below != nil {
		least.Width = max(least.Width, (p.below.legendIn(c).size().Width+2*frameMargin)*scale)
	}
	left, right := kept(box.Low.X, box.High.X, float64(c.Width), least.Width)
	top, bottom := kept(box.Low.Y, box.High.Y, float64(c.Height), least.Height)
	if !legend.Empty() {
		left, bottom = 0, c.Height
		right = max(right, min(c.Width, int(math.Ceil(legend.High.X+frameMargin*scale))))
		top = min(top, max(0, int(legend.Low.Y-frameMargin*scale)))
	}
	p.Camera.Centre = c.ToWorld(layout.Point{X: float64(left+right) / 2, Y: float64(top+bottom) / 2})
	p.Camera.Width, p.Camera.Height = right-left, bottom-top
	return p
}

// kept returns which pixels of a side are kept where something is drawn from low to high: at least so many, around it.
func kept(low, high, side, least float64) (from, to int) {
	if short := least - (high - low); short > 0 {
		low, high = low-short/2, high+short/2
	}
	from, to = max(0, int(math.Floor(low))), min(int(side), int(math.Ceil(high)))
	if from >= to { // all that is drawn is out of sight
		return 0, int(side)
	}
	return from, to
}

// drawnAt returns what of the canvas is drawn on at the zoom of a camera.
func (s *Scene) drawnAt(c Camera) Rect {
	drawn := s.shapes
	for i := range s.Ghosts {
		drawn = drawn.union(alongside(s.Ghosts[i].Curve, s.Ghosts[i].Width))
	}
	for _, label := range s.Labels(c.Zoom) {
		drawn = drawn.union(label.Box)
	}
	return drawn
}
