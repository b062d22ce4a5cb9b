package graphview

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// overview is the whole picture in a corner of the canvas, with a frame around the part that is shown: pressing or
// dragging in it goes there. It stands there while not all is shown. It is painted again only when the scene is
// another one.
type overview struct {
	widget.BaseWidget
	view   *View
	off    bool // the analyst does not want it
	image  *canvas.Image
	camera picture.Camera // that it was painted through
	scene  *picture.Scene // that is on it
	style  *picture.Style
	most   fyne.Size // that the picture may have
	frame  [4]*canvas.Line
	border *canvas.Rectangle
	grip   fyne.Delta // from the pointer to the middle of the frame while it is dragged
}

const (
	overviewWidth  = 190 // at most, in units of the screen
	overviewHeight = 140
	overviewPart   = 0.22 // at most, of the canvas either way
	overviewPad    = 4    // between its border and the picture
	overviewMargin = 12   // to the corner of the canvas
	overviewFrame  = 6    // its frame's least width and height
	overviewLeast  = 1.8
)

var (
	_ desktop.Mouseable  = (*overview)(nil)
	_ desktop.Hoverable  = (*overview)(nil)
	_ desktop.Cursorable = (*overview)(nil)
	_ fyne.Draggable     = (*overview)(nil)
)

func newOverview(v *View) *overview {
	o := &overview{view: v, image: canvas.NewImageFromImage(nil), border: canvas.NewRectangle(nil)}
	o.image.ScaleMode = canvas.ImageScalePixels
	o.border.StrokeWidth, o.border.CornerRadius = 1, 4
	for i := range o.frame {
		o.frame[i] = canvas.NewLine(nil)
		o.frame[i].StrokeWidth = 1.5
	}
	o.ExtendBaseWidget(o)
	o.Hide()
	return o
}

// SetOverview shows the overview where it is of use, or never.
func (v *View) SetOverview(on bool) {
	v.overview.off = !on
	v.overview.follow()
}

// Overview reports whether the overview is shown where it is of use.
func (v *View) Overview() bool { return !v.overview.off }

// wanted reports whether the overview is of use: not all companies are in sight, and there is room for it.
func (o *overview) wanted() bool {
	v := o.view
	if o.off || v.Presented || v.scene == nil || len(v.scene.Discs) == 0 {
		return false
	}
	if size := v.Size(); size.Width < overviewLeast*overviewWidth || size.Height < overviewLeast*overviewHeight {
		return false
	}
	width, height := float64(v.camera.Width), float64(v.camera.Height)
	for i := range v.scene.Discs {
		at := v.camera.ToScreen(v.scene.Discs[i].Centre)
		if at.X < 0 || at.Y < 0 || at.X > width || at.Y > height {
			return true
		}
	}
	return false
}

// overviewRoom returns how large the overview may be.
func (v *View) overviewRoom() fyne.Size {
	size := v.Size()
	return fyne.NewSize(min(overviewWidth, overviewPart*size.Width), min(overviewHeight, overviewPart*size.Height))
}

// follow brings the overview up to date with the scene and the camera.
func (o *overview) follow() {
	if !o.wanted() {
		if o.Visible() {
			o.Hide()
		}
		return
	}
	v := o.view
	most := v.overviewRoom()
	if style := v.style(); o.scene != v.scene.Whole() || o.style != style || o.camera.Scale != v.camera.Scale || o.most != most {
		o.scene, o.style, o.most = v.scene.Whole(), style, most
		scale := v.camera.Scale
		o.camera = picture.Overview(v.scene, int(float64(most.Width)*scale), int(float64(most.Height)*scale), scale)
		pixels, ok := o.image.Image.(*image.RGBA)
		if bounds := image.Rect(0, 0, o.camera.Width, o.camera.Height); !ok || pixels.Rect != bounds {
			pixels = image.NewRGBA(bounds)
		}
		picture.PaintOverview(pixels, v.scene, o.camera, style)
		o.image.Image = pixels
		o.image.Refresh()
	}
	size := fyne.NewSize(v.units(float64(o.camera.Width))+2*overviewPad, v.units(float64(o.camera.Height))+2*overviewPad)
	at := o.corner(size)
	if o.Size() != size {
		o.Resize(size)
	}
	if o.Position() != at {
		o.Move(at)
	}
	o.layFrame()
	if !o.Visible() {
		o.Show()
	}
}

// box returns where the overview lies on the picture, in pixels; empty where it does not.
func (o *overview) box() picture.Rect {
	if !o.Visible() {
		return picture.Rect{}
	}
	at, size := o.Position(), o.Size()
	low := o.view.pixel(at)
	return picture.Rect{Low: low, High: o.view.pixel(at.AddXY(size.Width, size.Height))}
}

