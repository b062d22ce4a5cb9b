package gui

import (
	"context"

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
