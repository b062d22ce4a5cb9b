package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// crossed is what chips with a cross have in common: the cross at the right end takes back what the chip stands for,
// and the chip can have the keyboard.
type crossed struct {
	widget.BaseWidget
	OnRemoved func()

	hovered bool // a click where the pointer is would take it back
	focused bool
}

// The measures of a chip: room left of the words, and the part that the cross takes.
const chipLeft, chipCross = 9, 22

// onCross reports whether the place is on the cross.
func (c *crossed) onCross(at fyne.Position) bool { return at.X >= c.Size().Width-chipCross }

// TypedRune implements fyne.Focusable.
func (c *crossed) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (c *crossed) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost implements fyne.Focusable.
func (c *crossed) FocusLost() { c.focused = false; c.Refresh() }

// MouseIn implements desktop.Hoverable.
func (c *crossed) MouseIn(event *desktop.MouseEvent) { c.MouseMoved(event) }

// MouseMoved implements desktop.Hoverable.
func (c *crossed) MouseMoved(event *desktop.MouseEvent) { c.light(c.onCross(event.Position)) }

// MouseOut implements desktop.Hoverable.
func (c *crossed) MouseOut() { c.light(false) }

// light shows whether a click where the pointer is would take it back.
func (c *crossed) light(on bool) {
	if c.hovered != on {
		c.hovered = on
		c.Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (c *crossed) Cursor() desktop.Cursor { return desktop.PointerCursor }

func call(what func()) {
	if what != nil {
		what()
	}
}

// crossedParts are the ground, the words and the cross of a chip: all of its renderer but where the words stand.
type crossedParts struct {
	of     fyne.Widget
	state  *crossed
	words  fyne.CanvasObject
	ground *canvas.Rectangle
	spot   *canvas.Circle // under the cross while the pointer is on it
	cross  [2]*canvas.Line
}

func newCrossedParts(of fyne.Widget, state *crossed, words fyne.CanvasObject) crossedParts {
	return crossedParts{
		of: of, state: state, words: words,
		ground: canvas.NewRectangle(nil), spot: canvas.NewCircle(nil),
		cross: [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)},
	}
}

// lay puts the ground and the cross into the room of the chip.
func (p *crossedParts) lay(size fyne.Size) {
	p.ground.Resize(size)
	centre := fyne.NewPos(size.Width-chipCross/2-1, size.Height/2)
	const arm, radius = 3.2, 7.5
	p.spot.Move(centre.SubtractXY(radius, radius))
	p.spot.Resize(fyne.NewSquareSize(2 * radius))
	p.cross[0].Position1, p.cross[0].Position2 = centre.AddXY(-arm, -arm), centre.AddXY(arm, arm)
	p.cross[1].Position1, p.cross[1].Position2 = centre.AddXY(-arm, arm), centre.AddXY(arm, -arm)
}

// Refresh shows whether the chip has the keyboard and the pointer.
func (p *crossedParts) Refresh() {
	p.ground.FillColor = colourOf(p.of, ColourRowSelected)
	p.ground.StrokeWidth = 0
	if p.state.focused {
		p.ground.StrokeWidth = 1.5
		p.ground.StrokeColor = colourOf(p.of, theme.ColorNamePrimary)
	}
	p.spot.FillColor = colourOf(p.of, theme.ColorNamePressed)
	p.spot.Hidden = !p.state.hovered
	for _, line := range p.cross {
		line.StrokeWidth = 1.3
		line.StrokeColor = colourOf(p.of, theme.ColorNameForeground)
		line.Refresh()
	}
	p.ground.Refresh()
	p.spot.Refresh()
	p.words.Refresh()
}

func (p *crossedParts) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.ground, p.words, p.spot, p.cross[0], p.cross[1]}
}

func (p *crossedParts) Destroy() {}
