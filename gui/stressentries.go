package gui

import (
	"fmt"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// shock reads the entries. What cannot be read is marked, and false returned.
func (p *stressPanel) shock() (whatif.Shock, bool) {
	book := p.session.book
	shock := whatif.Shock{Kind: p.shockKind()}
	good := true
	read := func(name string, parse func(text string) error) { good = p.read(name, parse) && good }
	percent := func(name string) (part deal.Share) {
		read(name, func(text string) (err error) { part, err = deal.ParsePercent(text); return err })
		return part
	}
	switch shock.Kind {
	case whatif.ShockFails, whatif.ShockCash, whatif.ShockCutOff:
		shock.Company = p.chosen(p.company)
	}
	if shock.Kind == whatif.ShockCutOff {
		shock.Supplier = p.chosen(p.supplier)
	}
	if part := percent("part"); shock.Kind == whatif.ShockValuations || shock.Kind == whatif.ShockCut {
		shock.Part = part
		good = p.needed("part", "Type by how much: 50%.") && good
	}
	switch shock.Kind {
	case whatif.ShockCut:
		shock.Cut = deal.Kinds[max(0, p.cut.SelectedIndex())]
	case whatif.ShockCollapse:
		shock.Status = deal.Statuses[max(0, p.status.SelectedIndex())]
	case whatif.ShockCash:
		read("cash", func(text string) (err error) {
			shock.Cents, err = p.money(text, p.cashCurrency(shock.Company))
			return err
		})
		good = p.needed("cash", "Type how much cash it has: 5bn, $350m, 0.") && good
	}
	shock.Recovery = percent("recovery")
	shock.Costs.Cash = float64(percent("ofcash")) / float64(deal.Whole)
	shock.Costs.Payments = float64(percent("ofincome")) / float64(deal.Whole)
	read("assumed", func(text string) (err error) {
		shock.Assumed, err = p.money(text, book.Base)
		shock.Assume = err == nil
		return err
	})
	if !good {
		return shock, false
	}
	problem := ""
	if err := shock.Validate(book); err != nil {
		problem, good = sentence(err), false
	}
	p.fields["kind"].SetProblem(problem)
	return shock, good
}

// needed reports whether anything is entered, and hints at it otherwise.
func (p *stressPanel) needed(name, hint string) bool {
	entered := strings.TrimSpace(p.entries[name].Text) != ""
	if entered {
		hint = ""
	}
	p.fields[name].SetHint(hint)
	return entered
}

// read reads an entry, unless it is empty or not shown, marks what is wrong with it, and reports whether nothing is.
func (p *stressPanel) read(name string, parse func(text string) error) bool {
	problem := ""
	if text := strings.TrimSpace(p.entries[name].Text); text != "" && p.fields[name].Visible() {
		if err := parse(text); err != nil {
			problem = sentence(err)
		}
	}
	p.fields[name].SetProblem(problem)
	return problem == ""
}

// money reads an amount in one currency.
func (p *stressPanel) money(text string, currency deal.Currency) (int64, error) {
	money, err := deal.ParseSum(text, currency)
	if err == nil && money.Currency != currency {
		err = fmt.Errorf("write the amount in %s", currency)
	}
	return money.Cents, err
}

func (p *stressPanel) cashCurrency(id deal.CompanyID) deal.Currency {
	if company, ok := p.session.book.Company(id); ok && company.Cash.Stated {
		return company.Cash.Money.Currency
	}
	return p.session.book.Base
}
