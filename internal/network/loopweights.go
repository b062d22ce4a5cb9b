package network

import (
	"cmp"
	"context"
	"math"
	"slices"
	"time"
)

// The most work, in multiplications, that is spent on weighing loops unless Options says otherwise, the largest
// group of companies, and how many loops are kept.
const (
	weighingWork      = 50_000_000
	weighingCompanies = 2_000
	weighingTop       = 10
	preparingWork     = 10 // for each pair of companies of a group, to make room for their inverse and fill it
)

// weigher divides the circular money of each round between the loops of the network.
type weigher struct {
	*amounts
	top      int
	heaviest []WeightedLoop
	spare    []int // memory of a path that is no longer among the heaviest
	paths    []int // memory for more of them
	longest  int   // the most companies that a path can have
	sum      float64

	rounds []weighedRound
	minor  []float64
	work   int // multiplications left
}

// weighedRound is the circular money of a round and the inverses of its groups' Laplacians.
type weighedRound struct {
	group  []int32 // of each company, or -1
	at     []int32 // the company's number within its group
	groups []weighedGroup
}

type weighedGroup struct {
	size      int
	flow      []float64 // size x size: the circular money between companies of the group
	reference int
	inverse   []float64 // of the Laplacian without row and column of the reference, which are 0
}

func newWeigher(a *amounts, top, work int) *weigher {
	if top <= 0 {
		top = weighingTop
	}
	w := &weigher{amounts: a, top: top, work: work, heaviest: make([]WeightedLoop, 0, min(top, 100)+1)}
	if a.room != nil {
		w.minor, w.rounds = a.room.minor, a.room.rounds[:0]
	}
	return w
}

// done gives memory back for the next weighing.
func (w *weigher) done() {
	if w.room != nil {
		w.room.minor, w.room.rounds = w.minor, w.rounds
	}
}

func (w *weigher) visitAll(ctx context.Context, graph arrows, visit func(path []int) bool) bool {
	search := newLoopSearch(ctx, w.room, Limits{Count: math.MaxInt, Steps: math.MaxInt, Time: time.Hour})
	search.visit = visit
	search.run(graph)
	return !search.stopped()
}

// affordable reports whether weighing all loops of the graph once would stay within the bounds.
func (w *weigher) affordable(ctx context.Context, graph arrows) bool {
	if w.keep == nil {
		return w.affords(ctx, graph)
	}
	known := &w.keep.weighable
	if !known.same(graph, w.work) {
		known.affordable = w.affords(ctx, graph)
		known.note(graph, w.work)
		known.whole = ctx.Err() == nil
	}
	return known.affordable
}

// weighable is whether the loops of the graph that was looked at last can be weighed. It hangs on which flows have
// money, not on how much: for most samples of a simulation it is the same.
type weighable struct {
	first, next []int32
	work        int
	whole       bool // it was looked at to the end
	affordable  bool
}

func (k *weighable) same(graph arrows, work int) bool {
	return k.whole && k.work == work && slices.Equal(k.first, graph.first) && slices.Equal(k.next, graph.next)
}

func (k *weighable) note(graph arrows, work int) {
	k.first, k.next, k.work = append(k.first[:0], graph.first...), append(k.next[:0], graph.next...), work
}

func (w *weigher) affords(ctx context.Context, graph arrows) bool {
	work := w.work
	for _, p := range graph.whole().parts(nil) {
		if p.size() > weighingCompanies {
			return false
		}
	}
	return w.visitAll(ctx, graph, func(path []int) bool {
		work -= weighingCost(len(path))
		return work >= 0
	})
}

// weighingCost returns about how many multiplications it takes to weigh a loop in one round.
func weighingCost(length int) int { return 20 + length*length + length*length*length/3 }

// weighAll weighs every loop of the graph, and reports whether it was allowed to finish: a loop that is there in
// many rounds costs more than affordable could know.
func (w *weigher) weighAll(ctx context.Context, graph arrows) bool {
	w.makeRoom(graph)
	for flow, cents := range w.money {
		if w.payer[flow] == w.payee[flow] && cents > 0 {
			w.note([]int{int(w.payer[flow])}, float64(cents))
		}
	}
	return w.visitAll(ctx, graph, func(path []int) bool {
		w.note(path, w.total(path))
		return w.work >= 0
	})
}

