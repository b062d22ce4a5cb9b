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
	flags := flagsOf(measures, company.ID)
	for i, flag := range flags {
		if i == mostFlags && len(flags) > mostFlags+1 {
			return append(lines, graphview.HoverLine{Text: fmt.Sprintf("and %s, listed in the inspector", counted(len(flags)-i, "more flag"))})
		}
		words := "Flag: "
		if bearer, ok := flag.Bearer(); ok && bearer != company.ID {
			words = "Named in a flag of " + book.CompanyName(bearer) + ": "
		}
		lines = append(lines, graphview.HoverLine{Text: words + flag.Text})
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
	told := picture.Badges(1 << badge)
	if scene, _ := w.canvas.Scene(); badge == picture.BadgeMore && scene != nil {
		disc, _ := scene.Disc(id)
		told = disc.More
	}
	for _, flag := range flagsOf(measures, id) {
		if put, ok := picture.BadgeOf(flag, id); ok && told.Has(put) {
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

// flagsOf returns the flags of the company, and behind them those of others that name it.
func flagsOf(measures *network.Measures, id deal.CompanyID) []network.Flag {
	var own, others []network.Flag
	for _, flag := range toldFlags(measures) {
		if bearer, ok := flag.Bearer(); ok && bearer == id {
			own = append(own, flag)
		} else if slices.Contains(flag.Companies, id) {
			others = append(others, flag)
		}
	}
	return append(own, others...)
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
