package gui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// stressPanel lets a shock run through what is shown, and shows on the canvas and as lists who is hit, wave by wave.
type stressPanel struct {
	window  *Window
	session *session
	on      bool // a stress test is shown

	presets  *fyne.Container
	kind     *widgets.Choice
	company  *widgets.Choice
	supplier *widgets.Choice
	cut      *widgets.Choice
	status   *widgets.Choice
	fields   map[string]*widgets.Field
	entries  map[string]*widgets.TextEntry
	run      *widgets.Button
	end      *widgets.Button
	try      *widgets.Button
	tried    *widgets.Paragraph // that the shock runs through what is tried
	toBase   *widgets.Button    // takes that back
	untried  *widgets.Paragraph // what the what-if of the shock goes without
	state    *widgets.Paragraph
	shown    *stressResults
	content  *fyne.Container
	scroll   *container.Scroll
	names    []deal.CompanyID // of the choices of companies, by name
	filling  bool
	running  background
	callOff  func() bool
	result   *whatif.StressResult
	of       *network.Network // that the result was computed of
	asked    whatif.Shock     // that is computed, or was last
	askedOf  *network.Network
	document Document // that the panel is about
	late     bool     // newer numbers have been computed for a while
	wave     int      // up to which the canvas shows what happens
	playing  bool     // wave after wave is shown
	stopPlay func()
}

// shockNames are the shocks in the words of the panel, in the order of whatif.ShockKinds.
var shockNames = []string{"A company fails", "A company's cash is another", "All valuations fall",
	"Contracts of a kind are cut", "Deals of a status collapse", "A company is cut off from a supplier"}

func newStressPanel(w *Window) *stressPanel {
	p := &stressPanel{
		window: w, session: w.session, fields: map[string]*widgets.Field{}, entries: map[string]*widgets.TextEntry{},
		state: widgets.NewParagraph("", theme.ColorNameWarning), presets: container.New(layout.NewRowWrapLayout()),
	}
	p.untried, p.tried = widgets.NewNote(""), widgets.NewParagraph("", widgets.ColourLoop)
	p.toBase = widgets.NewButtonWithIcon("On the base", theme.ContentUndoIcon(), p.onTheBase)
	p.toBase.Importance = widget.LowImportance
	p.shown = newStressResults(p)
	p.build()
	w.session.onBook = append(w.session.onBook, p.refill)
	w.session.onMeasures = append(w.session.onMeasures, p.follow)
	return p
}

func (p *stressPanel) build() {
	changed := func(string) { p.changed() }
	p.kind, p.company, p.supplier = widgets.NewChoice(shockNames), widgets.NewChoice(nil), widgets.NewChoice(nil)
	p.cut = choice(deal.Kinds, deal.KindCloud, func(deal.Kind) { p.changed() })
	p.status = choice(deal.Statuses, deal.StatusInTalks, func(deal.Status) { p.changed() })
	p.kind.SetSelectedIndex(0)
	p.kind.OnChanged, p.company.OnChanged, p.supplier.OnChanged = changed, changed, changed
	p.run = widgets.NewButtonWithIcon("Run", theme.MediaPlayIcon(), p.begin)
	p.run.Importance = widget.HighImportance
	p.end = widgets.NewButtonWithIcon("Back", theme.ContentUndoIcon(), p.finish)
	p.try = widgets.NewButtonWithIcon("Try as what-if", theme.NavigateNextIcon(), p.tryAsWhatIf)
	p.content = widgets.Stacked(4,
		widgets.NewNote("What if a company fails, or money dries up? Who cannot pay any more, wave by wave, and who loses what. Nothing of the data is changed."),
		p.presets,
		p.field("kind", "What happens", p.kind),
		widgets.Columns([]float32{1, 1, 1, 1, 1, 1}, // of which no more than two are shown
			p.field("company", "Company", p.company),
			p.field("supplier", "Supplier", p.supplier),
			p.field("cash", "Its cash", p.entry("cash", "e.g. 5bn")),
			p.field("part", "By", p.entry("part", "0% to 100%")),
			p.field("cut", "Contracts", p.cut),
			p.field("status", "Deals that are", p.status)),
		widgets.Columns([]float32{1, 1},
			p.field("recovery", "Recovery after a failure", p.entry("recovery", "0% to 100%; none: 0%")),
			p.field("assumed", "Cash, where it is unknown", p.entry("assumed", "e.g. 5bn"))),
		widgets.Columns([]float32{1, 1},
			p.field("ofcash", "Default costs, of own cash", p.entry("ofcash", "0% to 100%; none: 0%")),
			p.field("ofincome", "Default costs, of income", p.entry("ofincome", "0% to 100%; none: 0%"))),
		container.NewHBox(p.run, p.end, p.try, layout.NewSpacer()),
		p.tried, container.NewHBox(p.toBase, layout.NewSpacer()), p.untried, p.state, p.shown.box,
	)
	p.scroll = container.NewVScroll(widgets.Inset(p.content, 8, 10))
	p.showFields()
	p.showState()
}

