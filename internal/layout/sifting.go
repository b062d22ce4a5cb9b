package layout

// way is the way of one company round the circle, past all others. These keep their order meanwhile, so that what the
// company has on either side is counted once, and passing another one costs no more than looking at that one's legs
// and its own, not at every pair of them.
type way struct {
	ring    *ring
	company int
	others  []int // in the order in which they are passed
	place   []int // of each company in others
	before  []int // partners of the company among the others before a place
	length  float64
}

func newWay(r *ring) *way {
	n := len(r.order)
	return &way{ring: r, others: make([]int, n-1), place: make([]int, n), before: make([]int, n)}
}

// begin stands before the first of the others.
func (w *way) begin(company int) {
	r, n := w.ring, len(w.ring.order)
	w.company = company
	for k := range w.others {
		w.others[k] = r.order[(r.at[company]+1+k)%n]
		w.place[w.others[k]] = k
	}
	clear(w.before)
	for _, partner := range r.graph.neighbours(company) {
		w.before[w.place[partner]+1]++
	}
	for k := range w.others {
		w.before[k+1] += w.before[k]
	}
	w.length = w.lengthAt(0)
}

// ahead returns how many places another company is ahead of the one that stands just before a place.
func (w *way) ahead(other, place int) int {
	step := w.place[other] - place
	if step < 0 {
		step += len(w.others)
	}
	return step + 1
}

// short returns the shorter way round of a number of places.
func (w *way) short(step int) float64 { return float64(min(step, len(w.others)+1-step)) }

// lengthAt returns how many places the legs of the company reach from just before a place, weighed by their money.
func (w *way) lengthAt(place int) float64 {
	sum := 0.0
	share := w.ring.share[w.company]
	for k, other := range w.ring.graph.neighbours(w.company) {
		sum += share[k] * w.short(w.ahead(int(other), place))
	}
	return sum
}

// pass goes past the company at a place, and returns by how much the cost of the circle changes.
func (w *way) pass(place int) float64 {
	passed, all := w.others[place], w.before[len(w.others)]
	partners := all - (w.before[place+1] - w.before[place]) // without the one that is passed
	crossings, longer := 0, 0.0
	share := w.ring.share[passed]
	for k, to := range w.ring.graph.neighbours(passed) {
		other := int(to)
		if other == w.company {
			continue
		}
		at := w.place[other]
		nearer := w.before[at] - w.before[place+1]
		if at < place {
			nearer += all
		}
		further := partners - nearer - (w.before[at+1] - w.before[at])
		crossings += further - nearer
		step := w.ahead(other, place)
		longer += share[k] * (w.short(step) - w.short(step-1))
	}
	was := w.length
	w.length = w.lengthAt((place + 1) % len(w.others))
	return float64(crossings) + shortWay*(w.length-was+longer)
}

// stop puts the company where it stands after it has passed so many of the others.
func (w *way) stop(passed int) {
	r, n := w.ring, len(w.ring.order)
	from := r.at[w.company]
	for k, other := range w.others[:passed] {
		r.order[(from+k)%n] = other
		r.at[other] = (from + k) % n
	}
	r.order[(from+passed)%n] = w.company
	r.at[w.company] = (from + passed) % n
}
