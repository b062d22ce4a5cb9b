package picture

import (
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// shape is the outline of a role around the origin, with the area of a circle of radius 1.
type shape struct {
	path    []layout.Curve       // closed
	polygon []layout.Point       // the same outline in short straight pieces
	inside  float64              // radius of the largest circle around the origin that fits into it
	outside float64              // radius of the smallest circle around the origin that it fits into
	extent  Rect                 // the upright rectangle around it
	round   bool                 // it is the circle itself
	sectors [sectorCount][]int32 // of each part of the way around the origin, the pieces that it sees
}

// circleShape is the outline of badges as well as of AI labs.
var circleShape = circle()

// shapes holds the outline of every role.
var shapes = map[deal.Role]*shape{
	deal.RoleLab:        circleShape,
	deal.RoleCloud:      rounded(regular(4, math.Pi/4), 0.3),
	deal.RoleChips:      rounded(regular(6, 0), 0.16),
	deal.RoleInvestor:   rounded(regular(4, 0), 0.16),
	deal.RoleDataCentre: rounded(regular(3, -math.Pi/2), 0.26),
	deal.RoleOther:      rounded(regular(5, math.Pi/2), 0.24),
}

// smallShapes holds the outlines with which roles are drawn so small that round corners would make circles of all of them. They
// are nowhere half a pixel off the others.
var smallShapes = map[deal.Role]*shape{
	deal.RoleLab:        circleShape,
	deal.RoleCloud:      rounded(regular(4, math.Pi/4), 0.16),
	deal.RoleChips:      rounded(flattened(regular(6, 0), 1.06), 0.04),
	deal.RoleInvestor:   rounded(regular(4, 0), 0.05),
	deal.RoleDataCentre: rounded(regular(3, -math.Pi/2), 0.17),
	deal.RoleOther:      rounded(regular(5, math.Pi/2), 0.12),
}

// smallShape is the radius below which a company is drawn with the small outline of its role, in pixels at scale 1.
const smallShape = 5.2

// shapeDrawn returns the outline of a role with which it is drawn with a radius in pixels at scale 1.
func shapeDrawn(role deal.Role, radius float64) *shape {
	if s, ok := smallShapes[role]; ok && radius < smallShape {
		return s
	}
	return shapeOf(role)
}

// flattened returns the corners of a polygon that is as much wider as it is lower.
func flattened(corners []layout.Point, by float64) []layout.Point {
	for i := range corners {
		corners[i].X *= by
		corners[i].Y /= by
	}
	return corners
}

func shapeOf(role deal.Role) *shape {
	if s, ok := shapes[role]; ok {
		return s
	}
	return shapes[deal.RoleOther]
}

// regular returns the corners of a regular polygon, the first at the given angle.
func regular(corners int, first float64) []layout.Point {
	points := make([]layout.Point, corners)
	for i := range points {
		sin, cos := math.Sincos(first + 2*math.Pi*float64(i)/float64(corners))
		points[i] = layout.Point{X: cos, Y: sin}
	}
	return points
}

// circle returns the circle as eight arcs, which are exact to a millionth of the radius.
func circle() *shape {
	const arcs = 8
	handle := 4.0 / 3 * math.Tan(math.Pi/arcs/2)
	var path []layout.Curve
	corners := regular(arcs, 0)
	for i, from := range corners {
		to := corners[(i+1)%arcs]
		path = append(path, layout.Curve{
			From: from, C1: plus(from, times(left(from), -handle)), C2: plus(to, times(left(to), handle)), To: to,
		})
	}
	s := sized(path)
	s.round = true
	return s
}

// rounded returns the polygon with each corner replaced by an arc that begins at the given part of its sides.
func rounded(corners []layout.Point, part float64) *shape {
	var path []layout.Curve
	count := len(corners)
	for i, corner := range corners {
		before, after := corners[(i+count-1)%count], corners[(i+1)%count]
		from, to := between(corner, before, part), between(corner, after, part)
		path = append(path,
			layout.Curve{From: from, C1: between(from, corner, 0.6), C2: between(to, corner, 0.6), To: to},
			straight(to, between(after, corner, part)))
	}
	return sized(path)
}

// sized scales an outline to the area of the unit circle and measures it.
func sized(path []layout.Curve) *shape {
	polygon := flatten(path, 16)
	area := 0.0
	for i, p := range polygon {
		q := polygon[(i+1)%len(polygon)]
		area += (p.X*q.Y - q.X*p.Y) / 2
	}
	factor := math.Sqrt(math.Pi / math.Abs(area))
	s := &shape{path: make([]layout.Curve, len(path)), polygon: polygon, inside: math.Inf(1), extent: nowhere()}
	for i, c := range path {
		s.path[i] = layout.Curve{From: times(c.From, factor), C1: times(c.C1, factor), C2: times(c.C2, factor), To: times(c.To, factor)}
	}
	for i := range polygon {
		polygon[i] = times(polygon[i], factor)
	}
	for i, p := range polygon {
		s.inside = min(s.inside, nearSegment(layout.Point{}, p, polygon[(i+1)%len(polygon)]))
		s.outside = max(s.outside, length(p))
		s.extent = s.extent.with(p)
	}
	s.look()
	return s
}

// sectorCount is into how many parts the way around a shape is cut.
const sectorCount = 64

// sectorOf returns the part of the way around the origin that a direction points to. It grows with the angle, not evenly
// but without trigonometry, which the many ends of a large network would feel.
func sectorOf(d layout.Point) int {
	turn := d.Y / max(math.Abs(d.X)+math.Abs(d.Y), math.SmallestNonzeroFloat64) // as the sine, from -1 to 1
	if d.X < 0 {
		turn = 2 - turn
	} else if d.Y < 0 {
		turn += 4
	}
	return min(max(int(turn*sectorCount/4), 0), sectorCount-1)
}

// look notes which pieces of its outline a shape shows to each sector around the origin.
func (s *shape) look() {
	for i, a := range s.polygon {
		from, to := sectorOf(a), sectorOf(s.polygon[(i+1)%len(s.polygon)])
		if back := (from - to + sectorCount) % sectorCount; back < sectorCount/2 {
			from, to = to, from // the outline runs the other way
		}
		for at := from; ; at = (at + 1) % sectorCount {
			s.sectors[at] = append(s.sectors[at], int32(i))
			if at == to {
				break
			}
		}
	}
}

// flatten returns the corners of a closed outline cut into straight pieces.
func flatten(path []layout.Curve, pieces int) []layout.Point {
	var points []layout.Point
	for _, c := range path {
		if length(plus(minus(c.From, times(c.C1, 2)), c.C2)) < 1e-9 {
			points = append(points, c.From)
			continue
		}
		for i := range pieces {
			points = append(points, c.At(float64(i)/float64(pieces)))
		}
	}
	return points
}

// placed returns the outline around a centre with the area of a circle of the radius.
func (s *shape) placed(centre layout.Point, radius float64) []layout.Curve {
	path := make([]layout.Curve, len(s.path))
	for i, c := range s.path {
		path[i] = layout.Curve{
			From: plus(centre, times(c.From, radius)), C1: plus(centre, times(c.C1, radius)),
			C2: plus(centre, times(c.C2, radius)), To: plus(centre, times(c.To, radius)),
		}
	}
	return path
}

// holds reports whether a point is inside the unit outline.
func (s *shape) holds(p layout.Point) bool {
	away := length(p)
	return away < s.inside || away < s.outside && away < s.rim(p)
}

// rim returns the distance from the origin to the unit outline in the direction.
func (s *shape) rim(direction layout.Point) float64 {
	if s.round {
		return 1
	}
	d := unit(direction)
	for _, i := range s.sectors[sectorOf(d)] {
		a, b := s.polygon[i], s.polygon[(int(i)+1)%len(s.polygon)]
		side := minus(b, a)
		cross := d.X*side.Y - d.Y*side.X
		if math.Abs(cross) < 1e-12 {
			continue
		}
		along := (a.X*side.Y - a.Y*side.X) / cross
		part := (a.X*d.Y - a.Y*d.X) / cross
		if along > 0 && part >= -1e-9 && part <= 1+1e-9 {
			return along
		}
	}
	return 1
}

// near returns the distance of a point from the disc's shape, 0 inside.
func (d *Disc) near(p layout.Point) float64 {
	s := shapeOf(d.Role)
	p = times(minus(p, d.Centre), 1/d.Radius)
	if s.holds(p) {
		return 0
	}
	best := math.Inf(1)
	for i, a := range s.polygon {
		best = min(best, nearSegment(p, a, s.polygon[(i+1)%len(s.polygon)]))
	}
	return best * d.Radius
}

// extent returns the upright rectangle around the disc's shape.
func (d *Disc) extent() Rect {
	unit := shapeOf(d.Role).extent
	return Rect{Low: plus(d.Centre, times(unit.Low, d.Radius)), High: plus(d.Centre, times(unit.High, d.Radius))}
}

// meet returns the curve with its end moved along itself onto the rim of the disc: cut where it enters the
// shape, or carried on towards the centre where it stops short.
func (d *Disc) meet(c layout.Curve) layout.Curve {
	s := shapeOf(d.Role)
	local := func(p layout.Point) layout.Point { return times(minus(p, d.Centre), 1/d.Radius) }
	if !s.holds(local(c.To)) {
		way := minus(c.To, d.Centre)
		to := plus(d.Centre, times(unit(way), s.rim(way)*d.Radius))
		shift := minus(to, c.To)
		c.C2, c.To = plus(c.C2, shift), to
		return c
	}
	outside := func(t float64) float64 {
		p := local(c.At(t))
		return length(p) - s.rim(p)
	}
	const pieces = 64
	inside := outside(1)
	for i := pieces - 1; i >= 0; i-- {
		low := float64(i) / pieces
		off := outside(low)
		if off > 0 {
			before, _ := split(c, crossing(outside, [2]float64{low, off}, [2]float64{low + 1.0/pieces, inside}))
			return before
		}
		inside = off
	}
	return c
}
