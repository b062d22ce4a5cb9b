package picture

import (
	"image/color"
	"slices"
)

// How the width that a leg had before the what-if is drawn: where the leg has become narrower or is gone as a grey band
// below it, and where it has become wider as a core of that width inside it, nearer to the colour of the text, so that it
// never looks narrower than it is.

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

// The least that is left of the leg's own colour on both sides of the core, and the least of the core, in pixels.
const coreRim, coreLeast = 1.0, 1.0

// ghostInside draws what a leg was that has become wider, in the leg's own dashes.
func (d *drawing) ghostInside(a *Arrow, leg stroke) {
	g := d.ghostOf(a)
	if g == nil || !g.Wider || a.Emphasis == Faded {
		return
	}
	leg.Width = max(min(g.Width*d.f, leg.Width-2*coreRim*d.camera.Scale), coreLeast*d.camera.Scale)
	leg.Colour = d.core(leg.Colour)
	d.pen.stroke(leg)
}

// core is the colour of what a leg of the colour was that has become wider.
func (d *drawing) core(colour color.RGBA) color.RGBA { return Mix(colour, d.style.Text, 0.55) }

// grownFinancing reports whether a leg of financing has become wider, for the example of one.
func (s *Scene) grownFinancing() bool {
	return slices.ContainsFunc(s.Ghosts, func(g Ghost) bool {
		arrow, ok := s.Arrow(g.Leg)
		return g.Wider && ok && arrow.Financing
	})
}
