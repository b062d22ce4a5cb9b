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
// click, sorts. Cells are counted with them: row 0 has the names of the scenarios, column 0 those of the measures. The table
// knows them as its headers, in row and column -1, which stay in sight; columns of its own that stay are drawn in the
// wrong place unless all are equally wide.
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
	sideNameLines   = 4  // of a measure's name, at most
	sideInset       = 6  // beside the words of a cell
	sideGroupHeight = 25
	sideRowHeight   = 36
	sideRangeHeight = 50 // of a row with ranges
)

func newSideGrid(owner *sideBySide) *sideGrid {
	g := &sideGrid{owner: owner}
	g.ShowHeaderRow, g.ShowHeaderColumn = true, true
	g.Length = func() (int, int) { return len(owner.lines), len(owner.table.Columns) + 1 }
	g.CreateCell = func() fyne.CanvasObject { return newSideCell() }
	g.CreateHeader = func() fyne.CanvasObject { return newSideName() }
	g.UpdateCell = func(id widget.TableCellID, object fyne.CanvasObject) {
		if cell, ok := object.(*sideCell); ok {
			g.show(withNames(id), cell)
		}
	}
	g.UpdateHeader = func(id widget.TableCellID, object fyne.CanvasObject) {
		if name, ok := object.(*sideName); ok {
			at := withNames(id)
			if name.marked.Hidden = g.at != at; !name.marked.Hidden {
				name.marked.Refresh()
			}
			name.onTapped = func() {
				g.goTo(at)
				g.sort()
			}
			g.show(at, name.cell)
		}
	}
	g.OnSelected = func(id widget.TableCellID) {
		g.at = withNames(id)
		owner.choose(id.Row, id.Col)
		g.Refresh()
	}
	g.ExtendBaseWidget(g)
	return g
}

// withNames returns the place of the table's cell with the names counted in.
func withNames(id widget.TableCellID) widget.TableCellID {
	return widget.TableCellID{Row: id.Row + 1, Col: id.Col + 1}
}

// goTo marks a cell and brings it into sight; that of a number selects what it came from.
func (g *sideGrid) goTo(to widget.TableCellID) {
	g.at = to
	inside := widget.TableCellID{Row: max(0, to.Row-1), Col: max(0, to.Col-1)}
	if to.Row > 0 && to.Col > 0 {
		g.Select(inside)
	} else {
		g.UnselectAll()
		g.at = to
	}
	g.ScrollTo(inside)
	g.Refresh()
}

// fit gives rows and columns their sizes.
func (g *sideGrid) fit() {
	numbers := float32(len(g.owner.table.Columns) + 1)
	apart := g.Theme().Size(theme.SizeNamePadding) // between two columns
	name := min(max(g.Size().Width-numbers*(sideNumberMost+apart), sideNameWidth), sideNameMost)
	number := min(max((g.Size().Width-name)/numbers-apart, sideNumberWidth), sideNumberMost)
	g.SetColumnWidth(-1, name)
	for i := range len(g.owner.table.Columns) + 1 {
		g.SetColumnWidth(i, number)
	}
	g.SetRowHeight(-1, g.headHeight(number))
	for i, line := range g.owner.lines {
		height := float32(sideRowHeight)
		if line.heading != "" {
			height = sideGroupHeight
		} else if line.ranged() {
			height = sideRangeHeight
		}
		if line.heading == "" {
			height = max(height, nameHeight(line.row.Name+g.owner.arrow(line.row.Key), name, sideNameLines, false)+4)
		}
		g.SetRowHeight(i, height)
	}
}

// headHeight returns how high the names of the scenarios are in columns of the width.
func (g *sideGrid) headHeight(width float32) float32 {
	height := float32(sideHeadHeight)
	for _, column := range g.owner.table.Columns {
		height = max(height, nameHeight(column.Name+" ↓", width, sideHeadLines, true)+8)
	}
	return height
}

// nameHeight returns how high a name is in a column of the width, in up to so many lines.
func nameHeight(words string, width float32, most int, bold bool) float32 {
	name := widgets.NewParagraph(words, "")
	name.Most, name.Bold = most, bold
	name.Resize(fyne.NewSize(width-2*sideInset, name.Size().Height))
	return name.MinSize().Height
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
		cell.lines(sideNameLines)
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
	cell.number(one.ScenarioText(currency), one.ScenarioRangeText(currency), standing, how)
}

// FocusGained and FocusLost implement fyne.Focusable: the marked cell shows where the keyboard is.
func (g *sideGrid) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (g *sideGrid) FocusLost() {}

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
	rows, columns = rows+1, columns+1
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
	if to.Row > 0 || to.Col > 0 { // there is nothing in the corner
		g.goTo(to)
	}
}
