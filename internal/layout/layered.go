package layout

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

// Layered places the companies by who finances whom, where Lead says what is financing: financiers above, those that the
// money reaches below, at the height of their trophic level (see Levels), so that money that flows back is seen to climb. Companies at nearly the same
// level stand in one row, or in a few lines where they are many. Sideways, distances follow the deals as in Stress. Pinned companies stay, and the levels are
// drawn as without them (see ontoPins). With Start given, companies that have a place keep it unless their level is
// another one now.
func Layered(ctx context.Context, g Graph, o Options) []Point {
	d := newDrawing(g, o)
	continues := d.continues()
	if d.pins > 0 && !continues {
		drawn := Layered(ctx, g, o.free())
		d.swapSides(drawn)
		return d.ontoPins(drawn)
	}
	levels, _ := Levels(g)
	broken := newLines(d, levels, continues)
	right, stretch := 0.0, 0.0
	if continues {
		right = d.rightOfPlaced()
	}
	var alone []int
	drawnAnew := make([]bool, d.given.N)
	for at, companies := range d.parts {
		if len(companies) == 1 {
			alone = append(alone, companies[0])
			continue
		}
		if continues && d.anyPlaced(companies) {
			continue
		}
		p := d.part(companies)
		p.drawLevels(ctx, broken.of(companies), &stretch, rand.New(rand.NewPCG(o.Seed, uint64(at))))
		for i, company := range companies {
			d.points[company], drawnAnew[company] = p.points[i], true
		}
		low, high := bounds(d.points, d.boxes, companies)
		for _, company := range companies {
			d.points[company].X += right - low.X
		}
		right += high.X - low.X + 0.6*d.unit
	}
	if continues {
		d.keepLevels(broken, drawnAnew)
		d.underneath(d.keptBelow())
		separateFor(d.points, d.boxes, d.fixed, calm) // companies without deals may still lie on each other
		return d.points
	}
	d.underneath(alone)
	separate(d.points, d.boxes, d.fixed)
	d.toOrigin()
	d.swapSides(d.points)
	return d.points
}

// rightOfPlaced returns where a new part begins beside those that have places.
func (d *drawing) rightOfPlaced() float64 {
	right := math.Inf(-1)
	for _, companies := range d.parts {
		for _, i := range companies {
			if at := d.wish.start(i); at.placed() && len(companies) > 1 {
				right = max(right, at.X+d.boxes[i].right+0.6*d.unit)
			}
		}
	}
	if math.IsInf(right, -1) {
		return 0
	}
	return right
}

func (d *drawing) anyPlaced(companies []int) bool {
	return slices.ContainsFunc(companies, func(i int) bool { return d.wish.start(i).placed() })
}

// underneath puts companies without deals in rows below all others.
func (d *drawing) underneath(alone []int) {
	var others []int
	for i := range d.points {
		if !slices.Contains(alone, i) {
			others = append(others, i)
		}
	}
	s := shelf{aspect: d.wish.aspect(), gap: max(0.35*d.unit, overlapMargin)}
	if len(others) > 0 {
		low, high := bounds(d.points, d.boxes, others)
		s.taken = append(s.taken, rectangle{low, high})
	}
	d.rows(alone, s)
}

// oneRow is by how much of a step levels differ at most that are one row.
const oneRow = 0.2

// Rows returns the levels of the companies, those that differ little made one: each row takes what is within a fifth
// of a step of its mean.
func Rows(levels []float64, companies []int) []float64 {
	order := make([]int, len(companies))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(levels[companies[a]], levels[companies[b]]) })
	rows := make([]float64, len(companies))
	for from := 0; from < len(order); {
		sum, to := 0.0, from
		for to < len(order) {
			level := levels[companies[order[to]]]
			if to > from && level-sum/float64(to-from) > oneRow {
				break
			}
			sum += level
			to++
		}
		for _, i := range order[from:to] {
			rows[i] = sum / float64(to-from)
		}
		from = to
	}
	return rows
}

