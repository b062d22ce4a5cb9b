package gui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// The inputs of the what-if panel: what is typed or slid becomes the session's stake, and the stake what they show.

// sliderSteps is how many steps the slider has.
const sliderSteps = 500

func (p *whatIfPanel) slide(value float64) {
	if p.filling {
		return
	}
	cents := int64(value) * (p.reached / sliderSteps)
	p.filling = true
	p.amount.SetText(p.written(cents))
	p.amount.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) // of what was selected in it a part would stay so
	p.fields["amount"].SetProblem("")
	p.fields["amount"].SetHint("")
	p.filling = false
	p.marked.SetUnset(false)
	p.set("amount", func(stake *whatif.Stake) { stake.Cents, stake.AssumeAmount = cents, !p.disclosed() })
}

// money reads an amount in the leg's currency, and no other.
func (p *whatIfPanel) money(text string) (int64, error) {
	money, err := deal.ParseSum(text, p.currency())
	if err == nil && money.Currency != p.currency() {
		err = fmt.Errorf("the leg is in %s: write the amount in %s", p.currency(), p.currency())
	}
	if err == nil {
		err = p.sized(money.Cents, text)
	}
	return money.Cents, err
}

func (p *whatIfPanel) typeAmount(text string) error {
	cents, err := int64(0), error(nil)
	empty := strings.TrimSpace(text) == "" && !p.disclosed()
	if !empty {
		if cents, err = p.money(text); err != nil {
			return err
		}
	}
	p.set("amount", func(stake *whatif.Stake) { stake.Cents, stake.AssumeAmount = cents, !empty && !p.disclosed() })
	p.placeSlider()
	return nil
}

