package chart

import (
	"reflect"
	"testing"
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

func TestALongNameIsShortInAPrintedTable(t *testing.T) {
	const long = "OpenAI → Amazon cloud (Amazon's stake in OpenAI, spent back with Amazon)"
	if got := shortName(long); got != "OpenAI → Amazon cloud (Amazon'…ck with Amazon)" {
		t.Errorf("it is %q", got)
	}
	if short := "OpenAI → Oracle cloud"; shortName(short) != short {
		t.Errorf("a name that has room is %q", shortName(short))
	}
}
