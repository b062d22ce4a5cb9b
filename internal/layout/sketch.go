package layout

import (
	"math"
	"math/bits"
)

// sketch is a drawing that is being improved company by company. It keeps the line under every edge, and on which
// side of it every company lies, so that what a move changes is known from few operations: around is what judge.total
// says of one company.
type sketch struct {
	*judge
	points []Point
	lines  []line
	rooms  []float64
	words  int      // of a set of edges
	left   []uint64 // a set for each company: the edges whose line has it on the positive side
	away   []uint64 // a set for each company: the edges that do not end at it
	own    []line   // of the company that is looked at, to each neighbour
	ahead  []uint64 // the edges that have the place it is tried at on the positive side
	sides  []uint64 // the companies on the positive side of one of its legs
}

// line is the straight line under an edge: where it begins, its direction and its length.
type line struct {
	from   Point
	dx, dy float64
	length float64
}

func lineOf(from, to Point) line {
	dx, dy := to.X-from.X, to.Y-from.Y
	length := math.Sqrt(dx*dx+dy*dy) + 1e-12
	return line{from, dx / length, dy / length, length}
}

// beside returns how far a point lies from the line, positive on one side and negative on the other.
func (l *line) beside(p Point) float64 { return l.dx*(p.Y-l.from.Y) - l.dy*(p.X-l.from.X) }

func newSketch(judge *judge, points []Point) *sketch {
	words := (len(judge.edges) + 63) / 64
	s := &sketch{
		judge: judge, points: points, lines: make([]line, len(judge.edges)), words: words,
		rooms: make([]float64, judge.n),
		left:  make([]uint64, judge.n*words), away: make([]uint64, judge.n*words),
		ahead: make([]uint64, words), sides: make([]uint64, (judge.n+63)/64),
	}
	for at, edge := range judge.edges {
		s.lines[at] = lineOf(points[edge[0]], points[edge[1]])
	}
	for i := range judge.n {
		s.rooms[i] = judge.room(i)
		s.seeSides(i)
		for at, edge := range judge.edges {
			if int(edge[0]) != i && int(edge[1]) != i {
				s.away[i*words+at/64] |= 1 << (at % 64)
			}
		}
	}
	return s
}

// seeSides finds out on which side of every line the company lies.
func (s *sketch) seeSides(company int) {
	left, p := s.left[company*s.words:(company+1)*s.words], s.points[company]
	for word := range left {
		set := uint64(0)
		for at := 64 * word; at < min(64*word+64, len(s.lines)); at++ {
			set |= math.Float64bits(s.lines[at].beside(p)) >> 63 << (at & 63)
		}
		left[word] = set
	}
}

// move puts a company elsewhere.
func (s *sketch) move(company int, to Point) {
	s.points[company] = to
	for _, at := range s.incident[company] {
		edge := s.edges[at]
		l := lineOf(s.points[edge[0]], s.points[edge[1]])
		s.lines[at] = l
		word, bit := int(at/64), uint64(1)<<(at%64)
		for i, p := range s.points {
			side := &s.left[i*s.words+word]
			*side = *side&^bit | math.Float64bits(l.beside(p))>>63<<(at&63)
		}
	}
	s.seeSides(company)
}

// around returns the part of the total that depends on where the company stands, if it stood at the place. It stops
// adding when the sum is beyond the bound: what is cheap to know comes first.
func (s *sketch) around(company int, place Point, bound float64) float64 {
	sum := s.distances(company, place)
	if sum > bound {
		return sum
	}
	s.own = s.own[:0]
	for _, other := range s.others[company] {
		s.own = append(s.own, lineOf(place, s.points[other]))
	}
	sum += s.fan(company)
	if sum > bound {
		return sum
	}
	room, near := s.rooms[company], 0.0
	for word := range s.words {
		edges, set := s.lines[64*word:min(64*word+64, len(s.lines))], uint64(0)
		away := s.away[company*s.words+word]
		for at := range edges {
			l := &edges[at]
			beside := l.dx*(place.Y-l.from.Y) - l.dy*(place.X-l.from.X)
			set |= math.Float64bits(beside) >> 63 << at
			if math.Abs(beside) < room && away>>(at&63)&1 == 1 {
				near += l.near(place, beside, room)
			}
		}
		s.ahead[word] = set
	}
	sum += s.weigh.pass * near
	for k, other := range s.others[company] {
		if sum > bound {
			return sum
		}
		sum += s.alongOwn(company, int(other), &s.own[k])
	}
	return sum
}

