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
