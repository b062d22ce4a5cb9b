package whatif

import (
	"math"
	"strings"

	"roundtrip/internal/deal"
)

// exactDecimals is how many decimals an exact number has at most: of shares those of the percentage.
const exactDecimals = 6

// FormatExact writes a number of the unit with every digit that means something: money to the cent, $741,750,000,000.00,
// everything else with up to six decimals.
func FormatExact(unit Unit, value float64, currency deal.Currency) string {
	switch {
	case math.IsInf(value, 0), math.IsNaN(value):
		return FormatValue(unit, value, currency)
	case unit == UnitMoney && math.Abs(value) >= math.MaxInt64:
		return "—"
	case unit == UnitMoney:
		return deal.Money{Cents: int64(math.RoundToEven(value)), Currency: currency}.Full()
	case unit == UnitShare:
		return trimmed(value*100, exactDecimals) + "%"
	case unit == UnitYears:
		return trimmed(value, exactDecimals) + " years"
	}
	return trimmed(value, exactDecimals)
}

// ExactRangeText is RangeText of the scenario with every digit, "" where that is one number.
func (r Row) ExactRangeText(currency deal.Currency) string {
	if !r.ScenarioKnown {
		return ""
	}
	return r.rangeText(r.ScenarioRange, func(value float64) string { return FormatExact(r.Unit, value, currency) })
}

// ExactTexts writes the base's number, the scenario's and their difference with every digit, "—" where there is none.
func (r Row) ExactTexts(currency deal.Currency) (base, scenario, difference string) {
	base, scenario, difference = "—", "—", "—"
	if r.BaseKnown {
		base = string(r.BaseBound) + FormatExact(r.Unit, r.Base, currency)
	}
	if r.ScenarioKnown {
		scenario = string(r.ScenarioBound) + FormatExact(r.Unit, r.Scenario, currency)
	}
	if by, ok := r.Difference(); ok {
		text := FormatExact(r.Unit, math.Abs(by), currency)
		if r.Unit == UnitShare {
			text = strings.TrimSuffix(text, "%") + " pp"
		}
		sign := "+"
		switch {
		case text == FormatExact(r.Unit, 0, currency) || text == "0 pp":
			return base, scenario, "0"
		case by < 0:
			sign = "−"
		}
		difference = r.arrowed(sign + text)
	}
	return base, scenario, difference
}
