package gui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
)

func (w *Window) importFile() {
	w.askPath("Import CSV or JSON", "Import", w.folder()+string(filepath.Separator),
		w.browseFile([]string{".csv", ".tsv", ".txt", ".json"}), func(path string) { w.importAll([]string{path}) })
}

// importAll takes the files into the document, each as one edit, until one cannot be taken or is not wanted.
func (w *Window) importAll(paths []string) {
	if len(paths) == 0 {
		return
	}
	path := paths[0]
	next := func() { w.importAll(paths[1:]) }
	if w.session.document == nil {
		w.tell(filepath.Base(path)+" was not imported", errNoDocument)
		return
	}
	edit, err := w.files.Import(path, w.session.book)
	if err != nil {
		w.tell(filepath.Base(path)+" was not imported", err)
		return
	}
	repeats := exchange.FindRepeats(edit, w.session.book)
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
	if _, err := w.session.apply(edit); err != nil {
		w.tell(filepath.Base(path)+" was not imported", err)
		return
	}
	w.status.say(fmt.Sprintf("Imported %s and %s (Ctrl+Z takes it back)",
		counted(len(edit.Deals), "deal"), counted(len(edit.Companies), "company")))
	next()
}
