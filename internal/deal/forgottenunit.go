package deal

import (
	"regexp"
	"slices"
	"strings"
)

var (
	// sizePattern is a number that says how large it is meant: by its unit, or by its cents, as 25.00 does.
	sizePattern = regexp.MustCompile(`\d ?[kmbt]|\.00\b`)
	barePattern = regexp.MustCompile(`\d[\d,.']*`)
)

// ForgottenUnit returns what an amount is read as whose unit was probably forgotten, and false where none was: where the
// text cannot be read, or the amount does not lack one (see LacksUnit), or the text says how large it is meant, by a unit,
// a currency or cents: $25 and 25.00 are twenty-five dollars. An amount without a currency is in base.
func ForgottenUnit(text string, base Currency) (is Money, forgotten bool) {
	amount, err := ParseAmount(text)
	if err != nil {
		return Money{}, false
	}
	figure := amount.Figure
	is = Money{Cents: max(figure.Low, figure.Best, figure.High), Currency: base}
	return is, is.ForgetsUnit(text)
}

// ForgetsUnit reports whether the amount lacks its unit and the text that it was read from says none.
func (m Money) ForgetsUnit(text string) bool { return m.LacksUnit() && !saysSize(text) }

// saysSize reports whether the text of an amount names a unit, a currency or cents.
func saysSize(text string) bool {
	text, _, _ = cutTerm(strings.ToLower(OneLine(text)))
	text = strings.ReplaceAll(text, " to ", " - ")
	if sizePattern.MatchString(text) {
		return true
	}
	for _, symbol := range symbols {
		if strings.Contains(text, symbol) {
			return true
		}
	}
	return slices.ContainsFunc(strings.Fields(text), func(word string) bool {
		return word == "dollars" || word == "euros" || codePattern.MatchString(word) && KnownCurrency(Currency(strings.ToUpper(word)))
	})
}

// InBillions returns the text of an amount with bn behind its numbers, and false where that is no amount: 10 over 7 years
// becomes 10bn over 7 years.
func InBillions(text string) (string, bool) {
	head, term, found := cutTerm(OneLine(text))
	head = barePattern.ReplaceAllString(head, "${0}bn")
	if found {
		head += " over " + term
	}
	amount, err := ParseAmount(head)
	return head, err == nil && amount.Figure.Known()
}
