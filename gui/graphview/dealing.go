package graphview

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// dealing draws an arrow from the company that pays to the one that is to be paid.
type dealing struct {
	payer, payee deal.CompanyID
	shaft        *canvas.Line
	barbs        [2]*canvas.Line
	ring         *canvas.Circle // around the payee
}

func newDealing(payer deal.CompanyID) *dealing {
	line := func() *canvas.Line {
		l := canvas.NewLine(nil)
		l.StrokeWidth = 2.5
		return l
	}
	d := &dealing{payer: payer, shaft: line(), barbs: [2]*canvas.Line{line(), line()}, ring: canvas.NewCircle(nil)}
	d.ring.StrokeWidth = 3
	return d
}

func (d *dealing) move(v *View, event *fyne.DragEvent) {
	payer, ok := v.disc(d.payer)
	if !ok {
		return
	}
	d.payee = v.At(event.Position).Company
	if d.payee == d.payer {
		d.payee = 0
	}
	colour := theme.ColorForWidget(theme.ColorNamePrimary, v)
	from, to := payer.Centre, v.world(event.Position)
	objects := []fyne.CanvasObject{d.shaft, d.barbs[0], d.barbs[1]}
	if payee, over := v.disc(d.payee); over {
		to = towards(payee.Centre, from, payee.Radius+4/v.camera.Zoom)
		middle, reach := v.position(payee.Centre), float32((payee.Radius+4/v.camera.Zoom)*v.camera.Zoom)
		d.ring.StrokeColor = colour
		d.ring.Move(middle.SubtractXY(reach, reach))
		d.ring.Resize(fyne.NewSquareSize(2 * reach))
		objects = append(objects, d.ring)
	}
	d.draw(v.position(towards(from, to, payer.Radius)), v.position(to))
	d.shaft.StrokeColor, d.barbs[0].StrokeColor, d.barbs[1].StrokeColor = colour, colour, colour
	v.mark(objects...)
	v.hover.hide()
	v.hover.show(picture.Target{Company: d.payee, Leg: toHandle}, event.Position, func(picture.Target) []HoverLine { return d.words(v, payer) })
	v.placeHover()
}

// words say what releasing the button will do.
func (d *dealing) words(v *View, payer picture.Disc) []HoverLine {
	if payee, ok := v.disc(d.payee); ok {
		return []HoverLine{{Text: deal.Way(payer.Name, payee.Name), Strong: true}, {Text: "Release to enter the deal"}}
	}
	return []HoverLine{{Text: payer.Name + " →", Strong: true}, {Text: "Release on the company that is paid"}}
}

// draw puts the arrow between two positions in the widget.
func (d *dealing) draw(from, to fyne.Position) {
	d.shaft.Position1, d.shaft.Position2 = from, to
	angle := math.Atan2(float64(to.Y-from.Y), float64(to.X-from.X))
	for i, barb := range d.barbs {
		sin, cos := math.Sincos(angle + math.Pi + []float64{-0.45, 0.45}[i])
		barb.Position1, barb.Position2 = to, to.AddXY(float32(12*cos), float32(12*sin))
	}
}

// towards returns the point so far from one point on the way to another.
func towards(from, to layout.Point, far float64) layout.Point {
	away := math.Hypot(to.X-from.X, to.Y-from.Y)
	if away == 0 {
		return from
	}
	return layout.Point{X: from.X + (to.X-from.X)*far/away, Y: from.Y + (to.Y-from.Y)*far/away}
}

// end tells of the deal when the button is released over a company; elsewhere nothing happens.
func (d *dealing) end(v *View) {
	d.cancel(v)
	if d.payee != 0 && v.OnDeal != nil {
		v.OnDeal(d.payer, d.payee)
	}
}

func (d *dealing) cancel(v *View) {
	v.hover.hide()
	v.mark()
}
