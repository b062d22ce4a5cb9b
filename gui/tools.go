package gui

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// tool is one way to ask what the measures do. It reads its inputs and says what to compute; the panel computes it
// beside the window and shows the chart.
type tool interface {
	name() string
	asks() string            // what it answers, below its name
	form() fyne.CanvasObject // its inputs
	refill(s *studied)       // what there is to choose from may be another
	ask(s *studied) (work, error)
	waits() bool    // it is only computed when it is asked for
	counts() string // what its progress counts, such as "sample"
}

// studied is what a tool's question is about: the document and what is tried, as they were when it was asked.
type studied struct {
	document Document
	book     *deal.Book
	leg      deal.LegID
	rows     []whatif.Row
	study    *whatif.Study
}

// toolsPanel is the part of the window with the tools, in the place of tables and canvas.
type toolsPanel struct {
	window  *Window
	session *session
	tools   []tool
	at      int
	open    bool

	box      *fyne.Container
	list     *fyne.Container
	forms    *fyne.Container
	asks     *widgets.Paragraph // what the tool answers
	state    *widgets.Paragraph // whether what is shown is up to date; hidden when it is
	bar      *widget.ProgressBar
	progress fyne.CanvasObject // the bar with its room
	run      *widgets.Button
	cancel   *widgets.Button
	take     *widgets.Button
	samples  *widgets.Button
	chart    *chartView

	settle  time.Duration // how long inputs have to rest before work begins
	working background
	runs    int  // counts the questions, so that an answer that comes late is known
	dirty   bool // something has changed since the tool that is shown was last filled
	found   answer
	partial bool // what is found is only what is known so far
}

// settleFor is how long inputs have to rest: a slider that moves asks no question at every step.
const settleFor = 120 * time.Millisecond

func newToolsPanel(w *Window) *toolsPanel {
	p := &toolsPanel{window: w, session: w.session, settle: settleFor, state: widgets.NewParagraph("", ""),
		asks: widgets.NewNote(""), forms: container.NewStack()}
	p.tools = []tool{newSweepTool(p), newTableTool(p), newTornadoTool(p), newGoalTool(p), newSimulationTool(p), newWaterfallTool(p)}
	w.session.onMeasures = append(w.session.onMeasures, p.changed)
	return p
}

func (p *toolsPanel) build() {
	p.chart = newChartView(p.window.pictureStyle)
	p.chart.onMenu, p.chart.withKey = p.showMenu, p.window.typedKey
	p.bar = widget.NewProgressBar()
	p.run = widgets.NewButtonWithIcon("Compute", theme.MediaPlayIcon(), p.compute)
	p.run.Importance = widget.HighImportance
	p.cancel = widgets.NewButtonWithIcon("Cancel", theme.CancelIcon(), p.halt)
	p.take = widgets.NewButtonWithIcon("", theme.ContentRedoIcon(), p.takeOver)
	p.take.Importance = widget.HighImportance
	p.samples = widgets.NewButtonWithIcon("Samples as CSV…", theme.DocumentSaveIcon(), p.exportSamples)
	back := widgets.NewButtonWithIcon("Back to the canvas", theme.NavigateBackIcon(), p.close)
	back.Importance = widget.LowImportance
	export := widgets.NewButtonWithIcon("Export the chart…", theme.DocumentSaveIcon(), p.export)
	copied := widgets.NewButtonWithIcon("Copy the numbers", theme.ContentCopyIcon(), p.copyNumbers)
	p.list = widgets.Stacked(2)
	for i := range p.tools {
		button := widgets.NewButton(p.tools[i].name(), func() { p.choose(i) })
		button.Alignment = widget.ButtonAlignLeading
		p.list.Add(button)
	}
	p.state.Bold = true
	p.state.Hide()
	head := container.NewBorder(nil, nil, back, container.NewHBox(copied, export), nil)
	progress := container.New(layout.NewGridWrapLayout(fyne.NewSize(130, 30)), container.NewCenter(container.New(layout.NewGridWrapLayout(fyne.NewSize(130, 20)), p.bar)))
	p.progress = progress
	buttons := container.NewVBox(container.NewHBox(progress, p.cancel, p.samples, p.take, p.run))
	asked := container.NewBorder(nil, nil, nil, buttons, p.asks)
	body := container.NewBorder(widgets.Inset(widgets.Stacked(5, asked, p.forms, p.state), 4, 10), nil, nil, nil, p.chart)
	left := container.NewStack(widgets.NewGround(widgets.ColourPanel), widgets.Inset(widgets.Wide(132, p.list), 8, 6))
	p.box = container.NewStack(widgets.NewGround(theme.ColorNameBackground),
		container.NewBorder(container.NewStack(widgets.NewGround(widgets.ColourPanel), widgets.Inset(head, 3, 6)), nil, left, nil, body))
	p.box.Hide()
	p.showTool()
}

// showBeside shows or hides what the tools take the place of: tables and canvas.
func (w *Window) showBeside(on bool) {
	if on {
		w.left.Show()
		w.middle.Show()
	} else {
		w.left.Hide()
		w.middle.Hide()
	}
	w.window.Content().Refresh()
}