func (p *stressPanel) field(name, caption string, control fyne.CanvasObject) *widgets.Field {
	p.fields[name] = widgets.NewField(caption, control)
	p.fields[name].Compact = true
	return p.fields[name]
}

func (p *stressPanel) entry(name, hint string) *widgets.TextEntry {
	entry := widgets.NewTextEntry(hint)
	entry.Width = 70
	entry.OnChanged = func(string) { p.changed() }
	p.entries[name] = entry
	return entry
}

// showFields shows the fields that the shock needs.
func (p *stressPanel) showFields() {
	kind := p.shockKind()
	for name, kinds := range map[string][]whatif.ShockKind{
		"company":  {whatif.ShockFails, whatif.ShockCash, whatif.ShockCutOff},
		"supplier": {whatif.ShockCutOff}, "cash": {whatif.ShockCash},
		"part": {whatif.ShockValuations, whatif.ShockCut}, "cut": {whatif.ShockCut}, "status": {whatif.ShockCollapse},
	} {
		p.fields[name].Hidden = !slices.Contains(kinds, kind)
	}
}

func (p *stressPanel) shockKind() whatif.ShockKind {
	return whatif.ShockKinds[max(0, p.kind.SelectedIndex())]
}

// begin runs the stress test.
func (p *stressPanel) begin() {
	p.on = true
	// The waves are shown on the canvas of all companies, none of them faded for what was selected before.
	p.window.closeSideBySide()
	if p.window.tools.open {
		p.window.tools.close()
	}
	if p.window.loopView.on() {
		p.window.loopView.leave()
	}
	if !p.session.selection.Empty() {
		p.session.selectNothing()
	}
	p.changed()
}

// changed runs the stress test with what is entered now, when one is shown.
func (p *stressPanel) changed() {
	if p.filling {
		return
	}
	p.showFields()
	p.window.status.say("") // of something else than this shock
	shock, ok := p.shock()
	if !p.on {
		p.showState()
		return
	}
	if !ok {
		p.running.stop()
		p.arrived()
		p.result, p.asked, p.askedOf = nil, whatif.Shock{}, nil
		p.showState()
		p.window.draw()
		return
	}
	p.compute(shock)
}

// follow runs the stress test again on what is shown now.
func (p *stressPanel) follow() {
	if _, built, _ := p.session.shown(); p.on && built != p.askedOf {
		p.changed()
	}
}

// compute runs the stress test beside the window.
func (p *stressPanel) compute(shock whatif.Shock) {
	book, built, _ := p.session.shown()
	if built == nil || p.asked == shock && p.askedOf == built {
		p.showState()
		return
	}
	p.pause()
	p.asked, p.askedOf = shock, built
	view, base, tried := built.View, p.session.book, p.session.triedChanges()
	if p.callOff == nil {
		p.callOff = afterwards(lateAfter, func() {
			if p.callOff != nil {
				p.late = true
				p.showState()
				p.showOld()
			}
		})
	}
	type outcome struct {
		result *whatif.StressResult
		err    error
	}
	start(&p.running, func(ctx context.Context) outcome {
		result, err := whatif.Stress(ctx, book, view, shock)
		if err == nil {
			result.On(base, tried)
		}
		return outcome{result, err}
	}, func(o outcome) {
		p.arrived()
		p.result, p.of = o.result, built
		p.showState()
		if o.err != nil {
			p.state.SetText(sentence(o.err) + ".")
			p.state.Show()
		} else {
			p.wave = o.result.Waves
			p.shown.show()
		}
		p.content.Refresh()
		p.window.draw()
	})
}

