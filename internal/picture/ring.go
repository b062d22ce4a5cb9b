package picture

import (
	"cmp"
	"math"
	"slices"

	"roundtrip/internal/layout"
)

// Where the companies of a loop stand nearly in one line, its legs lie so close to each other that nobody sees a ring. So
// the legs of the loop that is selected bow outwards until there is a free circle between them; where they are too short
// for that, as between neighbours on a large circle, one of them goes far around (see balloon.go).

const (
	// mostOpened is up to how many companies a loop is opened: longer ones seldom lie around anything.
	mostOpened = 6
	// openDisc, openLargest, openSpan and openPicture are the radius of the circle that a ring should have free, in the
	// radius of its smallest company, in that of its largest one, in the distance of its farthest ones, and in the longer
	// side of the picture: smaller, and it is a dot where all of a large network is shown.
	openDisc, openLargest, openSpan, openPicture = 1.0, 0.5, 0.11, 0.022
	// bowStep is by how much legs bow more at each attempt, as an angle, and bowSteps how often.
	bowStep, bowSteps = 10 * math.Pi / 180, 8
)

// side is the legs of a ring from one company to the next.
type side struct {
	payer, payee int   // positions in Network.Companies
	arrows       []int // positions in Scene.Arrows
	widths       []float64
	bow          float64 // to the left, as an angle; to the right below 0
	usual        laidSide
	tried        map[[3]int]laidSide // by side and bows at payer and payee, in steps
}

// laidSide is one way to lead the legs of a side.
type laidSide struct {
	curves []layout.Curve
	under  float64 // how deep they lie under companies that are not theirs
}

// ring is a loop whose legs are being opened.
type ring struct {
	*builder
	sides []side
	discs []*Disc // where each side begins
	span  float64 // the distance of the farthest companies
	all   Rect    // around the places of all companies
}

// ringOf returns the ring of the flows of a loop, in their order, or false where its companies do not all stand apart.
func (b *builder) ringOf(flows []int) (ring, bool) {
	r := ring{builder: b}
	for _, at := range flows {
		flow := &b.Network.Flows[at]
		s := side{payer: flow.Payer, payee: flow.Payee, tried: make(map[[3]int]laidSide)}
		if b.discAt[s.payer] < 0 || b.discAt[s.payee] < 0 {
			return r, false
		}
		b.collect(&s, at)
		disc, next := &b.scene.Discs[b.discAt[s.payer]], &b.scene.Discs[b.discAt[s.payee]]
		chord := minus(next.Centre, disc.Centre)
		if len(s.widths) == 0 || length(chord) <= disc.Radius+next.Radius+1 {
			return r, false
		}
		off := minus(s.usual.curves[0].At(0.5), between(disc.Centre, next.Centre, 0.5))
		toLeft := left(unit(chord))
		s.bow = 2 * math.Atan(2*(off.X*toLeft.X+off.Y*toLeft.Y)/length(chord))
		r.sides, r.discs = append(r.sides, s), append(r.discs, disc)
	}
	for i, disc := range r.discs {
		for _, other := range r.discs[:i] {
			r.span = max(r.span, distance(disc.Centre, other.Centre))
		}
	}
	r.all = nowhere()
	for _, place := range b.places {
		if onCanvas(place) {
			r.all = r.all.with(place)
		}
	}
	return r, len(r.sides) > 1
}

// collect gives a side the legs of its flow.
func (b *builder) collect(s *side, flow int) {
	for i := range b.scene.Arrows {
		if arrow := &b.scene.Arrows[i]; b.flowOf[i] == flow {
			s.arrows, s.widths = append(s.arrows, i), append(s.widths, arrow.Width)
			s.usual.curves = append(s.usual.curves, arrow.Curve)
			s.usual.under += b.passesUnder(arrow, arrow.Curve)
		}
	}
}

