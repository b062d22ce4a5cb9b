package gui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// comparisonTable shows every measure of a scenario beside its base. Its lines are kept and only get other
// texts while a slider moves.
type comparisonTable struct {
	box      *fyne.Container
	lines    []*comparisonLine
	onOpen   func(row whatif.Row)
	withKey  func(*fyne.KeyEvent)    // keys that a line does not use
	reveal   func(fyne.CanvasObject) // brings a line into sight
	currency deal.Currency           // of the numbers
	tip      *widgets.Tooltip        // tells a line's numbers with every digit
	tipOver  fyne.CanvasObject       // the tooltip is above it

	short func(words string) func(fits func(string) bool) string // writes the names of companies short

	brief   bool                                  // a line a measure, without notes and without the keyboard
	named   func(*whatif.Row) (name, word string) // what a measure is called here, and in one word where there is no room
	onGrown func()                                // a line has another height
}

func newComparisonTable(onOpen func(whatif.Row)) *comparisonTable {
	return &comparisonTable{box: widgets.Stacked(1), onOpen: onOpen, tip: widgets.NewTooltip(0),
		named: func(row *whatif.Row) (name, word string) { return row.Name, row.Name }}
}

// show replaces the texts; the lines are only made anew when other measures are listed. Numbers that are old are
// dimmed; while their ranges are pending, a line that has had one keeps its place.
func (t *comparisonTable) show(rows []whatif.Row, currency deal.Currency, late, pending bool) {
	if !t.fits(rows) {
		t.build(rows)
	}
	t.currency = currency
	if t.tip.Visible() {
		t.tip.Tell(nil) // it told other numbers
	}
	for i, row := range rows {
		words, word := t.named(&row)
		if name := t.lines[i].name; t.short != nil && name.Content() != words {
			name.Fit, t.lines[i].word = t.inLess(words, word), word
		}
		t.lines[i].show(row, currency, late)
		t.lines[i].name.SetText(words)
		if !t.brief {
			t.lines[i].showRange(currency, pending)
		}
	}
	if holdColumns(t.lines) {
		t.box.Refresh()
	}
}

// inLess returns what writes the name of a measure into less room than it needs: in one word, or with the names of companies
// short.
func (t *comparisonTable) inLess(words, word string) func(fits func(string) bool) string {
	short, shortest := t.short(words), t.short(word)
	return func(fits func(string) bool) string {
		if fits(word) {
			return word
		}
		if shorter := short(fits); fits(shorter) {
			return shorter
		}
		return shortest(fits)
	}
}

// build makes the lines of the rows, in columns of their own for each group.
func (t *comparisonTable) build(rows []whatif.Row) {
	t.lines, t.box.Objects = nil, nil
	columns := &columnWidths{}
	if t.brief {
		t.box.Add(t.groupLine("Key numbers", columns))
	}
	group := whatif.Group("")
	for _, row := range rows {
		if row.Group != group && !t.brief {
			group, columns = row.Group, &columnWidths{}
			t.box.Add(t.groupLine(string(group), columns))
		}
		line := newComparisonLine(t.onOpen)
		line.columns, line.onGrown = columns, t.onGrown
		line.onKey, line.onFocus, line.onPointed = t.typedKey, t.reveal, t.point
		if t.brief {
			line.brief, line.name.Most = true, 1
		}
		t.lines = append(t.lines, line)
		t.box.Add(line)
	}
}

// clear shows no numbers, so that none stands there that is not of what is tried.
func (t *comparisonTable) clear() {
	t.lines, t.box.Objects = nil, nil
	t.box.Refresh()
}

func (t *comparisonTable) fits(rows []whatif.Row) bool {
	if len(rows) != len(t.lines) {
		return false
	}
	for i, row := range rows {
		if row.Key != t.lines[i].row.Key {
			return false
		}
	}
	return true
}

// typedKey goes from line to line with the arrows; Return and Space select what a line's number came from.
func (t *comparisonTable) typedKey(line *comparisonLine, event *fyne.KeyEvent) {
	at := slices.Index(t.lines, line)
	switch event.Name {
	case fyne.KeyDown:
		at = min(at+1, len(t.lines)-1)
	case fyne.KeyUp:
		at = max(at-1, 0)
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = len(t.lines) - 1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		line.open()
		return
	case fyne.KeyRight, fyne.KeyLeft:
		line.unfold(event.Name == fyne.KeyRight)
		return
	default:
		t.withKey(event)
		return
	}
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(line); canvas != nil && at >= 0 {
		canvas.Focus(t.lines[at])
	}
}

