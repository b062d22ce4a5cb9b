package deal

import (
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// Currency is an ISO 4217 code in capitals.
type Currency string

// USD is the base currency of a new document.
const USD Currency = "USD"

// symbols are the signs that stand for a currency without doubt. "$" is the US dollar here; other dollars
// are written with their code.
var symbols = map[Currency]string{USD: "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩"}

// Money is an amount in hundredths of its currency's unit ("cents"), also where the currency has no such coin.
type Money struct {
	Cents    int64
	Currency Currency
}

// The largest amount that a leg may have: a hundred trillion units, so that sums of many legs stay in int64.
const MaxCents = 100_000_000_000_000 * 100

// Short returns the amount as a headline shows it, to one decimal of its unit, or to two where those are exact and one is
// not; of a trillion always to two: $10bn, $22.4bn, $7.25bn, $741.75bn, $350m, $1.4tn, $12,500. Less than ten of the
// currency's unit is exact: $1.50, $0.02.
func (m Money) Short() string {
	if m.magnitude() < exactBelow {
		return m.Exact()
	}
	return m.sign() + m.symbol() + shortDigits(m.magnitude())
}

// exactBelow is the amount in cents below which Short rounds nothing away.
const exactBelow = 10_00

// Full returns the amount to the cent, with thousands separated: $10,000,000,000.00.
func (m Money) Full() string {
	magnitude := m.magnitude()
	whole, cents := magnitude/100, magnitude%100
	return m.sign() + m.symbol() + grouped(whole) + "." + pad2(cents)
}

// Exact returns the amount without rounding in the shortest way to type it again: $22.4bn, $741.75bn,
// $1,234.56. ParseAmount reads it back to the same cents.
func (m Money) Exact() string {
	magnitude := m.magnitude()
	for _, unit := range units {
		if magnitude < unit.cents {
			continue
		}
		if magnitude%(unit.cents/1000) == 0 {
			thousandths := magnitude / (unit.cents / 1000)
			text := grouped(thousandths / 1000)
			if rest := thousandths % 1000; rest != 0 {
				text += strings.TrimRight("."+pad(rest, 3), "0")
			}
			return m.sign() + m.symbol() + text + unit.name
		}
		break
	}
	if magnitude%100 == 0 {
		return m.sign() + m.symbol() + grouped(magnitude/100)
	}
	return m.sign() + m.symbol() + grouped(magnitude/100) + "." + pad2(magnitude%100)
}

func (m Money) sign() string {
	if m.Cents < 0 {
		return "−"
	}
	return ""
}

func (m Money) magnitude() uint64 {
	if m.Cents < 0 {
		return uint64(-(m.Cents + 1)) + 1
	}
	return uint64(m.Cents)
}

func (m Money) symbol() string {
	if m.Currency == "" {
		return symbols[USD]
	}
	if symbol, ok := symbols[m.Currency]; ok {
		return symbol
	}
	return string(m.Currency) + " "
}

var units = []struct {
	name  string
	cents uint64
}{{"tn", 1_000_000_000_000_00}, {"bn", 1_000_000_000_00}, {"m", 1_000_000_00}}

// shortDigits rounds half up to a whole step of the largest unit that the amount reaches.
func shortDigits(magnitude uint64) string {
	for i, unit := range units {
		if magnitude < unit.cents {
			continue
		}
		step := shortStep(magnitude, i)
		rounded := (magnitude + step/2) / step * step
		// 999.96bn and a cent rounds to 1000bn, which is 1tn.
		if i > 0 && rounded >= 1000*unit.cents {
			return shortDigits(units[i-1].cents)
		}
		return inUnit(rounded, i)
	}
	return grouped((magnitude + 50) / 100)
}

// shortStep returns the cents of the last digit that is shown of an amount in the unit at the place.
func shortStep(magnitude uint64, unit int) uint64 {
	step := units[unit].cents / 10
	if fine := step / 10; unit == 0 || magnitude%step != 0 && magnitude%fine == 0 {
		return fine
	}
	return step
}

// inUnit writes the amount in the unit at the place, with all the decimals that it has there.
func inUnit(magnitude uint64, at int) string {
	unit := units[at]
	text := grouped(magnitude / unit.cents)
	if rest := magnitude % unit.cents; rest != 0 {
		text += "." + strings.TrimRight(pad(rest, digitsBelow(unit.cents)), "0")
	}
	return text + unit.name
}

func grouped(number uint64) string {
	digits := strconv.FormatUint(number, 10)
	var text strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			text.WriteByte(',')
		}
		text.WriteRune(digit)
	}
	return text.String()
}

func pad2(number uint64) string { return pad(number, 2) }

func pad(number uint64, width int) string {
	digits := strconv.FormatUint(number, 10)
	return strings.Repeat("0", max(0, width-len(digits))) + digits
}

// Share is a part in millionths: 270,000 is 27%.
type Share int64

// Whole is the share of everything.
const Whole Share = 1_000_000

// Percent returns the share as people write it, exact to four decimals: 27%, 0.35%, 13.3333%.
func (s Share) Percent() string {
	sign := ""
	if s < 0 {
		sign, s = "−", -s
	}
	text := strconv.FormatInt(int64(s)/10_000, 10)
	if rest := uint64(s) % 10_000; rest != 0 {
		text += strings.TrimRight("."+pad(rest, 4), "0")
	}
	return sign + text + "%"
}

// Of returns the share of the amount, rounded half to even; ok is false beyond int64.
func (s Share) Of(cents int64) (part int64, ok bool) { return MulDiv(cents, int64(s), int64(Whole)) }

// MulDiv returns a·b/c rounded half to even, computed without overflow in between. It reports false when
// c is 0 or the result is beyond int64.
func MulDiv(a, b, c int64) (int64, bool) {
	if c == 0 {
		return 0, false
	}
	if a >= 0 && b >= 0 && c > 0 {
		high, low := bits.Mul64(uint64(a), uint64(b))
		if high < uint64(c) {
			quotient, rest := bits.Div64(high, low, uint64(c))
			if twice := 2 * rest; twice > uint64(c) || twice == uint64(c) && quotient%2 == 1 {
				quotient++
			}
			return int64(quotient), quotient < 1<<63
		}
		return 0, false
	}
	product := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
	divisor := big.NewInt(c)
	if divisor.Sign() < 0 {
		product.Neg(product)
		divisor.Neg(divisor)
	}
	quotient, rest := new(big.Int).DivMod(product, divisor, new(big.Int))
	rest.Lsh(rest, 1)
	if order := rest.Cmp(divisor); order > 0 || order == 0 && quotient.Bit(0) == 1 {
		quotient.Add(quotient, big.NewInt(1))
	}
	return quotient.Int64(), quotient.IsInt64()
}
