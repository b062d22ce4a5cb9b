package gui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// dealsTable lists the legs of every deal, one a row.
type dealsTable struct {
	*widgets.Table
	session *session
	find    string
	rest    *leftOutLine
	box     fyne.CanvasObject
}

// noDeals stands in for the rows of a document without deals.
const noDeals = "No deals yet. Ctrl+N adds the first one; File, Open the sample shows how it looks when it is done."

func newDealsTable(s *session) *dealsTable {
	t := &dealsTable{session: s, Table: widgets.NewTable([]widgets.Column{
		{Title: "Payer", Width: 73, Grow: 2, Most: 130},
		{Title: "Payee", Width: 73, Grow: 2, Most: 130},
		{Title: "Amount", Width: 84, Right: true, Whole: true},
		{Title: "Kind", Width: 50, Grow: 0.2, Most: 84, Yield: true},
		{Title: "Status", Width: 56, Grow: 0.2, Spare: true, Slack: 36, Yield: true, Whole: true},
		{Title: "Deal", Width: 120, Grow: 4, Spare: true},
		{Title: "Term", Width: 48, Spare: true, Whole: true},
		{Title: "Announced", Width: 84, Spare: true, Whole: true},
	}, noDeals)}
	t.OnSelected = func(key int64) { s.selectLeg(deal.LegID(key)) }
	t.rest = newLeftOutLine(t.refill)
	t.box = t.rest.below(t.Table)
	s.onBook = append(s.onBook, t.refill)
	s.onView = append(s.onView, t.refill)
	s.onSelection = append(s.onSelection, t.follow)
	return t
}

// setFind keeps only the rows that hold the words.
func (t *dealsTable) setFind(words string) {
	t.find = words
	t.refill()
}

func (t *dealsTable) refill() {
	var rows []widgets.Row
	hide, pass, legs := t.session.filtered() && !t.rest.all, 0, 0
	for _, d := range t.session.book.Deals {
		for _, leg := range d.Legs {
			if legs++; t.session.counts(leg.ID) {
				pass++
			} else if hide {
				continue
			}
			if row := t.row(d, leg); holds(row, t.find, d.Title+" "+strings.Join(d.Tags, " ")+" "+d.Notes) {
				rows = append(rows, row)
			}
		}
	}
	t.SetWhenEmpty(t.session.emptyWords(noDeals, t.find))
	t.SetRows(rows)
	t.rest.show(t.session, fmt.Sprintf("%s: %s of %s", passing(t.session.counting(), len(t.session.book.Deals), "deal"), deal.Count(pass), counted(legs, "leg")), legs-pass)
	t.follow()
}

func (t *dealsTable) row(d deal.Deal, leg deal.Leg) widgets.Row {
	book := t.session.book
	payer, payee := book.CompanyName(leg.Payer), book.CompanyName(leg.Payee)
	amount := leg.Figure.Shortest(leg.Currency)
	status := string(d.Status)
	ground := fyne.ThemeColorName("")
	if d.Counting != deal.Counted {
		status = string(d.Counting)
	}
	if !t.session.counts(leg.ID) {
		ground = widgets.ColourMuted
	}
	kind := widgets.ColourCommercial
	if leg.Kind.Financing() {
		kind = widgets.ColourFinancing
	}
	if ground != "" {
		kind = ground
	}
	money := widgets.Cell{Text: amount, Colour: ground}
	if !leg.Figure.Known() {
		money.Colour = widgets.ColourMuted
	}
	sorted := float64(leg.Figure.Best)
	if !leg.Figure.Known() {
		sorted = -1
	}
	return widgets.Row{
		Key: int64(leg.ID),
		Cells: []widgets.Cell{
			{Text: payer, Colour: ground}, {Text: payee, Colour: ground}, money, {Text: string(leg.Kind), Colour: kind}, {Text: status, Colour: ground},
			{Text: d.Title, Colour: ground}, {Text: shortTerm(leg.TermMonths), Colour: ground}, {Text: d.Announced.String(), Colour: ground},
		},
		Sort: []widgets.SortKey{
			{Text: payer}, {Text: payee}, {Number: sorted}, {Text: string(leg.Kind)}, {Number: float64(slices.Index(deal.Statuses, d.Status))},
			{Text: d.Title}, {Number: float64(leg.TermMonths)}, {Text: string(d.Announced)},
		},
	}
}

func shortTerm(months int) string {
	return strings.NewReplacer(" years", " y", " year", " y", " months", " mo", " month", " mo").Replace(deal.TermText(months))
}

// follow marks the rows of the selected legs, unless it is their source that is selected.
func (t *dealsTable) follow() {
	var keys []int64
	if t.session.source == 0 {
		for _, leg := range t.session.selection.Legs {
			keys = append(keys, int64(leg))
		}
	}
	t.Select(keys...)
}

// holds reports whether every word stands somewhere in the row or in what else belongs to it.
func holds(row widgets.Row, words, also string) bool {
	text := also
	for _, cell := range row.Cells {
		text += " " + cell.Text
	}
	text = deal.NameKey(text)
	for _, word := range strings.Fields(deal.NameKey(words)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
