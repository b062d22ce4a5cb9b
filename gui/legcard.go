package gui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// legCard is the part of the deal form that holds one leg. It writes what is typed straight into the form's
// entry.
type legCard struct {
	form   *dealForm
	at     int
	fields map[string]*widgets.Field
	payer  *widgets.Completion
	payee  *widgets.Completion
	equity *fyne.Container
	when   *fyne.Container
	box    fyne.CanvasObject
}

func newLegCard(form *dealForm, at int) *legCard {
	c := &legCard{form: form, at: at, fields: map[string]*widgets.Field{}}
	leg := &form.entry.legs[at]
	c.payer = form.companyEntry(deal.FieldPayer, at, &leg.payer)
	c.payee = form.companyEntry(deal.FieldPayee, at, &leg.payee)
	who := widgets.Columns([]float32{5, 5, 4, 3},
		c.field(deal.FieldPayer, "Payer", c.payer),
		c.field(deal.FieldPayee, "Payee", c.payee),
		c.field(deal.FieldKind, "Kind", choice(deal.Kinds, leg.kind, func(kind deal.Kind) {
			leg.kind = kind
			c.showEquity()
			form.touched(deal.FieldKind, at)
		})),
		c.field(deal.FieldBasis, "Paid in", choice(deal.Bases, leg.basis, func(basis deal.Basis) {
			leg.basis = basis
			form.touched(deal.FieldBasis, at)
		})),
	)
	term, start := c.text(deal.FieldTerm, "Term", "e.g. 7 years", &leg.term), c.text(deal.FieldStart, "Start", "e.g. 2025-11", &leg.start)
	drawn := c.text(deal.FieldDrawn, "Paid so far", "e.g. 1.5bn", &leg.drawn)
	money := widgets.Columns([]float32{5, 5, 8.5},
		c.text(deal.FieldAmount, "Amount", "e.g. up to $10bn", &leg.amount),
		c.text(fieldAssumed, "Assumed range (your own)", "e.g. 20bn to 60bn", &leg.assumed),
		// Three narrow fields, with one line below all of them for what is wrong.
		widgets.Stacked(1, widgets.Columns([]float32{3, 2.5, 3}, term, start, drawn), widgets.ShareNote(1, term, start, drawn).Paragraph),
	)
	c.equity = widgets.Columns([]float32{3, 5, 4},
		c.text(deal.FieldStake, "Stake bought", "e.g. 27%", &leg.stake),
		c.text(deal.FieldValuation, "Valuation of the payee", "e.g. over 500bn", &leg.valuation),
		c.field("timing", "The valuation is", choice(deal.Timings, leg.timing, func(timing deal.Timing) {
			leg.timing = timing
			form.touched(deal.FieldValuation, at)
		})),
	)
	c.when = widgets.Columns([]float32{6, 3, 6}, c.conditions(leg),
		c.text("covers", "Part under the condition", "e.g. 100%", &leg.covers),
		c.text("note", "Note on this leg", "", &leg.note),
	)
	// The fields come before the header's buttons when Tab goes round.
	c.box = widgets.Card(container.NewBorder(c.header(), nil, nil, nil, container.NewVBox(who, money, c.equity, c.when)))
	c.showEquity()
	return c
}

func (c *legCard) header() fyne.CanvasObject {
	back := c.form.button("Add return leg", theme.MailReplyIcon(), func() { c.form.addReturnLeg(c.at) })
	remove := c.form.button("Remove", theme.ContentRemoveIcon(), func() { c.form.removeLeg(c.at) })
	if len(c.form.entry.legs) == 1 {
		remove.Hide()
	}
	return container.NewHBox(widgets.NewHeading(fmt.Sprintf("Leg %d", c.at+1)), layout.NewSpacer(), back, remove)
}

func (c *legCard) field(name, caption string, control fyne.CanvasObject) *widgets.Field {
	field := widgets.NewField(caption, control)
	c.fields[name] = field
	widgets.Reveal(c.form.scroll, control)
	widgets.Escapes(control, c.form.cancel)
	return field
}

func (c *legCard) text(name, caption, hint string, value *string) *widgets.Field {
	return c.field(name, caption, c.form.textEntry(name, c.at, hint, value))
}

