package deal

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var colourPattern = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// Validate reports everything that is wrong with the company, as Problems, or nil.
func (c Company) Validate() error {
	var problems Problems
	name := strings.TrimSpace(c.Name)
	switch {
	case name == "":
		problems.add(FieldName, "give the company a name")
	case utf8.RuneCountInString(name) > maxCompanyName:
		problems.add(FieldName, "the name is longer than %d characters", maxCompanyName)
	case unreadable(name):
		problems.add(FieldName, "the name holds characters that cannot be seen: type it anew")
	}
	if utf8.RuneCountInString(c.Ticker) > 20 {
		problems.add(FieldTicker, "a ticker has at most 20 characters")
	}
	if !slices.Contains(Roles, c.Role) {
		problems.add(FieldRole, "%q is no role: choose %s", Clipped(string(c.Role)), OneOf(Roles))
	}
	if c.Colour != "" && !colourPattern.MatchString(c.Colour) {
		problems.add(FieldColour, "%q is no colour: write it as #1f77b4", Clipped(c.Colour))
	}
	problems.reported(FieldCash, noLeg, c.Cash)
	problems.reported(FieldRevenue, noLeg, c.Revenue)
	return problems.asError()
}

// Validate reports everything that is wrong with the deal, its legs and its rights, as Problems, or nil.
// Legs that are not stored yet may carry negative IDs, so that one can be conditional on another.
func (d Deal) Validate() error {
	var problems Problems
	if strings.TrimSpace(d.Title) == "" {
		problems.add(FieldTitle, "give the deal a title")
	}
	if utf8.RuneCountInString(d.Title) > maxTextLength {
		problems.add(FieldTitle, "the title is longer than %d characters", maxTextLength)
	}
	if strings.ContainsFunc(d.Title, turnsDirection) {
		problems.add(FieldTitle, "the title holds characters that cannot be seen: type it anew")
	}
	if !slices.Contains(Statuses, d.Status) {
		problems.add(FieldStatus, "%q is no status: choose %s", Clipped(string(d.Status)), OneOf(Statuses))
	}
	if !slices.Contains(Countings, d.Counting) {
		problems.add(FieldCounting, "%q is no way of counting: choose %s", Clipped(string(d.Counting)), OneOf(Countings))
	}
	problems.date(FieldAnnounced, noLeg, d.Announced)
	problems.figure(FieldTotal, noLeg, d.Total)
	if d.Total.Set() {
		problems.currency(FieldTotal, noLeg, d.Currency)
	}
	for _, tag := range d.Tags {
		if strings.TrimSpace(tag) == "" || strings.ContainsAny(tag, ",\n") {
			problems.add(FieldTags, "a tag is a word or two without commas, not %q", Clipped(tag))
		}
	}
	if len(d.Legs) == 0 {
		problems.add(FieldLegs, "a deal needs at least one leg: who pays whom")
	}
	for i, leg := range d.Legs {
		problems.leg(i, leg)
	}
	if i := CircularCondition(d.Legs); i >= 0 {
		problems.addLeg(FieldCondition, i, "%s", CircularConditionMessage)
	}
	for _, right := range d.Rights {
		problems.right(right)
	}
	return problems.asError()
}

// CircularConditionMessage says what is wrong with legs of which each waits for the other.
const CircularConditionMessage = "the conditions go in a circle: this leg must follow one that must follow this leg. " +
	"Take one of the conditions out"

// CircularCondition returns the position of the first leg whose condition, followed from leg to leg among the given
// ones, comes back to it over others, or -1. What follows a leg that is not given is not looked at.
func CircularCondition(legs []Leg) int {
	after := make(map[LegID]LegID, len(legs))
	for _, leg := range legs {
		if leg.ID != 0 && leg.ConditionalOn != leg.ID {
			after[leg.ID] = leg.ConditionalOn
		}
	}
	for i, leg := range legs {
		at := after[leg.ID]
		for range legs {
			if at == 0 || at == leg.ID {
				break
			}
			at = after[at]
		}
		if at != 0 && at == leg.ID {
			return i
		}
	}
	return -1
}