// alongOwn returns the cost of what a leg of the company crosses and passes.
func (s *sketch) alongOwn(company, other int, own *line) float64 {
	near := 0.0
	dx, dy, from := own.dx, own.dy, own.from
	for word := range s.sides {
		set := uint64(0)
		points := s.points[64*word : min(64*word+64, len(s.points))]
		rooms := s.rooms[64*word:][:len(points)]
		for at, p := range points {
			beside := dx*(p.Y-from.Y) - dy*(p.X-from.X)
			set |= math.Float64bits(beside) >> 63 << (at & 63)
			if third := 64*word + at; math.Abs(beside) < rooms[at] && third != company && third != other {
				near += own.near(p, beside, rooms[at])
			}
		}
		s.sides[word] = set
	}
	crossings := 0
	theirs, away, awayOther := s.left[other*s.words:], s.away[company*s.words:], s.away[other*s.words:]
	for word, set := range s.ahead {
		for between := (set ^ theirs[word]) & away[word] & awayOther[word]; between != 0; between &= between - 1 {
			edge := s.edges[64*word+bits.TrailingZeros64(between)]
			crossings += int((s.sides[edge[0]>>6]>>(edge[0]&63) ^ s.sides[edge[1]>>6]>>(edge[1]&63)) & 1)
		}
	}
	return s.weigh.pass*near + s.weigh.crossing*float64(crossings)
}

// near returns how near the point is to the edge between its ends, squared: 0 from the room on, 1 on the edge.
func (l *line) near(p Point, beside, room float64) float64 {
	along := l.dx*(p.X-l.from.X) + l.dy*(p.Y-l.from.Y)
	beyond := max(-along, along-l.length, 0)
	if beyond >= room {
		return 0
	}
	distance := math.Sqrt(beside*beside + beyond*beyond)
	if distance >= room {
		return 0
	}
	near := 1 - distance/room
	return near * near
}

// distances returns the cost of the company's distances to all others, and of what it overlaps.
func (s *sketch) distances(company int, place Point) float64 {
	sum, overlaps := 0.0, 0.0
	nearness, own := s.nearness[company*s.n:], s.boxes[company]
	for other, p := range s.points {
		if other == company {
			continue
		}
		dx, dy := place.X-p.X, place.Y-p.Y
		off := math.Sqrt(dx*dx+dy*dy)*nearness[other] - 1
		sum += off * off
		if !s.bare {
			if x, y := overlap(place, p, own, s.boxes[other]); x > 0 && y > 0 {
				overlaps += 0.2 + min(x, y)
			}
		}
	}
	return s.weigh.stress*sum + s.weigh.overlap*overlaps
}

// fan returns the cost of the angles at the company, and at its neighbours beside the legs to it.
func (s *sketch) fan(company int) float64 {
	sum, even := 0.0, s.narrow[company]
	for k := range s.own {
		a := &s.own[k]
		for j := range k {
			sum += sharp(a.dx*s.own[j].dx+a.dy*s.own[j].dy, even)
		}
		other := s.others[company][k]
		evenThere := s.narrow[other]
		for _, at := range s.incident[other] {
			edge, l := s.edges[at], &s.lines[at]
			cosine := -(a.dx*l.dx + a.dy*l.dy)
			if edge[0] != other {
				cosine = -cosine
			}
			if cosine > evenThere && int(edge[0]) != company && int(edge[1]) != company {
				sum += sharp(cosine, evenThere)
			}
		}
	}
	return s.weigh.angle * sum
}

// sharp returns how much sharper than the even angle an angle is, squared.
func sharp(cosine, even float64) float64 {
	if cosine <= even {
		return 0
	}
	part := (cosine - even) / (1 - even)
	return part * part
}
