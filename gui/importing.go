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
	var edit deal.Edit
	var repeats exchange.Repeats
	var err error
	book := w.session.book
	w.wait("Reading "+filepath.Base(path), stopImport, func(ctx context.Context) {
		if edit, err = w.files.Import(progress.Part(ctx, 0, 2), path, book); err == nil {
			repeats, err = exchange.FindRepeats(progress.Part(ctx, 1, 2), edit, book)
		}
	}, func(calledOff bool) {
		if err == nil && calledOff {
			err = context.Canceled
		}
		if err != nil {
			w.notImported(path, err)
			return
		}
		w.askOfDoubts(path, edit, repeats, func() { w.importAll(paths[1:]) })
	})
}

// askOfDoubts takes what a file has been read as, and asks first where it can mean something else than it says.
func (w *Window) askOfDoubts(path string, edit deal.Edit, repeats exchange.Repeats, next func()) {
	doubts := slices.DeleteFunc(append(slices.Clone(edit.Doubts), repeats.AlikeSentence(), repeats.RivalsSentence()),
		func(doubt string) bool { return doubt == "" })
	if len(doubts) == 0 {
		w.take(path, edit, next)
		return
	}
	replies := []reply{{"Import all of it", func() { w.take(path, edit, next) }}}
	if len(repeats.Alike) > 0 && len(repeats.Rest.Deals) > 0 {
		replies = append(replies, reply{"Only what is new", func() { w.take(path, repeats.Rest, next) }})
	}
	for i := range doubts {
		doubts[i] = capital(doubts[i]) + "."
	}
	w.offer("Import "+filepath.Base(path)+"?", strings.Join(doubts, "\n\n"), "Import nothing", replies...)
}

// take makes the edit that a file has been read as, and goes on with what comes next.
func (w *Window) take(path string, edit deal.Edit, next func()) {
	write, err := w.session.writing(edit)
	if err != nil {
		w.notImported(path, err)
		return
	}
	var applied deal.Applied
	w.wait("Importing "+filepath.Base(path), stopImport, func(ctx context.Context) {
		applied, err = write(ctx)
	}, func(calledOff bool) {
		if err != nil {
			w.notImported(path, err)
			return
		}
		w.session.written(applied)
		if calledOff {
			w.status.say(filepath.Base(path) + " was already written when it was stopped: Ctrl+Z takes it back")
			return
		}
		w.status.say(fmt.Sprintf("Imported %s and %s (Ctrl+Z takes it back)",
			counted(len(edit.Deals), "deal"), counted(len(edit.Companies), "company")))
		next()
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
