package network

import "roundtrip/internal/deal"

// PlacedAs returns the network with its companies pinned as they are in the Book: the network itself where they are already.
// Measures of the one are those of the other.
func (n *Network) PlacedAs(book *deal.Book) *Network {
	if n == nil || len(n.Companies) == 0 {
		return n
	}
	companies := deal.CompaniesPlacedAs(n.Companies, book)
	if &companies[0] == &n.Companies[0] {
		return n
	}
	placed := *n
	placed.Companies = companies
	return &placed
}
