package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
	"roundtrip/internal/whatif"
)

// Shown is what a picture shows of a document.
type Shown struct {
	Book     *deal.Book       // as it is in the document
	Network  *network.Network // what is drawn, with what is tried
	View     network.View
	Scenario string        // the name of the scenario that is shown, or ""
	Differs  bool          // what is tried is no longer what that scenario says
	Changes  []deal.Change // what is tried
}

// mostChanges is how many changes of a scenario the frame spells out.
const mostChanges = 3

// PictureFrame returns the words around a picture: the document's title, what is counted and as of when, what is
// tried, and the sources of the legs that are drawn, those behind the most money first.
func PictureFrame(s Shown) picture.Frame {
	frame := picture.Frame{Title: s.Book.Title}
	if frame.Title == "" {
		frame.Title = "Who pays whom"
	}
	frame.Lines = append(frame.Lines, s.counts())
	if tried := s.tried(); tried != "" {
		frame.Lines = append(frame.Lines, tried)
	}
	var unsourced int
	after, err := whatif.Apply(s.Book, s.Changes)
	if err != nil {
		after = s.Book // what cannot be tried moves nothing
	}
	frame.Sources, frame.Cited, unsourced = s.sources(after)
	if slices.ContainsFunc(s.deals(), func(shown shownDeal) bool { return whatif.Moves(s.Book, after, shown.legs) }) {
		frame.Notes = append(frame.Notes, "Numbers moved in the what-if are stated by no source: the sources state those before.")
	}
	if deals := len(s.deals()); unsourced > 0 && unsourced == deals {
		frame.Notes = append(frame.Notes, "The document names no source for these deals.")
	} else if unsourced > 0 {
		frame.Notes = append(frame.Notes, fmt.Sprintf("%d of the %d deals shown name no source.", unsourced, deals))
	}
	if frame.Rates = s.rates(); frame.Rates != "" {
		frame.Notes = append(frame.Notes, frame.Rates)
	}
	if frame.Own = s.own(); frame.Own != "" {
		frame.Notes = append(frame.Notes, frame.Own)
	}
	return frame
}

// LoopLine names the loop that a picture lights, by its place in the list: "Loop 1: A ⇄ B, $13bn can go round. Triangle."
func LoopLine(n *network.Network, loop network.Loop, rank int) string {
	names := make([]string, len(loop.Path))
	for i, at := range loop.Path {
		names[i] = n.Companies[at].Name
	}
	return fmt.Sprintf("Loop %d: %s, %s. %s.", rank, deal.Ring(names...), n.Round(loop), deal.Capital(string(loop.Category)))
}

// shownDeal is a deal of which something is drawn.
type shownDeal struct {
	deal  deal.Deal
	cents int64
	legs  []deal.LegID
}

// deals returns the deals of which something is drawn, in the order of their numbers.
func (s Shown) deals() []shownDeal {
	at := make(map[deal.DealID]int)
	var list []shownDeal
	for i := range s.Network.Flows {
		for _, part := range s.Network.Flows[i].Legs {
			_, d, ok := s.Book.Leg(part.ID)
			if !ok {
				continue
			}
			place, known := at[d.ID]
			if !known {
				place = len(list)
				at[d.ID] = place
				list = append(list, shownDeal{deal: d})
			}
			list[place].cents += part.Money
			list[place].legs = append(list[place].legs, part.ID)
		}
	}
	slices.SortFunc(list, func(a, b shownDeal) int { return cmp.Compare(a.deal.ID, b.deal.ID) })
	return list
}

