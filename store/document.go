// Package store keeps a document: the companies, deals, sources, claims and scenarios of one analysis in one
// SQLite file. It reads and writes them and remembers every edit; it computes nothing from them.
package store

import (
	"errors"
	"time"

	"roundtrip/internal/deal"
)

var errSoon = errors.New("the store is being written")

// Document is an open document.
type Document struct{ path string }

// Create makes a new, empty document; it refuses a path where a file is already.
func Create(path string) (*Document, error) { return nil, errSoon }

// Open opens a document for reading and writing.
func Open(path string) (*Document, error) { return nil, errSoon }

// OpenReadOnly opens a document that nobody writes to, such as one in a folder that cannot be written.
func OpenReadOnly(path string) (*Document, error) { return nil, errSoon }

// Close closes the document.
func (d *Document) Close() error { return errSoon }

// Path returns the path of the document's file.
func (d *Document) Path() string { return d.path }

// Book returns the document as it is now.
func (d *Document) Book() (*deal.Book, error) { return nil, errSoon }

// Apply makes the edit.
func (d *Document) Apply(edit deal.Edit) (deal.Applied, error) { return deal.Applied{}, errSoon }

// Undo takes the last edit back and returns its label.
func (d *Document) Undo() (label string, book *deal.Book, err error) { return "", nil, errSoon }

// Redo makes the edit again that was undone last and returns its label.
func (d *Document) Redo() (label string, book *deal.Book, err error) { return "", nil, errSoon }

// History returns the labels of the edits that Undo and Redo would take next, "" for none.
func (d *Document) History() (undo, redo string, err error) { return "", "", errSoon }

// Changed reports whether another program has written since the last Book.
func (d *Document) Changed() (bool, error) { return false, errSoon }

// Check returns a sentence for everything that is wrong with the document.
func Check(path string) ([]string, error) { return nil, errSoon }

// Backup writes a copy of the document to a path where no file is yet.
func (d *Document) Backup(path string) error { return errSoon }

// BackupTo writes a dated copy into the folder, keeps the newest keep of them and returns the copy's path.
func (d *Document) BackupTo(dir string, keep int, now time.Time) (string, error) { return "", errSoon }
