package exchange

import (
	"fmt"
	"strconv"

	"roundtrip/internal/whatif"
)

// stressTable is a table of a stress test, in words: the first cell of Head says what it is about.
type stressTable struct {
	Head []string
	Rows [][]string
}

// stressTables lists what the stress test says of waves, suppliers, companies and investors, for command line and report.
func stressTables(r *whatif.StressResult) []stressTable {
	t := stressCells{r}
	var tables []stressTable
	for wave := range r.Waves + 1 {
		tables = append(tables, t.wave(wave)...)
	}
	for _, table := range []stressTable{t.suppliers(), t.values(), t.investors()} {
		if len(table.Rows) > 0 {
			tables = append(tables, table)
		}
	}
	return tables
}

// stressCells writes the cells of the tables.
type stressCells struct{ *whatif.StressResult }

const unknownCell = "unknown"

func (t stressCells) money(e whatif.Estimate, known bool) string {
	if !known {
		return unknownCell
	}
	return e.Text(whatif.UnitMoney, t.Book.Base)
}

func (t stressCells) part(e whatif.Estimate) string { return e.Text(whatif.UnitShare, t.Book.Base) }

// wave lists who falls in a wave, and which legs that hits.
func (t stressCells) wave(wave int) (tables []stressTable) {
	companies, legs := t.In(wave)
	title := "The shock"
	if wave > 0 {
		title = fmt.Sprintf("Wave %d", wave)
	}
	if len(companies) > 0 {
		fallen := stressTable{Head: []string{title, "pays", "of"}}
		for _, company := range companies {
			known := company.Owes.Best >= 0.5 || !company.Owes.Open
			fallen.Rows = append(fallen.Rows, []string{t.Book.CompanyName(company.Company), t.money(company.Pays, known), t.money(company.Owes, known)})
		}
		tables = append(tables, fallen)
	}
	if len(legs) == 0 {
		return tables
	}
	hit := stressTable{Head: []string{"hit", "loses", "of", "share", "leg"}}
	if len(companies) == 0 {
		hit.Head[0] = title + " hits"
	}
	for _, leg := range legs {
		hit.Rows = append(hit.Rows, []string{t.Book.CompanyName(leg.Payee), t.money(leg.Lost, leg.Known), t.money(leg.Due, leg.Known),
			t.part(leg.Share),
			fmt.Sprintf("%d: %s → %s %s", leg.Leg, t.Book.CompanyName(leg.Payer), t.Book.CompanyName(leg.Payee), leg.Kind)})
	}
	return append(tables, hit)
}

func (t stressCells) suppliers() stressTable {
	table := stressTable{Head: []string{"Lost revenue by supplier", "lost", "lost without the shock", "of", "legs without a number"}}
	for _, supplier := range t.Suppliers {
		table.Rows = append(table.Rows, []string{t.Book.CompanyName(supplier.Company), t.money(supplier.Lost, supplier.LossKnown()),
			t.money(supplier.Before, true), t.money(supplier.Due, supplier.Known()), strconv.Itoa(supplier.Unknown)})
	}
	return table
}

// values lists what each company loses of its own economic value.
func (t stressCells) values() stressTable {
	table := stressTable{Head: []string{"Value lost, of its own", "by the shock itself", "passed on", "in all"}}
	for _, company := range t.Ranked() {
		first, passed, all := t.part(company.First), t.part(company.Passed), t.part(company.Rank)
		if company.RankUnknown() {
			first, passed, all = unknownCell, unknownCell, unknownCell
		}
		if company.PassedUnknown() && !company.RankUnknown() {
			passed, all = unknownCell, first+" or more"
		}
		table.Rows = append(table.Rows, []string{t.Book.CompanyName(company.Company), first, passed, all})
	}
	return table
}

func (t stressCells) investors() stressTable {
	table := stressTable{Head: []string{"Holdings as stated, looked through", "lost", "of", "by the shock itself", "not counted"}}
	for _, investor := range t.Investors {
		known := investor.Known && t.RankKnown
		lost, of, first := t.money(investor.Lost, known), t.money(investor.Worth, investor.Known), t.money(investor.First, known)
		if investor.OnlyGone() {
			lost, of, first = whatif.NoLongerBought, whatif.NoLongerBought, whatif.NoLongerBought
		}
		left := strconv.Itoa(investor.Unknown)
		if investor.Gone > 0 && !investor.OnlyGone() {
			left += fmt.Sprintf(", and %d %s", investor.Gone, whatif.NoLongerBought)
		}
		table.Rows = append(table.Rows, []string{t.Book.CompanyName(investor.Company), lost, of, first, left})
	}
	return table
}
