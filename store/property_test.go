package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// dump returns every row of the entries' tables as text, as another program would read them.
func dump(t testing.TB, document *Document) string {
	t.Helper()
	var text strings.Builder
	for _, table := range tables {
		columns := "*"
		if table == headings.table {
			columns = "id, title, base_currency, layout" // the revision only ever grows
		}
		err := document.conn.each("SELECT "+columns+" FROM "+table.name+" ORDER BY id", nil, func(values row) error {
			fmt.Fprintf(&text, "%s %#v\n", table.name, values)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return text.String()
}

// history returns the rows of the history as text.
func history(t testing.TB, document *Document) string {
	t.Helper()
	var text strings.Builder
	for _, query := range []string{"SELECT * FROM history ORDER BY id", "SELECT * FROM history_rows ORDER BY id"} {
		err := document.conn.each(query, nil, func(values row) error {
			fmt.Fprintf(&text, "%#v\n", values)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return text.String()
}

// moment is the document after one edit.
type moment struct {
	book *deal.Book
	dump string
}

// session drives a document with random edits and knows what undo and redo must lead to.
type session struct {
	t        testing.TB
	document *Document
	past     []moment   // the last one is now
	future   []moment   // the last one is the next redo
	latest   *deal.Book // what the document returned last
}

func (s *session) now() moment { return s.past[len(s.past)-1] }

// is compares the document, the Book that was returned and the Book that is read from the file.
func (s *session) is(want moment, book *deal.Book) {
	s.t.Helper()
	if got := dump(s.t, s.document); got != want.dump {
		s.t.Fatalf("rows\n%s\nwant\n%s", got, want.dump)
	}
	sameBut(s.t, book, want.book)
	again, err := s.document.conn.load()
	if err != nil || !reflect.DeepEqual(again, book) {
		s.t.Fatalf("the Book in the file differs (%v): %+v\nfrom the one that was returned: %+v", err, again, book)
	}
	s.latest = book
}

func (s *session) edit(t *rapid.T) {
	before, past := s.now(), history(s.t, s.document)
	seen := s.latest
	edit := randomEdit(t, seen)
	applied, err := s.document.Apply(edit)
	if err != nil {
		if dump(s.t, s.document) != before.dump || history(s.t, s.document) != past {
			t.Fatalf("a failed edit left something behind: %v", err)
		}
		if !expected(err) {
			t.Fatalf("%v\n%+v", err, edit)
		}
		return
	}
	after := moment{applied.Book, dump(s.t, s.document)}
	if after.dump == before.dump {
		if history(s.t, s.document) != past || applied.Book.Revision != seen.Revision {
			t.Fatal("an edit that changes nothing left a step")
		}
		return
	}
	s.past = append(s.past, after)
	s.future = nil
	s.is(after, applied.Book)
}

// expected reports whether a random edit may fail in this way.
func expected(err error) bool {
	var problems deal.Problems
	var named *NamedError
	return errors.As(err, &problems) || errors.As(err, &named) || errors.Is(err, deal.ErrNotFound) ||
		strings.Contains(err.Error(), "twice") || strings.Contains(err.Error(), "both changes and deletes")
}

func (s *session) undo(t *rapid.T) {
	_, book, err := s.document.Undo()
	if len(s.past) == 1 {
		if !errors.Is(err, deal.ErrNothingToUndo) {
			t.Fatal(err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	s.future = append(s.future, s.now())
	s.past = s.past[:len(s.past)-1]
	s.is(s.now(), book)
}

func (s *session) redo(t *rapid.T) {
	_, book, err := s.document.Redo()
	if len(s.future) == 0 {
		if !errors.Is(err, deal.ErrNothingToRedo) {
			t.Fatal(err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	s.past = append(s.past, s.future[len(s.future)-1])
	s.future = s.future[:len(s.future)-1]
	s.is(s.now(), book)
}

// readAgain reads the Book, so that the next edit builds on one that was loaded as a whole.
func (s *session) readAgain(t *rapid.T) {
	book, err := s.document.Book()
	if err != nil || !reflect.DeepEqual(book, s.latest) {
		t.Fatalf("%+v, %v, want %+v", book, err, s.latest)
	}
}

func (s *session) reopen(t *rapid.T) {
	if err := s.document.Close(); err != nil {
		t.Fatal(err)
	}
	var err error
	if s.document, err = Open(s.document.Path()); err != nil {
		t.Fatal(err)
	}
	withoutWaiting(t, s.document)
}

// withoutWaiting lets the system write to the disk when it likes: power failures are not what is tested.
func withoutWaiting(t *rapid.T, document *Document) {
	if err := document.conn.run("PRAGMA synchronous = OFF"); err != nil {
		t.Fatal(err)
	}
}

func TestUndoThenRedoIsTheIdentity(t *testing.T) {
	folder := t.TempDir()
	made := 0
	rapid.Check(t, func(rt *rapid.T) {
		made++
		path := filepath.Join(folder, fmt.Sprintf("%d.roundtrip", made))
		document, err := Create(path)
		if err != nil {
			rt.Fatal(err)
		}
		withoutWaiting(rt, document)
		book, err := document.Book()
		if err != nil {
			rt.Fatal(err)
		}
		s := &session{t: t, document: document, past: []moment{{book, dump(t, document)}}, latest: book}
		defer func() { _ = s.document.Close(); _ = os.Remove(path) }()
		rt.Repeat(map[string]func(*rapid.T){
			"edit": s.edit, "edit again": s.edit, "and again": s.edit, "undo": s.undo, "redo": s.redo, "reopen": s.reopen,
			"read again": s.readAgain,
		})
		findings, err := Check(path)
		if err != nil {
			rt.Fatal(err)
		}
		for _, finding := range findings {
			if !strings.Contains(finding, "has no effect, because entry") {
				rt.Fatal(finding)
			}
		}
		for len(s.past) > 1 {
			s.undo(rt)
		}
		for len(s.future) > 0 {
			s.redo(rt)
		}
	})
}
