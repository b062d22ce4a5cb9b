package layout

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// AtOnce does so many pieces of work on all processors. Every piece writes to places of its own alone: what comes of it
// depends neither on how many processors there are nor on which is first.
func AtOnce(count int, piece func(i int)) {
	// Fewer are done before another processor has begun.
	const few, each = 64, 16
	if count < few {
		for i := range count {
			piece(i)
		}
		return
	}
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), count/each) {
		group.Go(func() {
			for from := int(next.Add(each)) - each; from < count; from = int(next.Add(each)) - each {
				for i := from; i < min(from+each, count); i++ {
					piece(i)
				}
			}
		})
	}
	group.Wait()
}
