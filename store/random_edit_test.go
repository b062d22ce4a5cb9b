package store

import (
	"fmt"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// randomEdit draws an edit of the Book that uses everything an Edit can do. It is valid but for what only the
// document can tell, such as a name that is taken or a company that is still named.
func randomEdit(t *rapid.T, book *deal.Book) deal.Edit {
	g := &generator{T: t, book: book}
	edit := deal.Edit{Label: rapid.SampledFrom([]string{"", "Add", "Change é"}).Draw(t, "label")}
	if g.chance("seen", 2) {
		edit.Seen = book
	}
	for range g.count("sources", 2) {
		id := g.entry("source", len(book.Sources), func(i int) int64 { return int64(book.Sources[i].ID) }, &g.newSources)
		edit.Sources = append(edit.Sources, g.source(deal.SourceID(id)))
	}
	for range g.count("companies", 3) {
		id := g.entry("company", len(book.Companies), func(i int) int64 { return int64(book.Companies[i].ID) }, &g.newCompanies)
		edit.Companies = append(edit.Companies, g.company(deal.CompanyID(id)))
	}
	for range g.count("deals", 2) {
		if d, ok := g.deal(); ok {
			edit.Deals = append(edit.Deals, d)
		}
	}
	for range g.count("claims", 2) {
		if claim, ok := g.claim(); ok {
			edit.Claims = append(edit.Claims, claim)
		}
	}
	for range g.count("rates", 1) {
		currency := rapid.SampledFrom([]deal.Currency{"EUR", "GBP", "JPY"}).Draw(t, "currency")
		micros := int64(rapid.SampledFrom([]int{0, 1, 1_170_000}).Draw(t, "micros"))
		edit.Rates = append(edit.Rates, deal.Rate{Currency: currency, Micros: micros, Source: g.anySource()})
	}
	for range g.count("scenarios", 1) {
		edit.Scenarios = append(edit.Scenarios, g.scenario())
	}
	g.deletions(&edit)
	if g.chance("title", 6) {
		title := fmt.Sprintf("Title %d", rapid.IntRange(0, 99).Draw(t, "title number"))
		edit.Title = &title
		layout := rapid.SampledFrom(deal.Layouts).Draw(t, "layout")
		edit.Layout = &layout
	}
	if g.chance("base", 9) {
		base := rapid.SampledFrom([]deal.Currency{"EUR", "USD"}).Draw(t, "base")
		edit.Base = &base
	}
	return edit
}

// generator draws entries; what it has drawn as new may be referred to by what it draws later.
type generator struct {
	*rapid.T
	book         *deal.Book
	newSources   []int64
	newCompanies []int64
	newDeals     []int64
	newLegs      []int64
	newScenarios []int64
}

func (g *generator) chance(label string, oneIn int) bool {
	return rapid.IntRange(1, oneIn).Draw(g.T, label) == 1
}

func (g *generator) count(label string, most int) int {
	return rapid.IntRange(0, most).Draw(g.T, label)
}

// entry draws the ID of a stored entry, or a new negative one, which it notes.
func (g *generator) entry(label string, stored int, idOf func(int) int64, made *[]int64) int64 {
	at := rapid.IntRange(-2, stored-1).Draw(g.T, label)
	if at >= 0 {
		return idOf(at)
	}
	id := int64(-len(*made) - 1)
	*made = append(*made, id)
	return id
}

func (g *generator) anySource() deal.SourceID {
	ids := []int64{0}
	for i := range g.book.Sources {
		ids = append(ids, int64(g.book.Sources[i].ID))
	}
	return deal.SourceID(rapid.SampledFrom(append(ids, g.newSources...)).Draw(g.T, "cited source"))
}

// twoCompanies draws two different companies, or reports that there are no two.
func (g *generator) twoCompanies() (first, second deal.CompanyID, ok bool) {
	var ids []int64
	for i := range g.book.Companies {
		ids = append(ids, int64(g.book.Companies[i].ID))
	}
	ids = append(ids, g.newCompanies...)
	if len(ids) < 2 {
		return 0, 0, false
	}
	i := rapid.IntRange(0, len(ids)-1).Draw(g.T, "first company")
	j := rapid.IntRange(1, len(ids)-1).Draw(g.T, "second company")
	return deal.CompanyID(ids[i]), deal.CompanyID(ids[(i+j)%len(ids)]), true
}

func (g *generator) text(label string) string {
	return rapid.SampledFrom([]string{"", "plain", "“é” 中 \u2028 <&> \\ \"'", "line\nline\ttab"}).Draw(g.T, label)
}

func (g *generator) date() deal.Date {
	return rapid.SampledFrom([]deal.Date{"", "2025", "2025-11", "2025-11-03"}).Draw(g.T, "date")
}

func (g *generator) cents() int64 {
	return rapid.SampledFrom([]int64{0, 1, 99, 10_000_000_000_00, 1<<53 + 1, deal.MaxCents}).Draw(g.T, "cents")
}

func (g *generator) figure() deal.Figure {
	cents := g.cents()
	switch rapid.IntRange(0, 6).Draw(g.T, "figure") {
	case 0:
		return deal.Exactly(cents)
	case 1:
		return deal.UpTo(cents)
	case 2:
		return deal.AtLeast(cents)
	case 3:
		return deal.Between(cents/2, cents)
	case 4:
		return deal.Undisclosed().Assume(0, cents/2, cents)
	case 5:
		return deal.About(cents)
	}
	return deal.Undisclosed()
}

func (g *generator) reported() deal.Reported {
	if g.chance("unstated", 2) {
		return deal.Reported{}
	}
	return deal.Reported{Stated: true, Money: deal.Money{Cents: g.cents(), Currency: "EUR"}, Source: g.anySource()}
}

func (g *generator) source(id deal.SourceID) deal.Source {
	return deal.Source{ID: id, Title: "Source " + g.text("title"), Publisher: g.text("publisher"), Date: g.date(), Note: g.text("note")}
}

func (g *generator) company(id deal.CompanyID) deal.Company {
	// Few names, so that they clash and swap.
	name := rapid.SampledFrom([]string{"Ärger AG", "ärger ag", "B", "C", "D", "E", "F", "G", "H"}).Draw(g.T, "name")
	company := deal.Company{
		ID: id, Name: name, Role: rapid.SampledFrom(deal.Roles).Draw(g.T, "role"), Ticker: "T", Note: g.text("note"),
		Cash: g.reported(), Revenue: g.reported(),
	}
	if g.chance("pinned", 2) {
		company.Pinned = true
		company.X = rapid.Float64Range(-1e9, 1e9).Draw(g.T, "x")
		company.Y = rapid.SampledFrom([]float64{0, -1, 0.1, 1e21}).Draw(g.T, "y")
	}
	return company
}
