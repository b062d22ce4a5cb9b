package exchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestAmountsThatForgetTheirUnitAreTold(t *testing.T) {
	const header = "payer,payee,amount,currency,valuation,kind\n"
	for text, want := range map[string][]string{
		header + "A,B,10,,,\n":                   {"line 2, amount: 10 is taken as $10.00; write 10bn for billions"},
		header + "A,B,10,EUR,,\n":                {"line 2, amount: 10 is taken as €10.00; write 10bn for billions"},
		header + "A,B,10bn,,,\nA,C,up to 5,,,\n": {"line 3, amount: up to 5 is taken as $5.00; write up to 5bn for billions"},
		header + "A,B,10000000000,,,\nA,C,,,,\n": nil,
		header + "A,B,$10,,,\nA,C,25.00,,,\n":    nil,
		header + "A,B,10,,500,equity\n":          {"2 amounts name no unit and are small:\nline 2, amount: 10 is taken as $10.00; write 10bn for billions\nline 2, valuation: 500 is taken as $500.00; write 500bn for billions"},
		"name,cash\nA,12\n":                      {"line 2, cash: 12 is taken as $12.00; write 12bn for billions"},
	} {
		edit := readEdit(t, text, nil)
		if !slices.Equal(edit.Doubts, want) {
			t.Errorf("%q is told of by %q, want %q", text, edit.Doubts, want)
		}
	}
	many := readEdit(t, "payer,payee,amount\n"+manySmallAmounts(30), nil)
	if len(many.Doubts) != 1 || !strings.HasPrefix(many.Doubts[0], "30 amounts") || !strings.HasSuffix(many.Doubts[0], "and 10 more") {
		t.Errorf("many are told of by %q", many.Doubts)
	}
}

// manySmallAmounts are rows of deals whose amounts name no unit, no two alike.
func manySmallAmounts(count int) string {
	var rows strings.Builder
	for i := range count {
		fmt.Fprintf(&rows, "A,B,%d\n", i+1)
	}
	return rows.String()
}
