package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/whatif"
)

// sideGrid is the grid of the scenarios side by side with the keyboard of a spreadsheet: the arrows go from number to
// number and select what it came from. The names of measures and scenarios are cells too: Return on them, or a
// click, sorts.
type sideGrid struct {
	widget.Table
	owner *sideBySide
	at    widget.TableCellID
}

// The widths of the grid's columns and the heights of its rows.
const (
	sideNameWidth   = 172
	sideNumberWidth = 126
	sideNumberMost  = 160 // where there is room
	sideNameMost    = 290
	sideHeadHeight  = 40 // at least
	sideHeadLines   = 5  // of a scenario's name, at most
	sideInset       = 6  // beside the words of a cell
	sideGroupHeight = 25
	sideRowHeight   = 36
	sideRangeHeight = 50 // of a row with ranges
)

func newSideGrid(owner *sideBySide) *sideGrid {
	g := &sideGrid{owner: owner}
	g.StickyRowCount, g.StickyColumnCount = 1, 1
	g.Length = func() (int, int) { return len(owner.lines) + 1, len(owner.table.Columns) + 2 }
	g.CreateCell = func() fyne.CanvasObject { return newSideCell() }
	g.UpdateCell = func(id widget.TableCellID, object fyne.CanvasObject) {
		if cell, ok := object.(*sideCell); ok {
			g.show(id, cell)
		}
	}
	g.OnSelected = func(id widget.TableCellID) {
		g.at = id
		if id.Row > 0 && id.Col > 0 {
			owner.choose(id.Row-1, id.Col-1)
		}
	}
	g.ExtendBaseWidget(g)
	return g
}

// fit gives rows and columns their sizes.
func (g *sideGrid) fit() {
	numbers := float32(len(g.owner.table.Columns) + 1)
	const apart = 6 // between two columns
	name := min(max(g.Size().Width-numbers*(sideNumberMost+apart), sideNameWidth), sideNameMost)
	number := min(max((g.Size().Width-name)/numbers-apart, sideNumberWidth), sideNumberMost)
	g.SetColumnWidth(0, name)
	for i := range g.owner.table.Columns {
		g.SetColumnWidth(i+2, number)
	}
	g.SetColumnWidth(1, number)
	g.SetRowHeight(0, g.headHeight(number))
	for i, line := range g.owner.lines {
		height := float32(sideRowHeight)
		if line.heading != "" {
			height = sideGroupHeight
		} else if line.ranged() {
			height = sideRangeHeight
		}
		g.SetRowHeight(i+1, height)
	}
}

// headHeight returns how high the names of the scenarios are in columns of the width.
func (g *sideGrid) headHeight(width float32) float32 {
	height := float32(sideHeadHeight)
	name := widgets.NewParagraph("", "")
	name.Most = sideHeadLines
	name.SetBold(true)
	for _, column := range g.owner.table.Columns {
		name.SetText(column.Name + " ↓")
		name.Resize(fyne.NewSize(width-2*sideInset, name.Size().Height))
		height = max(height, name.MinSize().Height+8)
	}
	return height
}

// Resize gives the columns the room that there is.
func (g *sideGrid) Resize(size fyne.Size) {
	changed := size.Width != g.Size().Width
	g.Table.Resize(size)
	if changed {
		g.fit()
	}
}

// show writes the cell.
func (g *sideGrid) show(id widget.TableCellID, cell *sideCell) {
	owner := g.owner
	switch {
	case id.Row == 0 && id.Col == 0:
		cell.say("Measure", true)
	case id.Row == 0 && id.Col == 1:
		cell.number("Base", "", "", plainCell)
		cell.bold()
	case id.Row == 0 && id.Col-2 < len(owner.table.Columns):
		g.showHead(owner.table.Columns[id.Col-2], cell)
	case id.Row == 0 || id.Row-1 >= len(owner.lines):
		cell.say("", false)
	case owner.lines[id.Row-1].heading != "":
		words := ""
		if id.Col == 0 {
			words = owner.lines[id.Row-1].heading
		}
		cell.say(words, true)
	case id.Col == 0:
		row := owner.lines[id.Row-1].row
		cell.say(row.Name+owner.arrow(row.Key), false)
	default:
		g.showNumber(owner.lines[id.Row-1].row, id.Col, cell)
	}
}