// enough returns the radius of the circle that the ring should have free.
func (r *ring) enough() float64 {
	smallest, largest := math.Inf(1), 0.0
	for _, disc := range r.discs {
		smallest, largest = min(smallest, disc.Radius), max(largest, disc.Radius)
	}
	across := r.all.Size()
	return max(openDisc*smallest, openLargest*largest, openSpan*r.span, openPicture*max(across.Width, across.Height))
}

// openRing bows the legs of a loop outwards, as little as it takes to see a ring, and none where one is seen already.
func (b *builder) openRing(flows []int) {
	r, ok := b.ringOf(flows)
	if !ok || len(flows) < len(b.Selection.Loop) {
		return
	}
	usual := make([]laidSide, len(r.sides))
	for i := range r.sides {
		usual[i] = r.sides[i].usual
	}
	b.scene.ring = r.enclosed(usual)
	if len(flows) > mostOpened || b.Ring != nil {
		return
	}
	best, least := usual, r.flaws(usual)
	if least == 0 {
		return
	}
	for step := 1; step <= bowSteps && float64(step)*bowCost < least; step++ {
		for _, toLeft := range [...]float64{1, -1} {
			laid := make([]laidSide, len(r.sides))
			for i := range r.sides {
				laid[i] = r.bowed(&r.sides[i], step, toLeft)
			}
			if flaws := float64(step)*bowCost + r.flaws(laid); flaws < least {
				best, least = laid, flaws
			}
		}
	}
	best, least = r.uncrossed(best, least)
	best = r.roundOnce(r.farAround(usual, best, least))
	b.scene.ring = r.enclosed(best)
	for i := range best {
		for k, at := range r.sides[i].arrows {
			b.move(at, best[i].curves[k])
		}
	}
}

// move gives an arrow another curve than the usual one.
func (b *builder) move(at int, curve layout.Curve) {
	arrow := &b.scene.Arrows[at]
	if arrow.Curve == curve {
		return
	}
	arrow.usual, arrow.Curve = usualWay{arrow.Curve, arrow.Shaft, arrow.Head}, curve
	b.shapeArrow(arrow, 1)
	for i := range b.scene.Ghosts {
		if ghost := &b.scene.Ghosts[i]; ghost.Leg == arrow.Leg && !ghost.Gone {
			ghost.Curve = arrow.Shaft
		}
	}
	for _, disc := range [...]int{arrow.payerDisc, arrow.payeeDisc} {
		for i := range b.scene.ends[disc] {
			if end := &b.scene.ends[disc][i]; end.arrow == at {
				*end = b.endAt(at, end.atPayee, b.scene.Discs[disc].Centre)
			}
		}
	}
}

const (
	// bowCost is what each step of bowing costs, so that no leg bows more than it must.
	bowCost = 0.3
	// narrowCost is what a ring costs in which there is no free circle at all, less where there is a small one.
	narrowCost = 12.0
	// crossCost is what it costs that legs of a ring cross, tightCost that a head lies on another leg of it.
	crossCost, tightCost = 5.0, 3.0
	// underCost is what each canvas unit costs that a leg lies under a company.
	underCost = 0.12
)

// flaws returns how badly legs that lie like this are read as a ring: 0 is well.
func (r *ring) flaws(laid []laidSide) float64 { return r.tangled(laid) + r.narrow(laid) }

// tangled returns how badly legs that lie like this keep off each other and off companies.
func (r *ring) tangled(laid []laidSide) float64 {
	sum := 0.0
	for i := range laid {
		sum += underCost * laid[i].under
		for k := range i {
			if crosses(laid[i].curves[0], laid[k].curves[0]) {
				sum += crossCost
			}
		}
		sum += tightCost * r.tight(i, laid)
	}
	return sum
}

// narrow returns how badly legs that lie like this lead around a free circle.
func (r *ring) narrow(laid []laidSide) float64 {
	sum, enough, e := 0.0, r.enough(), r.enclosed(laid)
	centre, radius, _ := e.widest(enough)
	if radius < enough {
		sum += narrowCost * (1 - radius/enough)
	}
	if times := e.winding(centre); times < -1 || times > 1 {
		sum += twiceCost
	}
	return sum
}

