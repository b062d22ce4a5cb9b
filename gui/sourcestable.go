package gui

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// sourcesTable lists the sources with how much each says, rates too, and under filters how much of that is about what passes them.
type sourcesTable struct {
	*widgets.Table
	session *session
	find    string
	rest    *leftOutLine
	box     fyne.CanvasObject
}

// noSources stands in for the rows of a document without sources.
const noSources = "No sources yet. A deal's form cites them."

func newSourcesTable(s *session) *sourcesTable {
	t := &sourcesTable{session: s, Table: widgets.NewTable([]widgets.Column{
		{Title: "Title", Width: 150, Grow: 4},
		{Title: "Publisher", Width: 96, Grow: 1, Spare: true},
		{Title: "Claims", Width: 62, Right: true},
		{Title: "Dated", Width: 80, Spare: true},
	}, noSources)}
	t.OnSelected = func(key int64) { s.selectSourceOf(deal.SourceID(key)) }
	t.rest = newLeftOutLine(t.refill)
	t.box = t.rest.below(t.Table)
	s.onBook = append(s.onBook, t.refill)
	s.onView = append(s.onView, t.refill)
	s.onSelection = append(s.onSelection, t.follow)
	return t
}

func (t *sourcesTable) setFind(words string) {
	t.find = words
	t.refill()
}

func (t *sourcesTable) refill() {
	cited := t.session.citations()
	hide, pass := t.session.filtered() && !t.rest.all, 0
	var rows []widgets.Row
	for _, source := range t.session.book.Sources {
		cites := cited[source.ID]
		passes := cites.passes || !t.session.filtered()
		if passes {
			pass++
		} else if hide {
			continue
		}
		if row := sourceRow(source, cites, passes); holds(row, t.find, source.Note) {
			rows = append(rows, row)
		}
	}
	t.SetWhenEmpty(t.session.emptyWords(noSources, t.find))
	t.SetRows(rows)
	t.rest.show(t.session, passing(pass, len(t.session.book.Sources), "source"), len(t.session.book.Sources)-pass)
	t.follow()
}

// sourceRow tells of a source, and greys it where nothing that it says passes the filters.
func sourceRow(source deal.Source, cites citation, passes bool) widgets.Row {
	ground := fyne.ThemeColorName("")
	if !passes {
		ground = widgets.ColourMuted
	}
	return widgets.Row{
		Key: int64(source.ID),
		Cells: []widgets.Cell{
			{Text: source.Title, Colour: ground}, {Text: source.Publisher, Colour: widgets.ColourMuted},
			{Text: cites.text(), Colour: ground}, {Text: source.Date.String(), Colour: widgets.ColourMuted},
		},
		Sort: []widgets.SortKey{
			{Text: source.Title}, {Text: source.Publisher}, {Number: float64(cites.pass)}, {Text: string(source.Date)},
		},
	}
}

// citation is how much a source says.
type citation struct {
	claims int  // that cite it, and rates
	pass   int  // those of them that are about what the filters let pass
	passes bool // a claim, a right or a company's own figure that passes rests on it
}

// text counts the claims: "5", or "2 of 5" where the filters leave some of them out.
func (c citation) text() string {
	if c.pass < c.claims {
		return fmt.Sprintf("%d of %d", c.pass, c.claims)
	}
	return strconv.Itoa(c.claims)
}

// citations finds what every source says, and what of that is about deals, legs and companies that pass the filters.
// Without filters everything passes.
func (s *session) citations() map[deal.SourceID]citation {
	found := map[deal.SourceID]citation{}
	every, visible := !s.filtered(), s.visible()
	add := func(id deal.SourceID, claims int, passes bool) {
		cites := found[id]
		cites.claims += claims
		if passes {
			cites.pass, cites.passes = cites.pass+claims, true
		}
		found[id] = cites
	}
	for _, claim := range s.book.Claims {
		d, _ := s.book.Deal(claim.About.Deal)
		add(claim.Source, 1, every || s.counts(claim.About.Leg) || s.countsDeal(d) || visible[claim.About.Company])
	}
	for _, rate := range s.book.Rates {
		add(rate.Source, 1, every || s.countsIn(rate.Currency))
	}
	for _, d := range s.book.Deals {
		for _, right := range d.Rights {
			add(right.Source, 0, every || s.countsDeal(d))
		}
	}
	for _, company := range s.book.Companies {
		for _, reported := range []deal.Reported{company.Cash, company.Revenue} {
			add(reported.Source, 0, every || visible[company.ID])
		}
	}
	return found
}

// countsIn reports whether a leg with an amount in the currency passes the filters.
func (s *session) countsIn(currency deal.Currency) bool {
	for _, d := range s.book.Deals {
		for _, leg := range d.Legs {
			if leg.Currency == currency && leg.Figure.Known() && s.counts(leg.ID) {
				return true
			}
		}
	}
	return false
}

func (t *sourcesTable) follow() {
	if t.session.source != 0 {
		t.Select(int64(t.session.source))
	} else {
		t.Unselect()
	}
}
