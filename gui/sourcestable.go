package gui

import (
	"strconv"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// sourcesTable lists the sources with how much each says.
type sourcesTable struct {
	*widgets.Table
	session *session
	find    string
}

func newSourcesTable(s *session) *sourcesTable {
	t := &sourcesTable{session: s, Table: widgets.NewTable([]widgets.Column{
		{Title: "Title", Width: 150, Grow: 4},
		{Title: "Publisher", Width: 96, Grow: 1, Spare: true},
		{Title: "Claims", Width: 62, Right: true},
		{Title: "Dated", Width: 80, Spare: true},
	}, "No sources yet. A deal's form cites them.")}
	t.OnSelected = func(key int64) { s.selectSourceOf(deal.SourceID(key)) }
	s.onBook = append(s.onBook, t.refill)
	s.onSelection = append(s.onSelection, t.follow)
	return t
}

func (t *sourcesTable) setFind(words string) {
	t.find = words
	t.refill()
}

func (t *sourcesTable) refill() {
	claims := map[deal.SourceID]int{}
	for _, claim := range t.session.book.Claims {
		claims[claim.Source]++
	}
	var rows []widgets.Row
	for _, source := range t.session.book.Sources {
		row := widgets.Row{
			Key: int64(source.ID),
			Cells: []widgets.Cell{
				{Text: source.Title}, {Text: source.Publisher, Colour: widgets.ColourMuted},
				{Text: strconv.Itoa(claims[source.ID])}, {Text: source.Date.String(), Colour: widgets.ColourMuted},
			},
			Sort: []widgets.SortKey{
				{Text: source.Title}, {Text: source.Publisher}, {Number: float64(claims[source.ID])}, {Text: string(source.Date)},
			},
		}
		if holds(row, t.find, source.Note) {
			rows = append(rows, row)
		}
	}
	t.SetRows(rows)
}

func (t *sourcesTable) follow() {
	if t.session.source != 0 {
		t.Select(int64(t.session.source))
	} else {
		t.Unselect()
	}
}
