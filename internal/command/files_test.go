package command

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/store"
)

func TestImportAndExport(t *testing.T) {
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	must(t, "export", Sample, in("all.json"))
	must(t, "import", in("copy.roundtrip"), in("all.json"))
	must(t, "check", in("copy.roundtrip"))
	must(t, "export", in("copy.roundtrip"), in("again.json"))
	if !bytes.Equal(read(t, in("all.json")), read(t, in("again.json"))) {
		t.Error("the import of an export is another document")
	}
	must(t, "export", Sample, in("deals.csv"))
	must(t, "export", Sample, in("Companies.CSV"))
	said := must(t, "import", in("tables.roundtrip"), in("Companies.CSV"), in("deals.csv"))
	if !strings.Contains(said, "Companies.CSV: 0 deals, 10 companies") {
		t.Errorf("import says %q", said)
	}
	// Rights, and with them some of the flags, have no place in a table.
	numbers := func(file string) string {
		text, _, _ := strings.Cut(must(t, "measures", file, "--json"), `"flags"`)
		return text
	}
	if numbers(Sample) != numbers(in("tables.roundtrip")) {
		t.Error("the sample measures otherwise after a way through tables")
	}
}

func TestImportTakesAllOrNothing(t *testing.T) {
	folder := t.TempDir()
	good := write(t, "good.csv", "title,payer,payee,amount\nOne,Aurora,Borealis,5bn\n")
	bad := write(t, "bad.csv", "title,payer,payee,amount\nTwo,Aurora,Borealis,much\n")
	more := write(t, "more.csv", "title,payer,payee,amount\nTwo,Borealis,Aurora,3bn\n")
	document := filepath.Join(folder, "deals.roundtrip")
	must(t, "import", document, good)
	before := read(t, document)
	if got := run("import", document, more, bad); got.code != ExitFailed || !strings.Contains(got.errors, "nothing was imported") {
		t.Errorf("exit code %d, %s", got.code, got.errors)
	}
	if !bytes.Equal(before, read(t, document)) {
		t.Error("a failed import has changed the document")
	}
	must(t, "import", document, more)
	if got := must(t, "measures", document); !strings.Contains(got, "Aurora > Borealis > Aurora") {
		t.Errorf("the loop of two imports is missing:\n%s", got)
	}
}

func TestCheckPrintsWhatIsWrong(t *testing.T) {
	document := filepath.Join(t.TempDir(), "deals.roundtrip")
	must(t, "import", document, write(t, "deals.csv", "payer,payee\nAurora,Borealis\n"))
	if got := must(t, "check", document); got != document+": nothing is wrong\n" {
		t.Errorf("check says %q", got)
	}
	if err := os.Truncate(document, int64(len(read(t, document))/2)); err != nil {
		t.Fatal(err)
	}
	if got := run("check", document); got.code != ExitFailed || got.out+got.errors == "" {
		t.Errorf("a truncated document: exit code %d, %q, %q", got.code, got.out, got.errors)
	}
}

func TestDocuments(t *testing.T) {
	documents := Documents{Folder: filepath.Join(t.TempDir(), "own", "folder")}
	for range 2 {
		document, err := documents.Open(Sample)
		if err != nil {
			t.Fatal(err)
		}
		if book, err := document.Book(); err != nil || len(book.Companies) != 10 {
			t.Errorf("the sample: %v", err)
		}
		if err := document.Close(); err != nil {
			t.Error(err)
		}
	}
	if kept, err := os.ReadDir(filepath.Join(documents.Folder, "backups")); err != nil || len(kept) != 1 {
		t.Errorf("copies put aside: %v, %v; want one, from the second opening", kept, err)
	}
	taken := write(t, "taken.roundtrip", "something")
	if _, err := documents.Create(taken); !errors.Is(err, store.ErrExists) {
		t.Errorf("creating over a file: %v", err)
	}
	document, err := documents.Create(write(t, "empty.roundtrip", ""))
	if err != nil {
		t.Fatal(err)
	}
	if err := document.Close(); err != nil {
		t.Error(err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestNothingBeforeTheSampleCanBeUndone(t *testing.T) {
	document, err := createSample(filepath.Join(t.TempDir(), "sample.roundtrip"))
	if err != nil {
		t.Fatal(err)
	}
	defer document.Close()
	if label, _, err := document.Undo(); !errors.Is(err, deal.ErrNothingToUndo) {
		t.Errorf("the sample just opened undoes %q, %v", label, err)
	}
}
