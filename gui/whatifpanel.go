package gui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// whatIfPanel moves one leg's amount and what goes with it, and shows every measure beside its base.
type whatIfPanel struct {
	window    *Window
	session   *session
	leg       *legPicker
	amount    *widgets.TextEntry
	slider    *widgets.Slider
	marked    *widgets.MarkedSlider // the slider with the base's value marked
	presets   *fyne.Container
	offered   []whatif.Preset // that they stand for
	presetsIn deal.Currency
	fields    map[string]*widgets.Field
	entries   map[string]*widgets.TextEntry
	timing    *widgets.Choice
	back      *widgets.SharedNote // what cannot be read of the entries above it, or whether what is spent back is counted
	kept      *widgets.SharedNote // what cannot be read of the amount, or where the answer stops moving
	state     *widgets.Paragraph  // whether the numbers are those of what is tried
	trying    *trialBar           // the scenario that is tried and what can be done with it
	chips     *changeChips        // what is tried
	words     *comparisonWords
	table     *comparisonTable
	loops     *fyne.Container
	empty     *widgets.Paragraph
	content   *fyne.Container
	scroll    *container.Scroll
	box       *fyne.Container // the scroll with what is offered above it
	filling   bool            // controls are being set from the session and must not answer
	filled    whatif.Stake    // what the controls say
	document  Document        // that they are of
}

func newWhatIfPanel(w *Window) *whatIfPanel {
	p := &whatIfPanel{
		window: w, session: w.session, fields: map[string]*widgets.Field{}, entries: map[string]*widgets.TextEntry{},
		state: widgets.NewParagraph("", theme.ColorNameWarning),
		empty: widgets.NewNote("There is no leg to move yet: enter a deal first."),
		loops: widgets.Stacked(2), presets: container.New(layout.NewRowWrapLayout()),
	}
	p.build()
	w.session.onBook = append(w.session.onBook, p.refill)
	w.session.onTrial = append(w.session.onTrial, p.follow)
	w.session.onMeasures = append(w.session.onMeasures, p.show)
	w.session.onLate = append(w.session.onLate, p.show)
	w.session.onRanges = append(w.session.onRanges, p.show)
	return p
}

func (p *whatIfPanel) build() {
	p.leg = newLegPicker()
	p.leg.OnPicked = p.move
	p.amount = p.entry("amount", "e.g. 10bn", p.typeAmount)
	p.slider = widgets.NewSlider(0, sliderSteps)
	p.slider.OnChanged = p.slide
	p.slider.OnChangeEnded = func(float64) {
		if !p.filling {
			p.session.steps.settled()
		}
	}
	p.marked = widgets.NewMarkedSlider(p.slider)
	p.timing = choice(deal.Timings, deal.TimingUnsaid, func(timing deal.Timing) {
		p.set("", func(stake *whatif.Stake) { stake.Timing = timing })
	})
	p.table = newComparisonTable(func(row whatif.Row) {
		if len(row.Legs) > 0 {
			p.session.selectLegs(row.Legs)
		}
	})
	p.chips, p.words, p.trying = newChangeChips(p.window), newComparisonWords(p.window), newTrialBar(p.window, p.unread)
	amount := p.field("amount", "Amount", p.amount)
	spent := p.field("spent", "Spent back", p.entry("spent", "e.g. 100%", p.typeSpent))
	years := p.field("years", "Over", p.entry("years", "e.g. 7 years", p.typeYears))
	margin := p.field("margin", "Gross margin", p.entry("margin", "e.g. 60%", p.typeMargin))
	valuation := p.field("valuation", "Valuation", p.entry("valuation", "e.g. 500bn", p.typeValuation))
	var below *widgets.SharedNote
	p.kept, p.back, below = p.notesBelow()
	p.content = widgets.Stacked(4,
		p.field("leg", "Move the amount of", p.leg.Completion),
		widgets.Columns([]float32{3, 4}, amount,
			container.NewVBox(widgets.NewGap(10), container.NewThemeOverride(p.marked, sliderTheme{p.window}))),
		p.presets, p.kept.Paragraph,
		widgets.Columns([]float32{1, 1, 1}, spent, years, margin), p.back.Paragraph,
		widgets.Columns([]float32{1, 1}, valuation, p.field("timing", "The valuation is", p.timing)), below.Paragraph,
		p.trying.box, p.chips.box, p.state, p.words.box, p.table.box, p.loops,
	)
	p.table.withKey = p.window.typedKey
	p.table.reveal = func(line fyne.CanvasObject) { widgets.ScrollTo(p.scroll, line) }
	p.scroll = container.NewVScroll(widgets.Inset(container.NewStack(p.content, p.empty), 8, 10))
	p.box = container.NewStack(widgets.Above(container.NewStack(p.scroll, p.leg.layer), p.table.tip))
	p.table.tip.Small, p.table.tipOver = true, p.box
	p.scroll.OnScrolled = func(fyne.Position) { p.table.tip.Tell(nil) }
}

