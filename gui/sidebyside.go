package gui

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/whatif"
)

// sideBySide is the table of scenarios in the place of tables and canvas: a measure a row, the base and every scenario a
// column. Each number leads to its legs.
type sideBySide struct {
	window  *Window
	session *session
	table   *whatif.SideBySide
	lines   []sideLine
	grid    *sideGrid
	ranges  *sideRanges
	state   *widgets.Text
	rates   *widgets.Paragraph // that amounts are counted at
	empty   *widgets.Paragraph
	box     *fyne.Container
	open    bool

	byMeasure string                   // the measure that scenarios are ordered by; "" is the order of the document
	upward    bool                     // its least comes first
	ordered   bool                     // measures are ordered by how much a scenario moves them
	byColumn  deal.ScenarioID          // that scenario; 0 is what is tried
	left      map[deal.ScenarioID]bool // scenarios that are left out; 0 is what is tried
}

// sideLine is a row of the grid: a heading or a measure.
type sideLine struct {
	heading string
	row     whatif.SideRow
}

// ranged reports whether any number of the line has a range.
func (l sideLine) ranged() bool {
	return slices.ContainsFunc(l.row.Cells, func(cell *whatif.Row) bool {
		return cell != nil && cell.HasRange && (cell.BaseRange.Low != cell.BaseRange.High || cell.ScenarioRange.Low != cell.ScenarioRange.High)
	})
}

func newSideBySide(w *Window) *sideBySide {
	s := &sideBySide{window: w, session: w.session, state: widgets.NewText(""), left: map[deal.ScenarioID]bool{},
		empty: widgets.NewParagraph(noScenarios, widgets.ColourMuted), table: &whatif.SideBySide{}, rates: widgets.NewNote("")}
	s.grid, s.ranges = newSideGrid(s), newSideRanges(s.refresh)
	back := widgets.NewButtonWithIcon("Back to the canvas", theme.NavigateBackIcon(), w.closeSideBySide)
	export := widgets.NewButtonWithIcon("CSV…", theme.DocumentSaveIcon(), w.exportSideBySide)
	back.Importance, export.Importance = widget.LowImportance, widget.LowImportance
	s.state.Align = fyne.TextAlignCenter
	head := container.NewBorder(nil, nil, back, export, s.state)
	s.box = container.NewStack(widgets.NewGround(theme.ColorNameBackground), container.NewBorder(
		container.NewStack(widgets.NewGround(widgets.ColourPanel), widgets.Inset(head, 3, 4)), widgets.Inset(s.rates, 0, 8), nil, nil,
		container.NewStack(s.grid, widgets.Inset(s.empty, 12, 14))))
	s.box.Hide()
	w.session.onTrial = append(w.session.onTrial, s.refresh)
	w.session.onMeasures = append(w.session.onMeasures, s.refresh)
	w.session.onLate = append(w.session.onLate, s.refresh)
	w.scenarios.results.onFound = append(w.scenarios.results.onFound, s.refresh)
	return s
}

// columns are the scenarios in the order of the document, after what is tried where that is none of them.
func (s *sideBySide) columns() []whatif.Column {
	var columns []whatif.Column
	if scenario, differs, ok := s.session.scenario(); s.session.tried() && (differs || !ok) {
		column := whatif.Column{Name: "What is tried", Err: s.session.problem}
		if ok { // as the what-if names it
			column.Name = scenario.Name + " (changed)"
		}
		if s.session.compared != nil && s.session.callOff == nil {
			column.Comparison = s.session.compared
		}
		columns = append(columns, column)
	}
	for _, scenario := range s.session.book.Scenarios {
		result, _ := s.window.scenarios.results.of(scenario.ID)
		if result.ranged != nil {
			s.ranges.found[result.comparison] = result.ranged
		}
		columns = append(columns, whatif.Column{
			ID: scenario.ID, Name: scenario.Name, Comparison: result.comparison, Err: result.err,
		})
	}
	return slices.DeleteFunc(columns, func(column whatif.Column) bool { return s.left[column.ID] })
}

// ranged returns the columns with their ranges, as far as those are computed.
func (s *sideBySide) ranged(columns []whatif.Column) []whatif.Column {
	columns = slices.Clone(columns)
	for i := range columns {
		if columns[i].Comparison != nil {
			columns[i].Comparison = s.ranges.of(columns[i].Comparison)
		}
	}
	return columns
}

// refresh shows what is computed by now.
func (s *sideBySide) refresh() {
	if !s.open {
		return
	}
	columns := s.columns()
	s.ranges.ask(s.session.workbench, columns)
	s.table = whatif.NewSideBySide(s.session.book.Base, s.ranged(columns))
	if s.byMeasure != "" {
		s.table.SortColumns(s.byMeasure, !s.upward)
	}
	at := slices.IndexFunc(s.table.Columns, func(column whatif.Column) bool { return s.ordersBy(column) })
	s.table.SortRows(at)
	s.lines = nil
	group := whatif.Group("")
	for _, row := range s.table.Rows {
		if at < 0 && row.Group != group {
			group = row.Group
			s.lines = append(s.lines, sideLine{heading: string(group)})
		}
		s.lines = append(s.lines, sideLine{row: row})
	}
	s.empty.Hidden = len(s.table.Columns) > 0
	s.grid.Hidden = !s.empty.Hidden
	s.state.SetText(s.words())
	s.rates.SetText(s.table.CountedAt())
	s.rates.Hidden = s.rates.Content() == ""
	s.grid.fit()
	s.grid.Refresh()
}