// makeRoom makes the paths of the heaviest loops, and the matrices that weigh them, fit.
func (w *weigher) makeRoom(graph arrows) {
	longest := 1
	for _, p := range graph.whole().parts(nil) {
		longest = max(longest, p.size())
	}
	w.paths = w.room.ints((min(w.top, weighingTop) + 1) * longest)
	w.longest = longest
}

// path returns memory for one more path among the heaviest.
func (w *weigher) path() []int {
	if len(w.paths) < w.longest {
		return nil
	}
	memory := w.paths[:0:w.longest]
	w.paths = w.paths[w.longest:]
	return memory
}

// result returns the heaviest loops in the memory of the results.
func (w *weigher) result() []WeightedLoop {
	for i, loop := range w.heaviest {
		kept := w.keep.ints(len(loop.Path))
		copy(kept, loop.Path)
		w.heaviest[i].Path = kept
	}
	return w.heaviest
}

// total adds up what the loop carries in each round. A loop that is missing in a round does not come back.
func (w *weigher) total(path []int) float64 {
	sum := 0.0
	for i := range w.rounds {
		w.work -= weighingCost(len(path))
		weight := w.weigh(&w.rounds[i], path)
		if weight == 0 {
			break
		}
		sum += weight
	}
	return sum
}

// prepare takes in the circular money of the next round. It reports false when that would take more work than
// there is left: the inverses grow with the square of their groups, and there may be as many rounds as companies.
func (w *weigher) prepare(circular []float64) bool {
	round := weighedRound{group: w.room.int32s(w.companies), at: w.room.int32s(w.companies)}
	for company := range round.group {
		round.group[company] = -1
	}
	parts := w.paying(func(flow int) bool { return circular[flow] > 0 }).whole().parts(nil)
	round.groups = w.room.groups(len(parts))[:0]
	for _, p := range parts {
		for at, company := range p.members {
			round.group[company], round.at[company] = int32(len(round.groups)), int32(at)
		}
		round.groups = append(round.groups, weighedGroup{size: p.size()})
		w.work -= preparingWork * p.size() * p.size()
	}
	if w.work < 0 {
		return false
	}
	for i := range round.groups {
		g := &round.groups[i]
		g.flow = w.room.floats(g.size * g.size)
	}
	for flow, cents := range circular {
		payer, payee := w.payer[flow], w.payee[flow]
		if group := round.group[payer]; group >= 0 && group == round.group[payee] && payer != payee {
			g := &round.groups[group]
			g.flow[int(round.at[payer])*g.size+int(round.at[payee])] = cents
		}
	}
	for i := range round.groups {
		if w.work -= round.groups[i].invert(w.room, w.work); w.work < 0 {
			return false
		}
	}
	w.rounds = append(w.rounds, round)
	return true
}

// invert sets the inverse of L = diag(what each pays) - flows without the reference, the company through which
// most passes, so that money comes by it often and the inverse stays small. What goes to it leaks. It returns
// how many multiplications that takes, and does not begin when they are more than allowed.
func (g *weighedGroup) invert(room *workspace, allowed int) (work int) {
	most := 0.0
	for from := range g.size {
		pays := 0.0
		for _, cents := range g.flow[from*g.size : (from+1)*g.size] {
			pays += cents
		}
		if pays > most {
			g.reference, most = from, pays
		}
	}
	e := eliminations.Get().(*elimination)
	defer eliminations.Put(e)
	e.set(g.size)
	for from := range g.size {
		for to := range g.size {
			cents := g.flow[from*g.size+to]
			switch {
			case from == g.reference:
				e.leak[from] = 1 // keeps its place and touches nothing
			case to == g.reference:
				e.leak[from] += cents
			case cents > 0:
				e.add(int32(from), int32(to), cents)
			}
		}
	}
	e.factor()
	if work = 2 * g.size * len(e.later); work > allowed {
		return work
	}
	g.inverse = room.floats(g.size * g.size)
	column := room.floats(g.size)
	for to := range g.size {
		if to == g.reference {
			continue
		}
		clear(column)
		column[to] = 1
		e.solve(column)
		for from := range g.size {
			if from != g.reference {
				g.inverse[from*g.size+to] = column[from]
			}
		}
	}
	return work
}

