package gui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// filterPanel is where the analyst chooses which deals count. What is chosen holds at once, behind the panel.
type filterPanel struct {
	window *Window
	popup  *widget.PopUp

	summary       *widgets.Text
	clear         *widgets.Button
	groups        map[bool]*widgets.Tick // of financing, and of commercial kinds
	kinds         map[deal.Kind]*widgets.Tick
	statuses      map[deal.Status]*widgets.Tick
	amount        *widgets.TextEntry
	least         *widgets.Field
	onlyDisclosed *widgets.Tick
	onlyLoops     *widgets.Tick
	companies     *companyTicks
	tip           *widgets.Tooltip // tells a name that has no room
}

func newFilterPanel(w *Window) *filterPanel {
	p := &filterPanel{
		window: w, summary: widgets.NewCaption(""), groups: map[bool]*widgets.Tick{},
		kinds: map[deal.Kind]*widgets.Tick{}, statuses: map[deal.Status]*widgets.Tick{},
	}
	p.amount = widgets.NewTextEntry("any, or such as 1bn")
	p.amount.OnEscape = p.close
	p.amount.OnChanged = p.typeAmount
	p.amount.OnLeave = w.session.steps.settled
	p.amount.OnSubmitted = func(string) {
		if p.least.Problem() == "" { // a wrong amount stays, to be put right
			p.close()
		}
	}
	p.least = widgets.NewField("A leg is at least", p.amount)
	p.onlyDisclosed = p.tick("Only disclosed amounts", func(view *network.View, on bool) { view.OnlyDisclosed = on })
	p.onlyLoops = p.tick("Only loops", func(view *network.View, on bool) { view.OnlyLoops = on })
	p.companies = newCompanyTicks(p)
	p.clear = widgets.NewButton("Clear filters", func() {
		p.writeAmount() // a wrong one goes too
		w.clearFilters()
	})
	head := container.NewBorder(nil, nil, widgets.NewHeading("Filters"), p.clear, widgets.Inset(p.summary, 0, 10))
	columns := widgets.Columns([]float32{4, 5, 6}, p.kindTicks(), p.otherTicks(), p.companies.box)
	p.tip = widgets.NewTooltip(panelWidth - 40)
	p.tip.Small = true
	p.popup = widget.NewPopUp(widgets.Above(
		widgets.Inset(container.NewBorder(widgets.Stacked(6, head, widget.NewSeparator()), nil, nil, nil, columns), 8, 12),
		p.tip), w.window.Canvas())
	p.popup.Hide()
	w.session.onView = append(w.session.onView, p.follow)
	return p
}

// tick returns a tick box that changes the view.
func (p *filterPanel) tick(words string, change func(view *network.View, on bool)) *widgets.Tick {
	tick := widgets.NewTick(words, func(on bool) {
		label := toggled(on, "Clear “"+words+"”", "Tick “"+words+"”")
		p.window.changeView(label, func(view *network.View) { change(view, on) })
	})
	tick.OnEscape = p.close
	return tick
}

// kindTicks lists the kinds under what they are kinds of.
func (p *filterPanel) kindTicks() fyne.CanvasObject {
	parts := []fyne.CanvasObject{container.NewHBox(widgets.NewHeading("Kinds"), numberOfDeals())}
	for _, financing := range []bool{true, false} {
		kinds, words := kindsOf(financing), "Commercial"
		if financing {
			words = "Financing"
		}
		change := func(of []deal.Kind) func(*network.View, bool) {
			return func(view *network.View, on bool) { view.Kinds = withKinds(*view, of, on) }
		}
		p.groups[financing] = p.tick(words, change(kinds))
		parts = append(parts, p.groups[financing])
		for _, kind := range kinds {
			p.kinds[kind] = p.tick(string(kind), change([]deal.Kind{kind}))
			parts = append(parts, container.NewHBox(widgets.Wide(14, widgets.NewGap(0)), p.kinds[kind]))
		}
	}
	return widgets.Stacked(2, parts[0], widgets.Stacked(-5, parts[1:]...))
}

// otherTicks lists the statuses, and what else a leg must be.
func (p *filterPanel) otherTicks() fyne.CanvasObject {
	parts := []fyne.CanvasObject{container.NewHBox(widgets.NewHeading("Statuses"), numberOfDeals())}
	for _, status := range deal.Statuses {
		p.statuses[status] = p.tick(string(status), func(view *network.View, on bool) { view.Statuses = withStatus(*view, status, on) })
		parts = append(parts, p.statuses[status])
	}
	return widgets.Stacked(2, parts[0], widgets.Stacked(-5, parts[1:]...), widgets.NewGap(6),
		widgets.NewHeading("Amounts and loops"), p.least, widgets.Stacked(-5, p.onlyDisclosed, p.onlyLoops))
}

// open shows the panel below its button.
func (p *filterPanel) open() { p.openAt(p.amount) }

// openAt shows the panel with the keyboard in one of its controls.
func (p *filterPanel) openAt(control fyne.Focusable) {
	p.companies.search.SetText("")
	p.window.session.steps.settled() // a click beside the panel closes it without a word
	p.writeAmount()
	p.popup.Show()
	p.follow()
	button := p.window.toolbar.filters
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(button)
	size := p.window.window.Canvas().Size()
	room := fyne.NewSize(min(panelWidth, size.Width-16), min(max(p.popup.Content.MinSize().Height, panelHeight), size.Height-at.Y-button.Size().Height-12))
	p.popup.Resize(room)
	p.popup.Move(fyne.NewPos(max(8, min(at.X, size.Width-room.Width-8)), at.Y+button.Size().Height+4))
	p.window.window.Canvas().Focus(control)
}