// arrived notes that nothing is computed any more.
func (p *stressPanel) arrived() {
	if p.callOff != nil {
		p.callOff()
		p.callOff = nil
	}
	p.late, p.shown.stale = false, false
}

// showOld dims the numbers of before.
func (p *stressPanel) showOld() {
	p.shown.stale = true
	if p.result != nil {
		p.shown.show()
	}
}

// showState shows which of buttons, problem and results there are.
func (p *stressPanel) showState() {
	p.run.Hidden = p.on
	p.end.Hidden = !p.on
	setEnabled(p.run, len(p.names) > 0)
	setEnabled(p.try, p.result != nil && p.session.stakeSet)
	p.try.Hidden = !p.on
	p.showTried()
	words := ""
	if p.on && p.result != nil && !p.try.Disabled() {
		words = p.result.UntriedWords()
	}
	p.untried.SetText(words)
	p.untried.Hidden = words == ""
	text := ""
	switch {
	case p.late && p.result != nil:
		text = "Computing… the numbers below are those of before."
	case p.late:
		text = "Computing…"
	case p.on && p.result == nil && p.asked == (whatif.Shock{}):
		text = "There are no numbers until every entry can be read."
	}
	p.state.SetText(text)
	p.state.Hidden = text == ""
	p.shown.box.Hidden = !p.on || p.result == nil
	p.content.Refresh()
}

// showTried says whether the shock runs through what is tried, and what that is.
func (p *stressPanel) showTried() {
	tried := p.on && p.session.tried()
	words := ""
	if tried {
		words = "On what is tried, not on the data: " + strings.Join(whatif.DescribeAll(p.session.book, p.session.trial()), "; ")
	}
	p.tried.SetText(words)
	p.tried.Hidden, p.toBase.Hidden = !tried, !tried
}

// onTheBase runs the shock through the data as they are.
func (p *stressPanel) onTheBase() {
	p.window.backToBase()
	p.window.status.say("On the base; Ctrl+Z brings back what was tried")
}

// finish goes back to the window as it was.
func (p *stressPanel) finish() {
	p.forget()
	p.showState()
	p.window.draw()
}

// forget drops the stress test and what is computed of it.
func (p *stressPanel) forget() {
	p.running.stop()
	p.pause()
	p.arrived()
	p.on, p.result, p.of, p.asked, p.askedOf, p.shown.all = false, nil, nil, whatif.Shock{}, nil, false
}

// tryAsWhatIf sends the shock to the what-if, where it can be saved as a scenario.
func (p *stressPanel) tryAsWhatIf() {
	if p.result == nil || !p.session.stakeSet {
		return
	}
	tried, taken, leftOut := p.session.trial(), 0, 0
	for _, change := range p.result.Changes() {
		if whatif.Validate(p.session.book, change) != nil {
			leftOut++
			continue
		}
		change = whatif.Rebase(p.session.book, change)
		tried = slices.DeleteFunc(tried, func(other deal.Change) bool { return sameThing(other, change) })
		tried = append(tried, change)
		taken++
	}
	words := p.result.Shock.Words(p.result.Book) + ": tried as a what-if"
	if leftOut > 0 {
		words += ", without " + counted(leftOut, "change") + " of what the document does not have"
	}
	if untried := p.result.Untried(); len(untried) > 0 {
		words += ", without " + strings.Join(untried, ", ")
	}
	if taken == 0 {
		p.state.SetText("Nothing of the shock can be tried as a what-if: it changes no amount that the document states.")
		p.state.Show()
		p.content.Refresh()
		return
	}
	p.finish()
	p.session.setTrial(p.session.stake.Leg, tried)
	p.window.sides.SelectIndex(whatIfTab)
	p.window.status.say(words + "; Save… keeps it as a scenario")
}
