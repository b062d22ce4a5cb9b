package layout

import (
	"context"
	"math/rand/v2"
)

// drawSparse draws the part with the edges and the distances to some pivots as terms, as in sparse stress (Ortmann,
// Klimenta and Brandes 2017; Zheng et al. 2018, section 4.2), but with pivots drawn at random that each stand for the
// same number of companies. Deal networks have a few hubs and a small diameter: pivots far apart are all at the rim
// there and stand for nobody, while a random sample leaves the expected pull on every company what it is in full.
func (p *part) drawSparse(ctx context.Context, random *rand.Rand) {
	pulls, longest := p.sparsePulls(random)
	p.scatter(random)
	descend(ctx, p.points, terms[pull]{pulls, satisfyPulls}, schedule(sparseSteps, longest*longest, p.unit*sparseLast), random)
}

const (
	sparseSteps = 20
	sparseTerms = 600_000 // distances to pivots, about
	sparseLast  = 0.1     // the terms weigh much more than single pairs, so that the last steps must be smaller
)

// sparsePulls returns the terms of sparse stress, and the longest wanted distance.
func (p *part) sparsePulls(random *rand.Rand) ([]pull, float64) {
	n := p.graph.size()
	count := min(max(sparseTerms/n, 60), 300, n)
	pulls := make([]pull, 0, len(p.graph.to)/2+n*count)
	for _, edge := range p.graph.edges() {
		pulls = append(pulls, p.pull(edge[0], edge[1], 1, 1, 1))
	}
	longest, share := p.unit, max(n/count, 1)
	var far, queue []int32
	for _, pivot := range random.Perm(n)[:count] {
		far, queue = p.graph.hops(pivot, far, queue)
		for i, hops := range far {
			if hops > 1 {
				term := p.pull(int32(i), int32(pivot), hops, share, 0)
				longest = max(longest, float64(term.distance))
				pulls = append(pulls, term)
			}
		}
	}
	return pulls, longest
}

// pull returns a term between two companies so many hops apart. It moves a as much as shareA companies at b would, and
// b as much as shareB companies at a.
func (p *part) pull(a, b, hops int32, shareA, shareB int) pull {
	wanted := p.wanted(hops, int(a), int(b))
	weight := 1 / (wanted * wanted)
	return pull{a, b, float32(wanted), float32(weight * float64(shareA)), float32(weight * float64(shareB))}
}
