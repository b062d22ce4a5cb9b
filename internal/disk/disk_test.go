package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReasonsOfRealFailures(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, []byte("x"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, try := range []struct {
		what string
		do   func() error
		want error
	}{
		{"a missing file", func() error { _, err := os.Open(filepath.Join(folder, "none")); return err }, ErrMissing},
		{"a file as a folder", func() error { _, err := os.Stat(filepath.Join(file, "in it")); return err }, ErrMissing},
		{"a name that is taken", func() error { return os.Mkdir(file, 0o777) }, ErrExists},
		{"two names", func() error { return os.Link(file, file) }, ErrExists},
		{"a long name", func() error { return os.Mkdir(filepath.Join(folder, strings.Repeat("long", 100)), 0o777) }, ErrName},
		{"no right", func() error { return &fs.PathError{Op: "open", Path: file, Err: fs.ErrPermission} }, ErrRefused},
		{"another error", func() error { return &fs.PathError{Op: "read", Path: file, Err: io.ErrNoProgress} }, ErrBroken},
		{"no error of the system", func() error { return io.ErrNoProgress }, nil},
		{"none", func() error { return nil }, nil},
	} {
		err := try.do()
		if got := Reason(err); got != try.want {
			t.Errorf("%s: %v became %v", try.what, err, got)
		}
		if got := Reason(fmt.Errorf("wrapped: %w", err)); err != nil && got != try.want {
			t.Errorf("%s, wrapped: %v became %v", try.what, err, got)
		}
	}
}

func TestSentences(t *testing.T) {
	missing := &fs.PathError{Op: "open", Path: "x", Err: fs.ErrNotExist}
	err := Failed("read", "deals.csv", missing)
	if err.Error() != "cannot read “deals.csv”: there is no such file or folder" {
		t.Errorf("says %q", err)
	}
	path := filepath.Join("none", "deals.csv")
	if err := Failed("write", path, missing); err.Error() != "cannot write “"+path+"”: there is no such file or folder: "+
		"the folder “none” is not there: make it first, or name another" || !errors.Is(err, ErrMissing) {
		t.Errorf("says %q", err)
	}
	if !errors.Is(err, ErrMissing) || !errors.Is(err, fs.ErrNotExist) {
		t.Error("the cause is lost")
	}
	if err := Failed("write", "x", errors.New("it is no ordinary file")); err.Error() != "cannot write “x”: it is no ordinary file" {
		t.Errorf("says %q", err)
	}
	if Failed("write", "x", nil) != nil {
		t.Error("no error became one")
	}
}
