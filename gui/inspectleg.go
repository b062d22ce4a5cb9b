package gui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// leg tells about one leg, its deal, and what each source says of it.
func (in *inspector) leg(id deal.LegID) []fyne.CanvasObject {
	book := in.session.book
	leg, d, ok := book.Leg(id)
	if !ok {
		return in.overview()
	}
	parts := []fyne.CanvasObject{
		heading(d.Title), widgets.NewParagraph(endsOf(book.CompanyName(leg.Payer), book.CompanyName(leg.Payee)), ""),
		in.buttons("Change deal…"),
	}
	facts := in.amountFacts(leg)
	facts = append(facts, widgets.Fact{Caption: "For", Value: string(leg.Kind) + ", paid in " + string(leg.Basis)},
		widgets.Fact{Caption: "Status", Value: string(d.Status)}, counting(d))
	facts = append(facts, optionalFact("Announced", d.Announced.String())...)
	facts = append(facts, optionalFact("Term", deal.TermText(leg.TermMonths))...)
	facts = append(facts, optionalFact("Start", leg.Start.String())...)
	facts = append(facts, optionalFact("Paid so far", reportedText(leg.Drawn))...)
	facts = append(facts, optionalFact("Stake", percentText(leg.Stake))...)
	if leg.Valuation.Set() {
		facts = append(facts, widgets.Fact{Caption: "Valuation", Value: strings.TrimSpace(leg.Valuation.Text(leg.Currency) + " " + string(leg.ValuationMoney))})
	}
	if other, _, ok := book.Leg(leg.ConditionalOn); ok {
		words := fmt.Sprintf("%s of it must be followed by %s for %s", leg.CoveredShare().Percent(),
			endsOf(book.CompanyName(other.Payer), book.CompanyName(other.Payee)), other.Kind)
		facts = append(facts, widgets.Fact{Caption: "Condition", Value: words, Tapped: func() { in.session.selectLeg(other.ID) }})
	}
	facts = append(facts, in.comesBack(leg)...)
	facts = append(facts, optionalFact("Note", leg.Note)...)
	parts = append(parts, widgets.Facts(facts))
	parts = append(parts, in.claims(deal.Subject{Leg: id})...)
	parts = append(parts, in.claims(deal.Subject{Deal: d.ID})...)
	parts = append(parts, in.otherLegs(d, id)...)
	parts = append(parts, in.rights(func(right deal.Right) bool {
		for _, own := range d.Rights {
			if own.ID == right.ID {
				return true
			}
		}
		return false
	})...)
	if d.Notes != "" {
		parts = append(parts, section("Notes"), widgets.NewParagraph(d.Notes, ""))
	}
	return parts
}

// otherLegs leads to the legs of the deal beside the one.
func (in *inspector) otherLegs(d deal.Deal, id deal.LegID) []fyne.CanvasObject {
	if len(d.Legs) < 2 {
		return nil
	}
	book, parts := in.session.book, []fyne.CanvasObject{section("The deal's other legs")}
	for _, other := range d.Legs {
		if other.ID != id {
			words := endsOf(book.CompanyName(other.Payer), book.CompanyName(other.Payee)) + ", " + other.Figure.Short(other.Currency)
			parts = append(parts, widgets.NewLink(words, func() { in.session.selectLeg(other.ID) }))
		}
	}
	return parts
}

func counting(d deal.Deal) widgets.Fact {
	switch d.Counting {
	case deal.Overlapping:
		value := "not counted: other deals hold this money already"
		if d.Total.Set() {
			value += "; in all " + d.Total.Text(d.Currency)
		}
		return widgets.Fact{Caption: "Counting", Value: value, Colour: widgets.ColourLoop}
	case deal.Projection:
		return widgets.Fact{Caption: "Counting", Value: "not counted: a projection", Colour: widgets.ColourLoop}
	}
	return widgets.Fact{Caption: "Counting", Value: "counted"}
}

func optionalFact(caption, value string) []widgets.Fact {
	if value == "" {
		return nil
	}
	return []widgets.Fact{{Caption: caption, Value: value}}
}

