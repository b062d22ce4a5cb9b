package command

import (
	"fmt"
	"strconv"
	"strings"

	"roundtrip/internal/deal"
)

// findLeg returns the one leg that the name means: its number, PAYER>PAYEE, PAYER>PAYEE:KIND or the title of
// its deal. Of several, the one that counts by default is meant; when that leaves more than one, the error
// lists them.
func findLeg(book *deal.Book, name string) (deal.Leg, error) {
	if number, err := strconv.ParseInt(strings.TrimPrefix(name, "#"), 10, 64); err == nil {
		leg, _, ok := book.Leg(deal.LegID(number))
		if !ok {
			return deal.Leg{}, fmt.Errorf("there is no leg %d", number)
		}
		return leg, nil
	}
	match, err := matcher(book, name)
	if err != nil {
		return deal.Leg{}, err
	}
	var all, counting []deal.Leg
	for _, d := range book.Deals {
		for _, leg := range d.Legs {
			if !match(d, leg) {
				continue
			}
			all = append(all, leg)
			if d.Counting == deal.Counted && d.Status.Live() {
				counting = append(counting, leg)
			}
		}
	}
	if len(counting) > 0 {
		all = counting
	}
	switch len(all) {
	case 0:
		return deal.Leg{}, fmt.Errorf("no leg is called %q: write PAYER>PAYEE, PAYER>PAYEE:KIND, a deal's title or a leg's number", name)
	case 1:
		return all[0], nil
	}
	return deal.Leg{}, ambiguous(book, name, all)
}

// matcher returns what tells whether a leg goes by the name.
func matcher(book *deal.Book, name string) (func(deal.Deal, deal.Leg) bool, error) {
	payer, rest, isRoute := strings.Cut(strings.ReplaceAll(name, "→", ">"), ">")
	if !isRoute {
		return func(d deal.Deal, _ deal.Leg) bool { return deal.NameKey(d.Title) == deal.NameKey(name) }, nil
	}
	payee, kind, _ := strings.Cut(rest, ":")
	ends := [2]deal.CompanyID{}
	for i, end := range []string{payer, payee} {
		company, ok := book.CompanyNamed(end)
		if !ok {
			return nil, fmt.Errorf("there is no company %q", strings.TrimSpace(end))
		}
		ends[i] = company.ID
	}
	wanted := deal.NameKey(kind)
	return func(_ deal.Deal, leg deal.Leg) bool {
		return leg.Payer == ends[0] && leg.Payee == ends[1] && (wanted == "" || deal.NameKey(string(leg.Kind)) == wanted)
	}, nil
}

func ambiguous(book *deal.Book, name string, legs []deal.Leg) error {
	candidates := make([]string, len(legs))
	for i, leg := range legs {
		_, d, _ := book.Leg(leg.ID)
		candidates[i] = fmt.Sprintf("%d (%s > %s: %s, %s, “%s”)", leg.ID, book.CompanyName(leg.Payer),
			book.CompanyName(leg.Payee), leg.Kind, leg.Figure.Short(leg.Currency), d.Title)
	}
	return fmt.Errorf("%q could be any of %d legs; give the number of one: %s", name, len(legs), strings.Join(candidates, "; "))
}
