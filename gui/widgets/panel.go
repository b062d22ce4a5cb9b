package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Ground is a rectangle in a named colour that follows the theme.
type Ground struct {
	widget.BaseWidget
	Colour fyne.ThemeColorName
	Radius float32
	rect   *canvas.Rectangle
}

// NewGround returns a rectangle in the colour.
func NewGround(colour fyne.ThemeColorName) *Ground {
	g := &Ground{Colour: colour, rect: canvas.NewRectangle(nil)}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer implements fyne.Widget.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	r := &groundRenderer{g}
	r.Refresh()
	return r
}

type groundRenderer struct{ ground *Ground }

func (r *groundRenderer) Layout(size fyne.Size) { r.ground.rect.Resize(size) }
func (r *groundRenderer) MinSize() fyne.Size    { return fyne.Size{} }
func (r *groundRenderer) Refresh() {
	r.ground.rect.CornerRadius = r.ground.Radius
	r.ground.rect.FillColor = colourOf(r.ground, r.ground.Colour)
	r.ground.rect.Refresh()
}
func (r *groundRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.ground.rect} }
func (r *groundRenderer) Destroy()                     {}

// Inset puts room around the content.
func Inset(content fyne.CanvasObject, vertical, horizontal float32) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(vertical, vertical, horizontal, horizontal), content)
}

// Card puts the content on a raised ground.
func Card(content fyne.CanvasObject) *fyne.Container {
	ground := NewGround(ColourRaised)
	ground.Radius = 5
	return container.NewStack(ground, Inset(content, 8, 10))
}
