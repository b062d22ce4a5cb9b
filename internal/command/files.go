package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"roundtrip/assets"
	"roundtrip/internal/deal"
	"roundtrip/internal/disk"
	"roundtrip/internal/exchange"
	"roundtrip/store"
)

// Sample is what stands for the built-in sample in place of a file.
const Sample = ":sample:"

// createSample makes a document with the built-in sample in it. It refuses a path where a file is already.
func createSample(path string) (*store.Document, error) {
	document, err := store.Create(path)
	if err != nil {
		return nil, err
	}
	if err := fillSample(document); err != nil {
		return nil, errors.Join(err, document.Close(), os.Remove(path))
	}
	return document, nil
}

func fillSample(document *store.Document) error {
	edit, err := exchange.ReadJSON(strings.NewReader(string(assets.Sample())), Sample)
	if err != nil {
		return fmt.Errorf("read the sample: %w", err)
	}
	edit.Label = "Open the sample"
	if _, err := document.Apply(edit); err != nil {
		return err
	}
	return document.Begin()
}

// ReadFile reads a CSV or JSON file, as its extension says, as an edit of the book. It says through the context how far it
// has come, see package progress.
func ReadFile(ctx context.Context, path string, book *deal.Book) (edit deal.Edit, err error) {
	file, err := os.Open(path)
	if err != nil {
		return deal.Edit{}, disk.Failed("open", path, err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	name := filepath.Base(path)
	switch extension := strings.ToLower(filepath.Ext(path)); extension {
	case ".csv", ".tsv", ".txt":
		edit, err = exchange.ReadCSVContext(ctx, file, name, book)
	case ".json":
		edit, err = exchange.ReadJSONContext(ctx, file, name)
		edit = exchange.Into(edit, book)
		edit.Label = "Import " + name
	case ".roundtrip":
		err = fmt.Errorf("cannot import “%s”: it is a document of its own: open it, export it as .json, and import that", path)
	case ".xlsx", ".xls", ".ods":
		err = fmt.Errorf("cannot import “%s”: save its table as CSV UTF-8 from the spreadsheet, and import that", path)
	default:
		err = fmt.Errorf("cannot import “%s”: its name has to end in .csv, .tsv, .txt or .json", path)
	}
	var partly *exchange.PartlyWrong
	if errors.As(err, &partly) {
		partly.Rest.Doubts = append(partly.Rest.Doubts, book.UnratedAfter(partly.Rest)...)
	}
	if err != nil {
		return deal.Edit{}, err
	}
	edit.Doubts = append(slices.Clip(edit.Doubts), book.UnratedAfter(edit)...)
	return edit, nil
}

// readBook returns what the file holds, without writing to it. Of a document of an older version it says so.
func (p Program) readBook(path string) (book *deal.Book, err error) {
	if path == Sample {
		return sampleBook()
	}
	document, err := store.OpenReadOnly(path)
	if err != nil {
		return nil, tableInPlace(path, err)
	}
	defer func() { err = errors.Join(err, document.Close()) }()
	p.noteOlder(path, "it is read as it would be once brought up to date, and its file stays as it is")
	return document.Book()
}

// tableInPlace says what to do with a table that is named where a document has to be.
func tableInPlace(path string, err error) error {
	if errors.Is(err, store.ErrNotDocument) && otherFormat(path) {
		return fmt.Errorf("%w: name the document; a table is taken into one by roundtrip import deals.roundtrip TABLE", err)
	}
	return err
}

// noteOlder says on Errors of a document of an older version what is done about that.
func (p Program) noteOlder(path, what string) {
	if version, newest, older := olderVersion(path); older {
		p.sayOlder(path, version, newest, what)
	}
}

func (p Program) sayOlder(path string, version, newest int, what string) {
	fmt.Fprintf(p.Errors, "roundtrip: “%s” is of the older version %d (the newest is %d): %s\n", path, version, newest, what)
}

// olderVersion reports whether the document is of an older version than the newest.
func olderVersion(path string) (version, newest int, older bool) {
	version, err := store.FileVersion(path)
	if err != nil {
		return 0, 0, false
	}
	newest, err = store.SchemaVersion()
	return version, newest, err == nil && version < newest
}

func sampleBook() (book *deal.Book, err error) {
	err = withSample(func(document *store.Document) error {
		book, err = document.Book()
		return err
	})
	return book, err
}

// withSample hands over the sample as a document that is gone afterwards.
func withSample(use func(*store.Document) error) (err error) {
	scratch, err := os.MkdirTemp("", "roundtrip-sample-*")
	if err != nil {
		return disk.Failed("make", os.TempDir(), err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(scratch)) }()
	document, err := createSample(filepath.Join(scratch, "sample.roundtrip"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, document.Close()) }()
	return use(document)
}
