package layout

import (
	"cmp"
	"math"
	"slices"
)

// keptRows lets a drawing in levels go on: levels keep their lines, and companies their places on them, unless their level is
// another one now. Levels that come take their height between the others, which make room.
type keptRows struct {
	*drawing
	lines
	rows      []float64             // from the top
	members   map[float64][]int     // companies with deals of each row
	at        map[float64][]float64 // heights of the lines of each row, from the top
	line      []float64             // height of the line on which each company has stood; no number: none of its level
	settled   []int                 // companies that have their place
	drawnAnew []bool                // companies of parts that are wholly new: they are drawn already, but not on these lines
}

// keepLevels puts the companies with deals onto the lines of their levels: those that have stood there where they stood, and
// the others beside them, where there is room nearest to their partners. Companies of parts that are wholly new have been
// drawn already.
func (d *drawing) keepLevels(broken lines, drawnAnew []bool) {
	k := &keptRows{drawing: d, lines: broken, drawnAnew: drawnAnew, members: make(map[float64][]int), at: make(map[float64][]float64), line: make([]float64, d.given.N)}
	for _, companies := range d.parts {
		if len(companies) < 2 {
			continue
		}
		for _, i := range companies {
			if k.line[i] = math.NaN(); d.fixed[i] {
				k.settled = append(k.settled, i)
			}
		}
	}
	k.gather()
	k.own()
	k.stack()
	k.seat()
}

// own gives each row the lines that most of its companies stand on, so that from the top to the bottom no line of a lower
// level stands above one of a higher level, and as few companies as can be have to leave their line.
func (k *keptRows) own() {
	found := k.standing()
	var slots []float64 // rows, each as often as it may have lines
	for _, row := range k.rows {
		for range k.mostLines(row) {
			slots = append(slots, row)
		}
	}
	// most holds how many companies can keep their line, at most, of the first lines and slots.
	most := make([][]int, len(found)+1)
	most[0] = make([]int, len(slots)+1)
	for i, line := range found {
		most[i+1] = make([]int, len(slots)+1)
		for j, row := range slots {
			most[i+1][j+1] = max(most[i][j+1], most[i+1][j])
			stay := 0
			for _, company := range line.companies {
				if k.row[company] == row {
					stay++
				}
			}
			if stay > 0 {
				most[i+1][j+1] = max(most[i+1][j+1], most[i][j]+stay)
			}
		}
	}
	for i, j := len(found), len(slots); i > 0 && j > 0; {
		line, row := found[i-1], slots[j-1]
		switch {
		case most[i][j] == most[i-1][j]:
			i--
		case most[i][j] == most[i][j-1]:
			j--
		default:
			i, j = i-1, j-1
			k.at[row] = append(k.at[row], line.height)
			for _, company := range line.companies {
				if k.row[company] == row {
					k.line[company] = line.height
				}
			}
		}
	}
	for _, heights := range k.at {
		slices.Reverse(heights)
	}
}

// mostLines returns how many lines a row can have: of many companies one keeps a line more than it needs, or it would lose a
// whole line to the last one that leaves it.
func (k *keptRows) mostLines(row float64) int {
	lines := k.count(len(k.members[row]))
	if k.given.N > mostCareful {
		lines++
	}
	return lines
}

// gather finds the companies of each row, and the rows.
func (k *keptRows) gather() {
	clear(k.members)
	for _, companies := range k.parts {
		for _, i := range companies {
			if len(companies) > 1 && !k.fixed[i] {
				k.members[k.row[i]] = append(k.members[k.row[i]], i)
			}
		}
	}
	k.rows = k.rows[:0]
	for row, members := range k.members {
		slices.Sort(members)
		k.rows = append(k.rows, row)
	}
	slices.Sort(k.rows)
}

// standingLine is a height at which companies stand.
type standingLine struct {
	height    float64
	companies []int
}

// standing returns the lines from the top, at which the companies that have a place stand.
func (k *keptRows) standing() (found []standingLine) {
	const together = 2.0 // units
	var placed []int
	for _, row := range k.rows {
		for _, i := range k.members[row] {
			if k.wish.start(i).placed() {
				k.points[i] = k.wish.start(i)
				placed = append(placed, i)
			}
		}
	}
	slices.SortFunc(placed, func(a, b int) int { return cmp.Or(cmp.Compare(k.points[a].Y, k.points[b].Y), a-b) })
	for from := 0; from < len(placed); {
		to := from
		for to < len(placed) && k.points[placed[to]].Y-k.points[placed[from]].Y <= together {
			to++
		}
		found = append(found, standingLine{k.points[placed[(from+to)/2]].Y, placed[from:to]})
		from = to
	}
	return found
}

// stack finds the heights of rows that have no line yet, and moves those below down as far as they need.
func (k *keptRows) stack() {
	gap := k.gaps()
	known := func(at int) bool { return len(k.at[k.rows[at]]) > 0 }
	first := 0
	for first < len(k.rows) && !known(first) {
		first++
	}
	if first == len(k.rows) {
		if first = 0; len(k.rows) > 0 {
			k.raise(0, 0)
		}
	}
	for at := first - 1; at >= 0; at-- {
		k.raise(at, k.top(at+1)-gap(at, at+1)-k.high(at))
	}
	for at := first + 1; at < len(k.rows); at++ {
		least := k.bottom(at-1) + gap(at-1, at)
		if known(at) {
			if down := least - k.top(at); down > 0 {
				k.lower(k.rows[at], down)
			}
			continue
		}
		next, needed := at, least-k.bottom(at-1)
		for ; next < len(k.rows) && !known(next); next++ {
			needed += k.high(next)
			if next+1 < len(k.rows) {
				needed += gap(next, next+1)
			}
		}
		if next < len(k.rows) {
			least += max(k.top(next)-k.bottom(at-1)-needed, 0) / float64(next-at+1)
		}
		k.raise(at, least)
	}
}

