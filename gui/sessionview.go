package gui

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// holdLegs finds out which legs the view keeps, and what is around them.
func (s *session) holdLegs() {
	s.held, s.viewed = nil, nil
	var built *network.Network
	if built, s.refused = network.Build(s.book, s.view); s.refused == nil {
		s.held, s.viewed = built.Legs(), built
	}
	s.holdSurroundings()
}

// holdSurroundings finds the networks around what is shown: the one that companies are placed by and the one that they and
// legs are measured by, which depend on no filter, and the one as of any day while the view is as of one. Where one of them fails although the view does not, it
// is nil, and the status bar says that the picture does without.
func (s *session) holdSurroundings() {
	everyone, measured := picture.PlacingView(s.view), picture.ScaleView(s.view)
	s.later, s.askew = nil, nil
	if s.whole == nil || s.wholeOf != s.book || len(s.whole.View.Statuses) != len(everyone.Statuses) {
		s.whole, s.askew = network.Build(s.book, everyone)
	}
	if s.scale == nil || s.wholeOf != s.book || !reflect.DeepEqual(s.scale.View, measured) {
		var err error
		s.scale, err = network.Build(s.book, measured)
		s.askew = cmp.Or(s.askew, err)
	}
	s.wholeOf = s.book
	if s.view.AsOf != "" {
		anyDay := s.view
		anyDay.AsOf = ""
		var err error
		s.later, err = network.Build(s.book, anyDay)
		s.askew = cmp.Or(s.askew, err)
	}
}

// keepFilters drops from the view the companies that the book no longer holds.
func (s *session) keepFilters() {
	gone := func(id deal.CompanyID) bool { _, ok := s.book.Company(id); return !ok }
	for _, list := range []*[]deal.CompanyID{&s.view.Companies, &s.view.Hidden, &s.view.Near} {
		left := slices.DeleteFunc(slices.Clone(*list), gone)
		if len(left) == len(*list) {
			continue
		}
		if *list = left; len(left) == 0 {
			*list = nil
		}
	}
	if s.view.Near == nil {
		s.view.Steps = 0
	}
}

// filtered reports whether the view leaves out what would count without filters.
func (s *session) filtered() bool { return len(s.view.Filters(s.book)) > 0 }

// counts reports whether the view keeps the leg.
func (s *session) counts(leg deal.LegID) bool { return s.held[leg] }

// countsDeal reports whether the view keeps any leg of the deal.
func (s *session) countsDeal(d deal.Deal) bool {
	return slices.ContainsFunc(d.Legs, func(leg deal.Leg) bool { return s.held[leg.ID] })
}

// counting returns how many deals count under the view.
func (s *session) counting() int {
	count := 0
	for _, d := range s.book.Deals {
		if s.countsDeal(d) {
			count++
		}
	}
	return count
}

// undated returns how many deals count as of the view's day although nobody says when they were announced.
func (s *session) undated() int {
	if s.view.AsOf == "" || s.viewed == nil {
		return 0
	}
	return s.viewed.Undated(s.book)
}

// filters returns what leaves deals out, and beside each what it keeps for want of a date or a number.
func (s *session) filters() []network.Filter {
	if s.viewed == nil {
		return s.view.Filters(s.book)
	}
	return s.viewed.Filters(s.book)
}

// allDated reports whether every deal that can count has a date.
func (s *session) allDated() bool {
	return !slices.ContainsFunc(s.book.Deals, func(d deal.Deal) bool { return d.Announced == "" && d.Counting == deal.Counted })
}

// dated reports whether any deal has a date.
func (s *session) dated() bool {
	return slices.ContainsFunc(s.book.Deals, func(d deal.Deal) bool { return d.Announced != "" })
}

// visible returns the companies that stand in a deal that counts, or in none at all: those on the canvas.
func (s *session) visible() map[deal.CompanyID]bool {
	if s.viewed == nil {
		return nil
	}
	return s.viewed.Dealt(s.book)
}

// under says under which filters the numbers stand, after the words; "" without filters.
func (s *session) under(words string) string { return underFilters(words, s.view, s.book) }

// underFilters says under which filters of a view of the book numbers stand, after the words; "" without filters.
func underFilters(words string, view network.View, book *deal.Book) string {
	var filters []string
	for _, filter := range view.Filters(book) {
		filters = append(filters, filter.Words)
	}
	if len(filters) == 0 {
		return ""
	}
	return words + strings.Join(filters, ", ")
}

// mostUnder is how long the words about filters may be in the status bar before they are only counted.
const mostUnder = 64

// underShort says in the status bar under which filters the numbers stand: " under: signed and active, at least $1bn",
// or how many there are where they take too much room or are not to be named. The chips name them all.
func (s *session) underShort(named bool) string {
	words := s.under(" under: ")
	if words != "" && !named || len([]rune(words)) > mostUnder {
		return " under " + counted(len(s.view.Filters(s.book)), "filter")
	}
	return words
}

// companiesCounted says how many companies are on the canvas: "8 of 10 companies", and in full why not all of them where
// no filter says it: "8 of 10 companies (2 only in deals that do not count)".
func (s *session) companiesCounted(inFull bool) string {
	all := counted(len(s.book.Companies), "company")
	if s.viewed == nil {
		return all
	}
	count, why := s.viewed.CountDealt(s.book)
	if count < len(s.book.Companies) {
		all = deal.Count(count) + " of " + all
	}
	if inFull && why != "" {
		all += " (" + why + ")"
	}
	return all
}

// standing says in the inspector what the numbers of what is selected stand under, and what the filters leave out.
func (s *session) standing() string {
	filters := s.under("")
	switch {
	case filters == "" || s.source != 0:
		return ""
	case len(s.selection.Loop) == 0 && len(s.selection.Legs) == 1 && !s.counts(s.selection.Legs[0]):
		return "The filters leave this leg out: " + filters + "."
	case len(s.selection.Loop) == 0 && len(s.selection.Legs) > 0:
		return ""
	case len(s.selection.Companies) == 1 && !s.visible()[s.selection.Companies[0]]:
		return "The filters leave this company out: " + filters + "."
	}
	return "Sums and measures stand under: " + filters + "."
}

// emptyWords says why a table has no rows: nothing holds the words that are searched for, nothing passes the filters,
// or there is nothing.
func (s *session) emptyWords(nothing, find string) string {
	switch {
	case len(s.book.Deals) > 0 && strings.TrimSpace(find) != "":
		return "Nothing here holds “" + strings.TrimSpace(find) + "”."
	case s.filtered():
		return "Nothing here passes the filters: " + s.under("") + "."
	}
	return nothing
}
