package gui

import (
	"slices"
	"testing"

	"roundtrip/internal/deal"
)

// TestMessageTakesTheRoomThatTheSummaryLeaves: beside the short summary of an empty document it stands whole, and the
// summary of the sample is not shortened for it.
func TestMessageTakesTheRoomThatTheSummaryLeaves(t *testing.T) {
	const said = "Show what is within 1 step of 11 companies (Ctrl+Z takes it back)"
	w := openWindow(t, deal.Edit{})
	w.status.say(said)
	if shown := canvasTexts(w.status.box); !slices.Contains(shown, said) {
		t.Errorf("the bar shows %q", shown)
	}
	w = openSample(t)
	summary := canvasTexts(w.status.summary)
	w.status.say(said)
	if shown := canvasTexts(w.status.summary); !slices.Equal(shown, summary) {
		t.Errorf("with a message the summary is %q, and %q without", shown, summary)
	}
}
