package network

import (
	"cmp"
	"math"
	"slices"
)

// returnBounds bounds how much of the money at a company of a group ever comes to another one, the target, over all
// amounts in a box.
//
// What a company passes on depends on what it pays and on what it gets. Were the two independent, the amounts in the
// box would make a Markov decision process with bounds for parameters (R. Givan, S. Leach, T. Dean, "Bounded-parameter
// Markov decision processes", 2000): each company chooses among the amounts that it may pay, and the best that it may
// get. Its extremes are found exactly by improving the choices of all companies until none gets better (R. Howard
// 1960). They bound the true ones, as what one company pays is what another one gets; where the choices agree, so that
// the amounts chosen give the same part, they are the true ones.
//
// Backward, it follows where money has come from instead: what part of all that a company has is the money looked for.
// There each company chooses among the amounts that it may get, and the best that it may pay. Forward nothing is lost
// where companies pay more than they get, backward where they get more than they pay.
type returnBounds struct {
	rows     []boundRow
	solver   *elimination
	backward bool
	greatest bool
	start    int32     // number in the group of the company with the money
	gift     float64   // backward: how much money that is
	part     float64   // backward: of all that the company has, where the choices are as they are
	settled  []bool    // companies of which it is known what part of their money comes to the target
	worth    []float64 // that part: 0 or 1
	chosen   []float64 // the amount of each flow of the network that the choices have taken
	x        []float64 // of each company: the bound forward, the part of what it has backward
	order    []int
	weight   []float64 // scratch: how much each company matters
}

// boundRow is what a company chooses among, forward what it pays and backward what it gets, and what others choose.
type boundRow struct {
	chooses         []boundFlow // from or to companies of the group
	low, high       float64     // what others choose, in cents
	least, most     float64     // what it gets from or pays to companies out of the group
	others, outside []int32     // the flows of these
}

// boundFlow is a flow within the group, and the company at its other end.
type boundFlow struct {
	other, flow, rate int32 // rate is the number of the flow's rate in the solver
	low, high         float64
}

// boundsSteps bounds how often choices are improved. Far fewer suffice; without an end, nothing is claimed.
const boundsSteps = 100

// faintLeak makes sure that money comes to an end, also in a circle that nothing leaves. It makes a part smaller by
// less than can be told.
const faintLeak = 1e-14

// newReturnBounds prepares the bounds of a group of companies.
func (a *amounts) newReturnBounds(group int32, backward bool) *returnBounds {
	count := len(a.groups.companiesOf(group))
	g := &returnBounds{
		solver: new(elimination), backward: backward, rows: make([]boundRow, count),
		chosen: make([]float64, len(a.money)), x: make([]float64, count), weight: make([]float64, count),
	}
	g.solver.set(count)
	for flow := range a.payer {
		chooser, other := a.payer[flow], a.payee[flow]
		if chooser == other {
			continue // what a company pays itself changes nothing
		}
		if backward {
			chooser, other = other, chooser
		}
		from, to := a.groups.number[chooser], a.groups.number[other]
		if a.groups.of[other] == group {
			g.rows[to].others = append(g.rows[to].others, int32(flow))
		}
		switch {
		case a.groups.of[chooser] != group:
		case a.groups.of[other] != group:
			g.rows[from].outside = append(g.rows[from].outside, int32(flow))
		default:
			g.rows[from].chooses = append(g.rows[from].chooses, boundFlow{other: to, flow: int32(flow), rate: int32(len(g.solver.rate))})
			g.solver.add(from, to, 0)
		}
	}
	g.solver.prepare()
	return g
}

// between takes the ends of the flows, in cents.
func (g *returnBounds) between(low, high []float64) {
	for i := range g.rows {
		row := &g.rows[i]
		row.low, row.high, row.least, row.most = 0, 0, 0, 0
		for _, flow := range row.others {
			row.low, row.high = row.low+low[flow], row.high+high[flow]
		}
		for _, flow := range row.outside {
			row.least, row.most = row.least+low[flow], row.most+high[flow]
		}
		for at := range row.chooses {
			choice := &row.chooses[at]
			choice.low, choice.high = low[choice.flow], high[choice.flow]
		}
	}
}

// bound finds the bound, and the choices that reach it, in chosen. It reports false where there is none.
func (g *returnBounds) bound() (float64, bool) {
	g.begin()
	if row := &g.rows[g.start]; g.backward && g.leastThrough(row) == 0 {
		return 0, false // a part of nothing
	}
	for range boundsSteps {
		better := g.choose()
		g.solve()
		if !better {
			return g.value(), true
		}
	}
	return 0, false
}

// leastThrough returns the least that passes through a company.
func (g *returnBounds) leastThrough(row *boundRow) float64 {
	own := g.out(row)
	for _, choice := range row.chooses {
		own += choice.low
	}
	return max(g.in(row), own)
}

// begin sets what is known of the companies.
func (g *returnBounds) begin() {
	clear(g.x)
	if !g.backward {
		copy(g.x, g.worth)
	}
}

