package gui

import (
	"slices"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// companiesTable lists the companies with what they pay and are paid under the view.
type companiesTable struct {
	*widgets.Table
	session *session
	find    string
	rest    *leftOutLine
	box     fyne.CanvasObject
}

// noCompanies stands in for the rows of a document without companies.
const noCompanies = "No companies yet. They come with the deals, or with Ctrl+Shift+N."

func newCompaniesTable(s *session) *companiesTable {
	t := &companiesTable{session: s, Table: widgets.NewTable([]widgets.Column{
		{Title: "Company", Width: 81, Grow: 3, Most: 200},
		{Title: "Role", Width: 80, Grow: 1, Spare: true},
		{Title: "Pays", Width: 109, Right: true},
		{Title: "Is paid", Width: 106, Right: true},
		{Title: "Net", Width: 78, Right: true, Spare: true},
		{Title: "Ticker", Width: 64, Spare: true},
	}, noCompanies)}
	t.OnSelected = func(key int64) { s.pickCompany(deal.CompanyID(key), heldKeys()) }
	t.rest = newLeftOutLine(t.refill)
	t.box = t.rest.below(t.Table)
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
	visible := t.session.visible()
	hide, stay := t.session.filtered() && !t.rest.all, 0
	for _, company := range t.session.book.Companies {
		ground := fyne.ThemeColorName("")
		if visible[company.ID] {
			stay++
		} else if ground = widgets.ColourMuted; hide {
			continue
		}
		out, in := pays[company.ID], paid[company.ID]
		row := widgets.Row{
			Key: int64(company.ID),
			Cells: []widgets.Cell{
				{Text: company.Name, Colour: ground}, {Text: string(company.Role), Colour: widgets.ColourMuted},
				{Text: out.text(base), Colour: ground}, {Text: in.text(base), Colour: ground}, {Text: net(in, out, base), Colour: ground}, {Text: company.Ticker, Colour: widgets.ColourMuted},
			},
			Sort: []widgets.SortKey{
				{Text: company.Name}, {Text: string(company.Role)}, {Number: float64(out.cents)}, {Number: float64(in.cents)},
				{Number: float64(in.cents - out.cents)}, {Text: company.Ticker},
			},
		}
		if holds(row, t.find, company.Note) {
			rows = append(rows, row)
		}
	}
	t.SetWhenEmpty(t.session.emptyWords(noCompanies, t.find))
	t.SetRows(rows)
	t.rest.show(t.session, passing(stay, len(t.session.book.Companies), "company"), len(t.session.book.Companies)-stay)
	t.follow()
}

// follow marks the rows of the selected companies; the keys go on from the one that was selected last.
func (t *companiesTable) follow() {
	var keys []int64
	for _, id := range slices.Backward(t.session.selection.Companies) {
		keys = append(keys, int64(id))
	}
	t.Select(keys...)
}

// total is a sum of legs, some of which may have no number.
type total struct {
	cents   int64
	known   int // legs with a number
	unknown int // legs without

	less, more bool // the legs with a number may come to less, or more
}

func totalOf(sum network.Sum) total {
	return total{cents: sum.Money, known: sum.Known, unknown: sum.Unknown, less: sum.Less, more: sum.More}
}

// signed writes the money with the sign of how it stands: ≤$38bn where it is the most that it can be.
func (t total) signed(base deal.Currency) string {
	return string(network.Sum{Less: t.less, More: t.more}.Standing()) + deal.Money{Cents: t.cents, Currency: base}.Short()
}

// text writes the sum and never makes an unknown amount a zero: $38bn, ≤$38bn, $38bn + ?, ?, – for no leg at all.
func (t total) text(base deal.Currency) string {
	switch {
	case t.known == 0 && t.unknown == 0:
		return "–"
	case t.known == 0:
		return "?"
	case t.unknown > 0:
		return t.signed(base) + " + ?"
	}
	return t.signed(base)
}

// grossText writes all the money of a network with the sign of how all of it stands, as every measure is written, and says
// behind it where a part of it has no number: ~$742bn + ?.
func grossText(built *network.Network, stands network.Standings) string {
	sum := built.All()
	if sum.Known == 0 {
		return totalOf(sum).text(built.Base)
	}
	text := string(stands.Gross) + deal.Money{Cents: sum.Money, Currency: built.Base}.Short()
	if sum.Unknown > 0 {
		text += " + ?"
	}
	return text
}

// net writes what is left of the one sum after the other, which is only known when both are.
func net(in, out total, base deal.Currency) string {
	if in.unknown+out.unknown > 0 {
		return "?"
	}
	return total{cents: in.cents - out.cents, less: in.less || out.more, more: in.more || out.less}.signed(base)
}

// totals returns what each company pays and is paid; nothing for no network.
func totals(n *network.Network) (pays, paid map[deal.CompanyID]total) {
	pays, paid = map[deal.CompanyID]total{}, map[deal.CompanyID]total{}
	if n == nil {
		return pays, paid
	}
	out, in := n.Sides()
	for at := range n.Companies {
		pays[n.Companies[at].ID], paid[n.Companies[at].ID] = totalOf(out[at]), totalOf(in[at])
	}
	return pays, paid
}
