package widgets

import (
	"image/color"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func tableOf(t *testing.T, names ...string) *Table {
	t.Helper()
	test.NewTempApp(t)
	table := NewTable([]Column{{Title: "Name", Width: 80, Grow: 1}, {Title: "Length", Width: 60, Right: true}}, "Nothing yet")
	var rows []Row
	for i, name := range names {
		rows = append(rows, Row{
			Key: int64(i + 1), Cells: []Cell{{Text: name}, {Text: "x"}},
			Sort: []SortKey{{Text: name}, {Number: float64(len(name))}},
		})
	}
	window := test.NewTempWindow(t, table)
	window.Resize(fyne.NewSize(300, 200))
	table.SetRows(rows)
	return table
}

func (t *Table) keys() []int64 {
	var keys []int64
	for _, row := range t.Shown() {
		keys = append(keys, row.Key)
	}
	return keys
}

func TestTitleSortsUpDownAndNotAtAll(t *testing.T) {
	table := tableOf(t, "bb", "a", "cccc")
	tap := func(x float32) { table.header.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 5)}) }
	for _, want := range [][]int64{{2, 1, 3}, {3, 1, 2}, {1, 2, 3}} {
		tap(5)
		if got := table.keys(); !slices.Equal(got, want) {
			t.Errorf("by name: %v, not %v", got, want)
		}
	}
	for _, want := range [][]int64{{3, 1, 2}, {2, 1, 3}, {1, 2, 3}} {
		tap(table.header.Size().Width - 5)
		if got := table.keys(); !slices.Equal(got, want) {
			t.Errorf("by number: %v, not %v", got, want)
		}
	}
}

func TestKeysSelectOpenAndDelete(t *testing.T) {
	table := tableOf(t, "a", "b", "c")
	var selected, opened, deleted []int64
	table.OnSelected = func(key int64) { selected = append(selected, key) }
	table.OnOpened = func(key int64) { opened = append(opened, key) }
	table.OnDelete = func(key int64) { deleted = append(deleted, key) }
	for _, key := range []fyne.KeyName{
		fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd, fyne.KeyDown, fyne.KeyReturn, fyne.KeyHome, fyne.KeyDelete,
	} {
		table.list.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if !slices.Equal(selected, []int64{1, 2, 1, 3, 3, 1}) || !slices.Equal(opened, []int64{3}) || !slices.Equal(deleted, []int64{1}) {
		t.Errorf("selected %v, opened %v, deleted %v", selected, opened, deleted)
	}
}

func TestSelectionFollowsItsRow(t *testing.T) {
	table := tableOf(t, "a", "b", "c")
	table.Select(3)
	table.SetRows(table.rows[1:])
	if key, ok := table.Selected(); !ok || key != 3 {
		t.Errorf("selected %d, %v", key, ok)
	}
	table.SetRows(table.rows[:1])
	if _, ok := table.Selected(); ok {
		t.Error("a row that is gone is still selected")
	}
}

func TestSpareColumnsGiveWay(t *testing.T) {
	table := &Table{columns: []Column{{Width: 100, Grow: 1}, {Width: 80}, {Width: 60, Spare: true}, {Width: 50, Spare: true}}}
	for _, test := range []struct {
		total float32
		want  []float32
	}{
		{400, []float32{210, 80, 60, 50}},
		{280, []float32{140, 80, 60, 0}},
		{200, []float32{120, 80, 0, 0}},
		{130, []float32{50, 80, 0, 0}},
		{100, []float32{50, 80, 0, 0}},
	} {
		if got := table.widths(test.total); !slices.Equal(got, test.want) {
			t.Errorf("%v: %v, not %v", test.total, got, test.want)
		}
	}
}

// TestPointerIsToldWhatIsCut rests the pointer on a row that has no room for its words, and on one that has.
func TestPointerIsToldWhatIsCut(t *testing.T) {
	const long = "A name that is far too long for a column of a table that is only three hundred wide"
	table := tableOf(t, long, "short")
	before := afterWhile
	afterWhile = func(_ time.Duration, work func()) func() {
		work()
		return func() {}
	}
	t.Cleanup(func() { afterWhile = before })
	over := func(at int) []TooltipLine {
		row := newTableRow(table)
		row.at = at
		row.Resize(fyne.NewSize(300, rowHeight()))
		row.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(20, 40)}})
		lines := table.tip.Lines()
		row.MouseOut()
		if table.tip.Visible() {
			t.Error("the pointer has left, and is still told something")
		}
		return lines
	}
	if lines := over(0); len(lines) != 1 || lines[0].Text != long {
		t.Errorf("the pointer is told %+v", lines)
	}
	if lines := over(1); len(lines) != 0 {
		t.Errorf("of a row that is whole the pointer is told %+v", lines)
	}
}

// TestWholeColumnsAreAsWideAsTheirTexts, also as that of the last of many rows; names beside them are cut.
func TestWholeColumnsAreAsWideAsTheirTexts(t *testing.T) {
	test.NewTempApp(t)
	table := NewTable([]Column{{Width: 80, Grow: 1}, {Width: 30, Whole: true}}, "")
	wide := func(text string) float32 {
		return Measure(text, theme.TextSize(), fyne.TextStyle{}).Width + 2*cellMargin
	}
	var rows []Row
	for i := range 2 * rowsMeasured {
		rows = append(rows, Row{Key: int64(i), Cells: []Cell{{Text: "A name that is longer than its column"}, {Text: "x"}}})
	}
	if table.SetRows(rows); table.widths(200)[1] != 30 {
		t.Errorf("short texts have %v", table.widths(200)[1])
	}
	rows[len(rows)-1].Cells[1].Text = "announced"
	if table.SetRows(rows); table.widths(200)[1] != wide("announced") {
		t.Errorf("the longest text has %v, and needs %v", table.widths(200)[1], wide("announced"))
	}
}