// value returns what part of the money comes to the target.
func (g *returnBounds) value() float64 {
	if !g.backward {
		return g.x[g.start]
	}
	sum := 0.0
	for number := range g.weigh() {
		sum += g.x[number] * g.weight[number]
	}
	return min(1, sum/g.gift)
}

// weigh sets and returns how much the x of each company matters to the value.
func (g *returnBounds) weigh() []float64 {
	clear(g.weight)
	if !g.backward {
		g.weight[g.start] = 1
		return g.weight
	}
	for number, settled := range g.settled {
		if !settled || g.worth[number] == 0 {
			continue
		}
		for _, choice := range g.rows[number].chooses {
			if !g.settled[choice.other] {
				g.weight[choice.other] += choice.low
			}
		}
	}
	return g.weight
}

// choose makes the best choice of every company given x, writes its rates into the solver, and reports whether any
// company does better by it.
func (g *returnBounds) choose() (better bool) {
	for number := range g.rows {
		if g.settled[number] {
			g.settle(number)
			continue
		}
		value := g.chooseRow(number)
		g.passOn(number, g.in(&g.rows[number]))
		better = better || math.Abs(value-g.x[number]) > 1e-12*max(1, value)
	}
	return better
}

// settle lets nothing of what a company has go on.
func (g *returnBounds) settle(number int) {
	for _, choice := range g.rows[number].chooses {
		g.solver.rate[choice.rate] = 0
		g.chosen[choice.flow] = choice.low
	}
	g.solver.leak[number] = 1
}

// in and out return what others choose for a company, and what goes in or out of the group, where most or least comes
// to the target.
func (g *returnBounds) in(row *boundRow) float64 {
	if g.greatest {
		return row.low
	}
	return row.high
}

func (g *returnBounds) out(row *boundRow) float64 {
	if g.greatest {
		return row.least
	}
	return row.most
}

// given returns the money that a company has to begin with.
func (g *returnBounds) given(number int) float64 {
	if g.backward && int32(number) == g.start {
		return g.gift
	}
	return 0
}

// chooseRow chooses the amounts of a company: those that most depends on have everything that they may, in turn, as
// long as that helps, and the others the least; or the other way round where the least is looked for.
func (g *returnBounds) chooseRow(number int) float64 {
	row := &g.rows[number]
	g.order = g.order[:0]
	in, sum, back := g.in(row), g.out(row), g.given(number)
	for at, choice := range row.chooses {
		g.order = append(g.order, at)
		g.chosen[choice.flow] = choice.low
		sum, back = sum+choice.low, back+choice.low*g.x[choice.other]
	}
	slices.SortStableFunc(g.order, func(i, j int) int {
		if g.greatest {
			i, j = j, i
		}
		return cmp.Compare(g.x[row.chooses[i].other], g.x[row.chooses[j].other])
	})
	best, raised, last := ratio(back, max(in, sum)), 0, 0.0
	try := func(value float64, count int, amount float64) {
		if g.greatest && value > best*(1+1e-15) || !g.greatest && value < best*(1-1e-15) {
			best, raised, last = value, count, amount
		}
	}
	for step, at := range g.order {
		choice := row.chooses[at]
		more, comes := choice.high-choice.low, g.x[choice.other]
		if g.greatest && sum < in && sum+more > in {
			try(ratio(back+(in-sum)*comes, in), step+1, choice.low+in-sum)
		}
		if math.IsInf(more, 1) {
			try(comes, step+1, choice.high)
			break
		}
		sum, back = sum+more, back+more*comes
		try(ratio(back, max(in, sum)), step+1, choice.high)
	}
	for step, at := range g.order[:raised] {
		choice := row.chooses[at]
		g.chosen[choice.flow] = choice.high
		if step == raised-1 {
			g.chosen[choice.flow] = last
		}
	}
	return best
}

// passOn writes the rates of the amounts chosen into the solver, where others have chosen so much.
func (g *returnBounds) passOn(number int, others float64) {
	row, e := &g.rows[number], g.solver
	own, endless := g.out(row), int32(-1)
	for _, choice := range row.chooses {
		own += g.chosen[choice.flow]
		if math.IsInf(g.chosen[choice.flow], 1) {
			endless = choice.flow
		}
	}
	passed := 0.0
	for _, choice := range row.chooses {
		rate := 0.0
		switch {
		case endless < 0:
			rate = ratio(g.chosen[choice.flow], max(others, own))
		case endless == choice.flow:
			rate = 1
		}
		e.rate[choice.rate] = rate
		passed += rate
	}
	e.leak[number] = max(0, 1-passed) + faintLeak
	if int32(number) == g.start {
		g.part = ratio(g.given(number), max(others, own))
	}
}

// solve finds x for the rates in the solver.
func (g *returnBounds) solve() {
	g.solver.refactor()
	g.begin()
	if g.backward {
		g.x[g.start] = g.part
	}
	g.solver.solve(g.x)
}

// ratio is 0 of nothing and of what has no end.
func ratio(part, whole float64) float64 {
	if whole == 0 || math.IsInf(whole, 1) {
		return 0
	}
	return part / whole
}
