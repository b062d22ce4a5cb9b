package whatif

import (
	"math"
	"strconv"
	"strings"

	"roundtrip/internal/deal"
)

// How a base, a scenario and their difference are written so that they do not contradict one another.
//
// Each number by itself is written to so many digits. Rounded each by itself, 26.456, 25.963 and their difference −0.493
// would be 26.46, 25.96 and −0.49, which a reader who subtracts finds wrong. So whatever is written to the fewest digits
// gets one more, once, where the base and the difference, as they are written, do not make the scenario to its last digit.
// Where that does not do it, the difference is that of the numbers as they are written: nobody reads 6.20155%. Shares, of
// which a table has many in one column, all have two decimals there, so that they stand below one another.

// Agreed are a base, scenarios beside it and what each differs by, written so that no two contradict the third.
type Agreed struct {
	Base        string
	Scenarios   []string
	Differences []string // with their sign; "—" where a number is not finite
}

// moreDigits is how many digits more than usual are tried.
func moreDigits(unit Unit) int {
	if unit == UnitShare {
		return 0
	}
	return 1
}

// Agree writes the base and the scenarios, numbers of the unit.
func Agree(unit Unit, currency deal.Currency, base float64, scenarios ...float64) Agreed {
	written := Agreed{Scenarios: make([]string, len(scenarios)), Differences: make([]string, len(scenarios))}
	was, is, moved := newDigits(unit, base, currency), make([]digits, len(scenarios)), make([]digits, len(scenarios))
	for i, scenario := range scenarios {
		is[i], moved[i] = newDigits(unit, scenario, currency), newDigits(unit, scenario-base, currency)
	}
	for range moreDigits(unit) {
		agreed := true
		for i := range is {
			if !agree(&was, &is[i], &moved[i]) {
				agreed = false
				refineCoarsest(&was, &is[i], &moved[i])
			}
		}
		if agreed {
			break
		}
	}
	asFine(&was, is)
	written.Base = was.text()
	for i := range is {
		if unit != UnitMoney {
			moved[i].step = min(moved[i].step, was.step)
		}
		if !agree(&was, &is[i], &moved[i]) {
			moved[i].value = is[i].shown() - was.shown()
			moved[i].step = min(was.step, is[i].step)
		}
		written.Scenarios[i], written.Differences[i] = is[i].text(), moved[i].difference()
	}
	return written
}

// asFine writes the base and all the scenarios to as many digits as the finest of them has, so that no two numbers of one row
// look as if they differed where they do not. Amounts of money are alike where they are of one unit, as billions are.
func asFine(base *digits, scenarios []digits) {
	all := []*digits{base}
	for i := range scenarios {
		all = append(all, &scenarios[i])
	}
	finest := make([]float64, len(all))
	for i, d := range all {
		finest[i] = d.step
		for _, other := range all {
			if d.like(other) {
				finest[i] = min(finest[i], other.step)
			}
		}
	}
	for i, d := range all {
		d.step = finest[i]
	}
}

// digits is a number and to how much it is written.
type digits struct {
	unit     Unit
	value    float64 // shares are percentages here
	step     float64 // of the last digit that is written: a power of ten
	currency deal.Currency
}

func newDigits(unit Unit, value float64, currency deal.Currency) digits {
	d := digits{unit: unit, value: value, step: 1, currency: currency}
	switch unit {
	case UnitMoney:
		if math.Abs(value) < math.MaxInt64 {
			d.value = math.RoundToEven(value)
			d.step = float64(deal.Money{Cents: int64(d.value)}.ShortStep())
		}
	case UnitShare:
		d.value, d.step = value*100, 0.01
	case UnitYears:
		d.step = 0.1
	case UnitRatio:
		d.step = 0.001
	}
	return d
}

// like reports whether two numbers of one row are written in the same unit.
func (d *digits) like(other *digits) bool {
	if d.unit != UnitMoney || !d.finite() || !other.finite() {
		return d.unit != UnitMoney
	}
	return deal.Money{Cents: int64(d.value)}.SameUnit(deal.Money{Cents: int64(other.value)})
}

// steps returns how many steps the number is when it is written.
func (d *digits) steps() float64 { return math.Round(d.value / d.step) }

// shown returns the number as it is written.
func (d *digits) shown() float64 { return d.steps() * d.step }

// finite reports whether the number can be written.
func (d *digits) finite() bool {
	return !math.IsNaN(d.value) && !math.IsInf(d.value, 0) && (d.unit != UnitMoney || math.Abs(d.value) < math.MaxInt64)
}

// refine writes one digit more. There is less than a cent of no money.
func (d *digits) refine() {
	if d.unit != UnitMoney || d.step > 1 {
		d.step /= 10
	}
}

// agree reports whether the base and the difference make the scenario, to the last digit of whatever has fewest.
func agree(base, scenario, difference *digits) bool {
	if !base.finite() || !scenario.finite() || !difference.finite() {
		return true
	}
	coarsest := max(base.step, scenario.step, difference.step)
	off := math.Abs(base.shown() + difference.shown() - scenario.shown())
	if base.step == scenario.step && base.step == difference.step {
		return off < coarsest/2
	}
	return off <= coarsest/2*(1+1e-9)
}

// refineCoarsest writes one digit more of those that have fewest.
func refineCoarsest(all ...*digits) {
	coarsest := 0.0
	for _, d := range all {
		coarsest = max(coarsest, d.step)
	}
	for _, d := range all {
		if d.step > coarsest/2 {
			d.refine()
		}
	}
}

// text writes the number as a table shows it.
func (d *digits) text() string {
	if !d.finite() {
		return FormatValue(d.unit, d.value, d.currency)
	}
	switch d.unit {
	case UnitMoney:
		return deal.Money{Cents: int64(d.value), Currency: d.currency}.ShortTo(int64(d.step))
	case UnitShare:
		return d.decimal() + "%"
	case UnitYears:
		return d.decimal() + " years"
	case UnitCount:
		return FormatValue(d.unit, d.shown(), d.currency)
	}
	return d.decimal()
}

// decimal writes the number with all its decimals, so that those of one column stand below one another.
func (d *digits) decimal() string {
	text := strconv.FormatFloat(d.shown(), 'f', max(0, int(math.Round(-math.Log10(d.step)))), 64)
	if strings.Trim(text, "-0.") == "" {
		text = strings.TrimPrefix(text, "-")
	}
	return strings.Replace(text, "-", "−", 1)
}

// difference writes the number as a difference: "+$15bn", "−0.5 pp", "0".
func (d *digits) difference() string {
	if !d.finite() {
		return "—"
	}
	size := *d
	size.value = math.Abs(d.value)
	text := size.text()
	if d.unit == UnitShare {
		text = strings.TrimSuffix(text, "%") + " pp"
	}
	switch {
	case size.steps() == 0:
		return "0"
	case d.value < 0:
		return "−" + text
	}
	return "+" + text
}