// The size of the panel where there is room.
const panelWidth, panelHeight = 640, 440

func (p *filterPanel) close() {
	p.window.window.Canvas().Unfocus()
	p.popup.Hide()
}

// readAmount understands the least amount that is typed. Of a wrong one none is in force.
func (p *filterPanel) readAmount() (least deal.Money, err error) {
	book := p.window.session.book
	if strings.TrimSpace(p.amount.Text) == "" {
		return deal.Money{}, nil
	}
	if least, err = deal.ParseMoney(p.amount.Text, book.Base); err != nil {
		return deal.Money{}, err
	}
	if _, ok := book.InBase(least.Cents, least.Currency); !ok {
		return deal.Money{}, fmt.Errorf("the document has no rate from %s to %s", least.Currency, book.Base)
	}
	return least, nil
}

// typeAmount takes the least amount over as it is typed.
func (p *filterPanel) typeAmount(string) {
	least, err := p.readAmount()
	p.least.SetProblem("")
	if err != nil {
		p.least.SetProblem(sentence(err))
	}
	label := "Count legs of any amount"
	if least.Cents > 0 {
		label = "Count legs of at least " + least.Exact()
	}
	p.window.moveView(label, "least amount", func(view *network.View) { view.MinAmount = least })
}

// writeAmount writes the least amount that is in force into its entry.
func (p *filterPanel) writeAmount() {
	words := ""
	if least := p.window.session.view.MinAmount; least.Cents > 0 {
		words = least.Exact()
	}
	p.amount.OnChanged = nil
	p.amount.SetText(words)
	p.amount.OnChanged = p.typeAmount
	p.amount.Settle()
	p.least.SetProblem("")
}

// follow shows what holds now.
func (p *filterPanel) follow() {
	if !p.popup.Visible() {
		return
	}
	session := p.window.session
	view := session.view
	p.summary.SetText(dealsCounted(session))
	setEnabled(p.clear, session.filtered())
	kinds, statuses := session.tally()
	for _, financing := range []bool{true, false} {
		on, all := 0, 0
		for _, kind := range kindsOf(financing) {
			counts := view.Kinds == nil || slices.Contains(view.Kinds, kind)
			p.kinds[kind].Set(counts, false)
			p.name(p.kinds[kind], string(kind), kinds[kind])
			if all++; counts {
				on++
			}
		}
		p.groups[financing].Set(on == all, on > 0 && on < all)
	}
	for _, status := range deal.Statuses {
		p.statuses[status].Set(countsIn(view, status), false)
		p.name(p.statuses[status], string(status), statuses[status])
	}
	p.onlyDisclosed.Set(view.OnlyDisclosed, false)
	p.onlyLoops.Set(view.OnlyLoops, false)
	if least, _ := p.readAmount(); least != view.MinAmount { // a chip, or undo, has changed it
		p.writeAmount()
	}
	p.least.SetHint(leastHint(session.book, view))
	p.companies.follow()
}

// leastHint says what becomes of legs by the least amount.
func leastHint(book *deal.Book, view network.View) string {
	if view.MinAmount.Cents == 0 {
		return ""
	}
	var stay []string
	if !view.OnlyDisclosed {
		stay = append(stay, "undisclosed ones")
	}
	if len(book.Unrated()) > 0 {
		stay = append(stay, "those without a rate")
	}
	hint := "Legs below " + view.MinAmount.Exact() + " are left out"
	if len(stay) > 0 {
		hint += "; " + strings.Join(stay, " and ") + " stay"
	}
	return hint + "."
}

// numberOfDeals says what the numbers below a heading count.
func numberOfDeals() *widgets.Text {
	words := widgets.NewCaption("(deals)")
	words.FullWidth = true
	return words
}

// name writes how many deals there are behind the word.
func (p *filterPanel) name(tick *widgets.Tick, word string, count int) {
	words := fmt.Sprintf("%s (%s)", word, deal.Count(count))
	if count == 0 {
		words = word
	}
	if tick.Text != words {
		tick.SetText(words)
	}
}

// tally counts the document's deals by the kinds of their legs, each kind once, and by status, whatever the view.
func (s *session) tally() (kinds map[deal.Kind]int, statuses map[deal.Status]int) {
	kinds, statuses = map[deal.Kind]int{}, map[deal.Status]int{}
	for _, d := range s.book.Deals {
		if d.Counting != deal.Counted {
			continue
		}
		statuses[d.Status]++
		for i, leg := range d.Legs {
			if !slices.ContainsFunc(d.Legs[:i], func(before deal.Leg) bool { return before.Kind == leg.Kind }) {
				kinds[leg.Kind]++
			}
		}
	}
	return kinds, statuses
}

// dealsCounted says how much of the document counts: "11 of 15 deals count".
func dealsCounted(s *session) string {
	return fmt.Sprintf("%s of %s", deal.Count(s.counting()), counted(len(s.book.Deals), "deal"))
}
