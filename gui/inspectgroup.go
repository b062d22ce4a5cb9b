package gui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// companies tells about several selected companies: what they pay each other, and what goes in and out of the group.
func (in *inspector) companies(ids []deal.CompanyID) []fyne.CanvasObject {
	book, built, measures := in.session.shown()
	parts := []fyne.CanvasObject{heading(counted(len(ids), "company"))}
	var members []int
	for _, id := range ids {
		if at := positionOf(built, id); at >= 0 {
			members = append(members, at)
		}
	}
	if built != nil {
		group := built.GroupOf(members)
		parts = append(parts, widgets.Facts([]widgets.Fact{
			{Caption: "Among them", Value: sumWords(group.Among, book.Base)},
			{Caption: "In from others", Value: sumWords(group.In, book.Base)},
			{Caption: "Out to others", Value: sumWords(group.Out, book.Base)},
		}))
	}
	count := 0
	for _, id := range ids {
		if company, ok := in.session.book.Company(id); ok && company.Pinned {
			count++
		}
	}
	if count > 0 {
		parts = append(parts, in.pinned(fmt.Sprintf("%d of them pinned: layouts leave them where they stand.", count), "Unpin them")...)
	}
	parts = append(parts, section("In the order of selection"))
	pays, paid := totals(built)
	for i, id := range ids {
		if i == mostListed {
			parts = append(parts, widgets.NewNote("and "+counted(len(ids)-i, "more company")+", listed under Companies"))
			break
		}
		words := fmt.Sprintf("%s: pays %s, is paid %s", book.CompanyName(id), pays[id].text(book.Base), paid[id].text(book.Base))
		parts = append(parts, widgets.NewLink(words, func() { in.session.selectCompany(id) }))
	}
	if measures != nil {
		parts = append(parts, in.loopsWithin(ids)...)
	}
	return parts
}

// sumWords writes a sum with the number of its legs: $38bn + ?, 3 legs.
func sumWords(sum network.Sum, base deal.Currency) string {
	words := totalOf(sum).text(base)
	if legs := sum.Known + sum.Unknown; legs > 0 {
		words += ", " + counted(legs, "leg")
	}
	return words
}

// mostListed is how many companies of a group are listed.
const mostListed = 40

// mostLoopsWithin is how many loops are listed for a group; all of them stand in the list of loops.
const mostLoopsWithin = 12

// loopsWithin lists the loops that run through none but these companies, the biggest first.
func (in *inspector) loopsWithin(ids []deal.CompanyID) []fyne.CanvasObject {
	inside := make(map[deal.CompanyID]bool, len(ids))
	for _, id := range ids {
		inside[id] = true
	}
	var parts []fyne.CanvasObject
	table := in.window.loops
	for at, path := range table.paths {
		within := true
		names := make([]string, len(path))
		for i, id := range path {
			within = within && inside[id]
			names[i] = in.session.book.CompanyName(id)
		}
		if !within || len(parts) > mostLoopsWithin {
			continue
		}
		if len(parts) == 0 {
			parts = append(parts, section("Loops among them"))
		}
		words := deal.Ring(names...) + ", " + loopMoney(table.report.Top[at], in.session.book.Base)
		parts = append(parts, widgets.NewLink(words, func() { in.session.selectLoop(path) }))
	}
	return parts
}
