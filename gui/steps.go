package gui

import (
	"errors"
	"reflect"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// step is something that the analyst has done since the document was opened: an edit, which the document itself
// takes back, or a change of the view, of what is tried or of where companies stand, which only this session knows.
type step struct {
	label         string // of what only the session knows; "" is an edit of the document
	before, after network.View
	was, left     *triedChanges     // what was tried before it and after, where it made a difference; nil otherwise
	tries         bool              // it tried something else, and changed neither the document nor the view
	goesOn        string            // names what was moved, while moving it on belongs to the same step
	selected      picture.Selection // what the step has let go of, for undo to select it again
	along         func()            // of an edit: exchanges what changes with it, and is no part of the document; nil: nothing does
	exchange      func()            // of what is neither: has it as on the other side of the step; nil: there is no such thing
}

// steps are what was done and what was undone, each with the last at its end. Edits from before the document was
// opened are not among them: the document knows those.
type steps struct{ done, undone []step }

// exchangeAlong has what changes with an edit as it is on the other side of it.
func (s step) exchangeAlong() {
	if s.along != nil {
		s.along()
	}
}

// alongWith notes what changes with the last edit, for its undo and redo.
func (s *steps) alongWith(exchange func()) {
	if n := len(s.done); n > 0 {
		s.done[n-1].along = exchange
	}
}

// take returns the last step of a list and removes it.
func take(list *[]step) (last step) {
	if n := len(*list); n > 0 {
		last = (*list)[n-1]
		*list = (*list)[:n-1]
	}
	return last
}

// lastView returns the label of a list's last step when that is no edit.
func lastView(list []step) string {
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1].label
}

// edited notes an edit of the document. What was undone before cannot come back after it.
func (s *steps) edited() { s.done, s.undone = append(s.done, step{}), nil }

// applied notes that the last edit applied what was tried, and what that left to try.
func (s *steps) applied(was, left triedChanges) {
	if n := len(s.done); n > 0 {
		s.done[n-1].was, s.done[n-1].left = &was, &left
	}
}

// viewed notes a change of the view. Edits that were undone before can still be redone: the document keeps them.
func (s *steps) viewed(change step) { s.done, s.undone = append(s.done, change), nil }

// trying tries something else, as a step that undo takes back. Steps of the same name in a row, such as those of a slider
// that moves on, are one; "" is a step of its own.
func (s *session) trying(label, goesOn string, change func()) {
	was := s.nowTried()
	change()
	if s.tries(&was) && s.loaded == was.loaded {
		return
	}
	if n := len(s.steps.done); goesOn == "" || n == 0 || s.steps.done[n-1].goesOn != goesOn {
		s.steps.viewed(step{label: label, tries: true, was: &was, goesOn: goesOn})
	} else if last := &s.steps.done[n-1]; s.tries(last.was) && s.loaded == last.was.loaded {
		take(&s.steps.done) // it has been moved back to where it was
	} else {
		last.label, s.steps.undone = label, nil
	}
	tell(s.onSteps)
}

// settled ends the step that was moved last: moving the same on is another one.
func (s *steps) settled() {
	if n := len(s.done); n > 0 {
		s.done[n-1].goesOn = ""
	}
}

// changeView shows the book in another way, as a step that undo takes back. Steps of the same name in a row, such as
// those of a handle that is dragged on or of an amount that is being typed, are one; "" is a step of its own.
func (s *session) changeView(label, goesOn string, view network.View) {
	if reflect.DeepEqual(s.view, view) {
		return
	}
	if last := len(s.steps.done) - 1; goesOn == "" || last < 0 || s.steps.done[last].goesOn != goesOn {
		s.steps.viewed(step{label: label, before: s.view, after: view, goesOn: goesOn})
	} else {
		s.steps.movedOn(label, view)
	}
	s.setView(view)
	tell(s.onSteps)
}

// movedOn takes the step that was moved last to another view; where that is the one before it, there is no step.
func (s *steps) movedOn(label string, after network.View) {
	last := &s.done[len(s.done)-1]
	last.label, last.after, s.undone = label, after, nil
	if reflect.DeepEqual(last.before, after) {
		take(&s.done)
	}
}

