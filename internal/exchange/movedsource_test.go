package exchange

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// An amount that a what-if moves bears no number of a source, and the frame says why; the other legs keep theirs.
func TestAMovedAmountBearsNoSource(t *testing.T) {
	book := framedBook()
	built, err := network.Build(book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	frame := PictureFrame(Shown{Book: book, Network: built, Changes: []deal.Change{{Field: deal.ChangeAmount, Target: 1, Value: 1}}})
	if len(frame.Cited[1]) > 0 || len(frame.Cited[2]) == 0 {
		t.Errorf("cited: %v", frame.Cited)
	}
	if notes := strings.Join(frame.Notes, " "); !strings.Contains(notes, "stated by no source") {
		t.Errorf("notes: %q", notes)
	}
}
