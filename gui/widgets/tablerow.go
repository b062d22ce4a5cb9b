package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableRow shows one row. It reacts when the button goes down, so that a selection is never late.
type tableRow struct {
	widget.BaseWidget
	table   *Table
	at      int
	hovered bool
	pressed time.Time
}

func newTableRow(t *Table) *tableRow {
	r := &tableRow{table: t}
	r.ExtendBaseWidget(r)
	return r
}

func (r *tableRow) show(at int) {
	if r.at != at {
		r.at, r.hovered = at, false
	}
	r.Refresh()
}

func (r *tableRow) row() (Row, bool) {
	if r.at >= len(r.table.order) {
		return Row{}, false
	}
	return r.table.rows[r.table.order[r.at]], true
}

// MouseDown selects; the second press within doubleClick opens; the right button opens the row's menu, which is of all the
// rows that are marked where this one is among them.
func (r *tableRow) MouseDown(event *desktop.MouseEvent) {
	row, ok := r.row()
	if !ok {
		return
	}
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(r); canvas != nil {
		canvas.Focus(r.table.list)
	}
	again := r.table.has && r.table.selected == row.Key && time.Since(r.pressed) < doubleClick
	r.pressed = time.Now()
	menu := event.Button == desktop.MouseButtonSecondary && r.table.OnMenu != nil
	if !menu || !r.table.marks(row.Key) {
		r.table.pick(r.at)
	}
	switch {
	case menu:
		r.table.tip.leave()
		r.table.OnMenu(row.Key, event.AbsolutePosition)
	case again && r.table.OnOpened != nil:
		r.table.OnOpened(row.Key)
	}
}

// MouseUp implements desktop.Mouseable.
func (r *tableRow) MouseUp(*desktop.MouseEvent) {}

// MouseIn implements desktop.Hoverable.
func (r *tableRow) MouseIn(event *desktop.MouseEvent) {
	r.hovered = true
	r.Refresh()
	r.MouseMoved(event)
}

// MouseMoved implements desktop.Hoverable.
func (r *tableRow) MouseMoved(event *desktop.MouseEvent) {
	if row, ok := r.row(); ok {
		r.table.tellCut(r.cut, row.Key, event.AbsolutePosition)
	}
}

// MouseOut implements desktop.Hoverable.
func (r *tableRow) MouseOut() {
	r.hovered = false
	r.Refresh()
	r.table.tip.leave()
}

// cut returns all of what the row has only a part of.
func (r *tableRow) cut() []TooltipLine {
	row, ok := r.row()
	if !ok {
		return nil
	}
	var lines []TooltipLine
	for i, width := range r.table.widths(r.Size().Width) {
		cell, style := row.Cells[i], fyne.TextStyle{Bold: row.Cells[i].Bold}
		if width == 0 || Measure(cell.Text, theme.SizeForWidget(theme.SizeNameText, r), style).Width <= width-2*cellMargin+0.5 {
			continue
		}
		whole := cell.Whole
		if whole == nil {
			whole = []string{cell.Text}
		}
		for _, words := range whole {
			lines = append(lines, TooltipLine{Text: words})
		}
	}
	return lines
}

// CreateRenderer implements fyne.Widget.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer {
	renderer := &tableRowRenderer{row: r, ground: canvas.NewRectangle(nil)}
	for range r.table.columns {
		renderer.cells = append(renderer.cells, canvas.NewText("", nil))
	}
	renderer.ground.CornerRadius = 3
	return renderer
}

var _ fyne.WidgetRenderer = (*tableRowRenderer)(nil)

type tableRowRenderer struct {
	row    *tableRow
	ground *canvas.Rectangle
	cells  []*canvas.Text
}

func (r *tableRowRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	row, ok := r.row.row()
	r.row.table.layOut(r.cells, size, func(column int) Cell {
		if !ok {
			return Cell{}
		}
		return row.Cells[column]
	})
}

// layOut puts the texts of a row or of the header into the columns, shortened to their widths.
func (t *Table) layOut(cells []*canvas.Text, size fyne.Size, shown func(column int) Cell) {
	left := float32(0)
	for i, width := range t.widths(size.Width) {
		cell := cells[i]
		cell.Hidden = width == 0
		inner := max(0, width-2*cellMargin)
		cell.Text = drawn(fitted(shown(i), inner, cell))
		height := Measure(cell.Text, cell.TextSize, cell.TextStyle).Height
		cell.Move(fyne.NewPos(left+cellMargin, (size.Height-height)/2))
		cell.Resize(fyne.NewSize(inner, height))
		left += width
	}
}

// fitted returns as much of the cell's text as there is room for.
func fitted(shown Cell, width float32, as *canvas.Text) string {
	fits := func(text string) bool { return Measure(text, as.TextSize, as.TextStyle).Width <= width+0.5 }
	text := shown.Text
	if shown.Fit != nil && !fits(text) {
		text = shown.Fit(fits)
	}
	return ShortenMiddle(text, width, as.TextSize, as.TextStyle)
}

func (r *tableRowRenderer) MinSize() fyne.Size { return fyne.NewSize(0, rowHeight()) }

func (r *tableRowRenderer) Refresh() {
	row, ok := r.row.row()
	selected := ok && r.row.table.marks(row.Key)
	switch {
	case selected:
		r.ground.FillColor = colourOf(r.row, ColourRowSelected)
	case r.row.hovered, r.row.table.keyboard && !r.row.table.has && r.row.at == 0:
		r.ground.FillColor = colourOf(r.row, theme.ColorNameHover)
	default:
		r.ground.FillColor = nil
	}
	for i, cell := range r.cells {
		if !ok {
			continue
		}
		name := row.Cells[i].Colour
		if name == "" {
			name = theme.ColorNameForeground
		}
		cell.Color = colourOf(r.row, name)
		cell.TextSize = theme.SizeForWidget(theme.SizeNameText, r.row)
		cell.TextStyle.Bold = row.Cells[i].Bold
		if r.row.table.columns[i].Right {
			cell.Alignment = fyne.TextAlignTrailing
		}
	}
	r.Layout(r.row.Size())
	r.ground.Refresh()
	for _, cell := range r.cells {
		cell.Refresh()
	}
}

func (r *tableRowRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ground}
	for _, cell := range r.cells {
		objects = append(objects, cell)
	}
	return objects
}

func (r *tableRowRenderer) Destroy() {}

// cellMargin is the room left and right of a cell's text.
const cellMargin = 5
