package chart

import (
	"image/color"
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
	"roundtrip/internal/whatif"
)

// plane is a drawing with two axes: lines, or the bars of a histogram, with marks across it.
type plane struct {
	heading  string // above the upper axis; "" where the title says it
	unit     whatif.Unit
	across   quantity
	up       quantity
	name     string // of the axis below; "" where the plane below has it
	low      float64
	high     float64
	lines    []series
	bars     *bars
	uprights []upright
	levels   []level
	fromZero bool // the axis upwards begins at nothing
	part     float64
}

// series is one line through values.
type series struct {
	name   string
	points []Point        // in the units of the axes
	gaps   []bool         // gaps[i]: points[i] is not known
	bounds []whatif.Bound // how sure the value at each point is
	hue    hue
	dashed bool
	thin   bool
}

// boundAt returns how sure the line's value is at x: as at the nearest point where it was measured.
func (s *series) boundAt(x float64) whatif.Bound {
	nearest := -1
	for i := range min(len(s.points), len(s.bounds)) {
		if nearest < 0 || math.Abs(s.points[i].X-x) < math.Abs(s.points[nearest].X-x) {
			nearest = i
		}
	}
	if nearest < 0 {
		return whatif.Exactly
	}
	return s.bounds[nearest]
}

// bars are the columns of a histogram.
type bars struct {
	edges   []float64
	heights []float64
	name    string            // of a column's height
	strong  func(at int) bool // columns that are told apart
}

// upright is a line across the plane at one value of the axis below, with a label.
type upright struct {
	at     float64
	text   string
	hue    hue
	strong bool // the label is bold and the line without gaps
}

// level is a line across the plane at one value of the axis upwards, with a label.
type level struct {
	at   float64
	text string
	hue  hue
}

// hue names a colour of the style.
type hue int

const (
	hueFirst hue = iota
	hueSecond
	hueThird
	hueFourth
	hueGhost
	hueText
)

func (h hue) colour(style *picture.Style) color.RGBA {
	switch h {
	case hueFirst:
		return style.Commercial
	case hueSecond:
		return style.Financing
	case hueThird:
		return style.Smallest
	case hueFourth:
		return style.Roles[deal.RoleChips]
	case hueGhost:
		return style.Ghost
	}
	return style.Text
}

func (d *plane) weight() float64 { return max(d.part, 0.1) }

// planeView is a plane on its way into one area.
type planeView struct {
	*plane
	p        *pencil
	in       Box // where the lines are
	bottom   float64
	top      float64
	count    int // about how many marks the axis upwards has
	ends     []endLabel
	dots     []valueDot
	lettered lettering
	noted    float64 // the width of what stands left of the name of the axis below
}

func (d *plane) draw(p *pencil, area Box) {
	v := &planeView{plane: d, p: p, lettered: lettering{size: sizeSmall, faded: true}}
	v.in = area
	if d.heading != "" {
		p.text(shortened(d.heading, true, sizeText, area.Width()), Point{area.Left, area.Top + sizeText}, lettering{size: sizeText, bold: true})
		v.in.Top += sizeText*leading + 6
	}
	v.in.Bottom -= sizeSmall + 8
	v.measure()
	if d.name != "" || v.broken() != "" {
		v.in.Bottom -= sizeSmall*leading + 4
		v.measure()
	}
	v.reserveEnds()
	v.gutter()
	v.drawUprights()
	v.placeEnds()
	v.axisUp()
	v.axisAcross(area)
	v.drawLevels()
	if d.bars != nil {
		v.drawBars()
	}
	v.drawLines()
	v.marks()
}

// measure finds how many marks the axis upwards has and how far it goes.
func (v *planeView) measure() {
	v.count = min(max(int(v.in.Height()/48), 2), 7)
	v.bounds()
}

