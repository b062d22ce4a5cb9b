package gui

import "roundtrip/internal/deal"

// statedBy returns what a source that is entered beside a leg states of it: each of its numbers that is not as it was kept.
func statedBy(source deal.SourceID, leg, kept deal.Leg, passage string) (claims []deal.Claim) {
	isNew := kept.ID <= 0
	state := func(claim deal.Claim, changed bool) {
		if changed || isNew {
			claim.Source, claim.About, claim.Text, claim.Chosen = source, deal.Subject{Leg: leg.ID}, passage, true
			claims = append(claims, claim)
		}
	}
	said := leg.Figure
	if said.Assumed && said.Said == deal.SaidUndisclosed {
		said = deal.Undisclosed() // what is assumed no source states
	}
	state(deal.Claim{Field: deal.ClaimFigure, Figure: said, Currency: leg.Currency}, leg.Figure != kept.Figure || leg.Currency != kept.Currency)
	if leg.Stake != 0 {
		state(deal.Claim{Field: deal.ClaimStake, Stake: leg.Stake}, leg.Stake != kept.Stake)
	}
	if leg.Valuation.Set() {
		state(deal.Claim{Field: deal.ClaimValuation, Figure: leg.Valuation, Currency: leg.Currency}, leg.Valuation != kept.Valuation || leg.Currency != kept.Currency)
	}
	if leg.TermMonths != 0 {
		state(deal.Claim{Field: deal.ClaimTerm, Months: leg.TermMonths}, leg.TermMonths != kept.TermMonths)
	}
	if drawn := leg.Drawn; drawn.Stated {
		state(deal.Claim{Field: deal.ClaimDrawn, Figure: deal.Exactly(drawn.Money.Cents), Currency: drawn.Money.Currency}, drawn != kept.Drawn)
	}
	return claims
}
