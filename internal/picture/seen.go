package picture

import (
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// In a network of thousands of legs that is seen from near, most lines on the screen come from companies that are
// nowhere to be seen, or go to them. They step back there, but for their ends at companies that are, and names and
// amounts find room among what is left.

// sight is what a camera near to a large network sees of it.
type sight struct {
	whole  *Scene
	area   Rect      // of the canvas, in which names and amounts are placed
	within []bool    // of every disc, whether it is in the area
	strong []stretch // of every arrow, what does not step back
	count  int       // companies in sight
	looped int       // legs on loops that do not step back, or not wholly
}

// stretch is a part of a curve, from 0 to 1.
type stretch struct{ from, to float64 }

func (s stretch) nothing() bool { return s.from >= s.to }

func (s stretch) all() bool { return s == stretch{0, 1} }

// of returns the part of a curve.
func (s stretch) of(c layout.Curve) layout.Curve {
	if s.to < 1 {
		c, _ = split(c, s.to)
	}
	if s.from > 0 {
		_, c = split(c, s.from)
	}
	return c
}

const (
	// passingTone is how much of its colour a line keeps that only passes by, leavingTone one that goes out of sight.
	passingTone, leavingTone = 0.14, 0.3
	// mostPale is among how many companies in sight lines keep as much; they keep less among more.
	mostPale = 80
	// stub is how far a leg that goes out of sight, or comes from there, is drawn in full, in pixels at scale 1, and
	// mostStub in canvas units.
	stub, mostStub = 46.0, 30.0
)

// Seen returns the scene as it is drawn through a camera on a sheet that reaches beyond what the camera shows: of a large
// network, less than half of which is in sight, the legs between companies that are not step back, and names and
// amounts are placed for the sheet alone. Otherwise it is the whole scene.
func (s *Scene) Seen(c, sheet Camera) *Scene {
	whole := s.Whole()
	if !whole.large() {
		return whole
	}
	inSight, count := whole.discsInSight(c)
	if 2*count >= len(whole.Discs) {
		return whole
	}
	seen := &sight{whole: whole, area: sheet.area(), within: make([]bool, len(whole.Discs)), strong: make([]stretch, len(whole.Arrows)), count: count}
	for i := range whole.Discs {
		seen.within[i] = whole.Discs[i].extent().Overlaps(seen.area)
	}
	for i := range whole.Arrows {
		a := &whole.Arrows[i]
		seen.strong[i] = seen.stretchOf(a, inSight[a.payerDisc], inSight[a.payeeDisc], min(stub/c.Zoom, mostStub))
		if a.Loop > 0 && !seen.strong[i].nothing() {
			seen.looped++
		}
	}
	near := whole.copied()
	near.seen, near.placed = seen, make(map[int][]Label)
	near.explained = near.explained.with(LegendLine{Mark: MarkPassing, Text: "from or to a company out of sight"})
	if whole.Legend.Shown() {
		near.Legend = near.explained
	}
	return near
}

// discsInSight returns which companies a camera shows any of, and how many.
func (s *Scene) discsInSight(c Camera) (inSight []bool, count int) {
	shown := c.area()
	inSight = make([]bool, len(s.Discs))
	for i := range s.Discs {
		if inSight[i] = s.Discs[i].extent().Overlaps(shown); inSight[i] {
			count++
		}
	}
	return inSight, count
}

// NearFrom reports whether Seen makes a scene of its own for a camera.
func (s *Scene) NearFrom(c Camera) bool {
	whole := s.Whole()
	if !whole.large() {
		return false
	}
	_, count := whole.discsInSight(c)
	return 2*count < len(whole.Discs)
}

// Whole returns the scene without regard to what a camera sees of it.
func (s *Scene) Whole() *Scene {
	s = s.apartFromSight()
	if s.seen == nil {
		return s
	}
	return s.seen.whole
}

// Near reports whether the scene is drawn for one camera, and so another one when that turns to other companies.
func (s *Scene) Near() bool { return s.seen != nil }

// area returns what the camera shows of the canvas.
func (c Camera) area() Rect {
	return Rect{Low: c.ToWorld(layout.Point{}), High: c.ToWorld(layout.Point{X: float64(c.Width), Y: float64(c.Height)})}
}

// stretchOf returns what does not step back of an arrow of which these ends are in sight.
func (s *sight) stretchOf(a *Arrow, payer, payee bool, stub float64) stretch {
	part := min(stub/max(curveLength(a.Curve), 1e-9), 0.5)
	main := a.main && s.count > 2*roomForNames
	switch {
	case a.Emphasis == Lit, payer && payee, main && (payer || payee):
		return stretch{0, 1}
	case payer:
		return stretch{0, part}
	case payee:
		return stretch{1 - part, 1}
	}
	return stretch{}
}

// strong returns what does not step back of an arrow.
func (s *Scene) strong(arrow int) stretch {
	if s.seen == nil {
		return stretch{0, 1}
	}
	return s.seen.strong[arrow]
}

// passes reports whether all of an arrow steps back.
func (s *Scene) passes(arrow int) bool { return s.strong(arrow).nothing() }

// beyond reports whether a disc is out of the area in which names are placed.
func (s *Scene) beyond(disc int) bool { return s.seen != nil && !s.seen.within[disc] }

// away reports whether an arrow is nothing that names and amounts must make room for: it passes by, or is out of the area
// in which they are placed.
func (s *Scene) away(arrow int) bool {
	return s.seen != nil && (s.passes(arrow) || !curveBounds(s.Arrows[arrow].Curve).Overlaps(s.seen.area))
}

// labelled returns the rectangle in which names and amounts may stand beside companies and legs.
func (s *Scene) labelled() Rect {
	area := nowhere()
	for i := range s.Discs {
		if !s.beyond(i) {
			area = area.union(s.Discs[i].extent())
		}
	}
	for i := range s.Arrows {
		if !s.away(i) {
			area = area.union(curveBounds(s.Arrows[i].Curve))
		}
	}
	if s.seen != nil {
		// What reaches further is not looked at.
		in := s.seen.area
		area.Low = layout.Point{X: max(area.Low.X, in.Low.X), Y: max(area.Low.Y, in.Low.Y)}
		area.High = layout.Point{X: min(area.High.X, in.High.X), Y: min(area.High.Y, in.High.Y)}
	}
	return area
}

// passing draws the legs that step back as pale hairs, below all others.
func (d *drawing) passing(layer int) {
	if d.scene.seen == nil || layer != layerPlain {
		return
	}
	fewer := min(math.Sqrt(mostPale/max(float64(d.scene.seen.count), 1)), 1)
	for i := range d.scene.Arrows {
		a := &d.scene.Arrows[i]
		strong := d.scene.strong(i)
		if strong.all() || !d.camera.sees(curveBounds(a.Curve)) {
			continue
		}
		tone := passingTone
		if !strong.nothing() {
			tone = leavingTone
		}
		colour := Mix(d.style.Background, d.style.Money(a.Financing), tone*fewer)
		width := min(a.Width*d.f, hair*d.camera.Scale)
		d.pen.stroke(stroke{Curve: d.curve(a.Curve), Width: max(width, hair*d.camera.Scale/2), Colour: colour})
	}
}

// with returns the legend with one more line.
func (l Legend) with(line LegendLine) Legend {
	l.Lines = append(slices.Clone(l.Lines), line)
	return l
}

// without returns what is seen of a scene of which some companies and legs are taken out.
func (s *sight) without(of *Scene, stays map[deal.LegID]bool, discAt []int) *sight {
	if s == nil {
		return nil
	}
	rest := &sight{whole: s.whole, area: s.area, count: s.count}
	for i, at := range discAt {
		if at >= 0 {
			rest.within = append(rest.within, s.within[i])
		}
	}
	for i := range of.Arrows {
		if stays[of.Arrows[i].Leg] {
			rest.strong = append(rest.strong, s.strong[i])
		}
	}
	return rest
}
