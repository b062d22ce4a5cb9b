package chart

import (
	"cmp"
	"slices"
)

// endLabel is a line's name at its right end.
type endLabel struct {
	lines  []string
	placed float64 // the height of the name's middle
	hue    hue
}

// The widest that a name at the end of a line becomes, and the room between two.
const (
	endWidth = 132.0
	endGap   = 3.0
)

// reserveEnds makes room for the names at the lines' right ends. One line alone needs no name: the title says it.
func (v *planeView) reserveEnds() {
	if len(v.lines) < 2 {
		v.in.Right -= 6
		return
	}
	width := 0.0
	for i := range v.lines {
		width = max(width, widest(wrapped(v.lines[i].name, true, sizeSmall, endWidth, 3), true, sizeSmall))
	}
	v.in.Right -= width + 12
}

// placeEnds places the names at the lines' ends, apart from each other.
func (v *planeView) placeEnds() {
	if len(v.lines) < 2 {
		return
	}
	for i := range v.lines {
		line := &v.lines[i]
		for k := len(line.points) - 1; k >= 0; k-- {
			if line.gaps[k] {
				continue
			}
			end := endLabel{lines: wrapped(line.name, true, sizeSmall, endWidth, 3), placed: v.y(line.points[k].Y), hue: line.hue}
			v.ends = append(v.ends, end)
			break
		}
	}
	slices.SortStableFunc(v.ends, func(a, b endLabel) int { return cmp.Compare(a.placed, b.placed) })
	v.spread()
}

// spread moves the names apart: downwards from the top, then back up from the bottom.
func (v *planeView) spread() {
	half := func(e endLabel) float64 { return float64(len(e.lines)) * sizeSmall * leading / 2 }
	for i := 1; i < len(v.ends); i++ {
		least := v.ends[i-1].placed + half(v.ends[i-1]) + half(v.ends[i]) + endGap
		v.ends[i].placed = max(v.ends[i].placed, least)
	}
	most := v.in.Bottom
	for i := len(v.ends) - 1; i >= 0; i-- {
		v.ends[i].placed = min(v.ends[i].placed, most-half(v.ends[i]))
		most = v.ends[i].placed - half(v.ends[i]) - endGap
	}
}

func (e *endLabel) draw(v *planeView) {
	top := e.placed - float64(len(e.lines))*sizeSmall*leading/2
	letter := lettering{size: sizeSmall, bold: true, colour: e.hue.colour(v.p.style)}
	v.p.lines(e.lines, Point{v.in.Right + 8, top + sizeSmall}, letter)
}

// flag is the label of an upright line, on its way to a free place above the plane.
type flag struct {
	upright
	lines []string
	width float64
	x     float64 // of the line
	left  float64 // of the words
	row   int
}

// The widest that a label above the plane becomes, and the room between two.
const (
	flagWidth = 190.0
	flagLeast = 130.0 // narrower words stand left of their line
	flagGap   = 10.0
	flagLines = 4
)

// drawUprights makes room above the plane for the labels of the upright lines, and draws both. Labels stand in
// rows, so that none covers another and no line runs through one.
func (v *planeView) drawUprights() {
	flags := v.flags()
	v.placeFlags(flags)
	rows := 0
	for _, flag := range flags {
		rows = max(rows, flag.row+1)
	}
	heights := make([]float64, rows)
	for _, flag := range flags {
		heights[flag.row] = max(heights[flag.row], float64(len(flag.lines))*sizeSmall*leading+4)
	}
	for _, height := range heights {
		v.in.Top += height
	}
	tops := make([]float64, len(flags))
	for i, flag := range flags {
		foot := v.in.Top
		for row := range flag.row {
			foot -= heights[row]
		}
		tops[i] = foot - float64(len(flag.lines))*sizeSmall*leading - 2
		dash := []float64{3, 3}
		if flag.strong {
			dash = nil
		}
		v.p.line(Point{flag.x, tops[i] + 2}, Point{flag.x, v.in.Bottom}, 1.25, flag.hue.colour(v.p.style), dash...)
	}
	for i, flag := range flags {
		letter := lettering{size: sizeSmall, bold: flag.strong, colour: flag.hue.colour(v.p.style), halo: true}
		v.p.lines(flag.lines, Point{flag.left, tops[i] + sizeSmall}, letter)
	}
	v.presentDots(flags)
}

