package command

import (
	"cmp"
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
			if d.Counts() {
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
	if !strings.ContainsAny(name, ">→") {
		return func(d deal.Deal, _ deal.Leg) bool { return deal.NameKey(d.Title) == deal.NameKey(name) }, nil
	}
	payer, payee, kind, err := routeOf(book, name)
	if err != nil {
		return nil, err
	}
	wanted := deal.NameKey(kind)
	return func(_ deal.Deal, leg deal.Leg) bool {
		return leg.Payer == payer && leg.Payee == payee && (wanted == "" || deal.NameKey(string(leg.Kind)) == wanted)
	}, nil
}

// routeOf reads PAYER>PAYEE or PAYER>PAYEE:KIND. Names of companies may hold the signs themselves: the first way to cut
// the text into two companies of the book is taken, the whole end before one with a kind.
func routeOf(book *deal.Book, name string) (payer, payee deal.CompanyID, kind string, err error) {
	letters := []rune(name)
	for i, letter := range letters {
		if letter != '>' && letter != '→' {
			continue
		}
		first, rest := string(letters[:i]), string(letters[i+1:])
		from, ok := book.CompanyNamed(first)
		if !ok {
			err = cmp.Or(err, fmt.Errorf("there is no company %q", strings.TrimSpace(first)))
			continue
		}
		if to, ok := book.CompanyNamed(rest); ok {
			return from.ID, to.ID, "", nil
		}
		at := strings.LastIndex(rest, ":")
		if at < 0 {
			at = len(rest)
		}
		if to, ok := book.CompanyNamed(rest[:at]); ok {
			return from.ID, to.ID, strings.TrimPrefix(rest[at:], ":"), nil
		}
		err = fmt.Errorf("there is no company %q", strings.TrimSpace(rest[:at]))
	}
	return 0, 0, "", err
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
