package exchange

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestReplaceFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.csv")
	for _, text := range []string{"first", "second"} {
		if err := ReplaceFile(path, func(w io.Writer) error { _, err := fmt.Fprint(w, text); return err }); err != nil {
			t.Fatal(err)
		}
		expectFile(t, path, text)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(folder, "link.csv")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := ReplaceFile(link, func(w io.Writer) error { _, err := fmt.Fprint(w, "third"); return err }); err != nil {
		t.Fatal(err)
	}
	expectFile(t, path, "third")
	if there, err := os.Stat(path); err != nil || there.Mode().Perm() != 0o600 {
		t.Errorf("the file's rights have changed: %v %v", there.Mode(), err)
	}
	if there, err := os.Lstat(link); err != nil || there.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced by a file")
	}
}

func TestReplaceFileLeavesNothingHalfWritten(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.csv")
	if err := os.WriteFile(path, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("the pen broke")
	err := ReplaceFile(path, func(w io.Writer) error {
		if _, err := fmt.Fprint(w, "ne"); err != nil {
			return err
		}
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("error %v, want %v", err, broken)
	}
	expectFile(t, path, "old")
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Errorf("%d files are left, want 1 (%v)", len(entries), err)
	}
	if err := ReplaceFile(folder, func(io.Writer) error { return nil }); err == nil {
		t.Error("a folder was replaced")
	}
	if err := ReplaceFile(filepath.Join(folder, "none", "out.csv"), func(io.Writer) error { return nil }); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("into a folder that is not there: %v", err)
	}
}

func expectFile(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("%s holds %q (%v), want %q", path, got, err, want)
	}
}
