package gui

import (
	"testing"
	"unicode/utf8"
)

// TestTitleOfALoopCountsCompaniesThatHaveNoRoom rather than be cut in the middle of a name.
func TestTitleOfALoopCountsCompaniesThatHaveNoRoom(t *testing.T) {
	w := openSample(t)
	path := ids(t, w, "OpenAI", "Microsoft")
	for room, want := range map[int]string{
		27: "1 of 5: OpenAI ⇄ Microsoft", 12: "1 of 5: 2 companies, $13bn",
	} {
		fits := func(text string) bool { return utf8.RuneCountInString(text) <= room }
		if got := w.shorterTitle(path)(fits); got != want {
			t.Errorf("in %d letters the title is %q, want %q", room, got, want)
		}
	}
}
