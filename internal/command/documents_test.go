package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSampleInAFolderThatCannotBeMade is the first start in a home folder that cannot be written to.
func TestSampleInAFolderThatCannotBeMade(t *testing.T) {
	documents := Documents{Folder: filepath.Join(t.TempDir(), "roundtrip")}
	if err := os.Symlink("nowhere", documents.Folder); err != nil {
		t.Fatal(err)
	}
	document, err := documents.Open(Sample)
	if err == nil {
		t.Fatal(document.Close())
	}
	for _, says := range []string{"the sample cannot be put into your own folder", documents.Folder, "open or make a document in another folder"} {
		if !strings.Contains(err.Error(), says) {
			t.Errorf("the error %q does not say %q", err, says)
		}
	}
}
