package chart

import (
	"image/color"
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// rows is a drawing of level bars, one below the other, each with its name at its left: a tornado, a waterfall,
// what drives a result.
type rows struct {
	heading  string
	across   quantity
	items    []rowItem
	base     float64 // where the upright line stands from which bars go both ways
	baseText string
	hasBase  bool
	fromZero bool // the axis begins at nothing
	links    bool // each bar's end is joined to the next bar's start
	part     float64
}

// rowItem is one row: its name, what it stands for, and its bar.
type rowItem struct {
	name   string
	note   string // below the name, when there is room
	from   float64
	to     float64
	hue    hue
	second *rowBar // a further piece of the bar
	bare   bool    // there is no bar: right says why
	total  bool    // a bar of its own that stands for a level and no change
	left   string  // what stands at the bar's ends
	right  string
	ticks  []float64 // small marks on the bar
	lines  []string  // what the pointer is told
}

// rowBar is a piece of a bar.
type rowBar struct {
	from, to float64
	hue      hue
}

func (r *rows) weight() float64 { return max(r.part, 0.1) }

// rowsView is the rows on their way into one area.
type rowsView struct {
	*rows
	p      *pencil
	in     Box // where the bars are
	names  float64
	height float64 // of a row
	shown  int
	bottom float64
	top    float64
	count  int
}

// The height of a row: the least, those from which a note has room and a long name has two lines, and the most.
const (
	rowLeast    = 21.0
	rowWithNote = 33.0
	rowTwoNames = 46.0
	rowMost     = 64.0
)

// namesMost is how much of the width names take at most.
const namesMost = 0.4

func (r *rows) draw(p *pencil, area Box) {
	v := &rowsView{rows: r, p: p, in: area}
	if r.heading != "" {
		p.text(shortened(r.heading, true, sizeText, area.Width()), Point{area.Left, area.Top + sizeText}, lettering{size: sizeText, bold: true})
		v.in.Top += sizeText*leading + 6
	}
	if r.hasBase && r.baseText != "" {
		v.in.Top += sizeSmall*leading + 2
	}
	v.in.Bottom -= sizeSmall + 8
	v.names = v.namesWidth(area.Width())
	v.in.Left += v.names + 12
	room := v.in.Height()
	v.shown = min(len(r.items), max(1, int(room/rowLeast)))
	if v.shown < len(r.items) {
		v.shown = max(1, v.shown-1) // the last line says how many more there are
	}
	v.height = min(rowMost, room/float64(max(1, v.shown)))
	if v.shown < len(r.items) {
		v.height = rowLeast
	}
	v.in.Bottom = min(v.in.Bottom, v.in.Top+v.height*float64(v.shown))
	v.bounds()
	v.axis()
	for i := range v.shown {
		v.row(i, area)
	}
	if more := len(r.items) - v.shown; more > 0 {
		p.text(moreText(more), Point{area.Left, v.in.Bottom + sizeSmall + 5}, lettering{size: sizeSmall, faded: true})
	}
}

// namesWidth returns how much room the names get: what they need, as long as the bars keep most of the width.
func (r *rows) namesWidth(width float64) float64 {
	needed := 0.0
	for i := range r.items {
		needed = max(needed, textWidth(r.items[i].name, r.items[i].total, sizeText), textWidth(r.items[i].note, false, sizeSmall))
	}
	return min(max(math.Ceil(needed), 120), width*namesMost)
}

// bounds finds how far the axis goes, and makes room for the words at the bars' ends.
func (v *rowsView) bounds() {
	low, high := math.Inf(1), math.Inf(-1)
	take := func(values ...float64) {
		for _, value := range values {
			low, high = min(low, value), max(high, value)
		}
	}
	if v.hasBase {
		take(v.base)
	}
	if v.fromZero {
		take(0)
	}
	left, right := 0.0, 0.0
	for i := range v.items[:v.shown] {
		item := &v.items[i]
		if !item.bare {
			take(item.from, item.to)
		}
		if item.second != nil {
			take(item.second.from, item.second.to)
		}
		left = max(left, textWidth(item.left, false, sizeSmall))
		right = max(right, textWidth(item.right, false, sizeSmall))
	}
	if low > high {
		low, high = 0, 1
	}
	if left > 0 {
		v.in.Left += left + 8
	}
	if right > 0 {
		v.in.Right -= right + 8
	}
	v.count = max(2, int(v.in.Width()/64))
	v.bottom, v.top = low, high
	if low == high {
		v.bottom, v.top = v.across.widened(low, high, v.count)
	}
}

func (v *rowsView) x(value float64) float64 {
	return v.in.Left + (value-v.bottom)/(v.top-v.bottom)*v.in.Width()
}

func (v *rowsView) axis() {
	last := math.Inf(-1)
	for _, at := range v.across.ticks(v.bottom, v.top, v.count) {
		x, text := v.x(at), v.across.tick(at)
		colour := v.p.style.PanelLine
		if at == 0 {
			colour = v.p.style.TextFaded
		}
		v.p.line(Point{x, v.in.Top}, Point{x, v.in.Bottom}, 1, colour)
		width := textWidth(text, false, sizeSmall)
		left := min(max(x-width/2, v.in.Left-v.names), v.p.scene.Width-marginSide-width)
		if left < last+8 {
			continue
		}
		v.p.text(text, Point{left, v.in.Bottom + sizeSmall + 5}, lettering{size: sizeSmall, faded: true})
		last = left + width
	}
	if !v.hasBase {
		return
	}
	x := v.x(v.base)
	v.p.line(Point{x, v.in.Top - 3}, Point{x, v.in.Bottom}, 1.5, v.p.style.Text)
	width := textWidth(v.baseText, true, sizeSmall)
	left := min(max(x-width/2, v.in.Left-v.names), v.p.scene.Width-marginSide-width)
	v.p.text(v.baseText, Point{left, v.in.Top - 7}, lettering{size: sizeSmall, bold: true})
}

// row draws one row with its name, bar and words.
func (v *rowsView) row(i int, area Box) {
	item := &v.items[i]
	top := v.in.Top + float64(i)*v.height
	box := Box{area.Left, top, area.Right, top + v.height}
	v.label(item, box)
	thick := min(22, v.height*0.56)
	middle := (box.Top + box.Bottom) / 2
	bar := func(from, to float64, hue hue) {
		colour := hue.colour(v.p.style)
		if item.total {
			colour = picture.Mix(v.p.style.Background, v.p.style.Text, 0.62)
		}
		left, right := v.x(min(from, to)), v.x(max(from, to))
		if right-left < 2 {
			left, right = left-1, left+1
		}
		v.p.box(Box{left, middle - thick/2, right, middle + thick/2}, colour, item.name)
	}
	low, high := math.Inf(1), math.Inf(-1)
	if !item.bare {
		bar(item.from, item.to, item.hue)
		low, high = min(item.from, item.to), max(item.from, item.to)
	}
	if item.second != nil {
		bar(item.second.from, item.second.to, item.second.hue)
		low, high = min(low, item.second.from, item.second.to), max(high, item.second.from, item.second.to)
	}
	v.ticks(item, middle, thick)
	v.words(item, low, high, middle)
	if v.links && i+1 < v.shown && !item.bare {
		x := v.x(item.to)
		v.p.line(Point{x, middle + thick/2}, Point{x, middle + v.height - thick/2}, 1, v.p.style.TextFaded, 2, 2)
	}
	v.p.mark(Mark{Box: box, Lines: item.lines, Dots: nil})
}

// words writes what stands at the ends of the bar between two values.
func (v *rowsView) words(item *rowItem, low, high, middle float64) {
	letter := lettering{size: sizeSmall, halo: true}
	foot := middle + 0.35*sizeSmall
	if low > high {
		letter.faded = true
		v.p.text(item.right, Point{v.in.Left + 6, foot}, letter)
		return
	}
	v.p.text(item.right, Point{v.x(high) + 6, foot}, letter)
	letter.align = toRight
	v.p.text(item.left, Point{v.x(low) - 6, foot}, letter)
}

// ticks draws small marks on a bar, in the colour of letters on it.
func (v *rowsView) ticks(item *rowItem, middle, thick float64) {
	var on color.RGBA = v.p.style.Text
	for _, at := range item.ticks {
		x := v.x(at)
		v.p.line(Point{x, middle - thick/2 - 3}, Point{x, middle + thick/2 + 3}, 2, on)
	}
}

// label writes name and note of a row at its left.
func (v *rowsView) label(item *rowItem, box Box) {
	noted := item.note != "" && v.height >= rowWithNote
	most := 1
	if v.height >= rowWithNote && !noted || v.height >= rowTwoNames {
		most = 2
	}
	name := nameLines(item.name, item.total, sizeText, v.names, most)
	height := float64(len(name)) * sizeText * leading
	if noted {
		height += sizeSmall * leading
	}
	top := (box.Top+box.Bottom)/2 - height/2
	v.p.lines(name, Point{box.Left, top + sizeText}, lettering{size: sizeText, bold: item.total})
	if noted {
		at := Point{box.Left, top + float64(len(name))*sizeText*leading + sizeSmall}
		v.p.text(shortened(item.note, false, sizeSmall, v.names), at, lettering{size: sizeSmall, faded: true})
	}
}

func moreText(more int) string {
	if more == 1 {
		return "and one more that moves it less"
	}
	return "and " + deal.Count(more) + " more that move it less"
}
