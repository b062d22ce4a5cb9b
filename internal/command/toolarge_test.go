package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Amounts beyond what can be counted are told by check and measures, with the largest legs.
func TestCheckTellsOfAmountsBeyondCounting(t *testing.T) {
	folder := t.TempDir()
	source, path := filepath.Join(folder, "d.csv"), filepath.Join(folder, "d.roundtrip")
	rows := "title,payer,payee,kind,amount\n"
	for i := range 300 {
		rows += "Deal " + strings.Repeat("x", i+1) + ",Aurora,Borealis,cloud,$100tn\n"
	}
	if err := os.WriteFile(source, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := run("import", path, source); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	const want = "he legs add up to more than $23,058.43tn, beyond what can be counted to the cent, so nothing is drawn or measured; the largest: Aurora to Borealis, $100tn"
	if got := run("check", path); got.code != 1 || !strings.Contains(got.out, "T"+want) {
		t.Errorf("check: %+v", got)
	}
	if got := run("measures", path); got.code != 1 || !strings.Contains(got.errors, want) {
		t.Errorf("measures: %+v", got)
	}
}
