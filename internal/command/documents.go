package command

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"roundtrip/internal/disk"
	"roundtrip/store"
)

// Documents opens and makes documents for a person to work on. A dated copy of each is put into Folder when it
// is opened.
type Documents struct {
	Folder string // the user's own folder for this program, made when something is put into it
}

// keptBackups is how many dated copies of a document are kept.
const keptBackups = 10

// UserDocuments returns the Documents of the user who runs the program: in ~/.local/share/roundtrip or where
// XDG_DATA_HOME says, in ~/Library/Application Support/Roundtrip on macOS, in %LocalAppData%\Roundtrip on Windows.
func UserDocuments() (Documents, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return Documents{}, fmt.Errorf("find your home folder: %w", err)
	}
	folder := filepath.Join(home, ".local", "share", "roundtrip")
	switch data := os.Getenv("XDG_DATA_HOME"); {
	case runtime.GOOS == "darwin":
		folder = filepath.Join(home, "Library", "Application Support", "Roundtrip")
	case runtime.GOOS == "windows":
		folder = filepath.Join(os.Getenv("LocalAppData"), "Roundtrip")
	case filepath.IsAbs(data):
		folder = filepath.Join(data, "roundtrip")
	}
	return Documents{Folder: folder}, nil
}

// SamplePath is where the user's own copy of the sample is, once it has been opened.
func (d Documents) SamplePath() string { return filepath.Join(d.Folder, "AI deals.roundtrip") }

// Open opens a document and puts a dated copy of it aside. A document that cannot be written where it is, such as one
// of somebody else's or on a disk that is locked, is opened for reading only. ":sample:" stands for the user's own copy
// of the sample.
func (d Documents) Open(path string) (*store.Document, error) {
	if path == Sample {
		return d.OpenSample(d.SamplePath())
	}
	return d.openBy(path, store.Open)
}

func (d Documents) openBy(path string, open func(string) (*store.Document, error)) (*store.Document, error) {
	document, err := open(path)
	if errors.Is(err, store.ErrReadOnly) {
		if document, failed := store.OpenReadOnly(path); failed == nil {
			return document, nil
		}
	}
	if err != nil {
		return nil, d.withBackups(err)
	}
	if _, err := document.BackupTo(d.backups(), keptBackups, time.Now()); err != nil {
		slog.Warn("no copy of the document was put aside", "path", path, "error", err)
	}
	return document, nil
}

// backups is the folder of the dated copies.
func (d Documents) backups() string { return filepath.Join(d.Folder, "backups") }

// withBackups says of a file that is no whole document where the dated copies are, when there are any.
func (d Documents) withBackups(err error) error {
	if !errors.Is(err, store.ErrDamaged) && !errors.Is(err, store.ErrEmpty) {
		return err
	}
	if copies, _ := os.ReadDir(d.backups()); len(copies) == 0 {
		return err
	}
	return fmt.Errorf("%w; dated copies of the documents that were opened are in “%s”", err, d.backups())
}

// OpenSample opens the sample at the path, and makes it first when there is no such file.
func (d Documents) OpenSample(path string) (*store.Document, error) {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return d.Open(path)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, fmt.Errorf("the sample cannot be put into your own folder (%w): open or make a document in another folder, from the menu File",
			disk.Failed("make", filepath.Dir(path), err))
	}
	return createSample(path)
}

// Create makes a document. An empty file, as a dialog that asks for a name leaves it, gives way; a file that
// holds something is refused.
func (d Documents) Create(path string) (*store.Document, error) {
	if there, err := os.Stat(path); err == nil && there.Mode().IsRegular() && there.Size() == 0 {
		if err := os.Remove(path); err != nil {
			return nil, disk.Failed("replace", path, err)
		}
	}
	return store.Create(path)
}
