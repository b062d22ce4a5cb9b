package layout

import (
	"cmp"
	"math"
	"slices"
)

// bend is how a leg leaves its payer and reaches its payee, as bows: an arc has both alike.
type bend struct{ leave, reach float64 }

// coarse is how many bends there are for each that is tried of a leg through a crowd: either it gets out of it at once, as
// on a circle, or there is no way.
const coarse = 9

// finer are the steps between bends near to the best one that is known.
var finer = [...]float64{6 * math.Pi / 180, 3 * math.Pi / 180, 1.5 * math.Pi / 180}

// bends are the bends to try, those most like the usual arc first.
var bends = func() []bend {
	const degree = math.Pi / 180
	var list []bend
	for leave := -55.0; leave <= 80; leave += 15 {
		for reach := -55.0; reach <= 80; reach += 15 {
			list = append(list, bend{leave * degree, reach * degree})
		}
	}
	off := func(b bend) float64 {
		return math.Abs(b.leave-usualBow) + math.Abs(b.reach-usualBow) + math.Abs(b.leave-b.reach)/2
	}
	slices.SortStableFunc(list, func(a, b bend) int { return cmp.Compare(off(a), off(b)) })
	return list
}()

// bendAround draws the fans that no arc takes past the discs of third companies with one end bowing more than the other,
// as little as helps. Legs the other way keep the side that they have.
func (d *Obstacles) bendAround(fans []laid, runs []Run, curves []Curve) {
	over := make(map[[2]int]bool) // the fans that lie on the side of those that come back
	for i := range fans {
		f := &fans[i]
		over[[2]int{f.payer, f.payee}] = f.returned && len(f.bows) > 0 && f.bows[0] < 0
	}
	AtOnce(len(fans), func(i int) {
		f := &fans[i]
		if f.hit == 0 || over[[2]int{f.payer, f.payee}] || over[[2]int{f.payee, f.payer}] {
			return
		}
		every := 1
		if f.through > crowded*len(f.runs) {
			every = coarse
		}
		d.bendFan(f, every, runs, curves)
	})
}

// bendFan tries one in so many bends for a fan, and then those near to the best.
func (d *Obstacles) bendFan(f *laid, every int, runs []Run, curves []Curve) {
	best, found := bend{}, false
	consider := func(try bend) {
		sameSide := try.leave > 0 && try.reach > 0
		if f.hit == 0 || max(math.Abs(try.leave), math.Abs(try.reach)) > mostBow || f.returned && !sameSide || len(f.runs) > 1 && (try.leave > 0) != (try.reach > 0) {
			return
		}
		if drawn, hit := d.bent(f.fan, try, runs, f.hit); hit < f.hit {
			f.hit, best, found = hit, try, true
			for k, run := range f.runs {
				curves[run] = drawn[k]
			}
		}
	}
	if len(f.bows) == len(f.runs) && len(f.runs) > 0 {
		best, found = bend{f.bows[0], f.bows[0]}, true
	}
	for at := 0; at < len(bends); at += every {
		consider(bends[at])
	}
	for _, step := range finer {
		for middle := best; found && f.hit > 0; middle = best {
			for _, way := range [...]bend{{step, 0}, {-step, 0}, {0, step}, {0, -step}, {step, -step}, {-step, step}} {
				consider(bend{middle.leave + way.leave, middle.reach + way.reach})
			}
			if best == middle {
				break
			}
		}
	}
}

// bent returns the curves of the fan with a bend, and how deep they pass through other companies, or at least the bound
// where that is more.
func (d *Obstacles) bent(f fan, by bend, runs []Run, bound float64) (curves []Curve, hit float64) {
	a, b := d.points[f.payer], d.points[f.payee]
	rim := min(d.radius(f.payer), d.radius(f.payee))
	leave, reach := f.bows(by.leave, a.distance(b), rim, runs), f.bows(by.reach, a.distance(b), rim, runs)
	curves = make([]Curve, len(f.runs))
	for k, run := range f.runs {
		curves[k] = bentCurve(a, b, [2]float64{d.radius(f.payer), d.radius(f.payee)}, bend{leave[k], reach[k]})
		deep, _ := d.hit(curves[k], runs[run], bound-hit)
		hit += deep
	}
	return curves, hit
}

// bentCurve returns a curve between the rims of two discs, straight out of and into their centres.
func bentCurve(a, b Point, radii [2]float64, by bend) Curve {
	chord := b.minus(a)
	along := chord.times(1 / chord.length())
	left := Point{along.Y, -along.X}
	out := along.times(math.Cos(by.leave)).plus(left.times(math.Sin(by.leave)))
	in := along.times(math.Cos(by.reach)).minus(left.times(math.Sin(by.reach)))
	from, to := a.plus(out.times(radii[0])), b.minus(in.times(radii[1]))
	// As long as those of an arc with that bow.
	handle := func(bow float64) float64 {
		half := math.Cos(bow / 2)
		return from.distance(to) / (3 * half * half)
	}
	return Curve{From: from, C1: from.plus(out.times(handle(by.leave))), C2: to.minus(in.times(handle(by.reach))), To: to}
}