func (p *Problems) leg(i int, leg Leg) {
	if leg.Payer == 0 {
		p.addLeg(FieldPayer, i, "say who pays")
	}
	if leg.Payee == 0 {
		p.addLeg(FieldPayee, i, "say who is paid")
	}
	if leg.Payer != 0 && leg.Payer == leg.Payee {
		p.addLeg(FieldPayee, i, "payer and payee are the same company")
	}
	if !slices.Contains(Kinds, leg.Kind) {
		p.addLeg(FieldKind, i, "%q is no kind: choose %s", Clipped(string(leg.Kind)), OneOf(Kinds))
	}
	if !slices.Contains(Bases, leg.Basis) {
		p.addLeg(FieldBasis, i, "%q is no basis: choose %s", Clipped(string(leg.Basis)), OneOf(Bases))
	}
	if !leg.Figure.Set() {
		p.addLeg(FieldAmount, i, "give an amount, or say that it is undisclosed")
	}
	p.figure(FieldAmount, i, leg.Figure)
	p.currency(FieldCurrency, i, leg.Currency)
	p.date(FieldStart, i, leg.Start)
	if leg.TermMonths < 0 || leg.TermMonths > 1200 {
		p.addLeg(FieldTerm, i, "the term is outside one month to a hundred years")
	}
	p.reported(FieldDrawn, i, leg.Drawn)
	if err := leg.Overdrawn(); err != nil {
		p.addLeg(FieldDrawn, i, "%s", err)
	}
	if leg.Stake < 0 || leg.Stake > Whole {
		p.addLeg(FieldStake, i, "a stake is between 0%% and 100%%")
	}
	if leg.Stake != 0 && leg.Kind != KindEquity {
		p.addLeg(FieldStake, i, "only an equity leg buys a stake: take the stake out or make the kind equity")
	}
	if leg.Valuation.Set() && leg.Kind != KindEquity {
		p.addLeg(FieldValuation, i, "only an equity leg has a valuation")
	}
	p.figure(FieldValuation, i, leg.Valuation)
	p.valuation(FieldValuation, i, leg.Valuation)
	if !slices.Contains(Timings, leg.ValuationMoney) {
		p.addLeg(FieldTiming, i, "%q is neither pre-money nor post-money", Clipped(string(leg.ValuationMoney)))
	}
	if leg.ConditionalOn != 0 && leg.ConditionalOn == leg.ID {
		p.addLeg(FieldCondition, i, "a leg cannot be conditional on itself")
	}
	if leg.Covers < 0 || leg.Covers > Whole {
		p.addLeg(FieldCondition, i, "the part under the condition is between 0%% and 100%%")
	}
}

func (p *Problems) right(right Right) {
	if !slices.Contains(RightKinds, right.Kind) {
		p.add(FieldRight, "%q is no kind of right: choose %s", Clipped(string(right.Kind)), OneOf(RightKinds))
	}
	if right.Holder == 0 || right.Over == 0 {
		p.add(FieldRight, "a right has a holder and a company that it binds")
	} else if right.Holder == right.Over {
		p.add(FieldRight, "nobody holds a right over itself")
	}
	p.date(FieldRight, noLeg, right.Until)
}

// Validate reports everything that is wrong with the source, as Problems, or nil.
func (s Source) Validate() error {
	var problems Problems
	if strings.TrimSpace(s.Title) == "" {
		problems.add(FieldTitle, "give the source a title")
	}
	if utf8.RuneCountInString(s.Title) > maxTextLength {
		problems.add(FieldTitle, "the title is longer than %d characters", maxTextLength)
	}
	if utf8.RuneCountInString(s.Publisher) > maxTextLength {
		problems.add(FieldPublisher, "the publisher is longer than %d characters", maxTextLength)
	}
	problems.date(FieldDate, noLeg, s.Date)
	if s.Link != "" && !strings.HasPrefix(s.Link, "https://") && !strings.HasPrefix(s.Link, "http://") {
		problems.add(FieldLink, "%q is no link: it starts with https:// or http://", Clipped(s.Link))
	}
	if len(s.Link) > maxLinkLength {
		problems.add(FieldLink, "the link is longer than %d characters", maxLinkLength)
	}
	return problems.asError()
}

// Validate reports everything that is wrong with the claim, as Problems, or nil.
func (c Claim) Validate() error {
	var problems Problems
	if c.Source == 0 {
		problems.add(FieldSource, "say which source makes the claim")
	}
	subjects := 0
	for _, set := range []bool{c.About.Company != 0, c.About.Deal != 0, c.About.Leg != 0} {
		if set {
			subjects++
		}
	}
	if subjects != 1 {
		problems.add(FieldClaim, "a claim is about one company, one deal or one leg")
	}
	if !slices.Contains(ClaimFields, c.Field) {
		problems.add(FieldClaim, "%q is nothing that a claim can state: choose %s", Clipped(string(c.Field)), OneOf(ClaimFields))
	}
	if !c.Field.fits(c.About) {
		problems.add(FieldClaim, "a claim of %s is not about this", c.Field)
	}
	problems.figure(FieldClaim, noLeg, c.Figure)
	if c.Field == ClaimValuation {
		problems.valuation(FieldClaim, noLeg, c.Figure)
	}
	if c.Figure.Set() {
		problems.currency(FieldClaim, noLeg, c.Currency)
	}
	if c.Status != "" && !slices.Contains(Statuses, c.Status) {
		problems.add(FieldClaim, "%q is no status: choose %s", Clipped(string(c.Status)), OneOf(Statuses))
	}
	if c.Stake < 0 || c.Stake > Whole {
		problems.add(FieldClaim, "a stake is between 0%% and 100%%")
	}
	problems.date(FieldClaim, noLeg, c.Date)
	return problems.asError()
}