// flags returns the labels in the order of their lines.
func (v *planeView) flags() []*flag {
	var flags []*flag
	for _, line := range v.uprights {
		if line.at < v.low || line.at > v.high {
			continue
		}
		f := &flag{upright: line, x: v.x(line.at)}
		most := min(flagWidth, v.in.Width()/2)
		if room := v.in.Right - f.x - 5; room >= flagLeast {
			most = min(most, room)
		}
		f.lines = wrapped(line.text, line.strong, sizeSmall, most, flagLines)
		f.width = widest(f.lines, line.strong, sizeSmall)
		f.left = f.x + 5
		if f.left+f.width > v.in.Right {
			f.left = f.x - 5 - f.width
		}
		flags = append(flags, f)
	}
	slices.SortStableFunc(flags, func(a, b *flag) int { return cmp.Compare(a.x, b.x) })
	return flags
}

// placeFlags gives each label the lowest row that is free, from the right to the left. Where no row is free of
// other labels' lines, a line may run behind a label.
func (v *planeView) placeFlags(flags []*flag) {
	for i := len(flags) - 1; i >= 0; i-- {
		f, placed := flags[i], flags[i+1:]
		for f.row = 0; f.row <= len(placed) && !fits(f, placed); f.row++ {
		}
		if f.row <= len(placed) {
			continue
		}
		for f.row = 0; slices.ContainsFunc(placed, f.covers); f.row++ {
		}
	}
}

// covers reports whether two labels of one row would cover each other.
func (f *flag) covers(other *flag) bool {
	return other.row == f.row && f.left < other.left+other.width+flagGap && other.left < f.left+f.width+flagGap
}

// behind reports whether an upright line at the place would run behind the label.
func (f *flag) behind(x float64) bool { return x > f.left-4 && x < f.left+f.width+4 }

// fits reports whether the label covers none of the placed ones, no line of another one runs behind it, and its
// own line runs behind no other one.
func fits(f *flag, placed []*flag) bool {
	return !slices.ContainsFunc(placed, func(other *flag) bool {
		return f.covers(other) || other.row >= f.row && f.behind(other.x) || other.row <= f.row && other.behind(f.x)
	})
}

// presentDots puts the value of the first line beside each strong line.
func (v *planeView) presentDots(flags []*flag) {
	if len(v.lines) == 0 {
		return
	}
	line := &v.lines[0]
	for _, flag := range flags {
		value, known := line.at(flag.at)
		if !flag.strong || !known {
			continue
		}
		v.dots = append(v.dots, valueDot{at: Point{flag.x, v.y(value)}, text: string(line.boundAt(flag.at)) + v.up.text(value), hue: line.hue, left: line.risesFrom(flag.at)})
	}
}

// valueDot is a dot on a line with its value beside it.
type valueDot struct {
	at   Point
	text string
	hue  hue
	left bool // the line rises from here, and would run through what stands right above it
}

// risesFrom reports whether the line goes up right of the place.
func (s *series) risesFrom(x float64) bool {
	here, known := s.at(x)
	for i, point := range s.points {
		if point.X > x && !s.gaps[i] {
			return known && point.Y > here
		}
	}
	return false
}

// draw puts the value above the dot, on the side on which the line is not, as far as there is room.
func (d *valueDot) draw(v *planeView) {
	colour := d.hue.colour(v.p.style)
	letter := lettering{size: sizeText, bold: true, colour: colour, halo: true}
	at := Point{d.at.X + 8, d.at.Y - 8}
	width := textWidth(d.text, true, sizeText)
	if before := d.at.X - 8 - width; d.left && before > v.in.Left || at.X+width > v.in.Right {
		at.X = before
	}
	at.Y = max(at.Y, v.in.Top+sizeText)
	v.p.text(d.text, at, letter)
	v.p.disc(d.at, 4.5, colour, d.text)
}
