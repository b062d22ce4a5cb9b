package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFilesInTheWrongPlace names tables where a document has to be, and documents, workbooks and foreign encodings where
// a table has to be: each is told in a sentence what to do, and nothing is written.
func TestFilesInTheWrongPlace(t *testing.T) {
	table := write(t, "deals.csv", "title,payer,payee,amount\nOne,Aurora,Borealis,5bn\n")
	document := filepath.Join(t.TempDir(), "deals.roundtrip")
	must(t, "import", document, table)
	database := write(t, "database.csv", string(read(t, document)))
	wide := func(order string) string {
		var text []byte
		for _, letter := range read(t, table) {
			if order == "little" {
				text = append(text, letter, 0)
			} else {
				text = append(text, 0, letter)
			}
		}
		return write(t, order+".csv", string(text))
	}
	before := read(t, document)
	for _, try := range []struct {
		arguments []string
		says      string
	}{
		{[]string{"measures", table}, "it is not a Roundtrip document: name the document; a table is taken into one by roundtrip import"},
		{[]string{"check", table}, "a table is taken into one by roundtrip import"},
		{[]string{"import", table, table}, "a table is taken into one by roundtrip import"},
		{[]string{"import", table, table, table}, "a table is taken into one by roundtrip import"},
		{[]string{"import", document, document}, "it is a document of its own: open it, export it as .json"},
		{[]string{"import", document, write(t, "book.xlsx", "PK\x03\x04")}, "save its table as CSV UTF-8"},
		{[]string{"import", document, write(t, "book.csv", "PK\x03\x04\x14\x00")}, "it is an Excel workbook or another archive"},
		{[]string{"import", document, database}, "it is a document or another database"},
		{[]string{"import", document, wide("little")}, "the file is in UTF-16"},
		{[]string{"import", document, wide("big")}, "the file is in UTF-16"},
		{[]string{"import", filepath.Join(t.TempDir(), "no", "x.roundtrip"), table}, "is not there: make it first"},
		{[]string{"export", document, filepath.Join(t.TempDir(), "no", "x.csv")}, "is not there: make it first"},
	} {
		got := run(try.arguments...)
		if got.code != ExitFailed || got.out != "" || strings.Count(got.errors, "\n") != 1 || !strings.Contains(got.errors, try.says) {
			t.Errorf("%q: exit code %d, %s", try.arguments, got.code, got.errors)
		}
	}
	if !bytes.Equal(read(t, document), before) {
		t.Error("the document was changed")
	}
	if entries, err := os.ReadDir(filepath.Dir(document)); err != nil || len(entries) != 1 {
		t.Errorf("beside the document lie %v, %v", entries, err)
	}
}