// words says how many scenarios are computed, and how they are sorted.
func (s *sideBySide) words() string {
	waiting := 0
	for _, column := range s.table.Columns {
		if column.Comparison == nil && column.Err == nil {
			waiting++
		}
	}
	words := counted(len(s.table.Columns), "scenario") + s.session.under(" under: ")
	if waiting > 0 {
		words += ", computing " + counted(waiting, "more")
	}
	if waiting == 0 && len(s.ranges.asked) > 0 {
		words += ", computing ranges"
	}
	if len(s.left) > 0 {
		words += ", " + counted(len(s.left), "scenario") + " left out (A brings all back)"
	}
	return words
}

// sortByMeasure orders the scenarios by a measure: the greatest first, the least first, as in the document.
func (s *sideBySide) sortByMeasure(key string) {
	switch {
	case s.byMeasure != key:
		s.byMeasure, s.upward = key, false
	case !s.upward:
		s.upward = true
	default:
		s.byMeasure = ""
	}
	s.refresh()
}

// sortByColumn orders the measures by how much a scenario moves them, or as they were.
func (s *sideBySide) sortByColumn(column whatif.Column) {
	s.ordered, s.byColumn = !s.ordersBy(column), column.ID
	s.refresh()
}

func (s *sideBySide) ordersBy(column whatif.Column) bool { return s.ordered && s.byColumn == column.ID }

// forget leaves nothing out and orders nothing, for another document.
func (s *sideBySide) forget() {
	clear(s.left)
	s.ordered, s.byMeasure = false, ""
}

// leaveOut takes a scenario out of the table, not out of the document.
func (s *sideBySide) leaveOut(column whatif.Column) {
	s.left[column.ID] = true
	s.refresh()
}

func (s *sideBySide) bringBack() {
	clear(s.left)
	s.refresh()
}

// choose selects what the number came from.
func (s *sideBySide) choose(line, column int) {
	if line < 0 || line >= len(s.lines) {
		return
	}
	if column > 0 && column <= len(s.table.Columns) && s.table.Columns[column-1].Err != nil {
		of := s.table.Columns[column-1]
		s.window.status.say("“" + of.Name + "” is not computed: " + of.Err.Error())
		return
	}
	row := s.lines[line].row
	cell, ok := row.Base()
	if column > 0 && column <= len(row.Cells) && row.Cells[column-1] != nil {
		cell = *row.Cells[column-1]
	}
	if ok && len(cell.Legs) > 0 {
		legs := slices.DeleteFunc(slices.Clone(cell.Legs), func(id deal.LegID) bool {
			_, _, has := s.session.book.Leg(id)
			return !has
		})
		s.session.selectLegs(legs)
	}
}

// toggleSideBySide goes from the canvas to the table of scenarios, and back.
func (w *Window) toggleSideBySide() {
	if w.side.open {
		w.closeSideBySide()
		return
	}
	w.tools.close()
	w.side.open = true
	w.showBeside(false)
	w.side.box.Show()
	w.scenarios.results.refresh()
	w.side.refresh()
	w.window.Content().Refresh()
	w.window.Canvas().Focus(w.side.grid)
}

func (w *Window) closeSideBySide() {
	if !w.side.open {
		return
	}
	w.side.open = false
	w.side.ranges.stop()
	w.side.box.Hide()
	w.showBeside(true)
	w.window.Canvas().Focus(w.canvas)
}

// exportSideBySide asks where the table is to be written as CSV.
func (w *Window) exportSideBySide() {
	w.askPath("Export scenarios side by side as .csv", "Export", filepath.Join(w.exportFolder(), "scenarios.csv"), w.browseFolder, func(path string) {
		w.replacing(path, func() { w.writeSideBySide(path) })
	})
}

// errComputing is the answer to an export while a scenario is still computed.
var errComputing = errors.New("some scenarios are still being computed: try again when all numbers are there")

// writeSideBySide writes the scenarios as they stand side by side, once all are computed.
func (w *Window) writeSideBySide(path string) {
	w.scenarios.results.refresh()
	columns := w.side.columns()
	if slices.ContainsFunc(columns, func(column whatif.Column) bool { return column.Comparison == nil && column.Err == nil }) {
		w.tell("Nothing was exported", errComputing)
		return
	}
	workbench, missing, base := w.session.workbench, w.side.ranges.missing(columns), w.session.book.Base
	columns = w.side.ranged(columns)
	w.write(path, func(ctx context.Context) error {
		for i, column := range columns {
			if column.Comparison == nil || !slices.Contains(missing, column.Comparison) {
				continue
			}
			ranged, err := workbench.WithRanges(ctx, column.Comparison)
			if err != nil {
				return err
			}
			columns[i].Comparison = ranged
		}
		table := whatif.NewSideBySide(base, columns)
		return exchange.ReplaceFile(path, func(file io.Writer) error { return exchange.WriteSideBySideCSV(file, table) })
	})
}
