package layout

import "math"

// Levels returns the trophic level of each company: payers stand low, those that the money reaches stand higher, and a
// payment goes up by one as nearly as all payments allow (MacKay, Johnson and Sansom 2020: the solution h of
// (diag(in + out) - W - W') h = in - out). The lowest level of each connected component is 0. Incoherence is the mean
// squared difference from one step, weighed by money: 0 where everything flows one way, 1 where all money goes round.
func Levels(g Graph) (levels []float64, incoherence float64) {
	n := max(g.N, 0)
	edges, weights := make([][2]int, 0, len(g.Edges)), make([]float64, 0, len(g.Edges))
	most := 0.0
	for at, edge := range g.Edges {
		if g.valid(edge) {
			edges, weights = append(edges, edge), append(weights, g.weight(at))
			most = max(most, g.weight(at))
		}
	}
	for at := range weights {
		// A deal without a number still says who finances whom.
		weights[at] = max(weights[at]/max(most, 1e-300), 1e-6)
	}
	total, net := make([]float64, n), make([]float64, n)
	for at, edge := range edges {
		total[edge[0]] += weights[at]
		total[edge[1]] += weights[at]
		net[edge[0]] -= weights[at]
		net[edge[1]] += weights[at]
	}
	levels = conjugate(edges, weights, total, net)
	for _, companies := range g.adjacent().components() {
		lowest := math.Inf(1)
		for _, i := range companies {
			lowest = min(lowest, levels[i])
		}
		for _, i := range companies {
			levels[i] -= lowest
		}
	}
	sum, off := 0.0, 0.0
	for at, edge := range edges {
		miss := levels[edge[1]] - levels[edge[0]] - 1
		sum += weights[at]
		off += weights[at] * miss * miss
	}
	if sum == 0 {
		return levels, 0
	}
	return levels, off / sum
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
