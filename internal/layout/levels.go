package layout

import "math"

// Levels returns the trophic level of each company: payers stand low, those that the money reaches stand higher, and a
// payment goes up by one as nearly as all payments allow (MacKay, Johnson and Sansom 2020: the solution h of
// (diag(in + out) - W - W') h = in - out). The edges that lead decide alone; the others only order the companies that no
// leading edge ties together. The lowest level of each connected component is 0. Incoherence is the mean squared
// difference from one step over the edges that lead, weighed by money: 0 where everything flows one way, 1 where all money
// goes round.
func Levels(g Graph) (levels []float64, incoherence float64) {
	leading, others := g.leading()
	levels = make([]float64, max(g.N, 0))
	leading.fit(levels, steps{}.components(g.N))
	incoherence = leading.incoherence(levels)
	others.fit(levels, leading.components(g.N))
	for _, companies := range g.adjacent().components() {
		lowest := math.Inf(1)
		for _, i := range companies {
			lowest = min(lowest, levels[i])
		}
		for _, i := range companies {
			levels[i] -= lowest
		}
	}
	return levels, incoherence
}

// steps are edges that want to go up by one level each, and the weight of each wish.
type steps struct {
	edges   [][2]int
	weights []float64
}

// leading splits the edges into those that lead and the others. Where none leads, all do.
func (g Graph) leading() (leading, others steps) {
	for at, edge := range g.Edges {
		switch {
		case !g.valid(edge):
		case g.Lead == nil:
			leading.add(edge, g.weight(at))
		case at < len(g.Lead) && g.Lead[at] > 0:
			leading.add(edge, positive(g.Lead[at]))
		default:
			others.add(edge, g.weight(at))
		}
	}
	if len(leading.edges) == 0 {
		leading, others = others, steps{}
	}
	leading.scale()
	others.scale()
	return leading, others
}

func (s *steps) add(edge [2]int, weight float64) {
	s.edges, s.weights = append(s.edges, edge), append(s.weights, weight)
}

// scale makes the greatest weight 1. A deal without a number still says who pays whom.
func (s *steps) scale() {
	most := 0.0
	for _, weight := range s.weights {
		most = max(most, weight)
	}
	for at := range s.weights {
		s.weights[at] = max(s.weights[at]/max(most, 1e-300), 1e-6)
	}
}

// fit moves each of the components up or down as a whole, so that the steps between them go up by one as nearly as
// can be.
func (s steps) fit(levels []float64, component []int) {
	count := 0
	for _, c := range component {
		count = max(count, c+1)
	}
	total, net := make([]float64, count), make([]float64, count)
	var joined steps
	for at, edge := range s.edges {
		from, to, weight := component[edge[0]], component[edge[1]], s.weights[at]
		if from == to {
			continue
		}
		wish := weight * (1 - levels[edge[1]] + levels[edge[0]])
		total[from] += weight
		total[to] += weight
		net[from] -= wish
		net[to] += wish
		joined.add([2]int{from, to}, weight)
	}
	moves := conjugate(joined.edges, joined.weights, total, net)
	for i, c := range component {
		levels[i] += moves[c]
	}
}

// components returns for each of n companies the number of the connected component of the steps that it belongs to.
func (s steps) components(n int) []int {
	component := make([]int, max(n, 0))
	for at, companies := range (Graph{N: n, Edges: s.edges}).adjacent().components() {
		for _, i := range companies {
			component[i] = at
		}
	}
	return component
}

// incoherence returns the mean squared difference of the steps from one level, by weight.
func (s steps) incoherence(levels []float64) float64 {
	sum, off := 0.0, 0.0
	for at, edge := range s.edges {
		miss := levels[edge[1]] - levels[edge[0]] - 1
		sum += s.weights[at]
		off += s.weights[at] * miss * miss
	}
	if sum == 0 {
		return 0
	}
	return off / sum
}

// conjugate solves the equation of Levels by conjugate gradients, with the diagonal as preconditioner. The matrix is
// singular (a constant on each component changes nothing) and the right side is orthogonal to that, so it converges.
func conjugate(edges [][2]int, weights, total, net []float64) []float64 {
	n := len(total)
	solution, residual, direction, image := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	scaled := func(i int) float64 {
		if total[i] == 0 {
			return 0
		}
		return residual[i] / total[i]
	}
	rho := 0.0
	for i := range n {
		residual[i] = net[i]
		direction[i] = scaled(i)
		rho += residual[i] * direction[i]
	}
	first := rho
	for step := 0; step < 4*n+50 && rho > 1e-24*first && rho > 0; step++ {
		for i := range n {
			image[i] = total[i] * direction[i]
		}
		for at, edge := range edges {
			image[edge[0]] -= weights[at] * direction[edge[1]]
			image[edge[1]] -= weights[at] * direction[edge[0]]
		}
		curve := 0.0
		for i := range n {
			curve += direction[i] * image[i]
		}
		if curve <= 0 {
			break
		}
		next := 0.0
		for i := range n {
			solution[i] += rho / curve * direction[i]
			residual[i] -= rho / curve * image[i]
			next += residual[i] * scaled(i)
		}
		for i := range n {
			direction[i] = scaled(i) + next/rho*direction[i]
		}
		rho = next
	}
	return solution
}
