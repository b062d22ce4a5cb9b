package store

import (
	"slices"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// deal draws a new deal, or a stored one with some of its legs and rights changed, dropped or added.
func (g *generator) deal() (deal.Deal, bool) {
	id := g.entry("deal", len(g.book.Deals), func(i int) int64 { return int64(g.book.Deals[i].ID) }, &g.newDeals)
	d := deal.Deal{ID: deal.DealID(id)}
	if stored, ok := g.book.Deal(d.ID); ok {
		d.Legs = slices.Clone(stored.Legs)
		d.Rights = slices.Clone(stored.Rights)
	}
	d.Title = "Deal " + g.text("deal title")
	d.Status = rapid.SampledFrom(deal.Statuses).Draw(g.T, "status")
	d.Counting = rapid.SampledFrom(deal.Countings).Draw(g.T, "counting")
	d.Announced, d.Notes = g.date(), g.text("notes")
	if g.chance("total", 2) {
		d.Total, d.Currency = g.figure(), "GBP"
	}
	for range g.count("tags", 3) {
		d.Tags = append(d.Tags, rapid.SampledFrom([]string{"a", "b", "c"}).Draw(g.T, "tag"))
	}
	g.legsOf(&d)
	if len(d.Legs) == 0 {
		return d, false
	}
	if first, second, ok := g.twoCompanies(); ok && g.chance("right", 2) {
		d.Rights = append(d.Rights, deal.Right{
			Kind: deal.RightFirstRefusal, Holder: first, Over: second, Until: g.date(), Source: g.anySource(), Note: g.text("right"),
		})
	} else if len(d.Rights) > 0 && g.chance("drop right", 3) {
		d.Rights = d.Rights[1:]
	}
	return d, true
}

func (g *generator) legsOf(d *deal.Deal) {
	if len(d.Legs) > 1 && g.chance("drop leg", 3) {
		d.Legs = d.Legs[1:]
	}
	if len(d.Legs) > 1 && g.chance("turn legs round", 3) {
		slices.Reverse(d.Legs)
	}
	if len(d.Legs) > 0 && g.chance("change leg", 2) {
		changed := g.leg(d.Legs[0].Payer, d.Legs[0].Payee)
		changed.ID, changed.Deal = d.Legs[0].ID, d.ID
		d.Legs[0] = changed
	}
	for range g.count("new legs", 2) {
		payer, payee, ok := g.twoCompanies()
		if !ok {
			return
		}
		leg := g.leg(payer, payee)
		leg.ID = deal.LegID(-len(g.newLegs) - 1)
		g.newLegs = append(g.newLegs, int64(leg.ID))
		if len(d.Legs) > 0 && g.chance("conditional", 2) {
			leg.ConditionalOn, leg.Covers = d.Legs[0].ID, 250_000
		}
		d.Legs = append(d.Legs, leg)
	}
}

func (g *generator) leg(payer, payee deal.CompanyID) deal.Leg {
	leg := deal.Leg{
		Payer: payer, Payee: payee, Kind: rapid.SampledFrom(deal.Kinds).Draw(g.T, "kind"),
		Basis: rapid.SampledFrom(deal.Bases).Draw(g.T, "basis"), Figure: g.figure(), Currency: "USD", Start: g.date(),
		TermMonths: rapid.IntRange(0, 1200).Draw(g.T, "term"), Drawn: g.reported(), Note: g.text("leg note"),
	}
	if leg.Kind == deal.KindEquity {
		leg.Stake, leg.Valuation = deal.Share(rapid.IntRange(0, int(deal.Whole)).Draw(g.T, "stake")), g.figure()
		if leg.Valuation.Known() && leg.Valuation.Best == 0 {
			leg.Valuation = deal.Exactly(1)
		}
		leg.ValuationMoney = rapid.SampledFrom(deal.Timings).Draw(g.T, "timing")
	}
	return leg
}

// anyLeg draws a stored or new leg; ok is false when there is none.
func (g *generator) anyLeg() (deal.LegID, bool) {
	ids := slices.Clone(g.newLegs)
	for i := range g.book.Deals {
		for j := range g.book.Deals[i].Legs {
			ids = append(ids, int64(g.book.Deals[i].Legs[j].ID))
		}
	}
	if len(ids) == 0 {
		return 0, false
	}
	return deal.LegID(rapid.SampledFrom(ids).Draw(g.T, "any leg")), true
}

func (g *generator) claim() (deal.Claim, bool) {
	leg, ok := g.anyLeg()
	source := g.anySource()
	if !ok || source == 0 {
		return deal.Claim{}, false
	}
	claim := deal.Claim{
		Source: source, About: deal.Subject{Leg: leg}, Field: deal.ClaimFigure, Figure: g.figure(), Currency: "USD",
		Text: g.text("claim"), Chosen: g.chance("chosen", 2),
	}
	if len(g.book.Claims) > 0 && g.chance("stored claim", 2) {
		claim.ID = rapid.SampledFrom(g.book.Claims).Draw(g.T, "claim").ID
	}
	if first, _, ok := g.twoCompanies(); ok && g.chance("about a company", 3) {
		claim.About, claim.Field = deal.Subject{Company: first}, deal.ClaimOther
		claim.Figure, claim.Currency = deal.Figure{}, ""
	}
	return claim, true
}

func (g *generator) scenario() deal.Scenario {
	id := g.entry("scenario", len(g.book.Scenarios), func(i int) int64 { return int64(g.book.Scenarios[i].ID) }, &g.newScenarios)
	scenario := deal.Scenario{ID: deal.ScenarioID(id), Name: "What if", Note: g.text("note")}
	for range g.count("changes", 3) {
		if leg, ok := g.anyLeg(); ok && g.chance("of a leg", 2) {
			scenario.Changes = append(scenario.Changes, deal.Change{Field: deal.ChangeAmount, Target: int64(leg), Value: g.cents()})
		}
		if first, second, ok := g.twoCompanies(); ok && g.chance("of a company", 3) {
			scenario.Changes = append(scenario.Changes, deal.Change{Field: deal.ChangeCutOff, Target: int64(first), Other: int64(second)})
		}
	}
	return scenario
}

func (g *generator) deletions(edit *deal.Edit) {
	for i := range g.book.Deals {
		if g.chance("delete deal", 8) {
			edit.DeleteDeals = append(edit.DeleteDeals, g.book.Deals[i].ID)
		}
	}
	for i := range g.book.Companies {
		if g.chance("delete company", 12) {
			edit.DeleteCompanies = append(edit.DeleteCompanies, g.book.Companies[i].ID)
		}
	}
	for i := range g.book.Sources {
		if g.chance("delete source", 12) {
			edit.DeleteSources = append(edit.DeleteSources, g.book.Sources[i].ID)
		}
	}
	for i := range g.book.Claims {
		if g.chance("delete claim", 12) {
			edit.DeleteClaims = append(edit.DeleteClaims, g.book.Claims[i].ID)
		}
	}
	for i := range g.book.Scenarios {
		if g.chance("delete scenario", 6) {
			edit.DeleteScenarios = append(edit.DeleteScenarios, g.book.Scenarios[i].ID)
		}
	}
}
