package store

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// TestCutOffEditIsTakenBack copies the file and its journal while a transaction has already written some of its
// pages, as a crash or a pulled plug would leave them.
func TestCutOffEditIsTakenBack(t *testing.T) {
	document := newTestDocument(t)
	want := apply(t, document, importEdit(300)).Book
	err := document.conn.run("PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE legs SET note = 'cut off'; UPDATE deals SET notes = 'cut off'")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "crashed.roundtrip")
	for _, suffix := range []string{"", "-journal"} {
		content, err := os.ReadFile(document.Path() + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path+suffix, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := document.conn.run("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	if _, err := Check(path); !errors.Is(err, ErrUnfinished) {
		t.Errorf("check: %v", err)
	}
	if _, err := OpenReadOnly(path); !errors.Is(err, ErrUnfinished) {
		t.Errorf("open read-only: %v", err)
	}
	crashed, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer crashed.Close()
	if book, err := crashed.Book(); err != nil || !reflect.DeepEqual(book, want) {
		t.Errorf("the edit was not taken back (%v)", err)
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
		t.Errorf("left: %v, %v", entries, err)
	}
}
