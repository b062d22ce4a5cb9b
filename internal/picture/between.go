package picture

import (
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// Moved returns how far the company that moves furthest from one scene to the next goes, in canvas units, and which
// part of the later scene's companies the earlier one has too, 0 to 1.
func Moved(from, to *Scene) (furthest, common float64) {
	was := discsOf(from)
	shared := 0
	for i := range to.Discs {
		if before, ok := was[to.Discs[i].Company]; ok {
			shared++
			furthest = max(furthest, distance(before.Centre, to.Discs[i].Centre))
		}
	}
	return furthest, float64(shared) / float64(max(len(to.Discs), 1))
}

func discsOf(s *Scene) map[deal.CompanyID]*Disc {
	discs := make(map[deal.CompanyID]*Disc, len(s.Discs))
	for i := range s.Discs {
		discs[s.Discs[i].Company] = &s.Discs[i]
	}
	return discs
}

// Between returns a scene on the way from one to the next, at a part of it from 0 to 1. It shows what the next one
// shows, with companies and legs that both have part of the way to their new places, and the names that the next one
// has at the zoom beside them. At 1 it is the next scene itself.
func Between(from, to *Scene, part, zoom float64) *Scene {
	if part >= 1 {
		return to
	}
	b := &Scene{Bounds: to.Bounds, Legend: to.Legend, Rows: to.Rows, shapes: to.shapes, explained: to.explained, loop: to.loop, seen: to.seen}
	was := discsOf(from)
	shifts := make([]layout.Point, len(to.Discs)) // from the new place to the one on the way
	b.Discs = append(b.Discs, to.Discs...)
	for i := range b.Discs {
		disc := &b.Discs[i]
		if before, ok := was[disc.Company]; ok {
			shifts[i] = times(minus(before.Centre, disc.Centre), 1-part)
			disc.Centre = plus(disc.Centre, shifts[i])
			disc.Radius = before.Radius + (disc.Radius-before.Radius)*part
		} else {
			disc.Radius *= part
		}
	}
	b.moveArrows(from, to, shifts, part)
	b.moveNames(to, shifts, zoom)
	return b
}

// moveArrows bends every leg from the way that it had to the one that it will have. A leg that is new goes along
// with its companies.
func (b *Scene) moveArrows(from, to *Scene, shifts []layout.Point, part float64) {
	was := make(map[deal.LegID]*Arrow, len(from.Arrows))
	for i := range from.Arrows {
		was[from.Arrows[i].Leg] = &from.Arrows[i]
	}
	b.Arrows = append(b.Arrows, to.Arrows...)
	for i := range b.Arrows {
		arrow := &b.Arrows[i]
		before, ok := was[arrow.Leg]
		if !ok {
			payer, payee := shifts[arrow.payerDisc], shifts[arrow.payeeDisc]
			arrow.Curve, arrow.Shaft = shifted(arrow.Curve, payer, payee), shifted(arrow.Shaft, payer, payee)
			for corner := range arrow.Head {
				arrow.Head[corner] = plus(arrow.Head[corner], payee)
			}
			continue
		}
		arrow.Curve, arrow.Shaft = mixedCurve(before.Curve, arrow.Curve, part), mixedCurve(before.Shaft, arrow.Shaft, part)
		for corner := range arrow.Head {
			arrow.Head[corner] = between(before.Head[corner], arrow.Head[corner], part)
		}
		arrow.Width = before.Width + (arrow.Width-before.Width)*part
	}
}

// moveNames keeps names beside their companies. Amounts are left out: on the way they would lie on other legs. So are names
// that would lie on others there.
func (b *Scene) moveNames(to *Scene, shifts []layout.Point, zoom float64) {
	b.fixed = []Label{}
	for _, label := range to.Labels(zoom) {
		if label.Disc >= 0 {
			by := shifts[label.Disc]
			label.Box = Rect{Low: plus(label.Box.Low, by), High: plus(label.Box.High, by)}
			label.Leader = [2]layout.Point{plus(label.Leader[0], by), plus(label.Leader[1], by)}
		}
		lies := func(on Label) bool { return on.Box.Overlaps(label.Box) }
		if (label.Disc >= 0 || label.Ink == InkRow) && !slices.ContainsFunc(b.fixed, lies) {
			b.fixed = append(b.fixed, label)
		}
	}
}

// shifted returns the curve with its ends moved, and what is between them as much as it is near to each.
func shifted(c layout.Curve, from, to layout.Point) layout.Curve {
	return layout.Curve{
		From: plus(c.From, from), C1: plus(c.C1, between(from, to, 1.0/3)),
		C2: plus(c.C2, between(from, to, 2.0/3)), To: plus(c.To, to),
	}
}

func mixedCurve(from, to layout.Curve, part float64) layout.Curve {
	return layout.Curve{
		From: between(from.From, to.From, part), C1: between(from.C1, to.C1, part),
		C2: between(from.C2, to.C2, part), To: between(from.To, to.To, part),
	}
}

// Towards returns the camera on the way to another one, at a part of it from 0 to 1: it zooms evenly.
func (c Camera) Towards(to Camera, part float64) Camera {
	between := to
	if part < 1 && c.Zoom > 0 && to.Zoom > 0 {
		between.Zoom = c.Zoom * math.Pow(to.Zoom/c.Zoom, part)
		between.Centre.X = c.Centre.X + (to.Centre.X-c.Centre.X)*part
		between.Centre.Y = c.Centre.Y + (to.Centre.Y-c.Centre.Y)*part
	}
	return between
}

// Circuit returns the legs of the selected loop that are drawn and along which money goes, also under the stress test that
// is shown, or nothing when no loop is selected.
func (s *Scene) Circuit() []Arrow {
	var legs []Arrow
	for i := range s.Arrows {
		if s.loop && s.Arrows[i].Emphasis == Lit && s.Arrows[i].Unpaid < 1 {
			legs = append(legs, s.Arrows[i])
		}
	}
	return legs
}
