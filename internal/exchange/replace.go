package exchange

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"

	"roundtrip/internal/disk"
)

// ReplaceFile writes a file beside the path and moves it there once it is complete and on disk, so that a
// failure leaves what was there as it was. A link is followed; the file keeps the rights it had.
func ReplaceFile(path string, write func(io.Writer) error) (err error) {
	defer func() { err = disk.Failed("write", path, err) }()
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		target = path
	}
	mode := fs.FileMode(0o666)
	if there, err := os.Stat(target); err == nil {
		if !there.Mode().IsRegular() {
			return errors.New("it is a folder or a device: name a file")
		}
		mode = there.Mode().Perm()
	}
	beside := filepath.Join(filepath.Dir(target), fmt.Sprintf(".roundtrip-%x", rand.Uint64()))
	file, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(beside))
		}
	}()
	if err = write(file); err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	return os.Rename(beside, target)
}
