package gui

import (
	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// companiesTable lists the companies with what they pay and are paid under the view.
type companiesTable struct {
	*widgets.Table
	session *session
	find    string
}

func newCompaniesTable(s *session) *companiesTable {
	t := &companiesTable{session: s, Table: widgets.NewTable([]widgets.Column{
		{Title: "Company", Width: 120, Grow: 3},
		{Title: "Role", Width: 100, Grow: 1},
		{Title: "Pays", Width: 74, Right: true},
		{Title: "Is paid", Width: 74, Right: true},
		{Title: "Net", Width: 78, Right: true, Spare: true},
		{Title: "Ticker", Width: 64, Spare: true},
	}, "No companies yet. They come with the deals, or with Ctrl+Shift+N.")}
	t.OnSelected = func(key int64) { s.selectCompany(deal.CompanyID(key)) }
	s.onBook = append(s.onBook, t.refill)
	s.onMeasures = append(s.onMeasures, t.refill)
	s.onSelection = append(s.onSelection, t.follow)
	return t
}

func (t *companiesTable) setFind(words string) {
	t.find = words
	t.refill()
}

func (t *companiesTable) refill() {
	_, built, _ := t.session.shown()
	pays, paid := totals(built)
	base := t.session.book.Base
	var rows []widgets.Row
	for _, company := range t.session.book.Companies {
		out, in := pays[company.ID], paid[company.ID]
		row := widgets.Row{
			Key: int64(company.ID),
			Cells: []widgets.Cell{
				{Text: company.Name}, {Text: string(company.Role), Colour: widgets.ColourMuted},
				{Text: deal.Money{Cents: out, Currency: base}.Short()}, {Text: deal.Money{Cents: in, Currency: base}.Short()},
				{Text: deal.Money{Cents: in - out, Currency: base}.Short()}, {Text: company.Ticker, Colour: widgets.ColourMuted},
			},
			Sort: []widgets.SortKey{
				{Text: company.Name}, {Text: string(company.Role)}, {Number: float64(out)}, {Number: float64(in)},
				{Number: float64(in - out)}, {Text: company.Ticker},
			},
		}
		if holds(row, t.find, company.Note) {
			rows = append(rows, row)
		}
	}
	t.SetRows(rows)
	t.follow()
}

func (t *companiesTable) follow() {
	if companies := t.session.selection.Companies; len(companies) > 0 {
		t.Select(int64(companies[0]))
	} else {
		t.Unselect()
	}
}

// totals returns what each company pays and is paid in cents; nothing for no network.
func totals(n *network.Network) (pays, paid map[deal.CompanyID]int64) {
	pays, paid = map[deal.CompanyID]int64{}, map[deal.CompanyID]int64{}
	if n == nil {
		return pays, paid
	}
	for _, flow := range n.Flows {
		pays[n.Companies[flow.Payer].ID] += flow.Money
		paid[n.Companies[flow.Payee].ID] += flow.Money
	}
	return pays, paid
}
