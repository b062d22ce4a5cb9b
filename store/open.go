package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"roundtrip/internal/deal"
)

// Create makes a new, empty document with the base currency USD, titled after its file. It refuses a path
// where a file is already (ErrExists).
func Create(path string) (*Document, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o666)
	if err != nil {
		return nil, failed("create", path, err)
	}
	if err := file.Close(); err != nil {
		return nil, failed("create", path, err)
	}
	document, err := fill(path)
	if err != nil {
		return nil, errors.Join(failed("create", path, err), os.Remove(path))
	}
	return document, nil
}

// fill makes the tables in the empty file.
func fill(path string) (*Document, error) {
	conn, err := connect(path, readWrite)
	if err != nil {
		return nil, err
	}
	steps, err := ownMigrations()
	if err == nil {
		title := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
		err = conn.migrate(steps, func() error {
			return conn.run("INSERT INTO meta (id, title, base_currency, revision) VALUES (1, ?, ?, 0)",
				strings.ToValidUTF8(title, "?"), string(deal.USD))
		})
	}
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return newDocument(path, conn, readWrite)
}

// Open opens a document for reading and writing. A document of an older version is brought up to date after
// a copy of the file is put aside. Errors are FileErrors: ErrMissing, ErrEmpty, ErrNotDocument, ErrNewer,
// ErrDamaged, ErrForeign, ErrReadOnly, ErrInUse.
func Open(path string) (*Document, error) {
	steps, err := ownMigrations()
	if err != nil {
		return nil, err
	}
	return open(path, readWrite, steps)
}

// OpenReadOnly opens a document without writing to it, such as one in a read-only folder; every edit of it
// fails with ErrReadOnly. Of a document of an older version it opens a copy in memory that is brought up to date,
// which does not see what other programs write meanwhile (FileVersion tells).
func OpenReadOnly(path string) (*Document, error) {
	steps, err := ownMigrations()
	if err != nil {
		return nil, err
	}
	return open(path, readOnly, steps)
}

// mostFindings is how much of what is wrong with a file an error tells; Check tells everything.
const mostFindings = 5

func open(path string, access access, steps []migration) (*Document, error) {
	conn, err := openChecked(path, access, steps)
	if err != nil {
		return nil, failed("open", path, err)
	}
	findings, err := conn.quickCheck()
	if err == nil && len(findings) == 0 {
		// Numbers of a document in which a leg's company is missing would be wrong without a word.
		findings, err = conn.danglingReferences()
	}
	if err == nil && len(findings) > 0 {
		findings = findings[:min(len(findings), mostFindings)]
		err = because(ErrDamaged, "%s", strings.Join(findings, "; "))
	}
	if err != nil {
		return nil, failed("open", path, errors.Join(err, conn.Close()))
	}
	return newDocument(path, conn, access)
}

// openChecked connects to a file that says that it is a document of a version that we know, brings it up to
// date, and looks for foreign code. SQLite sees the file only once its header has been read: it would
// convert a foreign file that is in WAL mode.
func openChecked(path string, access access, steps []migration) (*connection, error) {
	version, err := versionOf(path)
	if err != nil {
		return nil, err
	}
	newest := len(steps)
	switch {
	case version > newest:
		return nil, because(ErrNewer, "its version is %d, the newest known here is %d", version, newest)
	case version < newest && access == readOnly:
		return renewedCopy(path, steps)
	}
	if access == readWrite {
		if err := writable(path); err != nil {
			return nil, err
		}
	}
	conn, err := connect(path, access)
	if err != nil {
		return nil, err
	}
	if err := conn.prepareDocument(path, steps); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}

// prepareDocument brings an older document up to date and inspects its schema before and after. It asks SQLite
// for the version: the header may be that of a migration that was cut off and has been taken back by now.
func (c *connection) prepareDocument(path string, steps []migration) error {
	version, err := c.number("PRAGMA user_version")
	if err != nil {
		return err
	}
	if version < int64(len(steps)) {
		if err := c.refuseCode(); err != nil {
			return err
		}
		aside := fmt.Sprintf("%s.version-%d-%s", path, version, time.Now().UTC().Format(stampLayout))
		if err := c.copyTo(aside); err != nil {
			return fmt.Errorf("put a copy aside: %w", err)
		}
		if err := c.migrate(steps, nil); err != nil {
			return err
		}
	}
	return c.inspect()
}

// renewedCopy returns a copy in memory of an older document, which is brought up to date. The file is only read.
func renewedCopy(path string, steps []migration) (_ *connection, err error) {
	older, err := connect(path, readOnly)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, older.Close()) }()
	if err := older.refuseCode(); err != nil {
		return nil, err
	}
	renewed, err := connectMemory()
	if err != nil {
		return nil, err
	}
	err = older.copyPages(renewed)
	if err == nil {
		err = renewed.migrate(steps, nil)
	}
	if err == nil {
		err = renewed.inspect()
	}
	if err == nil {
		err = renewed.run("PRAGMA query_only = ON")
	}
	if err != nil {
		return nil, errors.Join(err, renewed.Close())
	}
	return renewed, nil
}

// writable reports why the file, or the journal beside it, cannot be written. SQLite opens such a file without
// complaint and fails at the first edit, which is too late to tell.
func writable(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	beside, err := os.CreateTemp(filepath.Dir(path), ".roundtrip-*")
	if err != nil {
		return err
	}
	return errors.Join(beside.Close(), os.Remove(beside.Name()))
}

// versionOf reads the document's version from the file's header (https://sqlite.org/fileformat2.html#database_header).
func versionOf(path string) (int, error) {
	information, err := os.Stat(path)
	switch {
	case err != nil:
		return 0, err
	case !information.Mode().IsRegular():
		return 0, because(ErrNotDocument, "it is a folder or a device")
	case information.Size() == 0:
		return 0, &becauseError{reason: ErrEmpty}
	}
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrPermission) {
		return 0, &becauseError{reason: ErrUnreadable}
	}
	if err != nil {
		return 0, err
	}
	defer file.Close()
	var header [100]byte
	if _, err := io.ReadFull(file, header[:]); err != nil {
		return 0, &becauseError{reason: ErrNotDocument}
	}
	if !bytes.HasPrefix(header[:], []byte("SQLite format 3\x00")) {
		return 0, &becauseError{reason: ErrNotDocument}
	}
	if binary.BigEndian.Uint32(header[68:]) != applicationID {
		return 0, because(ErrNotDocument, "it is an SQLite database of another program")
	}
	version := binary.BigEndian.Uint32(header[60:])
	if version == 0 || version > 1<<20 {
		return 0, because(ErrNotDocument, "it has no version but the number %d", version)
	}
	return int(version), nil
}