func (p *whatIfPanel) typeSpent(text string) error {
	part, err := deal.ParsePercent(text)
	if err == nil {
		p.set("spent", func(stake *whatif.Stake) {
			base := whatif.StakeOf(p.session.book, stake.Leg)
			stake.SpentBack, stake.Assume = part, true
			if blank(text) {
				stake.SpentBack, stake.Assume = base.SpentBack, base.Assume
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

// disclosed reports whether the document has a number for the leg.
func (p *whatIfPanel) disclosed() bool {
	leg, _, _ := p.session.book.Leg(p.session.stake.Leg)
	return leg.Figure.Known()
}

func (p *whatIfPanel) currency() deal.Currency {
	if leg, _, ok := p.session.book.Leg(p.session.stake.Leg); ok {
		return leg.Currency
	}
	return p.session.book.Base
}

// reach is the amount at the right end of the slider, in cents: where a chart looks first, or for a larger leg the next
// round number above twice it, so that its steps are round numbers. An amount beyond that by typing is within it too.
func (p *whatIfPanel) reach() int64 {
	leg, _, _ := p.session.book.Leg(p.session.stake.Leg)
	least := max(2*leg.Figure.Best, p.session.stake.Cents)
	for round := whatif.FirstReach(p.currency()); ; round *= 10 {
		for _, reach := range []int64{round, 2 * round, 4 * round} { // 50bn, 100bn, 200bn, 500bn
			if reach >= least || reach > deal.MaxCents {
				return min(reach, deal.MaxCents)
			}
		}
	}
}

// reachOut gives the slider the ends and the mark of the leg and of what is tried. While it is dragged its ends stay.
func (p *whatIfPanel) reachOut() {
	leg, _, _ := p.session.book.Leg(p.session.stake.Leg)
	p.reached = p.reach()
	short := func(cents int64) string { return deal.Money{Cents: cents, Currency: p.currency()}.Short() }
	p.marked.SetEnds(short(0), short(p.reached))
	if leg.Figure.Known() {
		p.marked.SetMark(float64(leg.Figure.Best)/float64(p.reached)*sliderSteps, "base "+short(leg.Figure.Best))
	} else {
		p.marked.SetMark(-1, "")
	}
}

// mostWritten is how many letters of an amount the entry has room for.
const mostWritten = 12

// written writes an amount for its entry: to the cent where there is room for that, and otherwise in short.
func (p *whatIfPanel) written(cents int64) string {
	money := deal.Money{Cents: cents, Currency: p.currency()}
	if exact := money.Exact(); len([]rune(exact)) <= mostWritten {
		return exact
	}
	return money.Short()
}

// exactAmount says the amount that is tried to the cent where its entry has it in short.
func (p *whatIfPanel) exactAmount() string {
	money := deal.Money{Cents: p.session.stake.Cents, Currency: p.currency()}
	if exact := money.Exact(); p.amount.Text == money.Short() && exact != p.amount.Text {
		return "Exactly " + exact + " is tried. "
	}
	return ""
}

// exactValuation says the valuation that is tried to the cent where its entry has it in short.
func (p *whatIfPanel) exactValuation() string {
	money := deal.Money{Cents: p.session.stake.Valuation, Currency: p.currency()}
	if exact := money.Exact(); p.entries["valuation"].Text == money.Short() && exact != money.Short() {
		return "The valuation is exactly " + exact + "."
	}
	return ""
}

// inputText is what stands in an entry while nothing is typed into it.
func (p *whatIfPanel) inputText(name string) string {
	stake := p.session.stake
	switch name {
	case "amount":
		leg, _, _ := p.session.book.Leg(stake.Leg)
		if leg.Figure.Known() || stake.Cents != 0 || stake.AssumeAmount {
			return p.written(stake.Cents)
		}
	case "spent":
		if stake.Assume {
			return stake.SpentBack.Percent()
		}
	case "years":
		return deal.TermText(stake.Months)
	case "margin":
		if stake.AssumeMargin {
			return stake.Margin.Percent()
		}
	case "valuation":
		if stake.Valuation != 0 {
			return p.written(stake.Valuation)
		}
	}
	return ""
}

// fill sets the controls to what the session is set to.
func (p *whatIfPanel) fill() {
	p.filling = true
	defer func() { p.filling = false }()
	stake := p.session.stake
	p.filled = stake
	p.leg.pick(stake.Leg)
	leg, _, _ := p.session.book.Leg(stake.Leg)
	p.amount.SetPlaceHolder("undisclosed")
	if leg.Figure.Known() {
		p.amount.SetPlaceHolder("e.g. 10bn")
	}
	for name, entry := range p.entries {
		entry.SetText(p.inputText(name))
	}
	p.placeSlider()
	p.timing.SetSelectedIndex(max(0, slices.Index(deal.Timings, stake.Timing)))
	for _, field := range p.fields {
		field.SetProblem("")
		field.SetHint("")
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
	var chips []fyne.CanvasObject
	for _, preset := range presets {
		chip := widgets.NewChip(preset.Name+" "+deal.Money{Cents: preset.Cents, Currency: p.currency()}.Short(), func() {
			p.set("", func(stake *whatif.Stake) { stake.Cents, stake.AssumeAmount = preset.Cents, !p.disclosed() })
			p.fill()
		})
		chip.OnFocus = func() { widgets.ScrollTo(p.above, chip) }
		exact := preset.Name + " " + deal.Money{Cents: preset.Cents, Currency: p.currency()}.Full()
		chip.OnPointed = func(at fyne.Position, over bool) {
			words := ""
			if over {
				words = exact
			}
			p.tellCut(words, at)
		}
		chips = append(chips, chip)
	}
	p.presets.Open(false)
	p.presets.SetChips(chips)
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
	said := "The sources say"
	if len(p.session.book.ClaimsAbout(deal.Subject{Leg: leg.ID})) == 0 {
		said = "Your entry says"
	}
	return fmt.Sprintf("%s %s, by a contract of undisclosed size: the circular money leaves it out until you type a share.",
		said, leg.CoveredShare().Percent())
}
