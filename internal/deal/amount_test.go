package deal

import (
	"strings"
	"testing"
)

const billion = 1_000_000_000_00

func TestParseAmount(t *testing.T) {
	for _, test := range []struct {
		text   string
		figure Figure
		money  Currency
		months int
	}{
		{"10b", Exactly(10 * billion), "", 0},
		{"$10bn", Exactly(10 * billion), USD, 0},
		{"$350m", Exactly(35 * billion / 100), USD, 0},
		{"1.4tn", Exactly(1400 * billion), "", 0},
		{"US$ 22.4 billion", Exactly(224 * billion / 10), USD, 0},
		{"38 billion over 7 years", Exactly(38 * billion), "", 84},
		{"$5bn for 18 months", Exactly(5 * billion), USD, 18},
		{"up to $10bn", UpTo(10 * billion), USD, 0},
		{"over 500bn", AtLeast(500 * billion), "", 0},
		{"13bn+", AtLeast(13 * billion), "", 0},
		{"over $1tn over the next decade", AtLeast(1000 * billion), USD, 120},
		{"about 10bn", About(10 * billion), "", 0},
		{"~ $10bn", About(10 * billion), USD, 0},
		{"10-15bn", Between(10*billion, 15*billion), "", 0},
		{"$10bn to $15bn", Between(10*billion, 15*billion), USD, 0},
		{"between 900m and 1.1bn", Between(9*billion/10, 11*billion/10), "", 0},
		{"12,500,000", Exactly(1_250_000_000), "", 0},
		{"12 500 000 EUR", Exactly(1_250_000_000), "EUR", 0},
		{"€2.5bn", Exactly(25 * billion / 10), "EUR", 0},
		{"gbp 3m", Exactly(3 * billion / 1000), "GBP", 0},
		{"0.01", Exactly(1), "", 0},
		{"0", Exactly(0), "", 0},
		{"", Undisclosed(), "", 0},
		{"undisclosed", Undisclosed(), "", 0},
		{"-", Undisclosed(), "", 0},
		{" — ", Undisclosed(), "", 0},
		{"not disclosed", Undisclosed(), "", 0},
		{"1.500bn", Exactly(3 * billion / 2), "", 0},
		{"1.50", Exactly(150), "", 0},
		{"0.500", Exactly(50), "", 0},
		{"undisclosed over 5 years", Undisclosed(), "", 60},
	} {
		amount, err := ParseAmount(test.text)
		if err != nil {
			t.Errorf("%q: %v", test.text, err)
			continue
		}
		if want := (Amount{test.figure, test.money, test.months}); amount != want {
			t.Errorf("%q is read as %+v, not %+v", test.text, amount, want)
		}
	}
}

func TestParseAmountRefuses(t *testing.T) {
	for text, word := range map[string]string{
		"€2,5 Mrd":        "point",
		"2,5bn":           "point",
		"2.5 Mrd":         "English",
		"3 mio":           "languages",
		"-10bn":           "zero or more",
		"$-10bn":          "zero or more",
		"-$10bn":          "zero or more",
		"10xb":            "unit",
		"ten billion":     "10bn",
		"1.2.3bn":         "point",
		"0.001":           "whole number of cents",
		"200tn":           "100 trillion",
		"15-10bn":         "downwards",
		"$10bn to €15bn":  "currency",
		"10bn over soon":  "length of time",
		"up to 10 to 15m": "range",
		"1,5000":          "separator",
		"1.500":           "write 1,500, or 1.50 with two decimals",
		"$12.500":         "thousands or decimals",
		"TBD":             "leave it empty",
		"—bn":             "zero or more",
		"20eur":           "write it apart, as in 20bn EUR",
		"up to 20bnUSD":   "write it apart, as in 20bn USD",
		"EUR20bn":         "write it apart, as in 20bn EUR",
	} {
		_, err := ParseAmount(text)
		if err == nil {
			t.Errorf("%q was read", text)
		} else if !strings.Contains(err.Error(), word) {
			t.Errorf("%q: %q does not say %q", text, err, word)
		}
	}
}

