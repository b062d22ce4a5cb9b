package exchange

import (
	"fmt"

	"roundtrip/internal/deal"
)

// legNames finds legs by the texts with which a table refers to them, from the shortest to the most exact:
// the deal's title, then with "[payer to payee]", "[payer to payee: kind]" and "[payer to payee: kind, 2]"
// behind it. Case and spaces do not matter.
type legNames struct {
	legs  map[string][]deal.LegID
	texts map[deal.LegID][4]string
}

func newLegNames() *legNames {
	return &legNames{legs: make(map[string][]deal.LegID), texts: make(map[deal.LegID][4]string)}
}

// add makes the leg known. The number in the most exact text counts the legs that share the one before it.
func (n *legNames) add(id deal.LegID, title, payer, payee string, kind deal.Kind) {
	between := fmt.Sprintf("%s [%s to %s]", title, payer, payee)
	ofKind := fmt.Sprintf("%s [%s to %s: %s]", title, payer, payee, kind)
	number := len(n.legs[deal.NameKey(ofKind)]) + 1
	texts := [4]string{title, between, ofKind, fmt.Sprintf("%s [%s to %s: %s, %d]", title, payer, payee, kind, number)}
	n.texts[id] = texts
	for _, text := range texts {
		key := deal.NameKey(text)
		n.legs[key] = append(n.legs[key], id)
	}
}

// find returns the leg that the text means when the leg self says it, as no leg refers to itself, and how many
// it can mean: the first of them is returned when there are more, and 0 when there is none.
func (n *legNames) find(text string, self deal.LegID) (first deal.LegID, count int) {
	key := deal.NameKey(text)
	legs := n.legs[key]
	count = len(legs)
	for _, own := range n.texts[self] {
		if deal.NameKey(own) == key {
			count--
			break
		}
	}
	for _, id := range legs {
		if id != self {
			return id, count
		}
	}
	return 0, 0
}

// text returns the shortest text by which find, asked by self, finds the leg and no other, or the most exact
// one when none does.
func (n *legNames) text(id, self deal.LegID) string {
	texts := n.texts[id]
	for _, text := range texts {
		if found, count := n.find(text, self); count == 1 && found == id {
			return text
		}
	}
	return texts[len(texts)-1]
}

// legNamesOf makes every leg of the deals known; name returns what their companies are called.
func legNamesOf(deals []deal.Deal, name func(deal.CompanyID) string) *legNames {
	names := newLegNames()
	for i := range deals {
		for _, leg := range deals[i].Legs {
			names.add(leg.ID, deals[i].Title, name(leg.Payer), name(leg.Payee), leg.Kind)
		}
	}
	return names
}
