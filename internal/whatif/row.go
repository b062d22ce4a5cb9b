package whatif

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Unit is what a Row's numbers are.
type Unit string

// The units.
const (
	UnitMoney Unit = "money" // cents of the Book's base currency
	UnitShare Unit = "share" // a fraction of one
	UnitCount Unit = "count" // a whole number
	UnitRatio Unit = "ratio" // a plain number, such as a multiplier
	UnitYears Unit = "years"
	UnitIndex Unit = "index" // 0 to 10,000, a Herfindahl-Hirschman index
)

// Group is the heading under which a Row stands.
type Group string

// The groups, in the order in which they are shown.
const (
	GroupOwnership Group = "Ownership"
	GroupReturn    Group = "What comes back"
	GroupNetwork   Group = "The network"
	GroupRisk      Group = "Concentration and risk"
)

// Bound says that a number is the most or the least that it can be, because a source gives a ceiling or a floor, or that
// it can be more as well as less. Its signs are those of a flow's amount.
type Bound = network.Standing

// The bounds, as they are written before the number.
const (
	Exactly = network.Exact
	AtMost  = network.AtMost
	AtLeast = network.AtLeast
	About   = network.Between
)

// Row is one measure, in the base and in the scenario.
type Row struct {
	Key   string // names the measure for ever: "circular_money"; a company's row ends in its ID: "owned_by_3"
	Name  string
	Group Group
	Unit  Unit

	Base, Scenario           float64
	BaseBound, ScenarioBound Bound
	BaseKnown, ScenarioKnown bool          // false: what it needs is not stated; the number is then 0 and means nothing
	BaseRange, ScenarioRange network.Range // where the measure lies given every figure's range
	HasRange                 bool          // each side that has a number has a range with ends that are numbers
	Note                     string        // what is assumed, or why the number is not known
	Legs                     []deal.LegID  // what it came from
	Leg                      deal.LegID    // that the measure is about; 0: it is about the network or a company

	written *Agreed // how it is written beside other scenarios; nil by itself
}

// Subject names the measure as the subject of a sentence in the singular: "The number of loops", "Circular share".
func (r Row) Subject() string {
	if r.Unit == UnitCount {
		return "The number of " + uncapital(r.Name)
	}
	return r.Name
}

// Known reports whether both sides have a number.
func (r Row) Known() bool { return r.BaseKnown && r.ScenarioKnown }

// Difference returns the scenario less the base, and false when either has no number.
func (r Row) Difference() (float64, bool) {
	difference := r.Scenario - r.Base
	if !r.Known() || math.IsInf(difference, 0) || math.IsNaN(difference) {
		return 0, false
	}
	return difference, true
}

// agreed writes base, scenario and difference so that they do not contradict one another.
func (r Row) agreed(currency deal.Currency) Agreed {
	if r.written != nil {
		return *r.written
	}
	if !r.Known() {
		return Agreed{Base: FormatValue(r.Unit, r.Base, currency), Scenarios: []string{FormatValue(r.Unit, r.Scenario, currency)}, Differences: []string{"—"}}
	}
	return Agree(r.Unit, currency, r.Base, r.Scenario)
}

// BaseText writes the base's number as a table shows it, "—" where there is none.
func (r Row) BaseText(currency deal.Currency) string {
	if !r.BaseKnown {
		return "—"
	}
	return string(r.BaseBound) + r.agreed(currency).Base
}

// ScenarioText writes the scenario's number as a table shows it, "—" where there is none.
func (r Row) ScenarioText(currency deal.Currency) string {
	if !r.ScenarioKnown {
		return "—"
	}
	return string(r.ScenarioBound) + r.agreed(currency).Scenarios[0]
}

// DifferenceText writes the difference as a table shows it: "↑ $15bn", "↓ ~0.5 pp", "0", "—" where there is none. It is what
// a reader finds who subtracts the two numbers as they are written; "another range" where these are the same bounds of ranges that differ.
func (r Row) DifferenceText(currency deal.Currency) string {
	if r.movesUnseen(currency) {
		return string(Reranged)
	}
	return r.arrowed(r.agreed(currency).Differences[0])
}

// arrowed writes a difference with an arrow for its sign, and the bound before its size is that of the size: what falls by
// 2 pp at most is "↓ ≤2 pp". A sign before a sign, "≥−2 pp" or "~−$10bn", nobody reads.
func (r Row) arrowed(signed string) string {
	if signed == "0" || signed == "—" {
		return signed
	}
	if size, falls := strings.CutPrefix(signed, "−"); falls {
		return "↓ " + string(opposite(r.DifferenceBound())) + size
	}
	return "↑ " + string(r.DifferenceBound()) + strings.TrimPrefix(signed, "+")
}

// RangeText writes where one of the row's sides lies, "" where that is one number: "$32bn to $91bn", "$32bn or more", and
// with "~" before an end that was searched for and not proven.
func (r Row) RangeText(of network.Range, currency deal.Currency) string {
	return r.rangeText(of, func(value float64) string { return FormatValue(r.Unit, value, currency) })
}

// rangeText is RangeText with the ends as they are to be written.
func (r Row) rangeText(of network.Range, write func(float64) string) string {
	if !r.HasRange || of.Low == of.High {
		return ""
	}
	low, high := write(of.Low), write(of.High)
	if of.Sampled && !of.LowProven {
		low = "~" + low
	}
	if math.IsInf(of.High, 1) {
		return low + " or more"
	}
	if of.Sampled && !of.HighProven {
		high = "~" + high
	}
	return low + " to " + high
}

// FormatValue writes a number of the unit as a table shows it: $46bn, 6.2%, 4, 1.07, 6.3 years.
func FormatValue(unit Unit, value float64, currency deal.Currency) string {
	switch {
	case math.IsInf(value, 1):
		return "∞"
	case math.IsNaN(value):
		return "—"
	}
	switch unit {
	case UnitMoney:
		if math.Abs(value) >= math.MaxInt64 {
			return "—"
		}
		return deal.Money{Cents: int64(math.RoundToEven(value)), Currency: currency}.Short()
	case UnitShare:
		return trimmed(value*100, 2) + "%"
	case UnitCount:
		if math.Abs(value) < math.MaxInt32 {
			return strings.Replace(deal.Count(int(math.Round(value))), "-", "−", 1)
		}
		return trimmed(math.Round(value), 0)
	case UnitIndex:
		return trimmed(math.Round(value), 0)
	case UnitYears:
		return fmt.Sprintf("%s years", trimmed(value, 1))
	}
	return trimmed(value, 3)
}

// trimmed writes the number with at most so many decimals and no zeros behind them.
func trimmed(value float64, decimals int) string {
	text := strconv.FormatFloat(value, 'f', decimals, 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	if text == "-0" {
		return "0"
	}
	return strings.Replace(text, "-", "−", 1)
}
