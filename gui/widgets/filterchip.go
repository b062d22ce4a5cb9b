package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// FilterChip is a small rounded label of something that is in force: a click anywhere on it takes that back, and a cross
// says so. With the keyboard on it, Delete, Backspace, Space and Return take it back too.
type FilterChip struct {
	crossed
	OnPointed func(at fyne.Position, over bool) // the pointer is over it, or no longer

	words *Text
}

var (
	_ fyne.Focusable     = (*FilterChip)(nil)
	_ desktop.Hoverable  = (*FilterChip)(nil)
	_ desktop.Cursorable = (*FilterChip)(nil)
)

// NewFilterChip returns a chip with the words.
func NewFilterChip(words string, removed func()) *FilterChip {
	c := &FilterChip{crossed: crossed{OnRemoved: removed}, words: NewText(words)}
	c.words.TextSize = theme.SizeNameCaptionText
	c.words.FullWidth = true
	c.ExtendBaseWidget(c)
	return c
}

// Words returns what the chip says.
func (c *FilterChip) Words() string { return c.words.content }

// Tapped takes the filter back.
func (c *FilterChip) Tapped(*fyne.PointEvent) { call(c.OnRemoved) }

// MouseIn implements desktop.Hoverable.
func (c *FilterChip) MouseIn(event *desktop.MouseEvent) { c.MouseMoved(event) }

// MouseMoved lights the cross wherever on the chip the pointer is: a click there takes the filter back.
func (c *FilterChip) MouseMoved(event *desktop.MouseEvent) {
	c.light(true)
	if c.OnPointed != nil {
		c.OnPointed(event.AbsolutePosition, true)
	}
}

// MouseOut implements desktop.Hoverable.
func (c *FilterChip) MouseOut() {
	c.light(false)
	if c.OnPointed != nil {
		c.OnPointed(fyne.Position{}, false)
	}
}

// TypedKey implements fyne.Focusable.
func (c *FilterChip) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyDelete, fyne.KeyBackspace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		call(c.OnRemoved)
	default:
		handedOn(c, event)
	}
}

// CreateRenderer implements fyne.Widget.
func (c *FilterChip) CreateRenderer() fyne.WidgetRenderer {
	r := &filterChipRenderer{chip: c, crossedParts: newCrossedParts(c, &c.crossed, c.words)}
	r.Refresh()
	return r
}

var _ fyne.WidgetRenderer = (*filterChipRenderer)(nil)

type filterChipRenderer struct {
	crossedParts
	chip *FilterChip
}

func (r *filterChipRenderer) Layout(size fyne.Size) {
	r.ground.CornerRadius = size.Height / 2
	r.lay(size)
	r.chip.words.Move(fyne.NewPos(chipLeft, 0))
	r.chip.words.Resize(fyne.NewSize(size.Width-chipLeft-chipCross, size.Height))
}

func (r *filterChipRenderer) MinSize() fyne.Size {
	return r.chip.words.MinSize().AddWidthHeight(chipLeft+chipCross, 7)
}
