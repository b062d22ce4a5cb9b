package exchange

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"roundtrip/internal/cell"
	"roundtrip/internal/deal"
)

// money is cents that JSON shows as a number of whole units with the cents as decimals: 22400000000, 0.07.
type money int64

// percent is a share in millionths that JSON shows as a percentage: 27, 0.35.
type percent int64

// rate is millionths that JSON shows as a plain factor: 1.17.
type rate int64

// MarshalJSON writes the amount without rounding.
func (m money) MarshalJSON() ([]byte, error) { return []byte(decimal(int64(m), 2)), nil }

// UnmarshalJSON reads an amount exactly; more than two decimals are refused.
func (m *money) UnmarshalJSON(text []byte) error { return readDecimal(text, 2, (*int64)(m)) }

// MarshalJSON writes the percentage without rounding.
func (p percent) MarshalJSON() ([]byte, error) { return []byte(decimal(int64(p), 4)), nil }

// UnmarshalJSON reads a percentage exactly; more than four decimals are refused.
func (p *percent) UnmarshalJSON(text []byte) error { return readDecimal(text, 4, (*int64)(p)) }

// MarshalJSON writes the factor without rounding.
func (r rate) MarshalJSON() ([]byte, error) { return []byte(decimal(int64(r), 6)), nil }

// UnmarshalJSON reads a factor exactly; more than six decimals are refused.
func (r *rate) UnmarshalJSON(text []byte) error { return readDecimal(text, 6, (*int64)(r)) }

// decimal writes scaled/10^places in the shortest exact way.
func decimal(scaled int64, places int) string {
	sign, magnitude := "", uint64(scaled)
	if scaled < 0 {
		sign, magnitude = "-", -magnitude
	}
	digits := strconv.FormatUint(magnitude, 10)
	if missing := places + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	whole, rest := digits[:len(digits)-places], strings.TrimRight(digits[len(digits)-places:], "0")
	if rest == "" {
		return sign + whole
	}
	return sign + whole + "." + rest
}

// decimalPattern bounds the exponent, so that a short text cannot ask for a number of a million digits.
var decimalPattern = regexp.MustCompile(`^-?\d{1,20}(\.\d{1,20})?([eE][+-]?\d{1,2})?$`)

func readDecimal(text []byte, places int, scaled *int64) error {
	if string(text) == "null" {
		return nil
	}
	value, ok := new(big.Rat).SetString(string(text))
	if !decimalPattern.Match(text) || !ok {
		return fmt.Errorf("%s is not a plain number", deal.Clipped(string(text)))
	}
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	value.Mul(value, new(big.Rat).SetInt(power))
	switch {
	case !value.IsInt():
		return fmt.Errorf("%s has more than %d decimals", text, places)
	case !value.Num().IsInt64():
		return fmt.Errorf("%s is too large", text)
	}
	*scaled = value.Num().Int64()
	return nil
}

// number is a measure that JSON shows to 15 significant digits, and as null where it is not defined.
type number float64

// MarshalJSON writes null for NaN and the infinities, which JSON has no word for.
func (n number) MarshalJSON() ([]byte, error) {
	if text := cell.Number(float64(n)); text != "" {
		return []byte(text), nil
	}
	return []byte("null"), nil
}

// units returns cents that are not whole, as the measures have them, in units of the currency.
func units(cents float64) number { return number(cents / 100) }

func shares(values []float64) []number {
	numbers := make([]number, len(values))
	for i, value := range values {
		numbers[i] = number(value)
	}
	return numbers
}

var (
	joiners  = strings.NewReplacer("-", " ", "_", " ")
	american = strings.NewReplacer("center", "centre", "license", "licence", "rumored", "rumoured", "canceled", "cancelled")
)

// folded makes words that people type in many ways comparable: case, hyphens and American spelling.
func folded(text string) string { return american.Replace(deal.NameKey(joiners.Replace(text))) }

// matching returns the word of the list that the text means, or false.
func matching[T ~string](text string, words []T) (T, bool) {
	if slices.Contains(words, T(text)) {
		return T(text), true
	}
	key := folded(text)
	for _, word := range words {
		if folded(string(word)) == key {
			return word, true
		}
	}
	return "", false
}