// TestRoomGoesToCutTextsFirst: to names that are cut, and only what is left to the column that grows most.
func TestRoomGoesToCutTextsFirst(t *testing.T) {
	test.NewTempApp(t)
	table := NewTable([]Column{{Width: 80, Grow: 1, Most: 200}, {Width: 60, Grow: 9, Spare: true}}, "")
	table.SetRows([]Row{{Cells: []Cell{{Text: "A name that is far too long for so narrow a column"}, {Text: "x"}}}})
	for total, want := range map[float32]float32{100: 100, 260: 200, 300: 204} {
		if got := table.widths(total)[0]; got != want {
			t.Errorf("of %v names have %v, not %v", total, got, want)
		}
	}
}

// TestSpareColumnsGiveWayToCutTexts: a column that can be left out is, while most names have no room beside it.
func TestSpareColumnsGiveWayToCutTexts(t *testing.T) {
	test.NewTempApp(t)
	table := NewTable([]Column{{Width: 80, Grow: 1, Most: 200}, {Width: 60, Spare: true}}, "")
	rows := func(names ...string) []Row {
		var rows []Row
		for i, name := range names {
			rows = append(rows, Row{Key: int64(i), Cells: []Cell{{Text: name}, {Text: "x"}}})
		}
		return rows
	}
	const long = "A name that is far too long for so narrow a column"
	for _, of := range []struct {
		rows  []Row
		width float32
		spare bool
	}{
		{rows("a", "b", "c", long), 150, true},
		{rows("a", long, long, long), 150, false},
		{rows("a", long, long, long), 200 + 60 - 1, false},
		{rows("a", long, long, long), 200 + 60, true},
		{nil, 150, true},
		{nil, 130, false},
	} {
		table.SetRows(of.rows)
		if widths := table.widths(of.width); (widths[1] > 0) != of.spare || widths[0]+widths[1] != of.width {
			t.Errorf("%d rows in %v: the columns are %v wide", len(of.rows), of.width, widths)
		}
	}
}

// rowsOn returns the rows of the table that are drawn on a ground of the colour, from the top.
func rowsOn(table *Table, ground fyne.ThemeColorName) (rows []*tableRow) {
	colour := theme.ColorForWidget(ground, table)
	var walk func(fyne.CanvasObject)
	walk = func(object fyne.CanvasObject) {
		switch shown := object.(type) {
		case *tableRow:
			if ground := test.WidgetRenderer(shown).(*tableRowRenderer).ground; shown.Visible() && ground.FillColor == colour {
				rows = append(rows, shown)
			}
		case *fyne.Container:
			for _, child := range shown.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(shown).Objects() {
				walk(child)
			}
		}
	}
	walk(table.list)
	slices.SortFunc(rows, func(a, b *tableRow) int { return a.at - b.at })
	return rows
}

// markingTheme has a colour for rows that are selected.
type markingTheme struct{ fyne.Theme }

// Color implements fyne.Theme.
func (t markingTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == ColourRowSelected {
		return color.RGBA{B: 0xff, A: 0xff}
	}
	return t.Theme.Color(name, variant)
}

// TestMenuOfARowIsOfAllThatAreMarked where the row is one of them; any other row is selected first.
func TestMenuOfARowIsOfAllThatAreMarked(t *testing.T) {
	table := tableOf(t, "a", "b", "c", "d")
	test.ApplyTheme(t, markingTheme{test.Theme()})
	var selected, asked []int64
	table.OnSelected = func(key int64) { selected = append(selected, key) }
	table.OnMenu = func(key int64, _ fyne.Position) { asked = append(asked, key) }
	table.Select(3, 1)
	rows := rowsOn(table, ColourRowSelected)
	if len(rows) != 2 || rows[0].at != 0 || rows[1].at != 2 {
		t.Fatalf("%d rows are marked, not the first and the third", len(rows))
	}
	right := &desktop.MouseEvent{Button: desktop.MouseButtonSecondary}
	rows[0].MouseDown(right)
	if now := rowsOn(table, ColourRowSelected); len(now) != 2 || selected != nil || !slices.Equal(asked, []int64{1}) {
		t.Errorf("on one of them %d rows are marked, %v were selected and %v asked for", len(now), selected, asked)
	}
	other := newTableRow(table)
	other.at = 3
	other.MouseDown(right)
	if now := rowsOn(table, ColourRowSelected); len(now) != 1 || !slices.Equal(selected, []int64{4}) || !slices.Equal(asked, []int64{1, 4}) {
		t.Errorf("beside them %d rows are marked, %v were selected and %v asked for", len(now), selected, asked)
	}
}

// TestOneRowShowsWhereTheKeyboardIs: the first while none is selected, and then the one that is.
func TestOneRowShowsWhereTheKeyboardIs(t *testing.T) {
	table := tableOf(t, "a", "b", "c")
	marked := func() (at []int) {
		for _, row := range rowsOn(table, theme.ColorNameHover) {
			at = append(at, row.at)
		}
		return at
	}
	canvas := fyne.CurrentApp().Driver().CanvasForObject(table)
	if at := marked(); len(at) != 0 {
		t.Errorf("rows %v are marked without the keyboard", at)
	}
	canvas.Focus(table.list)
	if at := marked(); !slices.Equal(at, []int{0}) {
		t.Errorf("with the keyboard rows %v are marked", at)
	}
	for want := range 3 {
		table.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		if key, ok := table.Selected(); !ok || key != int64(want+1) || len(marked()) != 0 {
			t.Errorf("after %d times Down row %d is selected, and rows %v are marked besides", want+1, key, marked())
		}
	}
}
