package widgets

import (
	"cmp"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Column is one column of a Table.
type Column struct {
	Title string
	Width float32 // at least this wide; spare room is shared out by Grow
	Grow  float32
	Right bool    // numbers stand right-aligned
	Spare bool    // left out while the table is too narrow for every column
	Slack float32 // how much others may be cut before it is left out for them, where it is spare
	Yield bool    // left out while the table is too narrow for every column that is not spare
	Most  float32 // spare columns give way while most of its texts are cut, until it is this wide
	Every bool    // they give way while any of its texts is cut
	Whole bool    // as wide as the widest of its texts, at least Width
}

// Cell is what a Table shows at one row and column.
type Cell struct {
	Text   string
	Colour fyne.ThemeColorName // "" is the foreground
	Bold   bool
	Fit    func(fits func(string) bool) string // the text where it does not fit; nil: it is shortened in its middle
	Whole  []string                            // what the pointer is told where the text is cut; nil: the text
}

// Row is one row of a Table: its cells, what each column sorts by, and a key by which the owner knows it.
type Row struct {
	Key   int64
	Cells []Cell
	Sort  []SortKey // one a column
}

// SortKey orders rows by number, then by text.
type SortKey struct {
	Number float64
	Text   string
}

// Table is a list of rows under a header: a click on a column's title sorts by it, a click or the arrow keys
// select a row, Return or a double click opens it, Delete asks to delete it.
type Table struct {
	widget.BaseWidget
	OnSelected func(key int64)
	OnOpened   func(key int64)
	OnDelete   func(key int64)
	OnMenu     func(key int64, at fyne.Position)
	WithKey    func(*fyne.KeyEvent) // keys that the table itself does not use

	columns  []Column
	wanted   []float32 // by column: the width that most of its texts would fill, at most Most
	least    []float32 // by column: how wide it is at least, while it is there
	rows     []Row
	order    []int // positions in rows, as sorted
	sortBy   int   // column, or -1 for the order of the rows as given
	downward bool
	selected int64
	has      bool    // a row is selected
	marked   []int64 // that row and those that are selected beside it
	keyboard bool    // the keys go to the rows

	header *tableHeader
	list   *tableList
	empty  *Paragraph
	tip    *rowTip
}

// NewTable returns a table without rows. The text stands in for the rows while there are none.
func NewTable(columns []Column, whenEmpty string) *Table {
	t := &Table{columns: columns, sortBy: -1}
	t.ExtendBaseWidget(t)
	t.header = newTableHeader(t)
	t.list = newTableList(t)
	t.empty = NewParagraph(whenEmpty, ColourMuted)
	t.tip = newRowTip()
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	rows := container.NewBorder(t.header, nil, nil, nil, container.NewStack(t.list, Inset(t.empty, 8, 10)))
	return widget.NewSimpleRenderer(Above(rows, t.tip.Tooltip))
}

// SetRows shows the rows; the selected key stays selected when it is still there.
func (t *Table) SetRows(rows []Row) {
	t.rows = rows
	t.measureTexts()
	t.sort()
	t.empty.Hidden = len(rows) > 0
	t.empty.Refresh()
	t.list.Refresh()
	t.header.Refresh()
}

// SetWhenEmpty lets another text stand in for the rows while there are none.
func (t *Table) SetWhenEmpty(text string) {
	t.empty.SetText(text)
}

// Select marks the rows without calling OnSelected, and scrolls to the first of them, which is the one that Selected
// returns and the keys go on from. Without any, no row is marked.
func (t *Table) Select(keys ...int64) {
	if slices.Equal(t.marked, keys) {
		return
	}
	moved := len(keys) > 0 && (!t.has || t.selected != keys[0])
	if t.marked, t.has = slices.Clone(keys), len(keys) > 0; t.has {
		t.selected = keys[0]
	}
	if at := t.positionOf(t.selected); moved && at >= 0 {
		t.list.ScrollTo(at)
	}
	t.list.Refresh()
}

// Unselect leaves no row marked.
func (t *Table) Unselect() { t.Select() }

// marks reports whether the row is marked, alone or among others.
func (t *Table) marks(key int64) bool { return t.has && slices.Contains(t.marked, key) }

// Selected returns the marked row's key.
func (t *Table) Selected() (key int64, ok bool) {
	return t.selected, t.has && t.positionOf(t.selected) >= 0
}

// Shown returns the rows in the order in which they are shown.
func (t *Table) Shown() []Row {
	rows := make([]Row, len(t.order))
	for i, at := range t.order {
		rows[i] = t.rows[at]
	}
	return rows
}

// Rows is what takes the keyboard.
func (t *Table) Rows() fyne.Focusable { return t.list }

func (t *Table) sortByColumn(column int) {
	switch {
	case t.sortBy != column:
		t.sortBy, t.downward = column, t.columns[column].Right
	case t.downward == t.columns[column].Right:
		t.downward = !t.downward
	default:
		t.sortBy = -1
	}
	t.sort()
	t.list.Refresh()
	t.header.Refresh()
}

func (t *Table) sort() {
	t.order = t.order[:0]
	for i := range t.rows {
		t.order = append(t.order, i)
	}
	if t.sortBy < 0 {
		return
	}
	slices.SortStableFunc(t.order, func(a, b int) int {
		x, y := t.rows[a].Sort[t.sortBy], t.rows[b].Sort[t.sortBy]
		order := cmp.Or(cmp.Compare(x.Number, y.Number), cmp.Compare(x.Text, y.Text))
		if t.downward {
			return -order
		}
		return order
	})
}

func (t *Table) positionOf(key int64) int {
	return slices.IndexFunc(t.order, func(at int) bool { return t.rows[at].Key == key })
}

func (t *Table) pick(at int) {
	if at < 0 || at >= len(t.order) {
		return
	}
	t.tip.leave()
	t.selected, t.has = t.rows[t.order[at]].Key, true
	t.marked = []int64{t.selected}
	t.list.ScrollTo(at)
	t.list.Refresh()
	if t.OnSelected != nil {
		t.OnSelected(t.selected)
	}
}

// tableList is the rows with the keyboard of a spreadsheet: arrows select at once.
type tableList struct {
	widget.List
	table *Table
}

func newTableList(t *Table) *tableList {
	l := &tableList{table: t}
	l.HideSeparators = true
	l.Length = func() int { return len(t.order) }
	l.CreateItem = func() fyne.CanvasObject { return newTableRow(t) }
	l.UpdateItem = func(id widget.ListItemID, object fyne.CanvasObject) {
		object.(*tableRow).show(id)
	}
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained marks where the keyboard is. The list's own mark would stay at the first row while the selection moves on.
func (l *tableList) FocusGained() { l.mark(true) }

// FocusLost takes the mark away.
func (l *tableList) FocusLost() { l.mark(false) }

func (l *tableList) mark(keyboard bool) {
	l.table.keyboard = keyboard
	l.Refresh()
}

// TypedKey moves the selection with the arrows, opens with Return and asks to delete with Delete.
func (l *tableList) TypedKey(event *fyne.KeyEvent) {
	at := l.table.positionOf(l.table.selected)
	if !l.table.has {
		at = -1
	}
	page := max(1, int(l.Size().Height/rowHeight())-1)
	switch event.Name {
	case fyne.KeyDown:
		l.table.pick(min(at+1, len(l.table.order)-1))
	case fyne.KeyUp:
		l.table.pick(max(at-1, 0))
	case fyne.KeyPageDown:
		l.table.pick(min(at+page, len(l.table.order)-1))
	case fyne.KeyPageUp:
		l.table.pick(max(at-page, 0))
	case fyne.KeyHome:
		l.table.pick(0)
	case fyne.KeyEnd:
		l.table.pick(len(l.table.order) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if key, ok := l.table.Selected(); ok && l.table.OnOpened != nil {
			l.table.OnOpened(key)
		}
	case fyne.KeyDelete:
		if key, ok := l.table.Selected(); ok && l.table.OnDelete != nil {
			l.table.OnDelete(key)
		}
	default:
		if l.table.WithKey != nil {
			l.table.WithKey(event)
		}
	}
}

func rowHeight() float32 {
	return Measure("M", theme.TextSize(), fyne.TextStyle{}).Height
}

// doubleClick is the longest time between the two clicks that open a row.
const doubleClick = 400 * time.Millisecond

var _ desktop.Mouseable = (*tableRow)(nil)
