package gui

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// statusBar says in one line what the document holds and how much of it goes in circles, and on the right what
// has just happened.
type statusBar struct {
	session *session
	summary *widgets.Text
	message *widgets.Text
	deals   int    // that count, of what is shown
	said    string // of what is selected, viewed and tried: the message goes with it
	room    *fyne.Container
	box     *statusTip
}

func newStatusBar(s *session) *statusBar {
	b := &statusBar{session: s, summary: widgets.NewText(""), message: widgets.NewCaption("")}
	b.message.Align = fyne.TextAlignTrailing
	b.room = container.New(&statusRoom{b.summary, b.message}, b.summary, b.message)
	b.box = newStatusTip(container.NewStack(widgets.NewGround(widgets.ColourPanel), widgets.Inset(b.room, 4, 10)), b.summary, b.message)
	s.onBook = append(s.onBook, b.show)
	s.onTrial, s.onSelection, s.onView = append(s.onTrial, b.forget), append(s.onSelection, b.forget), append(s.onView, b.forget)
	s.onMeasures = append(s.onMeasures, b.show)
	s.onRanges = append(s.onRanges, b.show)
	s.onLate = append(s.onLate, b.show)
	return b
}

// say shows what has just happened, and after that which file is open: where there is no room for its folder, its name.
func (b *statusBar) say(words string) {
	b.said = b.session.doing()
	b.message.Fit, b.message.Colour = nil, widgets.ColourMuted
	if document := b.session.document; words == "" && document != nil {
		words = document.Path()
	}
	if document := b.session.document; document != nil && words == document.Path() {
		b.message.Fit = widgets.FirstThatFits(filepath.Base(words)) // of two windows, the name says which is which
	}
	b.message.SetText(words)
	b.share()
}

// sayWith says the words with more behind them where there is room for that; loud ones in the colour of text.
func (b *statusBar) sayWith(words, more string, loud bool) {
	b.say(words + more)
	b.message.Fit = widgets.FirstThatFits(words+more, words)
	if loud {
		b.message.Colour = theme.ColorNameForeground
	}
	b.message.Refresh()
	b.share()
}

// share shares the room out anew, for what is said now.
func (b *statusBar) share() {
	b.box.hide()
	b.room.Layout.Layout(b.room.Objects, b.room.Size())
}

// forget takes the message away once something else is selected, viewed or tried than when it was said.
func (b *statusBar) forget() {
	if b.session.doing() != b.said {
		b.say("")
	}
}

// terseness is what gives way in the status bar where it has no room for everything: each level leaves out what those
// before it do. How many companies and deals there are stays, and what has no room then is cut at the end.
type terseness int

const (
	wordy          terseness = iota
	countedFilters           // counts the filters, which the chips name
	withoutDriver            // of a range, which the inspector has
	withoutFilters           // which the chips name
	withoutMoney             // of which money counts, which the toolbar names
	tersest        = withoutMoney
)

func (b *statusBar) show() {
	b.summary.Colour = theme.ColorNameForeground
	if b.session.late {
		b.summary.Colour = widgets.ColourMuted
	}
	book, built, _ := b.session.shown()
	b.deals = b.counting(book, built)
	b.summary.Fit = b.shorter()
	b.summary.SetText(b.line(wordy))
	b.share()
}

// line is what the bar says, with so much left out.
func (b *statusBar) line(level terseness) string { return strings.Join(b.parts(level), " · ") }

// shorter returns what writes the line into less room than it needs in full. Each shorter line is made once, and only
// where the one before it does not fit.
func (b *statusBar) shorter() func(fits func(string) bool) string {
	var lines []string
	return func(fits func(string) bool) string {
		for level := wordy + 1; ; level++ {
			at := int(level - wordy - 1)
			if at == len(lines) {
				lines = append(lines, b.line(level))
			}
			if level == tersest || fits(lines[at]) {
				return lines[at]
			}
		}
	}
}