// arrow says how the scenarios are ordered by the measure.
func (s *sideBySide) arrow(key string) string {
	switch {
	case s.byMeasure != key:
		return ""
	case s.upward:
		return " →"
	}
	return " ←"
}

func (g *sideGrid) showHead(column whatif.Column, cell *sideCell) {
	name := column.Name
	if g.owner.ordersBy(column) {
		name += " ↓"
	}
	cell.say(name, true)
	cell.lines(sideHeadLines)
	cell.trailing()
}

func (g *sideGrid) showNumber(row whatif.SideRow, column int, cell *sideCell) {
	currency := g.owner.table.Currency
	if column == 1 {
		base, ok := row.Base()
		if !ok {
			cell.number("…", "", "", mutedCell)
			return
		}
		cell.number(base.BaseText(currency), base.RangeText(base.BaseRange, currency), "", plainCell)
		return
	}
	if column-2 >= len(row.Cells) {
		cell.say("", false)
		return
	}
	one := row.Cells[column-2]
	if one == nil {
		of := g.owner.table.Columns[column-2]
		words, why := "computing…", ""
		switch {
		case of.Err != nil:
			words = "not computed"
		case of.Comparison != nil:
			words, why = "—", string(whatif.Without)
		}
		cell.number(words, "", why, mutedCell)
		return
	}
	standing, how := one.StandingText(currency), movedCell
	if standing == "" {
		how = plainCell
	}
	cell.number(one.ScenarioText(currency), one.RangeText(one.ScenarioRange, currency), standing, how)
}

// Tapped selects the cell, and sorts where it is a name.
func (g *sideGrid) Tapped(event *fyne.PointEvent) {
	g.Table.Tapped(event)
	g.sort()
}

// MouseDown takes the keyboard.
func (g *sideGrid) MouseDown(event *desktop.MouseEvent) {
	g.Table.MouseDown(event)
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(g); canvas != nil {
		canvas.Focus(g)
	}
}

// sort orders scenarios by the measure that is named in the cell, or measures by the scenario.
func (g *sideGrid) sort() {
	switch at := g.at; {
	case at.Col == 0 && at.Row > 0 && at.Row <= len(g.owner.lines) && g.owner.lines[at.Row-1].heading == "":
		g.owner.sortByMeasure(g.owner.lines[at.Row-1].row.Key)
	case at.Row == 0 && at.Col > 1 && at.Col-2 < len(g.owner.table.Columns):
		g.owner.sortByColumn(g.owner.table.Columns[at.Col-2])
	}
}

// TypedKey implements fyne.Focusable.
func (g *sideGrid) TypedKey(event *fyne.KeyEvent) {
	rows, columns := g.Length()
	to := g.at
	switch event.Name {
	case fyne.KeyDown:
		to.Row = min(to.Row+1, rows-1)
	case fyne.KeyUp:
		to.Row = max(to.Row-1, 0)
	case fyne.KeyRight:
		to.Col = min(to.Col+1, columns-1)
	case fyne.KeyLeft:
		to.Col = max(to.Col-1, 0)
	case fyne.KeyHome:
		to.Row = 0
	case fyne.KeyEnd:
		to.Row = rows - 1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if g.at.Row > 0 && g.at.Col > 0 {
			g.owner.window.closeSideBySide() // to what is selected, on the canvas
			return
		}
		g.sort()
		return
	case fyne.KeyDelete:
		if at := g.at.Col - 2; at >= 0 && at < len(g.owner.table.Columns) {
			g.owner.leaveOut(g.owner.table.Columns[at])
		}
		return
	case fyne.KeyA:
		g.owner.bringBack()
		return
	default:
		g.owner.window.typedKey(event)
		return
	}
	g.Select(to)
	g.ScrollTo(to)
}

// howCell is how a number is written.
type howCell int

