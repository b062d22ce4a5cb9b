package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"
)

// stampLayout writes a moment so that names sort by time and are allowed on every system.
const stampLayout = "20060102-150405.000"

// Backup writes a copy of the document to the path, as it is at this moment. It refuses a path where a file
// is already (ErrExists) and leaves no partial copy when it fails.
func (d *Document) Backup(path string) error {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.conn == nil {
		return &FileError{Doing: "copy", Path: d.path, Reason: ErrClosed}
	}
	return failed("write the copy", path, d.conn.copyTo(path))
}

// BackupTo writes a dated copy into the folder, which is made when it is missing, and returns the copy's
// path. Of the dated copies of this document it keeps the newest keep (at least 1) and removes the others; a
// copy is known by the document's name and folder, so that documents of the same name do not mix.
func (d *Document) BackupTo(dir string, keep int, now time.Time) (string, error) {
	absolute, err := filepath.Abs(d.path)
	if err != nil {
		return "", failed("write a copy into", dir, err)
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", failed("write a copy into", dir, err)
	}
	stem := backupStem(absolute)
	path := filepath.Join(dir, stem+now.UTC().Format(stampLayout)+".roundtrip")
	if err := d.Backup(path); err != nil {
		return "", err
	}
	return path, failed("remove old copies from", dir, rotate(dir, stem, max(keep, 1)))
}

// backupStem is how the names of a document's dated copies begin.
func backupStem(absolute string) string {
	name := strings.TrimSuffix(filepath.Base(absolute), filepath.Ext(absolute))
	return fmt.Sprintf("%s-%x-", name, sha256.Sum256([]byte(absolute)))[:len(name)+1+8] + "-"
}

// rotate removes the dated copies with the stem but for the newest keep.
func rotate(dir, stem string, keep int) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	dated := regexp.MustCompile(`^` + regexp.QuoteMeta(stem) + `\d{8}-\d{6}\.\d{3}\.roundtrip$`)
	var names []string
	for _, entry := range entries {
		if entry.Type().IsRegular() && dated.MatchString(entry.Name()) {
			names = append(names, entry.Name())
		}
	}
	slices.Sort(names)
	var failures error
	for _, name := range names[:max(0, len(names)-keep)] {
		failures = errors.Join(failures, os.Remove(filepath.Join(dir, name)))
	}
	return failures
}

// copyTo writes the database to a new file with SQLite's backup API. The copy grows under another name and
// gets its own only when it is whole.
func (c *connection) copyTo(path string) error {
	reserved, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	partial, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".partial-*")
	if err != nil {
		return errors.Join(err, reserved.Close(), os.Remove(path))
	}
	err = errors.Join(reserved.Close(), partial.Close())
	if err == nil {
		err = c.copyInto(partial.Name())
	}
	if err == nil {
		err = os.Chmod(partial.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(partial.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(partial.Name()), os.Remove(path))
	}
	return nil
}

// copyInto writes every page into the empty file.
func (c *connection) copyInto(path string) (err error) {
	target, err := connect(path, readWrite)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, target.Close()) }()
	return c.copyPages(target)
}

// copyPages writes every page into the empty database.
func (c *connection) copyPages(target *connection) (err error) {
	backup, err := target.Backup("main", c.SQLiteConn, "main")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, backup.Finish()) }()
	for deadline := time.Now().Add(busyMilliseconds * time.Millisecond); ; {
		done, err := backup.Step(-1)
		switch {
		case err != nil:
			return err
		case done:
			return nil
		case time.Now().After(deadline):
			return sqlite3.Error{Code: sqlite3.ErrBusy}
		}
		time.Sleep(10 * time.Millisecond) // another program holds the lock
	}
}
