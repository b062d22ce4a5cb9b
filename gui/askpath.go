package gui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
)

// askPath asks for a path, to be typed or browsed for. Nothing is opened, made or emptied by asking: the stock
// dialog for saving empties a file that exists before it says so.
func (w *Window) askPath(title, accept, suggestion string, browse func(entry *widgets.TextEntry), use func(path string)) {
	w.askFor(pathQuestion{title, accept, suggestion, browse, func(string) string { return "" }, use})
}

// pathQuestion is what askFor asks: wrong says what is wrong with a path, or "", and use takes one that is right.
type pathQuestion struct {
	title, accept, suggestion string
	browse                    func(entry *widgets.TextEntry)
	wrong                     func(path string) string
	use                       func(path string)
}

// askFor is askPath for a question that can find a path wrong: it then stays, with what was typed.
func (w *Window) askFor(q pathQuestion) {
	entry := widgets.NewTextEntry("")
	entry.SetText(q.suggestion)
	problem := widgets.NewParagraph("", theme.ColorNameError)
	problem.Hide()
	var question *dialog.CustomDialog
	agree := func() {
		path := w.absolute(entry.Text)
		if path == "" {
			return
		}
		if wrong := q.wrong(path); wrong != "" {
			problem.SetText(wrong)
			problem.Show()
			question.Resize(question.MinSize())
			return
		}
		question.Hide()
		q.use(path)
	}
	entry.OnSubmitted = func(string) { agree() }
	entry.OnEscape = func() { question.Hide() }
	hide := func() { question.Hide() }
	choose := widgets.NewFormButton("Browse…", func() { q.browse(entry) }, hide)
	line := widgets.Wide(560, widgets.Stacked(2, container.NewBorder(nil, nil, nil, choose, entry), problem))
	question = dialog.NewCustomWithoutButtons(q.title, widgets.Inset(line, 6, 6), w.window)
	confirm := dialogButton(question, q.accept, agree)
	confirm.Importance = widget.HighImportance
	question.SetButtons([]fyne.CanvasObject{dialogButton(question, "Cancel", hide), confirm})
	w.present(question, agree)
	w.window.Canvas().Focus(entry)
	entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// absolute returns the path that is typed: ~ is the home folder, and a bare name is beside the open document.
func (w *Window) absolute(typed string) string {
	path := strings.TrimSpace(typed)
	if rest, found := strings.CutPrefix(path, "~"); found {
		if home, err := os.UserHomeDir(); err == nil {
			path = home + rest
		}
	}
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(w.folder(), path)
}

// folder is where the open document is, or the home folder.
func (w *Window) folder() string {
	if w.session.document != nil {
		return filepath.Dir(w.session.document.Path())
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return home
}

// preferExports is the name of the preference that keeps the folder of the last export.
const preferExports = "export folder"

// exportFolder is where something was exported last, or beside the open document; where that is kept among a program's
// own files, as the sample is, among the analyst's documents.
func (w *Window) exportFolder() string {
	isFolder := func(path string) bool { info, err := os.Stat(path); return err == nil && info.IsDir() }
	if last := w.app.Preferences().String(preferExports); last != "" && isFolder(last) {
		return last
	}
	beside := w.folder()
	home, err := os.UserHomeDir()
	if err != nil || !hidden(beside, home) {
		return beside
	}
	if documents := filepath.Join(home, "Documents"); isFolder(documents) {
		return documents
	}
	return home
}

// hidden reports whether a folder below the home folder is one that nobody looks into: a program's own.
func hidden(path, home string) bool {
	below, err := filepath.Rel(home, path)
	return err == nil && !strings.HasPrefix(below, "..") && slices.ContainsFunc(strings.Split(filepath.ToSlash(below), "/"), func(part string) bool {
		return strings.HasPrefix(part, ".") && part != "." || part == "AppData" || part == "Library"
	})
}

// exportedTo remembers the folder of what was exported.
func (w *Window) exportedTo(path string) {
	w.app.Preferences().SetString(preferExports, filepath.Dir(path))
}

// browseFolder lets the analyst choose the folder of the typed file name.
func (w *Window) browseFolder(entry *widgets.TextEntry) {
	ask := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err == nil && folder != nil {
			entry.SetText(filepath.Join(folder.Path(), filepath.Base(entry.Text)))
		}
	}, w.window)
	w.browse(ask)
}

// browse shows the folders above the question, until Escape or a choice closes them.
func (w *Window) browse(ask *dialog.FileDialog) {
	w.browsing = ask
	ask.SetOnClosed(func() { w.browsing = nil })
	ask.Resize(fyne.NewSize(800, 560))
	w.window.Canvas().Unfocus()
	ask.Show()
}

// browseFile lets the analyst choose a file of the extensions.
func (w *Window) browseFile(extensions []string) func(*widgets.TextEntry) {
	return func(entry *widgets.TextEntry) {
		ask := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
			if err == nil && file != nil {
				entry.SetText(file.URI().Path())
				_ = file.Close() // only its name is wanted
			}
		}, w.window)
		ask.SetFilter(storage.NewExtensionFileFilter(extensions))
		w.browse(ask)
	}
}
