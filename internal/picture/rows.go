package picture

import (
	"math"
	"slices"
	"strconv"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// Row is a height of the picture at which the companies of one trophic level stand.
type Row struct {
	Y     float64
	Level float64 // steps of payment below those that are paid by nobody else (see layout.Levels)
	Text  string
}

// rowSpread is how far from its row's height a company may stand, in canvas units, before it counts as elsewhere.
const rowSpread = 30.0

// addRows says at which heights the levels stand, where the book wants companies placed by them. Companies that were
// put elsewhere by hand do not count. Where heights and levels do not go together, as under a filter that changes the
// levels, there are no rows: a wrong word is worse than none.
func (b *builder) addRows() {
	if b.Book.Layout != deal.LayoutLayers || b.ByHand {
		return
	}
	graph := layout.Graph{N: len(b.places)}
	for i := range b.Network.Flows {
		flow := &b.Network.Flows[i]
		graph.Edges = append(graph.Edges, [2]int{flow.Payer, flow.Payee})
		graph.Weight = append(graph.Weight, float64(flow.Money))
	}
	levels, _ := layout.Levels(graph)
	dealing := Dealing(b.Network)
	var members []int
	for i, company := range b.Network.Companies {
		if b.discAt[i] >= 0 && dealing[company.ID] && !company.Pinned {
			members = append(members, i)
		}
	}
	heights := make(map[float64][]float64)
	for at, row := range layout.Rows(levels, members) {
		heights[row] = append(heights[row], b.places[members[at]].Y)
	}
	var rows []Row
	for level, all := range heights {
		slices.Sort(all)
		middle, near := all[len(all)/2], 0
		for _, y := range all {
			if math.Abs(y-middle) <= rowSpread {
				near++
			}
		}
		if 2*near > len(all) {
			rows = append(rows, Row{Y: middle, Level: level})
		}
	}
	slices.SortFunc(rows, func(p, q Row) int {
		if p.Level < q.Level {
			return -1
		}
		return 1
	})
	if len(rows) < 2 || !slices.IsSortedFunc(rows, func(p, q Row) int { return int(math.Copysign(1, p.Y-q.Y)) }) {
		return
	}
	for i := range rows {
		rows[i].Text = "level " + strconv.FormatFloat(math.Round(rows[i].Level*10)/10, 'f', -1, 64)
	}
	rows[0].Text += ": payers"
	rows[len(rows)-1].Text += ": paid"
	b.scene.Rows = rows
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
		if row.Y-last < 1.5*size {
			continue
		}
		last = row.Y
		p.labels = append(p.labels, Label{Box: around(middle, box), Lines: []string{row.Text}, Size: size, Ink: InkRow, Disc: -1})
	}
}

const (
	rowSize = 11.0 // of letters, in canvas units
	rowGap  = 18.0 // between the words of the rows and everything else
)

// rows draws a hairline at the height of every row whose words are shown.
func (d *drawing) rows() {
	if len(d.scene.Rows) == 0 {
		return
	}
	for _, label := range d.scene.Labels(d.camera.Zoom) {
		if label.Ink != InkRow {
			continue
		}
		from := layout.Point{X: label.Box.High.X + rowGap/3, Y: label.Box.Middle().Y}
		to := layout.Point{X: d.scene.shapes.High.X, Y: from.Y}
		d.pen.stroke(stroke{Curve: d.curve(straight(from, to)), Width: d.camera.Scale, Colour: d.style.PanelLine})
	}
}