// gaps returns what says how far the last line of a row is from the first one of the next, at least.
func (k *keptRows) gaps() func(upper, lower int) float64 {
	const tight = 0.6 // of the room of discs and names: large drawings are drawn smaller, and names stand between those below
	var all []int
	for _, row := range k.rows {
		all = append(all, k.members[row]...)
	}
	above, below := k.reaches(all, k.row)
	old := make([]bool, len(k.rows))
	for at, row := range k.rows {
		old[at] = len(k.at[row]) > 0
	}
	return func(upper, lower int) float64 {
		least := below[k.rows[upper]] + above[k.rows[lower]]
		switch {
		case !old[upper] || !old[lower]:
			least = max(least, lineHeight(k.unit))
			if k.order != nil {
				least = max(least, levelsApart*lineHeight(k.unit))
			}
		case len(all) > mostCareful:
			least *= tight
		}
		return least
	}
}

// top, bottom and high return the heights of the first and the last line of a row, and how far they are apart.
func (k *keptRows) top(at int) float64    { return k.at[k.rows[at]][0] }
func (k *keptRows) bottom(at int) float64 { return k.top(at) + k.high(at) }
func (k *keptRows) high(at int) float64 {
	row := k.rows[at]
	if lines := k.at[row]; len(lines) > 0 {
		return lines[len(lines)-1] - lines[0]
	}
	return float64(k.count(len(k.members[row]))-1) * lineHeight(k.unit)
}

// raise gives a row without lines its lines, the first one at a height.
func (k *keptRows) raise(at int, top float64) {
	row := k.rows[at]
	for line := range k.count(len(k.members[row])) {
		k.at[row] = append(k.at[row], top+float64(line)*lineHeight(k.unit))
	}
}

// lower moves a row with its companies down.
func (k *keptRows) lower(row, by float64) {
	for line := range k.at[row] {
		k.at[row][line] += by
	}
	for _, company := range k.members[row] {
		k.line[company] += by
	}
}

// seat has every company stand on a line of its row: where it stood, or as near to there, or to its partners, as there is
// room.
func (k *keptRows) seat() {
	var stay, come []int
	for _, row := range k.rows {
		for _, i := range k.members[row] {
			if math.IsNaN(k.line[i]) {
				come = append(come, i)
			} else {
				k.points[i].Y = k.line[i]
				stay = append(stay, i)
			}
		}
	}
	slices.SortStableFunc(stay, func(a, b int) int { return cmp.Compare(k.points[a].X, k.points[b].X) })
	for _, i := range stay {
		k.sit(i)
	}
	for _, i := range come {
		lines := k.at[k.row[i]]
		at := k.points[i]
		switch {
		case k.wish.start(i).placed():
		case k.drawnAnew[i]:
			at.Y = lines[0]
		default:
			at = Point{k.besidePartners(i), lines[len(lines)/2]}
		}
		for line, y := range lines {
			if line == 0 || math.Abs(y-at.Y) < math.Abs(k.points[i].Y-at.Y) {
				k.points[i] = Point{at.X, y}
			}
		}
		k.sit(i)
	}
}

// sit moves a company along its line to the nearest place at which it overlaps none of those that sit already.
func (k *keptRows) sit(company int) {
	at, own := k.points[company], k.boxes[company]
	var taken [][2]float64 // where it cannot stand
	for _, i := range k.settled {
		if _, y := overlap(at, k.points[i], own, k.boxes[i]); y > 1e-9 && !own.empty() && !k.boxes[i].empty() {
			taken = append(taken, [2]float64{k.points[i].X - k.boxes[i].left - own.right, k.points[i].X + k.boxes[i].right + own.left})
		}
	}
	free := func(x float64) bool {
		return !slices.ContainsFunc(taken, func(t [2]float64) bool { return x > t[0]+5e-10 && x < t[1]-5e-10 })
	}
	if best := math.Inf(1); !free(at.X) {
		for _, ends := range taken {
			for _, x := range ends {
				if math.Abs(x-at.X) < math.Abs(best-at.X) && free(x) {
					best = x
				}
			}
		}
		k.points[company].X = best
	}
	k.settled = append(k.settled, company)
}

// besidePartners returns the mean of where the company's partners that have a place stand sideways.
func (k *keptRows) besidePartners(company int) float64 {
	sum, count := 0.0, 0.0
	for _, partner := range k.graph.neighbours(company) {
		if at := k.wish.start(int(partner)); at.placed() {
			sum, count = sum+at.X, count+1
		}
	}
	return sum / max(count, 1)
}

// keptBelow returns the companies without deals that need a place: new ones, and those that do not stand below all
// others.
func (d *drawing) keptBelow() (alone []int) {
	bottom, others := math.Inf(-1), 0
	for _, companies := range d.parts {
		for _, i := range companies {
			if len(companies) > 1 && !d.fixed[i] {
				bottom, others = max(bottom, d.points[i].Y+d.boxes[i].down), others+1
			}
		}
	}
	for _, companies := range d.parts {
		i := companies[0]
		if len(companies) > 1 || d.fixed[i] {
			continue
		}
		d.points[i] = d.wish.start(i)
		if !d.points[i].placed() || others > 0 && d.points[i].Y-d.boxes[i].up < bottom-1e-6 {
			d.points[i] = Point{}
			alone = append(alone, i)
		}
	}
	return alone
}
