package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TooltipLine is one line of a Tooltip.
type TooltipLine struct {
	Text  string
	Bold  bool
	Muted bool
}

// Tooltip tells about what is under the pointer, or of one value. It never takes the mouse.
type Tooltip struct {
	widget.BaseWidget
	Width float32 // the widest that it becomes; longer lines end in an ellipsis
	Small bool    // its letters are those of captions, one unit larger
	Wraps bool    // longer lines go on in the next one instead
	lines []TooltipLine
}

// NewTooltip returns a tooltip that tells nothing yet, and is hidden.
func NewTooltip(width float32) *Tooltip {
	t := &Tooltip{Width: width}
	t.ExtendBaseWidget(t)
	t.Hide()
	return t
}

// Lines returns what the tooltip tells.
func (t *Tooltip) Lines() []TooltipLine { return t.lines }

// Tell lets the tooltip tell the lines; without any it is hidden.
func (t *Tooltip) Tell(lines []TooltipLine) {
	t.lines = lines
	t.Hidden = len(lines) == 0
	t.Refresh()
}

// PlaceBeside puts the tooltip beside the place, inside the room.
func (t *Tooltip) PlaceBeside(at fyne.Position, room fyne.Size) {
	size := t.MinSize()
	place := at.AddXY(14, 16)
	if place.X+size.Width > room.Width-4 {
		place.X = max(4, at.X-size.Width-8)
	}
	if place.Y+size.Height > room.Height-4 {
		place.Y = max(4, at.Y-size.Height-8)
	}
	t.Move(place)
	t.Resize(size)
}

// CreateRenderer implements fyne.Widget.
func (t *Tooltip) CreateRenderer() fyne.WidgetRenderer {
	r := &tooltipRenderer{tip: t, ground: canvas.NewRectangle(nil)}
	r.ground.CornerRadius, r.ground.StrokeWidth = 5, 1
	r.Refresh()
	return r
}

var _ fyne.WidgetRenderer = (*tooltipRenderer)(nil)

type tooltipRenderer struct {
	tip    *Tooltip
	ground *canvas.Rectangle
	lines  []*canvas.Text
}

func (r *tooltipRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	top := float32(6)
	for _, line := range r.lines {
		height := line.MinSize().Height
		line.Move(fyne.NewPos(9, top))
		line.Resize(fyne.NewSize(size.Width-18, height))
		top += height + 1
	}
}

func (r *tooltipRenderer) MinSize() fyne.Size {
	size := fyne.NewSize(0, 12)
	for _, line := range r.lines {
		least := line.MinSize()
		size.Width = max(size.Width, least.Width)
		size.Height += least.Height + 1
	}
	return fyne.NewSize(size.Width+18, size.Height)
}

func (r *tooltipRenderer) Refresh() {
	r.ground.FillColor = theme.ColorForWidget(theme.ColorNameMenuBackground, r.tip)
	r.ground.StrokeColor = theme.ColorForWidget(theme.ColorNameInputBorder, r.tip)
	letters := theme.SizeForWidget(theme.SizeNameText, r.tip)
	if r.tip.Small {
		letters = theme.SizeForWidget(theme.SizeNameCaptionText, r.tip) + 1
	}
	r.lines = r.lines[:0]
	for _, told := range r.tip.lines {
		style := fyne.TextStyle{Bold: told.Bold}
		texts := []string{told.Text}
		if r.tip.Wraps {
			texts = Wrap(told.Text, r.tip.Width, letters, told.Bold)
		}
		for _, text := range texts {
			line := canvas.NewText(drawn(Shorten(text, r.tip.Width, letters, style)), theme.ColorForWidget(theme.ColorNameForeground, r.tip))
			line.TextSize, line.TextStyle = letters, style
			if told.Muted {
				line.Color = theme.ColorForWidget(ColourMuted, r.tip)
			}
			r.lines = append(r.lines, line)
		}
	}
	r.Layout(r.tip.Size())
	r.ground.Refresh()
}

func (r *tooltipRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ground}
	for _, line := range r.lines {
		objects = append(objects, line)
	}
	return objects
}

func (r *tooltipRenderer) Destroy() {}
