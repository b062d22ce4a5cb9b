package picture

import (
	"image/color"

	"roundtrip/internal/layout"
)

// pen is what a scene is drawn with: pixels, SVG, or another page. Everything it is given is in pixels of the
// picture, and what comes later lies on top.
type pen interface {
	stroke(stroke)
	fill(outline)
	write(writing)
}

// stroke is a line along a curve.
type stroke struct {
	Curve  layout.Curve
	Width  float64
	Colour color.RGBA
	Dash   Dash
	Part   float64 // scale of the dashes: the width that they are made for, in pixels
	Name   string  // what a reader of the file may call it; "" for none
}

// outline is a closed shape.
type outline struct {
	Path   []layout.Curve
	Colour color.RGBA
	Name   string
}

// writing is one line of text. At is the left end of its baseline.
type writing struct {
	At      layout.Point
	Text    string
	Size    float64
	Bold    bool
	Centred bool // about its middle, in whatever letters a reader of the file has
	Colour  color.RGBA
	Halo    color.RGBA // behind the letters, so that they stay readable on lines; transparent: none
}

// drawing is a scene on its way to a pen.
type drawing struct {
	scene  *Scene
	camera Camera
	style  *Style
	pen    pen
	f      float64 // pixels of a canvas unit
	paper  bool    // it is for a file, where nobody can point at anything

	covered float64 // what tone has found; 0: it was not asked yet
	largest float64 // the radius of the largest company; 0: it was not asked for yet
}

// draw draws the scene, and the legend on top.
func draw(s *Scene, c Camera, st *Style, to pen) {
	(&drawing{scene: s, camera: c, style: st, pen: to, f: c.factor()}).all()
}

func (d *drawing) all() {
	d.network()
	d.frame()
}

// network draws what moves with the canvas: glows below, then what was before, lines, discs and text. Legs that are
// lit lie on everything that is faded, names too, with the discs between which they run on top.
func (d *drawing) network() {
	d.rows()
	d.glows(layerPlain)
	d.ghosts()
	d.lines(layerPlain)
	d.glows(layerMain)
	d.lines(layerMain)
	d.discs(Faded)
	d.labels(true)
	d.glows(layerLit)
	d.selections()
	d.lines(layerLit)
	d.discs(Plain)
	d.discs(Lit)
	d.labels(false)
}

func (d *drawing) discs(wanted Emphasis) {
	for i := range d.scene.Discs {
		if d.scene.Discs[i].Emphasis == wanted {
			d.disc(&d.scene.Discs[i])
		}
	}
}

// selections draws the rings around the companies that are selected, below the heads of the legs that lead to them.
func (d *drawing) selections() {
	for i := range d.scene.Discs {
		disc := &d.scene.Discs[i]
		if !disc.Selected || !d.camera.sees(disc.extent().grown(8)) {
			continue
		}
		radius := d.shownRadius(disc)
		shape := shapeDrawn(disc.Role, radius*d.f/d.camera.Scale)
		d.pen.fill(outline{Path: d.path(shape.placed(disc.Centre, radius+selectedRim)), Colour: d.style.Accent})
	}
}

func (d *drawing) curve(c layout.Curve) layout.Curve {
	at := d.camera.ToScreen
	return layout.Curve{From: at(c.From), C1: at(c.C1), C2: at(c.C2), To: at(c.To)}
}

func (d *drawing) path(path []layout.Curve) []layout.Curve {
	for i := range path {
		path[i] = d.curve(path[i])
	}
	return path
}

// casedAmong is up to how many legs a scene has a background around its thin lines too.
const casedAmong = 1000

// loopRim is the width of the rim around the ground of a loop, in pixels at scale 1.
const loopRim = 1.0

// thinEdge is how much wider than a thin leg its pale edge is on the ground of a loop, in pixels at scale 1: blue that runs
// out into yellow within a pixel would be seen as green.
const thinEdge = 1.0

// litHair is the least width of a leg that is lit, and litGlow the least reach of the ground of a selected loop beyond its
// legs, in pixels at scale 1: they must be found in a network seen from afar.
const litHair, litGlow = 1.5, 2.5

