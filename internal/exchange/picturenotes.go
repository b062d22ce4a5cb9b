package exchange

import (
	"fmt"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// mostOwn is how many figures of the analyst's own the notes below a picture spell out.
const mostOwn = 3

// subjects returns what the claims are about that state something of what is drawn of the deal.
func (d shownDeal) subjects() []deal.Subject {
	about := []deal.Subject{{Deal: d.deal.ID}}
	for _, leg := range d.legs {
		about = append(about, deal.Subject{Leg: leg})
	}
	return about
}

// drawn returns the deals as they are drawn, each with the legs that are.
func (s Shown) drawn() (deals []deal.Deal, legs []deal.LegID) {
	for _, shown := range s.deals() {
		d := shown.deal
		d.Legs = nil
		for _, id := range shown.legs {
			leg, _, _ := s.Book.Leg(id)
			d.Legs = append(d.Legs, leg)
		}
		deals, legs = append(deals, d), append(legs, shown.legs...)
	}
	return deals, legs
}

// rates says at which rates amounts are turned into the document's currency, in one note; "" where all are in it.
func (s Shown) rates() string {
	deals, _ := s.drawn()
	return s.Book.CountedAt(s.Book.RatesOf(nil, deals))
}

// ownWords says what the sources say of a leg whose amount is none of theirs; "" where it only fills in what they leave open.
func ownWords(book *deal.Book, leg deal.LegID) string {
	if whatif.FillsIn(book, leg) {
		return ""
	}
	return whatif.OwnFigure(book, leg)
}

// own says which amounts are the analyst's own though sources state others, in one note; "" where none are. What
// only fills in what the sources leave open is marked where it stands.
func (s Shown) own() string {
	_, legs := s.drawn()
	var changed []deal.LegID
	for _, id := range legs {
		if ownWords(s.Book, id) != "" {
			changed = append(changed, id)
		}
	}
	words := whatif.OwnFigures(s.Book, changed)
	if len(words) == 0 {
		return ""
	}
	text := strings.Join(words[:min(len(words), mostOwn)], "; ")
	if rest := len(words) - mostOwn; rest > 0 {
		text += fmt.Sprintf("; and %d more that no source states", rest)
	}
	return text + "."
}
