package command

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOneNumberIsWrittenOneWay reads the circular share of the sample from every file that holds it: the digits are the
// same, and read back as the same number.
func TestOneNumberIsWrittenOneWay(t *testing.T) {
	records, err := csv.NewReader(strings.NewReader(must(t, "whatif", "--csv", Sample))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := ""
	for _, record := range records {
		if record[0] == "circular_share" {
			want = record[4]
		}
	}
	if !strings.HasPrefix(want, "0.062") {
		t.Fatalf("the circular share is %q", want)
	}
	folder := t.TempDir()
	sweep, table := filepath.Join(folder, "sweep.csv"), filepath.Join(folder, "table.csv")
	must(t, "whatif", Sample, "--sweep", "amount=0..10bn", "--steps", "2", "--out", sweep)
	must(t, "whatif", Sample, "--table", "amount=0..10bn", "--table", "spent=0..100%", "--steps", "2", "--out", table)
	for _, path := range []string{sweep, table} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), ","+want) {
			t.Errorf("%s does not hold %s:\n%s", filepath.Base(path), want, text)
		}
	}
	if said := must(t, "whatif", "--json", Sample); !strings.Contains(said, want+",") {
		t.Errorf("as JSON it is not %s", want)
	}
}
