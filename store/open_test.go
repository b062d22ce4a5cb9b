package store

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"roundtrip/internal/deal"
)

// written makes a closed document and returns its path and its bytes.
func written(t testing.TB) (string, []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.roundtrip")
	document, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	apply(t, document, amazonEdit())
	if err := document.Close(); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return path, content
}

func TestOpenRefusesWhatIsNoDocument(t *testing.T) {
	_, good := written(t)
	changed := func(change func([]byte) []byte) []byte { return change(append([]byte(nil), good...)) }
	for _, test := range []struct {
		name    string
		content []byte
		want    error
	}{
		{"nothing", nil, ErrEmpty},
		{"text", []byte(strings.Repeat("payer,payee\n", 100)), ErrNotDocument},
		{"shorter than a header", []byte("SQLite format 3\x00"), ErrNotDocument},
		{"another program's database", changed(func(b []byte) []byte {
			binary.BigEndian.PutUint32(b[68:], 0x0f055112)
			return b
		}), ErrNotDocument},
		{"newer", changed(func(b []byte) []byte {
			binary.BigEndian.PutUint32(b[60:], 4)
			return b
		}), ErrNewer},
		{"no version", changed(func(b []byte) []byte {
			binary.BigEndian.PutUint32(b[60:], 0)
			return b
		}), ErrNotDocument},
		{"cut off", changed(func(b []byte) []byte { return b[:len(b)/2] }), ErrDamaged},
		{"a page of zeroes", changed(func(b []byte) []byte {
			clear(b[len(b)-4096:])
			return b
		}), ErrDamaged},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "file.roundtrip")
			if err := os.WriteFile(path, test.content, 0o644); err != nil {
				t.Fatal(err)
			}
			for _, open := range []func(string) (*Document, error){Open, OpenReadOnly} {
				document, err := open(path)
				if err == nil {
					t.Fatal("opened", document.Close())
				}
				var failure *FileError
				if !errors.Is(err, test.want) || !errors.As(err, &failure) || failure.Path != path {
					t.Errorf("got %v, want %v", err, test.want)
				}
			}
			left, err := os.ReadFile(path)
			if err != nil || string(left) != string(test.content) {
				t.Errorf("the file was changed (%v)", err)
			}
			if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
				t.Errorf("files were left behind: %v, %v", entries, err)
			}
		})
	}
}

func TestOpenRefusesMissingFilesAndFolders(t *testing.T) {
	folder := t.TempDir()
	if _, err := Open(filepath.Join(folder, "none.roundtrip")); !errors.Is(err, ErrMissing) {
		t.Errorf("missing: %v", err)
	}
	if _, err := Open(folder); !errors.Is(err, ErrNotDocument) {
		t.Errorf("folder: %v", err)
	}
	if _, err := Create(filepath.Join(folder, "no folder", "a.roundtrip")); !errors.Is(err, ErrMissing) {
		t.Errorf("create in a missing folder: %v", err)
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 0 {
		t.Errorf("files were made: %v, %v", entries, err)
	}
}

func TestOpenRefusesForeignCode(t *testing.T) {
	for _, code := range []string{
		"CREATE TRIGGER t AFTER UPDATE ON companies BEGIN DELETE FROM deals; END",
		"CREATE VIEW v AS SELECT * FROM companies",
		"CREATE VIRTUAL TABLE f USING fts3(text)",
		"DROP TABLE rates; CREATE VIEW rates AS SELECT 1 AS id",
	} {
		path, _ := written(t)
		conn, err := connect(path, readWrite)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(conn.run(code), conn.Close()); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path); !errors.Is(err, ErrForeign) {
			t.Errorf("%s: %v", code, err)
		}
		if _, err := Check(path); !errors.Is(err, ErrForeign) {
			t.Errorf("check with %s: %v", code, err)
		}
	}
}

func TestOpenRefusesOtherTables(t *testing.T) {
	for _, test := range []struct {
		code, detail string
		want         error
	}{
		{"ALTER TABLE rights DROP COLUMN note", "rights.note", ErrNotDocument},
		{"DROP TABLE rates; CREATE TABLE rates (id, currency, micros, date, source)", "rates", ErrNotDocument},
		{"DROP TABLE rates", "rates", ErrNotDocument},
		{"DROP TABLE history_rows", "history_rows", ErrNotDocument},
		{"DELETE FROM meta", "meta", ErrDamaged},
	} {
		path, _ := written(t)
		conn, err := connect(path, readWrite)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(conn.run(test.code), conn.Close()); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path); !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.detail) {
			t.Errorf("%s: %v", test.code, err)
		}
	}
}

