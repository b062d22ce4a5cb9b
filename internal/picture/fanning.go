package picture

import (
	"cmp"
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// Arcs through the centres of two companies meet a small company so close to each other that their heads would lie on
// each other. So the ends of legs are moved along the rim until each has as much of it as its head is wide; where the rim
// is too short for that, heads are made smaller.

const (
	// mostTurned is how far along the rim an end is moved at most, as an angle: further, and the leg would seem to come
	// from elsewhere.
	mostTurned = 0.7
	// smallestHead is the least part of its size that a head keeps.
	smallestHead = 0.5
	// endGap is the canvas between the ends of neighbours.
	endGap = 1.0
	// fanRounds is how often neighbours push each other aside: a push must get from one side of a crowd to the other.
	fanRounds = 60
)

// legEnd is where a leg meets a company.
type legEnd struct {
	leg     deal.LegID
	arrow   int // its position in Scene.Arrows; -1: it stays as it is, and others make room for it
	atPayee bool
	was     float64 // the angle around the company's centre at which it arrives, at the far end of its head
	angle   float64 // the same after it was pushed aside
	half    float64 // what it takes on each side
	long    float64 // of its head; 0: it has none here
	room    float64 // part of what it needs that it has, up to 1
}

// headSize returns the length of an arrow's head and half of its width. The head is wider than the shaft by a fixed rim,
// so that it reads as a head at every width, and no longer than half of a short arrow.
func (b *builder) headSize(width, length float64) (long, half float64) {
	long, half = headOf(b.widths.crowd, width)
	long = min(long, 0.55*length)
	return long, min(half, 0.8*long+width/2)
}

// headOf returns the same for a long arrow, where discs and lines are as much smaller as among so many.
func headOf(crowd, width float64) (long, half float64) {
	return crowd*6 + 1.15*width, crowd*2.8 + 0.85*width
}

// fanEnds moves the ends of legs apart at every company, and returns by how much the head of each arrow must be smaller.
func (b *builder) fanEnds() (heads []float64) {
	heads = make([]float64, len(b.scene.Arrows))
	for i := range heads {
		heads[i] = 1
	}
	turns := make([][2]float64, len(b.scene.Arrows)) // of each arrow, at its payer and at its payee
	b.scene.ends = b.endsAround()
	layout.AtOnce(len(b.scene.Discs), func(i int) {
		disc, around := &b.scene.Discs[i], b.scene.ends[i]
		if !disc.fan(around) {
			return
		}
		for _, end := range around {
			if end.arrow < 0 {
				continue
			}
			if turn := end.angle - end.was; math.Abs(turn) > 1e-3 {
				at := 0
				if end.atPayee {
					at = 1
				}
				turns[end.arrow][at] = turn
			}
			if end.atPayee {
				heads[end.arrow] = max(end.room, smallestHead)
			}
		}
	})
	layout.AtOnce(len(turns), func(i int) {
		if turns[i] != [2]float64{} {
			b.turnEnds(&b.scene.Arrows[i], turns[i])
		}
	})
	return heads
}

// endsAround returns the ends of legs at each company of the scene.
func (b *builder) endsAround() [][]legEnd {
	count, sum := make([]int, len(b.scene.Discs)), 2*len(b.scene.Arrows)
	for i := range b.scene.Arrows {
		count[b.scene.Arrows[i].payerDisc]++
		count[b.scene.Arrows[i].payeeDisc]++
	}
	for i := range b.scene.Discs {
		count[i] += len(b.staying[b.scene.Discs[i].Company])
		sum += len(b.staying[b.scene.Discs[i].Company])
	}
	all, ends := make([]legEnd, sum), make([][]legEnd, len(b.scene.Discs))
	for i := range ends {
		ends[i], all = append(all[:0:count[i]], b.staying[b.scene.Discs[i].Company]...), all[count[i]:]
	}
	for i := range b.scene.Arrows {
		payer, payee := b.scene.Arrows[i].payerDisc, b.scene.Arrows[i].payeeDisc
		ends[payer] = append(ends[payer], b.endAt(i, false, b.scene.Discs[payer].Centre))
		ends[payee] = append(ends[payee], b.endAt(i, true, b.scene.Discs[payee].Centre))
	}
	return ends
}

// endAt returns the end of an arrow at one of its companies.
func (b *builder) endAt(at int, atPayee bool, centre layout.Point) legEnd {
	arrow := &b.scene.Arrows[at]
	end := legEnd{leg: arrow.Leg, arrow: at, atPayee: atPayee, half: arrow.Width / 2, room: 1}
	length := distance(arrow.Curve.From, arrow.Curve.To)
	long, half := b.headSize(arrow.Width, length)
	part := min(long/max(length, 1), 0.5)
	if atPayee {
		end.half, end.long, part = half, long, 1-part
	}
	away := minus(arrow.Curve.At(part), centre)
	end.was = math.Atan2(away.Y, away.X)
	end.angle = end.was
	return end
}

// needs returns the angle that two neighbouring ends need between them.
func (d *Disc) needs(e, f *legEnd) float64 {
	long := min(e.long, f.long)
	if e.long == 0 || f.long == 0 {
		long = 0.5 * max(e.long, f.long)
	}
	return (e.half + f.half + endGap) / (d.Radius + long)
}

// fan pushes the ends around the company apart, and reports whether there was any need to.
func (d *Disc) fan(ends []legEnd) bool {
	if len(ends) < 2 {
		return false
	}
	slices.SortFunc(ends, func(e, f legEnd) int { return cmp.Or(cmp.Compare(e.was, f.was), cmp.Compare(e.leg, f.leg)) })
	needs, sum, tight := make([]float64, len(ends)), 0.0, false
	for i := range ends {
		needs[i] = d.needs(&ends[i], &ends[(i+1)%len(ends)])
		sum += needs[i]
		tight = tight || gapAfter(ends, i) < needs[i]
	}
	if !tight {
		return false
	}
	part := min(1, 0.98*2*math.Pi/sum)
	for range fanRounds {
		pushed := false
		for i := range ends {
			if short := part*needs[i] - gapAfter(ends, i); short > 1e-3 {
				e, f := &ends[i], &ends[(i+1)%len(ends)]
				e.angle = max(e.angle-short/2, e.was-mostTurned)
				f.angle = min(f.angle+short/2, f.was+mostTurned)
				pushed = true
			}
		}
		if !pushed {
			break
		}
	}
	for i := range ends {
		e, f := &ends[i], &ends[(i+1)%len(ends)]
		room := max(gapAfter(ends, i), 0) / needs[i]
		e.room, f.room = min(e.room, room), min(f.room, room)
	}
	return true
}

// gapAfter returns the angle from an end to the next one around the company.
func gapAfter(ends []legEnd, i int) float64 {
	if i == len(ends)-1 {
		return ends[0].angle + 2*math.Pi - ends[i].angle
	}
	return ends[i+1].angle - ends[i].angle
}

// turnEnd returns the curve with one of its ends moved along the rim of the company by an angle. It goes on meeting the
// rim in the same way.
func (d *Disc) turnEnd(c layout.Curve, atPayee bool, angle float64) layout.Curve {
	if !atPayee {
		return reversed(d.turnEnd(reversed(c), true, angle))
	}
	way := turned(minus(c.To, d.Centre), angle)
	to := plus(d.Centre, times(unit(way), shapeOf(d.Role).rim(way)*d.Radius))
	c.C2 = plus(to, turned(minus(c.C2, c.To), angle))
	c.To = to
	return c
}

// turned returns p turned by an angle, clockwise on a screen whose Y grows downwards.
func turned(p layout.Point, angle float64) layout.Point {
	sin, cos := math.Sincos(angle)
	return layout.Point{X: p.X*cos - p.Y*sin, Y: p.X*sin + p.Y*cos}
}
