package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"roundtrip/internal/deal"
)

// TestGoneFile moves a file away, puts another in its place, and puts it back.
func TestGoneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deals.roundtrip")
	document, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = document.Close() }()
	edit := deal.Edit{Label: "Add", Companies: []deal.Company{{Name: "A", Role: deal.RoleOther}}}
	away := path + ".away"
	for _, step := range []func() error{
		func() error { return os.Rename(path, away) },
		func() error { return os.WriteFile(path, []byte("another file"), 0o600) },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
		if _, err := document.Changed(); !errors.Is(err, ErrGone) {
			t.Errorf("Changed: %v", err)
		}
		document.mutex.Lock() // as while it writes
		if _, err := document.Changed(); !errors.Is(err, ErrGone) {
			t.Errorf("Changed while it is busy: %v", err)
		}
		document.mutex.Unlock()
		if _, err := document.Apply(edit); !errors.Is(err, ErrGone) {
			t.Errorf("Apply: %v", err)
		}
	}
	if err := os.Rename(away, path); err != nil {
		t.Fatal(err)
	}
	if _, err := document.Apply(edit); err != nil {
		t.Errorf("after the file was put back: %v", err)
	}
}
