package graphview

import (
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
	Whole    *network.Network // that companies are placed by, whatever the view leaves out; nil: Network
	Later    *network.Network // as of any day, while the view is as of one; nil: none
	Scale    *network.Network // that widths and discs are measured by, whatever the view leaves out; nil: Ghost, or Network
	View     network.View
	Strain   *picture.Strain // a stress test; nil: none

	Places map[deal.CompanyID]layout.Point // a view of its own: where its companies stand; nil: on the canvas of all
	Ring   []deal.CompanyID                // the loop that such a view shows, in the order of payment; nil: none
}

// View is the canvas.
type View struct {
	widget.BaseWidget
	OnSelect func(picture.Target)                                          // a click; Nothing on empty canvas
	OnOpen   func(picture.Target)                                          // a double click
	OnMenu   func(target picture.Target, at fyne.Position)                 // the right button
	OnMoved  func([]Moved)                                                 // companies were dragged there, all in one drag
	OnPlaced func()                                                        // a layout has found places, and the picture shows them
	OnHover  func(target picture.Target) (lines []HoverLine)               // what to tell about what is under the pointer
	OnBadge  func(company deal.CompanyID, badge picture.Badge) []HoverLine // what to tell about the badge under it
	Style    func() *picture.Style                                         // the colours of the theme that is on
	WithKey  func(*fyne.KeyEvent)                                          // keys that the canvas itself does not use
	Beside   func(work func())                                             // runs work in another goroutine; tests run it at once

	OnAdd     func(deal.CompanyID)                        // a click with Ctrl or Shift
	OnMarquee func(companies []deal.CompanyID, more bool) // a marquee was drawn around them; more: beside what is selected
	OnDeal    func(payer, payee deal.CompanyID)           // an arrow was drawn from one to the other
	OnStep    func(by int)                                // an arrow key without Shift

	Presented bool // it is shown to an audience: enlarged, without the overview and the frame of the keyboard

	content   Content
	selection picture.Selection
	legend    bool
	form      picture.LegendForm // of the legend, as far as the analyst has chosen one
	places    places
	scene     *picture.Scene
	camera    picture.Camera
	pixels    float64 // of a unit of the screen; the camera has more of them to a unit in a presentation
	fitted    bool    // the camera follows the scene until the analyst moves it
	fitsAgain bool    // it did until companies were dragged, and does again in another room
	refit     bool    // companies have other places: fit the camera when the scene is made
	seek      bool    // fit it then if those that come or stand elsewhere are out of sight

	made     picture.Input // what the scene was made of
	painting painting
	sheet    sheet
	frame    overlay           // title and legend
	lifted   lifted            // companies that are being dragged
	ground   *canvas.Rectangle // behind the sheet where it does not reach
	origin   fyne.Position     // of the first whole pixel
	rest     *fyne.Animation   // until the picture is sharp again
	glide    glide             // companies on the way to other places
	travel   travel            // the camera on the way to what is selected
	covered  fyne.Size         // in the upper left corner, by what lies on the canvas
	money    money             // what moves along the selected loop
	still    bool              // nothing moves by itself

	awaited  *canvas.Text    // what is said until there is a picture
	marks    *fyne.Container // what a gesture shows while it lasts, such as a marquee: a few objects without layout
	hover    *hoverCard
	hand     hand
	handle   handle
	overview *overview
	focus    focusFrame
	before   before
}

// New returns an empty canvas.
func New() *View {
	v := &View{
		legend: true, fitted: true, places: places{found: &picture.Places{}},
		camera: picture.Camera{Zoom: 1, Scale: 1}, pixels: 1, Beside: func(work func()) { go work() },
	}
	v.sheet, v.frame, v.lifted.over = newSheet(), newOverlay(), newOverlay()
	v.ground, v.awaited, v.rest = canvas.NewRectangle(nil), newAwaited(), v.newRest()
	v.marks, v.money = container.NewWithoutLayout(), newMoney()
	v.hover = newHoverCard()
	v.overview, v.focus = newOverview(v), newFocusFrame()
	v.ExtendBaseWidget(v)
	return v
}