const (
	plainCell howCell = iota
	mutedCell
	movedCell
)

// sideCell is a cell of the grid: a name of up to two lines, or a number with its range and its difference below it.
type sideCell struct {
	widget.BaseWidget
	name  *widgets.Paragraph
	value *widgets.Text
	spans *widgets.Text // where the number lies
	below *widgets.Text
	right bool
}

func newSideCell() *sideCell {
	c := &sideCell{name: widgets.NewParagraph("", ""), value: widgets.NewText(""), spans: widgets.NewCaption(""), below: widgets.NewCaption("")}
	c.name.Most = 2
	for _, text := range []*widgets.Text{c.value, c.spans, c.below} {
		text.Align = fyne.TextAlignTrailing
	}
	c.spans.Colour = widgets.ColourMuted
	c.ExtendBaseWidget(c)
	return c
}

// say shows a name.
func (c *sideCell) say(words string, bold bool) {
	c.right, c.name.Most = false, 2
	c.name.SetBold(bold)
	c.name.SetText(words)
	for _, text := range []*widgets.Text{c.value, c.spans, c.below} {
		text.SetText("")
	}
	c.Refresh()
}

// lines shows a name of up to so many lines.
func (c *sideCell) lines(most int) {
	words := c.name.Content()
	c.name.Most = most
	c.name.SetText("")
	c.name.SetText(words)
}

// trailing puts the name on the right, above the numbers.
func (c *sideCell) trailing() { c.right = true; c.Refresh() }

// number shows a number, and below it where it lies and its difference.
func (c *sideCell) number(value, spans, difference string, how howCell) {
	c.name.SetText("")
	c.value.Colour, c.value.Style.Bold = theme.ColorNameForeground, how == movedCell
	if how == mutedCell {
		c.value.Colour = widgets.ColourMuted
	}
	c.below.Colour = theme.ColorNamePrimary
	if how != movedCell {
		c.below.Colour = widgets.ColourMuted
	}
	c.value.SetText(value)
	c.spans.SetText(spans)
	c.below.SetText(difference)
	c.value.Refresh()
	c.below.Refresh()
	c.Refresh()
}

func (c *sideCell) bold() { c.value.Style.Bold = true; c.value.Refresh() }

// CreateRenderer implements fyne.Widget.
func (c *sideCell) CreateRenderer() fyne.WidgetRenderer { return &sideCellRenderer{c} }

var _ fyne.WidgetRenderer = (*sideCellRenderer)(nil)

type sideCellRenderer struct{ cell *sideCell }

func (r *sideCellRenderer) Layout(size fyne.Size) {
	c := r.cell
	const beside = sideInset
	width := max(10, size.Width-2*beside)
	c.name.Resize(fyne.NewSize(width, c.name.Size().Height))
	height := c.name.MinSize().Height
	left := float32(beside)
	if c.right {
		left = max(beside, size.Width-beside-widgets.Measure(c.name.Content(), theme.TextSize(), fyne.TextStyle{Bold: true}).Width)
	}
	c.name.Move(fyne.NewPos(left, max(0, (size.Height-height)/2)))
	c.name.Resize(fyne.NewSize(width, height))
	height = 0
	lines := []*widgets.Text{c.value, c.spans, c.below}
	for _, line := range lines {
		if line.Content() != "" {
			height += line.MinSize().Height
		}
	}
	top := max(0, (size.Height-height)/2)
	for _, line := range lines {
		line.Move(fyne.NewPos(beside, top))
		line.Resize(fyne.NewSize(width, line.MinSize().Height))
		if line.Content() != "" {
			top += line.MinSize().Height
		}
	}
}

func (r *sideCellRenderer) MinSize() fyne.Size { return fyne.NewSize(sideNumberWidth, sideRowHeight) }

func (r *sideCellRenderer) Refresh() {
	r.Layout(r.cell.Size())
	for _, object := range r.Objects() {
		object.Refresh()
	}
}

func (r *sideCellRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.cell.name, r.cell.value, r.cell.spans, r.cell.below}
}

func (r *sideCellRenderer) Destroy() {}
