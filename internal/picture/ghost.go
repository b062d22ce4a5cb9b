package picture

import (
	"image/color"
	"slices"
)

// How the width that a leg had before the what-if is drawn: where the leg has become narrower or is gone as a grey band
// below it, and where it has become wider as its core: what was added is a pale edge, never broken, so that it is seen apart
// from the dashes of the leg.

// ghostOf returns what the leg was before the what-if, or nil where it is as it was.
func (d *drawing) ghostOf(a *Arrow) *Ghost {
	for i := range d.scene.Ghosts {
		if g := &d.scene.Ghosts[i]; g.Leg == a.Leg && !g.Gone {
			return g
		}
	}
	return nil
}

// ghosts draws what was wider, or is gone, below all legs.
func (d *drawing) ghosts() {
	for i := range d.scene.Ghosts {
		switch g := &d.scene.Ghosts[i]; {
		case g.Later:
			d.pen.stroke(stroke{Curve: d.curve(g.Curve), Width: 1.2 * d.camera.Scale, Colour: Mix(d.style.Background, d.style.Ghost, 0.35)})
		case !g.Wider:
			d.ghostBand(g)
		}
	}
}

// ghostBelow draws what the leg was right below it, where a glow or other legs would hide it.
func (d *drawing) ghostBelow(a *Arrow) {
	if g := d.ghostOf(a); g != nil && !g.Wider && !g.Later {
		d.ghostBand(g)
	}
}

func (d *drawing) ghostBand(g *Ghost) {
	thin, c := 1.2*d.camera.Scale, d.curve(g.Curve)
	d.pen.stroke(stroke{Curve: c, Width: g.Width*d.f + thin, Colour: d.style.Ghost})
	d.pen.stroke(stroke{Curve: c, Width: max(g.Width*d.f-thin, 0), Colour: Mix(d.style.Background, d.style.Ghost, 0.4)})
}

// The least width of the pale edge on each side of the core, and of the core, in pixels at scale 1.
const addedLeast, coreLeast = 1.3, 1.0

// grown draws a leg that has become wider, and reports whether it is one: the leg as it was, in its own dashes, and around it
// what was added.
func (d *drawing) grown(a *Arrow, leg stroke) bool {
	g := d.ghostOf(a)
	if g == nil || !g.Wider || a.Emphasis == Faded {
		return false
	}
	core := leg
	core.Width = max(min(g.Width*d.f, leg.Width-2*addedLeast*d.camera.Scale), coreLeast*d.camera.Scale)
	leg.Width, leg.Dash = max(leg.Width, core.Width+2*addedLeast*d.camera.Scale), Solid
	leg.Colour = added(d.ground(a), leg.Colour)
	d.pen.stroke(leg)
	if core.Dash != Solid { // between its dashes too, the edge is an edge
		d.pen.stroke(stroke{Curve: core.Curve, Width: core.Width, Colour: d.ground(a)})
	}
	d.pen.stroke(core)
	return true
}

// added is the colour of what was added to a leg of a colour on a ground.
func added(ground, colour color.RGBA) color.RGBA { return Mix(ground, colour, 0.5) }

// grownFinancing reports whether a leg of financing has become wider, for the example of one.
func (s *Scene) grownFinancing() bool {
	return slices.ContainsFunc(s.Ghosts, func(g Ghost) bool {
		arrow, ok := s.Arrow(g.Leg)
		return g.Wider && ok && arrow.Financing
	})
}
