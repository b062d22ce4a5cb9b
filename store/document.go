package store

import (
	"errors"
	"os"
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
	last  glance      // the last one that was handed out
	next  *glance     // the one that is handed out when the transaction succeeds
	clock func() time.Time
	file  os.FileInfo // the file that was opened, to notice that the path leads to another one
}

// glance is a Book and the PRAGMA data_version at which it was read, which tells whether another program has
// written since.
type glance struct {
	book    *deal.Book // nil when none was read yet
	version int64
}

// newDocument takes the connection over, also when it fails.
func newDocument(path string, conn *connection, access access) (*Document, error) {
	version, err := conn.number("PRAGMA data_version")
	if err != nil {
		return nil, failed("open", path, errors.Join(err, conn.Close()))
	}
	file, err := os.Stat(path)
	if err != nil {
		return nil, failed("open", path, errors.Join(err, conn.Close()))
	}
	return &Document{
		path: path, access: access, conn: conn, last: glance{nil, version}, clock: time.Now, file: file,
	}, nil
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
		d.last.book = nil // look reads everything
		book, err = d.look(conn, nil)
		return err
	})
	return book, err
}

// look reads the Book that the changes have led to, within the transaction that made them. It builds on the
// last Book unless another program has written since.
func (d *Document) look(conn *connection, changes []change) (*deal.Book, error) {
	version, err := conn.number("PRAGMA data_version")
	if err != nil {
		return nil, err
	}
	var book *deal.Book
	if d.last.book != nil && d.last.version == version {
		book, err = conn.renew(d.last.book, changes)
	} else {
		book, err = conn.load()
	}
	d.next = &glance{book, version}
	return book, err
}

// Changed reports whether another program has written to the file since the last Book was returned, be it by
// Book, Apply, Undo or Redo (or since it was opened). It stays true until the next Book. It does not wait: while another
// call is under way it reports false, and what is written meanwhile is reported once that has ended. It fails with ErrGone
// when the path leads to another file, or to none, since.
func (d *Document) Changed() (bool, error) {
	if err := d.present(); err != nil {
		return false, err
	}
	if !d.mutex.TryLock() {
		return false, nil // busy: an edit shows what others have written before it
	}
	defer d.mutex.Unlock()
	if d.conn == nil {
		return false, failed("read", d.path, ErrClosed)
	}
	version, err := d.conn.number("PRAGMA data_version")
	return version != d.last.version, failed("read", d.path, err)
}

// present fails with ErrGone when the path does not lead to the file that was opened any more.
func (d *Document) present() error {
	if file, err := os.Stat(d.path); err != nil || !os.SameFile(file, d.file) {
		return &FileError{Doing: "reach", Path: d.path, Reason: ErrGone}
	}
	return nil
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
	if err := d.present(); err != nil {
		return err
	}
	d.next = nil
	err := d.conn.transaction(begin, func() error { return work(d.conn) })
	switch {
	case err != nil:
		d.last.book = nil // what the file holds now is not certain: the next look reads everything
	case d.next != nil:
		d.last = *d.next
	}
	return failed(doing, d.path, err)
}
