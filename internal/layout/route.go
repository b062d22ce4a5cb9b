package layout

import (
	"cmp"
	"math"
	"slices"
)

// Curve is a cubic Bezier curve.
type Curve struct{ From, C1, C2, To Point }

// At returns the point of the curve at t, from 0 at From to 1 at To.
func (c Curve) At(t float64) Point {
	s := 1 - t
	return c.From.times(s * s * s).plus(c.C1.times(3 * s * s * t)).plus(c.C2.times(3 * s * t * t)).plus(c.To.times(t * t * t))
}

// Run is one line to draw from its payer to its payee.
type Run struct {
	Payer, Payee int
	Width        float64 // of the line, in canvas units
}

// The shape of arcs: angles are between an arc and the straight line where it leaves a company's centre.
const (
	usualBow  = 20 * math.Pi / 180 // of a leg that has its side for itself
	widestBow = 80 * math.Pi / 180
	runGap    = 3.0 // clear canvas between neighbouring arcs
	eye       = 0.5 // half of the room between legs there and back, in radii of the smaller company
	crowded   = 4   // a leg through more companies than this finds no free way by bowing
)

// Route returns how each run is drawn: an arc from rim to rim. Every run bows to its own left, seen from the
// payer, so that a reciprocal pair reads as a ring; runs in the same direction fan out further and further.
// Where an arc would pass through a third company's disc, it bows more or less, as long as a modest change
// helps, and where none does, more at one end than at the other. Runs between companies that do not exist or have no place have all four points in one place.
func (d *Obstacles) Route(runs []Run) []Curve {
	curves, all := d.arcs(runs)
	d.bendAround(all, runs, curves)
	return curves
}

// RouteInHaste is Route without the search for a way around companies that no arc finds, which takes as long as drawing a
// frame where companies are hundreds.
func (d *Obstacles) RouteInHaste(runs []Run) []Curve {
	curves, _ := d.arcs(runs)
	return curves
}

// arcs draws the runs as arcs.
func (d *Obstacles) arcs(runs []Run) (curves []Curve, all []laid) {
	curves = make([]Curve, len(runs))
	fans := fans(d.points, runs)
	all = make([]laid, len(fans))
	AtOnce(len(fans), func(i int) { all[i] = d.route(fans[i], runs, curves) })
	d.stepOver(all, runs, curves)
	return curves, all
}

// fan is the runs from one payer to one payee, in the order in which they lie, innermost first.
type fan struct {
	payer, payee int
	runs         []int
	returned     bool // there are runs the other way
	tight        bool // they lie beside each other in the middle only: where they meet a company, they have to share its rim
}

// fans groups the runs that can be drawn by direction, in the order of payer and payee.
func fans(points []Point, runs []Run) []fan {
	order := make([]int, 0, len(runs))
	for i, run := range runs {
		if run.Payer >= 0 && run.Payer < len(points) && run.Payee >= 0 && run.Payee < len(points) &&
			points[run.Payer].placed() && points[run.Payee].placed() {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(runs[a].Payer, runs[b].Payer), cmp.Compare(runs[a].Payee, runs[b].Payee), cmp.Compare(a, b))
	})
	var list []fan
	for _, at := range order {
		run := runs[at]
		if last := len(list) - 1; last >= 0 && list[last].payer == run.Payer && list[last].payee == run.Payee {
			list[last].runs = append(list[last].runs, at)
			continue
		}
		list = append(list, fan{payer: run.Payer, payee: run.Payee, runs: []int{at}})
	}
	for i := range list {
		_, list[i].returned = slices.BinarySearchFunc(list, [2]int{list[i].payee, list[i].payer}, func(f fan, ends [2]int) int {
			return cmp.Or(cmp.Compare(f.payer, ends[0]), cmp.Compare(f.payee, ends[1]))
		})
	}
	return list
}

// route draws the runs of a fan: with the usual bow when that is free, otherwise with the bow nearest to it
// that passes through the fewest other companies. Several that find no free way so lie closer to each other.
func (d *Obstacles) route(f fan, runs []Run, curves []Curve) laid {
	a, b := d.points[f.payer], d.points[f.payee]
	best := laid{fan: f, hit: math.Inf(1)}
	if a.distance(b) <= d.radius(f.payer)+d.radius(f.payee)+1 {
		for at, run := range f.runs {
			curves[run] = around(a, b, d.radius(f.payer), d.radius(f.payee), at)
		}
		best.hit = 0
		return best
	}
	for _, tight := range [...]bool{false, true} {
		f.tight = tight
		if tight && len(f.runs) == 1 {
			break
		}
		for _, turn := range f.turns() {
			bows := f.bows(usualBow+turn, a.distance(b), min(d.radius(f.payer), d.radius(f.payee)), runs)
			drawn, hit, through := d.drawn(f, bows, runs, best.hit)
			if hit < best.hit {
				best = laid{f, bows, hit, through}
				for at, run := range f.runs {
					curves[run] = drawn[at]
				}
			}
			if hit == 0 || through > crowded*len(f.runs) {
				return best
			}
		}
	}
	return best
}

