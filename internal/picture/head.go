package picture

import (
	"image/color"

	"roundtrip/internal/layout"
)

// Where money goes must be seen from afar too. So the heads of legs that are long enough on the screen are drawn larger than
// the rest of the picture there. Only among thousands of legs they are not: their heads would cover each other.

const (
	// leastHead is the least width of a head, and litHead that of a leg that is lit, in pixels at scale 1.
	leastHead, litHead = 4.6, 6.0
	// bearsHead is from which length on the screen a leg bears a head of that width, in pixels at scale 1.
	bearsHead = 14.0
	// headedAmong is up to how many legs a scene has heads that are drawn larger.
	headedAmong = 2000
	// smallestSeen is the width of a head below which it is not drawn, in pixels.
	smallestSeen = 1.4
)

// head draws the arrow's head, with its corners further out by some pixels, or further in where they are below 0, unless it
// is too small to see.
func (d *drawing) head(a *Arrow, colour color.RGBA, out float64) {
	at := d.camera.ToScreen
	p, q, r := at(a.Head[0]), at(a.Head[1]), at(a.Head[2])
	wide, least := distance(p, r), d.leastHead(a)
	if max(wide, least) < smallestSeen {
		return
	}
	back := times(d.headBack(a), d.f)
	p, q, r = plus(p, back), plus(q, back), plus(r, back)
	if grow := least / max(wide, 1e-9); grow > 1 && wide > 0 {
		p, r = plus(q, times(minus(p, q), grow)), plus(q, times(minus(r, q), grow))
	}
	if out != 0 {
		middle := between(between(p, r, 0.5), q, 1.0/3)
		move := func(corner layout.Point) layout.Point { return plus(corner, times(unit(minus(corner, middle)), out)) }
		p, q, r = move(p), move(q), move(r)
	}
	d.pen.fill(outline{Path: []layout.Curve{straight(p, q), straight(q, r), straight(r, p)}, Colour: colour})
}

// headBack returns by how much the head of an arrow stands back, in canvas units, where its company is drawn larger than it is
// on the canvas: its tip is on the rim of that too.
func (d *drawing) headBack(a *Arrow) layout.Point {
	payee := &d.scene.Discs[a.payeeDisc]
	return times(minus(a.Head[1], payee.Centre), d.shownRadius(payee)/payee.Radius-1)
}

// leastHead returns the least width of the head of an arrow, in pixels; 0 where it is as small as the picture.
func (d *drawing) leastHead(a *Arrow) float64 {
	switch {
	case a.Emphasis == Lit:
		return litHead * d.camera.Scale
	case len(d.scene.dense().Arrows) <= headedAmong && distance(a.Curve.From, a.Curve.To)*d.f >= bearsHead*d.camera.Scale:
		return leastHead * d.camera.Scale
	}
	return 0
}

// headed reports whether thin legs have heads at a camera that can be seen.
func (s *Scene) headed(c Camera) bool {
	w := s.explained.widths
	_, half := headOf(w.crowd, thinnestLine*w.crowd)
	return len(s.Arrows) <= headedAmong || 2*half*c.factor() >= smallestSeen
}
