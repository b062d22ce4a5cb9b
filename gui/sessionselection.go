package gui

import (
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// selectCompany selects one company everywhere.
func (s *session) selectCompany(id deal.CompanyID) {
	s.choose(picture.Selection{Companies: []deal.CompanyID{id}})
}

// selectLeg selects one leg everywhere.
func (s *session) selectLeg(id deal.LegID) { s.choose(picture.Selection{Legs: []deal.LegID{id}}) }

// selectLoop selects one loop everywhere, given by its companies in the order of payment.
func (s *session) selectLoop(path []deal.CompanyID) { s.choose(picture.Selection{Loop: path}) }

// selectNothing clears the selection.
func (s *session) selectNothing() { s.choose(picture.Selection{}) }

func (s *session) choose(selection picture.Selection) {
	s.selection, s.source, s.awaited = selection, 0, nil
	tell(s.onSelection)
}

// selectedDeal returns the deal whose leg is selected.
func (s *session) selectedDeal() (deal.Deal, bool) {
	if len(s.selection.Legs) == 0 || s.source != 0 {
		return deal.Deal{}, false
	}
	_, d, ok := s.book.Leg(s.selection.Legs[0])
	return d, ok
}

// selectedDeals returns the deals whose legs are selected, in the order of selection.
func (s *session) selectedDeals() []deal.Deal {
	var chosen []deal.Deal
	if s.source != 0 {
		return nil
	}
	for _, id := range s.selection.Legs {
		_, d, ok := s.book.Leg(id)
		if ok && !slices.ContainsFunc(chosen, func(other deal.Deal) bool { return other.ID == d.ID }) {
			chosen = append(chosen, d)
		}
	}
	return chosen
}

// selectedCompany returns the company that is selected, when it is one alone.
func (s *session) selectedCompany() (deal.Company, bool) {
	if len(s.selection.Companies) != 1 {
		return deal.Company{}, false
	}
	return s.book.Company(s.selection.Companies[0])
}

// selectLegs selects several legs everywhere.
func (s *session) selectLegs(legs []deal.LegID) {
	s.choose(picture.Selection{Legs: slices.Clone(legs)})
}

// selectSubject selects what a claim is about.
func (s *session) selectSubject(about deal.Subject) {
	switch {
	case about.Leg != 0:
		s.selectLeg(about.Leg)
	case about.Company != 0:
		s.selectCompany(about.Company)
	default:
		if d, ok := s.book.Deal(about.Deal); ok && len(d.Legs) > 0 {
			s.selectLeg(d.Legs[0].ID)
		}
	}
}

// selectSourceOf selects a source with every leg that it speaks of.
func (s *session) selectSourceOf(id deal.SourceID) {
	var legs []deal.LegID
	for _, claim := range s.book.Claims {
		if claim.Source != id {
			continue
		}
		if claim.About.Leg != 0 {
			legs = append(legs, claim.About.Leg)
		}
		if d, ok := s.book.Deal(claim.About.Deal); ok {
			for _, leg := range d.Legs {
				legs = append(legs, leg.ID)
			}
		}
	}
	s.selection, s.source, s.awaited = picture.Selection{Legs: legs}, id, nil
	tell(s.onSelection)
}
