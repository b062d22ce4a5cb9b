package deal

import "strings"

// How large the unit of a currency is, roughly: for where a slider begins and what is hardly meant, and for no number that
// anybody reads. Documents state the rates that numbers are computed with.

// smallUnits lists the currencies of which ten units, a hundred and so on are nearer to a dollar than one is, in the
// first half of the 2020s.
var smallUnits = map[int64]string{
	10:     "CNY CZK DKK HKD MDL MXN NOK SEK THB TRY TWD UAH UYU ZAR",
	100:    "AFN ALL AMD BDT DOP DZD EGP HUF INR ISK JMD JPY KES KGS LKR NPR PHP PKR RSD RUB",
	1_000:  "ARS CLP COP CRC IQD KHR KRW KZT MMK MNT NGN TZS UGX XAF XOF",
	10_000: "IDR LAK PYG UZS VND",
	50_000: "IRR LBP",
}

var unitsToDollar = func() map[Currency]int64 {
	units := make(map[Currency]int64)
	for count, codes := range smallUnits {
		for _, code := range strings.Fields(codes) {
			units[Currency(code)] = count
		}
	}
	return units
}()

// Like returns an amount of the currency, in cents, that is roughly as much as so many cents of dollars, as a round number
// stays one; MaxCents at most.
func (c Currency) Like(dollars int64) int64 {
	units := max(1, unitsToDollar[c])
	if dollars > MaxCents/units {
		return MaxCents
	}
	return dollars * units
}

// hardlyMeant is, in cents of dollars, what an amount between companies is hardly below.
const hardlyMeant = 1_000_000_00

// LacksUnit reports whether the amount, more than nothing, is so small that its unit was probably forgotten: who types 20
// for a deal means billions.
func (m Money) LacksUnit() bool { return m.Cents > 0 && m.Cents < m.Currency.Like(hardlyMeant) }
