package whatif

import (
	"context"
	"runtime"
	"sync"
)

// inParallel does so many pieces of work on all processors, each worker with a prober of its own. Every piece writes
// to a place of its own, so that the answer depends neither on how many workers there are nor on who is first. Told is
// called from one worker at a time, with how many pieces are done.
//
// It stops with the context's error when that is done, and otherwise with the error of the first piece that has one:
// the pieces before it have been begun by then, and are ended.
func (s *Study) inParallel(ctx context.Context, count int, piece func(p *prober, i int) error, told func(done int)) error {
	workers := s.workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	q := &queue{count: count, failed: count, told: told}
	var running sync.WaitGroup
	for range min(workers, count) {
		running.Go(func() {
			p := s.prober()
			defer s.probers.Put(p)
			for i, ok := q.next(); ok && ctx.Err() == nil; i, ok = q.next() {
				q.finish(i, piece(p, i))
			}
		})
	}
	running.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	return q.err
}

// queue hands out pieces of work in their order.
type queue struct {
	mutex  sync.Mutex
	count  int
	begun  int
	done   int
	failed int // the first piece that has an error, or the count
	err    error
	told   func(done int)
}

// next returns the next piece, and false when there is none or another one has failed.
func (q *queue) next() (int, bool) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	if q.err != nil || q.begun == q.count {
		return 0, false
	}
	q.begun++
	return q.begun - 1, true
}

// finish notes that a piece is done.
func (q *queue) finish(i int, err error) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	if err != nil {
		if i < q.failed {
			q.failed, q.err = i, err
		}
		return
	}
	q.done++
	if q.told != nil {
		q.told(q.done)
	}
}
