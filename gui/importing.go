package gui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/progress"
)

func (w *Window) importFile() {
	w.askPath("Import CSV or JSON", "Import", w.folder()+string(filepath.Separator),
		w.browseFile([]string{".csv", ".tsv", ".txt", ".json"}), func(path string) { w.importAll([]string{path}) })
}

// stopImport is the answer that calls an import off.
const stopImport = "Stop: import nothing"

// fileRead is a file that is on its way into the document.
type fileRead struct {
	path    string
	edit    deal.Edit // what it has been read as
	repeats exchange.Repeats
	left    int    // how many of its rows are left out
	next    func() // what comes after it
}

// importAll takes the files into the document, each as one edit, until one cannot be taken or is not wanted.
func (w *Window) importAll(paths []string) {
	if len(paths) == 0 {
		return
	}
	path := paths[0]
	if w.session.document == nil {
		w.notImported(path, errNoDocument)
		return
	}
	book := w.session.book
	w.read(fileRead{path: path, next: func() { w.importAll(paths[1:]) }}, func(ctx context.Context) (deal.Edit, error) {
		return w.files.Import(ctx, path, book)
	})
}

// read takes what comes of reading the file, compared with what the document holds.
func (w *Window) read(file fileRead, read func(context.Context) (deal.Edit, error)) {
	var err error
	book := w.session.book
	w.wait("Reading "+filepath.Base(file.path), stopImport, func(ctx context.Context) {
		if file.edit, err = read(progress.Part(ctx, 0, 2)); err == nil {
			file.repeats, err = exchange.FindRepeats(progress.Part(ctx, 1, 2), file.edit, book)
		}
	}, func(calledOff bool) {
		var partly *exchange.PartlyWrong
		switch {
		case err == nil && calledOff:
			w.notImported(file.path, context.Canceled)
		case errors.As(err, &partly) && !calledOff:
			w.offerRest(file, partly)
		case err != nil:
			w.notImported(file.path, err)
		default:
			w.askOfDoubts(file)
		}
	})
}

// askOfDoubts takes what a file has been read as, and asks first where it can mean something else than it says.
func (w *Window) askOfDoubts(file fileRead) {
	doubts := slices.DeleteFunc(append(slices.Clone(file.edit.Doubts), file.repeats.AlikeSentence(), file.repeats.RivalsSentence()),
		func(doubt string) bool { return doubt == "" })
	if len(doubts) == 0 {
		w.take(file)
		return
	}
	replies := []reply{{"Import all of it", func() { w.take(file) }}}
	if len(file.repeats.Alike) > 0 && len(file.repeats.Rest.Deals) > 0 {
		replies = append(replies, reply{"Only what is new", func() {
			file.edit = file.repeats.Rest
			w.take(file)
		}})
	}
	for i := range doubts {
		doubts[i] = capital(doubts[i]) + "."
	}
	w.offer("Import "+filepath.Base(file.path)+"?", strings.Join(doubts, "\n\n"), "Import nothing", replies...)
}

// take makes the edit that a file has been read as, and goes on with what comes next.
func (w *Window) take(file fileRead) {
	name := filepath.Base(file.path)
	write, err := w.session.writing(file.edit)
	if err != nil {
		w.notImported(file.path, err)
		return
	}
	var applied deal.Applied
	w.wait("Importing "+name, stopImport, func(ctx context.Context) {
		applied, err = write(ctx)
	}, func(calledOff bool) {
		if err != nil {
			w.notImported(file.path, err)
			return
		}
		w.session.written(applied)
		if calledOff {
			w.status.say(name + " was already written when it was stopped: Ctrl+Z takes it back")
			return
		}
		left := ""
		if file.left > 0 {
			left = ", " + counted(file.left, "row") + " left out"
		}
		w.status.sayWith(fmt.Sprintf("Imported %s and %s%s",
			counted(len(file.edit.Deals), "deal"), counted(len(file.edit.Companies), "company"), left), " (Ctrl+Z takes it back)", false)
		file.next()
	})
}

// notImported says why nothing of a file was taken.
func (w *Window) notImported(path string, err error) {
	if errors.Is(err, context.Canceled) {
		w.status.say("Stopped: nothing was imported from " + filepath.Base(path))
		return
	}
	w.tell(filepath.Base(path)+" was not imported", err)
}