// bounds finds how far the axis upwards goes.
func (v *planeView) bounds() {
	low, high := math.Inf(1), math.Inf(-1)
	take := func(value float64) {
		if !math.IsNaN(value) && !math.IsInf(value, 0) {
			low, high = min(low, value), max(high, value)
		}
	}
	for _, line := range v.lines {
		for i, point := range line.points {
			if !line.gaps[i] {
				take(point.Y)
			}
		}
	}
	for _, level := range v.levels {
		take(level.at)
	}
	if v.bars != nil {
		for _, height := range v.bars.heights {
			take(height)
		}
	}
	if low > high {
		low, high = 0, 1
	}
	// A line that starts near nothing is shown with nothing: the eye measures heights from the axis.
	if v.fromZero || low > 0 && low < high/2 {
		low = min(low, 0)
	}
	v.bottom, v.top = v.up.widened(low, high, v.count)
}

// gutter makes room for the numbers left of the axis.
func (v *planeView) gutter() {
	width := 0.0
	for _, at := range v.up.ticks(v.bottom, v.top, v.count) {
		width = max(width, textWidth(v.up.tick(at), false, sizeSmall))
	}
	v.in.Left += math.Ceil(width) + 8
}

// x and y turn values into places.
func (v *planeView) x(value float64) float64 {
	if v.high <= v.low {
		return (v.in.Left + v.in.Right) / 2
	}
	return v.in.Left + (value-v.low)/(v.high-v.low)*v.in.Width()
}

func (v *planeView) y(value float64) float64 {
	return v.in.Bottom - (value-v.bottom)/(v.top-v.bottom)*v.in.Height()
}

func (v *planeView) axisUp() {
	for _, at := range v.up.ticks(v.bottom, v.top, v.count) {
		y := v.y(at)
		colour, width := v.p.style.PanelLine, 1.0
		if at == 0 {
			colour = v.p.style.TextFaded
		}
		v.p.line(Point{v.in.Left, y}, Point{v.in.Right, y}, width, colour)
		letter := v.lettered
		letter.align = toRight
		v.p.text(v.up.tick(at), Point{v.in.Left - 7, y + 0.35*sizeSmall}, letter)
	}
}

func (v *planeView) axisAcross(area Box) {
	v.p.line(Point{v.in.Left, v.in.Bottom}, Point{v.in.Right, v.in.Bottom}, 1, v.p.style.TextFaded)
	v.drawBreaks(area)
	count := max(2, int(v.in.Width()/86))
	last := math.Inf(-1)
	for _, at := range v.across.ticks(v.low, v.high, count) {
		text, x := v.across.tick(at), v.x(at)
		width := textWidth(text, false, sizeSmall)
		left := min(max(x-width/2, area.Left), area.Right-width)
		v.p.line(Point{x, v.in.Bottom}, Point{x, v.in.Bottom + 4}, 1, v.p.style.TextFaded)
		if left < last+8 {
			continue
		}
		v.p.text(text, Point{left, v.in.Bottom + 7 + sizeSmall*0.85}, v.lettered)
		last = left + width
	}
	if v.name != "" {
		letter := v.lettered
		letter.align = toRight
		name := nameLines(v.name, false, sizeSmall, v.in.Right-area.Left-v.noted, 1)[0]
		v.p.text(name, Point{v.in.Right, v.in.Bottom + 11 + sizeSmall*0.85 + sizeSmall*leading}, letter)
	}
}

func (v *planeView) drawLevels() {
	for _, level := range v.levels {
		y, colour := v.y(level.at), level.hue.colour(v.p.style)
		v.p.line(Point{v.in.Left, y}, Point{v.in.Right, y}, 1.25, colour, 6, 3)
		foot := y - 5
		if foot-sizeSmall < v.in.Top {
			foot = y + sizeSmall + 4 // above it are the labels of the upright lines
		}
		v.p.text(level.text, Point{v.in.Left + 6, foot}, lettering{size: sizeSmall, bold: true, colour: colour, halo: true})
	}
}

