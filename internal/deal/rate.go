package deal

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// ratePattern is a number with at most six digits after the point: a rate is kept in millionths.
var ratePattern = regexp.MustCompile(`^(\d{1,7})(?:\.(\d{1,6}))?$`)

// mostRate is the greatest rate that can be entered: no currency is worth more of another one.
const mostRate = 1_000_000

// ParseRate reads what one unit of a currency is worth, such as 1.08, in millionths. What it cannot keep exactly, and
// what is not above zero, is an error that says what to write.
func ParseRate(text string) (micros int64, err error) {
	match := ratePattern.FindStringSubmatch(strings.TrimSpace(text))
	if match == nil {
		return 0, fmt.Errorf("%q is not a rate: write a number such as 1.08, with at most six digits after the point", Clipped(text))
	}
	micros, err = strconv.ParseInt(match[1]+match[2]+strings.Repeat("0", 6-len(match[2])), 10, 64)
	switch {
	case err != nil || micros > mostRate*1_000_000:
		return 0, fmt.Errorf("%q is too much for a rate: it is at most 1,000,000", Clipped(text))
	case micros == 0:
		return 0, fmt.Errorf("%q is not a rate: one unit is worth more than nothing", Clipped(text))
	}
	return micros, nil
}

// Text returns the rate as ParseRate reads it: 1.08.
func (r Rate) Text() string {
	text := fmt.Sprintf("%d.%06d", r.Micros/1_000_000, r.Micros%1_000_000)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// RateOf returns the rate from the currency to the base currency, or false when the Book has none.
func (b *Book) RateOf(currency Currency) (Rate, bool) {
	at := slices.IndexFunc(b.Rates, func(r Rate) bool { return r.Currency == currency })
	if at < 0 {
		return Rate{}, false
	}
	return b.Rates[at], true
}

// Currencies returns the currencies other than the base in which the Book states an amount or for which it has a rate,
// in the order of their codes.
func (b *Book) Currencies() []Currency {
	var found []Currency
	for currency := range amountsIn(b.Companies, b.Deals) {
		found = append(found, currency)
	}
	for _, rate := range b.Rates {
		found = append(found, rate.Currency)
	}
	slices.Sort(found)
	return slices.DeleteFunc(slices.Compact(found), func(c Currency) bool { return c == b.Base || c == "" })
}

// Unrated returns a sentence for each currency in which the Book states an amount though it has no rate for it.
func (b *Book) Unrated() []string {
	return b.UnratedAfter(Edit{Companies: b.Companies, Deals: b.Deals})
}

// UnratedAfter returns a sentence for each currency in which the edit states an amount though neither it nor the Book
// has a rate for it, in the order of the codes.
func (b *Book) UnratedAfter(edit Edit) []string {
	base := b.Base
	if edit.Base != nil {
		base = *edit.Base
	}
	amounts := amountsIn(edit.Companies, edit.Deals)
	delete(amounts, base)
	delete(amounts, "")
	for _, rate := range slices.Concat(b.Rates, edit.Rates) {
		delete(amounts, rate.Currency)
	}
	var sentences []string
	for currency, stated := range amounts {
		var parts []string
		if stated.legs > 0 {
			parts = append(parts, CountOf(stated.legs, "leg"))
		}
		if stated.companies > 0 {
			parts = append(parts, CountOf(stated.companies, "company"))
		}
		sentences = append(sentences, fmt.Sprintf("no rate from %s to %s: the amounts of %s are not counted until one is entered (Edit, Exchange rates…)",
			currency, base, strings.Join(parts, " and ")))
	}
	slices.Sort(sentences)
	return sentences
}

// stated is how many legs and companies have an amount in a currency.
type stated struct{ legs, companies int }

func amountsIn(companies []Company, deals []Deal) map[Currency]stated {
	found := make(map[Currency]stated)
	for _, d := range deals {
		for _, leg := range d.Legs {
			legs := map[Currency]bool{}
			if leg.Figure.Known() || leg.Valuation.Known() {
				legs[leg.Currency] = true
			}
			if leg.Drawn.Stated {
				legs[leg.Drawn.Money.Currency] = true
			}
			for currency := range legs {
				count := found[currency]
				count.legs++
				found[currency] = count
			}
		}
	}
	for _, company := range companies {
		cash, revenue := company.Cash, company.Revenue
		if cash.Stated {
			count := found[cash.Money.Currency]
			count.companies++
			found[cash.Money.Currency] = count
		}
		if revenue.Stated && (!cash.Stated || cash.Money.Currency != revenue.Money.Currency) {
			count := found[revenue.Money.Currency]
			count.companies++
			found[revenue.Money.Currency] = count
		}
	}
	return found
}
