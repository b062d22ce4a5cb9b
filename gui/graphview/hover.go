package graphview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/picture"
)

// HoverLine is one line of what the pointer tells about a company or a leg.
type HoverLine struct {
	Text   string
	Strong bool
}

// hoverWidth is the widest that the card becomes; longer lines end in an ellipsis.
const hoverWidth = 380

// hoverCard tells about what is under the pointer. It never takes the mouse.
type hoverCard struct {
	widget.BaseWidget
	target picture.Target
	at     fyne.Position
	lines  []HoverLine
}

func newHoverCard() *hoverCard {
	h := &hoverCard{}
	h.ExtendBaseWidget(h)
	h.Hide()
	return h
}

func (h *hoverCard) show(target picture.Target, at fyne.Position, tell func(picture.Target) []HoverLine) {
	h.at = at
	if h.Visible() && h.target == target {
		return
	}
	h.target, h.lines = target, tell(target)
	h.Hidden = len(h.lines) == 0
	h.Refresh()
}

func (h *hoverCard) hide() {
	if h.Visible() {
		h.Hide()
	}
}

// place puts the card beside the pointer, inside the canvas.
func (h *hoverCard) place(room fyne.Size) {
	size := h.MinSize()
	at := h.at.AddXY(14, 16)
	if at.X+size.Width > room.Width-4 {
		at.X = max(4, h.at.X-size.Width-8)
	}
	if at.Y+size.Height > room.Height-4 {
		at.Y = max(4, h.at.Y-size.Height-8)
	}
	h.Move(at)
	h.Resize(size)
}

// CreateRenderer implements fyne.Widget.
func (h *hoverCard) CreateRenderer() fyne.WidgetRenderer {
	r := &hoverRenderer{card: h, ground: canvas.NewRectangle(nil)}
	r.ground.CornerRadius, r.ground.StrokeWidth = 5, 1
	r.Refresh()
	return r
}

var _ fyne.WidgetRenderer = (*hoverRenderer)(nil)

type hoverRenderer struct {
	card   *hoverCard
	ground *canvas.Rectangle
	lines  []*canvas.Text
}

func (r *hoverRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	top := float32(6)
	for _, line := range r.lines {
		height := line.MinSize().Height
		line.Move(fyne.NewPos(9, top))
		line.Resize(fyne.NewSize(size.Width-18, height))
		top += height + 1
	}
}

func (r *hoverRenderer) MinSize() fyne.Size {
	size := fyne.NewSize(0, 12)
	for _, line := range r.lines {
		least := line.MinSize()
		size.Width = max(size.Width, least.Width)
		size.Height += least.Height + 1
	}
	return fyne.NewSize(size.Width+18, size.Height)
}

func (r *hoverRenderer) Refresh() {
	r.ground.FillColor = theme.ColorForWidget(theme.ColorNameMenuBackground, r.card)
	r.ground.StrokeColor = theme.ColorForWidget(theme.ColorNameInputBorder, r.card)
	r.lines = r.lines[:0]
	for _, told := range r.card.lines {
		line := canvas.NewText(told.Text, theme.ColorForWidget(theme.ColorNameForeground, r.card))
		line.TextSize = theme.SizeForWidget(theme.SizeNameCaptionText, r.card) + 1
		line.TextStyle.Bold = told.Strong
		if !told.Strong {
			line.Color = theme.ColorForWidget(widgets.ColourMuted, r.card)
		}
		line.Text = widgets.Shorten(told.Text, hoverWidth, line.TextSize, line.TextStyle)
		r.lines = append(r.lines, line)
	}
	r.Layout(r.card.Size())
	r.ground.Refresh()
}

func (r *hoverRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ground}
	for _, line := range r.lines {
		objects = append(objects, line)
	}
	return objects
}

func (r *hoverRenderer) Destroy() {}
