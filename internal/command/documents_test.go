package command

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roundtrip/store"
)

// TestADamagedDocumentLeadsToItsCopies opens a document, which puts a copy aside, and then damages it.
func TestADamagedDocumentLeadsToItsCopies(t *testing.T) {
	documents := Documents{Folder: t.TempDir()}
	path := filepath.Join(t.TempDir(), "deals.roundtrip")
	must(t, "import", path, write(t, "deals.csv", "payer,payee\nAurora,Borealis\n"))
	damaged := write(t, "other.roundtrip", "")
	if _, err := documents.Open(damaged); err == nil || strings.Contains(err.Error(), "copies") {
		t.Errorf("before there are copies: %v", err)
	}
	document, err := documents.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := document.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 5000); err != nil {
		t.Fatal(err)
	}
	if _, err := documents.Open(path); !errors.Is(err, store.ErrDamaged) || !strings.Contains(err.Error(), filepath.Join(documents.Folder, "backups")) {
		t.Errorf("says %v", err)
	}
}

// TestADocumentThatCannotBeWrittenIsRead opens one where the store finds that it cannot write. (The tests may run as a
// user who can write everywhere, so that no file here would do.)
func TestADocumentThatCannotBeWrittenIsRead(t *testing.T) {
	documents := Documents{Folder: t.TempDir()}
	path := filepath.Join(t.TempDir(), "deals.roundtrip")
	must(t, "import", path, write(t, "deals.csv", "payer,payee\nAurora,Borealis\n"))
	refuse := func(path string) (*store.Document, error) {
		return nil, &store.FileError{Doing: "open", Path: path, Reason: store.ErrReadOnly}
	}
	document, err := documents.openBy(path, refuse)
	if err != nil {
		t.Fatal(err)
	}
	book, err := document.Book()
	if err != nil || len(book.Companies) != 2 || !document.ReadOnly() {
		t.Errorf("it holds %d companies, is read only: %v, %v", len(book.Companies), document.ReadOnly(), err)
	}
	if err := document.Close(); err != nil {
		t.Error(err)
	}
	if _, err := documents.openBy(write(t, "text.roundtrip", "text"), refuse); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("of what is no document it says %v", err)
	}
}

// TestSampleInAFolderThatCannotBeMade is the first start in a home folder that cannot be written to.
func TestSampleInAFolderThatCannotBeMade(t *testing.T) {
	documents := Documents{Folder: filepath.Join(t.TempDir(), "roundtrip")}
	if err := os.Symlink("nowhere", documents.Folder); err != nil {
		t.Fatal(err)
	}
	document, err := documents.Open(Sample)
	if err == nil {
		t.Fatal(document.Close())
	}
	for _, says := range []string{"the sample cannot be put into your own folder", documents.Folder, "open or make a document in another folder"} {
		if !strings.Contains(err.Error(), says) {
			t.Errorf("the error %q does not say %q", err, says)
		}
	}
}
