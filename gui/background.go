package gui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
)

// background is one line of work that runs beside the window. Starting it anew cancels what still runs, and a
// result that comes too late is dropped.
type background struct {
	generation int
	cancel     context.CancelFunc
}

// start runs the work in a goroutine and then apply on the window's own. The work must not touch widgets. It
// is called on the window's goroutine.
func start[T any](b *background, work func(context.Context) T, apply func(T)) {
	b.stop()
	ctx, cancel := context.WithCancel(context.Background())
	b.cancel = cancel
	generation := b.generation
	beside(func() {
		result := work(ctx)
		fyne.Do(func() {
			if b.generation == generation {
				apply(result)
			}
		})
	})
}

// startAwaited is start for work that is mostly done within a moment: the window waits for it so long, so that what it
// gives is seen together with what asked for it. What takes longer is applied when it is there.
func startAwaited[T any](b *background, moment time.Duration, work func(context.Context) T, apply func(T)) {
	done, applied := make(chan T, 1), false
	once := func(result T) {
		if !applied {
			applied = true
			apply(result)
		}
	}
	start(b, func(ctx context.Context) T {
		result := work(ctx)
		done <- result
		return result
	}, once)
	generation := b.generation
	timer := time.NewTimer(moment)
	defer timer.Stop()
	select {
	case result := <-done:
		if b.generation == generation {
			once(result)
		}
	case <-timer.C:
	}
}

// beside runs work in a goroutine. Tests, in which the window has no loop of its own, run it at once instead.
var beside = func(work func()) { go work() }

// stop cancels what runs and drops its result.
func (b *background) stop() {
	b.generation++
	if b.cancel != nil {
		b.cancel()
		b.cancel = nil
	}
}
