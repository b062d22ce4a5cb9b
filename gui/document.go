package gui

import (
	"context"

	"roundtrip/internal/deal"
)

// Document is the file that is open. Every edit is on disk when ApplyContext returns.
type Document interface {
	Path() string
	ReadOnly() bool           // it cannot be written: every edit fails
	Backup(path string) error // writes a copy, and refuses a file that exists
	Book() (*deal.Book, error)
	ApplyContext(ctx context.Context, edit deal.Edit) (deal.Applied, error)
	Undo() (label string, book *deal.Book, err error)
	Redo() (label string, book *deal.Book, err error)
	History() (undo, redo string, err error)
	Changed() (bool, error)

	// KeepPlaces remembers where a layout has put the companies. It is no edit: nothing is there to undo.
	KeepPlaces(layout deal.Layout, placement deal.Placement) error

	Close() error
}

// Files opens and makes documents, and moves them in and out of other formats.
type Files struct {
	Open   func(path string) (Document, error)
	Create func(path string) (Document, error) // refuses a file that exists
	Sample func(path string) (Document, error) // makes the built-in sample there, or opens it when it exists

	Import func(ctx context.Context, source string, book *deal.Book) (deal.Edit, error)
	Export func(path string, book *deal.Book) error // the format follows from the extension
}

// About is what the program says of itself.
type About struct {
	Version string
	Build   string
	Schema  int
}
