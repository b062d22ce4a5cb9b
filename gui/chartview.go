package gui

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/chart"
	"roundtrip/internal/picture"
)

// cardWidth is the widest that the card about a value becomes.
const cardWidth = 440

// chartView shows a chart, sharp at the window's scale. The value under the pointer is told beside it; with the
// keyboard on the chart the arrow keys go from value to value.
type chartView struct {
	widget.BaseWidget
	style   func() *picture.Style
	onMenu  func(at fyne.Position)
	withKey func(*fyne.KeyEvent) // keys that the chart does not use

	chart   *chart.Chart
	scene   *chart.Scene // as it is on the screen
	faded   bool         // what is shown is out of date
	raster  *canvas.Raster
	veil    *canvas.Rectangle
	hair    *canvas.Rectangle
	frame   *canvas.Rectangle // around the value that is told
	dots    []*canvas.Circle
	card    *widgets.Tooltip
	told    int // the value that is told, or -1
	pointer fyne.Position
	over    bool // the pointer is on the chart
	focused bool

	painted struct { // what the image was painted for
		chart *chart.Chart
		style *picture.Style
		image image.Image
	}
}

var (
	_ desktop.Hoverable      = (*chartView)(nil)
	_ fyne.Focusable         = (*chartView)(nil)
	_ fyne.SecondaryTappable = (*chartView)(nil)
)

// mostDots is how many lines' values are told at one place.
const mostDots = 6

func newChartView(style func() *picture.Style) *chartView {
	v := &chartView{style: style, told: -1, veil: canvas.NewRectangle(nil), hair: canvas.NewRectangle(nil),
		frame: canvas.NewRectangle(nil), card: widgets.NewTooltip(cardWidth)}
	v.raster = canvas.NewRaster(v.paint)
	v.raster.ScaleMode = canvas.ImageScalePixels
	for range mostDots {
		v.dots = append(v.dots, canvas.NewCircle(nil))
	}
	v.frame.StrokeWidth = 1.5
	v.ExtendBaseWidget(v)
	v.tell(-1)
	return v
}

// show shows another chart; nil is none.
func (v *chartView) show(shown *chart.Chart) {
	v.chart = shown
	v.layOut()
	v.tell(-1)
	v.follow()
	v.raster.Refresh()
}

// setFaded says whether the chart is out of date.
func (v *chartView) setFaded(faded bool) {
	if v.faded != faded {
		v.faded = faded
		v.Refresh()
	}
}

// layOut keeps the scene that is on the screen, to find values in.
func (v *chartView) layOut() {
	v.scene = nil
	if size := v.raster.Size(); v.chart != nil && size.Width > 0 {
		v.scene = v.chart.Scene(float64(size.Width), float64(size.Height), v.style())
	}
}

// paint is called by the window's painter with the size in pixels.
func (v *chartView) paint(width, height int) image.Image {
	style := v.style()
	if v.chart == nil {
		return image.NewUniform(style.Background)
	}
	size := image.Pt(width, height)
	if v.painted.chart == v.chart && v.painted.style == style && v.painted.image.Bounds().Size() == size {
		return v.painted.image
	}
	scale := 1.0
	if room := v.raster.Size(); room.Width > 0 {
		scale = float64(width) / float64(room.Width)
	}
	v.painted.chart, v.painted.style = v.chart, style
	v.painted.image = v.chart.Image(width, height, scale, style)
	return v.painted.image
}

// tell tells the value of a mark, or nothing for -1. The line down the chart is never hidden, only without a size:
// refreshing it has the screen painted again, which refreshing what was hidden so far does not.
func (v *chartView) tell(at int) {
	if v.scene == nil || at < 0 || at >= len(v.scene.Marks) {
		v.told = -1
		v.frame.Hidden, v.card.Hidden = true, true
		for _, dot := range v.dots {
			dot.Hidden = true
		}
		v.hair.Resize(fyne.Size{})
		v.hair.Refresh()
		return
	}
	v.told = at
	mark := v.scene.Marks[at]
	origin := v.raster.Position()
	place := func(p chart.Point) fyne.Position { return origin.AddXY(float32(p.X), float32(p.Y)) }
	style := v.style()
	v.frame.Hidden = mark.Hairline
	v.hair.Resize(fyne.Size{})
	v.frame.StrokeColor = style.Accent
	v.frame.Move(place(chart.Point{X: mark.Box.Left, Y: mark.Box.Top}))
	v.frame.Resize(fyne.NewSize(float32(mark.Box.Width()), float32(mark.Box.Height())))
	for i, dot := range v.dots {
		dot.Hidden = i >= len(mark.Dots) || !mark.Hairline
		if !dot.Hidden {
			dot.FillColor, dot.StrokeColor, dot.StrokeWidth = style.Background, style.Accent, 2
			dot.Resize(fyne.NewSize(9, 9))
			dot.Move(place(mark.Dots[i]).SubtractXY(4.5, 4.5))
		}
	}
	beside := chart.Point{X: (mark.Box.Left + mark.Box.Right) / 2, Y: (mark.Box.Top + mark.Box.Bottom) / 2}
	if len(mark.Dots) > 0 {
		beside = mark.Dots[0]
		if mark.Hairline {
			v.hair.FillColor = style.Ghost
			v.hair.Move(place(chart.Point{X: beside.X, Y: mark.Box.Top}).SubtractXY(0.5, 0))
			v.hair.Resize(fyne.NewSize(1, float32(mark.Box.Height())))
		}
	}
	var lines []widgets.TooltipLine
	for i, line := range mark.Lines {
		lines = append(lines, widgets.TooltipLine{Text: line, Bold: i == 0})
	}
	v.card.Tell(lines)
	v.card.PlaceBeside(place(beside), v.Size())
	v.hair.Refresh()
}

