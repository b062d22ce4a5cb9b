package gui

import (
	"slices"
	"strings"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
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
	largest, second := whatif.LargestPayer(book)
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

func (p *stressPanel) chosen(control *widgets.Choice) deal.CompanyID {
	if at := control.SelectedIndex(); at >= 0 && at < len(p.names) {
		return p.names[at]
	}
	return 0
}

// fillPresets offers the shocks that are looked at first, and the cash of the largest payer, which is then to be typed.
func (p *stressPanel) fillPresets(largest deal.CompanyID) {
	p.presets.RemoveAll()
	for _, shock := range whatif.ShockPresets(p.session.book) {
		p.presets.Add(widgets.NewChip(presetWords(p.session.book, shock), func() {
			p.enter(shock)
			p.begin()
		}))
	}
	if largest == 0 {
		return
	}
	p.presets.Add(widgets.NewChip(p.session.book.CompanyName(largest)+"’s cash at…", func() {
		p.enter(whatif.Shock{Kind: whatif.ShockCash, Company: largest})
		p.begin()
		p.window.window.Canvas().Focus(p.entries["cash"])
	}))
}

// presetWords names a preset on its chip.
func presetWords(book *deal.Book, shock whatif.Shock) string {
	switch shock.Kind {
	case whatif.ShockValuations:
		return "Valuations −" + shock.Part.Percent() + " (Nasdaq from 2000)"
	case whatif.ShockCut:
		return "Cloud contracts halved"
	case whatif.ShockCollapse:
		return "Deals in talks collapse"
	}
	return shock.Words(book)
}

// enter writes a preset into the entries. What is assumed of recovery, costs and cash stays as it is.
func (p *stressPanel) enter(shock whatif.Shock) {
	p.filling = true
	defer func() { p.filling = false }()
	p.kind.SetSelectedIndex(slices.Index(whatif.ShockKinds, shock.Kind))
	switch shock.Kind {
	case whatif.ShockValuations:
		p.entries["part"].SetText(shock.Part.Percent())
	case whatif.ShockCut:
		p.cut.SetSelectedIndex(slices.Index(deal.Kinds, shock.Cut))
		p.entries["part"].SetText(shock.Part.Percent())
	case whatif.ShockCollapse:
		p.status.SetSelectedIndex(slices.Index(deal.Statuses, shock.Status))
	default:
		p.company.SetSelectedIndex(slices.Index(p.names, shock.Company))
	}
}
