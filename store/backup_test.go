package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"roundtrip/internal/deal"
)

func TestBackupIsTheDocument(t *testing.T) {
	document, applied := filled(t)
	path := filepath.Join(t.TempDir(), "Kopie 100% #1?.roundtrip")
	if err := document.Backup(path); err != nil {
		t.Fatal(err)
	}
	copied, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer copied.Close()
	book, err := copied.Book()
	if err != nil || !reflect.DeepEqual(book, applied.Book) {
		t.Errorf("%+v, %v", book, err)
	}
	if dump(t, copied) != dump(t, document) || history(t, copied) != history(t, document) {
		t.Error("the copy's rows differ")
	}
	if _, _, err := copied.Undo(); err != nil {
		t.Errorf("undo in the copy: %v", err)
	}
	if book, err := document.Book(); err != nil || len(book.Deals) != 1 {
		t.Errorf("undo in the copy changed the document: %v", err)
	}
}

func TestBackupRefusesExistingFiles(t *testing.T) {
	document, _ := filled(t)
	path := filepath.Join(t.TempDir(), "there")
	if err := os.WriteFile(path, []byte("precious"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{path, document.Path()} {
		if err := document.Backup(path); !errors.Is(err, ErrExists) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if content, err := os.ReadFile(path); err != nil || string(content) != "precious" {
		t.Errorf("%q, %v", content, err)
	}
	if err := document.Backup(filepath.Join(path, "below a file")); err == nil {
		t.Error("a copy was written below a file")
	}
}

func TestDatedBackupsAreRotated(t *testing.T) {
	document, _ := filled(t)
	folder := filepath.Join(t.TempDir(), "backups", "é")
	now := time.Date(2026, 1, 30, 23, 59, 58, 0, time.FixedZone("east", 3600))
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	foreign := []string{"test-00000000-20200101-000000.000.roundtrip", "test.roundtrip", "notes.txt"}
	for _, name := range foreign {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var paths []string
	for day := range 5 {
		apply(t, document, deal.Edit{Companies: []deal.Company{company(0, fmt.Sprint("Company ", day))}})
		path, err := document.BackupTo(folder, 3, now.AddDate(0, 0, day))
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	for i, path := range paths {
		_, err := Check(path)
		if kept := i >= 2; kept != (err == nil) {
			t.Errorf("copy %d: %v", i, err)
		}
	}
	if base := filepath.Base(paths[0]); base[len(base)-len("20260130-225958.000.roundtrip"):] != "20260130-225958.000.roundtrip" {
		t.Errorf("name %s", base)
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 3+len(foreign) {
		t.Errorf("%v, %v", entries, err)
	}
	if _, err := document.BackupTo(folder, 0, now.AddDate(0, 0, 9)); err != nil {
		t.Error(err)
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1+len(foreign) {
		t.Errorf("keep 0 leaves the newest: %v, %v", entries, err)
	}
}
