package gui

import (
	"fmt"

	"roundtrip/internal/deal"
)

// choosing returns the edit that makes the claim the chosen one: its rivals step back, and what it is about
// takes its value.
func choosing(book *deal.Book, claim deal.Claim) (deal.Edit, error) {
	source, _ := book.Source(claim.Source)
	edit := deal.Edit{Label: fmt.Sprintf("Follow %s on %s", source.Title, claim.Field), Seen: book}
	for _, rival := range book.ClaimsAbout(claim.About) {
		if rival.Field == claim.Field && rival.Chosen && rival.ID != claim.ID {
			rival.Chosen = false
			edit.Claims = append(edit.Claims, rival)
		}
	}
	claim.Chosen = true
	edit.Claims = append(edit.Claims, claim)
	switch {
	case claim.About.Company != 0:
		company, ok := book.Company(claim.About.Company)
		if !ok {
			return deal.Edit{}, deal.ErrNotFound
		}
		reported := deal.Reported{
			Stated: true, Money: deal.Money{Cents: claim.Figure.Best, Currency: claim.Currency}, Source: claim.Source,
		}
		if claim.Field == deal.ClaimCash {
			company.Cash = reported
		} else {
			company.Revenue = reported
		}
		edit.Companies = []deal.Company{company}
	default:
		d, err := dealFollowing(book, claim)
		if err != nil {
			return deal.Edit{}, err
		}
		edit.Deals = []deal.Deal{d}
	}
	return edit, nil
}

// dealFollowing returns the deal with the claim's value in it.
func dealFollowing(book *deal.Book, claim deal.Claim) (deal.Deal, error) {
	d, ok := book.Deal(claim.About.Deal)
	if !ok {
		if _, d, ok = book.Leg(claim.About.Leg); !ok {
			return deal.Deal{}, deal.ErrNotFound
		}
	}
	switch claim.Field {
	case deal.ClaimStatus:
		d.Status = claim.Status
	case deal.ClaimAnnounced:
		d.Announced = claim.Date
	case deal.ClaimTotal:
		d.Total, d.Currency = claim.Figure, claim.Currency
	}
	legs := make([]deal.Leg, len(d.Legs))
	copy(legs, d.Legs)
	for i := range legs {
		if legs[i].ID != claim.About.Leg {
			continue
		}
		switch claim.Field {
		case deal.ClaimFigure:
			legs[i].Figure, legs[i].Currency = claim.Figure, claim.Currency
		case deal.ClaimStake:
			legs[i].Stake = claim.Stake
		case deal.ClaimValuation:
			legs[i].Valuation = claim.Figure
		case deal.ClaimTerm:
			legs[i].TermMonths = claim.Months
		case deal.ClaimDrawn:
			legs[i].Drawn = deal.Reported{
				Stated: true, Money: deal.Money{Cents: claim.Figure.Best, Currency: claim.Currency}, Source: claim.Source,
			}
		}
	}
	d.Legs = legs
	return d, nil
}

// follows reports whether the deal, or its leg, holds what the claim says. What the analyst assumes on top of an
// open figure does not contradict it.
func follows(claim deal.Claim, d deal.Deal, leg deal.Leg) bool {
	switch claim.Field {
	case deal.ClaimFigure:
		assumed := leg.Figure.Assumed && leg.Figure.Said == claim.Figure.Said
		return (leg.Figure == claim.Figure || assumed) && leg.Currency == claim.Currency
	case deal.ClaimStake:
		return leg.Stake == claim.Stake
	case deal.ClaimValuation:
		return leg.Valuation == claim.Figure
	case deal.ClaimTerm:
		return leg.TermMonths == claim.Months
	case deal.ClaimDrawn:
		return leg.Drawn.Stated && leg.Drawn.Money == deal.Money{Cents: claim.Figure.Best, Currency: claim.Currency}
	case deal.ClaimStatus:
		return d.Status == claim.Status
	case deal.ClaimAnnounced:
		return d.Announced == claim.Date
	case deal.ClaimTotal:
		return d.Total == claim.Figure
	}
	return true
}
