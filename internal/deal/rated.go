package deal

import (
	"cmp"
	"slices"
	"strings"
)

// RateWords says what the rate is and who says so: "1 EUR = 1.1 USD (31 Oct 2025, ECB)".
func (b *Book) RateWords(rate Rate) string {
	return "1 " + string(rate.Currency) + " = " + rate.Text() + " " + string(b.Base) + " (" + b.rateOrigin(rate) + ")"
}

// CountedAt says in a sentence which rates amounts are counted at: "Counted at 1 EUR = 1.1 USD (31 Oct 2025, ECB)."; "" is none.
func (b *Book) CountedAt(rates []Rate) string {
	if len(rates) == 0 {
		return ""
	}
	words := make([]string, len(rates))
	for i, rate := range rates {
		words[i] = b.RateWords(rate)
	}
	return "Counted at " + strings.Join(words, "; ") + "."
}

// rateOrigin names the day and the source of a rate, as far as they are entered.
func (b *Book) rateOrigin(rate Rate) string {
	day, source := rate.Date.String(), "no source: your own entry"
	if of, ok := b.Source(rate.Source); ok {
		source = of.Title
	}
	if day == "" {
		return source
	}
	return day + ", " + source
}

// Worth says what a figure in another currency counts as, at which rate, and who says so: "$8.8bn at 1.1 (31 Oct 2025, ECB)".
// It is "" where the currency is the Book's own, where there is no rate, and where the figure has no number.
func (b *Book) Worth(figure Figure, currency Currency) string {
	worth := b.InBaseText(figure, currency)
	if worth == "" {
		return ""
	}
	rate, _ := b.RateOf(currency)
	return worth + " at " + rate.Text() + " (" + b.rateOrigin(rate) + ")"
}

// InBaseText is Worth without the rate: "up to $8.8bn".
func (b *Book) InBaseText(figure Figure, currency Currency) string {
	if currency == b.Base || currency == "" || !figure.Known() {
		return ""
	}
	for _, cents := range []*int64{&figure.Low, &figure.Best, &figure.High} {
		converted, ok := b.InBase(*cents, currency)
		if !ok {
			return ""
		}
		*cents = converted
	}
	if figure.Assumed {
		return figure.AssumedText(b.Base)
	}
	return figure.Text(b.Base)
}

// RatesOf returns the rates that turn amounts of these companies and deals into the base currency, in the order of the
// codes of their currencies.
func (b *Book) RatesOf(companies []Company, deals []Deal) []Rate {
	amounts := amountsIn(companies, deals)
	var rates []Rate
	for _, rate := range b.Rates {
		if _, stated := amounts[rate.Currency]; stated && rate.Currency != b.Base {
			rates = append(rates, rate)
		}
	}
	slices.SortFunc(rates, func(a, c Rate) int { return cmp.Compare(a.Currency, c.Currency) })
	return rates
}

// RateSources returns the sources of the rates of the legs, each once, in the order of the legs.
func (b *Book) RateSources(legs ...LegID) []SourceID {
	var list []SourceID
	for _, id := range legs {
		leg, owner, ok := b.Leg(id)
		if !ok {
			continue
		}
		owner.Legs = []Leg{leg}
		for _, rate := range b.RatesOf(nil, []Deal{owner}) {
			if _, known := b.Source(rate.Source); known && !slices.Contains(list, rate.Source) {
				list = append(list, rate.Source)
			}
		}
	}
	return list
}
