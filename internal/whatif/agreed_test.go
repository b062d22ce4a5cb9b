package whatif

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

func TestBaseScenarioAndDifferenceAgree(t *testing.T) {
	for _, test := range []struct {
		unit           Unit
		base, scenario float64
		want           string
	}{
		{UnitShare, 0.2646, 0.25963, "26.46% 25.96% −0.50 pp"},
		{UnitShare, 0.264556, 0.259631, "26.46% 25.96% −0.50 pp"},
		{UnitShare, 0.0620, 0.0878, "6.20% 8.78% +2.58 pp"},
		{UnitShare, 0.1, 0.1, "10.00% 10.00% 0"},
		{UnitShare, 0.1, 0.1000001, "10.00% 10.00% 0"},
		{UnitMoney, 741.75e11, 751.75e11, "$741.75bn $751.75bn +$10bn"},
		{UnitMoney, 741.75e11, 742e11, "$741.75bn $742bn +$250m"},
		{UnitMoney, 10.04e11, 20.08e11, "$10.04bn $20.08bn +$10.04bn"},
		{UnitMoney, 46e11, 0, "$46bn $0 −$46bn"},
		{UnitMoney, 0.6357e11, 1.2714e11, "$635.7m $1.3bn +$635.7m"},
		{UnitMoney, math.Inf(1), 5, "∞ $0.05 —"},
		{UnitIndex, 4141.4, 4150.6, "4141.4 4150.6 +9.2"},
		{UnitCount, 5, 4, "5 4 −1"},
		{UnitRatio, 2.2621, 2.3014, "2.262 2.301 +0.039"},
		{UnitYears, 7, 6.25, "7.00 years 6.25 years −0.75 years"},
	} {
		got := Agree(test.unit, deal.USD, test.base, test.scenario)
		if text := got.Base + " " + got.Scenarios[0] + " " + got.Differences[0]; text != test.want {
			t.Errorf("%v to %v is %q, want %q", test.base, test.scenario, text, test.want)
		}
	}
}

// TestNumbersOfOneRowHaveAsManyDigits has one that is the base, and one of a round number.
func TestNumbersOfOneRowHaveAsManyDigits(t *testing.T) {
	got := Agree(UnitShare, deal.USD, 0.063571, 0.063571, 0.076341, 0.05)
	want := Agreed{Base: "6.36%", Scenarios: []string{"6.36%", "7.63%", "5.00%"}, Differences: []string{"0", "+1.27 pp", "−1.36 pp"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("it is %v, want %v", got, want)
	}
}

// read returns a written number and the worth of its last digit that Agree has to answer for: of money in cents.
func read(t *rapid.T, unit Unit, text string) float64 {
	text = strings.NewReplacer("−", "-", " pp", "", "%", "", " years", "", ",", "", "+", "").Replace(text)
	if unit == UnitMoney {
		negative := strings.HasPrefix(text, "-")
		money, err := deal.ParseMoney(strings.TrimPrefix(text, "-"), deal.USD)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if negative {
			return -float64(money.Cents)
		}
		return float64(money.Cents)
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return value
}

// Whatever the numbers, no reader who subtracts finds another difference than the one that stands there, beside any
// number of scenarios.
func TestWhatIsWrittenNeverContradicts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.SampledFrom([]Unit{UnitMoney, UnitShare, UnitIndex, UnitRatio, UnitYears, UnitCount}).Draw(t, "unit")
		number := func(name string) float64 {
			switch unit {
			case UnitMoney:
				return float64(rapid.Int64Range(0, 9).Draw(t, name)) * math.Pow(10, float64(rapid.IntRange(0, 14).Draw(t, name))) *
					(1 + rapid.Float64Range(0, 1).Draw(t, name))
			case UnitShare:
				return rapid.Float64Range(0, 1).Draw(t, name)
			case UnitCount:
				return float64(rapid.IntRange(0, 1000).Draw(t, name))
			}
			return rapid.Float64Range(0, 10_000).Draw(t, name)
		}
		base, scenarios := number("base"), []float64{number("first"), number("second"), number("third")}
		got := Agree(unit, deal.USD, base, scenarios...)
		step := func(value float64) float64 {
			d := newDigits(unit, value, deal.USD)
			return d.step
		}
		for i, scenario := range scenarios {
			was, is, by := read(t, unit, got.Base), read(t, unit, got.Scenarios[i]), read(t, unit, got.Differences[i])
			coarsest := max(step(base), step(scenario), step(scenario-base))
			if off := math.Abs(was + by - is); off > coarsest/2*(1+1e-6) {
				t.Fatalf("%v, %v: %s and %s do not make %s", base, scenario, got.Base, got.Differences[i], got.Scenarios[i])
			}
		}
	})
}