// glows lays a warm ground under the legs of a layer that lie on a loop: wider where more of their money goes round, and
// stronger under the selected loop.
func (d *drawing) glows(layer int) {
	d.grounds(layer, true)
	d.grounds(layer, false)
}

func (d *drawing) grounds(layer int, rims bool) {
	for i := range d.scene.Arrows {
		a := &d.scene.Arrows[i]
		glow := d.reach(a)
		if glow == 0 || layer != d.scene.layer(a) || d.scene.passes(i) || !d.camera.sees(curveBounds(a.Curve).grown(a.Width+glow/d.f)) {
			continue
		}
		curve, width := d.curve(d.scene.strong(i).of(d.underDiscs(a))), d.wide(a.Width)+2*glow
		// A rim lets those see the ground who cannot tell it from the background, where the ground is wide enough to
		// have one. All rims lie under all grounds, so that legs that run together share one.
		switch rim := loopRim * d.camera.Scale; {
		case !rims:
			d.pen.stroke(stroke{Curve: curve, Width: width, Colour: d.ground(a)})
		case glow >= 1.5*rim:
			d.pen.stroke(stroke{Curve: curve, Width: width + 2*rim, Colour: d.style.LoopRim})
		}
	}
}

// underDiscs returns the curve of a leg led on at both ends under its companies, so that no end of a ground shows beside an
// arrow's tip. Between the companies it is the leg's own: its ground lies even on both sides of it.
func (d *drawing) underDiscs(a *Arrow) layout.Curve {
	before := ledOn(reversed(a.Curve), d.scene.Discs[a.payerDisc].Centre)
	after := ledOn(a.Curve, d.scene.Discs[a.payeeDisc].Centre)
	_, c := split(a.Curve, -before)
	c, _ = split(c, (1+before+after)/(1+before))
	return c
}

// ledOn returns by which part of its course a curve is led on beyond its end towards where it would be nearest to the middle
// of a company.
func ledOn(c layout.Curve, middle layout.Point) float64 {
	const part, most = 0.7, 0.25
	on, to := slope(c, 1), minus(middle, c.To)
	return min(max(part*(on.X*to.X+on.Y*to.Y)/(on.X*on.X+on.Y*on.Y), 0), most)
}

// lines draws the legs of a layer. A thin line in the colour of the background keeps lines that cross apart; where
// lines are hair-thin nobody sees it, and it is left out.
func (d *drawing) lines(layer int) {
	d.passing(layer)
	cased := 1.2
	if len(d.scene.Arrows) > casedAmong {
		cased = 2.4
	}
	afar := d.fromAfar()
	for i := range d.scene.Arrows {
		if afar {
			i = len(d.scene.Arrows) - 1 - i
		}
		a := &d.scene.Arrows[i]
		if layer != d.scene.layer(a) || d.scene.passes(i) || !d.camera.sees(curveBounds(a.Curve).grown(a.Width)) {
			continue
		}
		colour := d.style.Money(a.Financing)
		if a.Emphasis == Faded {
			colour = d.style.Fade(colour)
		}
		around := d.ground(a)
		if d.slim(a) {
			around = d.style.Background // a hair that is part yellow would be neither blue nor orange
		}
		width, colour := d.line(a.Width, colour, around)
		switch layer {
		case layerLit:
			width, colour = max(width, litHair*d.camera.Scale), d.style.Money(a.Financing)
		case layerMain:
			width, colour = max(width, mainHair*d.camera.Scale), d.style.Money(a.Financing)
		}
		strong := d.scene.strong(i)
		shaft := d.curve(strong.of(a.Shaft))
		if layer != layerPlain {
			d.ghostBelow(a)
		}
		if a.Unpaid > 0 {
			d.unpaid(a, shaft, width, colour)
			continue
		}
		if a.Width*d.f >= cased*d.camera.Scale && a.Dash == Solid {
			d.pen.stroke(stroke{Curve: shaft, Width: width + 2*d.camera.Scale, Colour: d.ground(a)})
			if strong.to == 1 {
				d.head(a, d.ground(a), 2*d.camera.Scale)
			}
		} else if a.Emphasis != Faded && d.reach(a) > 0 && !d.slim(a) {
			edge := stroke{Curve: shaft, Width: width + thinEdge*d.camera.Scale, Colour: Mix(d.style.Background, colour, 0.5)}
			edge.Dash, edge.Part = a.Dash, a.Width*d.f
			d.pen.stroke(edge)
		}
		if leg := (stroke{Curve: shaft, Width: width, Colour: colour, Dash: a.Dash, Part: a.Width * d.f}); !d.grown(a, leg) {
			d.pen.stroke(leg)
		}
		if strong.to == 1 {
			d.head(a, colour, 0)
		}
	}
}

