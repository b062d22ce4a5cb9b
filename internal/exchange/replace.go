package exchange

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// ReplaceFile writes a file beside the path and moves it there once it is complete and on disk, so that a
// failure leaves what was there as it was. A link is followed; the file keeps the rights it had.
func ReplaceFile(path string, write func(io.Writer) error) (err error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	mode := fs.FileMode(0o666)
	if there, err := os.Stat(path); err == nil {
		if !there.Mode().IsRegular() {
			return fmt.Errorf("cannot write %q: it is no ordinary file", path)
		}
		mode = there.Mode().Perm()
	}
	beside := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%x", filepath.Base(path), rand.Uint64()))
	file, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return fmt.Errorf("cannot write %q: %w", path, errors.Unwrap(err))
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("cannot write %q: %w", path, errors.Join(err, os.Remove(beside)))
		}
	}()
	if err = write(file); err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	return os.Rename(beside, path)
}
