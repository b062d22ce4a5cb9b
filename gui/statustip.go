package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
)

// statusTip is the status bar under the pointer, which is told all of a line that has no room for all of it.
type statusTip struct {
	widget.BaseWidget
	content fyne.CanvasObject
	lines   []*widgets.Text
	tip     *widgets.Tooltip
}

var _ desktop.Hoverable = (*statusTip)(nil)

// statusTipWidth is how wide the tooltip becomes, in units of the screen.
const statusTipWidth = 620

func newStatusTip(content fyne.CanvasObject, lines ...*widgets.Text) *statusTip {
	t := &statusTip{lines: lines, tip: widgets.NewTooltip(statusTipWidth)}
	t.tip.Wraps, t.tip.Small = true, true
	t.content = widgets.Above(content, t.tip)
	t.ExtendBaseWidget(t)
	return t
}

// MouseIn implements desktop.Hoverable.
func (t *statusTip) MouseIn(event *desktop.MouseEvent) { t.MouseMoved(event) }

// MouseMoved tells above the bar what the line under the pointer says in full, if that is more than is shown.
func (t *statusTip) MouseMoved(event *desktop.MouseEvent) {
	driver := fyne.CurrentApp().Driver()
	for _, line := range t.lines {
		left := driver.AbsolutePositionForObject(line).X
		if at := event.AbsolutePosition.X; at < left || at > left+line.Size().Width || !line.Cut() {
			continue
		}
		t.tip.Tell([]widgets.TooltipLine{{Text: line.Content()}})
		size := t.tip.MinSize()
		t.tip.Resize(size)
		t.tip.Move(fyne.NewPos(min(event.Position.X, max(4, t.Size().Width-size.Width-4)), -size.Height-2))
		return
	}
	t.hide()
}

// MouseOut implements desktop.Hoverable.
func (t *statusTip) MouseOut() { t.hide() }

func (t *statusTip) hide() {
	if t.tip.Visible() {
		t.tip.Tell(nil)
	}
}

// CreateRenderer implements fyne.Widget.
func (t *statusTip) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(t.content))
}
