package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"roundtrip/internal/deal"
)

// version1 is a document that the first version wrote: amazonEdit, then a renamed company, then an undone title.
// It is never written again: it stands for the documents that people have.
const version1 = "testdata/version-1.db"

// version2 is what the second version wrote: version1Edits, with the companies placed on a circle before the undone title.
const version2 = "testdata/version-2.db"

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

// version1Edits makes what version1 holds, with the further edits before the undone one.
func version1Edits(t testing.TB, document *Document, further ...deal.Edit) *deal.Book {
	t.Helper()
	book := apply(t, document, amazonEdit()).Book
	renamed := book.Companies[1]
	renamed.Name = "OpenAI Group PBC"
	title := "Circular deals"
	edits := append([]deal.Edit{{Label: "Rename OpenAI", Seen: book, Companies: []deal.Company{renamed}}}, further...)
	for _, edit := range append(edits, deal.Edit{Label: "Change title", Title: &title}) {
		apply(t, document, edit)
	}
	_, book, err := document.Undo()
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// olderVersions are the documents of the versions before, and what they hold.
var olderVersions = []struct {
	file    string
	version int
	further []deal.Edit
}{
	{version1, 1, nil},
	{version2, 2, []deal.Edit{{Label: "Place on a circle", Layout: &circle}}},
}

var circle = deal.LayoutCircle

func TestOlderVersionsOpen(t *testing.T) {
	for _, older := range olderVersions {
		t.Run(older.file, func(t *testing.T) {
			now := newTestDocument(t)
			want := version1Edits(t, now, older.further...)
			document, err := Open(copyOf(t, older.file))
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
			undone := []string{"Change title"}
			for _, edit := range older.further {
				undone = append(undone, edit.Label)
			}
			for _, want := range append(undone, "Rename OpenAI", "Add deal Amazon stake in OpenAI") {
				if label, _, err := document.Undo(); label != want || err != nil {
					t.Errorf("undo %q, %v", label, err)
				}
			}
			if findings, err := Check(document.Path()); err != nil || findings != nil {
				t.Errorf("%q, %v", findings, err)
			}
		})
	}
}

// TestOlderVersionsAreReadAsTheyAre reads a document of an older version without writing to it, as one in a folder where
// nothing can be written: it holds what it would once brought up to date, and its file stays byte by byte.
func TestOlderVersionsAreReadAsTheyAre(t *testing.T) {
	for _, older := range olderVersions {
		t.Run(older.file, func(t *testing.T) {
			path := copyOf(t, older.file)
			if err := os.Chmod(filepath.Dir(path), 0o555); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.Chmod(filepath.Dir(path), 0o755) })
			if version, err := FileVersion(path); err != nil || version != older.version {
				t.Errorf("version %d, %v", version, err)
			}
			if findings, err := Check(path); err != nil || findings != nil {
				t.Errorf("%q, %v", findings, err)
			}
			document, err := OpenReadOnly(path)
			if err != nil {
				t.Fatal(err)
			}
			defer document.Close()
			book, err := document.Book()
			if err != nil {
				t.Fatal(err)
			}
			sameBut(t, book, version1Edits(t, newTestDocument(t), older.further...))
			if _, err := document.Apply(deal.Edit{Label: "Add company", Companies: []deal.Company{company(-1, "New")}}); !errors.Is(err, ErrReadOnly) {
				t.Errorf("an edit: %v", err)
			}
			if changed, err := document.Changed(); changed || err != nil {
				t.Errorf("changed: %v, %v", changed, err)
			}
			renewed := filepath.Join(t.TempDir(), "renewed.roundtrip")
			if err := document.Backup(renewed); err != nil {
				t.Fatal(err)
			}
			steps, _ := SchemaVersion()
			if version, err := FileVersion(renewed); err != nil || version != steps {
				t.Errorf("its copy has version %d, %v", version, err)
			}
			before, after := fileBytes(t, older.file), fileBytes(t, path)
			if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 || !bytes.Equal(before, after) {
				t.Errorf("the file was changed, or %v lie beside it (%v)", entries, err)
			}
		})
	}
}

func fileBytes(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
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
