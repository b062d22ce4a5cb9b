package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestImportingAFileTwiceTakesNothing(t *testing.T) {
	document := filepath.Join(t.TempDir(), "deals.roundtrip")
	source := write(t, "deals.csv", "title,payer,payee,amount\nOne,Aurora,Borealis,5bn\n,Borealis,Aurora,3bn\n")
	more := write(t, "more.csv", "title,payer,payee,amount\nOne,Aurora,Borealis,5bn\nTwo,Aurora,Borealis,7bn\n")
	must(t, "import", document, source)
	before := read(t, document)
	for _, arguments := range [][]string{{source}, {more}, {more, source}} {
		again := run(append([]string{"import", document}, arguments...)...)
		if again.code != ExitFailed || again.out != "" || !bytes.Equal(before, read(t, document)) {
			t.Errorf("%q: exit code %d, %q", arguments, again.code, again.out)
		}
		for _, want := range []string{"nothing was imported", "of 2 deals would be taken a second time", "\n  “One”\n", "--only-new", "--again"} {
			if !strings.Contains(again.errors, want) {
				t.Errorf("%q: it does not say %q: %s", arguments, want, again.errors)
			}
		}
	}
	if got := must(t, "import", "--only-new", document, source); !strings.Contains(got, "0 deals, 0 companies, 0 sources, without 2 deals that the document has already") {
		t.Errorf("with --only-new: %q", got)
	}
	again := run("import", document, source, "--again")
	if again.code != ExitDone || !strings.Contains(again.out, "2 deals") || !strings.Contains(again.errors, "taken again, their money counts twice") {
		t.Errorf("with --again: %+v", again)
	}
	if book, err := readBook(document); err != nil || len(book.Deals) != 4 {
		t.Errorf("%d deals, %v", len(book.Deals), err)
	}
	all := filepath.Join(t.TempDir(), "all.json")
	must(t, "export", document, all)
	if got := must(t, "import", "--only-new", document, all); !strings.Contains(got, "without 4 deals") {
		t.Errorf("its own export with --only-new: %q", got)
	}
	if got := run("import", "--again", "--only-new", document, all); got.code != ExitMisuse {
		t.Errorf("both ways at once: %+v", got)
	}
}

func TestADealInTwoFilesOfOneImport(t *testing.T) {
	document := filepath.Join(t.TempDir(), "deals.roundtrip")
	rows := "title,payer,payee,amount\nOne,Aurora,Borealis,5bn\n"
	first, second := write(t, "first.csv", rows), write(t, "second.csv", rows)
	got := run("import", document, first, second)
	if got.code != ExitFailed || !strings.Contains(got.errors, "second.csv: 1 of 1 deal would be") || !strings.Contains(got.errors, "in a file named before this one") {
		t.Errorf("two files with one deal: %+v", got)
	}
	if _, err := os.Stat(document); !os.IsNotExist(err) {
		t.Errorf("a document was made: %v", err)
	}
	must(t, "import", "--only-new", document, first, second)
	if book, err := readBook(document); err != nil || len(book.Deals) != 1 {
		t.Errorf("%d deals, %v", len(book.Deals), err)
	}
	within := run("import", filepath.Join(t.TempDir(), "within.roundtrip"), write(t, "within.csv", rows+"One,Aurora,Borealis,5bn\n"))
	if within.code != ExitDone || !strings.Contains(within.errors, "1 row says in every cell what another row says") {
		t.Errorf("one file with a row twice: %+v", within)
	}
}

func TestANewDocumentIsNotNamedAsAnotherFile(t *testing.T) {
	source := write(t, "ok.csv", "payer,payee\nAurora,Borealis\n")
	for _, name := range []string{"new.csv", "new.JSON", "new.html", "new.png", "new.svg", "new.pdf"} {
		target := filepath.Join(t.TempDir(), name)
		got := run("import", target, source)
		if got.code != ExitMisuse || !strings.Contains(got.errors, "is the document to import into, and is not there") {
			t.Errorf("%s: %+v", name, got)
		}
		if _, err := os.Stat(target); !os.IsNotExist(err) {
			t.Errorf("%s was made: %v", name, err)
		}
	}
}
