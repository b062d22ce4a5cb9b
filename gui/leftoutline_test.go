package gui

import (
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/internal/network"
)

// TestTheTableHasTheRoomOfTheLineBelowIt once no filter is set any more.
func TestTheTableHasTheRoomOfTheLineBelowIt(t *testing.T) {
	w := openSample(t)
	w.window.Resize(fyne.NewSize(1280, 800))
	whole := w.deals.Table.Size().Height
	w.setView(func(view *network.View) { view.OnlyLoops = true })
	if w.deals.Table.Size().Height >= whole {
		t.Fatal("the line below the table has no room")
	}
	w.setView(func(view *network.View) { view.OnlyLoops = false })
	if got := w.deals.Table.Size().Height; got != whole {
		t.Errorf("without filters the table is %v high, before it was %v", got, whole)
	}
}
