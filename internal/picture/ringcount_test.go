package picture

import "math"

// Ring is what a reader sees of a loop.
type Ring struct {
	Room     float64 // radius of the largest circle between its legs and companies
	Needed   float64 // what that should be: the smallest company's, half of the largest one's, a ninth of the way across, a fiftieth of the picture
	Smallest float64 // radius of its smallest company
	Around   bool    // the money goes round the circle once, one way
	Crossing int     // pairs of its legs that cross
}

// RingOf measures the loop through companies, which are given by their positions in the network.
func RingOf(s *Scene, path []int) Ring {
	e, ring, legs := enclosure{}, Ring{}, []Arrow(nil)
	discs := make(map[int]*Disc)
	for i := range s.Discs {
		discs[s.Discs[i].Index] = &s.Discs[i]
	}
	smallest, largest, span := math.Inf(1), 0.0, 0.0
	for i, payer := range path {
		payee, inner := path[(i+1)%len(path)], Arrow{}
		for _, a := range s.Arrows {
			if a.Payer != payer || a.Payee != payee {
				continue
			}
			e.add(a.Curve, a.Width)
			for _, leg := range legs {
				if (leg.Payer != payer || leg.Payee != payee) && crosses(leg.Curve, a.Curve) {
					ring.Crossing++
				}
			}
			if legs = append(legs, a); inner.Leg == 0 || a.Leg < inner.Leg {
				inner = a
			}
		}
		disc := discs[payer]
		e.lead(disc.Centre, inner.Curve)
		e.discs = append(e.discs, disc)
		smallest, largest = min(smallest, disc.Radius), max(largest, disc.Radius)
		for _, other := range e.discs {
			span = max(span, distance(disc.Centre, other.Centre))
		}
	}
	all := nowhere()
	for i := range s.Discs {
		all = all.with(s.Discs[i].Centre)
	}
	ring.Smallest, ring.Needed = smallest, max(smallest, largest/2, span/9, max(all.Size().Width, all.Size().Height)/50)
	centre, room, _ := e.widest(math.Inf(1))
	ring.Room = room
	times := e.winding(centre)
	ring.Around = times == 1 || times == -1
	return ring
}
