package gui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// loopsTable lists the loops of what is shown, the biggest first.
type loopsTable struct {
	*widgets.Table
	session *session
	summary *widgets.Text
	built   *network.Network   // that the loops are of: their paths are positions in it
	report  network.LoopReport // of it; those at its top are listed
	paths   [][]deal.CompanyID // of those
	find    string
	box     fyne.CanvasObject
}

// noLoops stands in for the rows of a document without loops.
const noLoops = "No loops: no money comes back to where it started."

func newLoopsTable(s *session) *loopsTable {
	t := &loopsTable{session: s, summary: widgets.NewCaption(""), Table: widgets.NewTable([]widgets.Column{
		{Title: "Loop", Width: 150, Grow: 4, Most: 330, Every: true},
		{Title: "Goes round", Width: 110, Right: true},
		{Title: "Category", Width: 116, Grow: 2, Spare: true},
	}, noLoops)}
	t.OnSelected = func(key int64) { s.selectLoop(t.paths[key]) }
	s.onMeasures = append(s.onMeasures, t.refill)
	s.onRanges = append(s.onRanges, t.summarize)
	s.onSelection = append(s.onSelection, t.follow)
	t.box = container.NewBorder(nil, widgets.Inset(t.summary, 3, 6), nil, nil, t.Table)
	return t
}

func (t *loopsTable) setFind(words string) {
	t.find = words
	t.refill()
}

func (t *loopsTable) refill() {
	book, built, measures := t.session.shown()
	t.built, t.report, t.paths = built, network.LoopReport{}, nil
	t.summary.SetText("")
	if measures == nil {
		t.SetRows(nil)
		return
	}
	t.report = measures.Loops
	var rows []widgets.Row
	for i, loop := range t.report.Top {
		path := make([]deal.CompanyID, len(loop.Path))
		names := make([]string, len(loop.Path))
		for j, at := range loop.Path {
			path[j], names[j] = built.Companies[at].ID, built.Companies[at].Name
		}
		t.paths = append(t.paths, path)
		words := deal.Ring(names...)
		money := widgets.Cell{Text: loopMoney(loop, book.Base)}
		if !loop.Known {
			money.Colour = widgets.ColourMuted
		}
		row := widgets.Row{
			Key:   int64(i),
			Cells: []widgets.Cell{{Text: words, Fit: shorterLoop(names), Whole: loopInLines(names)}, money, {Text: string(loop.Category), Colour: widgets.ColourMuted}},
			Sort:  []widgets.SortKey{{Text: words}, {Number: float64(loop.Money)}, {Text: string(loop.Category)}},
		}
		if holds(row, t.find, "") {
			rows = append(rows, row)
		}
	}
	t.SetWhenEmpty(t.session.emptyWords(noLoops, t.find))
	t.SetRows(rows)
	t.summarize()
	t.follow()
}

// summarize says below the list how many loops there are, and how many there could be.
func (t *loopsTable) summarize() {
	if _, _, measures := t.session.shown(); measures != nil {
		t.summary.SetText(loopsSummary(measures.Loops, t.session.standings()) + t.session.countRange(ofLoops) + t.session.under(" under: "))
	}
}

// loopsSummary says how many loops there are and whether the list is complete.
func loopsSummary(report network.LoopReport, stands network.Standings) string {
	text := loopsCounted(report, stands)
	if report.Truncated {
		text += ": " + report.Why
	} else if len(report.Top) < report.Count {
		text += fmt.Sprintf(", the %s biggest are listed", deal.Count(len(report.Top)))
	}
	return text
}

// loopMoney writes how much can go round: "≤$100bn" where an undisclosed leg leaves it open.
func loopMoney(loop network.Loop, base deal.Currency) string {
	switch {
	case loop.Known:
		return string(loop.Standing) + deal.Money{Cents: loop.Money, Currency: base}.Short()
	case loop.UpTo > 0:
		return "? (≤" + deal.Money{Cents: loop.UpTo, Currency: base}.Short() + ")"
	}
	return "?"
}

func (t *loopsTable) follow() {
	if at := t.selected(); at >= 0 {
		t.Select(int64(at))
	} else {
		t.Unselect()
	}
}

// selected returns the position of the selected loop, or -1.
func (t *loopsTable) selected() int {
	return t.at(t.session.selection.Loop)
}

// at returns the position of a loop, or -1.
func (t *loopsTable) at(loop []deal.CompanyID) int {
	if len(loop) == 0 {
		return -1
	}
	return slices.IndexFunc(t.paths, func(path []deal.CompanyID) bool { return slices.Equal(path, loop) })
}

// step selects the loop so many places on, round and round.
func (t *loopsTable) step(by int) {
	rows := t.Shown()
	if len(rows) == 0 {
		return
	}
	at := slices.IndexFunc(rows, func(row widgets.Row) bool { return int(row.Key) == t.selected() })
	switch {
	case at < 0 && by > 0:
		at = 0
	case at < 0:
		at = len(rows) - 1
	default:
		at = (at + by + len(rows)) % len(rows)
	}
	t.session.selectLoop(t.paths[rows[at].Key])
}
