package graphview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// hand is what the mouse is doing.
type hand struct {
	down     bool
	dragging bool
	gesture  gesture // what dragging does; chosen when the button goes down
	clicked  time.Time
	last     picture.Target
}

// doubleClick is the longest time between the two clicks that open something.
const doubleClick = 400 * time.Millisecond

// reach is how far from a line the pointer still takes it, in units of the screen.
const reach = 5

var (
	_ desktop.Mouseable  = (*View)(nil)
	_ desktop.Hoverable  = (*View)(nil)
	_ desktop.Cursorable = (*View)(nil)
	_ fyne.Draggable     = (*View)(nil)
	_ fyne.Scrollable    = (*View)(nil)
	_ fyne.Focusable     = (*View)(nil)
)

// At returns what is drawn at a position in the widget; a name or an amount stands for what it belongs to.
func (v *View) At(at fyne.Position) picture.Target {
	if v.scene == nil {
		return picture.Target{}
	}
	target := v.scene.Hit(v.world(at), reach/v.camera.Zoom)
	if target.Nothing() {
		target = v.scene.HitLabel(v.world(at), v.camera.Zoom)
	}
	return target
}

// MouseDown takes hold of what is under the pointer.
func (v *View) MouseDown(event *desktop.MouseEvent) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(v); canvas != nil {
		canvas.Focus(v)
	}
	v.hover.hide()
	target := v.At(event.Position)
	if event.Button == desktop.MouseButtonSecondary {
		if v.OnMenu != nil {
			v.OnMenu(target, event.AbsolutePosition)
		}
		return
	}
	v.hand.down, v.hand.dragging = true, false
	v.hand.gesture = v.gestureFor(target, event)
}

// gestureFor returns what dragging does from here: a company is carried, and the canvas panned.
func (v *View) gestureFor(target picture.Target, event *desktop.MouseEvent) gesture {
	if target.Company != 0 {
		return v.carrying(event.Position, target.Company)
	}
	return panning{}
}

func (v *View) disc(id deal.CompanyID) (picture.Disc, bool) {
	if v.scene == nil || id == 0 {
		return picture.Disc{}, false
	}
	return v.scene.Disc(id)
}

// MouseUp selects what was clicked; the second click within doubleClick opens it.
func (v *View) MouseUp(event *desktop.MouseEvent) {
	if event.Button == desktop.MouseButtonSecondary || !v.hand.down {
		return
	}
	v.hand.down = false
	if v.hand.dragging {
		return
	}
	target := v.At(event.Position)
	again := target == v.hand.last && !target.Nothing() && time.Since(v.hand.clicked) < doubleClick
	v.hand.last, v.hand.clicked = target, time.Now()
	switch {
	case again && v.OnOpen != nil:
		v.OnOpen(target)
	case v.OnSelect != nil:
		v.OnSelect(target)
	}
}

// Dragged goes on with the gesture that the button began.
func (v *View) Dragged(event *fyne.DragEvent) {
	v.hover.hide()
	if v.hand.gesture != nil {
		v.hand.dragging = true
		v.hand.gesture.move(v, event)
	}
}

// DragEnd ends the gesture.
func (v *View) DragEnd() {
	gesture, dragged := v.hand.gesture, v.hand.dragging
	v.hand.down, v.hand.dragging, v.hand.gesture = false, false, nil
	if gesture != nil && dragged {
		gesture.end(v)
	}
}

// Scrolled zooms at the pointer.
func (v *View) Scrolled(event *fyne.ScrollEvent) {
	v.hover.hide()
	v.zoomAt(v.pixel(event.Position), math.Pow(1.0025, float64(event.Scrolled.DY)*4))
}

// MouseIn implements desktop.Hoverable.
func (v *View) MouseIn(event *desktop.MouseEvent) { v.MouseMoved(event) }

// MouseMoved tells about what is under the pointer.
func (v *View) MouseMoved(event *desktop.MouseEvent) {
	if v.hand.down || v.OnHover == nil {
		return
	}
	target := v.At(event.Position)
	if target.Nothing() {
		v.hover.hide()
		return
	}
	v.hover.show(target, event.Position, v.OnHover)
	v.hover.place(v.Size())
}

// MouseOut implements desktop.Hoverable.
func (v *View) MouseOut() { v.hover.hide() }

// Cursor is a hand over what can be taken.
func (v *View) Cursor() desktop.Cursor {
	if v.hover.Visible() {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained implements fyne.Focusable.
func (v *View) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (v *View) FocusLost() {}

// TypedRune zooms with + and −, and fits with 0.
func (v *View) TypedRune(r rune) {
	switch r {
	case '+', '=':
		v.ZoomBy(1.25)
	case '-':
		v.ZoomBy(1 / 1.25)
	case '0':
		v.Fit()
	}
}

// step is how far an arrow key moves the canvas, in units of the screen.
const step = 40

// TypedKey moves the canvas with the arrow keys.
func (v *View) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyUp:
		v.pan(0, step)
	case fyne.KeyDown:
		v.pan(0, -step)
	case fyne.KeyLeft:
		v.pan(step, 0)
	case fyne.KeyRight:
		v.pan(-step, 0)
	default:
		if v.WithKey != nil {
			v.WithKey(event)
		}
	}
}
