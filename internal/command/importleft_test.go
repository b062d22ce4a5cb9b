package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRightRowsAreImportedWithoutTheWrongOnes: unless it is asked for, nothing is taken, and it is said how.
func TestRightRowsAreImportedWithoutTheWrongOnes(t *testing.T) {
	folder := t.TempDir()
	document, rest := filepath.Join(folder, "deals.roundtrip"), filepath.Join(folder, "rest.csv")
	table := write(t, "deals.csv", "title,payer,payee,amount,currency\nOne,Aurora,Borealis,5bn,EUR\nTwo,Borealis,Aurora,much,USD\nThree,Borealis,Aurora,7bn,USD\n")
	refused := run("import", document, table)
	if refused.code != ExitFailed || !strings.Contains(refused.errors, "line 3, amount: \"much\"") ||
		!strings.Contains(refused.errors, "Add --left-out REST.csv to import what is right (2 rows) and write the rest there") {
		t.Errorf("without the option: %+v", refused)
	}
	if _, err := os.Stat(document); err == nil {
		t.Error("a document is made")
	}
	taken := run("import", document, table, "--left-out", rest)
	if taken.code != ExitDone || !strings.HasSuffix(taken.out, "2 deals, 2 companies, 0 sources, 1 row left out\n") {
		t.Errorf("with it: %+v", taken)
	}
	for _, want := range []string{"no rate from EUR to USD", "1 row left out:\nline 3: amount: \"much\" is not an amount"} {
		if !strings.Contains(taken.errors, want) {
			t.Errorf("it does not say %q: %s", want, taken.errors)
		}
	}
	mended := write(t, "mended.csv", strings.Replace(string(read(t, rest)), "much", "6bn", 1))
	if got := must(t, "import", document, mended); !strings.Contains(got, "1 deal, 0 companies") {
		t.Errorf("mended it is %q", got)
	}
	if book, err := readBook(document); err != nil || len(book.Deals) != 3 {
		t.Errorf("%d deals, %v", len(book.Deals), err)
	}
}

// TestRowsLeftOutTakeTheOtherFilesPlaceNowhere refuses files that would be lost.
func TestRowsLeftOutTakeTheOtherFilesPlaceNowhere(t *testing.T) {
	document := filepath.Join(t.TempDir(), "deals.roundtrip")
	table := write(t, "deals.csv", "payer,payee,amount\nA,B,much\nA,B,5bn\n")
	before := read(t, table)
	for says, arguments := range map[string][]string{
		"name another file":          {table, "--left-out", table},
		"one table at a time":        {table, table, "--left-out", "rest.csv"},
		"the rows are written as .c": {table, "--left-out", "rest.txt"},
	} {
		got := run(append([]string{"import", document}, arguments...)...)
		if got.code != ExitMisuse || !strings.Contains(got.errors, says) || !bytes.Equal(before, read(t, table)) {
			t.Errorf("%q: %+v", arguments, got)
		}
	}
}
