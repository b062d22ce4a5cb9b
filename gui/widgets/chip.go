package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Chip is a small rounded label that does something when it is tapped, such as a preset. With the keyboard on it, Space
// and Return do the same.
type Chip struct {
	widget.BaseWidget
	OnTapped func()
	OnFocus  func() // to bring it into sight

	OnPointed func(at fyne.Position, over bool) // the pointer is over it, or no longer
	text      *Text
	hovered   bool
	focused   bool
}

var (
	_ desktop.Hoverable = (*Chip)(nil)
	_ fyne.Focusable    = (*Chip)(nil)
)

// mostChip is how wide the words of a chip are at most: longer ones, with the name of a company, are cut before their last
// word, so that none of them widens a panel.
const mostChip = 220

// NewChip returns a chip with the words.
func NewChip(words string, tapped func()) *Chip {
	c := &Chip{OnTapped: tapped, text: NewText(words)}
	c.text.TextSize = theme.SizeNameCaptionText
	c.text.FullWidth = true
	c.text.Fit = func(func(string) bool) string {
		size := theme.SizeForWidget(c.text.TextSize, c.text)
		return ShortenMiddle(c.text.content, c.text.Size().Width, size, c.text.Style)
	}
	c.text.Align = fyne.TextAlignCenter
	c.ExtendBaseWidget(c)
	return c
}

// Words returns what the chip says.
func (c *Chip) Words() string { return c.text.content }

// SetWords lets the chip say something else.
func (c *Chip) SetWords(words string) {
	if c.text.content != words {
		c.text.SetText(words)
		c.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (c *Chip) Tapped(*fyne.PointEvent) {
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// TypedKey implements fyne.Focusable.
func (c *Chip) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		call(c.OnTapped)
	default:
		handOn(c, event)
	}
}

// TypedRune implements fyne.Focusable.
func (c *Chip) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (c *Chip) FocusGained() {
	c.focused = true
	c.Refresh()
	call(c.OnFocus)
}

// FocusLost implements fyne.Focusable.
func (c *Chip) FocusLost() { c.focused = false; c.Refresh() }

// MouseIn implements desktop.Hoverable.
func (c *Chip) MouseIn(event *desktop.MouseEvent) {
	c.hovered = true
	c.Refresh()
	c.MouseMoved(event)
}

// MouseMoved implements desktop.Hoverable.
func (c *Chip) MouseMoved(event *desktop.MouseEvent) {
	if c.OnPointed != nil {
		c.OnPointed(event.AbsolutePosition, true)
	}
}

// MouseOut implements desktop.Hoverable.
func (c *Chip) MouseOut() {
	c.hovered = false
	c.Refresh()
	if c.OnPointed != nil {
		c.OnPointed(fyne.Position{}, false)
	}
}

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{chip: c, ground: canvas.NewRectangle(nil)}
	r.ground.StrokeWidth = 1
	r.Refresh()
	return r
}

var _ fyne.WidgetRenderer = (*chipRenderer)(nil)

type chipRenderer struct {
	chip   *Chip
	ground *canvas.Rectangle
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.ground.CornerRadius = size.Height / 2
	r.ground.Resize(size)
	r.chip.text.Move(fyne.NewPos(8, 0))
	r.chip.text.Resize(fyne.NewSize(max(0, size.Width-16), size.Height))
}

func (r *chipRenderer) MinSize() fyne.Size {
	least := r.chip.text.MinSize()
	return fyne.NewSize(min(least.Width, mostChip), least.Height).AddWidthHeight(16, 6)
}

func (r *chipRenderer) Refresh() {
	r.ground.FillColor = colourOf(r.chip, ColourRaised)
	r.ground.StrokeColor = colourOf(r.chip, theme.ColorNameInputBorder)
	r.chip.text.Colour = theme.ColorNameForeground
	if r.chip.hovered || r.chip.focused {
		r.ground.StrokeColor = colourOf(r.chip, theme.ColorNamePrimary)
	}
	if r.ground.StrokeWidth = 1; r.chip.focused {
		r.ground.FillColor, r.ground.StrokeWidth = colourOf(r.chip, theme.ColorNameFocus), 2
	}
	r.ground.Refresh()
	r.chip.text.Refresh()
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.chip.text}
}

func (r *chipRenderer) Destroy() {}
