package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ChangeChip is a label of one change: its words wrap, and a cross takes it back. A click beside the cross, Return
// and Space open it; Delete and Backspace take it back; the arrows go to the chip before and after it.
type ChangeChip struct {
	widget.BaseWidget
	OnOpened  func()
	OnRemoved func()
	OnMoved   func(by int)

	words   *Paragraph
	hovered bool // the pointer is on the cross
	focused bool
}

var (
	_ fyne.Focusable     = (*ChangeChip)(nil)
	_ desktop.Hoverable  = (*ChangeChip)(nil)
	_ desktop.Cursorable = (*ChangeChip)(nil)
)

// NewChangeChip returns a chip with the words.
func NewChangeChip(words string) *ChangeChip {
	c := &ChangeChip{words: NewParagraph(words, "")}
	c.words.Small = true
	c.ExtendBaseWidget(c)
	return c
}

// Words returns what the chip says.
func (c *ChangeChip) Words() string { return c.words.Content() }

// SetWords lets the chip say something else.
func (c *ChangeChip) SetWords(words string) { c.words.SetText(words) }

func (c *ChangeChip) onCross(at fyne.Position) bool { return at.X >= c.Size().Width-chipCross }

// Tapped takes the change back on the cross, and opens it beside it.
func (c *ChangeChip) Tapped(event *fyne.PointEvent) {
	if c.onCross(event.Position) {
		call(c.OnRemoved)
		return
	}
	call(c.OnOpened)
}

func call(what func()) {
	if what != nil {
		what()
	}
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
	}
}

// TypedRune implements fyne.Focusable.
func (c *ChangeChip) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (c *ChangeChip) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost implements fyne.Focusable.
func (c *ChangeChip) FocusLost() { c.focused = false; c.Refresh() }

// MouseIn implements desktop.Hoverable.
func (c *ChangeChip) MouseIn(event *desktop.MouseEvent) { c.MouseMoved(event) }

// MouseMoved implements desktop.Hoverable.
func (c *ChangeChip) MouseMoved(event *desktop.MouseEvent) {
	if hovered := c.onCross(event.Position); hovered != c.hovered {
		c.hovered = hovered
		c.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (c *ChangeChip) MouseOut() { c.hovered = false; c.Refresh() }

// Cursor implements desktop.Cursorable.
func (c *ChangeChip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (c *ChangeChip) CreateRenderer() fyne.WidgetRenderer {
	r := &changeChipRenderer{
		chip: c, ground: canvas.NewRectangle(nil), spot: canvas.NewCircle(nil),
		cross: [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)},
	}
	r.ground.CornerRadius = 9
	r.Refresh()
	return r
}

var _ fyne.WidgetRenderer = (*changeChipRenderer)(nil)

type changeChipRenderer struct {
	chip   *ChangeChip
	ground *canvas.Rectangle
	spot   *canvas.Circle // under the cross while the pointer is on it
	cross  [2]*canvas.Line
}

// chipAbove is the room above and below the words of a chip.
const chipAbove = 3

func (r *changeChipRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	width := max(20, size.Width-chipLeft-chipCross)
	r.chip.words.Resize(fyne.NewSize(width, r.chip.words.Size().Height))
	r.chip.words.Move(fyne.NewPos(chipLeft, chipAbove))
	r.chip.words.Resize(fyne.NewSize(width, r.chip.words.MinSize().Height))
	centre := fyne.NewPos(size.Width-chipCross/2-1, size.Height/2)
	const arm, radius = 3.2, 7.5
	r.spot.Move(centre.SubtractXY(radius, radius))
	r.spot.Resize(fyne.NewSquareSize(2 * radius))
	r.cross[0].Position1, r.cross[0].Position2 = centre.AddXY(-arm, -arm), centre.AddXY(arm, arm)
	r.cross[1].Position1, r.cross[1].Position2 = centre.AddXY(-arm, arm), centre.AddXY(arm, -arm)
}

// MinSize is as high as the words are in the chip's present width.
func (r *changeChipRenderer) MinSize() fyne.Size {
	if width := r.chip.Size().Width; width > 0 {
		r.chip.words.Resize(fyne.NewSize(max(20, width-chipLeft-chipCross), r.chip.words.Size().Height))
	}
	return fyne.NewSize(120, r.chip.words.MinSize().Height+2*chipAbove)
}

func (r *changeChipRenderer) Refresh() {
	r.ground.FillColor = colourOf(r.chip, ColourRowSelected)
	r.ground.StrokeWidth = 0
	if r.chip.focused {
		r.ground.StrokeWidth = 1.5
		r.ground.StrokeColor = colourOf(r.chip, theme.ColorNamePrimary)
	}
	r.spot.FillColor = colourOf(r.chip, theme.ColorNamePressed)
	r.spot.Hidden = !r.chip.hovered
	for _, line := range r.cross {
		line.StrokeWidth = 1.3
		line.StrokeColor = colourOf(r.chip, theme.ColorNameForeground)
		line.Refresh()
	}
	r.ground.Refresh()
	r.spot.Refresh()
	r.chip.words.Refresh()
}

func (r *changeChipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.chip.words, r.spot, r.cross[0], r.cross[1]}
}

func (r *changeChipRenderer) Destroy() {}
