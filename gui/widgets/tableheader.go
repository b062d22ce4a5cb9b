package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableHeader is the line of column titles; a tap on one sorts by it, the other way round, or not at all.
type tableHeader struct {
	widget.BaseWidget
	table *Table
}

func newTableHeader(t *Table) *tableHeader {
	h := &tableHeader{table: t}
	h.ExtendBaseWidget(h)
	return h
}

// Tapped implements fyne.Tappable.
func (h *tableHeader) Tapped(event *fyne.PointEvent) {
	left := float32(0)
	for i, width := range h.table.widths(h.Size().Width) {
		if event.Position.X >= left && event.Position.X < left+width {
			h.table.sortByColumn(i)
			return
		}
		left += width
	}
}

// CreateRenderer implements fyne.Widget.
func (h *tableHeader) CreateRenderer() fyne.WidgetRenderer {
	r := &tableHeaderRenderer{header: h, line: canvas.NewRectangle(nil)}
	for range h.table.columns {
		r.titles = append(r.titles, canvas.NewText("", nil))
	}
	r.Refresh()
	return r
}

var _ fyne.WidgetRenderer = (*tableHeaderRenderer)(nil)

type tableHeaderRenderer struct {
	header *tableHeader
	line   *canvas.Rectangle
	titles []*canvas.Text
}

func (r *tableHeaderRenderer) Layout(size fyne.Size) {
	r.line.Move(fyne.NewPos(0, size.Height-1))
	r.line.Resize(fyne.NewSize(size.Width, 1))
	r.header.table.layOut(r.titles, size, func(column int) Cell { return Cell{Text: r.label(column)} })
}

// label is the column's title with an arrow that tells how the rows are sorted.
func (r *tableHeaderRenderer) label(column int) string {
	title := r.header.table.columns[column].Title
	switch {
	case r.header.table.sortBy != column:
		return title
	case r.header.table.downward:
		return title + " ↓"
	}
	return title + " ↑"
}

func (r *tableHeaderRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, rowHeight()+2*theme.Padding())
}

func (r *tableHeaderRenderer) Refresh() {
	r.line.FillColor = colourOf(r.header, theme.ColorNameSeparator)
	for i, title := range r.titles {
		title.Color = colourOf(r.header, ColourMuted)
		title.TextSize = theme.SizeForWidget(theme.SizeNameCaptionText, r.header)
		title.TextStyle.Bold = true
		if r.header.table.columns[i].Right {
			title.Alignment = fyne.TextAlignTrailing
		}
	}
	r.Layout(r.header.Size())
	r.line.Refresh()
	for _, title := range r.titles {
		title.Refresh()
	}
}

func (r *tableHeaderRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.line}
	for _, title := range r.titles {
		objects = append(objects, title)
	}
	return objects
}

func (r *tableHeaderRenderer) Destroy() {}
