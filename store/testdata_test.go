package store

import (
	"os"
	"path/filepath"
	"testing"

	"roundtrip/internal/deal"
)

// version1 is a document that the first version wrote: amazonEdit, then a renamed company, then an undone title.
// It is never written again: it stands for the documents that people have.
const version1 = "testdata/version-1.db"

// copyOf copies a file of testdata to a place where it may be opened for writing.
func copyOf(t testing.TB, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "copy.roundtrip")
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// version1Edits makes what version1 holds.
func version1Edits(t testing.TB, document *Document) *deal.Book {
	t.Helper()
	book := apply(t, document, amazonEdit()).Book
	renamed := book.Companies[1]
	renamed.Name = "OpenAI Group PBC"
	apply(t, document, deal.Edit{Label: "Rename OpenAI", Seen: book, Companies: []deal.Company{renamed}})
	title := "Circular deals"
	apply(t, document, deal.Edit{Label: "Change title", Title: &title})
	_, book, err := document.Undo()
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestVersion1Opens(t *testing.T) {
	now := newTestDocument(t)
	want := version1Edits(t, now)
	document, err := Open(copyOf(t, version1))
	if err != nil {
		t.Fatal(err)
	}
	defer document.Close()
	book, err := document.Book()
	if err != nil {
		t.Fatal(err)
	}
	sameBut(t, book, want)
	if got := dump(t, document); got != dump(t, now) {
		t.Errorf("rows\n%s", got)
	}
	if label, _, err := document.Redo(); label != "Change title" || err != nil {
		t.Errorf("redo %q, %v", label, err)
	}
	for _, want := range []string{"Change title", "Rename OpenAI", "Add deal Amazon stake in OpenAI"} {
		if label, _, err := document.Undo(); label != want || err != nil {
			t.Errorf("undo %q, %v", label, err)
		}
	}
	if findings, err := Check(document.Path()); err != nil || findings != nil {
		t.Errorf("%q, %v", findings, err)
	}
}

// FuzzOpen overwrites bytes of a document. Whatever they are, opening it either fails with a FileError or
// gives a document that can be read, edited and undone, or fails at that with an error.
func FuzzOpen(f *testing.F) {
	content, err := os.ReadFile(version1)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(0), []byte("SQLite format 4"))
	f.Add(uint32(18), []byte{2, 2})
	f.Add(uint32(60), []byte{0, 0, 0, 9})
	f.Add(uint32(100), []byte{13, 0, 0, 0, 200})
	f.Add(uint32(4096), []byte{0x0d, 0xff, 0xff, 0xff})
	f.Add(uint32(len(content)-100), []byte("\x00\x01garbage"))
	f.Fuzz(func(t *testing.T, at uint32, with []byte) {
		mangled := append([]byte(nil), content...)
		copy(mangled[int(at)%len(mangled):], with)
		path := filepath.Join(t.TempDir(), "mangled.roundtrip")
		if err := os.WriteFile(path, mangled, 0o644); err != nil {
			t.Fatal(err)
		}
		use(path)
	})
}

// use does what a session does with a file; nothing of it may panic or hang.
func use(path string) {
	_, _ = Check(path)
	document, err := Open(path)
	if err != nil {
		return
	}
	defer document.Close()
	book, err := document.Book()
	if err != nil {
		return
	}
	edit := deal.Edit{Seen: book, Companies: append([]deal.Company{company(0, "New")}, book.Companies...), Deals: book.Deals}
	for i := range book.Claims {
		edit.DeleteClaims = append(edit.DeleteClaims, book.Claims[i].ID)
	}
	_, _ = document.Apply(edit)
	for range 5 {
		_, _, _ = document.Undo()
	}
	_, _, _ = document.Redo()
	_, _ = Check(path)
}