// show opens the tool in the place of tables and canvas.
func (p *toolsPanel) show(at int) {
	if !p.open {
		p.window.closeSideBySide()
		p.open = true
		p.window.showBeside(false)
		p.box.Show()
		p.window.sides.SelectIndex(whatIfTab)
	}
	p.choose(at)
}

// toggleTools goes from the canvas to the tool that was shown last, and back.
func (w *Window) toggleTools() {
	if w.tools.open {
		w.tools.close()
	} else {
		w.tools.show(w.tools.at)
	}
}

// close brings tables and canvas back.
func (p *toolsPanel) close() {
	if !p.open {
		return
	}
	p.stop()
	p.open = false
	p.box.Hide()
	p.window.showBeside(true)
	p.window.window.Canvas().Focus(p.window.canvas)
}

// choose shows another tool.
func (p *toolsPanel) choose(at int) {
	p.at, p.found, p.dirty = at, answer{}, true
	p.chart.show(nil)
	p.showTool()
	p.refresh(true)
}

func (p *toolsPanel) tool() tool { return p.tools[p.at] }

func (p *toolsPanel) showTool() {
	for i, object := range p.list.Objects {
		button, ok := object.(*widgets.Button)
		if !ok {
			continue
		}
		button.Importance = widget.LowImportance
		if i == p.at {
			button.Importance = widget.MediumImportance
		}
		button.Refresh()
	}
	p.asks.SetText(p.tool().asks())
	p.forms.Objects = []fyne.CanvasObject{p.tool().form()}
	p.box.Refresh()
	p.showButtons(false)
}

// changed is told when the document or what is tried is another: what is shown is out of date from then on.
func (p *toolsPanel) changed() {
	p.dirty = true
	if p.open {
		p.refresh(!p.tool().waits())
	}
}

// asked is told when an input of the tool is another.
func (p *toolsPanel) asked() {
	if p.open && !p.dirty {
		p.refresh(!p.tool().waits())
	}
}

// refresh fills the tool's inputs when something has changed, and computes it anew where that is wanted; otherwise
// it says that what is shown is out of date.
func (p *toolsPanel) refresh(compute bool) {
	s := p.studied()
	if s == nil {
		p.outdated("Measuring…")
		if p.session.problem != nil {
			p.outdated(sentence(p.session.problem))
		} else if !p.session.stakeSet {
			p.outdated("There is no leg to move yet: enter a deal first")
		}
		return
	}
	if p.dirty {
		p.tool().refill(s)
		p.dirty = false
		p.forms.Refresh()
	}
	if compute {
		p.compute()
		return
	}
	p.outdated("Out of date: the document or an input has changed since. Compute it again")
}

// outdated stops what is computed and marks what is shown.
func (p *toolsPanel) outdated(words string) {
	p.stop()
	p.chart.setFaded(true)
	p.say(words, theme.ColorNameWarning)
	p.showButtons(false)
}

func (p *toolsPanel) say(words string, colour fyne.ThemeColorName) {
	p.state.Colour = colour
	p.state.SetText(words)
	p.state.Refresh()
	if shown := words != ""; shown != p.state.Visible() {
		p.state.Hidden = !shown
		p.box.Refresh()
	}
}

// studied returns what a question is about now, or nil while the measures are computed.
func (p *toolsPanel) studied() *studied {
	s := p.session
	if s.workbench == nil || !s.stakeSet || s.compared == nil || s.measuringNow {
		return nil
	}
	changes := append(s.stake.Changes(s.book), s.changes...)
	study := s.workbench.Study(s.stake.Leg, changes)
	if rows, pending := s.rangedRows(); !pending && s.wide.comparison != nil && slices.Equal(s.compared.Changes, whatif.Latest(changes)) {
		study.Knowing(rows)
	}
	return &studied{document: s.document, book: s.compared.BaseBook, leg: s.stake.Leg, rows: s.compared.Rows, study: study}
}

// showButtons shows the buttons that there is something to do for.
func (p *toolsPanel) showButtons(working bool) {
	show := func(object fyne.CanvasObject, on bool) {
		if on {
			object.Show()
		} else {
			object.Hide()
		}
	}
	current := !p.chart.faded && p.found.chart != nil
	show(p.bar, working)
	show(p.progress, working)
	show(p.cancel, working)
	if working { // it stays where it is, at the end: nothing else ever stands where it is pressed
		p.run.Disable()
	} else {
		p.run.Enable()
	}
	show(p.take, !working && current && p.found.take != nil)
	show(p.samples, !working && current && p.found.samples != nil)
	if p.found.take != nil {
		p.take.SetText(p.found.words)
	}
}

// takeOver takes what the tool has found into the what-if panel.
func (p *toolsPanel) takeOver() {
	if p.found.take == nil {
		return
	}
	change := *p.found.take
	p.session.try(change)
	p.window.whatIf.fill()
	p.window.status.say(fmt.Sprintf("Tried now: %s", whatif.Describe(p.session.book, change)))
}