// drawLevels draws the part with the given rows as heights, several times for small parts, and keeps the drawing with
// the fewest crossings for its stress. Levels are as far apart as stretch says; where it is 0, it is set to what the part
// needs (see heighten).
func (p *part) drawLevels(ctx context.Context, rows []float64, stretch *float64, random *rand.Rand) {
	n := p.graph.size()
	var pulls []pull
	var longest float64
	if n <= mostPairs {
		pairs, far := p.pairs()
		longest = far
		for _, term := range pairs {
			weight := 1 / (term.distance * term.distance)
			pulls = append(pulls, pull{int32(term.a), int32(term.b), term.distance, weight, weight})
		}
	} else {
		pulls, longest = p.sparsePulls(random)
	}
	height := lineHeight(p.unit)
	tries := 1
	if n <= mostCareful {
		tries = 24
	} else {
		p.aspect *= wideLevels
	}
	edges := p.graph.edges()
	var best []Point
	given, chosen, lowest := *stretch, 0.0, math.Inf(1)
	for range tries {
		p.scatter(random)
		for i := range p.points {
			p.points[i].Y = rows[i] * height
		}
		descend(ctx, p.points, terms[pull]{pulls, satisfySideways}, schedule(2*fullSteps, longest*longest, p.unit), random)
		p.separateSideways()
		factor := p.heighten(given)
		if tries == 1 {
			*stretch = p.fill(ctx, pulls, given, random) * factor
			return
		}
		if cost := costSideways(p.points, pulls, edges); cost < lowest {
			best, chosen, lowest = slices.Clone(p.points), factor, cost
		}
	}
	*stretch = chosen
	copy(p.points, best)
}

// costSideways weighs mean stress and the crossings for each edge.
func costSideways(points []Point, pulls []pull, edges [][2]int32) float64 {
	judge := judge{edges: edges}
	crossings, stress := 0, 0.0
	for at, edge := range edges {
		crossings += judge.crossings(points, edge, at)
	}
	for _, term := range pulls {
		off := points[term.a].distance(points[term.b])/float64(term.distance) - 1
		stress += off * off
	}
	return stress/float64(len(pulls)) + 0.2*float64(crossings)/float64(len(edges))
}

// satisfySideways is satisfy for pulls that move companies sideways only.
func satisfySideways(points []Point, pulls []pull, eta float64) {
	for _, p := range pulls {
		a, b := &points[p.a], &points[p.b]
		dx, dy := a.X-b.X, a.Y-b.Y
		wanted := float64(p.distance)
		aside := asideOf(wanted, dy)
		if dx < 0 {
			aside = -aside
		}
		move := 0.5 * (dx - aside)
		a.X -= move * min(1, eta*float64(p.weightA))
		b.X += move * min(1, eta*float64(p.weightB))
	}
}

// separateSideways moves companies apart along their rows, keeping their order, until no boxes overlap. Both pushing
// everything right and pushing everything left keep the order and the distances, so their mean does.
func (p *part) separateSideways() {
	n := p.graph.size()
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p.points[a].X, p.points[b].X) })
	right, left := make([]float64, n), make([]float64, n)
	for at, j := range order {
		right[j] = p.points[j].X
		for _, i := range order[:at] {
			if apart, ok := p.apart(i, j); ok {
				right[j] = max(right[j], right[i]+apart)
			}
		}
	}
	for at := n - 1; at >= 0; at-- {
		i := order[at]
		left[i] = p.points[i].X
		for _, j := range order[at+1:] {
			if apart, ok := p.apart(i, j); ok {
				left[i] = min(left[i], left[j]-apart)
			}
		}
	}
	for i := range p.points {
		p.points[i].X = (left[i] + right[i]) / 2
	}
}

// apart returns how far j must stand to the right of i, when their heights would let them overlap.
func (p *part) apart(i, j int) (float64, bool) {
	a, b := p.boxes[i], p.boxes[j]
	if _, y := overlap(p.points[i], p.points[j], a, b); y <= 0 || a.empty() || b.empty() {
		return 0, false
	}
	return a.right + b.left, true
}