// undo takes back the last step, or an edit from before the document was opened, and returns its label.
func (s *session) undo() (string, error) {
	if label := lastView(s.steps.done); label != "" {
		last := take(&s.steps.done)
		if last.tries {
			left := s.nowTried()
			last.left = &left
		}
		s.steps.undone = append(s.steps.undone, last)
		s.stepTo(last, last.before, last.was)
		if !last.selected.Empty() {
			s.selection, s.source, s.awaited = last.selected, 0, nil
			s.keepSelection()
			tell(s.onSelection)
		}
		return label, nil
	}
	if s.document.ReadOnly() {
		return "", deal.ErrNothingToUndo
	}
	label, book, err := s.document.Undo()
	var last step
	if err == nil || errors.Is(err, deal.ErrNothingToUndo) {
		last = take(&s.steps.done)
	}
	if err != nil {
		if lastView(s.steps.done) != "" && errors.Is(err, deal.ErrNothingToUndo) {
			return s.undo() // another program has undone the edit already
		}
		return "", err
	}
	s.steps.undone = append(s.steps.undone, last)
	last.exchangeAlong()
	same := s.tries(last.left)
	s.follow(book)
	if same {
		s.tryAgain(last.was)
	}
	return label, nil
}

// redo does again what undo took back last, and returns its label.
func (s *session) redo() (string, error) {
	if label := lastView(s.steps.undone); label != "" {
		last := take(&s.steps.undone)
		s.steps.done = append(s.steps.done, last)
		if !last.selected.Empty() {
			s.selectNothing()
		}
		s.stepTo(last, last.after, last.left)
		return label, nil
	}
	if s.document.ReadOnly() {
		return "", deal.ErrNothingToRedo
	}
	label, book, err := s.document.Redo()
	var last step
	if err == nil || errors.Is(err, deal.ErrNothingToRedo) {
		last = take(&s.steps.undone)
	}
	if err != nil {
		if lastView(s.steps.undone) != "" && errors.Is(err, deal.ErrNothingToRedo) {
			return s.redo()
		}
		return "", err
	}
	s.steps.done = append(s.steps.done, last)
	last.exchangeAlong()
	same := s.tries(last.was)
	s.follow(book)
	if same {
		s.tryAgain(last.left)
	}
	return label, nil
}

// stepTo goes to the other side of a step: it has the companies stand where they stood there, tries again what was
// tried there, or takes from the view there what the step has changed.
// What was chosen otherwise meanwhile, such as the day or the basis, stays.
func (s *session) stepTo(over step, to network.View, then *triedChanges) {
	switch {
	case over.exchange != nil:
		over.exchange()
	case then != nil:
		s.tryAgain(then)
	default:
		s.viewAgain(over, to)
	}
	tell(s.onSteps)
}

// viewAgain takes from a view what a step has changed.
func (s *session) viewAgain(over step, to network.View) {
	view := s.view
	changed, after := reflect.ValueOf(&view).Elem(), reflect.ValueOf(to)
	one, other := reflect.ValueOf(over.before), reflect.ValueOf(over.after)
	for i := range changed.NumField() {
		if !reflect.DeepEqual(one.Field(i).Interface(), other.Field(i).Interface()) {
			changed.Field(i).Set(after.Field(i))
		}
	}
	s.view = view
	s.keepFilters() // companies may have been deleted meanwhile
	s.setView(s.view)
}

// nextSteps returns the labels of what undo and redo would take next, "" for nothing.
func (s *session) nextSteps() (undo, redo string) {
	if s.document != nil && !s.document.ReadOnly() {
		var err error
		if undo, redo, err = s.document.History(); err != nil {
			undo, redo = "", ""
		}
	}
	if label := lastView(s.steps.done); label != "" {
		undo = label
	}
	if label := lastView(s.steps.undone); label != "" {
		redo = label
	}
	return undo, redo
}
