package gui

import (
	"time"

	"fyne.io/fyne/v2"
)

// oneFrame is how long numbers may be computed before those that are still shown are marked as old: what is there with the
// next picture of the screen is never seen as old. lateAfter is the same for work that may take a moment, and how long a
// step of a slider is computed before it is dropped for the next one.
const oneFrame, lateAfter = 20 * time.Millisecond, 100 * time.Millisecond

// afterwards runs what is due after a while on the window's goroutine, unless it is called off before. In tests, in
// which nothing takes long, it is never due.
var afterwards = func(after time.Duration, due func()) (callOff func() bool) {
	return time.AfterFunc(after, func() { fyne.Do(due) }).Stop
}

// awaiting notes that what is shown is not of what is tried any more until arrived is called.
func (s *session) awaiting() {
	if s.callOff != nil {
		return // what is shown has been old since the first of them
	}
	s.waits++
	wait := s.waits
	s.callOff = afterwards(oneFrame, func() {
		if s.callOff != nil && s.waits == wait {
			s.late = true
			tell(s.onLate)
		}
	})
}

// awaits reports whether what is shown is not of what is tried yet.
func (s *session) awaits() bool { return s.callOff != nil || s.late }

// passed notes that numbers of what was tried a step ago are there: they are shown, but as old ones.
func (s *session) passed() { s.late = true }

// arrived notes that the numbers of what is tried are there.
func (s *session) arrived() {
	if s.callOff != nil {
		s.callOff()
		s.callOff = nil
	}
	if s.late {
		s.late = false
		tell(s.onLate)
	}
}
