package gui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// whatIfPanel moves one leg's amount and what goes with it, and shows every measure beside its base.
type whatIfPanel struct {
	window  *Window
	session *session
	leg     *widget.Select
	legs    []deal.LegID
	amount  *widgets.TextEntry
	slider  *widget.Slider
	marked  *widgets.MarkedSlider // the slider with the base's value marked
	presets *fyne.Container
	fields  map[string]*widgets.Field
	entries map[string]*widgets.TextEntry
	timing  *widgets.Choice
	back    *widgets.Paragraph // whether what is spent back is counted
	kept    *widgets.Paragraph // where the answer stops moving
	state   *widgets.Paragraph // whether the numbers are those of what is tried
	trying  *trialBar          // the scenario that is tried and what can be done with it
	chips   *changeChips       // what is tried
	words   *comparisonWords
	table   *comparisonTable
	loops   *fyne.Container
	empty   *widgets.Paragraph
	content *fyne.Container
	scroll  *container.Scroll
	filling bool         // controls are being set from the session and must not answer
	filled  whatif.Stake // what the controls say
}

// The slider reaches $50bn, or twice a larger leg, in so many steps.
const (
	sliderReach = 50_000_000_000_00
	sliderSteps = 500
	smallAmount = 1_000_000_00 // below it a unit was probably forgotten
)

func newWhatIfPanel(w *Window) *whatIfPanel {
	p := &whatIfPanel{
		window: w, session: w.session, fields: map[string]*widgets.Field{}, entries: map[string]*widgets.TextEntry{},
		kept: widgets.NewParagraph("", widgets.ColourLoop), state: widgets.NewParagraph("", theme.ColorNameWarning), back: widgets.NewNote(""),
		empty: widgets.NewNote("There is no leg to move yet: enter a deal first."),
		loops: widgets.Stacked(2), presets: container.New(layout.NewRowWrapLayout()),
	}
	p.build()
	w.session.onBook = append(w.session.onBook, p.refill)
	w.session.onTrial = append(w.session.onTrial, p.follow)
	w.session.onMeasures = append(w.session.onMeasures, p.show)
	w.session.onLate = append(w.session.onLate, p.show)
	return p
}

func (p *whatIfPanel) build() {
	p.leg = widget.NewSelect(nil, func(string) {
		if !p.filling {
			p.move(p.legs[p.leg.SelectedIndex()])
		}
	})
	p.amount = p.entry("amount", "e.g. 10bn", p.typeAmount)
	p.slider = widget.NewSlider(0, sliderSteps)
	p.slider.OnChanged = p.slide
	p.marked = widgets.NewMarkedSlider(p.slider)
	p.timing = choice(deal.Timings, deal.TimingUnsaid, func(timing deal.Timing) {
		p.set(func(stake *whatif.Stake) { stake.Timing = timing })
	})
	p.table = newComparisonTable(func(row whatif.Row) {
		if len(row.Legs) > 0 {
			p.session.selectLegs(row.Legs)
		}
	})
	p.chips, p.words, p.trying = newChangeChips(p.window), newComparisonWords(p.window), newTrialBar(p.window)
	p.content = widgets.Stacked(4,
		p.field("leg", "Move the amount of", p.leg),
		widgets.Columns([]float32{3, 4}, p.field("amount", "Amount", p.amount),
			container.NewVBox(widgets.NewGap(10), container.NewThemeOverride(p.marked, sliderTheme{p.window}))),
		p.presets, p.kept,
		widgets.Columns([]float32{1, 1, 1},
			p.field("spent", "Spent back", p.entry("spent", "e.g. 100%", p.typeSpent)),
			p.field("years", "Over", p.entry("years", "e.g. 7 years", p.typeYears)),
			p.field("margin", "Gross margin", p.entry("margin", "e.g. 60%", p.typeMargin))),
		p.back,
		widgets.Columns([]float32{1, 1},
			p.field("valuation", "Valuation", p.entry("valuation", "e.g. 500bn", p.typeValuation)),
			p.field("timing", "The valuation is", p.timing)),
		p.trying.box, p.chips.box, p.state, p.words.box, p.table.box, p.loops,
	)
	p.table.withKey = p.window.typedKey
	p.table.reveal = func(line fyne.CanvasObject) { widgets.ScrollTo(p.scroll, line) }
	p.scroll = container.NewVScroll(widgets.Inset(container.NewStack(p.content, p.empty), 8, 10))
}

