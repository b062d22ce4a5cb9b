package gui

import (
	"errors"
	"strings"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// newCompanyForm is the form in which a company is entered and changed.
func newCompanyForm(book *deal.Book, company deal.Company) *smallForm {
	heading := "Add a company"
	if company.ID != 0 {
		heading = "Change the company"
	}
	f := newSmallForm(heading)
	name, ticker, colour, note := company.Name, company.Ticker, company.Colour, company.Note
	role := company.Role
	cash, revenue := reportedText(company.Cash), reportedText(company.Revenue)
	f.amounts, f.base = map[string]string{deal.FieldCash: cash, deal.FieldRevenue: revenue}, book.Base
	f.read = func() (deal.Edit, deal.Problems) {
		reading := entryReading{book: book}
		c := company
		c.Name, c.Ticker, c.Colour = deal.OneLine(name), deal.OneLine(ticker), strings.TrimSpace(colour)
		c.Role, c.Note = role, strings.TrimSpace(note)
		c.Cash = reading.reported(deal.FieldCash, cash, company.Cash)
		c.Revenue = reading.reported(deal.FieldRevenue, revenue, company.Revenue)
		problems := reading.problems
		var invalid deal.Problems
		if errors.As(c.Validate(), &invalid) {
			problems = append(problems, invalid...)
		}
		if known, ok := book.CompanyNamed(c.Name); ok && known.ID != c.ID {
			problems = append(problems, deal.Problem{
				Field: deal.Field{Name: deal.FieldName, Leg: -1}, Message: "there is a company of this name already",
			})
		}
		edit := deal.Edit{Label: "Add company " + c.Name, Seen: book, Companies: []deal.Company{c}}
		if c.ID != 0 {
			edit.Label = "Change company " + c.Name
			edit.Deals = followingRename(book, company, c)
		}
		return edit, problems
	}
	f.rows.Add(widgets.Columns([]float32{5, 2},
		f.text(deal.FieldName, "Name", "Company", &name), f.text(deal.FieldTicker, "Ticker", "e.g. AMZN", &ticker)))
	f.rows.Add(widgets.Columns([]float32{1, 1},
		f.field(deal.FieldRole, "Role", choice(deal.Roles, role, func(chosen deal.Role) { role, f.changed = chosen, true })),
		f.text(deal.FieldColour, "Colour, if not its role's", "e.g. #1f77b4", &colour)))
	f.rows.Add(widgets.Columns([]float32{1, 1},
		f.text(deal.FieldCash, "Cash at hand", "not stated", &cash),
		f.text(deal.FieldRevenue, "Revenue a year", "not stated", &revenue)))
	f.rows.Add(f.entry("note", "Note", widgets.NewNotesEntry(""), &note))
	return f
}

// followingRename returns the deals whose titles the program gave after the company's old name, with the new one.
func followingRename(book *deal.Book, was, is deal.Company) []deal.Deal {
	var renamed []deal.Deal
	for _, d := range book.Deals {
		if was.Name == is.Name || len(d.Legs) == 0 {
			continue
		}
		first := d.Legs[0]
		plain := func(of deal.Company) string {
			name := func(id deal.CompanyID) string {
				if id == of.ID {
					return of.Name
				}
				return book.CompanyName(id)
			}
			return deal.PlainTitle(name(first.Payer), name(first.Payee), first.Kind)
		}
		if title := deal.FollowedTitle(d.Title, plain(was), plain(is)); title != d.Title {
			d.Title = title
			renamed = append(renamed, d)
		}
	}
	return renamed
}

// reported reads an amount that may be missing; an amount that is typed over has no source any more.
func (r *entryReading) reported(field, text string, was deal.Reported) deal.Reported {
	if strings.TrimSpace(text) == "" {
		return deal.Reported{}
	}
	money, err := deal.ParseMoney(text, r.book.Base)
	if err != nil {
		r.add(field, -1, err)
		return was
	}
	if was.Stated && was.Money == money {
		return was
	}
	return deal.Reported{Stated: true, Money: money}
}

// newSourceForm is the form in which a source is changed.
func newSourceForm(book *deal.Book, source deal.Source) *smallForm {
	f := newSmallForm("Change the source")
	title, publisher, date, link, note := source.Title, source.Publisher, string(source.Date), source.Link, source.Note
	f.read = func() (deal.Edit, deal.Problems) {
		reading := entryReading{book: book}
		changed := source
		changed.Title, changed.Publisher = deal.OneLine(title), deal.OneLine(publisher)
		changed.Date = reading.date(deal.FieldDate, -1, date)
		changed.Link, changed.Note = strings.TrimSpace(link), strings.TrimSpace(note)
		problems := reading.problems
		var invalid deal.Problems
		if errors.As(changed.Validate(), &invalid) {
			problems = append(problems, invalid...)
		}
		return deal.Edit{Label: "Change source " + changed.Title, Seen: book, Sources: []deal.Source{changed}}, problems
	}
	f.rows.Add(f.text(deal.FieldTitle, "Title", "", &title))
	f.rows.Add(widgets.Columns([]float32{3, 2},
		f.text(deal.FieldPublisher, "Publisher", "", &publisher), f.text(deal.FieldDate, "Dated", "e.g. 2025-12-17", &date)))
	f.rows.Add(f.text(deal.FieldLink, "Link", "https://", &link))
	f.rows.Add(f.entry("note", "Note", widgets.NewNotesEntry(""), &note))
	return f
}
