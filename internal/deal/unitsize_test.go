package deal

import "testing"

func TestUnitsOfCurrencies(t *testing.T) {
	for code, want := range map[Currency]int64{
		USD: 50, "": 50, "EUR": 50, "JPY": 5_000, "KRW": 50_000, "INR": 5_000, "IDR": 100_000,
	} {
		if got := code.Like(50_000_000_000_00) / 1_000_000_000_00; got != want {
			t.Errorf("$50bn are like %dbn of %s, want %dbn", got, code, want)
		}
	}
	for code := range unitsToDollar {
		if !KnownCurrency(code) {
			t.Errorf("there is no currency %s", code)
		}
	}
	for _, test := range []struct {
		money Money
		want  bool
	}{
		{Money{20_00, USD}, true}, {Money{0, USD}, false}, {Money{999_999_99, USD}, true}, {Money{1_000_000_00, USD}, false},
		{Money{20_000_000_00, "JPY"}, true}, {Money{100_000_000_00, "JPY"}, false},
	} {
		if got := test.money.LacksUnit(); got != test.want {
			t.Errorf("%s lacks its unit: %v", test.money.Full(), got)
		}
	}
}