// turns returns the changes of bow to try, the smallest first. A fan that has both sides to itself may cross to the
// other one; one that has not does so only when nothing else helps (see stepOver).
func (f fan) turns() []float64 {
	const degree = math.Pi / 180
	list := []float64{0, 8 * degree, -8 * degree, 16 * degree, -12 * degree, 24 * degree, 32 * degree}
	if !f.returned {
		list = append(list, -20*degree, -30*degree, -40*degree, -50*degree)
	}
	return list
}

// bows returns the angle of each run of the fan, the innermost with the given one, the others far enough out
// that lines as wide as these lie beside each other in the middle and, as far as the rim has room, at the ends.
func (f fan) bows(inner, distance, rim float64, runs []Run) []float64 {
	side := 1.0
	if inner < 0 {
		side, inner = -1, -inner
	}
	bows := make([]float64, len(f.runs))
	bow := inner
	if f.returned {
		bow = max(bow, bowAt(runs[f.runs[0]].Width/2+max(runGap/2, eye*rim), distance))
	}
	for at, run := range f.runs {
		if at > 0 {
			apart := (runs[f.runs[at-1]].Width+runs[run].Width)/2 + runGap
			middle := bowAt(sagitta(bow, distance)+apart, distance)
			if !f.tight {
				middle = max(middle, bow+min(apart/max(rim, 1), widestBow/float64(len(f.runs)+1)))
			}
			bow = middle
		}
		bows[at] = bow
	}
	if outer := bows[len(bows)-1]; outer > widestBow {
		for at := range bows {
			if outer > inner {
				bows[at] = min(inner, widestBow/2) + (bows[at]-inner)*(widestBow-min(inner, widestBow/2))/(outer-inner)
			}
		}
	}
	for at := range bows {
		bows[at] *= side
	}
	return bows
}

// sagitta returns how far the middle of an arc with this bow is from its chord.
func sagitta(bow, chord float64) float64 { return chord / 2 * math.Tan(bow/2) }

// bowAt returns the bow whose arc has the given sagitta.
func bowAt(sagitta, chord float64) float64 { return 2 * math.Atan(2*sagitta/chord) }

// arc returns the part outside both discs of the circular arc that leaves a to the left of the straight line
// by the angle bow, and runs through the centre b. The discs must not touch.
func arc(a, b Point, ra, rb, bow float64) Curve {
	chord := b.minus(a)
	length := chord.length()
	along := chord.times(1 / length)
	left := Point{along.Y, -along.X}
	if math.Abs(bow) < 1e-3 {
		from, to := a.plus(along.times(ra)), b.minus(along.times(rb))
		return Curve{from, from.towards(to, 1.0/3), from.towards(to, 2.0/3), to}
	}
	circle := length / 2 / math.Sin(bow)
	// A chord of length r from the centre of a disc ends on its rim; it turns the arc by half its angle.
	skipA, skipB := math.Asin(min(1, ra/2/math.Abs(circle))), math.Asin(min(1, rb/2/math.Abs(circle)))
	if bow < 0 {
		skipA, skipB = -skipA, -skipB
	}
	direction := func(angle float64) Point {
		return along.times(math.Cos(angle)).plus(left.times(math.Sin(angle)))
	}
	from := a.plus(direction(bow - skipA).times(ra))
	to := b.minus(direction(-bow + skipB).times(rb))
	sweep := 2*bow - 2*skipA - 2*skipB
	handle := 4.0 / 3 * math.Tan(sweep/4) * circle
	return Curve{
		From: from, C1: from.plus(direction(bow - 2*skipA).times(handle)),
		C2: to.minus(direction(-bow + 2*skipB).times(handle)), To: to,
	}
}

// around returns a loop for a run between discs that touch, overlap or are one and the same: it leaves to one
// side of the line between the centres and comes back on the same side.
func around(a, b Point, ra, rb float64, at int) Curve {
	along := Point{1, 0}
	if length := a.distance(b); length > 0 {
		along = b.minus(a).times(1 / length)
	}
	left := Point{along.Y, -along.X}
	reach := (max(ra, rb) + 12) * (1.6 + 0.5*float64(at))
	out, back := left.times(0.8).minus(along.times(0.6)), left.times(0.8).plus(along.times(0.6))
	from, to := a.plus(out.times(ra)), b.plus(back.times(rb))
	return Curve{from, from.plus(out.times(reach)), to.plus(back.times(reach)), to}
}
