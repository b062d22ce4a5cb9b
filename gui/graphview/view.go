package graphview

import (
	"image"
	"image/draw"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// Content is what the canvas shows.
type Content struct {
	Book     *deal.Book
	Network  *network.Network
	Measures *network.Measures
	Ghost    *network.Network // the base, while a what-if is shown
	View     network.View

	Places map[deal.CompanyID]layout.Point // a view of its own: where its companies stand; nil: on the canvas of all
}

// View is the canvas.
type View struct {
	widget.BaseWidget
	OnSelect func(picture.Target)                            // a click; Nothing on empty canvas
	OnOpen   func(picture.Target)                            // a double click
	OnMenu   func(target picture.Target, at fyne.Position)   // the right button
	OnMoved  func([]Moved)                                   // companies were dragged there, all in one drag
	OnHover  func(target picture.Target) (lines []HoverLine) // what to tell about what is under the pointer
	Style    func() *picture.Style                           // the colours of the theme that is on
	WithKey  func(*fyne.KeyEvent)                            // keys that the canvas itself does not use

	OnAdd     func(deal.CompanyID)                        // a click with Ctrl or Shift
	OnMarquee func(companies []deal.CompanyID, more bool) // a marquee was drawn around them; more: beside what is selected
	OnDeal    func(payer, payee deal.CompanyID)           // an arrow was drawn from one to the other
	OnStep    func(by int)                                // an arrow key while a loop is selected

	content   Content
	selection picture.Selection
	legend    bool
	places    places
	scene     *picture.Scene
	camera    picture.Camera
	fitted    bool // the camera follows the scene until the analyst moves it
	refit     bool // companies have other places: fit the camera when the scene is made

	raster *canvas.Raster
	pixels *image.RGBA
	marks  *fyne.Container // what a gesture shows while it lasts, such as a marquee: a few objects without layout
	hover  *hoverCard
	hand   hand
	handle handle
}

// New returns an empty canvas.
func New() *View {
	v := &View{
		legend: true, fitted: true, places: places{found: map[deal.CompanyID]layout.Point{}},
		camera: picture.Camera{Zoom: 1, Scale: 1},
	}
	v.raster = canvas.NewRaster(v.paint)
	v.raster.ScaleMode = canvas.ImageScalePixels
	v.marks = container.NewWithoutLayout()
	v.hover = newHoverCard()
	v.ExtendBaseWidget(v)
	return v
}

// Draw shows the content. Companies keep their places; new ones find theirs, beside the window when there are many.
func (v *View) Draw(content Content) {
	// The legend is longer while there is a ghost.
	v.refit = v.refit || (content.Ghost == nil) != (v.content.Ghost == nil)
	v.content = content
	v.putDown()
	if content.Network == nil {
		v.scene = nil
		v.raster.Refresh()
		return
	}
	v.align(v.Size())
	v.place(false)
	v.rebuild()
}

// Select lights the selection up and fades the rest.
func (v *View) Select(selection picture.Selection) {
	v.selection = selection
	v.rebuild()
}

// SetLegend shows or hides the legend.
func (v *View) SetLegend(shown bool) {
	v.legend, v.refit = shown, true
	v.rebuild()
}

// Legend reports whether the legend is shown.
func (v *View) Legend() bool { return v.legend }

// Scene returns what is drawn and the camera it is seen through, for an export that equals the screen.
func (v *View) Scene() (*picture.Scene, picture.Camera) { return v.scene, v.camera }

// rebuild makes the scene anew from content, places and selection.
func (v *View) rebuild() {
	if v.content.Network == nil {
		return
	}
	points := make([]layout.Point, len(v.content.Network.Companies))
	for i, company := range v.content.Network.Companies {
		points[i] = layout.NoPlace()
		if v.places.drawn[company.ID] {
			points[i] = v.placeOf(company)
		}
	}
	v.scene = picture.Build(picture.Input{
		Book: v.content.Book, Network: v.content.Network, Measures: v.content.Measures, Places: points,
		Ghost: v.content.Ghost, View: v.content.View, Selection: v.selection,
		ShowLegend: v.legend,
	})
	if v.refit {
		v.refit = false
		v.fit()
	}
	v.raster.Refresh()
}

// paint is called by the window's painter with the size in pixels.
func (v *View) paint(width, height int) image.Image {
	bounds := image.Rect(0, 0, width, height)
	if v.pixels == nil || v.pixels.Bounds() != bounds {
		v.pixels = image.NewRGBA(bounds)
	}
	if v.camera.Width != width || v.camera.Height != height {
		v.camera.Width, v.camera.Height = width, height
		if size := v.raster.Size(); size.Width > 0 {
			v.camera.Scale = float64(width) / float64(size.Width)
		}
		v.fit()
	}
	style := picture.Light()
	if v.Style != nil {
		style = v.Style()
	}
	if v.scene == nil {
		draw.Draw(v.pixels, bounds, image.NewUniform(style.Background), image.Point{}, draw.Src)
		return v.pixels
	}
	picture.Paint(v.pixels, v.scene, v.camera, style)
	return v.pixels
}

// align lays the picture on whole pixels: between them the screen would stretch it by one, which leaves seams in
// its letters.
func (v *View) align(size fyne.Size) {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(v)
	if canvas == nil {
		v.raster.Resize(size)
		return
	}
	scale := float64(canvas.Scale())
	inside := func(from, length float32) (at, room float32) {
		start := math.Ceil(float64(from)*scale-0.01) / scale
		end := math.Floor(float64(from+length)*scale+0.01) / scale
		return float32(start) - from, float32(max(0, end-start))
	}
	at := driver.AbsolutePositionForObject(v)
	left, width := inside(at.X, size.Width)
	top, height := inside(at.Y, size.Height)
	v.raster.Move(fyne.NewPos(left, top))
	v.raster.Resize(fyne.NewSize(width, height))
}

// MinSize implements fyne.Widget.
func (v *View) MinSize() fyne.Size { return fyne.NewSize(240, 200) }

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return &viewRenderer{view: v} }

var _ fyne.WidgetRenderer = (*viewRenderer)(nil)

type viewRenderer struct{ view *View }

func (r *viewRenderer) Layout(size fyne.Size) {
	r.view.align(size)
	r.view.marks.Resize(size)
	r.view.hover.place(size)
}

func (r *viewRenderer) MinSize() fyne.Size { return fyne.NewSize(240, 200) }

func (r *viewRenderer) Refresh() {
	r.view.raster.Refresh()
	r.view.hover.Refresh()
}

func (r *viewRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.view.raster, r.view.marks, r.view.hover}
}

func (r *viewRenderer) Destroy() {}

// Selection returns what is lit.
func (v *View) Selection() picture.Selection { return v.selection }