// line returns the pixels and the colour of a line of a width in canvas units. A line thinner than a hair is drawn in a
// colour nearer to that of its ground, and no thinner than a hair: amounts still tell when zoomed out.
func (d *drawing) line(width float64, colour, ground color.RGBA) (pixels float64, seen color.RGBA) {
	pixels = width * d.f
	if thin := hair * d.camera.Scale; pixels < thin {
		return max(d.wide(width), thin), Mix(ground, colour, d.hairTone(pixels))
	}
	return d.wide(width), colour
}

// selectedRim is how far the rim around a selected company reaches, in canvas units.
const selectedRim = 5.0

func (d *drawing) disc(disc *Disc) {
	if !d.camera.sees(disc.extent().grown(8)) {
		return
	}
	radius := d.shownRadius(disc)
	shape := shapeDrawn(disc.Role, radius*d.f/d.camera.Scale)
	fill := d.style.Role(disc.Role, disc.Colour)
	if disc.Emphasis == Faded {
		fill = d.style.Fade(fill)
	} else if d.scene.dense().large() && disc.Emphasis == Plain && radius*d.f < speck*d.camera.Scale {
		fill = Mix(d.style.Background, fill, speckTone)
	}
	d.badgeGrounds(disc)
	d.pinUnder(disc)
	pixel := d.camera.Scale / d.f
	if disc.Selected || radius*d.f > d.scene.rimmed()*d.camera.Scale {
		d.pen.fill(outline{Path: d.path(shape.placed(disc.Centre, radius+1.8*pixel)), Colour: d.style.Rim})
	}
	d.pen.fill(outline{Path: d.path(shape.placed(disc.Centre, radius)), Colour: fill, Name: disc.Name})
	d.pinned(disc, fill)
	d.badges(disc)
}

// labels draws the names of companies that are faded, which legs that are lit run over, or all other text.
func (d *drawing) labels(faded bool) {
	for _, label := range d.scene.Labels(d.camera.Zoom) {
		area := label.Box
		if label.Led {
			area = area.with(label.Leader[0])
		}
		if label.Faded != faded || !d.camera.sees(area.grown(4)) {
			continue
		}
		colour, halo := d.ink(&label)
		if label.Led {
			d.leader(&label, colour)
		}
		if label.Cut {
			ground := label.text()
			if numbers := d.scene.raisedBehind(&label); numbers != "" {
				ground = ground.union(label.raisedBox(numbers))
			}
			box := Rect{Low: d.camera.ToScreen(ground.Low), High: d.camera.ToScreen(ground.High)}.grown(2 * d.camera.Scale)
			d.pen.fill(outline{Path: pill(box, 3*d.camera.Scale), Colour: d.style.Background})
		}
		if label.Ink == InkMark {
			ground := label.ground(d.scene.raisedBehind(&label))
			box := Rect{Low: d.camera.ToScreen(ground.Low), High: d.camera.ToScreen(ground.High)}
			d.pen.fill(outline{Path: pill(box, 9*d.camera.Scale), Colour: d.style.Smallest})
		}
		d.block(&label, colour, halo)
	}
}