func TestParsePercent(t *testing.T) {
	for text, want := range map[string]Share{"27": 270_000, "27%": 270_000, "0.35 %": 3_500, "100": Whole, "": 0, ".5": 5_000} {
		if got, err := ParsePercent(text); err != nil || got != want {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"101", "-1", "2,5", "x", "0.00001", "1e1"} {
		if got, err := ParsePercent(text); err == nil {
			t.Errorf("%q was read as %v", text, got)
		}
	}
}

func TestMoneyText(t *testing.T) {
	for _, test := range []struct {
		cents              int64
		short, full, exact string
	}{
		{10 * billion, "$10bn", "$10,000,000,000.00", "$10bn"},
		{74175 * billion / 100, "$741.75bn", "$741,750,000,000.00", "$741.75bn"},
		{35 * billion / 100, "$350m", "$350,000,000.00", "$350m"},
		{1400 * billion, "$1.4tn", "$1,400,000,000,000.00", "$1.4tn"},
		{99996 * billion / 100, "$999.96bn", "$999,960,000,000.00", "$999.96bn"},
		{99996*billion/100 + 1, "$1tn", "$999,960,000,000.01", "$999,960,000,000.01"},
		{725 * billion / 100, "$7.25bn", "$7,250,000,000.00", "$7.25bn"},
		{-2225 * billion / 100, "−$22.25bn", "−$22,250,000,000.00", "−$22.25bn"},
		{7251 * billion / 1000, "$7.3bn", "$7,251,000,000.00", "$7.251bn"},
		{1_250_000_00, "$1.25m", "$1,250,000.00", "$1.25m"},
		{123456, "$1,235", "$1,234.56", "$1,234.56"},
		{0, "$0", "$0.00", "$0"},
		{2, "$0.02", "$0.02", "$0.02"},
		{-49, "−$0.49", "−$0.49", "−$0.49"},
		{50, "$0.50", "$0.50", "$0.50"},
		{1_50, "$1.50", "$1.50", "$1.50"},
		{-7_00, "−$7", "−$7.00", "−$7"},
		{9_99, "$9.99", "$9.99", "$9.99"},
		{10_50, "$11", "$10.50", "$10.50"},
		{95_360_000_000, "$953.6m", "$953,600,000.00", "$953.6m"},
		{99_999_999_999, "$1bn", "$999,999,999.99", "$999,999,999.99"},
		{99_999_999, "$1,000,000", "$999,999.99", "$999,999.99"},
		{-5 * billion, "−$5bn", "−$5,000,000,000.00", "−$5bn"},
		{99999_99, "$100,000", "$99,999.99", "$99,999.99"},
		{1_234_567_890_12, "$1.2bn", "$1,234,567,890.12", "$1,234,567,890.12"},
	} {
		money := Money{Cents: test.cents, Currency: USD}
		if money.Short() != test.short || money.Full() != test.full || money.Exact() != test.exact {
			t.Errorf("%d: %s, %s, %s", test.cents, money.Short(), money.Full(), money.Exact())
		}
	}
}

func FuzzParseAmount(f *testing.F) {
	for _, seed := range []string{"10b", "$350m", "1.4tn", "€2,5 Mrd", "38 billion over 7 years", "10-15bn", "up to $3m", "1,234.5", "£1 000k"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		amount, err := ParseAmount(text)
		if err != nil {
			return
		}
		var problems Problems
		problems.figure(FieldAmount, noLeg, amount.Figure)
		if len(problems) > 0 {
			t.Fatalf("%q is read as an invalid figure %+v: %v", text, amount.Figure, problems)
		}
		if !amount.Figure.Known() || amount.Figure.Said != SaidExact {
			return
		}
		written := Money{Cents: amount.Figure.Best, Currency: USD}
		for _, again := range []string{written.Exact(), written.Full()} {
			reread, err := ParseAmount(again)
			if err != nil || reread.Figure != amount.Figure {
				t.Fatalf("%q, written as %q, is read back as %+v, %v", text, again, reread, err)
			}
		}
	})
}

func TestParseTerm(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "7": 84, "7 years": 84, "7y": 84, "1.5 years": 18, "18 months": 18, "18mo": 18, "a decade": 120, "One year": 12,
	} {
		if got, err := ParseTerm(text); err != nil || got != want {
			t.Errorf("%q: %d, %v", text, got, err)
		}
	}
	for _, text := range []string{"soon", "-3", "0", "1.3 years", "101 years", "7 weeks"} {
		if got, err := ParseTerm(text); err == nil {
			t.Errorf("%q was read as %d months", text, got)
		}
	}
	for _, text := range []string{"101 years", "9999999 years", "999999999999999 y", "0 months"} {
		if _, err := ParseTerm(text); err == nil || !strings.HasSuffix(err.Error(), "is outside one month to a hundred years") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