// weigh returns what the loop carries. In a Markov chain that moves as the money does, it is how often the
// chain goes round the loop, other loops on the way left out of account: w = product of the loop's flows x
// determinant of the Laplacian without the loop's companies / its determinant without any one company. By
// Jacobi's theorem on complementary minors that quotient is a determinant of the inverse with the loop's rows
// and columns only, once a company of the loop is made the reference.
func (w *weigher) weigh(round *weighedRound, path []int) float64 {
	group := round.group[path[0]]
	if group < 0 {
		return 0
	}
	g, k := &round.groups[group], len(path)-1
	base := int(round.at[path[0]])
	weight := 1.0
	for i, company := range path {
		payee := path[(i+1)%len(path)]
		if round.group[payee] != group || g.flow[int(round.at[company])*g.size+int(round.at[payee])] == 0 {
			return 0
		}
		if int(round.at[company]) == g.reference {
			base = g.reference
		}
	}
	w.minor = resized(w.minor, k*k)
	at := 0
	for _, from := range path {
		i := int(round.at[from])
		if i == base {
			continue
		}
		for _, to := range path {
			if j := int(round.at[to]); j != base {
				w.minor[at] = (g.inverse[i*g.size+j] - g.inverse[base*g.size+j]) -
					(g.inverse[i*g.size+base] - g.inverse[base*g.size+base])
				at++
			}
		}
	}
	for i, company := range path {
		weight *= g.flow[int(round.at[company])*g.size+int(round.at[path[(i+1)%len(path)]])]
		if i < k {
			// The flows are large and the pivots small: together they stay within what a float can hold.
			weight *= eliminateColumn(w.minor, k, i)
		}
	}
	return math.Abs(weight)
}

// eliminateColumn clears the column of the k x k matrix below its diagonal and returns the pivot, the greatest
// element that was left in the column.
func eliminateColumn(matrix []float64, k, column int) float64 {
	best := column
	for i := column + 1; i < k; i++ {
		if math.Abs(matrix[i*k+column]) > math.Abs(matrix[best*k+column]) {
			best = i
		}
	}
	pivot := matrix[best*k+column]
	if pivot == 0 {
		return 0
	}
	if best != column {
		for j := column; j < k; j++ {
			matrix[best*k+j], matrix[column*k+j] = matrix[column*k+j], matrix[best*k+j]
		}
	}
	for i := column + 1; i < k; i++ {
		factor := matrix[i*k+column] / pivot
		if factor == 0 {
			continue
		}
		for j := column + 1; j < k; j++ {
			matrix[i*k+j] -= factor * matrix[column*k+j]
		}
	}
	return pivot
}

// note counts the loop in, and keeps it when it is among the heaviest.
func (w *weigher) note(path []int, weight float64) {
	w.sum += weight
	last := len(w.heaviest) - 1
	if weight == 0 || len(w.heaviest) == w.top && rounded(weight) < rounded(w.heaviest[last].Weight) {
		return
	}
	memory := w.spare
	if memory == nil {
		memory = w.path()
	}
	loop := WeightedLoop{Path: fromSmallest(memory, path), Weight: weight}
	w.spare = nil
	at, _ := slices.BinarySearchFunc(w.heaviest, loop, func(x, y WeightedLoop) int {
		return cmp.Or(cmp.Compare(rounded(y.Weight), rounded(x.Weight)),
			cmp.Compare(len(x.Path), len(y.Path)), slices.Compare(x.Path, y.Path))
	})
	w.heaviest = slices.Insert(w.heaviest, at, loop)
	if len(w.heaviest) > w.top {
		w.spare, w.heaviest = w.heaviest[w.top].Path, w.heaviest[:w.top] // its memory is the next one's
	}
}

// rounded keeps eleven digits, so that weights that differ only by the rounding of floats rank as equal.
func rounded(weight float64) float64 {
	if weight == 0 {
		return 0
	}
	step := math.Pow(10, math.Floor(math.Log10(weight))-10)
	return math.Round(weight/step) * step
}
