package gui

import (
	"fmt"
	"slices"

	"roundtrip/gui/graphview"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
	"roundtrip/internal/whatif"
)

// hoverLines tells amounts and sources of what is under the pointer.
func (w *Window) hoverLines(target picture.Target) []graphview.HoverLine {
	book, built, measures := w.session.shown()
	if leg, d, ok := book.Leg(target.Leg); ok {
		amount := leg.Figure.Text(leg.Currency)
		if worth := book.InBaseText(leg.Figure, leg.Currency); worth != "" && !leg.Figure.Assumed {
			amount += " = " + worth
		}
		lines := []graphview.HoverLine{
			{Text: endsOf(book.CompanyName(leg.Payer), book.CompanyName(leg.Payee)), Strong: true},
			{Text: amount + " for " + string(leg.Kind), Strong: true},
			{Text: d.Title + ", " + string(d.Status)},
		}
		if leg.TermMonths > 0 {
			lines = append(lines, graphview.HoverLine{Text: "over " + deal.TermText(leg.TermMonths)})
		}
		return append(lines, sourceLines(book, deal.Subject{Leg: leg.ID})...)
	}
	company, ok := book.Company(target.Company)
	if !ok || built == nil {
		return nil
	}
	pays, paid := totals(built)
	lines := []graphview.HoverLine{
		{Text: company.Name, Strong: true},
		{Text: string(company.Role)},
		{Text: "pays " + pays[company.ID].text(book.Base) + ", is paid " + paid[company.ID].text(book.Base), Strong: true},
	}
	if now, _ := w.session.book.Company(target.Company); now.Pinned {
		lines = append(lines, graphview.HoverLine{Text: "pinned: layouts leave it where it stands"})
	}
	if measures == nil {
		return lines
	}
	flags := flagsOf(w.session.withRanges(measures), company.ID)
	for i, flag := range flags {
		if i == mostFlags && len(flags) > mostFlags+1 {
			return append(lines, graphview.HoverLine{Text: fmt.Sprintf("and %s, listed in the inspector", counted(len(flags)-i, "more flag"))})
		}
		lines = append(lines, graphview.HoverLine{Text: "Flag: " + flag.Text})
	}
	return lines
}

// badgeLines tells what a badge of a company stands for: what the legend says of it, and the flags that have put it there.
func (w *Window) badgeLines(id deal.CompanyID, badge picture.Badge) []graphview.HoverLine {
	book, _, measures := w.session.shown()
	lines := []graphview.HoverLine{{Text: book.CompanyName(id) + ": " + badge.Words(), Strong: true}}
	if measures == nil {
		return lines
	}
	for _, flag := range flagsOf(w.session.withRanges(measures), id) {
		if put, ok := picture.BadgeOf(flag, id); ok && put == badge {
			lines = append(lines, graphview.HoverLine{Text: "Flag: " + flag.Text})
		}
	}
	return lines
}

// mostFlags is how many flags the pointer tells of.
const mostFlags = 3

// toldFlags returns the flags, and says of each that is not certain that it is not.
func toldFlags(measures *network.Measures) []network.Flag {
	flags := slices.Clone(measures.Flags)
	for at := range flags {
		flags[at].Text = measures.FlagText(at)
	}
	return flags
}

// flagsOf returns those that name the company.
func flagsOf(measures *network.Measures, id deal.CompanyID) []network.Flag {
	return slices.DeleteFunc(toldFlags(measures), func(flag network.Flag) bool { return !slices.Contains(flag.Companies, id) })
}

// sourceLines names the sources of a figure, the chosen one first.
func sourceLines(book *deal.Book, subject deal.Subject) []graphview.HoverLine {
	var lines []graphview.HoverLine
	if own := whatif.OwnFigure(book, subject.Leg); own != "" && !whatif.FillsIn(book, subject.Leg) {
		return []graphview.HoverLine{{Text: "your own figure: " + own}}
	}
	for _, chosen := range []bool{true, false} {
		for _, claim := range book.ClaimsAbout(subject) {
			if claim.Field != deal.ClaimFigure || claim.Chosen != chosen {
				continue
			}
			source, _ := book.Source(claim.Source)
			words := source.Citation()
			if !chosen {
				words = claimValue(claim) + " says " + words
			}
			lines = append(lines, graphview.HoverLine{Text: words})
		}
	}
	if len(lines) == 0 {
		lines = append(lines, graphview.HoverLine{Text: "no source: your own entry"})
	}
	return lines
}
