package gui

import (
	"fmt"
	"slices"
	"strings"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// The inputs of the what-if panel: what is typed or slid becomes the session's stake, and the stake what they show.

// The slider reaches $50bn, or for a larger leg the next round number above twice it, in so many steps.
const (
	sliderReach = 50_000_000_000_00
	sliderSteps = 500
	smallAmount = 1_000_000_00 // below it a unit was probably forgotten
)

// entry returns an entry of the panel, which says below itself what it cannot read.
func (p *whatIfPanel) entry(name, placeholder string, typed func(string) error) *widgets.TextEntry {
	entry := widgets.NewTextEntry(placeholder)
	entry.Width = 70
	entry.OnChanged = func(text string) {
		if p.filling {
			return
		}
		problem := ""
		if err := typed(text); err != nil {
			problem = sentence(err) // what was tried last stays tried, as its chip says
		}
		p.fields[name].SetProblem(problem)
	}
	p.entries[name] = entry
	return entry
}

// keepingWrong keeps what is typed and cannot be read while the other inputs are set.
func (p *whatIfPanel) keepingWrong(set func()) {
	type wrong struct{ text, problem string }
	kept := map[string]wrong{}
	for name, entry := range p.entries {
		if problem := p.fields[name].Problem(); problem != "" {
			kept[name] = wrong{entry.Text, problem}
		}
	}
	set()
	p.filling = true
	defer func() { p.filling = false }()
	for name, was := range kept {
		p.entries[name].SetText(was.text)
		p.fields[name].SetProblem(was.problem)
	}
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
	p.set("amount", func(stake *whatif.Stake) { stake.Cents = cents })
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
	p.set("amount", func(stake *whatif.Stake) { stake.Cents = cents })
	return nil
}

func (p *whatIfPanel) typeSpent(text string) error {
	part, err := deal.ParsePercent(text)
	if err == nil {
		p.set("spent", func(stake *whatif.Stake) {
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
		p.set("years", func(stake *whatif.Stake) { stake.Months = months })
	}
	return err
}

func (p *whatIfPanel) typeMargin(text string) error {
	part, err := deal.ParsePercent(text)
	if err == nil {
		p.set("margin", func(stake *whatif.Stake) { stake.Margin, stake.AssumeMargin = part, !blank(text) })
	}
	return err
}

func (p *whatIfPanel) typeValuation(text string) error {
	if strings.TrimSpace(text) == "" {
		p.set("valuation", func(stake *whatif.Stake) { stake.Valuation = 0 })
		return nil
	}
	cents, err := p.money(text)
	if err == nil && cents == 0 {
		err = deal.ErrNoValue
	}
	if err == nil {
		p.set("valuation", func(stake *whatif.Stake) { stake.Valuation = cents })
	}
	return err
}

func (p *whatIfPanel) currency() deal.Currency {
	if leg, _, ok := p.session.book.Leg(p.session.stake.Leg); ok {
		return leg.Currency
	}
	return p.session.book.Base
}

// reach is the amount at the right end of the slider, in cents: one whose steps are round numbers.
func (p *whatIfPanel) reach() int64 {
	leg, _, _ := p.session.book.Leg(p.session.stake.Leg)
	for round := int64(sliderReach); ; round *= 10 {
		for _, reach := range []int64{round, 2 * round, 4 * round} { // 50bn, 100bn, 200bn, 500bn
			if reach >= 2*leg.Figure.Best {
				return min(reach, deal.MaxCents)
			}
		}
	}
}

// fill sets the controls to what the session is set to.
func (p *whatIfPanel) fill() {
	p.filling = true
	defer func() { p.filling = false }()
	stake := p.session.stake
	p.filled = stake
	p.leg.pick(stake.Leg)
	leg, _, _ := p.session.book.Leg(stake.Leg)
	p.amount.SetText("")
	p.amount.SetPlaceHolder("undisclosed")
	if leg.Figure.Known() {
		p.amount.SetPlaceHolder("e.g. 10bn")
	}
	if leg.Figure.Known() || stake.Cents != 0 {
		p.amount.SetText(deal.Money{Cents: stake.Cents, Currency: p.currency()}.Exact())
	}
	p.slider.SetValue(float64(stake.Cents / (p.reach() / sliderSteps)))
	short := func(cents int64) string { return deal.Money{Cents: cents, Currency: p.currency()}.Short() }
	p.marked.SetEnds(short(0), short(p.reach()))
	if leg.Figure.Known() {
		p.marked.SetMark(float64(leg.Figure.Best)/float64(p.reach())*sliderSteps, "base "+short(leg.Figure.Best))
	} else {
		p.marked.SetMark(-1, "undisclosed")
	}
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

// fillPresets makes the presets of the leg that is moved; those that are there already stay, and keep the keyboard.
func (p *whatIfPanel) fillPresets() {
	presets := whatif.Presets(p.session.book, p.session.stake.Leg)
	if slices.Equal(presets, p.offered) && p.presetsIn == p.currency() {
		return
	}
	p.offered, p.presetsIn = presets, p.currency()
	p.presets.RemoveAll()
	for _, preset := range presets {
		chip := widgets.NewChip(preset.Name+" "+deal.Money{Cents: preset.Cents, Currency: p.currency()}.Short(), func() {
			p.set("", func(stake *whatif.Stake) { stake.Cents = preset.Cents })
			p.fill()
		})
		chip.OnFocus = func() { widgets.ScrollTo(p.scroll, chip) }
		p.presets.Add(chip)
	}
}

// backText says whether the money that must be spent back is counted.
func (p *whatIfPanel) backText() string {
	stake := p.session.stake
	leg, _, _ := p.session.book.Leg(stake.Leg)
	back, _, ok := p.session.book.Leg(leg.ConditionalOn)
	switch {
	case !ok || back.Figure.Known():
		return ""
	case stake.Assume:
		return fmt.Sprintf("Your assumption, counted in the scenario as new money from %s to %s.",
			p.session.book.CompanyName(back.Payer), p.session.book.CompanyName(back.Payee))
	}
	return fmt.Sprintf("The sources say %s, by a contract of undisclosed size: the circular money leaves it out until you type a share.",
		leg.CoveredShare().Percent())
}
