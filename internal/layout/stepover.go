package layout

import "math"

// mostBow is the bow of the outermost run that has stepped over to the other side.
const mostBow = 86 * math.Pi / 180

// laid is a fan whose runs have their curves.
type laid struct {
	fan
	bows    []float64
	hit     float64 // how deep its runs pass through other companies
	through int     // how many companies, those of each run
}

// stepOver draws the fans that still pass through a company, and have one the other way, beyond that one on its side
// where that is better: between companies on a circle the way on their own side leads through their neighbours. Of two
// fans only one steps over.
func (d *Obstacles) stepOver(fans []laid, runs []Run, curves []Curve) {
	at := make(map[[2]int]int, len(fans))
	for i := range fans {
		at[[2]int{fans[i].payer, fans[i].payee}] = i
	}
	for i := range fans {
		f := &fans[i]
		back, returned := at[[2]int{f.payee, f.payer}]
		if f.hit == 0 || !returned || len(fans[back].bows) == 0 || fans[back].bows[0] < 0 {
			continue
		}
		bows := f.beyond(fans[back], d.points[f.payer].distance(d.points[f.payee]), min(d.radius(f.payer), d.radius(f.payee)), runs)
		if bows == nil {
			continue
		}
		if drawn, hit, through := d.drawn(f.fan, bows, runs, f.hit); hit < f.hit {
			f.bows, f.hit, f.through = bows, hit, through
			for k, run := range f.runs {
				curves[run] = drawn[k]
			}
		}
	}
}

// beyond returns the bows of the fan on the other side of the straight line, outside the runs that come back there, or
// nothing where there is no room. At the rims, runs lie as close as they must to fit.
func (f fan) beyond(back laid, distance, rim float64, runs []Run) []float64 {
	bow, last := back.bows[len(back.bows)-1], runs[back.runs[len(back.runs)-1]].Width
	bows := make([]float64, len(f.runs))
	for k, run := range f.runs {
		apart := (last+runs[run].Width)/2 + runGap
		room := (mostBow - bow) / float64(len(f.runs)-k)
		if k == 0 {
			// Beside those that come back, twice as much room: they run against each other.
			apart += runGap
		}
		bow = max(bowAt(sagitta(bow, distance)+apart, distance), bow+min(apart/max(rim, 1), room))
		bows[k], last = -bow, runs[run].Width
	}
	if bow > mostBow+1e-9 {
		return nil
	}
	return bows
}

// drawn returns the curves of the fan with these bows, how deep they pass through other companies, and through how many, or
// of the depth at least the bound where it is more.
func (d *Obstacles) drawn(f fan, bows []float64, runs []Run, bound float64) (curves []Curve, hit float64, through int) {
	a, b := d.points[f.payer], d.points[f.payee]
	curves = make([]Curve, len(f.runs))
	for at, run := range f.runs {
		curves[at] = arc(a, b, d.radius(f.payer), d.radius(f.payee), bows[at])
		deep, count := d.hit(curves[at], runs[run], bound-hit)
		hit += deep
		through += count
	}
	return curves, hit, through
}