func (p *whatIfPanel) field(name, caption string, control fyne.CanvasObject) *widgets.Field {
	p.fields[name] = widgets.NewField(caption, control)
	p.fields[name].Compact = true
	return p.fields[name]
}

func (p *whatIfPanel) entry(name, placeholder string, typed func(string) error) *widgets.TextEntry {
	entry := widgets.NewTextEntry(placeholder)
	entry.Width = 70
	entry.OnChanged = func(text string) {
		if p.filling {
			return
		}
		problem := ""
		if err := typed(text); err != nil {
			problem = sentence(err)
			p.toBase(name)
		}
		p.fields[name].SetProblem(problem)
	}
	p.entries[name] = entry
	return entry
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

// set changes the stake and shows what it does.
func (p *whatIfPanel) set(change func(*whatif.Stake)) {
	if p.filling || !p.session.stakeSet {
		return
	}
	stake := p.session.stake
	change(&stake)
	p.filled = stake
	p.session.setStake(stake)
}

// toBase puts one input back to the base while its field cannot be read, so that no number on the screen is one
// of something half typed.
func (p *whatIfPanel) toBase(name string) {
	p.set(func(stake *whatif.Stake) {
		base := whatif.StakeOf(p.session.book, stake.Leg)
		switch name {
		case "amount":
			stake.Cents = base.Cents
			p.filling = true
			p.slider.SetValue(float64(base.Cents / (p.reach() / sliderSteps)))
			p.filling = false
		case "spent":
			stake.SpentBack, stake.Assume = base.SpentBack, false
		case "years":
			stake.Months = base.Months
		case "margin":
			stake.Margin, stake.AssumeMargin = 0, false
		case "valuation":
			stake.Valuation = base.Valuation
		}
	})
}

func (p *whatIfPanel) slide(value float64) {
	if p.filling {
		return
	}
	cents := int64(value) * (p.reach() / sliderSteps)
	p.filling = true
	p.amount.SetText(deal.Money{Cents: cents, Currency: p.currency()}.Exact())
	p.fields["amount"].SetProblem("")
	p.filling = false
	p.set(func(stake *whatif.Stake) { stake.Cents = cents })
}

// money reads an amount in the leg's currency, and no other.
func (p *whatIfPanel) money(text string) (int64, error) {
	money, err := deal.ParseMoney(text, p.currency())
	if err == nil && money.Currency != p.currency() {
		err = fmt.Errorf("the leg is in %s: write the amount in %s", p.currency(), p.currency())
	}
	return money.Cents, err
}

func (p *whatIfPanel) typeAmount(text string) error {
	cents, err := p.money(text)
	if err != nil {
		return err
	}
	hint := ""
	if cents > 0 && cents < smallAmount {
		hint = "That is " + deal.Money{Cents: cents, Currency: p.currency()}.Full() + ": write bn for billions"
	}
	p.fields["amount"].SetHint(hint)
	p.filling = true
	p.slider.SetValue(float64(cents / (p.reach() / sliderSteps)))
	p.filling = false
	p.set(func(stake *whatif.Stake) { stake.Cents = cents })
	return nil
}

func (p *whatIfPanel) typeSpent(text string) error {
	part, err := deal.ParsePercent(text)
	if err == nil {
		p.set(func(stake *whatif.Stake) {
			base := whatif.StakeOf(p.session.book, stake.Leg)
			stake.SpentBack, stake.Assume = part, !blank(text)
			if blank(text) {
				stake.SpentBack = base.SpentBack
			}
		})
	}
	return err
}

// blank reports whether nothing is typed, or nothing but the sign of a percentage.
func blank(text string) bool { return strings.Trim(text, " %") == "" }

func (p *whatIfPanel) typeYears(text string) error {
	months, err := deal.ParseTerm(text)
	if err == nil {
		p.set(func(stake *whatif.Stake) { stake.Months = months })
	}
	return err
}

func (p *whatIfPanel) typeMargin(text string) error {
	part, err := deal.ParsePercent(text)
	if err == nil {
		p.set(func(stake *whatif.Stake) { stake.Margin, stake.AssumeMargin = part, !blank(text) })
	}
	return err
}

func (p *whatIfPanel) typeValuation(text string) error {
	if strings.TrimSpace(text) == "" {
		p.set(func(stake *whatif.Stake) { stake.Valuation = 0 })
		return nil
	}
	cents, err := p.money(text)
	if err == nil {
		p.set(func(stake *whatif.Stake) { stake.Valuation = cents })
	}
	return err
}

func (p *whatIfPanel) currency() deal.Currency {
	if leg, _, ok := p.session.book.Leg(p.session.stake.Leg); ok {
		return leg.Currency
	}
	return p.session.book.Base
}

// reach is the amount at the right end of the slider, in cents.
func (p *whatIfPanel) reach() int64 {
	leg, _, _ := p.session.book.Leg(p.session.stake.Leg)
	return max(sliderReach, 2*leg.Figure.Best)
}

// refill lists the legs that can be moved; the controls then follow the session.
func (p *whatIfPanel) refill() {
	book := p.session.book
	p.legs = nil
	var names []string
	for _, d := range book.Deals {
		if d.Counting != deal.Counted || !d.Status.Live() {
			continue
		}
		for _, leg := range d.Legs {
			p.legs = append(p.legs, leg.ID)
			names = append(names, whatif.LegName(book, leg)+", "+leg.Figure.Short(leg.Currency))
		}
	}
	p.filling = true
	p.leg.Options = names
	p.filling = false
	p.content.Hidden, p.empty.Hidden = len(p.legs) == 0, len(p.legs) > 0
	p.fill()
}

// fill sets the controls to what the session is set to.
func (p *whatIfPanel) fill() {
	p.filling = true
	defer func() { p.filling = false }()
	stake := p.session.stake
	p.filled = stake
	p.leg.SetSelectedIndex(slices.Index(p.legs, stake.Leg))
	p.amount.SetText(deal.Money{Cents: stake.Cents, Currency: p.currency()}.Exact())
	p.slider.SetValue(float64(stake.Cents / (p.reach() / sliderSteps)))
	short := func(cents int64) string { return deal.Money{Cents: cents, Currency: p.currency()}.Short() }
	p.marked.SetEnds(short(0), short(p.reach()))
	leg, _, _ := p.session.book.Leg(stake.Leg)
	word := "base " + short(leg.Figure.Best)
	if !leg.Figure.Known() {
		word = "base undisclosed"
	}
	p.marked.SetMark(float64(leg.Figure.Best)/float64(p.reach())*sliderSteps, word)
	spent := ""
	if stake.Assume {
		spent = stake.SpentBack.Percent()
	}
	p.entries["spent"].SetText(spent)
	p.entries["years"].SetText(deal.TermText(stake.Months))
	margin := ""
	if stake.AssumeMargin {
		margin = stake.Margin.Percent()
	}
	p.entries["margin"].SetText(margin)
	valuation := ""
	if stake.Valuation != 0 {
		valuation = deal.Money{Cents: stake.Valuation, Currency: p.currency()}.Exact()
	}
	p.entries["valuation"].SetText(valuation)
	p.timing.SetSelectedIndex(max(0, slices.Index(deal.Timings, stake.Timing)))
	for _, field := range p.fields {
		field.SetProblem("")
	}
	p.fillPresets()
}

func (p *whatIfPanel) fillPresets() {
	p.presets.RemoveAll()
	for _, preset := range whatif.Presets(p.session.book, p.session.stake.Leg) {
		words := preset.Name + " " + deal.Money{Cents: preset.Cents, Currency: p.currency()}.Short()
		p.presets.Add(widgets.NewChip(words, func() {
			p.set(func(stake *whatif.Stake) { stake.Cents = preset.Cents })
			p.fill()
		}))
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

// show brings the numbers up to date. Numbers that are old, because those of what is tried are still computed, are
// dimmed.
func (p *whatIfPanel) show() {
	p.follow()
	compared, late := p.session.compared, p.session.late
	height := p.content.MinSize().Height
	p.words.box.Hidden = compared == nil
	if compared == nil {
		p.table.clear()
		p.state.SetText("Computing…")
		if p.session.problem != nil {
			p.state.SetText(sentence(p.session.problem) + ".")
		}
		p.content.Refresh()
		return
	}
	p.state.SetText("")
	if late {
		p.state.SetText("Computing… the numbers below are those of before.")
	}
	p.state.Hidden = !late
	p.kept.SetText(compared.Saturation.Sentence)
	p.words.show(compared, late)
	p.table.show(compared.Rows, p.session.book.Base, late)
	p.back.SetText(p.backText())
	p.back.Hidden = p.back.Content() == ""
	p.showLoops(compared)
	// Refreshing everything would cost more than all the measures, so only a panel of another height is.
	if p.content.MinSize().Height != height {
		p.content.Refresh()
	}
}
