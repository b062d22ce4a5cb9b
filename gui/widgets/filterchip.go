package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// FilterChip is a small rounded label of something that is in force, with a cross that takes it back. With the
// keyboard on it, Delete, Backspace, Space and Return take it back too.
type FilterChip struct {
	widget.BaseWidget
	OnRemoved func()
	OnTapped  func() // a click beside the cross; nil: as the cross

	words   *Text
	hovered bool // the pointer is on the cross
	focused bool
}

var (
	_ fyne.Focusable     = (*FilterChip)(nil)
	_ desktop.Hoverable  = (*FilterChip)(nil)
	_ desktop.Cursorable = (*FilterChip)(nil)
)

// The measures of a chip: room left of the words, and the part that the cross takes.
const chipLeft, chipCross = 9, 22

// NewFilterChip returns a chip with the words.
func NewFilterChip(words string, removed func()) *FilterChip {
	c := &FilterChip{OnRemoved: removed, words: NewText(words)}
	c.words.TextSize = theme.SizeNameCaptionText
	c.words.FullWidth = true
	c.ExtendBaseWidget(c)
	return c
}

// Words returns what the chip says.
func (c *FilterChip) Words() string { return c.words.content }

// onCross reports whether the place is on the cross.
func (c *FilterChip) onCross(at fyne.Position) bool { return at.X >= c.Size().Width-chipCross }

// Tapped takes the filter back on the cross, and tells about a click beside it.
func (c *FilterChip) Tapped(event *fyne.PointEvent) {
	if c.OnTapped != nil && !c.onCross(event.Position) {
		c.OnTapped()
		return
	}
	c.remove()
}

func (c *FilterChip) remove() {
	if c.OnRemoved != nil {
		c.OnRemoved()
	}
}

// TypedKey implements fyne.Focusable.
func (c *FilterChip) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyDelete, fyne.KeyBackspace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.remove()
	}
}

// TypedRune implements fyne.Focusable.
func (c *FilterChip) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (c *FilterChip) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost implements fyne.Focusable.
func (c *FilterChip) FocusLost() { c.focused = false; c.Refresh() }

// MouseIn implements desktop.Hoverable.
func (c *FilterChip) MouseIn(event *desktop.MouseEvent) { c.MouseMoved(event) }

// MouseMoved implements desktop.Hoverable.
func (c *FilterChip) MouseMoved(event *desktop.MouseEvent) {
	if hovered := c.onCross(event.Position); hovered != c.hovered {
		c.hovered = hovered
		c.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (c *FilterChip) MouseOut() { c.hovered = false; c.Refresh() }

// Cursor implements desktop.Cursorable.
func (c *FilterChip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (c *FilterChip) CreateRenderer() fyne.WidgetRenderer {
	r := &filterChipRenderer{
		chip: c, ground: canvas.NewRectangle(nil), spot: canvas.NewCircle(nil),
		cross: [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)},
	}
	r.Refresh()
	return r
}

var _ fyne.WidgetRenderer = (*filterChipRenderer)(nil)

type filterChipRenderer struct {
	chip   *FilterChip
	ground *canvas.Rectangle
	spot   *canvas.Circle // under the cross while the pointer is on it
	cross  [2]*canvas.Line
}

func (r *filterChipRenderer) Layout(size fyne.Size) {
	r.ground.CornerRadius = size.Height / 2
	r.ground.Resize(size)
	r.chip.words.Move(fyne.NewPos(chipLeft, 0))
	r.chip.words.Resize(fyne.NewSize(size.Width-chipLeft-chipCross, size.Height))
	centre := fyne.NewPos(size.Width-chipCross/2-1, size.Height/2)
	const arm, radius = 3.2, 7.5
	r.spot.Move(centre.SubtractXY(radius, radius))
	r.spot.Resize(fyne.NewSquareSize(2 * radius))
	r.cross[0].Position1, r.cross[0].Position2 = centre.AddXY(-arm, -arm), centre.AddXY(arm, arm)
	r.cross[1].Position1, r.cross[1].Position2 = centre.AddXY(-arm, arm), centre.AddXY(arm, -arm)
}

func (r *filterChipRenderer) MinSize() fyne.Size {
	return r.chip.words.MinSize().AddWidthHeight(chipLeft+chipCross, 7)
}

func (r *filterChipRenderer) Refresh() {
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

func (r *filterChipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.chip.words, r.spot, r.cross[0], r.cross[1]}
}

func (r *filterChipRenderer) Destroy() {}
