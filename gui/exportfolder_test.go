package gui

import (
	"path/filepath"
	"testing"
)

// TestExportsAreOfferedWhereTheAnalystLooks: not among a program's own files, and where the last one went.
func TestExportsAreOfferedWhereTheAnalystLooks(t *testing.T) {
	home := filepath.FromSlash("/home/ana")
	for path, want := range map[string]bool{
		"/home/ana": false, "/home/ana/deals": false, "/srv/.shared": false, "/home/ana/.config/fyne/roundtrip/Documents": true,
		"/home/ana/AppData/Roaming/fyne": true, "/home/ana/Library/Preferences": true,
	} {
		if got := hidden(filepath.FromSlash(path), home); got != want {
			t.Errorf("%s is hidden: %v", path, got)
		}
	}
	w := openSample(t)
	if got, want := filepath.Dir(w.pictureFile(".png")), filepath.Dir(w.session.document.Path()); got != want {
		t.Errorf("the first picture goes to %s, not beside the document in %s", got, want)
	}
	last := t.TempDir()
	w.exportedTo(filepath.Join(last, "a.png"))
	if got := filepath.Dir(w.pictureFile(".svg")); got != last {
		t.Errorf("the next picture goes to %s, not to %s", got, last)
	}
	w.exportedTo(filepath.Join(last, "gone", "a.png"))
	if got, want := filepath.Dir(w.pictureFile(".svg")), filepath.Dir(w.session.document.Path()); got != want {
		t.Errorf("after the folder is gone the picture goes to %s, not to %s", got, want)
	}
}