// fits reports whether the field belongs to the kind of subject.
func (f ClaimField) fits(about Subject) bool {
	switch f {
	case ClaimFigure, ClaimStake, ClaimValuation, ClaimTerm, ClaimDrawn:
		return about.Leg != 0
	case ClaimStatus, ClaimAnnounced, ClaimTotal:
		return about.Deal != 0
	case ClaimCash, ClaimRevenue:
		return about.Company != 0
	}
	return true
}

// Validate reports everything that is wrong with the scenario, as Problems, or nil.
func (s Scenario) Validate() error {
	var problems Problems
	if strings.TrimSpace(s.Name) == "" {
		problems.add(FieldName, "give the scenario a name")
	}
	if utf8.RuneCountInString(s.Name) > maxTextLength {
		problems.add(FieldName, "the name is longer than %d characters", maxTextLength)
	}
	for _, change := range s.Changes {
		if !slices.Contains(ChangeFields, change.Field) {
			problems.add(FieldChange, "%q is nothing that a scenario can change", Clipped(string(change.Field)))
		}
		if change.Value < 0 {
			problems.add(FieldChange, "a change to %s cannot be negative", change.Field)
		}
	}
	return problems.asError()
}

// Validate reports everything that is wrong with the rate, as Problems, or nil.
func (r Rate) Validate() error {
	var problems Problems
	problems.currency(FieldRate, noLeg, r.Currency)
	if r.Micros <= 0 {
		problems.add(FieldRate, "a rate is above zero")
	}
	problems.date(FieldRate, noLeg, r.Date)
	return problems.asError()
}

func (p *Problems) figure(field string, leg int, f Figure) {
	switch {
	case f.Said == SaidNothing:
		if f != (Figure{}) {
			p.addLeg(field, leg, "the amount has numbers but does not say how sure they are")
		}
		return
	case !slices.Contains(Saids, f.Said):
		p.addLeg(field, leg, "%q is no way of stating an amount: choose %s", Clipped(string(f.Said)), OneOf(Saids))
		return
	case f.Low < 0 || f.Low > f.Best || f.Best > f.High:
		p.addLeg(field, leg, "an amount runs upwards from low to best to high, and none is below zero")
	case f.High > MaxCents:
		p.addLeg(field, leg, "an amount is at most 100 trillion")
	case f.Said == SaidUndisclosed && !f.Assumed && f.High != 0:
		p.addLeg(field, leg, "an undisclosed amount has no number until one is assumed")
	case f.Said == SaidExact && (f.Low != f.High || f.Assumed):
		p.addLeg(field, leg, "an exact amount is one number")
	}
}

// ErrNoValue says why a valuation cannot be nothing.
var ErrNoValue = errors.New("a company that is worth nothing sells no stake: write a valuation above 0")

func (p *Problems) valuation(field string, leg int, valuation Figure) {
	if valuation.Known() && valuation.Best == 0 {
		p.addLeg(field, leg, "%s", ErrNoValue)
	}
}

func (p *Problems) currency(field string, leg int, currency Currency) {
	if !KnownCurrency(currency) {
		p.addLeg(field, leg, "%q is no ISO 4217 currency: write a code such as USD or EUR", Clipped(string(currency)))
	}
}

func (p *Problems) date(field string, leg int, date Date) {
	if _, ok := date.First(); !ok && date != "" {
		p.addLeg(field, leg, "%q is not a date: write 2025-11-03, 2025-11 or 2025", Clipped(string(date)))
	}
}

func (p *Problems) reported(field string, leg int, reported Reported) {
	if !reported.Stated {
		return
	}
	if reported.Money.Cents < 0 || reported.Money.Cents > MaxCents {
		p.addLeg(field, leg, "the amount is outside 0 to 100 trillion")
	}
	p.currency(field, leg, reported.Money.Currency)
}

// unreadable reports whether a text of one line holds control characters, marks that turn the direction of
// writing, or what is no UTF-8: a reader could be shown another text than the one that is stored.
func unreadable(text string) bool {
	return !utf8.ValidString(text) || strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsControl(r) || turnsDirection(r)
	})
}

// turnsDirection reports whether the mark turns the direction of writing.
func turnsDirection(r rune) bool { return unicode.Is(unicode.Bidi_Control, r) }