func (p *whatIfPanel) field(name, caption string, control fyne.CanvasObject) *widgets.Field {
	p.fields[name] = widgets.NewField(caption, control)
	p.fields[name].Compact = true
	return p.fields[name]
}

// move takes another leg into the panel; what was moved before stays moved.
func (p *whatIfPanel) move(leg deal.LegID) {
	if leg != p.session.stake.Leg {
		p.session.takeLeg(leg)
		p.fill()
	}
}

// backToBase takes everything back that is tried.
func (p *whatIfPanel) backToBase() {
	p.session.reset()
	p.fill()
}

// set changes the stake and shows what it does. Setting the same input on, by its name, is one step with what it was
// set to before; "" is a step of its own.
func (p *whatIfPanel) set(input string, change func(*whatif.Stake)) {
	if p.filling || !p.session.stakeSet {
		return
	}
	stake := p.session.stake
	change(&stake)
	p.filled = stake
	if input != "" {
		input = fmt.Sprintf("%s of leg %d", input, stake.Leg)
	}
	leg, _, _ := p.session.book.Leg(stake.Leg)
	p.session.trying("Try something else of "+whatif.LegName(p.session.book, leg), input, func() { p.session.setStake(stake) })
}

// refill lists the legs that can be moved; the controls then follow the session.
func (p *whatIfPanel) refill() {
	book := p.session.book
	var legs []deal.LegID
	var names []string
	for _, d := range book.Deals {
		if !d.Counts() {
			continue
		}
		for _, leg := range d.Legs {
			legs = append(legs, leg.ID)
			names = append(names, nameOfLeg(book, leg.ID)+", "+leg.Figure.Short(leg.Currency))
		}
	}
	p.leg.set(legs, names)
	p.table.short = shorterNames(book)
	p.content.Hidden, p.empty.Hidden = len(legs) == 0, len(legs) > 0
	same := p.document == p.session.document && p.filled.Leg == p.session.stake.Leg
	p.document = p.session.document
	if same {
		p.keepingWrong(p.fill)
	} else {
		p.fill()
	}
}

// follow shows at once what is tried; its numbers come when they are computed.
func (p *whatIfPanel) follow() {
	if p.session.stake != p.filled {
		p.fill()
	}
	grown := p.chips.show()
	if p.trying.show() || grown {
		p.content.Refresh()
	}
}

// whenLate returns the colour of what is shown: old numbers are dimmed.
func whenLate(late bool, colour fyne.ThemeColorName) fyne.ThemeColorName {
	if late {
		return theme.ColorNameDisabled
	}
	return colour
}

// show brings the numbers up to date. Numbers that are old, because those of what is tried are still computed, are
// dimmed.
func (p *whatIfPanel) show() {
	p.follow()
	compared, late := p.session.compared, p.session.late || p.unread() != ""
	height := p.content.MinSize().Height
	p.words.box.Hidden = compared == nil
	if compared == nil {
		p.table.clear()
		p.state.SetText("Computing…")
		p.state.Show()
		if p.session.problem != nil {
			p.state.SetText(sentence(p.session.problem) + ".")
		}
		p.content.Refresh()
		return
	}
	p.state.SetText(p.stateText())
	p.state.Hidden = p.state.Content() == ""
	p.kept.SetRest(compared.Saturation.Sentence, whenLate(late, widgets.ColourLoop))
	p.words.show(compared, late)
	rows, pending := p.session.rangedRows()
	p.table.show(rows, p.session.book.Base, late, pending)
	words := p.backText()
	p.back.SetRest(words, widgets.ColourMuted)
	if words == "" {
		p.back.SetLeast(0)
	} else {
		p.back.SetLeast(spentLines)
	}
	p.showLoops(compared, late)
	// Refreshing everything would cost more than all the measures, so only a panel of another height is.
	if p.content.MinSize().Height != height {
		p.content.Refresh()
	}
}
