package gui

import (
	"errors"
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// dealEntry is a deal as it stands in the form: every field the text that was typed.
type dealEntry struct {
	seen      *deal.Book
	kept      deal.Deal // the deal as it was opened; zero for a new one
	title     string
	status    deal.Status
	announced string
	counting  deal.Counting
	total     string
	tags      string
	notes     string
	legs      []legEntry
	rights    []rightEntry
	source    sourceEntry
}

// legEntry is one leg as it stands in the form.
type legEntry struct {
	kept          deal.Leg // as it was opened; a new leg has a negative ID of its own
	payer, payee  string
	kind          deal.Kind
	basis         deal.Basis
	amount        string
	assumed       string
	start, term   string
	drawn         string
	stake         string
	valuation     string
	timing        deal.Timing
	conditionalOn deal.LegID
	covers        string
	note          string
}

// sourceEntry is the source that the form cites; an empty title cites none.
type sourceEntry struct{ title, publisher, date, link, passage string }

// newDealEntry returns an empty form with one leg, from payer to payee when they are given.
func newDealEntry(book *deal.Book, payer, payee string) dealEntry {
	return dealEntry{
		seen: book, status: deal.StatusAnnounced, counting: deal.Counted,
		legs: []legEntry{{kept: deal.Leg{ID: -1}, payer: payer, payee: payee, kind: deal.KindEquity, basis: deal.BasisCash}},
	}
}

// entryOf returns the form for a deal of the book.
func entryOf(book *deal.Book, d deal.Deal) dealEntry {
	entry := dealEntry{
		seen: book, kept: d, title: d.Title, status: d.Status, announced: string(d.Announced),
		counting: d.Counting, total: d.Total.Text(d.Currency), tags: strings.Join(d.Tags, ", "), notes: d.Notes,
	}
	for _, leg := range d.Legs {
		entry.legs = append(entry.legs, legEntry{
			kept: leg, payer: book.CompanyName(leg.Payer), payee: book.CompanyName(leg.Payee),
			kind: leg.Kind, basis: leg.Basis, amount: leg.Figure.Text(leg.Currency),
			assumed: leg.Figure.AssumedText(leg.Currency), start: string(leg.Start), term: deal.TermText(leg.TermMonths),
			drawn: reportedText(leg.Drawn), stake: percentText(leg.Stake), valuation: leg.Valuation.Text(leg.Currency),
			timing: leg.ValuationMoney, conditionalOn: leg.ConditionalOn, covers: percentText(leg.Covers), note: leg.Note,
		})
	}
	for _, right := range d.Rights {
		entry.rights = append(entry.rights, rightEntry{
			kept: right, holder: book.CompanyName(right.Holder), over: book.CompanyName(right.Over),
			kind: right.Kind, until: string(right.Until), note: right.Note,
		})
	}
	return entry
}

// duplicate returns the form for a new deal that is like the deal, with legs, rights and conditions of its own.
func duplicate(book *deal.Book, d deal.Deal) dealEntry {
	entry := entryOf(book, d)
	entry.title = d.Title + " (copy)"
	fresh := make(map[deal.LegID]deal.LegID, len(entry.legs))
	for i := range entry.legs {
		fresh[entry.legs[i].kept.ID] = deal.LegID(-1 - i)
	}
	for i := range entry.legs {
		leg := &entry.legs[i]
		leg.kept.ID = fresh[leg.kept.ID]
		if own, ok := fresh[leg.conditionalOn]; ok {
			leg.conditionalOn = own
		}
	}
	entry.kept.ID = 0
	for i := range entry.rights {
		entry.rights[i].kept.ID = 0
	}
	return entry
}

// addLeg appends an empty leg.
func (e *dealEntry) addLeg() {
	e.legs = append(e.legs, legEntry{kept: deal.Leg{ID: e.freshID()}, kind: deal.KindCloud, basis: deal.BasisCash})
}

// addReturnLeg appends the leg by which the payee of leg i pays its payer: purchases for financing and the
// other way round, undisclosed until an amount is typed.
func (e *dealEntry) addReturnLeg(i int) {
	there := e.legs[i]
	back := legEntry{
		kept: deal.Leg{ID: e.freshID()}, payer: there.payee, payee: there.payer,
		kind: deal.KindEquity, basis: deal.BasisCash,
	}
	if there.kind.Financing() {
		back.kind = deal.KindCloud
	}
	e.legs = append(e.legs, back)
}

// removeLeg takes leg i out and every condition on it.
func (e *dealEntry) removeLeg(i int) {
	gone := e.legs[i].kept.ID
	e.legs = slices.Delete(e.legs, i, i+1)
	for j := range e.legs {
		if e.legs[j].conditionalOn == gone {
			e.legs[j].conditionalOn, e.legs[j].covers = 0, ""
		}
	}
}

func (e *dealEntry) freshID() deal.LegID {
	id := deal.LegID(0)
	for _, leg := range e.legs {
		id = min(id, leg.kept.ID)
	}
	return id - 1
}

// edit reads the form. Its problems are everything that keeps the form from being saved; the edit is only
// good when there are none.
func (e dealEntry) edit() (deal.Edit, deal.Problems) {
	reading := entryReading{book: e.seen}
	d := e.kept
	d.Title = deal.OneLine(e.title)
	d.Status, d.Counting, d.Notes = e.status, e.counting, strings.TrimSpace(e.notes)
	d.Announced = reading.date(deal.FieldAnnounced, -1, e.announced)
	d.Total, d.Currency = reading.optional(deal.FieldTotal, -1, e.total, d.Currency)
	d.Tags = splitTags(e.tags)
	d.Legs = nil
	for i, leg := range e.legs {
		d.Legs = append(d.Legs, reading.leg(i, leg))
	}
	d.Rights = reading.rights(e.rights)
	if d.Title == "" {
		d.Title = e.plainTitle()
	}
	edit := deal.Edit{Label: "Add deal " + d.Title, Seen: e.seen, Companies: reading.companies, Deals: []deal.Deal{d}}
	if d.ID != 0 {
		edit.Label = "Change deal " + d.Title
	}
	e.cite(&edit, &reading)
	problems := reading.problems
	var invalid deal.Problems
	if errors.As(d.Validate(), &invalid) {
		for _, problem := range invalid {
			if problems.For(problem.Field) == "" {
				problems = append(problems, problem)
			}
		}
	}
	return edit, problems
}

// plainTitle is what the deal is called when nobody gives it a title, or "" without a leg.
func (e dealEntry) plainTitle() string {
	if len(e.legs) == 0 {
		return ""
	}
	return deal.PlainTitle(e.spelled(e.legs[0].payer), e.spelled(e.legs[0].payee), e.legs[0].kind)
}

// spelled returns a company's name as the document writes it, however it was typed.
func (e dealEntry) spelled(name string) string {
	if known, ok := e.seen.CompanyNamed(name); ok {
		return known.Name
	}
	return name
}

// cite adds the source to the edit and a claim for every number that is new, and makes claims that a figure
// no longer agrees with step back.
func (e dealEntry) cite(edit *deal.Edit, reading *entryReading) {
	source := deal.SourceID(0)
	if e.source.title = deal.OneLine(e.source.title); e.source.title == "" && e.source != (sourceEntry{}) {
		reading.add(deal.FieldSource, -1, errors.New("name the source that the publisher, date, link or passage belong to"))
	}
	if title := e.source.title; title != "" {
		source = -1
		cited := deal.Source{
			ID: -1, Title: title, Publisher: deal.OneLine(e.source.publisher),
			Date: reading.date(deal.FieldDate, -1, e.source.date), Link: strings.TrimSpace(e.source.link),
		}
		for _, known := range e.seen.Sources {
			if known.Title == cited.Title && known.Publisher == cited.Publisher &&
				(cited.Date == "" || known.Date == cited.Date) && (cited.Link == "" || known.Link == cited.Link) {
				source = known.ID
			}
		}
		if source == -1 {
			edit.Sources = append(edit.Sources, cited)
			var invalid deal.Problems
			if errors.As(cited.Validate(), &invalid) {
				for _, problem := range invalid {
					if problem.Field.Name == deal.FieldTitle { // the form's title is the deal's
						problem.Field.Name = deal.FieldSource
					}
					reading.problems = append(reading.problems, problem)
				}
			}
		}
	}
	d := edit.Deals[0]
	edit.Claims = append(edit.Claims, overtaken(e.seen, deal.Subject{Deal: d.ID}, d, deal.Leg{})...)
	for i, leg := range d.Legs {
		edit.Claims = append(edit.Claims, overtaken(e.seen, deal.Subject{Leg: leg.ID}, d, leg)...)
		if source != 0 {
			edit.Claims = append(edit.Claims, statedBy(source, leg, e.legs[i].kept, strings.TrimSpace(e.source.passage))...)
		}
	}
}

// overtaken returns the chosen claims about a deal or leg of the book that it no longer agrees with, no longer
// chosen.
func overtaken(book *deal.Book, about deal.Subject, d deal.Deal, leg deal.Leg) []deal.Claim {
	if about.Leg < 0 || about == (deal.Subject{}) {
		return nil
	}
	var claims []deal.Claim
	for _, claim := range book.ClaimsAbout(about) {
		if claim.Chosen && !follows(claim, d, leg) {
			claim.Chosen = false
			claims = append(claims, claim)
		}
	}
	return claims
}

// splitTags returns the tags that stand between commas, each once.
func splitTags(text string) []string {
	var tags []string
	for _, tag := range strings.Split(text, ",") {
		if tag = deal.OneLine(tag); tag != "" && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags
}

func percentText(share deal.Share) string {
	if share == 0 {
		return ""
	}
	return share.Percent()
}

func reportedText(reported deal.Reported) string {
	if !reported.Stated {
		return ""
	}
	return reported.Money.Exact()
}
