package store

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
)

// checkSeen refuses changes to rows that are no longer as they are in the Book that the edit's author saw.
func checkSeen(book *deal.Book, changes []change) error {
	if book == nil {
		return nil
	}
	for _, change := range changes {
		if change.before == nil {
			continue
		}
		if !slices.Equal(seenRow(book, change), change.before) {
			return fmt.Errorf("%s: %w", describe(change.table, change.before), deal.ErrConflict)
		}
	}
	return nil
}

// seenRow returns the stored row of the change as the Book has it, or nil when the Book does not hold it.
func seenRow(book *deal.Book, change change) row {
	switch change.table {
	case headings.table:
		return headings.encode(&headingRow{ID: 1, Title: book.Title, Base: book.Base, Layout: book.Layout})
	case companies.table:
		seen := seenEntry(companies, deal.CompanyID(change.id), book.Company)
		if key := companies.at("name_key"); seen != nil {
			seen[key] = change.before[key] // nobody sees it: a file may have been written by a version that folds names otherwise
		}
		return seen
	case sources.table:
		return seenEntry(sources, deal.SourceID(change.id), book.Source)
	case deals.table:
		return seenEntry(deals, deal.DealID(change.id), book.Deal)
	case claims.table:
		return seenEntry(claims, deal.ClaimID(change.id), func(id deal.ClaimID) (deal.Claim, bool) {
			return claimOf(book, id)
		})
	case scenarios.table:
		return seenEntry(scenarios, deal.ScenarioID(change.id), book.Scenario)
	case rates.table:
		return seenRate(book, change.before)
	}
	return seenPart(book, change)
}

// seenEntry encodes the entry that find returns for the ID.
func seenEntry[T any, ID ~int64](e entity[T], id ID, find func(ID) (T, bool)) row {
	entry, ok := find(id)
	if !ok {
		return nil
	}
	return e.encode(&entry)
}

func claimOf(book *deal.Book, id deal.ClaimID) (deal.Claim, bool) {
	i, ok := slices.BinarySearchFunc(book.Claims, id, func(claim deal.Claim, id deal.ClaimID) int {
		return int(claim.ID - id)
	})
	if !ok {
		return deal.Claim{}, false
	}
	return book.Claims[i], true
}

func seenRate(book *deal.Book, before row) row {
	var stored rateRow
	rates.decode(before, &stored)
	for _, rate := range book.Rates {
		if rate.Currency == stored.Currency {
			return rates.encode(&rateRow{Rate: rate, ID: stored.ID})
		}
	}
	return nil
}

// seenPart finds a row that belongs to a deal or a scenario. Tags and changes have no IDs in the Book: they
// are known by their place.
func seenPart(book *deal.Book, change change) row {
	place, _ := change.before[change.table.at("position")].(int64)
	owner, _ := change.before[change.table.at(change.table.ownerColumn())].(int64)
	at := int(max(place, 1)) - 1
	switch change.table {
	case tags.table:
		if d, ok := book.Deal(deal.DealID(owner)); ok && at < len(d.Tags) {
			return tags.encode(&tagRow{ID: change.id, Deal: owner, Position: place, Tag: d.Tags[at]})
		}
	case legs.table:
		if d, ok := book.Deal(deal.DealID(owner)); ok && at < len(d.Legs) {
			return legs.encode(&legRow{Leg: d.Legs[at], Position: place})
		}
	case rights.table:
		if d, ok := book.Deal(deal.DealID(owner)); ok && at < len(d.Rights) {
			return rights.encode(&rightRow{Right: d.Rights[at], Deal: owner, Position: place})
		}
	case changes.table:
		if s, ok := book.Scenario(deal.ScenarioID(owner)); ok && at < len(s.Changes) {
			return changes.encode(&changeRow{ID: change.id, Scenario: owner, Position: place, Change: s.Changes[at]})
		}
	}
	return nil
}

// seenParts returns how many rows of the table belonged to the deal or scenario in the Book.
func seenParts(book *deal.Book, t *table, owner int64) int {
	d, _ := book.Deal(deal.DealID(owner))
	switch t {
	case tags.table:
		return len(d.Tags)
	case legs.table:
		return len(d.Legs)
	case rights.table:
		return len(d.Rights)
	case changes.table:
		s, _ := book.Scenario(deal.ScenarioID(owner))
		return len(s.Changes)
	}
	return 0
}
