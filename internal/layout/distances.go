package layout

// hops returns the number of edges on the shortest way from the source to every company; -1 where there is none.
// Both slices are reused when they are long enough.
func (a adjacency) hops(source int, far, queue []int32) (distance, order []int32) {
	n := a.size()
	if cap(far) < n {
		far = make([]int32, n)
	}
	if cap(queue) < n {
		queue = make([]int32, 0, n)
	}
	far, queue = far[:n], queue[:0]
	for i := range far {
		far[i] = -1
	}
	far[source] = 0
	queue = append(queue, int32(source))
	for next := 0; next < len(queue); next++ {
		at := queue[next]
		for _, neighbour := range a.neighbours(int(at)) {
			if far[neighbour] < 0 {
				far[neighbour] = far[at] + 1
				queue = append(queue, neighbour)
			}
		}
	}
	return far, queue
}

// pivots returns up to count companies spread over a connected graph, each as far as possible from those before it,
// with the hops from each of them to every company.
func (a adjacency) pivots(count, first int) (list []int32, far [][]int32) {
	n := a.size()
	nearest := make([]int32, n)
	for i := range nearest {
		nearest[i] = int32(n) + 1
	}
	next := first
	var queue []int32
	for len(list) < min(count, n) {
		var distance []int32
		distance, queue = a.hops(next, nil, queue)
		list = append(list, int32(next))
		far = append(far, distance)
		next = 0
		for i, d := range distance {
			nearest[i] = min(nearest[i], d)
			if nearest[i] > nearest[next] || nearest[i] == nearest[next] && a.degree(i) > a.degree(next) {
				next = i
			}
		}
		if nearest[next] == 0 {
			break
		}
	}
	return list, far
}