// counts says what is counted: the view, its day, and how much there is of it.
func (s Shown) counts() string {
	words := s.Network.Words(s.Book)
	words = strings.ToUpper(words[:1]) + words[1:]
	if s.View.AsOf == "" {
		if last := s.latest(); last != "" {
			words += ", deals announced up to " + last.String()
			if undated := s.Network.Undated(s.Book); undated > 0 {
				words += fmt.Sprintf(" and %d undated", undated)
			}
		}
	}
	sum := s.Network.All()
	total := string(s.Network.StandingOfGross()) + deal.Money{Cents: sum.Money, Currency: s.Network.Base}.Short()
	if sum.Unknown > 0 {
		total += " + ?"
	}
	return fmt.Sprintf("%s. %s in %s.", words, total, deal.CountOf(len(s.deals()), "deal"))
}

// latest returns the day on which the youngest deal that is drawn was announced.
func (s Shown) latest() deal.Date {
	var latest deal.Date
	for _, shown := range s.deals() {
		day, known := shown.deal.Announced.Last()
		if before, any := latest.Last(); known && (!any || day.After(before)) {
			latest = shown.deal.Announced
		}
	}
	return latest
}

// tried says what is shown that is not in the document.
func (s Shown) tried() string {
	if len(s.Changes) == 0 {
		return ""
	}
	var words []string
	for _, change := range s.Changes[:min(len(s.Changes), mostChanges)] {
		words = append(words, whatif.Describe(s.Book, change))
	}
	if rest := len(s.Changes) - len(words); rest > 0 {
		words = append(words, fmt.Sprintf("and %d more", rest))
	}
	name := "What if"
	if s.Scenario != "" {
		name = "Scenario “" + s.Scenario + "”"
		if s.Differs {
			name += ", changed"
		}
	}
	return name + ": " + strings.Join(words, "; ")
}

// sources returns who the figures of the deals that are drawn come from, those behind the most money first, the numbers
// in that list, from 1, of those that each leg's figures come from, none where what is tried has moved them, and for how
// many deals nobody is named.
func (s Shown) sources(after *deal.Book) (list []string, cited map[deal.LegID][]int, unsourced int) {
	type source struct {
		source deal.Source
		deals  int
		cents  int64
	}
	at := make(map[deal.SourceID]int)
	var order []source
	for _, shown := range s.deals() {
		cites := s.citedFor(shown)
		if len(s.Book.Follows(shown.subjects()...)) == 0 {
			unsourced++
		}
		for _, id := range cites {
			place, known := at[id]
			if !known {
				place = len(order)
				at[id] = place
				found, _ := s.Book.Source(id)
				order = append(order, source{source: found})
			}
			order[place].deals++
			order[place].cents += shown.cents
		}
	}
	slices.SortFunc(order, func(a, b source) int {
		return cmp.Or(cmp.Compare(b.cents, a.cents), cmp.Compare(b.deals, a.deals), cmp.Compare(a.source.ID, b.source.ID))
	})
	number := make(map[deal.SourceID]int, len(order))
	for i, c := range order {
		list = append(list, c.source.Citation())
		number[c.source.ID] = i + 1
	}
	cited = make(map[deal.LegID][]int)
	for _, shown := range s.deals() {
		for _, leg := range shown.legs {
			if whatif.Moves(s.Book, after, []deal.LegID{leg}) || ownWords(s.Book, leg) != "" {
				continue // no source states what is tried, nor what somebody has entered against the sources
			}
			for _, id := range s.citedFor(shownDeal{deal: shown.deal, legs: []deal.LegID{leg}}) {
				cited[leg] = append(cited[leg], number[id])
			}
			slices.Sort(cited[leg])
		}
	}
	return list, cited, unsourced
}

// citedFor returns the sources that a deal is followed from as it is drawn, each once: those of its status and day too,
// which whatif.SourcesOf, for words about numbers, leaves out, and those of the rates that its amounts are turned at.
func (s Shown) citedFor(shown shownDeal) []deal.SourceID {
	cites := s.Book.Follows(shown.subjects()...)
	for _, source := range s.Book.RateSources(shown.legs...) {
		if !slices.Contains(cites, source) {
			cites = append(cites, source)
		}
	}
	return cites
}
