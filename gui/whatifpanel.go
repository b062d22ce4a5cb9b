package gui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

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
	presets   *widgets.Folded
	offered   []whatif.Preset // that they stand for
	presetsIn deal.Currency
	fields    map[string]*widgets.Field
	entries   map[string]*widgets.TextEntry
	timing    *widgets.Choice
	back      *widgets.SharedNote // what cannot be read of the entries above it, or whether what is spent back is counted
	valued    *widgets.SharedNote // what cannot be read of the valuation, or what it is exactly
	kept      *widgets.SharedNote // what cannot be read of the amount, or where the answer stops moving
	state     *widgets.Paragraph  // whether the numbers are those of what is tried
	trying    *trialBar           // the scenario that is tried and what can be done with it
	chips     *changeChips        // what is tried
	words     *comparisonWords
	keys      *comparisonTable // the few numbers that stay in sight while the slider moves
	table     *comparisonTable
	loops     *fyne.Container
	rates     *widgets.Paragraph // that amounts are counted at
	empty     *widgets.Paragraph
	under     *widgets.Paragraph // which filters the numbers stand under
	head      *fyne.Container    // what stays in sight: the leg, its slider and the few numbers
	above     *container.Scroll
	content   *fyne.Container // and what scrolls below it: entries first, which nothing that comes and goes may move
	scroll    *container.Scroll
	box       *fyne.Container    // both, with what is offered above them
	reached   int64              // the amount at the right end of the slider, in cents
	filling   bool               // controls are being set from the session and must not answer
	small     smallStake         // what was said of an amount without its unit
	filled    whatif.Stake       // what the controls say
	document  Document           // that they are of
	told      *whatif.Comparison // that the numbers shown are of; nil: none are shown
	rows      []whatif.Row       // of it
}

func newWhatIfPanel(w *Window) *whatIfPanel {
	p := &whatIfPanel{
		window: w, session: w.session, fields: map[string]*widgets.Field{}, entries: map[string]*widgets.TextEntry{},
		state: widgets.NewParagraph("", theme.ColorNameWarning),
		under: widgets.NewNote(""),
		empty: widgets.NewNote("There is no leg to move yet: enter a deal first."),
		loops: widgets.Stacked(2), rates: widgets.NewNote(""), presets: widgets.NewFolded(chipLines, 4),
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
	p.slider.OnChanged, p.slider.OnKey = p.slide, p.typeSlider
	p.slider.OnChangeEnded = func(float64) {
		if !p.filling {
			p.session.steps.settled()
		}
	}
	p.marked = widgets.NewMarkedSlider(p.slider)
	p.timing = choice(deal.Timings, deal.TimingUnsaid, func(timing deal.Timing) {
		p.set("", func(stake *whatif.Stake) { stake.Timing = timing })
	})
	lit := func(row whatif.Row) {
		if len(row.Legs) > 0 {
			p.session.selectLegs(row.Legs)
		}
	}
	p.table, p.keys = newComparisonTable(lit), newComparisonTable(lit)
	p.chips, p.words, p.trying = newChangeChips(p.window), newComparisonWords(p.window), newTrialBar(p.window, p.unread)
	amount := p.field("amount", "Amount", p.amount)
	spent := p.field("spent", "Spent back", p.entry("spent", "e.g. 100%", p.typeSpent))
	years := p.field("years", "Over", p.entry("years", "e.g. 7 years", p.typeYears))
	margin := p.field("margin", "Gross margin", p.entry("margin", "e.g. 60%", p.typeMargin))
	valuation := p.field("valuation", "Valuation", p.entry("valuation", "e.g. 500bn", p.typeValuation))
	p.kept, p.back, p.valued = p.notesBelow()
	p.head = widgets.Stacked(4,
		p.field("leg", "Move the amount of", p.leg.Completion),
		widgets.Columns([]float32{3, 4}, amount,
			container.NewVBox(widgets.NewGap(10), p.marked)),
		p.presets.Box, p.kept.Paragraph, p.keys.box, p.under)
	p.content = widgets.Stacked(4,
		widgets.Columns([]float32{1, 1, 1}, spent, years, margin), p.back.Paragraph,
		widgets.Columns([]float32{1, 1}, valuation, p.field("timing", "The valuation is", p.timing)), p.valued.Paragraph,
		p.trying.box, p.chips.box, p.state, p.words.box, p.table.box, p.loops, p.rates,
	)
	p.arrange()
}

// arrange puts the head above what scrolls, and the tooltip over both.
func (p *whatIfPanel) arrange() {
	p.above = container.NewVScroll(widgets.Inset(p.head, 6, 10))
	p.scroll = container.NewVScroll(widgets.Inset(container.NewStack(p.content, p.empty), 6, 10))
	below := container.NewBorder(widget.NewSeparator(), nil, nil, nil, p.scroll)
	p.box = container.NewStack(widgets.Above(container.NewStack(widgets.Pinned(p.above, below), p.leg.layer), p.table.tip))
	p.table.withKey, p.keys.withKey = p.window.typedKey, p.window.typedKey
	p.table.reveal = func(line fyne.CanvasObject) { widgets.ScrollTo(p.scroll, line) }
	p.table.onGrown = p.resize
	p.table.tip.Small, p.table.tipOver = true, p.box
	p.keys.brief, p.keys.tip, p.keys.tipOver = true, p.table.tip, p.box
	p.scroll.OnScrolled = func(fyne.Position) { p.table.tip.Tell(nil) }
	p.above.OnScrolled = p.scroll.OnScrolled
	p.presets.OnFolded, p.chips.folded.OnFolded = p.resize, p.resize
	p.presets.Reveals(func(chip fyne.CanvasObject) { widgets.ScrollTo(p.above, chip) })
	reveal := func(chip fyne.CanvasObject) { widgets.ScrollTo(p.scroll, chip) }
	p.chips.reveal, p.chips.tell = reveal, p.tellCut
	p.chips.folded.Reveals(reveal)
}

// tellCut tells beside the pointer what stands cut below it.
func (p *whatIfPanel) tellCut(words string, at fyne.Position) {
	tip := p.table.tip
	if words == "" {
		tip.Tell(nil)
		return
	}
	tip.Width = max(0, p.box.Size().Width-tipBeside)
	var lines []widgets.TooltipLine
	for _, line := range widgets.Wrap(words, tip.Width, theme.SizeForWidget(theme.SizeNameText, p.amount), false) {
		lines = append(lines, widgets.TooltipLine{Text: line})
	}
	tip.TellOver(p.box, at, lines)
}

// resize lays the panel out once something in it has another height.
func (p *whatIfPanel) resize() {
	widgets.Rearrange(p.box)
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
	p.keys.short = p.table.short
	p.content.Hidden, p.empty.Hidden = len(legs) == 0, len(legs) > 0
	if p.above.Show(); len(legs) == 0 {
		p.above.Hide()
	}
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
		p.resize()
	}
}