func TestReadOnly(t *testing.T) {
	path, before := written(t)
	document, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer document.Close()
	if book, err := document.Book(); err != nil || len(book.Companies) != 2 || !document.ReadOnly() {
		t.Errorf("%v, %v", book, err)
	}
	if _, err := document.Apply(deal.Edit{Companies: []deal.Company{company(0, "X")}}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("apply: %v", err)
	}
	if _, _, err := document.Undo(); !errors.Is(err, ErrReadOnly) {
		t.Errorf("undo: %v", err)
	}
	if undo, _, err := document.History(); err != nil || undo == "" {
		t.Errorf("history: %q, %v", undo, err)
	}
	if err := document.conn.run("DELETE FROM history_rows"); reasonOf(err) != ErrReadOnly {
		t.Errorf("SQLite wrote: %v", err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the file was changed (%v)", err)
	}
}

// TestOlderDocumentIsBroughtUpToDate opens a document with a second migration that the program does not have.
func TestOlderDocumentIsBroughtUpToDate(t *testing.T) {
	path, before := written(t)
	steps, err := ownMigrations()
	if err != nil {
		t.Fatal(err)
	}
	broken := append(steps[:len(steps):len(steps)], migration{len(steps) + 1, "broken", "ALTER TABLE deals ADD COLUMN x TEXT; SELECT nothing"})
	if _, err := open(path, readWrite, broken); err == nil {
		t.Fatal("a broken migration passed")
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("a broken migration changed the file (%v)", err)
	}
	steps = append(steps, migration{len(steps) + 1, "next", "ALTER TABLE deals ADD COLUMN x TEXT"})
	reader, err := open(path, readOnly, steps)
	if err != nil {
		t.Fatal(err)
	}
	if err := reader.Close(); err != nil {
		t.Error(err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("reading an older document changed the file (%v)", err)
	}
	document, err := open(path, readWrite, steps)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := document.Undo(); err != nil {
		t.Errorf("undo of an edit from before the migration: %v", err)
	}
	if err := document.Close(); err != nil {
		t.Fatal(err)
	}
	if version, err := versionOf(path); err != nil || version != len(steps) {
		t.Errorf("version %d, %v", version, err)
	}
	if _, err := Open(path); !errors.Is(err, ErrNewer) {
		t.Errorf("the older program: %v", err)
	}
	aside, err := filepath.Glob(path + ".version-3-*")
	if err != nil || len(aside) != 2 {
		t.Fatalf("copies put aside: %v, %v", aside, err)
	}
	if findings, err := Check(aside[0]); err != nil || findings != nil {
		t.Errorf("the copy: %q, %v", findings, err)
	}
}

func TestMigrationsAreNumbered(t *testing.T) {
	for _, names := range [][]string{{"0002_a.sql"}, {"0001_a.sql", "0003_b.sql"}, {"a.sql"}} {
		folder := fstest.MapFS{}
		for _, name := range names {
			folder[name] = &fstest.MapFile{}
		}
		if _, err := migrations(folder); err == nil {
			t.Errorf("%q passed", names)
		}
	}
}

func TestOpenTurnsOffWAL(t *testing.T) {
	path, _ := written(t)
	conn, err := connect(path, readWrite)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(conn.run("PRAGMA journal_mode = WAL"), conn.Close()); err != nil {
		t.Fatal(err)
	}
	document, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer document.Close()
	mode, err := document.conn.texts("PRAGMA journal_mode")
	if err != nil || len(mode) != 1 || mode[0] != "delete" {
		t.Errorf("journal mode %q, %v", mode, err)
	}
}

func TestSettingsOfTheConnection(t *testing.T) {
	document := newTestDocument(t)
	for pragma, want := range map[string]int64{
		"foreign_keys": 1, "synchronous": 2, "trusted_schema": 0, "cell_size_check": 1, "mmap_size": 0,
		"busy_timeout": busyMilliseconds, "application_id": applicationID, "user_version": 3,
	} {
		if got, err := document.conn.number("PRAGMA " + pragma); err != nil || got != want {
			t.Errorf("%s is %d, want %d, %v", pragma, got, want, err)
		}
	}
	if err := document.conn.run("ATTACH ':memory:' AS other"); err == nil {
		t.Error("another file can be attached")
	}
}
