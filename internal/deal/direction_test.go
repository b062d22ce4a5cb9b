package deal

import "testing"

func TestWay(t *testing.T) {
	for want, names := range map[string][]string{
		"":                              nil,
		"Amazon → OpenAI → Amazon":      {"Amazon", "OpenAI", "Amazon"},
		"\u2068שלום בנק\u2069 → Nvidia": {"שלום בנק", "Nvidia"},
		"Nvidia → \u2068أرامكو\u2069 → 三菱商事":      {"Nvidia", "أرامكو", "三菱商事"},
		"\u2068דלק\u2069 → \u2068Bank שלום\u2069": {"דלק", "Bank שלום"},
	} {
		if got := Way(names...); got != want {
			t.Errorf("%q is written %q, want %q", names, got, want)
		}
	}
}
