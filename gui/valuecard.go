package gui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
)

// valueCard tells a value of a chart beside its place. It never takes the mouse.
type valueCard struct {
	widget.BaseWidget
	lines []string
}

func newValueCard() *valueCard {
	c := &valueCard{}
	c.ExtendBaseWidget(c)
	c.Hide()
	return c
}

// cardWidth is the widest that the card becomes; longer lines end in an ellipsis.
const cardWidth = 440

// show tells the lines beside the place, inside the room.
func (c *valueCard) show(lines []string, at fyne.Position, room fyne.Size) {
	c.lines = lines
	c.Hidden = len(lines) == 0
	c.Refresh()
	size := c.MinSize()
	place := at.AddXY(14, 14)
	if place.X+size.Width > room.Width-4 {
		place.X = max(4, at.X-size.Width-14)
	}
	if place.Y+size.Height > room.Height-4 {
		place.Y = max(4, at.Y-size.Height-14)
	}
	c.Move(place)
	c.Resize(size)
}

// CreateRenderer implements fyne.Widget.
func (c *valueCard) CreateRenderer() fyne.WidgetRenderer {
	r := &valueCardRenderer{card: c, ground: canvas.NewRectangle(nil)}
	r.ground.CornerRadius, r.ground.StrokeWidth = 5, 1
	r.Refresh()
	return r
}

var _ fyne.WidgetRenderer = (*valueCardRenderer)(nil)

type valueCardRenderer struct {
	card   *valueCard
	ground *canvas.Rectangle
	lines  []*canvas.Text
}

func (r *valueCardRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	top := float32(6)
	for _, line := range r.lines {
		height := line.MinSize().Height
		line.Move(fyne.NewPos(9, top))
		line.Resize(fyne.NewSize(size.Width-18, height))
		top += height + 1
	}
}

func (r *valueCardRenderer) MinSize() fyne.Size {
	size := fyne.NewSize(0, 12)
	for _, line := range r.lines {
		least := line.MinSize()
		size.Width = max(size.Width, least.Width)
		size.Height += least.Height + 1
	}
	return fyne.NewSize(size.Width+18, size.Height)
}

func (r *valueCardRenderer) Refresh() {
	r.ground.FillColor = theme.ColorForWidget(theme.ColorNameMenuBackground, r.card)
	r.ground.StrokeColor = theme.ColorForWidget(theme.ColorNameInputBorder, r.card)
	r.lines = r.lines[:0]
	for i, told := range r.card.lines {
		line := canvas.NewText("", theme.ColorForWidget(theme.ColorNameForeground, r.card))
		line.TextSize = theme.SizeForWidget(theme.SizeNameText, r.card)
		line.TextStyle.Bold = i == 0
		line.Text = widgets.Shorten(told, cardWidth, line.TextSize, line.TextStyle)
		r.lines = append(r.lines, line)
	}
	r.Layout(r.card.Size())
	r.ground.Refresh()
}

func (r *valueCardRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ground}
	for _, line := range r.lines {
		objects = append(objects, line)
	}
	return objects
}

func (r *valueCardRenderer) Destroy() {}

// fadedOver returns the colour laid over what is out of date.
func fadedOver(ground color.RGBA) color.Color {
	return color.NRGBA{R: ground.R, G: ground.G, B: ground.B, A: 0x99}
}
