package deal

import (
	"reflect"
	"slices"
)

// SameButPlaces reports whether the Books hold the same, but for where companies stand on the canvas: how they are placed,
// which of them are pinned and where, and what layouts have found. No number depends on that.
func (b *Book) SameButPlaces(other *Book) bool {
	if b.Title != other.Title || b.Base != other.Base || len(b.Companies) != len(other.Companies) {
		return false
	}
	for i, company := range other.Companies {
		if b.Companies[i].PlacedAs(company) != company {
			return false
		}
	}
	return reflect.DeepEqual(b.Deals, other.Deals) && reflect.DeepEqual(b.Scenarios, other.Scenarios) &&
		slices.Equal(b.Sources, other.Sources) && slices.Equal(b.Claims, other.Claims) && slices.Equal(b.Rates, other.Rates)
}

// PlacedAs returns the company, pinned where the other one is.
func (c Company) PlacedAs(other Company) Company {
	c.Pinned, c.X, c.Y = other.Pinned, other.X, other.Y
	return c
}

// PlacedAs returns the Book with its companies standing as they do in another one: the Book itself where they do already.
func (b *Book) PlacedAs(other *Book) *Book {
	if b == other {
		return b
	}
	placed := *b
	placed.Companies = CompaniesPlacedAs(b.Companies, other)
	placed.Layout, placed.Placed = other.Layout, other.Placed
	return &placed
}

// CompaniesPlacedAs returns the companies, each pinned where it is in the Book: the same slice where all are already.
func CompaniesPlacedAs(companies []Company, book *Book) []Company {
	placed := companies
	for i, company := range companies {
		now, there := book.Company(company.ID)
		if !there || company.PlacedAs(now) == company {
			continue
		}
		if &placed[0] == &companies[0] {
			placed = slices.Clone(companies)
		}
		placed[i] = company.PlacedAs(now)
	}
	return placed
}
