package whatif

import (
	"fmt"
	"strconv"
	"strings"

	"roundtrip/internal/deal"
)

// Parse reads a value of the input as people write it: an amount, a percentage, a length of time. It is the
// inverse of Text but for Text's rounding.
func (i Input) Parse(book *deal.Book, text string) (int64, error) {
	switch i.Unit() {
	case deal.UnitShare:
		if strings.TrimSpace(text) == "" {
			return 0, fmt.Errorf("write a percentage such as 45%%")
		}
		part, err := deal.ParsePercent(text)
		return int64(part), err
	case deal.UnitMonths:
		return i.parseMonths(text)
	case deal.UnitMoney:
		return i.parseMoney(book, text)
	}
	return 0, fmt.Errorf("%s is a choice and not a number", i.Field)
}

// parseMonths reads a length of time. One alone is in years, which nobody means of a pause in payments.
func (i Input) parseMonths(text string) (int64, error) {
	alone := strings.TrimSpace(text)
	if _, err := strconv.ParseFloat(alone, 64); i.Field == deal.ChangeSuspends && err == nil {
		return 0, fmt.Errorf("%q could be months or years: write %s months, or the years with their unit", alone, alone)
	}
	months, err := deal.ParseTerm(text)
	if err == nil && months == 0 {
		err = fmt.Errorf("write a length of time such as 7 years")
	}
	return int64(months), err
}

func (i Input) parseMoney(book *deal.Book, text string) (int64, error) {
	if strings.TrimSpace(text) == "" {
		return 0, fmt.Errorf("write an amount such as 10bn")
	}
	currency := i.Currency(book)
	money, err := deal.ParseSum(text, currency)
	if err == nil && money.Currency != currency {
		err = fmt.Errorf("the amount is in %s, not in %s: %s", currency, money.Currency, inOwnCurrency(book, money, currency))
	}
	if err == nil && money.Cents == 0 && i.Field == deal.ChangeValuation {
		err = deal.ErrNoValue
	}
	return money.Cents, err
}

// inOwnCurrency says how an amount is written in the currency that it has to be in.
func inOwnCurrency(book *deal.Book, money deal.Money, currency deal.Currency) string {
	cents, ok := book.Converted(money.Cents, money.Currency, currency)
	if !ok {
		missing := money.Currency
		if _, rated := book.RateOf(missing); rated || missing == book.Base {
			missing = currency
		}
		return fmt.Sprintf("write it in %s; the document has no rate from %s to %s (Edit, Exchange rates…)", currency, missing, book.Base)
	}
	return fmt.Sprintf("write it in %s, which makes %s at the document's rates", currency, deal.Money{Cents: cents, Currency: currency}.Short())
}

// Exact writes a value of the input without rounding, as Parse reads it back.
func (i Input) Exact(book *deal.Book, value int64) string {
	return valueText(i.Currency(book), i.Field, value)
}

// Currency returns what an amount of the input is in.
func (i Input) Currency(book *deal.Book) deal.Currency { return currencyOf(book, i.Field, i.Target) }

// longReach is the longest that money is spent over, in months.
const longReach = 20 * 12

// FirstReach is the most, in cents, that an amount of the currency is moved to at first: $50bn, or about as much.
func FirstReach(currency deal.Currency) int64 { return currency.Like(50_000_000_000_00) }

// Reach returns between which values of the input a chart looks at first: every share there is, from a year to
// ten, a valuation from half to twice what it is, and an amount from nothing to twice what it is, the amount of
// the study's own leg to FirstReach if that is more. An amount that nobody knows goes to what its payer gets from the deals.
func (s *Study) Reach(input Input) (Span, error) {
	first := FirstReach(input.Currency(s.w.book))
	span := Span{Input: input, High: first}
	if input.Unit() == deal.UnitShare {
		span.High = int64(deal.Whole)
		return span, nil
	}
	present, known := s.Present(input)
	switch {
	case input.Unit() == deal.UnitMonths:
		span.Low, span.High = 12, min(max(10*12, 2*present), longReach)
	case input.Field == deal.ChangeValuation && known:
		span.Low, span.High = present/2, min(2*present, deal.MaxCents)
	case input.leg() == s.leg:
		span.High = min(max(first, 2*present), deal.MaxCents)
	case known && present > 0:
		span.High = min(2*present, deal.MaxCents)
	case input.leg() != 0:
		built, err := s.w.build(s.changes)
		if err != nil {
			return span, err
		}
		if leg, _, ok := built.book.Leg(input.leg()); ok {
			if most, _ := ceiling(built, leg); most > 0 {
				span.High = most
			}
		}
	}
	return span, nil
}