// whenLate returns the colour of what is shown: old numbers are dimmed.
func whenLate(late bool, colour fyne.ThemeColorName) fyne.ThemeColorName {
	if late {
		return widgets.ColourMuted
	}
	return colour
}

// show brings the numbers up to date. Numbers that are old, because those of what is tried are still computed, are
// dimmed.
func (p *whatIfPanel) show() {
	p.follow()
	compared, late := p.session.compared, p.session.late || p.unread() != ""
	rows, pending := p.session.rangedRows()
	if compared == nil && p.told != nil && p.told.BaseBook == p.session.book && p.session.comparesSoon() {
		compared, rows, pending = p.told, p.rows, false // what is shown stays until the numbers are there
	}
	p.told, p.rows = compared, rows
	height, head := p.content.MinSize().Height, p.head.MinSize().Height
	p.words.box.Hidden, p.rates.Hidden = compared == nil, true
	if compared == nil {
		p.table.clear()
		p.keys.clear()
		p.state.SetText("Computing…")
		p.state.Show()
		if p.session.problem != nil {
			p.state.SetText(sentence(p.session.problem) + ".")
		}
		p.resize()
		return
	}
	p.state.SetText(p.stateText())
	p.state.Hidden = p.state.Content() == ""
	p.kept.SetRest(p.exactAmount()+compared.Saturation.Sentence, whenLate(late, widgets.ColourLoop))
	p.valued.SetRest(p.exactValuation(), whenLate(late, widgets.ColourMuted))
	p.words.show(compared, late)
	p.table.show(rows, p.session.book.Base, late, pending)
	p.showKeys(rows, late)
	words := p.backText()
	p.back.SetRest(words, widgets.ColourMuted)
	if words == "" {
		p.back.SetLeast(0)
	} else {
		p.back.SetLeast(spentLines)
	}
	p.showLoops(compared, late)
	p.rates.SetText(compared.BaseBook.CountedAt(compared.Rates()))
	p.rates.Hidden = p.rates.Content() == ""
	// Refreshing everything would cost more than all the measures, so only a panel of another height is.
	if p.content.MinSize().Height != height || p.head.MinSize().Height != head {
		p.resize()
	}
}

// showKeys shows the few numbers that stay in sight.
func (p *whatIfPanel) showKeys(rows []whatif.Row, late bool) {
	keys := whatif.KeyRows(p.session.book, rows)
	p.under.SetText(underKeys(keys, underFilters("", p.told.BaseNetwork.View, p.told.BaseBook)))
	p.under.Hidden = p.under.Content() == ""
	shown, named := make([]whatif.Row, len(keys)), make(map[string]whatif.KeyRow, len(keys))
	for i, key := range keys {
		shown[i], named[key.Key] = key.Row, key
	}
	p.keys.named = func(row *whatif.Row) (name, word string) { return named[row.Key].Short, named[row.Key].Word }
	p.keys.show(shown, p.session.book.Base, late, false)
}
