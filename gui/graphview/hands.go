package graphview

import (
	"math"
	"slices"
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
	onHandle deal.CompanyID // on whose handle the button went down; 0: on none
	space    bool           // the space bar is held: drags move the canvas
	shift    bool           // Shift is held: the arrow keys move the canvas
	gesture  gesture        // what dragging does; chosen when the button goes down
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
)

// At returns what is drawn at a position in the widget; a name or an amount stands for what it belongs to.
func (v *View) At(at fyne.Position) picture.Target {
	if v.scene == nil || v.onLegend(at) {
		return picture.Target{}
	}
	if company, _, ok := v.badgeAt(at); ok {
		return picture.Target{Company: company}
	}
	target := v.scene.Hit(v.world(at), reach/v.camera.Zoom)
	if target.Nothing() {
		target = v.scene.HitLabel(v.world(at), v.labelZoom())
	}
	return target
}

// MouseDown takes hold of what is under the pointer.
func (v *View) MouseDown(event *desktop.MouseEvent) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(v); canvas != nil {
		canvas.Focus(v)
	}
	v.watched()
	v.hover.hide()
	v.stopTravel()
	target := v.At(event.Position)
	if event.Button == desktop.MouseButtonSecondary {
		if v.hand.dragging { // the drag goes on
			return
		}
		v.showHandle(0)
		if v.OnMenu != nil {
			v.OnMenu(target, event.AbsolutePosition)
		}
		return
	}
	v.hand.down, v.hand.dragging, v.hand.onHandle = true, false, 0
	if v.onHandle(event.Position) {
		v.hand.onHandle = v.handle.company
	}
	v.hand.gesture = v.gestureFor(target, event)
	v.showHandle(0)
}

// adds is what turns a click or a marquee into one that adds to the selection: Ctrl, or Cmd on macOS. Shift does so
// for a click too.
const adds = fyne.KeyModifierControl | fyne.KeyModifierSuper

// gestureFor returns what dragging does from here. On a company: it is carried, with all that are selected when it
// is one of them; from its rim or its handle, or with Ctrl, it pays another. The canvas is panned. The middle button and the
// space bar always pan, and Shift is always a marquee. Companies that have no place yet are not carried. Nor are dots that
// are not selected: among hundreds of them a drag is meant for the canvas.
func (v *View) gestureFor(target picture.Target, event *desktop.MouseEvent) gesture {
	switch {
	case event.Button == desktop.MouseButtonTertiary || v.hand.space:
		return panning{}
	case event.Modifier&fyne.KeyModifierShift != 0:
		return newMarquee(event.Position, event.Modifier&adds != 0)
	case v.onHandle(event.Position):
		return newDealing(v.handle.company)
	case event.Modifier == 0 && v.rimAt(event.Position) != 0:
		return newDealing(v.rimAt(event.Position))
	case target.Company != 0 && event.Modifier&adds != 0 && v.OnDeal != nil:
		return newDealing(target.Company)
	case target.Company != 0 && v.content.Places == nil && !v.Placing() && slices.Contains(v.selection.Companies, target.Company):
		return v.carrying(event.Position, v.selection.Companies...)
	case target.Company != 0 && v.content.Places == nil && !v.Placing() && !v.dot(target.Company):
		return v.carrying(event.Position, target.Company)
	}
	return panning{}
}

// dotRadius is the radius below which a company is a dot that is hit without being meant, in units of the screen.
const dotRadius = 6

// dot reports whether the company is too small on the screen to be taken hold of unless it is selected.
func (v *View) dot(id deal.CompanyID) bool {
	disc, ok := v.disc(id)
	return !ok || disc.Radius*v.camera.Zoom < dotRadius
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
	if event.Button == desktop.MouseButtonPrimary && v.onLegend(event.Position) {
		v.turnLegend()
		return
	}
	target := v.At(event.Position)
	if v.hand.onHandle != 0 {
		target = picture.Target{Company: v.hand.onHandle}
	}
	again := target == v.hand.last && !target.Nothing() && time.Since(v.hand.clicked) < doubleClick
	v.hand.last, v.hand.clicked = target, time.Now()
	switch {
	case event.Button == desktop.MouseButtonTertiary:
	case event.Modifier&(adds|fyne.KeyModifierShift) != 0:
		if v.OnAdd != nil && target.Company != 0 {
			v.OnAdd(target.Company)
		}
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

// cancelGesture gives up what the mouse is doing; the rest of the drag does nothing.
func (v *View) cancelGesture() {
	if v.hand.gesture != nil {
		v.hand.gesture.cancel(v)
		v.hand.gesture = nil
	}
}

// Scrolled zooms at the pointer.
func (v *View) Scrolled(event *fyne.ScrollEvent) {
	v.zoomAt(v.pixel(event.Position), math.Pow(1.0025, float64(event.Scrolled.DY)*4))
}

// MouseIn implements desktop.Hoverable.
func (v *View) MouseIn(event *desktop.MouseEvent) { v.MouseMoved(event) }

// MouseMoved tells about what is under the pointer, and shows the handle of a company.
func (v *View) MouseMoved(event *desktop.MouseEvent) {
	v.watched()
	if v.hand.down {
		return
	}
	tell, target := v.OnHover, v.At(event.Position)
	if v.onLegend(event.Position) {
		target, tell = toLegend, v.tellLegend
		v.showHandle(0)
	} else if company, badge, ok := v.badgeAt(event.Position); ok {
		target, tell = picture.Target{Company: company, Leg: toBadge - deal.LegID(badge)}, v.tellBadge(badge)
		v.showHandle(0)
	} else if v.onHandle(event.Position) {
		target, tell = picture.Target{Company: v.handle.company, Leg: toHandle}, tellHandle
	} else if rim := v.rimAt(event.Position); rim != 0 {
		v.showHandleBy(rim, event.Position)
		target, tell = picture.Target{Company: rim, Leg: toHandle}, tellHandle
	} else {
		v.showHandleBy(target.Company, event.Position)
	}
	if target.Nothing() || tell == nil {
		v.hover.hide()
		return
	}
	v.hover.show(target, event.Position, tell)
	v.placeHover()
}

// MouseOut implements desktop.Hoverable.
func (v *View) MouseOut() { v.pointAway() }

// pointAway takes away what was told about what lay under the pointer: it may lie elsewhere now.
func (v *View) pointAway() {
	v.hover.hide()
	if !v.hand.down {
		v.showHandle(0)
	}
}

// Cursor is a hand over what can be taken.
func (v *View) Cursor() desktop.Cursor {
	if v.handle.company != 0 && v.hover.target.Leg == toHandle {
		return desktop.CrosshairCursor
	}
	if v.hover.Visible() {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
