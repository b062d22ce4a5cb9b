package gui

import (
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// A loop is selected only while it is one of the loops of what is shown. When a filter, a day, an edit or what is tried
// takes it out, nothing is selected; when it is back and nothing else has been selected meanwhile, it is selected again.

// measured has everything follow other numbers.
func (s *session) measured() {
	_, shown, _ := s.shown()
	s.keepLoop(shown)
	tell(s.onMeasures)
}

// keepLoop lets go of the selected loop while it is none in the network, and selects it again when it is.
func (s *session) keepLoop(shown *network.Network) {
	switch loop := s.selection.Loop; {
	case len(loop) > 0 && !s.loopIn(shown, loop):
		s.selection.Loop, s.awaited = nil, loop
		tell(s.onSelection)
		tell(s.onLoopLost)
	case len(s.awaited) > 0 && s.selection.Empty() && s.loopIn(shown, s.awaited):
		s.selection.Loop, s.awaited = s.awaited, nil
		s.comingBack = true
		tell(s.onSelection)
		s.comingBack = false
	}
}

// loopIn reports whether the companies are a loop in the network, and none that is too long to be looked for.
func (s *session) loopIn(shown *network.Network, loop []deal.CompanyID) bool {
	if shown == nil {
		return false
	}
	_, closed := shown.Ring(loop)
	longest := s.view.LoopLength(len(s.book.Companies))
	return closed && (longest == 0 || len(loop) <= longest)
}

// lostWords says that a loop is not among what is shown: "The loop Amazon ⇄ OpenAI is not in this view".
func (s *session) lostWords(loop []deal.CompanyID) string {
	if slices.ContainsFunc(loop, func(id deal.CompanyID) bool { _, ok := s.book.Company(id); return !ok }) {
		return "The loop that was selected is not in the document any more"
	}
	names := make([]string, len(loop))
	for i, id := range loop {
		names[i] = s.book.CompanyName(id)
	}
	where := "this view"
	if base, _ := s.base(); s.tried() && s.loopIn(base, loop) {
		where = "this what-if"
	}
	return "The loop " + deal.Ring(names...) + " is not in " + where
}
