package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
)

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

// sideName is the name of a measure or a scenario; a click sorts by it.
type sideName struct {
	widget.BaseWidget
	cell     *sideCell
	marked   *widgets.Ground // while the keyboard is here
	onTapped func()
}

func newSideName() *sideName {
	n := &sideName{cell: newSideCell(), marked: widgets.NewGround(theme.ColorNameSelection)}
	n.marked.Hide()
	n.ExtendBaseWidget(n)
	return n
}

// Tapped implements fyne.Tappable.
func (n *sideName) Tapped(*fyne.PointEvent) {
	if n.onTapped != nil {
		n.onTapped()
	}
}

// CreateRenderer implements fyne.Widget.
func (n *sideName) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(n.marked, n.cell))
}
