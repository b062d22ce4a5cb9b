package picture

import (
	"math"

	"roundtrip/internal/layout"
)

// flatness is how far a straight piece may be from its curve, in pixels.
const flatness = 0.12

// vertex is a point of a line cut into straight pieces: where it is, which way is left, and how far along.
type vertex struct {
	x, y   float32
	nx, ny float32 // unit vector to the left
	along  float32
}

// stroke adds a line as the outline of the area that it covers.
func (p *imagePen) stroke(s stroke) {
	p.spine = p.flatten(s.Curve, s.Width)
	from := len(p.edges)
	half, hair := float32(s.Width/2), float32(0)
	if s.Width <= thinnest {
		hair = float32(s.Width)
	}
	switch s.Dash {
	case Solid:
		p.line(p.spine, half, hair)
	case Dashed:
		on, off := dashes(s.Part, p.camera.Scale)
		p.dashed(float32(on), float32(off), half, hair)
	case Dotted:
		radius, apart := dots(s.Part, p.camera.Scale)
		hair = p.dotted(float32(radius), float32(apart))
	}
	p.close(from, s.Colour, hair)
}

// dashes returns the length of a dash and of the gap after it, for a line of a width.
func dashes(width, scale float64) (on, off float64) {
	return 5*scale + 1.1*width, 3.5*scale + 0.55*width
}

// dots returns the radius of dots and the distance from one to the next.
func dots(width, scale float64) (radius, apart float64) {
	radius = max(0.62*width, 0.5*scale)
	return radius, 3.6*radius + 1.2*scale
}

// flatten cuts a curve into straight pieces. A wide line needs more of them than its middle does.
func (p *imagePen) flatten(c layout.Curve, width float64) []vertex {
	pieces := steps(c, flatness)
	if width > 8 {
		pieces += 2
	}
	spine := p.spine[:0]
	for i := 0; i <= pieces; i++ {
		t := float64(i) / float64(pieces)
		at, way := c.At(t), slope(c, t)
		long := length(way)
		v := vertex{x: float32(at.X), y: float32(at.Y)}
		if long > 0 {
			v.nx, v.ny = float32(way.Y/long), float32(-way.X/long)
		}
		if i > 0 {
			last := spine[i-1]
			v.along = last.along + float32(math.Hypot(float64(v.x-last.x), float64(v.y-last.y)))
		}
		spine = append(spine, v)
	}
	return spine
}

// line adds a line of straight pieces: its outline, or its middle where it is thin.
func (p *imagePen) line(spine []vertex, half, hair float32) {
	if hair > 0 {
		p.hairline(spine)
	} else {
		p.strip(spine, half)
	}
}

// strip adds the outline of a line of straight pieces: down its left side and back up its right.
func (p *imagePen) strip(spine []vertex, half float32) {
	if len(spine) < 2 {
		return
	}
	first, last := spine[0], spine[len(spine)-1]
	x, y := first.x+first.nx*half, first.y+first.ny*half
	to := func(nextX, nextY float32) {
		p.edges = append(p.edges, edge{x, y, nextX, nextY})
		x, y = nextX, nextY
	}
	for _, v := range spine[1:] {
		to(v.x+v.nx*half, v.y+v.ny*half)
	}
	to(last.x-last.nx*half, last.y-last.ny*half)
	for i := len(spine) - 2; i >= 0; i-- {
		to(spine[i].x-spine[i].nx*half, spine[i].y-spine[i].ny*half)
	}
	to(first.x+first.nx*half, first.y+first.ny*half)
}

// mostDashes bounds how many dashes or dots one line has, however far it reaches outside the picture.
const mostDashes = 2000

// dashed adds the dashes of the line at hand. They are stretched a little so that it begins and ends with one.
func (p *imagePen) dashed(on, off, half, hair float32) {
	spine := p.spine
	total := spine[len(spine)-1].along
	count := min(int(math.Round(float64((total+off)/(on+off)))), mostDashes)
	if count <= 1 {
		p.line(spine, half, hair)
		return
	}
	stretch := total / (float32(count)*(on+off) - off)
	on, off = on*stretch, off*stretch
	at := 1
	var piece [70]vertex
	for i := range count {
		from := float32(i) * (on + off)
		to := from + on
		dash := piece[:0]
		for at < len(spine)-1 && spine[at].along <= from {
			at++
		}
		dash = append(dash, cut(spine[at-1], spine[at], from))
		for at < len(spine)-1 && spine[at].along < to {
			dash = append(dash, spine[at])
			at++
		}
		dash = append(dash, cut(spine[at-1], spine[at], to))
		if p.inSight(dash[0], half+on) {
			p.line(dash, half, hair)
		}
	}
}

// dotted adds the dots of the line at hand. Dots too small to look round are squares of the same area, of which it
// returns the side.
func (p *imagePen) dotted(radius, apart float32) (side float32) {
	if 2*radius <= thinnest {
		side = radius * float32(math.Sqrt(math.Pi))
	}
	spine := p.spine
	total := spine[len(spine)-1].along
	count := min(max(int(total/apart), 1), mostDashes)
	gap := total / float32(count)
	at := 1
	for i := range count {
		along := (float32(i) + 0.5) * gap
		for at < len(spine)-1 && spine[at].along < along {
			at++
		}
		v := cut(spine[at-1], spine[at], along)
		switch {
		case !p.inSight(v, radius):
		case side > 0:
			p.edges = append(p.edges, edge{v.x, v.y, v.x, v.y})
		default:
			p.dot(v.x, v.y, radius)
		}
	}
	return side
}

// inSight reports whether anything within the reach of a vertex is in the picture.
func (p *imagePen) inSight(v vertex, reach float32) bool {
	return v.x > -reach && v.y > -reach && v.x < float32(p.camera.Width)+reach && v.y < float32(p.camera.Height)+reach
}

// cut returns the vertex between two others at a distance along the line.
func cut(a, b vertex, along float32) vertex {
	part := float32(0)
	if b.along > a.along {
		part = min(max((along-a.along)/(b.along-a.along), 0), 1)
	}
	mix := func(x, y float32) float32 { return x + (y-x)*part }
	return vertex{mix(a.x, b.x), mix(a.y, b.y), mix(a.nx, b.nx), mix(a.ny, b.ny), along}
}

// dotCorners are the corners of a circle as a polygon of the same area.
var dotCorners = func() [12]point {
	var corners [12]point
	grow := math.Sqrt(2 * math.Pi / float64(len(corners)) / math.Sin(2*math.Pi/float64(len(corners))))
	for i := range corners {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(len(corners)))
		corners[i] = point{float32(cos * grow), float32(sin * grow)}
	}
	return corners
}()

func (p *imagePen) dot(x, y, radius float32) {
	last := dotCorners[len(dotCorners)-1]
	for _, next := range dotCorners {
		p.edges = append(p.edges, edge{x + last.x*radius, y + last.y*radius, x + next.x*radius, y + next.y*radius})
		last = next
	}
}

// fill adds a closed shape.
func (p *imagePen) fill(o outline) {
	from := len(p.edges)
	for _, c := range o.Path {
		pieces := steps(c, flatness)
		last := c.From
		for i := 1; i <= pieces; i++ {
			next := c.At(float64(i) / float64(pieces))
			p.edges = append(p.edges, edge{float32(last.X), float32(last.Y), float32(next.X), float32(next.Y)})
			last = next
		}
	}
	p.close(from, o.Colour, 0)
}
