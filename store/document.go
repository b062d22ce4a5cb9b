package store

import (
	"errors"
	"sync"
	"time"

	"roundtrip/internal/deal"
)

// Document is an open document. Its methods may be called from several goroutines; one runs at a time.
type Document struct {
	path   string
	access access

	mutex sync.Mutex
	conn  *connection // nil once closed
	seen  int64       // PRAGMA data_version when the last Book was read
	clock func() time.Time
}

// newDocument takes the connection over, also when it fails.
func newDocument(path string, conn *connection, access access) (*Document, error) {
	seen, err := conn.number("PRAGMA data_version")
	if err != nil {
		return nil, failed("open", path, errors.Join(err, conn.Close()))
	}
	return &Document{path: path, access: access, conn: conn, seen: seen, clock: time.Now}, nil
}

// Path returns the path that the document was opened with.
func (d *Document) Path() string { return d.path }

// ReadOnly reports whether the document was opened by OpenReadOnly.
func (d *Document) ReadOnly() bool { return d.access == readOnly }

// Close closes the document. Nothing is lost by not calling it: every edit is on disk when it returns.
func (d *Document) Close() error {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.conn == nil {
		return nil
	}
	conn := d.conn
	d.conn = nil
	return failed("close", d.path, conn.Close())
}

// Book returns the document as it is now, an immutable snapshot of one moment. It takes a fixed number of
// queries, however many deals there are.
func (d *Document) Book() (*deal.Book, error) {
	var book *deal.Book
	err := d.reading(func(conn *connection) (err error) {
		book, err = d.look(conn)
		return err
	})
	return book, err
}

// look reads the Book and remembers that everything up to now has been seen.
func (d *Document) look(conn *connection) (*deal.Book, error) {
	book, err := conn.load()
	if err != nil {
		return nil, err
	}
	d.seen, err = conn.number("PRAGMA data_version")
	return book, err
}

// Changed reports whether another program has written to the file since the last Book was returned, be it by
// Book, Apply, Undo or Redo (or since it was opened). It stays true until the next Book.
func (d *Document) Changed() (bool, error) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.conn == nil {
		return false, failed("read", d.path, ErrClosed)
	}
	version, err := d.conn.number("PRAGMA data_version")
	return version != d.seen, failed("read", d.path, err)
}

// reading runs work in a transaction that sees one moment of the file.
func (d *Document) reading(work func(*connection) error) error {
	return d.within("BEGIN", "read", work)
}

// writing runs work in a transaction that is committed when work succeeds and leaves nothing otherwise.
func (d *Document) writing(work func(*connection) error) error {
	if d.access == readOnly {
		return &FileError{Doing: "write", Path: d.path, Reason: ErrReadOnly}
	}
	return d.within("BEGIN IMMEDIATE", "write", work)
}

func (d *Document) within(begin, doing string, work func(*connection) error) error {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.conn == nil {
		return &FileError{Doing: doing, Path: d.path, Reason: ErrClosed}
	}
	err := d.conn.transaction(begin, func() error { return work(d.conn) })
	return failed(doing, d.path, err)
}
