package picture

import (
	"math"

	"roundtrip/internal/layout"
)

// enclosure is a ring of money: the way around it as short straight pieces, and what stands in its room.
type enclosure struct {
	around []layout.Point // closed: from centre to centre along the legs
	legs   []pieceOfLeg
	discs  []*Disc // between which the money goes
}

// pieceOfLeg is a straight piece of a leg, with half of its width.
type pieceOfLeg struct {
	from, to layout.Point
	half     float64
}

// legPieces is into how many straight pieces a leg of a ring is cut.
const legPieces = 14

// add appends a leg to what bounds the room.
func (e *enclosure) add(curve layout.Curve, width float64) {
	last := curve.From
	for i := 1; i <= legPieces; i++ {
		next := curve.At(float64(i) / legPieces)
		e.legs = append(e.legs, pieceOfLeg{last, next, width / 2})
		last = next
	}
}

// lead continues the way around along a leg, from the centre of its payer.
func (e *enclosure) lead(payer layout.Point, curve layout.Curve) {
	e.around = append(e.around, payer)
	for i := range legPieces + 1 {
		e.around = append(e.around, curve.At(float64(i)/legPieces))
	}
}

// winding returns how often the way leads around a point, below 0 anticlockwise on the screen.
func (e *enclosure) winding(p layout.Point) int {
	count := 0
	for i, a := range e.around {
		b := e.around[(i+1)%len(e.around)]
		if (a.Y <= p.Y) == (b.Y <= p.Y) {
			continue
		}
		if side := (b.X-a.X)*(p.Y-a.Y) - (p.X-a.X)*(b.Y-a.Y); a.Y <= p.Y && side > 0 {
			count++
		} else if a.Y > p.Y && side < 0 {
			count--
		}
	}
	return count
}

// room returns the radius of the largest free circle around a point that the way leads around;
// below 0 is how far a point outside is from the way.
func (e *enclosure) room(p layout.Point) float64 {
	away := math.Inf(1)
	for _, piece := range e.legs {
		away = min(away, nearSegment(p, piece.from, piece.to)-piece.half)
	}
	if e.winding(p) == 0 {
		return -max(away, 0)
	}
	for _, disc := range e.discs {
		if distance(p, disc.Centre)-shapeOf(disc.Role).outside*disc.Radius < away {
			away = min(away, disc.near(p))
		}
	}
	return away
}

// widest returns the largest circle that lies in the ring between its legs and companies, to a canvas unit, and whether
// the money goes round it clockwise on the screen. It stops looking where the radius is enough.
func (e *enclosure) widest(enough float64) (centre layout.Point, radius float64, clockwise bool) {
	area := nowhere()
	for _, p := range e.around {
		area = area.with(p)
	}
	size := area.Size()
	side := max(min(size.Width, size.Height), max(size.Width, size.Height)/12, 1)
	var cells []layout.Point
	for y := area.Low.Y + side/2; y < area.High.Y+side/2; y += side {
		for x := area.Low.X + side/2; x < area.High.X+side/2; x += side {
			cells = append(cells, layout.Point{X: x, Y: y})
		}
	}
	// A circle cannot grow faster than its centre moves, so that a square whose middle has too little room for its size
	// holds no larger circle (Agafonkin 2016).
	for half := side / 2; len(cells) > 0 && radius < enough && half > 0.25; half /= 2 {
		var next []layout.Point
		rooms := make([]float64, len(cells))
		for i, cell := range cells {
			if rooms[i] = e.room(cell); rooms[i] > radius {
				centre, radius = cell, rooms[i]
			}
		}
		for i, cell := range cells {
			if rooms[i]+half*math.Sqrt2 > radius+0.5 {
				for _, corner := range [...]layout.Point{{X: -1, Y: -1}, {X: 1, Y: -1}, {X: -1, Y: 1}, {X: 1, Y: 1}} {
					next = append(next, plus(cell, times(corner, half/2)))
				}
			}
		}
		cells = next
	}
	return centre, radius, e.winding(centre) > 0
}
