package picture

import (
	"math"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Legend says what the picture's signs mean. It lists only what the picture shows, and stands at the same size
// whatever the zoom. What is selected does not change it, so that it and the camera stay while one steps through loops.
type Legend struct {
	Heading string // which money is counted
	Lines   []LegendLine
	Roles   []deal.Role
	Badges  []Badge // below the roles; in the short form below the lines
	Notes   []string

	badged     [badgeCount]zoomSpan // where companies have each badge
	pinned     zoomSpan             // where they have their pins
	hollow     Badges               // that nobody has for anything certain
	hollowFrom float64              // the zoom from which hollow badges are drawn
	partly     Badges               // that only some companies have as they are drawn
	somePins   bool                 // only some companies have their pins as they are drawn
	widths     widths
	largest    int64 // cents of the largest leg that is drawn
	currency   deal.Currency
	form       LegendForm
	short      bool // it is in its short form
}

// Shown reports whether there is a legend at all.
func (l Legend) Shown() bool { return l.Heading != "" }

// zoomSpan is the zoom from which the first of some marks of companies is drawn, and that from which all are.
type zoomSpan struct{ first, all float64 }

// with returns the span with a mark more, which is drawn from a zoom.
func (z zoomSpan) with(from float64) zoomSpan { return zoomSpan{min(z.first, from), max(z.all, from)} }

// LegendLine is a way of drawing legs and what it means.
type LegendLine struct {
	Mark Mark
	Text string
}

// legendWidth is an example of how wide an amount is drawn.
type legendWidth struct {
	Cents int64
	Width float64 // in canvas units
	Text  string
}

// Mark is a way in which a leg is drawn.
type Mark uint8

// The marks, in the order in which the legend lists them.
const (
	MarkFinancing Mark = iota
	MarkCommercial
	MarkDashed
	MarkDotted
	MarkLoop
	MarkGhost // of a leg that has shrunk or is gone
	MarkGrown
	MarkLater
	MarkUnpaid
	MarkPinned
	MarkPassing
)

// Notes that stand only where what they speak of is in the picture.
const (
	boxNote  = "Boxes stand for letters that no font here has"
	headNote = "Arrowheads are seen from near"
)

func (b *builder) legend() Legend {
	legend := Legend{
		Heading: heading(b.View), Lines: b.legendLines(b.shownMarks()),
		widths: b.widths, currency: b.Network.Base, form: b.LegendForm,
	}
	for i := range b.scene.Arrows {
		legend.largest = max(legend.largest, b.scene.Arrows[i].Money)
	}
	b.legendMarks(&legend)
	for _, role := range deal.Roles {
		if slices.ContainsFunc(b.scene.Discs, func(disc Disc) bool { return disc.Role == role }) {
			legend.Roles = append(legend.Roles, role)
		}
	}
	b.legendNotes(&legend)
	b.strainNotes(&legend)
	return legend
}

// legendMarks notes which badges companies have, and from which zoom they and pins are drawn.
func (b *builder) legendMarks(legend *Legend) {
	var badges, solid Badges
	legend.pinned.first, legend.hollowFrom = math.Inf(1), math.Inf(1)
	for badge := range legend.badged {
		legend.badged[badge].first = math.Inf(1)
	}
	for i := range b.scene.Discs {
		disc := &b.scene.Discs[i]
		if disc.Pinned {
			legend.pinned = legend.pinned.with(disc.pinFrom)
		}
		for _, badge := range disc.Badges.List() {
			badges |= 1 << badge
			legend.badged[badge] = legend.badged[badge].with(disc.badgesFrom)
		}
		solid |= disc.Badges &^ disc.Hollow
		if disc.Badges&disc.Hollow != 0 {
			legend.hollowFrom = min(legend.hollowFrom, disc.badgesFrom)
		}
	}
	legend.Badges, legend.hollow = badges.List(), badges&^solid
}

// shownMarks returns the ways of drawing legs and companies that the picture has.
func (b *builder) shownMarks() map[Mark]bool {
	shown := make(map[Mark]bool)
	for i := range b.scene.Arrows {
		arrow := &b.scene.Arrows[i]
		shown[MarkFinancing] = shown[MarkFinancing] || arrow.Financing
		shown[MarkCommercial] = shown[MarkCommercial] || !arrow.Financing
		shown[MarkDashed] = shown[MarkDashed] || arrow.Dash == Dashed
		shown[MarkDotted] = shown[MarkDotted] || arrow.Dash == Dotted
		shown[MarkLoop] = shown[MarkLoop] || arrow.Loop > 0
	}
	for _, ghost := range b.scene.Ghosts {
		shown[MarkGhost] = shown[MarkGhost] || !ghost.Later && !ghost.Wider
		shown[MarkGrown] = shown[MarkGrown] || ghost.Wider
		shown[MarkLater] = shown[MarkLater] || ghost.Later
	}
	shown[MarkPinned] = slices.ContainsFunc(b.scene.Discs, func(disc Disc) bool { return disc.Pinned })
	return shown
}

// legendNotes adds what stands below the legend's signs.
func (b *builder) legendNotes(legend *Legend) {
	if filters := filterNote(b.View, b.Book); filters != "" {
		legend.Notes = wrapText(filters, false, legendSize, filterRoom)
	}
	area := b.areaNote()
	legend.Notes = append(legend.Notes, area)
	if said := b.signsNote(); said != "" && (b.View.Figure == "" || b.View.Figure == network.PickBest) {
		if both := area + " · " + said; textWidth(both, false, legendSize) <= filterRoom {
			legend.Notes[len(legend.Notes)-1] = both
		} else {
			legend.Notes = append(legend.Notes, said)
		}
	}
	if slices.ContainsFunc(b.scene.Discs, func(disc Disc) bool { return shaped(disc.Name, true).missing }) {
		legend.Notes = append(legend.Notes, boxNote)
	}
	if len(b.scene.Rows) > 0 {
		legend.Notes = append(legend.Notes, "Levels: "+LevelsWords(b.Network))
	}
	if len(b.scene.Arrows) > headedAmong {
		legend.Notes = append(legend.Notes, headNote)
	}
}

// areaNote says what the area of a company means, which grows with money from a smallest one (see radiusOf): of a loop by
// itself, only with what companies on it pay each other.
func (b *builder) areaNote() string {
	switch {
	case len(b.Ring) == 0:
		return largerThrough
	case len(b.Network.Flows) == len(b.Ring):
		return "Larger company: more money in this loop"
	}
	return "Larger company: more money shown here"
}

// legendLines returns the ways of drawing legs that are shown, with what they mean.
func (b *builder) legendLines(shown map[Mark]bool) []LegendLine {
	var lines []LegendLine
	for _, line := range []LegendLine{
		{MarkFinancing, "financing: equity, debt, credits"},
		{MarkCommercial, "commercial: cloud, chips and other"},
		{MarkDashed, "not binding yet"},
		{MarkDotted, b.dottedWords()},
		{MarkLoop, "on a loop; thicker: more goes round"},
		{MarkGhost, "before the what-if, of what shrank"},
		{MarkGrown, "pale edge: added by the what-if"},
		{MarkLater, "announced later"},
		{MarkPinned, "pinned: stays where it was put"},
	} {
		if line.Mark == MarkLoop && b.scene.heaped() {
			line.Text = "on a loop; thicker: more (from afar: the main ones)"
		}
		if shown[line.Mark] {
			lines = append(lines, line)
		}
	}
	return lines
}

// heading says which money is counted: never left unsaid, since totals and years must not be mixed up.
func heading(view network.View) string {
	words := (network.View{Basis: view.Basis, Year: view.Year, Figure: view.Figure, AsOf: view.AsOf}).Words()
	return strings.ToUpper(words[:1]) + words[1:]
}

// filterRoom is how wide the legend's lines about filters become before they are wrapped, at scale 1.
const filterRoom = 270

// filterNote says what else the view leaves out, in the names of the book.
func filterNote(view network.View, book *deal.Book) string {
	view.AsOf = ""
	var words []string
	for _, filter := range view.Filters(book) {
		words = append(words, filter.Words)
	}
	if len(words) == 0 {
		return ""
	}
	return "Filters: " + strings.Join(words, ", ")
}

// widestExample is the widest line that the legend has room for, in pixels at scale 1.
const widestExample = 15.0

// widthsAt returns up to three examples of amounts and their widths at a zoom, none larger than the largest leg. The legend
// has one size whatever the zoom, so zoomed in it takes smaller amounts: what it shows is always as wide as a leg of that
// amount. It returns nothing where no amount is known.
func (l Legend) widthsAt(zoom float64) []legendWidth {
	if l.largest <= 0 {
		return nil
	}
	most := niceFloor(l.largest)
	for most > 100 && l.widths.of(most, true)*zoom > widestExample {
		most = niceFloor(most - 1)
	}
	var list []legendWidth
	for _, part := range []int64{100, 10, 1} {
		cents := most / part
		text := deal.Money{Cents: cents, Currency: l.currency}.Short()
		if cents > 0 && textWidth(text, false, legendSize) <= l.exampleRoom() {
			list = append(list, legendWidth{Cents: cents, Width: l.widths.of(cents, true), Text: text})
		}
	}
	return list
}

// signsNote says what the signs before amounts mean.
func (b *builder) signsNote() string {
	signs, assumed := make(map[deal.Said]bool), false
	for i := range b.scene.Arrows {
		if of, leg, ok := b.Book.LegAt(b.scene.Arrows[i].Leg); ok && (b.scene.Arrows[i].Known || b.leftOut[b.scene.Arrows[i].Leg].Amount() != "") {
			figure := &b.Book.Deals[of].Legs[leg].Figure
			signs[figure.Said] = true
			assumed = assumed || figure.Assumed
		}
	}
	var notes []string
	for _, sign := range []struct {
		shown bool
		words string
	}{
		{signs[deal.SaidUpTo], "≤ up to"}, {signs[deal.SaidAtLeast], "≥ at least"}, {signs[deal.SaidAbout], "~ about"},
		{assumed, "$…? assumed"},
	} {
		if sign.shown {
			notes = append(notes, sign.words)
		}
	}
	return strings.Join(notes, " · ")
}
