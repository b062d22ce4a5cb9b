package cell

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFormulasAreGuarded(t *testing.T) {
	for _, test := range []struct{ cell, want string }{
		{"", ""}, {"plain", "plain"}, {"=1+1", "'=1+1"}, {"+1", "'+1"}, {"-1", "'-1"}, {"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "'\t=1"}, {"＝1", "'＝1"}, {"'quoted'", "'quoted'"}, {"'=1", "''=1"}, {"a=b", "a=b"}, {"10-15bn", "10-15bn"},
	} {
		if got := Guard(test.cell); got != test.want {
			t.Errorf("%q is written %q, want %q", test.cell, got, test.want)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		cell := rapid.StringOf(rapid.SampledFrom([]rune("'=+-@a\t＝"))).Draw(r, "cell")
		written := Guard(cell)
		if startsFormula(written) && !strings.HasPrefix(written, "'") {
			r.Fatalf("%q would run as a formula", written)
		}
		if got := Unguard(written); got != cell {
			r.Fatalf("%q is written %q and read %q", cell, written, got)
		}
	})
}