// parts are what the line says.
func (b *statusBar) parts(level terseness) []string {
	book, built, measures := b.session.shown()
	parts := b.counts(level)
	if problem := cmp.Or(b.session.refused, b.session.problem); problem != nil {
		return append(parts, inShort(problem))
	}
	if measures == nil {
		return append(parts, "measuring…")
	}
	counts := strings.Replace(b.session.view.MoneyWords(), ", best figures", "", 1) // best figures need no word
	stands := b.session.standings()
	gross := grossText(built, stands)
	if len(built.Flows) == 0 {
		gross = deal.Money{Currency: book.Base}.Short()
	}
	if level < withoutMoney {
		gross += " (" + counts + ")"
	}
	if level < withoutFilters {
		gross += b.session.underShort(level < countedFilters)
	}
	parts = append(parts, gross,
		loopsCounted(measures.Loops, stands)+b.session.countRange(ofLoops)+measures.Loops.BoundWords(),
		"circular "+disclosedShare(built, measures.CircularShare, stands.CircularShare)+b.rangeText(book, level < withoutDriver))
	unrated := 0
	for _, left := range built.LeftOut {
		if left.Currency != "" {
			unrated++
		}
	}
	if unrated > 0 {
		parts = append(parts, counted(unrated, "leg")+" without a rate to "+string(book.Base))
	}
	if others := len(built.LeftOut) - unrated; others > 0 {
		parts = append(parts, counted(others, "leg")+" without a number in this view")
	}
	if undated := b.session.undated(); undated > 0 {
		parts = append(parts, counted(undated, "deal")+" without a date")
	}
	if err := b.session.askew; err != nil {
		parts = append(parts, "placed without what the filters leave out: there "+inShort(err))
	}
	if b.session.tried() {
		parts = append([]string{"What-if"}, parts...)
	}
	if b.session.late {
		parts = append([]string{"computing…"}, parts...)
	}
	return parts
}

// counts are how many companies and deals there are, and how many of them the filters leave.
func (b *statusBar) counts(level terseness) []string {
	book, _, _ := b.session.shown()
	deals := counted(len(book.Deals), "deal")
	if b.deals < len(book.Deals) && b.session.refused == nil {
		deals = deal.Count(b.deals) + " of " + deals
	}
	return []string{b.session.companiesCounted(level < countedFilters), deals}
}

// inShort is the problem in the length of a line; the canvas and the inspector say all of it.
func inShort(problem error) string {
	if large := new(network.TooLarge); errors.As(problem, &large) {
		return large.InShort()
	}
	return problem.Error()
}

// counting returns how many deals of what is shown count.
func (b *statusBar) counting(book *deal.Book, shown *network.Network) int {
	if shown == nil || book == b.session.book {
		return b.session.counting()
	}
	held, count := shown.Legs(), 0
	for _, d := range book.Deals {
		if slices.ContainsFunc(d.Legs, func(leg deal.Leg) bool { return held[leg.ID] }) {
			count++
		}
	}
	return count
}

// rangeText says how far the circular share can move, and by what: " (0% to 43.75%: Oracle → Nvidia is undisclosed)".
func (b *statusBar) rangeText(book *deal.Book, driver bool) string {
	r, known := b.session.circularRange()
	if compared := b.session.compared; !known && compared != nil && b.session.wide.of != compared {
		return " (range: computing…)"
	}
	if !known || r.Low == r.High {
		return ""
	}
	low, high := endsOfShare(r)
	text := fmt.Sprintf(" (%s to %s", low, high)
	if leg, _, ok := book.Leg(r.Driver); ok && driver {
		text += ": " + endsOf(book.CompanyName(leg.Payer), book.CompanyName(leg.Payee))
		if leg.Figure.Known() {
			text += " moves it most"
		} else {
			text += " is undisclosed"
		}
	}
	return text + ")"
}