// groupLine is the heading of a group of measures, with the columns' titles.
func (t *comparisonTable) groupLine(words string, columns *columnWidths) fyne.CanvasObject {
	line := newComparisonLine(nil)
	line.columns, line.heading = columns, true
	line.name.SetText(words)
	line.name.Bold, line.name.Most = true, 1
	for i, title := range columnTitles {
		line.texts[i].SetText(title)
		line.texts[i].Colour, line.texts[i].TextSize = widgets.ColourMuted, theme.SizeNameCaptionText
	}
	line.own = widgets.Measure(columnTitles[0], theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Width
	gap := widgets.NewGap(6)
	if t.brief {
		gap = widgets.NewGap(0)
	}
	return widgets.Stacked(0, gap, line, widget.NewSeparator())
}

// comparisonLine is one measure: its name, base, scenario and difference.
type comparisonLine struct {
	widget.BaseWidget
	row   whatif.Row
	name  *widgets.Paragraph
	note  *widgets.Paragraph // what is assumed, or why there is no number
	texts [3]*widgets.Text   // base, scenario, difference
	wide  bool               // it has, or has had, a range
	brief bool               // it is one line high where it can, and never has the keyboard
	word  string             // the least that its name is shortened to
	own   float32            // the widest that its base's number has been

	heading bool // of the columns: the keyboard passes it by too
	onOpen  func(whatif.Row)
	onKey   func(*comparisonLine, *fyne.KeyEvent)

	columns *columnWidths
	onGrown func() // the note is shown whole, or no longer

	onFocus   func(fyne.CanvasObject) // to bring it into sight
	onPointed func(line *comparisonLine, column int, at fyne.Position)
	mark      *widgets.Ground // left of the line that has the keyboard
}

var _ fyne.Focusable = (*comparisonLine)(nil)

func newComparisonLine(onOpen func(whatif.Row)) *comparisonLine {
	l := &comparisonLine{onOpen: onOpen, columns: &columnWidths{}, name: widgets.NewParagraph("", ""), note: widgets.NewNote(""), mark: widgets.NewGround(theme.ColorNamePrimary)}
	l.mark.Hide()
	l.name.Most, l.note.Most = 2, 1
	for i := range l.texts {
		l.texts[i] = widgets.NewText("")
		l.texts[i].Align = fyne.TextAlignTrailing
	}
	l.ExtendBaseWidget(l)
	return l
}

func (l *comparisonLine) show(row whatif.Row, currency deal.Currency, late bool) {
	l.row = row
	l.texts[0].SetText(row.BaseText(currency))
	l.texts[1].SetText(row.ScenarioText(currency))
	difference := row.DifferenceText(currency)
	colour := theme.ColorNameForeground
	if difference == "0" || difference == "—" {
		colour = widgets.ColourMuted
	}
	bold := colour == theme.ColorNameForeground
	colour = whenLate(late, colour)
	plain := whenLate(late, theme.ColorNameForeground)
	l.note.SetColour(whenLate(late, widgets.ColourMuted))
	for _, text := range l.texts[:2] {
		if text.Colour != plain {
			text.Colour = plain
			text.Refresh()
		}
	}
	if last := l.texts[2]; last.Colour != colour || last.Style.Bold != bold {
		last.Colour, last.Style.Bold = colour, bold
		last.Refresh()
	}
	l.texts[2].SetText(difference)
}

// showRange says below the numbers where the scenario's lies over the ranges of the figures, and what is assumed.
func (l *comparisonLine) showRange(currency deal.Currency, pending bool) {
	text := l.row.ScenarioRangeText(currency)
	switch {
	case text != "":
		text, l.wide = "Range "+text, true
	case pending && l.wide:
		text = "Range: computing…"
	default:
		l.wide = false
	}
	if note := capital(l.row.Note); note != "" && text != "" {
		if !strings.HasSuffix(text, "…") { // which is stop enough
			text += "."
		}
		text += " " + note
	} else if note != "" {
		text = note
	}
	l.note.SetText(text)
}

// Tapped tells what the measure came from; on the note below the numbers it shows all of that, or one line again.
func (l *comparisonLine) Tapped(event *fyne.PointEvent) {
	if l.note.Content() != "" && event.Position.Y >= l.note.Position().Y {
		l.unfold(l.note.Most != 0)
		return
	}
	l.open()
}

// open tells what the measure came from.
func (l *comparisonLine) open() {
	if l.onOpen != nil {
		l.onOpen(l.row)
	}
}

// unfold shows all of the note, or one line of it.
func (l *comparisonLine) unfold(whole bool) {
	most := 1
	if whole {
		most = 0
	}
	if l.note.Most == most || l.note.Content() == "" {
		return
	}
	l.note.SetMost(most)
	l.Refresh()
	if l.onGrown != nil {
		l.onGrown()
	}
}

// TypedKey implements fyne.Focusable.
func (l *comparisonLine) TypedKey(event *fyne.KeyEvent) {
	if l.onKey != nil {
		l.onKey(l, event)
	}
}

// TypedRune implements fyne.Focusable.
func (l *comparisonLine) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (l *comparisonLine) FocusGained() {
	l.mark.Show()
	if l.onFocus != nil {
		l.onFocus(l)
	}
}

// FocusLost implements fyne.Focusable.
func (l *comparisonLine) FocusLost() { l.mark.Hide() }