// leader draws the hairline from a leg to its amount, with a dot on the leg, or from a company to its name.
func (d *drawing) leader(label *Label, colour color.RGBA) {
	if label.Ink == InkMark {
		colour = d.style.Smallest
	}
	end := label.ground(d.scene.raisedBehind(label)).entered(label.Leader[0], label.Leader[1])
	from, to := d.camera.ToScreen(label.Leader[0]), d.camera.ToScreen(end)
	d.pen.stroke(stroke{Curve: straight(from, to), Width: 2.6 * d.camera.Scale, Colour: d.style.Background})
	d.pen.stroke(stroke{Curve: straight(from, to), Width: 0.9 * d.camera.Scale, Colour: colour})
	if label.Company != 0 {
		return
	}
	d.pen.fill(outline{Path: circleShape.placed(from, 3*d.camera.Scale), Colour: d.style.Background})
	d.pen.fill(outline{Path: circleShape.placed(from, 2*d.camera.Scale), Colour: colour})
}

// ink returns the colours of a label and of the halo behind it.
func (d *drawing) ink(label *Label) (colour, halo color.RGBA) {
	switch {
	case label.Ink == InkMark:
		return d.style.OnMark, color.RGBA{}
	case label.Inside:
		disc := &d.scene.Discs[label.Disc]
		fill := d.style.Role(disc.Role, disc.Colour)
		if disc.Emphasis == Faded {
			return d.style.OnFaded(fill), color.RGBA{}
		}
		return d.style.On(fill), color.RGBA{}
	case label.Ink == InkRow:
		return d.style.TextFaded, d.style.Background
	case label.Ink == InkFinancing:
		return d.style.Financing, d.style.Background
	case label.Ink == InkCommercial:
		return d.style.Commercial, d.style.Background
	case label.Faded:
		return d.style.TextFaded, d.style.Background
	}
	return d.style.Text, d.style.Background
}

// block writes the lines of a label under each other, each centred in its box. The numbers of sources stand
// behind the first line.
func (d *drawing) block(label *Label, colour, halo color.RGBA) {
	size := label.Size * d.f
	inner := blockSize(label.Lines, label.Bold, size)
	middle := d.camera.ToScreen(label.text().Middle())
	y := middle.Y - inner.Height/2 + ascent*size
	raised := d.scene.raisedBehind(label)
	for _, line := range label.Lines {
		width := textWidth(line, label.Bold, size)
		at := layout.Point{X: middle.X - width/2, Y: y}
		d.pen.write(writing{At: at, Text: line, Size: size, Bold: label.Bold, Centred: true, Colour: colour, Halo: halo})
		if raised != "" {
			at = plus(at, layout.Point{X: width + raisedGap*size, Y: -raisedUp * size})
			d.pen.write(writing{At: at, Text: raised, Size: raisedSize * size, Bold: label.Bold, Colour: colour, Halo: halo})
			raised = ""
		}
		y += lineHeight * size
	}
}

// pill returns a rectangle with round corners.
func pill(box Rect, radius float64) []layout.Curve {
	const k = 0.5523
	l, t, r, b := box.Low.X, box.Low.Y, box.High.X, box.High.Y
	radius = min(radius, (r-l)/2, (b-t)/2)
	p := func(x, y float64) layout.Point { return layout.Point{X: x, Y: y} }
	bend := radius * (1 - k)
	return []layout.Curve{
		straight(p(l+radius, t), p(r-radius, t)),
		{From: p(r-radius, t), C1: p(r-bend, t), C2: p(r, t+bend), To: p(r, t+radius)},
		straight(p(r, t+radius), p(r, b-radius)),
		{From: p(r, b-radius), C1: p(r, b-bend), C2: p(r-bend, b), To: p(r-radius, b)},
		straight(p(r-radius, b), p(l+radius, b)),
		{From: p(l+radius, b), C1: p(l+bend, b), C2: p(l, b-bend), To: p(l, b-radius)},
		straight(p(l, b-radius), p(l, t+radius)),
		{From: p(l, t+radius), C1: p(l, t+bend), C2: p(l+bend, t), To: p(l+radius, t)},
	}
}
