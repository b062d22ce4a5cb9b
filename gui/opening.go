package gui

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
)

// extension is what a document's name ends in.
const extension = ".roundtrip"

// OpenAtStart opens the document of the path; without one the last document, and at the very first start the
// sample as a document of the user's own. What cannot be opened is said in the window.
func (w *Window) OpenAtStart(path, samplePath string) {
	w.sample = samplePath
	if path != "" {
		w.open(path, w.files.Open)
	} else if last := w.app.Preferences().String(preferLast); last != "" && w.open(last, w.files.Open) {
		return
	}
	if w.session.document == nil {
		w.open(samplePath, w.files.Sample)
	}
}

// open shows the document of the path and reports whether it could.
func (w *Window) open(path string, with func(string) (Document, error)) bool {
	document, book, err := load(path, with)
	if err != nil {
		w.tell("The document was not opened", err)
		return false
	}
	w.show(document, book)
	return true
}

// load opens the document of the path and reads what it holds.
func load(path string, with func(string) (Document, error)) (Document, *deal.Book, error) {
	document, err := with(path)
	if err != nil {
		return nil, nil, err
	}
	book, err := document.Book()
	if err != nil {
		return nil, nil, errors.Join(err, document.Close())
	}
	return document, book, nil
}

func (w *Window) show(document Document, book *deal.Book) {
	w.turnTo(document, book)
	w.loopView.forget()
	w.timeline.pause()
	w.side.forget()
	w.canvas.Forget()
	w.drawn = drawing{}
	w.session.open(document, book)
	w.nameDocument(document)
}

// turnTo closes the document that is open, lets this one remember from now on where the companies stand, and looks after its
// file.
func (w *Window) turnTo(document Document, book *deal.Book) {
	w.placesKept.finish()
	if w.session.document != nil {
		if err := w.session.document.Close(); err != nil {
			w.tell("The last document was not closed cleanly", err)
		}
	}
	w.placesKept.open(document, book)
	w.watchFile(document.Path())
}

// nameDocument says which document is open, and opens it again the next time.
func (w *Window) nameDocument(document Document) {
	path := document.Path()
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute // the program may be started from another folder the next time
	}
	w.app.Preferences().SetString(preferLast, path)
	name := strings.TrimSuffix(filepath.Base(document.Path()), extension)
	if document.ReadOnly() {
		name += " (read-only)"
	}
	w.window.SetTitle(name + " – " + programName)
	w.status.say(document.Path())
}

func (w *Window) newDocument() {
	w.askPath("New document", "Make it", filepath.Join(w.folder(), "Deals"+extension), w.browseFolder, w.create)
}

// create makes a document of the path. A file that holds something is refused.
func (w *Window) create(path string) {
	w.leavingTrial("Leave", func() { w.open(withExtension(path), w.files.Create) })
}

func withExtension(path string) string {
	if !strings.EqualFold(filepath.Ext(path), extension) {
		path += extension
	}
	return path
}

func (w *Window) openDocument() {
	open := func(path string) { w.leavingTrial("Leave", func() { w.open(path, w.files.Open) }) }
	w.askPath("Open a document", "Open", w.folder()+string(filepath.Separator), w.browseFile([]string{extension}), open)
}

// drop opens a document that is dropped on the window, and imports other files.
func (w *Window) drop(dropped []fyne.URI) {
	if w.window.Canvas().Overlays().Top() != nil {
		w.status.say("Close what is open first, then drop the file again")
		return
	}
	var sources []string
	for _, uri := range dropped {
		if strings.EqualFold(uri.Extension(), extension) {
			w.leavingTrial("Leave", func() { w.open(uri.Path(), w.files.Open) })
		} else {
			sources = append(sources, uri.Path())
		}
	}
	w.importAll(sources)
}

func (w *Window) exportFile() {
	w.askFor(pathQuestion{"Export: .csv deals, companies.csv, .json everything, .html a report", "Export",
		filepath.Join(w.exportFolder(), "deals.csv"), w.browseFolder, wrongEnding, w.mayReplace})
}

// exportEndings are the endings that a file which is exported can have.
var exportEndings = append([]string{".csv", ".json", ".html"}, pictureEndings...)

// wrongEnding says which endings there are, of a path that has none of them.
func wrongEnding(path string) string {
	ending := strings.ToLower(filepath.Ext(path))
	if slices.Contains(exportEndings, ending) {
		return ""
	}
	what := "The file's name has no ending"
	if ending != "" {
		what = "Nothing can be written as " + ending
	}
	return what + ": end it in .csv for the deals, .json for everything, .html for a report, or " +
		deal.OneOf(pictureEndings) + " for the picture."
}

// mayReplace exports to the path, and asks first when there is a file.
func (w *Window) mayReplace(path string) {
	w.replacing(path, func() { w.exportTo(path) })
}

// replacing does what writes the file, and asks first when there is one.
func (w *Window) replacing(path string, write func()) {
	if _, err := os.Stat(path); err == nil {
		w.ask("Replace the file?", path+" is there already.", "Replace it", "Keep it", write)
		return
	}
	write()
}

// exportTo writes the document, for .html its report, or for .png, .svg and .pdf the picture on the screen.
func (w *Window) exportTo(path string) {
	if strings.EqualFold(filepath.Ext(path), ".html") {
		w.writeReport(path)
		return
	}
	if extension := strings.ToLower(filepath.Ext(path)); slices.Contains(pictureEndings, extension) {
		choice := w.defaultPicture()
		choice.extension = extension
		w.writePicture(path, choice)
		return
	}
	if err := w.files.Export(path, w.session.book); err != nil {
		w.tell("Nothing was exported", err)
		return
	}
	w.exportedTo(path)
	w.status.say("Exported to " + path)
}

func (w *Window) openSample() {
	w.leavingTrial("Leave", func() { w.open(w.sample, w.files.Sample) })
}
