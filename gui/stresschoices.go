package gui

import (
	"slices"
	"strings"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// refill lists the companies of the book, and the presets.
func (p *stressPanel) refill() {
	if p.document != p.session.document {
		p.forget() // another document's companies bear the same numbers
		p.document = p.session.document
	}
	p.filling = true
	defer func() { p.filling = false }()
	book := p.session.book
	was, wasSupplier := p.chosen(p.company), p.chosen(p.supplier)
	companies := slices.Clone(book.Companies)
	slices.SortStableFunc(companies, func(a, b deal.Company) int {
		return strings.Compare(deal.NameKey(a.Name), deal.NameKey(b.Name))
	})
	p.names = p.names[:0]
	var names []string
	for _, company := range companies {
		p.names, names = append(p.names, company.ID), append(names, company.Name)
	}
	p.company.Options, p.supplier.Options = names, names
	largest, second := largestPayer(book)
	for _, set := range []struct {
		control        *widgets.Choice
		was, otherwise deal.CompanyID
	}{{p.company, was, largest}, {p.supplier, wasSupplier, second}} {
		at := slices.Index(p.names, set.was)
		if at < 0 {
			at = slices.Index(p.names, set.otherwise)
		}
		if at < 0 {
			set.control.ClearSelected()
			continue
		}
		set.control.SetSelectedIndex(at)
	}
	p.fillPresets(largest)
	p.showState()
}

// largestPayer returns the company that is to pay the most, and the one that is to get the most of it.
func largestPayer(book *deal.Book) (payer, payee deal.CompanyID) {
	built, err := network.Build(book, network.View{})
	if err != nil {
		return 0, 0
	}
	pays := make([]int64, len(built.Companies))
	for _, flow := range built.Flows {
		pays[flow.Payer] += flow.Money
	}
	most, from := int64(0), -1
	for i, cents := range pays {
		if cents > most {
			most, from, payer = cents, i, built.Companies[i].ID
		}
	}
	most = 0
	for _, flow := range built.Flows {
		if flow.Payer == from && flow.Money > most {
			most, payee = flow.Money, built.Companies[flow.Payee].ID
		}
	}
	return payer, payee
}

func (p *stressPanel) chosen(control *widgets.Choice) deal.CompanyID {
	if at := control.SelectedIndex(); at >= 0 && at < len(p.names) {
		return p.names[at]
	}
	return 0
}

func (p *stressPanel) fillPresets(largest deal.CompanyID) {
	p.presets.RemoveAll()
	add := func(words string, kind whatif.ShockKind, set func()) {
		p.presets.Add(widgets.NewChip(words, func() {
			p.filling = true
			p.kind.SetSelectedIndex(slices.Index(whatif.ShockKinds, kind))
			set()
			p.filling = false
			p.begin()
		}))
	}
	if largest != 0 {
		add(p.session.book.CompanyName(largest)+" fails", whatif.ShockFails, func() {
			p.company.SetSelectedIndex(slices.Index(p.names, largest))
		})
	}
	fall := whatif.NasdaqFall.Percent()
	add("Valuations −"+fall+" (Nasdaq from 2000)", whatif.ShockValuations, func() { p.entries["part"].SetText(fall) })
	add("Cloud contracts halved", whatif.ShockCut, func() {
		p.cut.SetSelectedIndex(slices.Index(deal.Kinds, deal.KindCloud))
		p.entries["part"].SetText("50%")
	})
	add("Deals in talks collapse", whatif.ShockCollapse, func() {
		p.status.SetSelectedIndex(slices.Index(deal.Statuses, deal.StatusInTalks))
	})
}
