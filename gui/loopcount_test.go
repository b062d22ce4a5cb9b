package gui

import (
	"fmt"
	"strings"
	"testing"

	"roundtrip/internal/network"
)

// The window and the command line count the same loops of a large document, and the window says which they are.
func TestStatusBarSaysWhichLoopsOfALargeDocumentAreCounted(t *testing.T) {
	w := openWindow(t, largeBook(100, 260))
	built, err := network.Build(w.session.book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	report := network.FindLoops(t.Context(), built, network.Limits{MaxLen: network.View{}.LoopLength(100)})
	if longer := network.FindLoops(t.Context(), built, network.Limits{MaxLen: 7}); longer.Count <= report.Count {
		t.Fatalf("%d loops, and no longer ones: the document shows nothing", report.Count)
	}
	want := fmt.Sprintf(" · %d loops of at most 6 companies · ", report.Count)
	if got := w.status.summary.Content(); !strings.Contains(got, want) {
		t.Errorf("the status bar says\n%s, without\n%s", got, want)
	}
}