// comesBack says how much of the leg's money ever returns to its payer.
func (in *inspector) comesBack(leg deal.Leg) []widgets.Fact {
	_, built, measures := in.session.shown()
	if measures == nil {
		return nil
	}
	payer, payee := positionOf(built, leg.Payer), positionOf(built, leg.Payee)
	if payer < 0 || payee < 0 {
		return nil
	}
	at, ok := built.FlowBetween(payer, payee)
	if !ok || at >= len(measures.ReturnShare) {
		return nil
	}
	name := in.session.book.CompanyName(leg.Payer)
	words := string(in.session.standings().ReturnShare[at]) + share(measures.ReturnShare[at]) + " of each dollar reaches " + name + " again"
	if missing := wordsOfMissing(missingAround(built, payer, payee), built.Base); missing != "" {
		words += ", as far as legs have a number: " + missing + " lie on the way"
	}
	return []widgets.Fact{{Caption: "Comes back", Value: words}}
}

// missingAround counts the legs without a number that pay between companies that lie, like the two, on loops with each other:
// they could carry money back, or away.
func missingAround(built *network.Network, payer, payee int) (missing network.Missing) {
	for _, component := range built.Components() {
		if !slices.Contains(component, payer) || !slices.Contains(component, payee) {
			continue
		}
		for i := range built.Flows {
			if slices.Contains(component, built.Flows[i].Payer) {
				missing.Add(built.MissingOf(built.Flows[i].Legs...))
			}
		}
	}
	return missing
}

// wordsOfMissing names the kinds of legs without a number that there are, "" where there are none.
func wordsOfMissing(missing network.Missing, base deal.Currency) string {
	var words []string
	if missing.Undisclosed > 0 {
		words = append(words, "undisclosed legs")
	}
	if missing.Unrated > 0 {
		words = append(words, "legs without a rate to "+string(base))
	}
	if missing.Unplaced > 0 {
		words = append(words, "legs without a number in this view")
	}
	return deal.AllOf(words)
}

// claims lists what each source says, the chosen claim marked; another one is chosen with a click.
func (in *inspector) claims(subject deal.Subject) []fyne.CanvasObject {
	book := in.session.book
	claims := book.ClaimsAbout(subject)
	if len(claims) == 0 {
		if subject.Leg != 0 {
			return append([]fyne.CanvasObject{widgets.NewNote("No source is cited for this leg: it is your own entry.")}, in.rates(subject.Leg)...)
		}
		return nil
	}
	title := "What sources say of this leg"
	switch {
	case subject.Deal != 0:
		title = "What sources say of the deal"
	case subject.Company != 0:
		title = "What sources say"
	}
	parts := []fyne.CanvasObject{section(title)}
	for _, claim := range claims {
		source, _ := book.Source(claim.Source)
		words := string(claim.Field) + ": " + claimValue(claim)
		if claim.Field == deal.ClaimOther {
			words = claim.Text
		}
		colour := widgets.ColourMuted
		if claim.Chosen {
			words, colour = "✓ "+words, ""
		}
		line := []fyne.CanvasObject{widgets.NewParagraph(words, colour)}
		if claim.Text != "" && claim.Field != deal.ClaimOther {
			line = append(line, widgets.NewNote(claim.Text))
		}
		line = append(line, widgets.NewLink(source.Citation(), func() { in.session.selectSourceOf(source.ID) }))
		if !claim.Chosen && claim.Field != deal.ClaimOther {
			use := widgets.NewButton("Use this", func() { in.window.chooseClaim(claim) })
			use.Importance = widget.LowImportance
			line = append(line, container.NewHBox(use))
		}
		parts = append(parts, widgets.Stacked(1, line...), widgets.NewGap(2))
	}
	return append(parts, in.rates(subject.Leg)...)
}

// claimValue writes what a claim states.
func claimValue(claim deal.Claim) string {
	switch claim.Field {
	case deal.ClaimStatus:
		return string(claim.Status)
	case deal.ClaimStake:
		return claim.Stake.Percent()
	case deal.ClaimTerm:
		return deal.TermText(claim.Months)
	case deal.ClaimAnnounced:
		return claim.Date.String()
	}
	return claim.Figure.Text(claim.Currency)
}

