package gui

import (
	"slices"

	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// What is typed into the panel counts as soon as it can be read. An entry that cannot be read counts for nothing, nor
// does the part of it that could be: of “1e30” not the 1.

// typedInput is what is being typed into an entry of the panel.
type typedInput struct {
	before whatif.Stake // what was tried when it began
	text   string       // as it stood last
	goesOn bool         // letters since then belong to it
}

// inputsInOrder are the names of the panel's entries as they stand in it.
var inputsInOrder = []string{"amount", "spent", "years", "margin", "valuation"}

// entry returns an entry of the panel, which says below itself what it cannot read.
func (p *whatIfPanel) entry(name, hint string, typed func(string) error) *widgets.TextEntry {
	entry := widgets.NewTextEntry(hint)
	entry.Width = 70
	now := &typedInput{}
	entry.OnChanged = func(text string) {
		p.follows(now, text)
		if p.filling {
			return
		}
		problem := ""
		if err := typed(text); err != nil {
			problem = sentence(err)
			p.fields[name].SetHint("")
			p.set(name, func(stake *whatif.Stake) { keepInput(name, stake, now.before) })
			if name == "amount" {
				p.placeSlider()
			}
		}
		if was := p.fields[name].Problem(); was != problem {
			p.fields[name].SetProblem(problem)
			p.show()
		}
	}
	ends := func() { now.goesOn = false }
	entry.OnFocus = ends
	entry.OnLeave = func() {
		ends()
		p.tidy(name)
	}
	entry.OnConfirm = func() bool {
		ends()
		if name == "amount" || name == "valuation" {
			p.confirm(entry)
		}
		return false
	}
	p.entries[name] = entry
	return entry
}

// tidy writes what was typed into an entry as the panel writes it, without setting anything anew.
func (p *whatIfPanel) tidy(name string) {
	if text := p.inputText(name); p.session.stakeSet && p.fields[name].Problem() == "" && p.entries[name].Text != text {
		was := p.filling
		p.filling = true
		p.entries[name].SetText(text)
		p.filling = was
	}
}

// follows notes the text of an entry, and what was tried before it where it begins: when the keyboard comes or Return is
// pressed, and where more than one letter changes at once, as when everything is selected and typed over.
func (p *whatIfPanel) follows(now *typedInput, text string) {
	if p.filling || !now.goesOn || !oneLetter(now.text, text) || now.before.Leg != p.session.stake.Leg {
		now.before = p.session.stake
	}
	now.text, now.goesOn = text, !p.filling
}

// oneLetter reports whether the one text is the other with a letter more.
func oneLetter(a, b string) bool {
	long, short := []rune(a), []rune(b)
	if len(long) < len(short) {
		long, short = short, long
	}
	if len(long) != len(short)+1 {
		return false
	}
	at := 0
	for at < len(short) && short[at] == long[at] {
		at++
	}
	return slices.Equal(short[at:], long[at+1:])
}

// keepInput puts back what an entry sets.
func keepInput(name string, stake *whatif.Stake, before whatif.Stake) {
	switch name {
	case "amount":
		stake.Cents, stake.AssumeAmount = before.Cents, before.AssumeAmount
	case "spent":
		stake.SpentBack, stake.Assume = before.SpentBack, before.Assume
	case "years":
		stake.Months = before.Months
	case "margin":
		stake.Margin, stake.AssumeMargin = before.Margin, before.AssumeMargin
	case "valuation":
		stake.Valuation = before.Valuation
	}
}

// unread returns the captions of the entries that cannot be read, in one phrase, or "".
func (p *whatIfPanel) unread() string {
	var wrong []string
	for _, name := range inputsInOrder {
		if p.fields[name].Problem() != "" {
			wrong = append(wrong, "“"+p.fields[name].Caption()+"”")
		}
	}
	return deal.AllOf(wrong)
}

// stateText says whether the numbers are those of everything that stands in the entries.
func (p *whatIfPanel) stateText() string {
	if unread := p.unread(); unread != "" {
		return unread + " cannot be read: the numbers count what stood there before."
	}
	return ""
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

// placeSlider puts the slider where the amount is; an amount that nobody has disclosed or set has no place on it.
func (p *whatIfPanel) placeSlider() {
	was := p.filling
	p.filling = true
	defer func() { p.filling = was }()
	stake := p.session.stake
	leg, _, _ := p.session.book.Leg(stake.Leg)
	p.marked.SetUnset(!leg.Figure.Known() && stake.Cents == 0 && !stake.AssumeAmount)
	p.reachOut()
	p.slider.SetValue(float64(stake.Cents / (p.reached / sliderSteps)))
}

// The lines that are kept free below the entries, so that none of them moves while one types. Below the share that is spent
// back that is only where the document has a contract of which something is to be said.
const amountLines, spentLines, valuationLines = 3, 2, 0

// notesBelow makes the lines below the rows of entries. Where nothing is wrong with the amount they say where the answer
// stops moving, and of the share whether it is counted.
func (p *whatIfPanel) notesBelow() (amount, spent, valuation *widgets.SharedNote) {
	field := func(names ...string) []*widgets.Field {
		var fields []*widgets.Field
		for _, name := range names {
			fields = append(fields, p.fields[name])
		}
		return fields
	}
	amount = widgets.ShareNote(amountLines, field("amount")...)
	spent = widgets.ShareNote(0, field("spent", "years", "margin")...)
	valuation = widgets.ShareNote(valuationLines, field("valuation")...)
	amount.HintColour, amount.Most = theme.ColorNameWarning, amountLines
	return amount, spent, valuation
}
