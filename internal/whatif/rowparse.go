package whatif

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"roundtrip/internal/deal"
)

// ParseTarget reads a number that the measure is to reach. One that the measure can never be is an error that says what it
// can be.
func (r Row) ParseTarget(text string, currency deal.Currency) (float64, error) {
	value, err := ParseValue(r.Unit, text, currency)
	if err != nil {
		return 0, err
	}
	can := ""
	switch {
	case r.Unit == UnitCount && (value < 0 || value != math.Trunc(value)):
		can = "a whole number, 0 or more"
	case r.Unit == UnitIndex && (value < 0 || value > wholeIndex):
		can = "from 0, many of the same size, to 10,000, a single one"
	case r.Unit == UnitRatio && value < 1:
		can = "1 or more: every dollar is counted once at least"
	case r.Unit == UnitYears && value < 0:
		can = "0 or more"
	}
	if can != "" {
		return 0, fmt.Errorf("%s cannot be %s: it is %s", uncapital(r.Subject()), trimmed(value, 3), can)
	}
	return value, nil
}

// wholeIndex is the Herfindahl-Hirschman index of a single supplier or customer.
const wholeIndex = 10_000

// ParseValue reads a number of the unit as people write it: $46bn, 6.2%, 1.07, 6.3 years. It is the inverse of
// FormatValue but for FormatValue's rounding.
func ParseValue(unit Unit, text string, currency deal.Currency) (float64, error) {
	text = strings.TrimSpace(text)
	switch unit {
	case UnitMoney:
		if text == "" {
			return 0, fmt.Errorf("write an amount such as 10bn")
		}
		money, err := deal.ParseSum(text, currency)
		if err == nil && money.Currency != currency {
			err = fmt.Errorf("the measure is in %s, not in %s", currency, money.Currency)
		}
		return float64(money.Cents), err
	case UnitShare:
		if text == "" {
			return 0, fmt.Errorf("write a percentage such as 10%%")
		}
		part, err := deal.ParsePercent(text)
		return float64(part) / float64(deal.Whole), err
	case UnitYears:
		text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(text, "years"), "year"))
	}
	number, err := strconv.ParseFloat(strings.Replace(text, "−", "-", 1), 64)
	if err != nil || math.IsNaN(number) || math.IsInf(number, 0) {
		return 0, fmt.Errorf("%q is not a number: write one such as 1.5", text)
	}
	return number, nil
}