// source tells about the selected source and everything that it claims.
func (in *inspector) source() []fyne.CanvasObject {
	book := in.session.book
	source, ok := book.Source(in.session.source)
	if !ok {
		return in.overview()
	}
	facts := append(optionalFact("Publisher", source.Publisher), optionalFact("Dated", source.Date.String())...)
	facts = append(facts, optionalFact("Link", source.Link)...)
	facts = append(facts, optionalFact("Note", source.Note)...)
	parts := []fyne.CanvasObject{
		heading("Source"), widgets.NewParagraph(source.Title, ""), in.sourceButtons(source), widgets.Facts(facts), section("It says"),
	}
	for _, rate := range book.Rates {
		if rate.Source == source.ID {
			parts = append(parts, widgets.NewLink("exchange rate: "+book.RateWords(rate), in.window.changeRates))
		}
	}
	for _, claim := range book.Claims {
		if claim.Source != source.ID {
			continue
		}
		words := subjectWords(book, claim.About) + ", " + string(claim.Field) + ": " + claimValue(claim)
		if claim.Field == deal.ClaimOther {
			words = subjectWords(book, claim.About) + ": " + claim.Text
		}
		parts = append(parts, widgets.NewLink(words, func() { in.session.selectSubject(claim.About) }))
	}
	return parts
}

func (in *inspector) sourceButtons(source deal.Source) fyne.CanvasObject {
	return container.NewHBox(widgets.NewButton("Change source…", func() { in.window.changeSource(source) }))
}

func subjectWords(book *deal.Book, about deal.Subject) string {
	if leg, _, ok := book.Leg(about.Leg); ok {
		return endsOf(book.CompanyName(leg.Payer), book.CompanyName(leg.Payee))
	}
	if d, ok := book.Deal(about.Deal); ok {
		return d.Title
	}
	return book.CompanyName(about.Company)
}

// loop tells about the selected loop leg by leg, the one that bounds it marked.
func (in *inspector) loop() []fyne.CanvasObject {
	book, built, measures := in.session.shown()
	path := in.session.selection.Loop
	names := make([]string, len(path))
	for i, id := range path {
		names[i] = book.CompanyName(id)
	}
	parts := []fyne.CanvasObject{heading(deal.Ring(names...))}
	if built == nil || measures == nil {
		return parts
	}
	if at := in.window.loops.selected(); at >= 0 {
		found := in.window.loops.report.Top[at]
		parts = append(parts, widgets.Facts([]widgets.Fact{
			{Caption: "Goes round", Value: loopMoney(found, book.Base), Colour: widgets.ColourLoop},
			{Caption: "Category", Value: string(found.Category)},
			{Caption: "Bounded by", Value: boundWords(in.window.loops.built, found)},
		}))
	}
	parts = append(parts, section("Leg by leg"))
	for i := range path {
		from, to := positionOf(built, path[i]), positionOf(built, path[(i+1)%len(path)])
		at, ok := built.FlowBetween(from, to)
		if from < 0 || to < 0 || !ok {
			continue
		}
		parts = append(parts, subheading(flowWords(built, at, book.Base)))
		for _, part := range built.Flows[at].Legs {
			leg, d, ok := book.Leg(part.ID)
			if !ok {
				continue
			}
			words := fmt.Sprintf("%s: %s, %s, %s", d.Title, leg.Figure.Short(leg.Currency), leg.Kind, d.Status)
			parts = append(parts, widgets.NewLink(words, func() { in.session.selectLeg(leg.ID) }))
			parts = append(parts, in.sourcesOf(leg.ID)...)
		}
	}
	return parts
}

// flowWords writes a flow as a sentence does: OpenAI → Amazon, $38bn.
func flowWords(built *network.Network, at int, base deal.Currency) string {
	if at < 0 || at >= len(built.Flows) {
		return ""
	}
	flow := &built.Flows[at]
	amount := "undisclosed"
	if amounts := built.UnratedAmounts(flow); len(amounts) > 0 {
		amount = deal.AllOf(amounts) + " without a rate to " + string(base)
	}
	if flow.Known() {
		amount = string(flow.Standing()) + deal.Money{Cents: flow.Money, Currency: base}.Short()
	}
	return endsOf(built.Companies[flow.Payer].Name, built.Companies[flow.Payee].Name) + ", " + amount
}

// boundWords names the flow that bounds a loop. Where one is undisclosed nobody knows whether it does, and the
// smallest one with a number, which is marked on the canvas, is named beside it.
func boundWords(built *network.Network, loop network.Loop) string {
	words := flowWords(built, loop.Smallest, built.Base)
	if loop.Known || words == "" {
		return words
	}
	smallest := -1
	for i, payer := range loop.Path {
		at, ok := built.FlowBetween(payer, loop.Path[(i+1)%len(loop.Path)])
		if ok && built.Flows[at].Known() && (smallest < 0 || built.Flows[at].Money < built.Flows[smallest].Money) {
			smallest = at
		}
	}
	if smallest < 0 {
		return words
	}
	return words + ", or by the smallest known: " + flowWords(built, smallest, built.Base)
}
