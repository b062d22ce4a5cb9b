package layout

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

// drawSparse draws the part with the edges and the distances to a few pivots as terms; each pivot stands for the
// companies that are nearest to it (Ortmann, Klimenta and Brandes 2017, as in Zheng et al. 2018, section 4.2).
func (p *part) drawSparse(ctx context.Context, random *rand.Rand) {
	hub := 0
	for i := range p.graph.size() {
		if p.graph.degree(i) > p.graph.degree(hub) {
			hub = i
		}
	}
	pivots, far := p.graph.pivots(sparsePivots, hub)
	pulls, longest := p.sparsePulls(pivots, far)
	p.scatter(random)
	descendPulls(ctx, p.points, pulls, schedule(fullSteps, longest*longest, p.unit), random)
}

const sparsePivots = 50

// sparsePulls returns the terms of sparse stress, and the longest wanted distance.
func (p *part) sparsePulls(pivots []int32, far [][]int32) ([]pull, float64) {
	n := p.graph.size()
	region := make([]int32, n)
	for i := range n {
		for at := range pivots {
			if far[at][i] < far[region[i]][i] {
				region[i] = int32(at)
			}
		}
	}
	// within[p][h] is how many companies of the pivot's region are at most h hops from it.
	within := make([][]int32, len(pivots))
	for at := range pivots {
		within[at] = make([]int32, slices.Max(far[at])+1)
	}
	for i := range n {
		within[region[i]][far[region[i]][i]]++
	}
	for at := range pivots {
		for h := 1; h < len(within[at]); h++ {
			within[at][h] += within[at][h-1]
		}
	}
	pulls := make([]pull, 0, len(p.graph.to)/2+n*len(pivots))
	for _, edge := range p.graph.edges() {
		pulls = append(pulls, p.pull(edge[0], edge[1], 1, 1, 1))
	}
	number := make([]int32, n)
	for at, pivot := range pivots {
		number[pivot] = int32(at) + 1
	}
	longest := 0.0
	for at, pivot := range pivots {
		for i := range int32(n) {
			h := far[at][i]
			if h <= 1 || number[i] > 0 && number[i] <= int32(at) {
				continue
			}
			share, back := within[at][min(h/2, int32(len(within[at])-1))], int32(0)
			if other := number[i]; other > 0 {
				back = within[other-1][min(h/2, int32(len(within[other-1])-1))]
			}
			term := p.pull(i, pivot, h, share, back)
			longest = max(longest, float64(term.distance))
			pulls = append(pulls, term)
		}
	}
	return pulls, longest
}

// pull returns a term between two companies so many hops apart; a stands for the pull of shareA companies on it.
func (p *part) pull(a, b, hops, shareA, shareB int32) pull {
	wanted := p.wanted(hops, int(a), int(b))
	weight := 1 / (wanted * wanted)
	term := pull{a: a, b: b, distance: float32(wanted), weightA: float32(weight * float64(shareA)), weightB: float32(weight * float64(shareB))}
	if math.IsInf(weight, 0) {
		term.weightA, term.weightB = 0, 0
	}
	return term
}
