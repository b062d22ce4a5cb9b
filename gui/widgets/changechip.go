package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// ChangeChip is a label of one change in a line of words, with a cross that takes it back. A click beside the cross, Return
// and Space open it; Delete and Backspace take it back; the arrows go to the chip before and after it.
type ChangeChip struct {
	crossed
	OnOpened func()
	OnMoved  func(by int)
	OnFocus  func()                               // to bring it into sight
	OnCut    func(words string, at fyne.Position) // the pointer is on words that are not all there; "" when it leaves

	words *Paragraph
}

var (
	_ fyne.Focusable     = (*ChangeChip)(nil)
	_ desktop.Hoverable  = (*ChangeChip)(nil)
	_ desktop.Cursorable = (*ChangeChip)(nil)
)

// NewChangeChip returns a chip with the words.
func NewChangeChip(words string) *ChangeChip {
	c := &ChangeChip{words: NewParagraph(words, "")}
	c.words.Small, c.words.Most = true, 1
	c.ExtendBaseWidget(c)
	return c
}

// Words returns what the chip says.
func (c *ChangeChip) Words() string { return c.words.Content() }

// SetWords lets the chip say something else.
func (c *ChangeChip) SetWords(words string) { c.words.SetText(words) }

// FocusGained implements fyne.Focusable.
func (c *ChangeChip) FocusGained() {
	c.crossed.FocusGained()
	c.Refresh()
	call(c.OnFocus)
}

// MouseMoved implements desktop.Hoverable.
func (c *ChangeChip) MouseMoved(event *desktop.MouseEvent) {
	c.crossed.MouseMoved(event)
	if c.OnCut != nil && !c.words.Whole() {
		c.OnCut(c.Words(), event.AbsolutePosition)
	}
}

// MouseIn implements desktop.Hoverable.
func (c *ChangeChip) MouseIn(event *desktop.MouseEvent) { c.MouseMoved(event) }

// MouseOut implements desktop.Hoverable.
func (c *ChangeChip) MouseOut() {
	c.crossed.MouseOut()
	if c.OnCut != nil {
		c.OnCut("", fyne.Position{})
	}
}

// Tapped takes the change back on the cross, and opens it beside it.
func (c *ChangeChip) Tapped(event *fyne.PointEvent) {
	if c.onCross(event.Position) {
		call(c.OnRemoved)
		return
	}
	call(c.OnOpened)
}

// TypedKey implements fyne.Focusable.
func (c *ChangeChip) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyDelete, fyne.KeyBackspace:
		call(c.OnRemoved)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		call(c.OnOpened)
	case fyne.KeyDown, fyne.KeyRight:
		if c.OnMoved != nil {
			c.OnMoved(1)
		}
	case fyne.KeyUp, fyne.KeyLeft:
		if c.OnMoved != nil {
			c.OnMoved(-1)
		}
	default:
		handedOn(c, event)
	}
}

// CreateRenderer implements fyne.Widget.
func (c *ChangeChip) CreateRenderer() fyne.WidgetRenderer {
	r := &changeChipRenderer{chip: c, crossedParts: newCrossedParts(c, &c.crossed, c.words)}
	r.ground.CornerRadius = 9
	r.Refresh()
	return r
}

var _ fyne.WidgetRenderer = (*changeChipRenderer)(nil)

type changeChipRenderer struct {
	crossedParts
	chip *ChangeChip
}

// chipAbove is the room above and below the words of a chip.
const chipAbove = 3

func (r *changeChipRenderer) Layout(size fyne.Size) {
	r.lay(size)
	r.chip.words.Move(fyne.NewPos(chipLeft, chipAbove))
	r.chip.words.Resize(fyne.NewSize(max(20, size.Width-chipLeft-chipCross), r.chip.words.MinSize().Height))
}

// MinSize is as wide as the words in one line.
func (r *changeChipRenderer) MinSize() fyne.Size {
	words := Measure(r.chip.Words(), theme.SizeForWidget(theme.SizeNameCaptionText, r.chip), fyne.TextStyle{})
	return fyne.NewSize(words.Width+chipLeft+chipCross+1, r.chip.words.MinSize().Height+2*chipAbove)
}
