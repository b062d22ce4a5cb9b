package gui

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
)

// exports writes files and copies pictures beside the window. None cancels another; what has the same destination is
// written in the order in which it was asked for, so that the last stays.
type exports struct {
	asked     []*export // what is not done yet
	calledOff bool      // nothing of it is wanted any more
	onIdle    func()    // is called once when the last is done; nil: nobody waits
}

// export is one piece of writing, and what comes after it.
type export struct {
	to     string
	work   func(context.Context) error
	apply  func(error)
	ctx    context.Context
	cancel context.CancelFunc
}

// start runs the work in a goroutine and then apply on the window's own. The work must not touch widgets. It is
// called on the window's goroutine.
func (e *exports) start(to string, work func(context.Context) error, apply func(error)) {
	last := &export{to: to, work: work, apply: apply}
	last.ctx, last.cancel = context.WithCancel(context.Background())
	e.asked, e.calledOff = append(e.asked, last), false
	if e.next(to) == last {
		e.run(last)
	}
}

// next returns the export to the destination that was asked for before all others, or nil.
func (e *exports) next(to string) *export {
	at := slices.IndexFunc(e.asked, func(other *export) bool { return other.to == to })
	if at < 0 {
		return nil
	}
	return e.asked[at]
}

func (e *exports) run(first *export) {
	beside(func() {
		err := first.work(first.ctx)
		fyne.Do(func() {
			first.cancel()
			e.asked = slices.DeleteFunc(e.asked, func(other *export) bool { return other == first })
			if next := e.next(first.to); next != nil {
				e.run(next)
			}
			first.apply(err)
			if err != nil && !e.calledOff {
				e.onIdle = nil // what went wrong has to be read
			}
			if then := e.onIdle; then != nil && e.idle() {
				e.onIdle = nil
				then()
			}
		})
	})
}

// idle reports whether nothing is being written.
func (e *exports) idle() bool { return len(e.asked) == 0 }

// callOff stops what is being written as soon as it can be; what stood at its destination stays.
func (e *exports) callOff() {
	e.calledOff = true
	for _, one := range e.asked {
		one.cancel()
	}
}

// writing says what is being written yet: "still writing to report.html". Several are counted as places.
func (e *exports) writing(place string) string {
	if len(e.asked) == 1 {
		return "still writing to " + e.asked[0].to
	}
	return "still writing to " + counted(len(e.asked), place)
}

// still says behind another message what is being written yet.
func (e *exports) still() string {
	if e.idle() {
		return ""
	}
	return " · " + e.writing("other place")
}

// write writes what goes to the path beside the window, and says how it ended.
func (w *Window) write(path string, work func(context.Context) error) {
	w.status.say("Writing " + path + "…")
	w.exporting.start(path, work, func(err error) {
		switch {
		case errors.Is(err, context.Canceled):
			w.status.say("Stopped: nothing was written to " + path + w.exporting.still())
		case err != nil:
			w.tell("Nothing was exported to "+filepath.Base(path), err)
		default:
			w.exportedTo(path)
			w.status.say("Exported to " + path + w.exporting.still())
		}
	})
}

// until is the writing of a file that ends with the context's error once it is called off.
func until(ctx context.Context, write func(io.Writer) error) func(io.Writer) error {
	return func(file io.Writer) error {
		if err := write(stoppable{ctx, file}); err != nil {
			return err
		}
		return ctx.Err()
	}
}

// stoppable writes as long as the context is not done.
type stoppable struct {
	ctx  context.Context
	file io.Writer
}

func (s stoppable) Write(bytes []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.file.Write(bytes)
}
