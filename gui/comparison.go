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
}

func newComparisonTable(onOpen func(whatif.Row)) *comparisonTable {
	return &comparisonTable{box: widgets.Stacked(1), onOpen: onOpen, tip: widgets.NewTooltip(0)}
}

// show replaces the texts; the lines are only made anew when other measures are listed. Numbers that are old are
// dimmed; while their ranges are pending, a line that has had one keeps its place.
func (t *comparisonTable) show(rows []whatif.Row, currency deal.Currency, late, pending bool) {
	if !t.fits(rows) {
		t.lines, t.box.Objects = nil, nil
		group := whatif.Group("")
		for _, row := range rows {
			if row.Group != group {
				group = row.Group
				t.box.Add(groupLine(string(group)))
			}
			line := newComparisonLine(t.onOpen)
			line.onKey, line.onFocus, line.onPointed = t.typedKey, t.reveal, t.point
			t.lines = append(t.lines, line)
			t.box.Add(line)
		}
	}
	t.currency = currency
	if t.tip.Visible() {
		t.tip.Tell(nil) // it told other numbers
	}
	for i, row := range rows {
		if name := t.lines[i].name; t.short != nil && name.Content() != row.Name {
			name.Fit = t.short(row.Name)
		}
		t.lines[i].show(row, currency, late)
		t.lines[i].showRange(currency, pending)
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
		line.Tapped(nil)
		return
	default:
		t.withKey(event)
		return
	}
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(line); canvas != nil && at >= 0 {
		canvas.Focus(t.lines[at])
	}
}

// The widths of a number column, as a part of the panel's and between bounds.
const numberPart, numberLeast, numberMost = 0.19, 66, 84

// numberWidth returns how wide a column of numbers is in a line of the width.
func numberWidth(line float32) float32 { return min(max(line*numberPart, numberLeast), numberMost) }

// groupLine is the heading of a group of measures, with the columns' titles.
func groupLine(words string) fyne.CanvasObject {
	line := newComparisonLine(nil)
	line.name.SetText(words)
	line.name.Bold = true
	for i, title := range []string{"Base", "Scenario", "Difference"} {
		line.texts[i].SetText(title)
		line.texts[i].Colour, line.texts[i].TextSize = widgets.ColourMuted, theme.SizeNameCaptionText
	}
	return widgets.Stacked(0, widgets.NewGap(6), line, widget.NewSeparator())
}

// comparisonLine is one measure: its name, base, scenario and difference.
type comparisonLine struct {
	widget.BaseWidget
	row    whatif.Row
	name   *widgets.Paragraph
	note   *widgets.Paragraph // what is assumed, or why there is no number
	texts  [3]*widgets.Text   // base, scenario, difference
	wide   bool               // it has, or has had, a range
	onOpen func(whatif.Row)
	onKey  func(*comparisonLine, *fyne.KeyEvent)

	onFocus   func(fyne.CanvasObject) // to bring it into sight
	onPointed func(line *comparisonLine, column int, at fyne.Position)
	mark      *widgets.Ground // left of the line that has the keyboard
}

var _ fyne.Focusable = (*comparisonLine)(nil)

func newComparisonLine(onOpen func(whatif.Row)) *comparisonLine {
	l := &comparisonLine{onOpen: onOpen, name: widgets.NewParagraph("", ""), note: widgets.NewNote(""), mark: widgets.NewGround(theme.ColorNamePrimary)}
	l.mark.Hide()
	l.name.Most, l.note.Most = 3, 4
	for i := range l.texts {
		l.texts[i] = widgets.NewText("")
		l.texts[i].Align = fyne.TextAlignTrailing
	}
	l.ExtendBaseWidget(l)
	return l
}

func (l *comparisonLine) show(row whatif.Row, currency deal.Currency, late bool) {
	l.row = row
	l.name.SetText(row.Name)
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
	text := l.row.RangeText(l.row.ScenarioRange, currency)
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

// Tapped tells what the measure came from.
func (l *comparisonLine) Tapped(*fyne.PointEvent) {
	if l.onOpen != nil {
		l.onOpen(l.row)
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

// CreateRenderer implements fyne.Widget.
func (l *comparisonLine) CreateRenderer() fyne.WidgetRenderer { return &comparisonRenderer{line: l} }

var _ fyne.WidgetRenderer = (*comparisonRenderer)(nil)

type comparisonRenderer struct{ line *comparisonLine }

func (r *comparisonRenderer) Layout(size fyne.Size) {
	r.line.mark.Move(fyne.NewPos(-7, 1))
	r.line.mark.Resize(fyne.NewSize(3, max(0, size.Height-3)))
	right := size.Width
	width := numberWidth(size.Width)
	for i := 2; i >= 0; i-- {
		right -= width
		height := r.line.texts[i].MinSize().Height
		r.line.texts[i].Move(fyne.NewPos(right, 0))
		r.line.texts[i].Resize(fyne.NewSize(width-2, height))
	}
	r.line.name.Resize(fyne.NewSize(max(20, right-6), r.line.name.MinSize().Height))
	r.line.note.Move(fyne.NewPos(0, max(r.line.name.MinSize().Height, r.line.texts[0].MinSize().Height)))
	r.line.note.Resize(fyne.NewSize(size.Width, r.line.note.MinSize().Height))
}

func (r *comparisonRenderer) MinSize() fyne.Size {
	height := max(r.line.name.MinSize().Height, r.line.texts[0].MinSize().Height)
	if r.line.note.Content() != "" {
		height += r.line.note.MinSize().Height
	}
	return fyne.NewSize(280, height+3)
}

func (r *comparisonRenderer) Refresh() {
	for _, object := range r.Objects() {
		object.Refresh()
	}
}

func (r *comparisonRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.line.name, r.line.note, r.line.mark}
	for _, text := range r.line.texts {
		objects = append(objects, text)
	}
	return objects
}

func (r *comparisonRenderer) Destroy() {}
