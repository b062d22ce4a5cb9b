package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
)

// The pointer over a number of the comparison is told the line's numbers with every digit; over a name that has not all
// its words, all of them.

// The columns that the pointer can be in.
const (
	nameColumn   = -1
	besideColumn = -2 // neither a name nor a number, or nothing at all
	noteColumn   = -3 // the note below
)

var _ desktop.Hoverable = (*comparisonLine)(nil)

// MouseIn implements desktop.Hoverable.
func (l *comparisonLine) MouseIn(event *desktop.MouseEvent) { l.MouseMoved(event) }

// MouseMoved implements desktop.Hoverable.
func (l *comparisonLine) MouseMoved(event *desktop.MouseEvent) {
	if l.onPointed != nil {
		l.onPointed(l, l.columnAt(event.Position), event.AbsolutePosition)
	}
}

// MouseOut implements desktop.Hoverable.
func (l *comparisonLine) MouseOut() {
	if l.onPointed != nil {
		l.onPointed(l, besideColumn, fyne.Position{})
	}
}

// columnAt returns the column of a position: 0 is the base, 1 the scenario, 2 the difference.
func (l *comparisonLine) columnAt(at fyne.Position) int {
	top, bottom := l.numbersTop(), l.numbersBottom()
	left := l.Size().Width - l.columns.all()
	switch {
	case at.Y > bottom:
		return noteColumn
	case at.Y < top || at.X < left && top == 0:
		return nameColumn
	case at.X < left:
		return besideColumn
	}
	for i, width := range l.columns {
		if left += width; at.X < left {
			return i
		}
	}
	return len(l.columns) - 1
}

// point tells what is under the pointer.
func (t *comparisonTable) point(line *comparisonLine, column int, at fyne.Position) {
	if t.tipOver == nil {
		return
	}
	t.tip.Width = max(0, t.tipOver.Size().Width-tipBeside)
	told := t.told(line, column)
	if len(told) == 0 {
		if t.tip.Visible() {
			t.tip.Tell(nil)
		}
		return
	}
	t.tip.TellOver(t.tipOver, at, told)
}

// tipBeside is what the tooltip leaves of the panel's width.
const tipBeside = 30

// told returns what the pointer is told in a column of the line.
func (t *comparisonTable) told(line *comparisonLine, column int) []widgets.TooltipLine {
	wrapped := func(text string, bold bool) (lines []widgets.TooltipLine) {
		for _, words := range widgets.Wrap(text, t.tip.Width, theme.SizeForWidget(theme.SizeNameText, line), bold) {
			lines = append(lines, widgets.TooltipLine{Text: words, Bold: bold})
		}
		return lines
	}
	told := wrapped(line.row.Name, true)
	switch {
	case column == nameColumn && (!line.name.Whole() || line.name.Content() != line.row.Name):
		return told
	case column == noteColumn && line.note.Content() != "":
		if ends := line.row.ExactRangeText(t.currency); ends != "" {
			told = wrapped("Range exactly "+ends, true)
		} else {
			told = nil
		}
		if !line.note.Whole() {
			told = append(told, wrapped(line.note.Content(), false)...)
		}
		return told
	case column < 0 || !line.row.BaseKnown && !line.row.ScenarioKnown:
		return nil
	}
	base, scenario, difference := line.row.ExactTexts(t.currency)
	for i, words := range []string{"Base: " + base, "Scenario: " + scenario, "Difference: " + difference} {
		told = append(told, widgets.TooltipLine{Text: words, Muted: i != column})
	}
	return told
}