// layFrame puts the frame around the part of the picture that is in sight, inside the overview and never too narrow to be
// seen.
func (o *overview) layFrame() {
	v, size := o.view, o.Size()
	corner := func(x, y int, least, most float32) fyne.Position {
		at := o.camera.ToScreen(v.camera.ToWorld(layout.Point{X: float64(x), Y: float64(y)}))
		return fyne.NewPos(
			min(max(overviewPad+v.units(at.X), least), size.Width-most),
			min(max(overviewPad+v.units(at.Y), least), size.Height-most))
	}
	low := corner(0, 0, 1, 1+overviewFrame)
	high := corner(v.camera.Width, v.camera.Height, 1+overviewFrame, 1)
	ends := [4][2]fyne.Position{
		{low, {X: high.X, Y: low.Y}}, {{X: high.X, Y: low.Y}, high},
		{high, {X: low.X, Y: high.Y}}, {{X: low.X, Y: high.Y}, low},
	}
	for i, line := range o.frame {
		if line.Position1 != ends[i][0] || line.Position2 != ends[i][1] {
			line.Position1, line.Position2 = ends[i][0], ends[i][1]
			line.Refresh()
		}
	}
}

// goTo shows the place under a position of the overview in the middle of the canvas.
func (o *overview) goTo(at fyne.Position) {
	v := o.view
	v.leaveFit()
	pixel := layout.Point{X: float64(at.X-overviewPad) * o.camera.Scale, Y: float64(at.Y-overviewPad) * o.camera.Scale}
	to := v.camera.ToScreen(o.camera.ToWorld(pixel))
	v.pan(v.units(float64(v.camera.Width)/2-to.X), v.units(float64(v.camera.Height)/2-to.Y))
}

// MouseDown takes hold of the frame; pressed beside it, it goes there.
func (o *overview) MouseDown(event *desktop.MouseEvent) {
	if event.Button != desktop.MouseButtonPrimary {
		return
	}
	low, high := o.frame[0].Position1, o.frame[1].Position2
	at := event.Position
	if at.X < low.X || at.Y < low.Y || at.X > high.X || at.Y > high.Y {
		o.grip = fyne.Delta{}
		o.goTo(at)
		return
	}
	v := o.view
	middle := o.camera.ToScreen(v.camera.Centre)
	o.grip = fyne.NewDelta(overviewPad+v.units(middle.X)-at.X, overviewPad+v.units(middle.Y)-at.Y)
}

// MouseUp implements desktop.Mouseable.
func (o *overview) MouseUp(*desktop.MouseEvent) {}

// Dragged goes along with the pointer.
func (o *overview) Dragged(event *fyne.DragEvent) { o.goTo(event.Position.Add(o.grip)) }

// DragEnd implements fyne.Draggable.
func (o *overview) DragEnd() {}

// MouseIn implements desktop.Hoverable: what lies below the overview is not pointed at.
func (o *overview) MouseIn(*desktop.MouseEvent) { o.view.MouseOut() }

// MouseMoved implements desktop.Hoverable.
func (o *overview) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (o *overview) MouseOut() {}

// Cursor implements desktop.Cursorable.
func (o *overview) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (o *overview) CreateRenderer() fyne.WidgetRenderer {
	r := &overviewRenderer{o}
	r.Refresh()
	return r
}

var _ fyne.WidgetRenderer = (*overviewRenderer)(nil)

type overviewRenderer struct{ overview *overview }

func (r *overviewRenderer) Layout(size fyne.Size) {
	o := r.overview
	o.border.Resize(size)
	o.image.Move(fyne.NewPos(overviewPad, overviewPad))
	o.image.Resize(size.SubtractWidthHeight(2*overviewPad, 2*overviewPad))
}

func (r *overviewRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *overviewRenderer) Refresh() {
	o := r.overview
	o.border.FillColor = o.view.style().Panel
	o.border.StrokeColor = theme.ColorForWidget(theme.ColorNameInputBorder, o)
	o.border.Refresh()
	for _, line := range o.frame {
		line.StrokeColor = theme.ColorForWidget(theme.ColorNamePrimary, o)
		line.Refresh()
	}
}

func (r *overviewRenderer) Objects() []fyne.CanvasObject {
	o := r.overview
	return []fyne.CanvasObject{o.border, o.image, o.frame[0], o.frame[1], o.frame[2], o.frame[3]}
}

func (r *overviewRenderer) Destroy() {}