// conditions offers the other legs of the deal, and the leg of another deal that the condition names already.
func (c *legCard) conditions(leg *legEntry) *widgets.Field {
	options := []string{"no condition"}
	ids := []deal.LegID{0}
	for i, other := range c.form.entry.legs {
		if i != c.at {
			options = append(options, fmt.Sprintf("leg %d: %s", i+1, endsOf(other.payer, other.payee)))
			ids = append(ids, other.kept.ID)
		}
	}
	if leg.conditionalOn > 0 && !slices.Contains(ids, leg.conditionalOn) {
		if other, d, ok := c.form.entry.seen.Leg(leg.conditionalOn); ok {
			book := c.form.entry.seen
			options = append(options, d.Title+": "+endsOf(book.CompanyName(other.Payer), book.CompanyName(other.Payee)))
			ids = append(ids, leg.conditionalOn)
		}
	}
	chosen := widgets.NewChoice(options)
	chosen.SetSelectedIndex(max(0, slices.Index(ids, leg.conditionalOn)))
	chosen.OnChanged = func(string) {
		leg.conditionalOn = ids[chosen.SelectedIndex()]
		c.form.touched(deal.FieldCondition, c.at)
	}
	return c.field(deal.FieldCondition, "Only if it is followed by", chosen)
}

func (c *legCard) showEquity() {
	if c.form.entry.legs[c.at].kind == deal.KindEquity {
		c.equity.Show()
	} else {
		c.equity.Hide()
	}
}

// hint says how the entries are understood.
func (c *legCard) hint(book *deal.Book) {
	leg := c.form.entry.legs[c.at]
	c.fields[deal.FieldAmount].SetHint(readingOf(leg.amount, book.Base))
	c.fields[deal.FieldPayer].SetHint(newCompanyHint(book, leg.payer))
	c.fields[deal.FieldPayee].SetHint(newCompanyHint(book, leg.payee))
	if strings.TrimSpace(leg.valuation) != "" {
		c.fields[deal.FieldValuation].SetHint(readingOf(leg.valuation, book.Base))
	} else {
		c.fields[deal.FieldValuation].SetHint("")
	}
	if date, err := deal.ParseDate(leg.start); err == nil {
		c.fields[deal.FieldStart].SetHint(date.String())
	}
}

// readingOf says in full how an amount is understood.
func readingOf(text string, base deal.Currency) string {
	amount, err := deal.ParseAmount(text)
	if err != nil {
		return ""
	}
	currency := amount.Currency
	if currency == "" {
		currency = base
	}
	figure := amount.Figure
	reading := ""
	switch figure.Said {
	case deal.SaidUndisclosed:
		reading = "undisclosed: an edge without a number"
	case deal.SaidRange:
		reading = deal.Money{Cents: figure.Low, Currency: currency}.Full() + " to " +
			deal.Money{Cents: figure.High, Currency: currency}.Full()
	case deal.SaidExact:
		reading = deal.Money{Cents: figure.Best, Currency: currency}.Full()
	default:
		reading = string(figure.Said) + " " + deal.Money{Cents: figure.Best, Currency: currency}.Full()
	}
	if amount.TermMonths > 0 {
		reading += " over " + deal.TermText(amount.TermMonths)
	}
	return reading
}

func newCompanyHint(book *deal.Book, name string) string {
	if strings.TrimSpace(name) == "" {
		return ""
	}
	if _, known := book.CompanyNamed(name); known {
		return ""
	}
	return "new company, made on saving"
}

func endsOf(payer, payee string) string {
	if payer == "" {
		payer = "?"
	}
	if payee == "" {
		payee = "?"
	}
	return deal.Way(payer, payee)
}

// choice is a drop-down of named values.
func choice[T ~string](values []T, chosen T, changed func(T)) *widgets.Choice {
	control := widgets.NewChoice(shownWords(values))
	control.SetSelectedIndex(max(0, slices.Index(values, chosen)))
	control.OnChanged = func(string) { changed(values[control.SelectedIndex()]) }
	return control
}

// shownWords are the words of a vocabulary as a drop-down lists them.
func shownWords[T ~string](words []T) []string {
	names := make([]string, len(words))
	for i, word := range words {
		names[i] = string(word)
		if word == "" {
			names[i] = "not said"
		}
	}
	return names
}