// enclosed returns what legs that lie like this go around.
func (r *ring) enclosed(laid []laidSide) enclosure {
	e := enclosure{discs: r.discs}
	for i := range laid {
		e.lead(r.discs[i].Centre, laid[i].curves[0])
		for k, curve := range laid[i].curves {
			e.add(curve, r.sides[i].widths[k])
		}
	}
	return e
}

// tight returns which part of the room that they need the legs of a side lack to those of the next one, where they meet.
func (r *ring) tight(i int, laid []laidSide) float64 {
	next, most := (i+1)%len(laid), 0.0
	for k, curve := range laid[i].curves {
		_, half := r.headSize(r.sides[i].widths[k], curveLength(curve))
		for m, other := range laid[next].curves {
			needed := half + r.sides[next].widths[m]/2 + endGap
			most = max(most, 1-distance(curve.To, other.From)/needed)
		}
	}
	return most
}

// crosses reports whether two curves cross.
func crosses(a, b layout.Curve) bool {
	const pieces = 12
	turn := func(p, q, at layout.Point) bool { return (q.X-p.X)*(at.Y-p.Y)-(q.Y-p.Y)*(at.X-p.X) > 0 }
	last := a.From
	for i := 1; i <= pieces; i++ {
		next, other := a.At(float64(i)/pieces), b.From
		for j := 1; j <= pieces; j++ {
			then := b.At(float64(j) / pieces)
			if turn(last, next, other) != turn(last, next, then) && turn(other, then, last) != turn(other, then, next) {
				return true
			}
			other = then
		}
		last = next
	}
	return false
}

// bowed returns the legs of a side with a bow of at least so many steps to the left, or to the right where that is -1: as
// they are where they bow so far, otherwise by as little more as leads them past other companies.
func (r *ring) bowed(s *side, least int, toLeft float64) laidSide {
	if toLeft*s.bow >= float64(least)*bowStep && s.usual.under == 0 {
		return s.usual
	}
	best, worth := laidSide{}, math.Inf(1)
	for _, try := range outward[:r.patience()] {
		leave, reach := least+try[0], least+try[1]
		if leave > bowSteps || reach > bowSteps {
			continue
		}
		laid := r.laid(s, [3]int{int(toLeft), leave, reach})
		if laid.curves == nil {
			continue
		}
		if cost := underCost*laid.under + bowCost*float64(try[0]+try[1])/2; cost < worth {
			best, worth = laid, cost
		}
		if laid.under == 0 {
			break
		}
	}
	if best.curves == nil {
		return s.usual
	}
	return best
}

// outward are by how many steps legs may bow more than they must at their payer and their payee, the least first.
var outward = func() [][2]int {
	var list [][2]int
	for leave := range bowSteps {
		for reach := range bowSteps {
			list = append(list, [2]int{leave, reach})
		}
	}
	uneven := func(t [2]int) int { return 2*(t[0]+t[1]) + max(t[0]-t[1], t[1]-t[0]) }
	slices.SortStableFunc(list, func(a, b [2]int) int { return cmp.Compare(uneven(a), uneven(b)) })
	return list
}()

// fewCompanies is up to how many companies there usually is a free way for a leg.
const fewCompanies = 100

// patience returns how many ways around other companies are looked at: among many there is seldom a free one.
func (r *ring) patience() int {
	if len(r.places) > fewCompanies {
		return 4
	}
	return len(outward)
}

// laid returns the legs of a side with bows: left or right, and in steps at payer and payee.
func (r *ring) laid(s *side, bows [3]int) laidSide {
	if laid, ok := s.tried[bows]; ok {
		return laid
	}
	centres := [2]layout.Point{r.places[s.payer], r.places[s.payee]}
	toLeft := bowStep * float64(bows[0])
	laid := laidSide{curves: layout.Bowed(centres, [2]float64{r.radii[s.payer], r.radii[s.payee]}, s.widths, toLeft*float64(bows[1]), toLeft*float64(bows[2]))}
	r.settle(s, &laid)
	s.tried[bows] = laid
	return laid
}
