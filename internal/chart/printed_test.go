package chart

import (
	"math"
	"reflect"
	"testing"

	"roundtrip/internal/whatif"
)

func TestNumbersOfAColumnHaveOneNumberOfDecimals(t *testing.T) {
	texts := []string{"~6.2%", "6.19%", "≤7%", "—", "$1.25bn", "$300bn", "$7m", "1,234"}
	most := mostDecimals(texts)
	for i := range texts {
		texts[i] = withDecimals(texts[i], most)
	}
	want := []string{"~6.20%", "6.19%", "≤7.00%", "—", "$1.25bn", "$300.00bn", "$7m", "1,234"}
	if !reflect.DeepEqual(texts, want) {
		t.Errorf("%q, want %q", texts, want)
	}
}

// TestRoundedAmountsGetTheDecimalsThatTheyHave: a zero behind a rounded amount would be a digit that it does not have.
func TestRoundedAmountsGetTheDecimalsThatTheyHave(t *testing.T) {
	got := alike(whatif.UnitMoney, "USD", []float64{5e11, 8.126e11, 11.25e11, math.NaN(), 3.26e10})
	if want := []string{"$5.00bn", "$8.13bn", "$11.25bn", "—", "$326m"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestALongNameIsShortInAPrintedTable(t *testing.T) {
	const long = "OpenAI → Amazon cloud (Amazon's stake in OpenAI, spent back with Amazon)"
	if got := shortName(long); got != "OpenAI → Amazon cloud (Amazon'…ck with Amazon)" {
		t.Errorf("it is %q", got)
	}
	if short := "OpenAI → Oracle cloud"; shortName(short) != short {
		t.Errorf("a name that has room is %q", shortName(short))
	}
}

// TestBarsOfDriversAreToldApart has medians that two decimals of a percentage write alike.
func TestBarsOfDriversAreToldApart(t *testing.T) {
	of := &simulationDrawing{MonteCarlo: &whatif.MonteCarlo{Row: whatif.Row{Unit: whatif.UnitShare}}, drivers: []whatif.Driver{
		{More: whatif.Half{Middle: 0.014102}, Less: whatif.Half{Middle: 0.014061}},
		{More: whatif.Half{Middle: 0.014085}, Less: whatif.Half{Middle: 0.014130}},
	}}
	two := func(value float64) string { return whatif.FormatValue(whatif.UnitShare, value, "") }
	text := of.toldApart(two)
	if text(0.014102) == text(0.014085) || text(0.014102) != "1.410%" {
		t.Errorf("they are written %s and %s", text(0.014102), text(0.014085))
	}
	of.drivers[0].More.Middle, of.drivers[0].Less.Middle, of.drivers[1].Less.Middle = 0.2, 0.3, 0.4
	if got := of.toldApart(two)(0.2); got != "20%" {
		t.Errorf("what is apart anyway is written %s", got)
	}
}
