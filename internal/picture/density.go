package picture

import (
	"cmp"
	"image/color"
	"math"
	"slices"
)

// In a network of thousands of legs seen as a whole every line crosses hundreds of others. What tells then is drawn on
// top and strong, and the rest is a pale ground that lets the shape of the network be seen.

const (
	// palest is how much of its colour the thinnest hairline keeps among few legs, and faintest among very many.
	palest, faintest = 0.25, 0.12
	// lightCover is which part of the canvas hairlines may cover before all of them become paler, down to palestAll.
	lightCover, palestAll = 0.25, 0.5
	// hair is the width of the thinnest line, in pixels at scale 1.
	hair = 0.8
	// fewLegs is up to how many legs hairlines are as pale as palest.
	fewLegs = 400
	// mainLegs is how many legs on loops have a wide ground with a rim when a network of many is seen from afar: those with
	// the most money that goes round. When all of hundreds had, the ground would say nothing. Up to fewLooped all have.
	mainLegs, fewLooped = 48, 120
	// mainHair is the least width of such a leg, and mainGlow the least reach of its ground beyond it, in pixels at scale 1;
	// leastGlow is that of any ground: it has room for a rim, by which it is seen in every appearance.
	mainHair, mainGlow, leastGlow = 1.2, 2.6, 1.5 * loopRim
	// smallestDot is the least radius of a company on the screen, in pixels at scale 1, and smallestOfMany that of one of
	// thousands.
	smallestDot, smallestOfMany = 2.2, 1.3
	// largestLine is the width of a large network's widest line on the screen, in pixels at scale 1, below which all are drawn
	// wider, up to mostWidened times: amounts must tell from afar too.
	largestLine, mostWidened = 3.0, 4.0
	// thinGlow is the reach of the ground of a leg on a loop that is none of the main ones, in pixels at scale 1, and
	// mostGrounds up to how many legs on loops those have one: among more the picture would be a heap of grounds.
	thinGlow, mostGrounds = 1.3, 400
	// largestDot is the radius of a large network's largest company on the screen, in pixels at scale 1, below which all
	// are drawn larger, up to mostGrown times: sizes must tell from afar too.
	largestDot, mostGrown = 5.0, 4.5
	// specks are companies of a large network of a smaller radius than that, in pixels at scale 1, and speckTone is how much
	// of their colour they keep.
	speck, speckTone = 1.8, 0.8
)

// dense returns the scene by whose companies and legs it is seen how many there are: what is lifted out of a large network is
// drawn as it was there, and so is the rest.
func (s *Scene) dense() *Scene {
	if s.partOf != nil {
		return s.partOf
	}
	return s
}

// hairTone returns how much of its colour a line keeps that is thinner than a hair and drawn as one: as much as it covers
// of that hair. Where even the widest lines are thinner, it is measured by those, and heavy legs stand out.
func (d *drawing) hairTone(pixels float64) float64 {
	thin, legs := hair*d.camera.Scale, float64(len(d.scene.dense().Arrows))
	least := max(palest*math.Sqrt(fewLegs/max(legs, fewLegs)), faintest)
	widest := d.widest()
	weight := min(pixels/min(widest, thin), 1)
	if !d.scene.dense().large() {
		return max(weight, least)
	}
	cover := d.tone()
	tone := max(math.Pow(weight, 1+heavier*max(1-widest/thin, 0)), least)
	return tone * (cover + (1-cover)*weight*weight)
}

// heavier is by how much heavier legs stand out the more, the thinner the widest lines are.
const heavier = 2.0

// widest returns how wide the line of the largest amount is that the legend's scale reaches to, in pixels.
func (d *drawing) widest() float64 {
	w := d.scene.dense().explained.widths
	if w.full <= 0 {
		return hair * d.camera.Scale
	}
	return thickestLine * w.crowd * d.f
}

// wide returns how wide a line of a width in canvas units is drawn where it is wider than a hair, in pixels.
func (d *drawing) wide(width float64) float64 {
	if !d.scene.dense().large() {
		return width * d.f
	}
	return width * d.f * min(max(largestLine*d.camera.Scale/d.widest(), 1), mostWidened)
}

// fromAfar reports whether every line is about a hair: then heavy legs lie on top of the others, not below them.
func (d *drawing) fromAfar() bool {
	return d.scene.dense().large() && d.widest() < 2*hair*d.camera.Scale
}

// shownRadius returns the radius of a company as it is drawn, in canvas units: so large that it tells, but clear of others.
func (d *drawing) shownRadius(disc *Disc) float64 {
	radius := disc.Radius
	if d.scene.dense().large() {
		if d.largest == 0 {
			for i := range d.scene.dense().Discs {
				d.largest = max(d.largest, d.scene.dense().Discs[i].Radius)
			}
		}
		radius *= min(max(largestDot*d.camera.Scale/max(d.largest*d.f, 1e-9), 1), mostGrown)
	}
	if radius = max(radius, d.scene.dot()*d.camera.Scale/d.f); disc.mostRadius > 0 {
		radius = min(radius, disc.mostRadius)
	}
	return radius
}