// Draw shows the content. Companies keep their places; new ones find theirs, beside the window when there are many.
func (v *View) Draw(content Content) {
	// The legend is longer while there is a ghost.
	v.refit = v.refit || (content.Ghost == nil) != (v.content.Ghost == nil)
	back := v.content.Places != nil && content.Places == nil && content.Network != nil
	v.turn(content)
	v.seek = v.seek || v.follows()
	v.content = content
	v.putDown()
	if back {
		v.showBefore()
	}
	if content.Network == nil {
		v.scene, v.painting.taken = nil, v.painting.serial
		v.stopGlide()
		v.moveMoney()
		v.sheet.clear()
		v.lay()
		v.paintFrame()
		return
	}
	v.align(v.Size())
	if content.Places == nil {
		v.place(false)
	}
	v.rebuild()
}

// Drawn reports whether there is a picture of the document.
func (v *View) Drawn() bool { return v.scene != nil }

// Select lights the selection up and fades the rest.
func (v *View) Select(selection picture.Selection) {
	v.selection = selection
	v.pointAway()
	v.rebuild()
}

// Scene returns what is drawn and the camera it is seen through, for an export that equals the screen. What is still
// being made beside the window it makes at once.
func (v *View) Scene() (*picture.Scene, picture.Camera) {
	v.finish()
	return v.scene, v.camera
}

// align finds the whole pixels of the screen that the view covers: a picture that stands between them would be
// stretched by one, which leaves seams in its letters. It reports whether they are others than before.
func (v *View) align(size fyne.Size) bool {
	scale, at, height := 1.0, fyne.Position{}, size.Height
	driver := fyne.CurrentApp().Driver()
	if canvas := driver.CanvasForObject(v); canvas != nil {
		const far = 1 << 14
		pixels, _ := canvas.PixelCoordinateForPosition(fyne.NewPos(far, far))
		scale, at, height = float64(pixels)/far, driver.AbsolutePositionForObject(v), canvas.Size().Height
	}
	inside := func(from, length float32) (first float32, pixels int) {
		start := math.Ceil(float64(from)*scale - 0.01)
		end := math.Floor(float64(from+length)*scale + 0.01)
		return float32(start/scale) - from, int(max(0, end-start))
	}
	left, width := inside(at.X, size.Width)
	top, high := inside(at.Y, size.Height)
	letters := scale
	if v.Presented {
		letters *= Enlargement(height)
	}
	same := v.camera.Width == width && v.camera.Height == high && v.camera.Scale == letters
	v.origin, v.pixels = fyne.NewPos(left, top), scale
	v.camera.Width, v.camera.Height, v.camera.Scale = width, high, letters
	return !same
}

// resized shows the picture in another room, where a drag that began before would end elsewhere than it was meant to.
func (v *View) resized(size fyne.Size) {
	if !v.align(size) || v.content.Network == nil {
		return
	}
	v.cancelGesture()
	v.refit, v.fitted = true, v.fitted || v.fitsAgain
	v.pointAway()
	v.lay()
	v.paint(false)
}

// MinSize implements fyne.Widget.
func (v *View) MinSize() fyne.Size { return fyne.NewSize(240, 200) }

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return &viewRenderer{view: v} }

var _ fyne.WidgetRenderer = (*viewRenderer)(nil)

type viewRenderer struct{ view *View }

func (r *viewRenderer) Layout(size fyne.Size) {
	r.view.resized(size)
	r.view.marks.Resize(size)
	r.view.money.beads.Resize(size)
	r.view.focus.lay(size)
	r.view.placeHover()
}

func (r *viewRenderer) MinSize() fyne.Size { return fyne.NewSize(240, 200) }

// Refresh paints again when the colours or the scale of the screen are others.
func (r *viewRenderer) Refresh() {
	v := r.view
	v.resized(v.Size())
	if v.sheet.pixels != nil && v.sheet.style != v.style() {
		v.paint(false)
	}
	v.lay()
	v.hover.Refresh()
}

func (r *viewRenderer) Objects() []fyne.CanvasObject {
	v := r.view
	return []fyne.CanvasObject{v.ground, v.awaited, v.sheet.image, v.lifted.over.image, v.money.beads, v.frame.image, v.overview, v.focus[0], v.focus[1], v.focus[2], v.focus[3], v.marks, v.hover.Tooltip}
}

func (r *viewRenderer) Destroy() {}

// Selection returns what is lit.
func (v *View) Selection() picture.Selection { return v.selection }
