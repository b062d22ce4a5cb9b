package network

// degrees keeps companies by how many neighbours they have, in a ring for each number, so that one with the
// fewest is found at once.
type degrees struct {
	n          int32
	next, prev []int32 // rings of companies; n+k is the head of the ring of those with k neighbours
	least      int32
}

// set begins with rings for up to n companies, all empty.
func (d *degrees) set(n int) {
	d.n, d.least = int32(n), 0
	d.next, d.prev = resized(d.next, 2*n+1), resized(d.prev, 2*n+1)
	for k := range int32(n + 1) {
		d.next[d.n+k], d.prev[d.n+k] = d.n+k, d.n+k
	}
}

func (d *degrees) put(company, neighbours int32) {
	head := d.n + neighbours
	after := d.next[head]
	d.next[head], d.prev[after] = company, company
	d.next[company], d.prev[company] = after, head
	d.least = min(d.least, neighbours)
}

func (d *degrees) remove(company int32) {
	before, after := d.prev[company], d.next[company]
	d.next[before], d.prev[after] = after, before
}

// fewest returns the company that was put last among those with the fewest neighbours. There must be one.
func (d *degrees) fewest() int32 {
	for d.next[d.n+d.least] == d.n+d.least {
		d.least++
	}
	return d.next[d.n+d.least]
}