func (v *planeView) drawBars() {
	for i, height := range v.bars.heights {
		colour := hueFirst.colour(v.p.style)
		if v.bars.strong != nil && !v.bars.strong(i) {
			colour = picture.Mix(v.p.style.Background, colour, 0.45)
		}
		left, right := v.x(v.bars.edges[i]), v.x(v.bars.edges[i+1])
		if right-left > 4 {
			right--
		}
		if right <= left {
			left, right = left-6, left+6
		}
		v.p.box(Box{left, v.y(height), right, v.in.Bottom}, colour, v.barWords(i))
	}
}

// barWords says what a column stands for.
func (v *planeView) barWords(i int) string {
	return v.across.text(v.bars.edges[i]) + " to " + v.across.text(v.bars.edges[i+1]) + ": " + v.up.text(v.bars.heights[i])
}

// drawLines draws what stands behind first: the first line is the one that matters.
func (v *planeView) drawLines() {
	for i := len(v.lines) - 1; i >= 0; i-- {
		line := v.lines[i]
		width, dash := 2.25, []float64(nil)
		if line.thin {
			width = 1.5
		}
		if line.dashed {
			dash = []float64{6, 4}
		}
		colour := line.hue.colour(v.p.style)
		var run []Point
		for k, point := range line.points {
			if line.gaps[k] {
				v.run(run, width, colour, dash)
				run = nil
				continue
			}
			run = append(run, Point{v.x(point.X), v.y(point.Y)})
		}
		v.run(run, width, colour, dash)
	}
	for _, end := range v.ends {
		end.draw(v)
	}
	for _, dot := range v.dots {
		dot.draw(v)
	}
}

// run draws a piece of a line without gaps; a single value is a dot.
func (v *planeView) run(points []Point, width float64, colour color.RGBA, dash []float64) {
	if len(points) == 1 {
		v.p.disc(points[0], 3, colour, "")
	}
	v.p.path(points, width, colour, dash...)
}

// at returns the line's value at a place on the axis, between its points in a straight line, and false in a gap.
func (s *series) at(x float64) (float64, bool) {
	for i, point := range s.points {
		if point.X == x {
			return point.Y, !s.gaps[i]
		}
		if i > 0 && s.points[i-1].X < x && x < point.X {
			before := s.points[i-1]
			part := (x - before.X) / (point.X - before.X)
			return before.Y + (point.Y-before.Y)*part, !s.gaps[i] && !s.gaps[i-1]
		}
	}
	return 0, false
}

// marks notes where the values stand: one mark for each place at which the first line has a point, or for each
// column.
func (v *planeView) marks() {
	if v.bars != nil {
		for i := range v.bars.heights {
			left, right := v.x(v.bars.edges[i]), v.x(v.bars.edges[i+1])
			v.p.mark(Mark{
				Box:  Box{min(left, right-3), v.in.Top, max(right, left+3), v.in.Bottom},
				Dots: []Point{{(left + right) / 2, v.y(v.bars.heights[i])}},
				Lines: []string{
					v.across.text(v.bars.edges[i]) + " to " + v.across.text(v.bars.edges[i+1]),
					v.up.text(v.bars.heights[i]) + " " + v.bars.name,
				},
			})
		}
		return
	}
	if len(v.lines) == 0 {
		return
	}
	points := v.lines[0].points
	for i, point := range points {
		box := Box{v.in.Left, v.in.Top, v.in.Right, v.in.Bottom}
		if i > 0 {
			box.Left = (v.x(points[i-1].X) + v.x(point.X)) / 2
		}
		if i+1 < len(points) {
			box.Right = (v.x(point.X) + v.x(points[i+1].X)) / 2
		}
		mark := Mark{Box: box, Hairline: true, Lines: []string{v.across.text(point.X)}}
		for k := range v.lines {
			line := &v.lines[k]
			value, known := line.at(point.X)
			text := "not known"
			if known {
				text = string(line.boundAt(point.X)) + v.up.text(value)
				mark.Dots = append(mark.Dots, Point{v.x(point.X), v.y(value)})
			}
			if line.name != "" {
				text = line.name + ": " + text
			}
			mark.Lines = append(mark.Lines, text)
		}
		v.p.mark(mark)
	}
}
