package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// measuresOf imports the deals and prints their measures, the runs of blanks in them as one.
func measuresOf(t *testing.T, deals string) string {
	t.Helper()
	folder := t.TempDir()
	source, file := filepath.Join(folder, "deals.csv"), filepath.Join(folder, "deals.roundtrip")
	if err := os.WriteFile(source, []byte(deals), 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "import", file, source)
	lines := strings.Split(must(t, "measures", file), "\n")
	for i := range lines {
		lines[i] = strings.Join(strings.Fields(lines[i]), " ")
	}
	return strings.Join(lines, "\n")
}

// Money of which a part is up to so much and a part is not disclosed can be less and more: nothing of it is "at least".
func TestMeasuresSayHowTheyStand(t *testing.T) {
	table := measuresOf(t, `payer,payee,kind,amount,status,stake_percent
Falcon,Nova,equity,up to 12bn,signed,
Nova,Falcon,chips,up to 30bn,signed,
Nova,Harbor,cloud,18bn to 24bn,signed,
Harbor,Nova,equity,about 6bn,in talks,8
Harbor,Falcon,chips,,active,
Falcon,Harbor,debt,at least 3bn,signed,
Falcon,Grid,other,2bn,signed,
`)
	for _, want := range []string{
		"\ngross about $74bn + ?\n", "\ncircular money about $39bn\n", "\ncircular share about 52.7%", "\nFinn cycling index about 28.1%",
		"\nnet obligations about $33bn would", "\nabout $6bn Nova > Harbor > Nova", "\nFalcon Harbor at least $3bn ", "\nHarbor Nova about $6bn ",
		"\nNova about $51bn about $18bn cash not stated about 5156 (1.9) ", " about $30bn\n", "\nFalcon Grid $2bn $0 0.0% 0.0%\n",
		"\nunpaid in clearing not known not known no company's cash is stated\n",
	} {
		if !strings.Contains(table, want) {
			t.Errorf("the table does not hold %q:\n%s", want, table)
		}
	}
}

// Ann's stakes, 10 of 100 and 8 on top of 100, are both still to be issued: 1/9 and 0.08 of a share beside each there is,
// so that she holds 0.1911/1.1911 once they are, as the what-if says, and of Bob's tenth 0.1/1.1911 is left at most.
func TestStakesInOneCompanyDiluteOneAnother(t *testing.T) {
	table := measuresOf(t, `title,payer,payee,kind,amount,status,valuation,timing
S1,Ann,Lab,equity,10bn,signed,100bn,post-money
S2,Ann,Lab,equity,8bn,signed,100bn,pre-money
Old,Bob,Lab,equity,5bn,completed,50bn,post-money
One,Cid,Ann,equity,5bn,completed,50bn,post-money
`)
	for _, want := range []string{"\nAnn Lab 16.0% about 14.4%\n", "\nBob Lab up to 8.4% up to 8.4%\n", "\nCid Ann 10.0% 10.0%\n"} {
		if !strings.Contains(table, want) {
			t.Errorf("the table does not hold %q:\n%s", want, table)
		}
	}
}
