package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/mattn/go-sqlite3"

	"roundtrip/internal/deal"
	"roundtrip/internal/disk"
)

// Reasons why a document cannot be opened, read or written. A FileError carries one of them; tell them apart
// with errors.Is.
var (
	ErrMissing     = disk.ErrMissing
	ErrExists      = disk.ErrExists
	ErrNotDocument = errors.New("it is not a Roundtrip document")
	ErrEmpty       = errors.New("the file is empty: it was cut off while it was made or copied")
	ErrNewer       = errors.New("it was written by a newer version of Roundtrip: install that version to open it")
	ErrDamaged     = errors.New("the file is damaged: go back to a backup of it")
	ErrUnfinished  = errors.New("an edit of it was cut off: open it in Roundtrip once to take the edit back")
	ErrForeign     = errors.New("it holds triggers or views, which a Roundtrip document never does: do not trust it")
	ErrReadOnly    = errors.New("it cannot be written: work on a copy in a folder of your own")
	ErrUnreadable  = errors.New("you have no right to read it: ask its owner for it")
	ErrInUse       = errors.New("another program is writing to it: try again when it has finished")
	ErrDiskFull    = errors.New("the disk is full: nothing was changed; make room and try again")
	ErrDisk        = errors.New("the disk reported an error: nothing was changed; make a copy elsewhere")
	ErrGone        = errors.New("the file was moved, removed or replaced while it was open: put it back, or save a copy of what is shown here")
	ErrClosed      = errors.New("the document is closed")
)

// FileError says which file something was tried on, what was tried, and the reason why it failed.
type FileError struct {
	Doing  string // "open", "write" ...
	Path   string
	Reason error  // one of the Err values of this package or of disk
	Detail string // what this package found that helps to find out more, or ""
	Err    error  // what the operating system or SQLite said, which is not for the user; nil when neither did
}

// Error returns a sentence for the user.
func (e *FileError) Error() string {
	text := fmt.Sprintf("cannot %s “%s”: %v", e.Doing, e.Path, e.Reason)
	if e.Detail != "" {
		text += fmt.Sprintf(" (%s)", e.Detail)
	}
	return text
}

// Elsewhere reports whether the open document could not be written where it is, so that a copy elsewhere keeps what is to
// be kept.
func (e *FileError) Elsewhere() bool {
	return slices.Contains([]string{"write", "reach"}, e.Doing) && slices.Contains([]error{ErrGone, ErrReadOnly, ErrDiskFull, ErrDisk}, e.Reason)
}

// Unwrap returns the reason and what lies under it.
func (e *FileError) Unwrap() []error {
	if e.Err == nil {
		return []error{e.Reason}
	}
	return []error{e.Reason, e.Err}
}

// failed maps an error of SQLite or the operating system to a FileError by its type. Other errors, such as
// the Problems of an entry, stay as they are.
func failed(doing, path string, err error) error {
	if err == nil {
		return nil
	}
	var known *FileError
	if errors.As(err, &known) {
		return err
	}
	var because *becauseError
	if errors.As(err, &because) {
		return &FileError{Doing: doing, Path: path, Reason: because.reason, Detail: because.detail, Err: err}
	}
	if reason := reasonOf(err); reason != nil {
		return &FileError{Doing: doing, Path: path, Reason: reason, Err: err}
	}
	return err
}

// becauseError is a reason found by this package, on its way to the FileError that adds the path.
type becauseError struct {
	reason error
	detail string // "" when the reason says it all
}

func (e *becauseError) Error() string { return e.reason.Error() }
func (e *becauseError) Unwrap() error { return e.reason }

// because returns the reason with details that help to find out more.
func because(reason error, format string, arguments ...any) error {
	return &becauseError{reason, fmt.Sprintf(format, arguments...)}
}

func reasonOf(err error) error {
	var sqlite sqlite3.Error
	switch {
	case errors.As(err, &sqlite):
		if sqlite.ExtendedCode == sqlite3.ErrReadonlyRollback || sqlite.ExtendedCode == sqlite3.ErrReadonlyRecovery {
			return ErrUnfinished
		}
		return reasonOfCode(sqlite.Code)
	case errors.Is(err, ErrClosed):
		return ErrClosed
	}
	switch reason := disk.Reason(err); reason {
	case disk.ErrRefused, disk.ErrLocked:
		return ErrReadOnly
	case disk.ErrFull:
		return ErrDiskFull
	case disk.ErrBroken:
		return ErrDisk
	default:
		return reason
	}
}

func reasonOfCode(code sqlite3.ErrNo) error {
	switch code {
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return ErrInUse
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrCantOpen:
		return ErrReadOnly
	case sqlite3.ErrCorrupt, sqlite3.ErrFormat, sqlite3.ErrError, sqlite3.ErrSchema, sqlite3.ErrMismatch:
		return ErrDamaged // our statements are right, so the file's tables are not as they should be
	case sqlite3.ErrNotADB:
		return ErrNotDocument
	case sqlite3.ErrFull:
		return ErrDiskFull
	case sqlite3.ErrConstraint:
		return deal.ErrConflict
	}
	return ErrDisk
}

// NamedError means that something cannot be deleted because other entries still name it.
type NamedError struct {
	What  string   // such as company “OpenAI”
	Where []string // the entries that name it, such as deal “Stargate”; at most a few
	More  int      // how many entries there are beyond Where
}

// Error returns a sentence for the user.
func (e *NamedError) Error() string {
	where := strings.Join(e.Where, ", ")
	if e.More > 0 {
		where += fmt.Sprintf(" and %d more", e.More)
	}
	return fmt.Sprintf("%s cannot be deleted while it is named in %s: change or delete that first", e.What, where)
}
