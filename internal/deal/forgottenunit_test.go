package deal

import "testing"

func TestForgottenUnits(t *testing.T) {
	for _, test := range []struct {
		text      string
		forgotten bool
		billions  string
	}{
		{"10", true, "10bn"},
		{"22.4", true, "22.4bn"},
		{"1,000", true, "1,000bn"},
		{"up to 10", true, "up to 10bn"},
		{"about 10 over 7 years", true, "about 10bn over 7 years"},
		{"10 to 20", true, "10bn to 20bn"},
		{"10-20", true, "10bn-20bn"},
		{"10bn", false, ""}, {"10 bn", false, ""}, {"10k", false, ""}, {"10 to 20k", false, ""},
		{"$10", false, ""}, {"10 usd", false, ""}, {"10 dollars", false, ""}, {"25.00", false, ""},
		{"10000000000", false, ""}, {"1000000", false, ""},
		{"0", false, ""}, {"", false, ""}, {"undisclosed", false, ""}, {"ten", false, ""},
	} {
		is, forgotten := ForgottenUnit(test.text, USD)
		if forgotten != test.forgotten {
			t.Errorf("%q, read as %s, has forgotten its unit: %v", test.text, is.Full(), forgotten)
		}
		if got, ok := InBillions(test.text); test.forgotten && (!ok || got != test.billions) {
			t.Errorf("%q in billions is %q, want %q", test.text, got, test.billions)
		}
	}
}
