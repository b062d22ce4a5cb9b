package picture

import (
	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// The measures of the legend at scale 1: it keeps its size whatever the zoom.
const (
	frameMargin  = 14.0
	legendSize   = 11.0
	legendRow    = 15.5
	legendSample = 28.0 // length of the example of a line
	legendPad    = 10.0
	legendGap    = 16.0 // between its columns
)

// frame draws what does not move with the canvas.
func (d *drawing) frame() {
	if len(d.scene.Discs) == 0 {
		d.nothing()
	}
	if d.scene.Legend.Shown() {
		d.legend()
	}
}

// LegendBox returns where the legend stands in a picture, in pixels; empty when there is none.
func (s *Scene) LegendBox(c Camera) Rect {
	if !s.Legend.Shown() {
		return nowhere()
	}
	size := s.legendIn(c).size()
	margin := frameMargin * c.Scale
	low := layout.Point{X: margin, Y: float64(c.Height) - margin - size.Height*c.Scale}
	return Rect{Low: low, High: plus(low, layout.Point{X: size.Width * c.Scale, Y: size.Height * c.Scale})}
}

// exampleGap is the room between an example of a width and its amount, exampleApart that to the next example.
const exampleGap, exampleApart = 6.0, 14.0

// widthsRoom returns the room for the examples of line widths, at any zoom.
func (l Legend) widthsRoom() float64 {
	if l.largest <= 0 {
		return 0
	}
	return 3*(legendSample+exampleGap+l.exampleRoom()) + 2*exampleApart
}

// exampleRoom is the room for an amount.
func (l Legend) exampleRoom() float64 {
	return textWidth(deal.Money{Cents: 500_000_000_000_00, Currency: l.currency}.Short(), false, legendSize)
}

// size returns the legend's size at scale 1.
func (l Legend) size() layout.Size {
	columns := l.columns()
	inner := columns[0].width()
	if len(columns[1]) > 0 {
		inner += legendGap + columns[1].width()
	}
	inner = max(inner, l.widthsRoom(), textWidth(l.Heading, true, legendSize))
	for _, note := range l.Notes {
		inner = max(inner, textWidth(note, false, legendSize))
	}
	rows := 1 + columns.rows() + len(l.Notes)
	height := 2*legendPad + legendRow*float64(rows) - 4
	if l.largest > 0 {
		height += legendRow + 4
	}
	return layout.Size{Width: inner + 2*legendPad, Height: height}
}

func (d *drawing) legend() {
	l, scale := d.scene.legendIn(d.camera), d.camera.Scale
	if d.paper {
		l = l.onPaper()
	}
	box := d.scene.LegendBox(d.camera)
	d.pen.fill(outline{Path: pill(box.grown(scale), 7*scale), Colour: d.style.PanelLine})
	d.pen.fill(outline{Path: pill(box, 6*scale), Colour: d.style.Panel})
	x, y := box.Low.X+legendPad*scale, box.Low.Y+(legendPad+6)*scale
	d.legendText(layout.Point{X: x, Y: y}, l.Heading, true)
	y += legendRow * scale
	columns := l.columns()
	for i, column := range columns {
		at := layout.Point{X: x, Y: y}
		if i > 0 {
			at.X += (columns[0].width() + legendGap) * scale
		}
		d.legendColumn(at, column)
	}
	y += float64(columns.rows()) * legendRow * scale
	if l.largest > 0 {
		y += 2 * scale
		d.legendWidths(layout.Point{X: x, Y: y})
		y += (legendRow + 2) * scale
	}
	for _, note := range l.Notes {
		d.legendText(layout.Point{X: x, Y: y}, note, false)
		y += legendRow * scale
	}
}

// legendText writes a line whose small letters are centred on the height of the point.
func (d *drawing) legendText(at layout.Point, text string, bold bool) {
	size := legendSize * d.camera.Scale
	colour := d.style.TextFaded
	if bold {
		colour = d.style.Text
	}
	d.pen.write(writing{At: plus(at, layout.Point{Y: 0.34 * size}), Text: text, Size: size, Bold: bold, Colour: colour})
}

// legendMark draws an example of how a leg is drawn.
func (d *drawing) legendMark(at layout.Point, mark Mark) {
	scale := d.camera.Scale
	to := plus(at, layout.Point{X: legendSample * scale})
	line := stroke{Curve: straight(at, to), Width: 2.6 * scale, Part: 2.6 * scale, Colour: d.style.Ghost}
	switch mark {
	case MarkPinned:
		centre := between(at, to, 0.5)
		d.pen.fill(outline{Path: circleShape.placed(centre, 6.2*scale), Colour: d.style.Ghost})
		d.pin(centre, pinInLegend*scale, d.style.On(d.style.Ghost))
		return
	case MarkFinancing, MarkCommercial:
		line.Colour = d.style.Money(mark == MarkFinancing)
		if !d.scene.headed(d.camera) {
			break
		}
		base := plus(to, layout.Point{X: -9 * scale})
		line.Curve = straight(at, plus(base, layout.Point{X: scale}))
		d.pen.stroke(line)
		up := layout.Point{Y: 4.6 * scale}
		p, q := plus(base, up), minus(base, up)
		d.pen.fill(outline{Path: []layout.Curve{straight(q, to), straight(to, p), straight(p, q)}, Colour: line.Colour})
		return
	case MarkDashed:
		line.Dash = Dashed
	case MarkDotted:
		line.Dash = Dotted
		size := legendSize * scale
		if !d.scene.asked() {
			break
		}
		d.pen.stroke(stroke{Curve: straight(at, minus(to, layout.Point{X: 10 * scale})), Width: line.Width, Part: line.Part, Colour: line.Colour, Dash: Dotted})
		d.pen.write(writing{At: plus(to, layout.Point{X: -7 * scale, Y: 0.34 * size}), Text: "?", Size: size, Bold: true, Colour: d.style.TextFaded})
		return
	case MarkLoop:
		d.loopMark(at)
	case MarkUnpaid:
		d.pen.stroke(stroke{Curve: line.Curve, Width: 9 * scale, Colour: Mix(d.style.Panel, line.Colour, 0.55)})
		d.pen.stroke(stroke{Curve: line.Curve, Width: 6.4 * scale, Colour: d.style.Panel})
	case MarkPassing:
		d.pen.stroke(stroke{Curve: line.Curve, Width: hair * scale, Colour: Mix(d.style.Panel, line.Colour, 0.6)})
		line.Curve, _ = split(line.Curve, 0.45)
	case MarkLater:
		d.pen.stroke(stroke{Curve: line.Curve, Width: 1.2 * scale, Colour: Mix(d.style.Background, d.style.Ghost, 0.35)})
	case MarkGhost:
		d.pen.stroke(stroke{Curve: line.Curve, Width: 9 * scale, Colour: d.style.Ghost})
		d.pen.stroke(stroke{Curve: line.Curve, Width: 6.8 * scale, Colour: Mix(d.style.Background, d.style.Ghost, 0.4)})
		return
	case MarkGrown:
		line.Colour = d.style.Money(d.scene.grownFinancing())
		d.pen.stroke(stroke{Curve: line.Curve, Width: 9 * scale, Colour: added(d.style.Panel, line.Colour)})
		line.Width = 4 * scale
	}
	d.pen.stroke(line)
}

// loopMark draws an example of a leg on a loop: little money goes round along one half of it, and much along the other.
func (d *drawing) loopMark(at layout.Point) {
	scale := d.camera.Scale
	middle, to := plus(at, layout.Point{X: legendSample / 2 * scale}), plus(at, layout.Point{X: legendSample * scale})
	for _, half := range []struct {
		curve layout.Curve
		width float64
		loop  float64
	}{{straight(at, middle), 6, LoopFaint}, {straight(middle, to), 12, 1}} {
		d.pen.stroke(stroke{Curve: half.curve, Width: (half.width + 2*loopRim) * scale, Colour: d.style.LoopRim})
		d.pen.stroke(stroke{Curve: half.curve, Width: half.width * scale, Colour: d.loopGround(half.loop)})
	}
}

// legendWidths draws examples of amounts, each exactly as wide and as strong as a leg of that amount is at this zoom, as
// far as that can be seen; that legs of less are paler is said beside them.
func (d *drawing) legendWidths(at layout.Point) {
	scale := d.camera.Scale
	examples := d.scene.Legend.widthsAt(d.f / scale)
	seen := d.seenWidths(examples)
	if len(seen) < len(examples) {
		defer func() { d.legendText(at, palerWords, false) }()
	}
	for _, example := range seen {
		width, colour := d.line(example.Width, d.style.TextFaded, d.style.Panel)
		to := plus(at, layout.Point{X: legendSample * scale})
		d.pen.stroke(stroke{Curve: straight(at, to), Width: width, Colour: colour})
		d.legendText(plus(to, layout.Point{X: exampleGap * scale}), example.Text, false)
		at = plus(to, layout.Point{X: (exampleGap+exampleApart)*scale + textWidth(example.Text, false, legendSize*scale)})
	}
}

// palerWords stand for the examples that would be too pale to be seen.
const palerWords = "paler: less"

// seenWidths returns the examples that stand out from the legend's ground, and at least the largest.
func (d *drawing) seenWidths(examples []legendWidth) []legendWidth {
	for len(examples) > 1 {
		if _, colour := d.line(examples[0].Width, d.style.TextFaded, d.style.Panel); Contrast(colour, d.style.Panel) >= leastContrast {
			break
		}
		examples = examples[1:]
	}
	return examples
}
