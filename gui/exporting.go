package gui

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
)

// exports writes files and copies pictures beside the window. None cancels another; what has the same destination is
// written in the order in which it was asked for, so that the last stays.
type exports struct {
	asked []*export // what is not done yet
}

// export is one piece of writing, and what comes after it.
type export struct {
	to    string
	work  func(context.Context) error
	apply func(error)
}

// start runs the work in a goroutine and then apply on the window's own. The work must not touch widgets. It is
// called on the window's goroutine.
func (e *exports) start(to string, work func(context.Context) error, apply func(error)) {
	last := &export{to: to, work: work, apply: apply}
	e.asked = append(e.asked, last)
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
		err := first.work(context.Background())
		fyne.Do(func() {
			e.asked = slices.DeleteFunc(e.asked, func(other *export) bool { return other == first })
			if next := e.next(first.to); next != nil {
				e.run(next)
			}
			first.apply(err)
		})
	})
}

// still says what is being written yet: " · still writing to report.html".
func (e *exports) still() string {
	switch len(e.asked) {
	case 0:
		return ""
	case 1:
		return " · still writing to " + e.asked[0].to
	}
	return " · still writing to " + counted(len(e.asked), "other place")
}

// write writes what goes to the path beside the window, and says how it ended.
func (w *Window) write(path string, work func(context.Context) error) {
	w.status.say("Writing " + path + "…")
	w.exporting.start(path, work, func(err error) {
		if err != nil {
			w.tell("Nothing was exported to "+filepath.Base(path), err)
			return
		}
		w.status.say("Exported to " + path + w.exporting.still())
	})
}
