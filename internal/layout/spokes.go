package layout

import (
	"cmp"
	"math"
	"slices"
)

// Where one company deals with most of all others, or two do between them, these stand in a heap around it in which the legs
// of the outer ones pass under the inner ones. There they stand on spokes instead, in the order in which distances have put
// them round it: its legs run between the spokes, and each turns to its partner at the end.

// The shape of spokes, lengths in the mean radius of the partners' discs.
const (
	spokesApart    = 7.0  // at their inner ends, and where there are twice as many
	partnersApart  = 1.6  // free between two partners on a spoke, for the legs to the outer one
	spokesRoom     = 1.5  // of room on the spokes for each partner: the outer ends stay free
	besideAnother  = 0.75 // of the way round has spokes where another such company is beside it
	strangers      = 0.5  // how far those who do not deal with it stand further out for each step, in hops
	strangersApart = 7.0  // and how far from each other where there is room
)

// wheel is the spokes around a company.
type wheel struct {
	*part
	middle Point
	stood  []Point // where the companies stood before
	count  int     // of the inner spokes; beyond twice the inner radius there is one more between each two
	radius float64 // of a mean disc
	inner  float64 // where the inner spokes begin
	outer  float64 // how far they reach
	open   float64 // the part of the way round that has spokes
	away   float64 // the angle of the middle of that part
	turn   float64 // the angle of the first spoke, from there
}

// size finds how many spokes there are for the partners.
func (w *wheel) size(partners []int32) {
	along := 0.0
	for _, i := range partners {
		b := w.boxes[i]
		w.radius += w.part.radius[i] / float64(len(partners))
		along += min(b.left+b.right, b.up+b.down) / float64(len(partners))
	}
	w.radius = max(w.radius, 0.08*w.unit)
	along = max(along, 2*w.radius) + partnersApart*w.radius
	// The inner spokes are as long as their distance from the middle, and beyond them are twice as many, twice as long.
	each := 5 * spokesApart * w.radius / (2 * math.Pi * w.open * along)
	w.count = max(int(math.Sqrt(spokesRoom*float64(len(partners))/each)), 6)
	w.inner = float64(w.count) * spokesApart * w.radius / (2 * math.Pi * w.open)
}

// angle returns where the drawing has a company, as seen from the middle.
func (w *wheel) angle(company int32) float64 {
	sin, cos := math.Sincos(-w.away)
	at := w.stood[company].minus(w.middle)
	return math.Atan2(at.X*sin+at.Y*cos, at.X*cos-at.Y*sin)
}

// wedges divides the partners evenly among the inner spokes, in their order round the middle, and turns spokes all the way
// round so that they are nearest to where the partners stand.
func (w *wheel) wedges(partners []int32) [][]int32 {
	order := slices.Clone(partners)
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(w.angle(a), w.angle(b)) })
	wedges, turn := make([][]int32, w.count), Point{}
	for at, i := range order {
		spoke := at * w.count / len(order)
		wedges[spoke] = append(wedges[spoke], i)
		sin, cos := math.Sincos(w.angle(i) - 2*math.Pi*(float64(at)+0.5)/float64(len(order)))
		turn = turn.plus(Point{cos, sin})
	}
	if w.turn = math.Atan2(turn.Y, turn.X); w.open < 1 {
		w.turn = -math.Pi * w.open
	}
	return wedges
}

// fill places the partners of a wedge on its spoke, those that stand near to the middle first, and beyond twice the inner
// radius on the one beside it as well.
func (w *wheel) fill(wedge []int32, at int) {
	step := 2 * math.Pi * w.open / float64(w.count)
	main := spoke{wheel: w, direction: w.away + w.turn + step*(float64(at)+0.25), reach: w.inner}
	beside := spoke{wheel: w, direction: main.direction + step/2, reach: 2 * w.inner}
	w.nearFirst(wedge)
	for len(wedge) > 0 && main.reach < 2*w.inner {
		main.add(wedge[0])
		wedge = wedge[1:]
	}
	aside := func(i int32) float64 { return math.Remainder(w.angle(i)+w.away-main.direction, 2*math.Pi) }
	slices.SortStableFunc(wedge, func(a, b int32) int { return cmp.Compare(aside(a), aside(b)) })
	for half, companies := range [...][]int32{wedge[:len(wedge)/2], wedge[len(wedge)/2:]} {
		w.nearFirst(companies)
		for _, i := range companies {
			if half == 0 {
				main.add(i)
			} else {
				beside.add(i)
			}
		}
	}
}

// nearFirst sorts companies by how far the drawing has them from the middle.
func (w *wheel) nearFirst(companies []int32) {
	slices.SortStableFunc(companies, func(a, b int32) int {
		return cmp.Compare(w.stood[a].distance(w.middle), w.stood[b].distance(w.middle))
	})
}

// spoke is a line of companies away from the middle.
type spoke struct {
	*wheel
	direction float64
	reach     float64 // how far it is filled
	count     int
	last      int32 // the company that stands furthest out
}

// add places a company at the outer end of the spoke.
func (s *spoke) add(company int32) {
	sin, cos := math.Sincos(s.direction)
	if s.count > 0 {
		// Their boxes lie apart where they do in one of the two directions.
		a, b := s.boxes[s.last], s.boxes[company]
		across, down := (a.left+a.right+b.left+b.right)/2, (a.up+a.down+b.up+b.down)/2
		s.reach += min(across/max(math.Abs(cos), 1e-9), down/max(math.Abs(sin), 1e-9)) + partnersApart*s.wheel.radius
	}
	s.points[company] = s.middle.plus(Point{cos, sin}.times(s.reach))
	s.last = company
	s.count++
	s.outer = max(s.outer, s.reach)
}

// others places the companies that do not deal with the one in the middle, in the order of their steps from it, outside the
// spokes, beside those through which they are tied to it: on a circle for each step.
func (w *wheel) others(far, order []int32) {
	for from := 0; from < len(order); {
		to := from
		for to < len(order) && far[order[to]] == far[order[from]] {
			to++
		}
		if steps := far[order[from]]; steps > 1 {
			w.around(order[from:to], far, w.outer+strangers*w.unit*float64(steps-1))
		}
		from = to
	}
}

// around places companies on a circle, each near to its partners that are fewer steps away from the middle, but not beside
// another one as long as there is room.
func (w *wheel) around(companies []int32, far []int32, reach float64) {
	angles, order := make([]float64, len(companies)), make([]int, len(companies))
	for at, i := range companies {
		direction := Point{}
		for _, j := range w.graph.neighbours(int(i)) {
			if far[j] < far[i] {
				direction = direction.plus(w.points[j].minus(w.middle))
			}
		}
		angles[at], order[at] = math.Atan2(direction.Y, direction.X), at
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(angles[a], angles[b]) })
	apart := min(strangersApart*w.radius/reach, 2*math.Pi/float64(len(companies)))
	const rounds = 60
	for range rounds {
		for at, i := range order {
			next, turn := order[(at+1)%len(order)], 0.0
			if at == len(order)-1 {
				turn = 2 * math.Pi
			}
			if lack := apart - (angles[next] + turn - angles[i]); lack > 0 {
				angles[i] -= lack / 2
				angles[next] += lack / 2
			}
		}
	}
	for at, i := range companies {
		sin, cos := math.Sincos(angles[at])
		w.points[i] = w.middle.plus(Point{cos, sin}.times(reach))
	}
}
