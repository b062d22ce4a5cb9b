package picture

import (
	"math"
	"slices"
	"strconv"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// Row is a height of the picture at which the companies of one trophic level stand.
type Row struct {
	Y     float64
	Level float64 // steps of financing below those that nobody finances (see layout.Levels)
	Text  string

	companies    int
	upper, lower float64   // half of its companies stand between these heights
	lines        []float64 // the heights of its companies from the top: a level with many has several
}

// addRows says at which heights the levels stand, where the book wants companies placed by them. Companies that were
// put elsewhere by hand do not count. Where heights and levels do not go together, as under a filter that changes the
// levels, there are no rows: a wrong word is worse than none.
func (b *builder) addRows() {
	if b.Book.Layout != deal.LayoutLayers || b.ByHand {
		return
	}
	graph := layout.Graph{N: len(b.places)}
	number := make([]int, len(b.places))
	for i := range number {
		number[i] = i
	}
	pay(&graph, b.Network, number)
	levels, _ := layout.Levels(graph)
	dealing := Dealing(b.Network)
	var members []int
	for i, company := range b.Network.Companies {
		if b.discAt[i] >= 0 && dealing[company.ID] && !company.Pinned {
			members = append(members, i)
		}
	}
	at := make([]float64, len(members))
	for i, member := range members {
		at[i] = b.places[member].Y
	}
	heights, standing := make(map[float64][]float64), make(map[float64][]int)
	for i, row := range layout.RowsAt(levels, members, at) {
		heights[row], standing[row] = append(heights[row], at[i]), append(standing[row], members[i])
	}
	var rows []Row
	for level, all := range heights {
		slices.Sort(all)
		rows = append(rows, Row{Y: all[len(all)/2], Level: level, companies: len(all), upper: all[len(all)/4], lower: all[(len(all)*3)/4], lines: linesOf(all)})
	}
	slices.SortFunc(rows, func(p, q Row) int {
		if p.Level < q.Level {
			return -1
		}
		return 1
	})
	if rows = inOrder(rows); len(rows) < 2 {
		return
	}
	for i := range rows {
		rows[i].Text = "level " + strconv.Itoa(i+1)
	}
	first, last := &rows[0], &rows[len(rows)-1]
	first.Text += b.endWords(standing[first.Level], payerOf, "financiers", "payers")
	last.Text += b.endWords(standing[last.Level], payeeOf, "financed", "paid")
	b.scene.Rows = rows
}

// LevelsWords says which way the levels of a network go: by financing where there is any, since purchases only order
// then what no financing ties.
func LevelsWords(n *network.Network) string {
	for i := range n.Flows {
		if finances, _ := n.Flows[i].Financing(); finances {
			return "financing goes mostly down"
		}
	}
	return "money goes mostly down"
}

// linesOf returns the heights, ascending, at which several companies stand, where there is more than one.
func linesOf(heights []float64) []float64 {
	const together = 2.0 // units
	var lines []float64
	for from := 0; from < len(heights); {
		to := from
		for to < len(heights) && heights[to]-heights[from] <= together {
			to++
		}
		if to-from > 1 {
			lines = append(lines, heights[(from+to)/2])
		}
		from = to
	}
	if len(lines) < 2 {
		return nil
	}
	return lines
}

// inOrder returns the rows that stand one below the other, those with the most companies, or none where these do not hold
// most of all companies: heights and levels do not go together then. Of two levels with several lines, the last ones of
// one may be among the first ones of the other.
func inOrder(rows []Row) []Row {
	most, before := make([]int, len(rows)), make([]int, len(rows))
	last, all := -1, 0
	for i := range rows {
		all += rows[i].companies
		before[i] = -1
		for j := range i {
			if rows[i].upper > rows[j].Y && rows[j].lower < rows[i].Y && most[j] > most[i] {
				most[i], before[i] = most[j], j
			}
		}
		most[i] += rows[i].companies
		if last < 0 || most[i] > most[last] {
			last = i
		}
	}
	if last < 0 || 4*most[last] < 3*all {
		return nil
	}
	var kept []Row
	for at := last; at >= 0; at = before[at] {
		kept = append(kept, rows[at])
	}
	slices.Reverse(kept)
	return kept
}

// payerOf and payeeOf return the position of the company at an end of a flow.
func payerOf(flow *network.Flow) int { return flow.Payer }
func payeeOf(flow *network.Flow) int { return flow.Payee }

// endWords says after the number of a level what its companies do, in a word that is true of all of them: that of financing
// when each takes part in some at its end of it, otherwise that of payments, or nothing.
func (b *builder) endWords(companies []int, end func(*network.Flow) int, financing, paying string) string {
	financed, paid := make(map[int]bool), make(map[int]bool)
	for i := range b.Network.Flows {
		flow := &b.Network.Flows[i]
		paid[end(flow)] = true
		if finances, _ := flow.Financing(); finances {
			financed[end(flow)] = true
		}
	}
	all := func(among map[int]bool) bool {
		return !slices.ContainsFunc(companies, func(at int) bool { return !among[at] })
	}
	switch {
	case all(financed):
		return ": " + financing
	case all(paid):
		return ": " + paying
	}
	return ""
}

// rowLabels places the words of the rows in a column to the left of everything else. Of rows that are nearer to each
// other than letters are high, the first one speaks.
func (p *placer) rowLabels() {
	if len(p.scene.Rows) == 0 {
		return
	}
	size := rowSize * p.factor
	column := p.scene.shapes.Low.X
	for i := range p.labels {
		column = min(column, p.labels[i].Box.Low.X)
	}
	width := 0.0
	for _, row := range p.scene.Rows {
		width = max(width, textWidth(row.Text, false, size))
	}
	column -= rowGap*p.factor + width
	last := math.Inf(-1)
	for _, row := range p.scene.Rows {
		box := blockSize([]string{row.Text}, false, size)
		middle := layout.Point{X: column + box.Width/2, Y: row.Y}
		if row.Y-last < rowApart*size {
			continue
		}
		last = row.Y
		p.labels = append(p.labels, Label{Box: around(middle, box), Lines: []string{row.Text}, Size: size, Ink: InkRow, Disc: -1})
	}
}

const (
	rowSize  = 11.0 // of letters, in canvas units
	rowGap   = 18.0 // between the words of the rows and everything else
	rowApart = 1.1  // least distance of two rows that both speak, in sizes of their letters
)

// rows draws a hairline at the height of every row whose words are shown, and one at each other line of its level, which a
// bracket holds together.
func (d *drawing) rows() {
	if len(d.scene.Rows) == 0 {
		return
	}
	for _, label := range d.scene.Labels(d.camera.Zoom) {
		if label.Ink != InkRow {
			continue
		}
		from := layout.Point{X: label.Box.High.X + rowGap/3, Y: label.Box.Middle().Y}
		line := func(from, to layout.Point) {
			d.pen.stroke(stroke{Curve: d.curve(straight(from, to)), Width: d.camera.Scale, Colour: d.style.PanelLine})
		}
		line(from, layout.Point{X: d.scene.shapes.High.X, Y: from.Y})
		at := slices.IndexFunc(d.scene.Rows, func(row Row) bool { return row.Text == label.Lines[0] })
		lines := d.scene.linesOf(at)
		for _, y := range lines {
			line(layout.Point{X: from.X, Y: y}, layout.Point{X: d.scene.shapes.High.X, Y: y})
		}
		if len(lines) > 0 {
			line(layout.Point{X: from.X, Y: min(lines[0], from.Y)}, layout.Point{X: from.X, Y: max(lines[len(lines)-1], from.Y)})
		}
	}
}

// linesOf returns the heights of the lines of a row, without those that are among the lines of another one.
func (s *Scene) linesOf(at int) (lines []float64) {
	if at < 0 {
		return nil
	}
	for _, y := range s.Rows[at].lines {
		if (at == 0 || y > s.Rows[at-1].end()) && (at+1 == len(s.Rows) || y < s.Rows[at+1].begin()) {
			lines = append(lines, y)
		}
	}
	return lines
}

// begin and end return the heights of the first and the last line of a row.
func (r Row) begin() float64 {
	if len(r.lines) == 0 {
		return r.Y
	}
	return min(r.lines[0], r.Y)
}

func (r Row) end() float64 {
	if len(r.lines) == 0 {
		return r.Y
	}
	return max(r.lines[len(r.lines)-1], r.Y)
}
