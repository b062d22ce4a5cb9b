package command

import (
	"strings"
	"testing"
)

// A bare field is that of the leg that is moved, in a setting as in a sweep.
func TestABareFieldIsThatOfTheLegThatIsMoved(t *testing.T) {
	for _, pair := range [][2]string{
		{"amount=20bn", "amount:1=20bn"}, {"Amount = 20bn", "amount:1=20bn"}, {"spent=50%", "spent:1=50%"}, {"margin=40%", "margin:Amazon=40%"},
	} {
		var bare, named strings.Builder
		for text, to := range map[string]*strings.Builder{pair[0]: &bare, pair[1]: &named} {
			got := run("whatif", ":sample:", "--waterfall", "--measure", "circular_money", "--leg", "Amazon>OpenAI", "--set", text)
			if got.code != 0 {
				t.Fatalf("--set %s: %s", text, got.errors)
			}
			to.WriteString(got.out)
		}
		if bare.String() != named.String() || !strings.Contains(bare.String(), "With one change") {
			t.Errorf("--set %s says %s, --set %s %s", pair[0], bare.String(), pair[1], named.String())
		}
	}
	for _, arguments := range [][]string{{"whatif", ":sample:", "--sweep", "amount=1..x"}, {"stress", ":sample:", "--cash", "OpenAI=x"}} {
		if errors := run(arguments...).errors; !strings.Contains(errors, "write it as 10bn") || strings.Contains(errors, "empty") {
			t.Errorf("%q: %s", arguments, errors)
		}
	}
}
