package gui

import (
	"time"

	"fyne.io/fyne/v2"
)

// lateAfter is how long numbers may be computed before those that are still shown are marked as old.
const lateAfter = 100 * time.Millisecond

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
	s.callOff = afterwards(lateAfter, func() {
		if s.callOff != nil && s.waits == wait {
			s.late = true
			tell(s.onLate)
		}
	})
}

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
