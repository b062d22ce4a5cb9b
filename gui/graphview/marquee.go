package graphview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"roundtrip/internal/deal"
)

// marquee draws a rectangle over the companies that are to be selected.
type marquee struct {
	from, to fyne.Position
	add      bool // to what is selected already
	edges    [4]*canvas.Line
}

func newMarquee(from fyne.Position, add bool) *marquee {
	m := &marquee{from: from, to: from, add: add}
	for i := range m.edges {
		m.edges[i] = canvas.NewLine(nil)
		m.edges[i].StrokeWidth = 1.5
	}
	return m
}

func (m *marquee) move(v *View, event *fyne.DragEvent) {
	m.to = event.Position
	low, high := m.corners()
	ends := [4][2]fyne.Position{
		{low, {X: high.X, Y: low.Y}}, {{X: high.X, Y: low.Y}, high},
		{high, {X: low.X, Y: high.Y}}, {{X: low.X, Y: high.Y}, low},
	}
	objects := make([]fyne.CanvasObject, len(m.edges))
	for i, edge := range m.edges {
		edge.StrokeColor = theme.ColorForWidget(theme.ColorNamePrimary, v)
		edge.Position1, edge.Position2 = ends[i][0], ends[i][1]
		objects[i] = edge
	}
	v.mark(objects...)
}

func (m *marquee) corners() (low, high fyne.Position) {
	return fyne.NewPos(min(m.from.X, m.to.X), min(m.from.Y, m.to.Y)), fyne.NewPos(max(m.from.X, m.to.X), max(m.from.Y, m.to.Y))
}

// end tells which companies have their centre in the rectangle.
func (m *marquee) end(v *View) {
	v.mark()
	if v.OnMarquee == nil || v.scene == nil {
		return
	}
	low, high := m.corners()
	from, to := v.world(low), v.world(high)
	var inside []deal.CompanyID
	for i := range v.scene.Discs {
		at := v.scene.Discs[i].Centre
		if at.X >= from.X && at.X <= to.X && at.Y >= from.Y && at.Y <= to.Y {
			inside = append(inside, v.scene.Discs[i].Company)
		}
	}
	v.OnMarquee(inside, m.add)
}

func (m *marquee) cancel(v *View) { v.mark() }

// mark shows the objects of a gesture over the picture, in place of those before.
func (v *View) mark(objects ...fyne.CanvasObject) {
	v.marks.Objects = objects
	v.marks.Refresh()
}
