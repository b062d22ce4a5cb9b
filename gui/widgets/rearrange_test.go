package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// countedLabel counts how often it is drawn anew.
type countedLabel struct {
	widget.Label
	drawn int
}

func (l *countedLabel) Refresh() {
	l.drawn++
	l.Label.Refresh()
}

// TestRearrangeMakesRoom for text that has become longer, inside boxes and what scrolls, and draws nothing else anew.
func TestRearrangeMakesRoom(t *testing.T) {
	test.NewTempApp(t)
	text, last := NewParagraph("short", ""), &countedLabel{}
	last.ExtendBaseWidget(last)
	inner := Stacked(2, text)
	scroll := container.NewVScroll(Inset(Stacked(2, inner, last), 4, 4))
	box := container.NewStack(scroll)
	window := test.NewTempWindow(t, box)
	window.Resize(fyne.NewSize(160, 90))
	before, drawn := last.Position().Y, last.drawn

	text.SetText("many words that take more lines than there were before, and then some more of them to scroll")
	Rearrange(box)
	grown := last.Position().Y
	if least := inner.Position().Y + text.MinSize().Height; grown <= before || grown < least {
		t.Errorf("what stands below longer text is at %v, was at %v, and the text ends at %v", grown, before, least)
	}
	if scroll.Content.Size().Height < grown+last.Size().Height {
		t.Errorf("what scrolls is %v high and does not reach down to %v", scroll.Content.Size().Height, grown+last.Size().Height)
	}
	scroll.ScrollToBottom()
	if scroll.Offset.Y == 0 {
		t.Fatal("there is nothing to scroll")
	}
	text.SetText("short")
	Rearrange(box)
	if last.Position().Y != before {
		t.Errorf("below the short text it stands at %v, before at %v", last.Position().Y, before)
	}
	if most := max(0, scroll.Content.Size().Height-scroll.Size().Height); scroll.Offset.Y > most {
		t.Errorf("it is scrolled to %v of %v", scroll.Offset.Y, most)
	}
	if last.drawn != drawn {
		t.Errorf("what has only moved was drawn anew %d times", last.drawn-drawn)
	}
}