// MouseIn implements desktop.Hoverable.
func (v *chartView) MouseIn(event *desktop.MouseEvent) { v.MouseMoved(event) }

// MouseMoved implements desktop.Hoverable.
func (v *chartView) MouseMoved(event *desktop.MouseEvent) {
	v.pointer, v.over = event.Position, true
	v.follow()
}

// MouseOut implements desktop.Hoverable.
func (v *chartView) MouseOut() {
	v.over = false
	v.tell(-1)
}

// follow tells the value under the pointer.
func (v *chartView) follow() {
	if v.scene == nil || !v.over {
		return
	}
	at := v.pointer.Subtract(v.raster.Position())
	found, ok := v.scene.At(chart.Point{X: float64(at.X), Y: float64(at.Y)})
	if !ok {
		found = -1
	}
	if found != v.told {
		v.tell(found)
	}
}

// Tapped gives the chart the keyboard.
func (v *chartView) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (v *chartView) TappedSecondary(event *fyne.PointEvent) {
	if v.onMenu != nil {
		v.onMenu(event.AbsolutePosition)
	}
}

// FocusGained implements fyne.Focusable.
func (v *chartView) FocusGained() {
	v.focused = true
	v.Refresh()
}

// FocusLost implements fyne.Focusable.
func (v *chartView) FocusLost() {
	v.focused = false
	v.tell(-1)
	v.Refresh()
}

// TypedRune implements fyne.Focusable.
func (v *chartView) TypedRune(rune) {}

// TypedKey goes from value to value, and shows the menu.
func (v *chartView) TypedKey(key *fyne.KeyEvent) {
	count := 0
	if v.scene != nil {
		count = len(v.scene.Marks)
	}
	to := map[fyne.KeyName]int{
		fyne.KeyRight: v.told + 1, fyne.KeyDown: v.told + v.step(), fyne.KeyLeft: max(v.told-1, 0), fyne.KeyUp: max(v.told-v.step(), 0),
		fyne.KeyHome: 0, fyne.KeyEnd: count - 1,
	}
	if at, ok := to[key.Name]; ok && count > 0 {
		v.tell(min(at, count-1))
		return
	}
	if key.Name == desktop.KeyMenu && v.onMenu != nil {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(v)
		v.onMenu(at.AddXY(v.Size().Width/2, v.Size().Height/2))
		return
	}
	if v.withKey != nil {
		v.withKey(key)
	}
}

// step is how many values lie between one and that below it: a row of cells.
func (v *chartView) step() int {
	if v.scene == nil || len(v.scene.Marks) == 0 {
		return 1
	}
	for i, mark := range v.scene.Marks {
		if mark.Box.Top > v.scene.Marks[0].Box.Top {
			return max(1, i)
		}
	}
	return 1
}

// align lays the chart on whole pixels: between them the screen would blur its letters.
func (v *chartView) align(size fyne.Size) {
	driver := fyne.CurrentApp().Driver()
	scale := float64(1)
	if c := driver.CanvasForObject(v); c != nil {
		scale = float64(c.Scale())
	}
	at := driver.AbsolutePositionForObject(v)
	inside := func(from, length float32) (float32, float32) {
		start := math.Ceil(float64(from)*scale-0.01) / scale
		end := math.Floor(float64(from+length)*scale+0.01) / scale
		return float32(start) - from, float32(max(0, end-start))
	}
	left, width := inside(at.X, size.Width)
	top, height := inside(at.Y, size.Height)
	v.raster.Move(fyne.NewPos(left, top))
	v.raster.Resize(fyne.NewSize(width, height))
}

// MinSize implements fyne.Widget.
func (v *chartView) MinSize() fyne.Size { return fyne.NewSize(chart.LeastWidth, chart.LeastHeight) }

// CreateRenderer implements fyne.Widget.
func (v *chartView) CreateRenderer() fyne.WidgetRenderer { return &chartRenderer{v} }

var _ fyne.WidgetRenderer = (*chartRenderer)(nil)

type chartRenderer struct{ view *chartView }

// Layout is called as well when the card beside a value has become another: only another size changes the chart.
func (r *chartRenderer) Layout(size fyne.Size) {
	v := r.view
	was := v.raster.Size()
	v.align(size)
	v.veil.Resize(size)
	if v.raster.Size() != was {
		v.layOut()
		v.tell(-1)
	}
}

func (r *chartRenderer) MinSize() fyne.Size { return r.view.MinSize() }

func (r *chartRenderer) Refresh() {
	v := r.view
	ground := v.style().Background
	ground.A = 0xff
	v.veil.FillColor = fadedOver(ground)
	v.veil.Hidden = !v.faded || v.chart == nil
	v.veil.StrokeWidth = 0
	if v.focused {
		v.veil.Hidden = false
		v.veil.StrokeColor, v.veil.StrokeWidth = theme.ColorForWidget(theme.ColorNamePrimary, v), 1.5
		if !v.faded {
			v.veil.FillColor = nil
		}
	}
	v.veil.Refresh()
	v.layOut()
	v.tell(v.told)
	v.raster.Refresh()
	v.card.Refresh()
}

func (r *chartRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.view.raster, r.view.veil, r.view.hair, r.view.frame}
	for _, dot := range r.view.dots {
		objects = append(objects, dot)
	}
	return append(objects, r.view.card)
}

func (r *chartRenderer) Destroy() {}

// fadedOver returns the colour laid over what is out of date.
func fadedOver(ground color.RGBA) color.Color {
	return color.NRGBA{R: ground.R, G: ground.G, B: ground.B, A: 0x99}
}
