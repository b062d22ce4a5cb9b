package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"reflect"
	"strings"
	"syscall"
	"testing"

	"github.com/mattn/go-sqlite3"

	"roundtrip/internal/deal"
)

func TestFullDiskLeavesNothing(t *testing.T) {
	document, applied := filled(t)
	pages, err := document.conn.number("PRAGMA page_count")
	if err != nil {
		t.Fatal(err)
	}
	if err := document.conn.run(fmt.Sprintf("PRAGMA max_page_count = %d", pages+3)); err != nil {
		t.Fatal(err)
	}
	if err := refused(t, document, importEdit(500)); !errors.Is(err, ErrDiskFull) {
		t.Errorf("got %v", err)
	}
	if book, err := document.Book(); err != nil || !reflect.DeepEqual(book, applied.Book) {
		t.Errorf("%+v, %v", book, err)
	}
	if _, _, err := document.Undo(); err != nil {
		t.Errorf("undo after a failed edit: %v", err)
	}
}

func TestLockedByAnotherProgram(t *testing.T) {
	document, applied := filled(t)
	other := elsewhere(t, document)
	if err := other.conn.run("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	if err := document.conn.run("PRAGMA busy_timeout = 1"); err != nil {
		t.Fatal(err)
	}
	edit := deal.Edit{Companies: []deal.Company{company(0, "X")}}
	if _, err := document.Apply(edit); !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), document.Path()) {
		t.Errorf("got %v", err)
	}
	if book, err := document.Book(); err != nil || !reflect.DeepEqual(book, applied.Book) {
		t.Errorf("reading while another program writes: %v", err)
	}
	if err := other.conn.run("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	apply(t, document, edit)
}

// TestEveryFailingStatementLeavesNothing makes the edit's statements fail one after the other.
func TestEveryFailingStatementLeavesNothing(t *testing.T) {
	document, _ := filled(t)
	before, past := dump(t, document), history(t, document)
	allowed, calls := 0, 0
	deny := func(action int, _, _, _ string) int {
		if action != sqlite3.SQLITE_INSERT && action != sqlite3.SQLITE_UPDATE && action != sqlite3.SQLITE_DELETE {
			return sqlite3.SQLITE_OK
		}
		if calls++; calls > allowed {
			return sqlite3.SQLITE_DENY
		}
		return sqlite3.SQLITE_OK
	}
	edit := importEdit(4)
	edit.DeleteClaims = []deal.ClaimID{1}
	for ; ; allowed++ {
		calls = 0
		document.conn.RegisterAuthorizer(deny) // makes SQLite prepare, and ask about, every statement again
		_, err := document.Apply(edit)
		if err == nil {
			break
		}
		if dump(t, document) != before || history(t, document) != past {
			t.Fatalf("failure %d left something behind: %v", allowed, err)
		}
	}
	if allowed < 10 {
		t.Errorf("only %d statements were made to fail", allowed)
	}
}

func TestReasonsGoByType(t *testing.T) {
	for _, test := range []struct {
		err  error
		want error
	}{
		{sqlite3.Error{Code: sqlite3.ErrBusy}, ErrInUse},
		{sqlite3.Error{Code: sqlite3.ErrLocked}, ErrInUse},
		{sqlite3.Error{Code: sqlite3.ErrReadonly}, ErrReadOnly},
		{sqlite3.Error{Code: sqlite3.ErrCantOpen}, ErrReadOnly},
		{sqlite3.Error{Code: sqlite3.ErrFull}, ErrDiskFull},
		{sqlite3.Error{Code: sqlite3.ErrIoErr}, ErrDisk},
		{sqlite3.Error{Code: sqlite3.ErrCorrupt}, ErrDamaged},
		{sqlite3.Error{Code: sqlite3.ErrError}, ErrDamaged},
		{sqlite3.Error{Code: sqlite3.ErrReadonly, ExtendedCode: sqlite3.ErrReadonlyRollback}, ErrUnfinished},
		{sqlite3.Error{Code: sqlite3.ErrNotADB}, ErrNotDocument},
		{sqlite3.Error{Code: sqlite3.ErrConstraint}, deal.ErrConflict},
		{&fs.PathError{Op: "open", Err: fs.ErrPermission}, ErrReadOnly},
		{&fs.PathError{Op: "open", Err: fs.ErrNotExist}, ErrMissing},
		{&fs.PathError{Op: "open", Err: fs.ErrExist}, ErrExists},
		{&fs.PathError{Op: "write", Err: syscall.ENOSPC}, ErrDiskFull},
		{&fs.PathError{Op: "read", Err: io.ErrNoProgress}, ErrDisk},
	} {
		err := failed("open", "/a/b.roundtrip", fmt.Errorf("wrapped: %w", test.err))
		if !errors.Is(err, test.want) || !errors.Is(err, test.err) {
			t.Errorf("%v became %v", test.err, err)
		}
		if err.Error() != "cannot open “/a/b.roundtrip”: "+test.want.Error() {
			t.Errorf("the sentence has more in it than the program's own words: %q", err)
		}
	}
	if err := failed("open", "/a", deal.ErrNothingToUndo); err != deal.ErrNothingToUndo {
		t.Errorf("an error of another kind became %v", err)
	}
	if failed("open", "/a", nil) != nil {
		t.Error("no error became one")
	}
}

func TestClosedDocument(t *testing.T) {
	document, _ := filled(t)
	if err := errors.Join(document.Close(), document.Close()); err != nil {
		t.Fatal(err)
	}
	_, bookErr := document.Book()
	_, applyErr := document.Apply(deal.Edit{})
	_, _, undoErr := document.Undo()
	_, changedErr := document.Changed()
	for i, err := range []error{bookErr, applyErr, undoErr, changedErr, document.Backup(document.Path() + "2")} {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("%d: %v", i, err)
		}
	}
	if _, err := os.Stat(document.Path() + "2"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a closed document was copied")
	}
}

func TestBookTakesAFixedNumberOfQueries(t *testing.T) {
	count := func(deals int) int {
		document := newTestDocument(t)
		apply(t, document, importEdit(deals))
		if err := document.conn.run("PRAGMA cache_size = -2000"); err != nil {
			t.Fatal(err)
		}
		other, err := OpenReadOnly(document.Path())
		if err != nil {
			t.Fatal(err)
		}
		defer other.Close()
		selects := 0
		other.conn.RegisterAuthorizer(func(action int, _, _, _ string) int {
			if action == sqlite3.SQLITE_SELECT {
				selects++
			}
			return sqlite3.SQLITE_OK
		})
		if _, err := other.Book(); err != nil {
			t.Fatal(err)
		}
		return selects
	}
	few, many := count(1), count(200)
	if few != many || few != len(tables)+3 { // the revision, and where companies stand
		t.Errorf("%d queries for 1 deal, %d for 200", few, many)
	}
}