// dot returns the least radius of a company in pixels at scale 1: the more companies, the smaller, so that those with
// much money stand out.
func (s *Scene) dot() float64 {
	return max(smallestDot*math.Sqrt(min(2*roomForNames/max(float64(len(s.dense().Discs)), 1), 1)), smallestOfMany)
}

// rimmed returns from which radius in pixels at scale 1 companies have a rim: in a large network only those that stand
// out, since hundreds of rims would be a pattern of their own.
func (s *Scene) rimmed() float64 {
	if s.dense().large() {
		return 6
	}
	return 4
}

// markMain marks the legs that carry the most money round loops.
func (b *builder) markMain() {
	arrows := b.scene.Arrows
	var order []int
	for i := range arrows {
		if arrows[i].Loop > 0 {
			order = append(order, i)
		}
	}
	b.scene.looped = len(order)
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(arrows[j].round, arrows[i].round) })
	for _, i := range order[:min(len(order), mainLegs)] {
		arrows[i].main = true
	}
}

// thinned reports whether only the main legs on loops are sure of a wide ground: there are more than can be told apart.
func (s *Scene) thinned() bool {
	return s.large() || s.inLoops() > fewLooped
}

// heaped reports whether only the main legs on loops are sure of any ground.
func (s *Scene) heaped() bool { return s.thinned() && s.inLoops() > mostGrounds }

// inLoops returns how many legs in sight lie on loops.
func (s *Scene) inLoops() int {
	if s.seen != nil {
		return s.seen.looped
	}
	return s.looped
}

// bare reports whether a leg on a loop has no ground at the camera's zoom.
func (s *Scene) bare(c Camera) bool {
	d := drawing{scene: s, camera: c, f: c.factor()}
	for i := range s.Arrows {
		if a := &s.Arrows[i]; a.Glow > 0 && d.reach(a) == 0 && !s.strong(i).nothing() {
			return true
		}
	}
	return false
}

// The layers of legs, from the bottom to the top.
const (
	layerPlain = iota
	layerMain  // what tells in a network of many loops
	layerLit
)

// layer returns the layer that a leg is drawn in.
func (s *Scene) layer(a *Arrow) int {
	switch {
	case a.Emphasis == Lit:
		return layerLit
	case a.main && a.Emphasis == Plain && s.dense().thinned():
		return layerMain
	}
	return layerPlain
}

// spread returns the length of all legs for each unit of the area that they are spread over.
func (s *Scene) spread() float64 {
	sum, area := 0.0, nowhere()
	for i := range s.Arrows {
		c := s.Arrows[i].Curve
		sum += distance(c.From, c.To)
		area = area.with(c.From).with(c.To)
	}
	size := area.Size()
	return sum / max(size.Width*size.Height, 1)
}

// tone returns how much of their colour the lines of the lowest layer keep at the drawing's zoom: less where hairlines
// would cover much of the canvas.
func (d *drawing) tone() float64 {
	if !d.scene.dense().large() {
		return 1
	}
	if d.covered == 0 {
		cover := d.scene.dense().spread() * hair * d.camera.Scale / d.f
		d.covered = min(max(lightCover/max(cover, 1e-9), palestAll), 1)
	}
	return d.covered
}

// reach returns how far the ground of a leg reaches beyond it, in pixels, 0 where it is not seen.
func (d *drawing) reach(a *Arrow) float64 {
	glow := a.Glow * d.f
	switch {
	case a.Glow == 0:
		return 0
	case a.Emphasis == Lit && d.scene.loop:
		return max(glow, litGlow*d.camera.Scale)
	case d.scene.layer(a) == layerMain:
		return max(glow, mainGlow*d.camera.Scale)
	case d.slim(a) && d.scene.dense().heaped():
		return 0
	case d.slim(a):
		return thinGlow * d.camera.Scale
	}
	return max(glow, leastGlow*d.camera.Scale)
}

// slim reports whether a leg on a loop has a narrow ground without a rim, or none: it is none of the main ones of many.
func (d *drawing) slim(a *Arrow) bool {
	return a.Glow > 0 && a.Emphasis == Plain && d.scene.layer(a) == layerPlain && d.scene.dense().thinned() && a.Glow*d.f < mainGlow*d.camera.Scale
}

// faintGround is which part of its colour the ground keeps of a leg that hardly any money goes round along.
const faintGround = 0.35

// slimGround is which part of its colour the narrow ground keeps of a leg that is none of the main ones.
const slimGround = 0.9

// loopGround returns the ground of a leg on a loop, by how much money goes round along it.
func (d *drawing) loopGround(loop float64) color.RGBA {
	return Mix(d.style.Background, d.style.Loop, faintGround+(1-faintGround)*loop)
}

// ground returns the colour that lies around a leg: on a loop stronger where more money goes round.
func (d *drawing) ground(a *Arrow) color.RGBA {
	switch {
	case d.slim(a):
		return Mix(d.style.Background, d.style.Loop, slimGround)
	case d.reach(a) == 0:
		return d.style.Background
	case a.Emphasis == Lit && d.scene.loop:
		return d.style.LoopLit
	}
	return d.loopGround(a.Loop)
}
