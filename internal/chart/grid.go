package chart

import (
	"math"

	"roundtrip/internal/picture"
	"roundtrip/internal/whatif"
)

// grid is a table drawn as a heat map, with its numbers in the cells.
type grid struct {
	across  []string // above the columns
	down    []string // left of the rows
	names   [2]string
	numbers [][]float64      // NaN where it is not known
	bounds  [][]whatif.Bound // how sure each number is
	text    func(float64) string
	present [2]int // the column and row of how things are
	part    float64
}

func (g *grid) weight() float64 { return max(g.part, 0.1) }

// gridView is the grid on its way into one area.
type gridView struct {
	*grid
	p    *pencil
	in   Box // where the cells are
	low  float64
	high float64
	most map[string]int // decimals of the numbers, so that all have as many
}

func (g *grid) draw(p *pencil, area Box) {
	v := &gridView{grid: g, p: p, in: area}
	v.in.Left += math.Ceil(widest(g.down, true, sizeSmall)) + 10
	v.in.Top += 2*sizeSmall*leading + 8
	v.in.Bottom -= 2
	v.low, v.high = math.Inf(1), math.Inf(-1)
	var texts []string
	for i := range g.numbers {
		for _, number := range g.numbers[i] {
			texts = append(texts, g.text(number))
			if !math.IsInf(number, 0) && !math.IsNaN(number) {
				v.low, v.high = min(v.low, number), max(v.high, number)
			}
		}
	}
	v.most = mostDecimals(texts)
	v.headers(area)
	for i := range g.numbers {
		for j := range g.numbers[i] {
			v.cell(i, j)
		}
	}
	p.outline(v.box(g.present[1], g.present[0]), 2.5, p.style.Text)
}

// box returns the place of the cell in row i and column j.
func (v *gridView) box(i, j int) Box {
	width, height := v.in.Width()/float64(len(v.across)), v.in.Height()/float64(len(v.down))
	left, top := v.in.Left+float64(j)*width, v.in.Top+float64(i)*height
	return Box{math.Round(left), math.Round(top), math.Round(left + width), math.Round(top + height)}
}

func (v *gridView) headers(area Box) {
	letter := lettering{size: sizeSmall, faded: true}
	name := func(at int, sign string) string {
		room := (v.in.Right-area.Left)/2 - 8 - textWidth(sign, false, sizeSmall)
		return nameLines(v.names[at], false, sizeSmall, room, 1)[0] + sign
	}
	v.p.text(name(1, " ↓"), Point{area.Left, area.Top + sizeSmall}, letter)
	right := letter
	right.align = toRight
	v.p.text(name(0, " →"), Point{v.in.Right, area.Top + sizeSmall}, right)
	for j, text := range v.across {
		box := v.box(0, j)
		width := box.Width() - 4
		v.p.text(shortened(text, j == v.present[0], sizeSmall, width), Point{(box.Left + box.Right) / 2, v.in.Top - 6},
			lettering{size: sizeSmall, bold: j == v.present[0], faded: j != v.present[0], align: centred})
	}
	for i, text := range v.down {
		box := v.box(i, 0)
		v.p.text(text, Point{v.in.Left - 8, (box.Top+box.Bottom)/2 + 0.35*sizeSmall},
			lettering{size: sizeSmall, bold: i == v.present[1], faded: i != v.present[1], align: toRight})
	}
}

// cell draws one cell: the more, the deeper its colour.
func (v *gridView) cell(i, j int) {
	box := v.box(i, j)
	text, part := "—", 0.0
	number := v.numbers[i][j]
	known := !math.IsNaN(number)
	if known {
		text = string(boundOf(v.bounds, i, j)) + withDecimals(v.text(number), v.most)
		if v.high > v.low && !math.IsInf(number, 0) {
			part = (number - v.low) / (v.high - v.low)
		}
	}
	deepest := v.p.style.Commercial
	fill := picture.Mix(v.p.style.Background, deepest, 0.06+0.94*part)
	if !known {
		fill = v.p.style.Panel
	}
	words := "row " + v.down[i] + ", column " + v.across[j] + ": " + text
	v.p.box(Box{box.Left, box.Top, box.Right - 1, box.Bottom - 1}, fill, words)
	present := i == v.present[1] && j == v.present[0]
	size := sizeText
	for size > 8 && textWidth(text, present, size) > box.Width()-6 {
		size--
	}
	if box.Height() >= size+3 && textWidth(text, present, size) <= box.Width()-4 {
		letter := lettering{size: size, bold: present, align: centred, colour: v.p.style.On(fill)}
		v.p.text(text, Point{(box.Left + box.Right) / 2, (box.Top+box.Bottom)/2 + 0.36*size}, letter)
	}
	lines := []string{text, v.names[0] + ": " + v.across[j], v.names[1] + ": " + v.down[i]}
	if present {
		lines = append(lines, "as it is now")
	}
	v.p.mark(Mark{Box: box, Lines: lines})
}
