package gui

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// stressResults lists what a stress test does. Every line selects what it came from.
type stressResults struct {
	panel   *stressPanel
	all     bool // show every line, however many
	stale   bool // newer numbers are being computed: these stand dimmed
	words   *widgets.Text
	left    *widgets.Button
	play    *widgets.Button
	unknown *widgets.Sentence // leads to the field of assumed cash; kept, so that the keyboard stays on it
	right   *widgets.Button
	waves   *fyne.Container
	lists   *fyne.Container
	box     *fyne.Container
}

// mostLines is how many lines a list has before the rest is only counted.
const mostLines = 25

func newStressResults(p *stressPanel) *stressResults {
	r := &stressResults{panel: p, words: widgets.NewText(""), waves: widgets.Stacked(1), lists: widgets.Stacked(1)}
	r.words.Style.Bold = true
	r.left = widgets.NewButtonWithIcon("", theme.NavigateBackIcon(), func() { p.step(-1) })
	r.right = widgets.NewButtonWithIcon("", theme.NavigateNextIcon(), func() { p.step(1) })
	r.play = widgets.NewButtonWithIcon("", theme.MediaPlayIcon(), p.togglePlay)
	bar := container.NewBorder(nil, nil, container.NewHBox(r.left, r.play), r.right, widgets.Inset(r.words, 0, 8))
	r.unknown = widgets.NewSentence(func() { p.window.window.Canvas().Focus(p.entries["assumed"]) })
	r.unknown.SetColour(theme.ColorNameHyperlink)
	r.box = widgets.Stacked(2, widget.NewSeparator(), bar, r.unknown, r.waves, r.lists)
	return r
}

// moneyText writes cents as headlines do.
func moneyText(cents float64, base deal.Currency) string {
	return whatif.FormatValue(whatif.UnitMoney, cents, base)
}

// lost writes what is lost as the side by side writes a fall: "↓ $38bn", "↓ ~$22.4bn" where other figures make another
// number of it, "$0" where nothing is.
func (r *stressResults) lost(e whatif.Estimate) string {
	text := e.Sign() + moneyText(e.Best, r.panel.result.Book.Base)
	if e.Best < 0.5 {
		return text
	}
	return "↓ " + text
}

func (r *stressResults) money(e whatif.Estimate) string {
	return e.Text(whatif.UnitMoney, r.panel.result.Book.Base)
}

func (r *stressResults) part(e whatif.Estimate) string {
	return e.Text(whatif.UnitShare, r.panel.result.Book.Base)
}

// colour is that of the words, or dim while they are old.
func (r *stressResults) colour(usual fyne.ThemeColorName) fyne.ThemeColorName {
	if r.stale {
		return widgets.ColourMuted
	}
	return usual
}

// tell adds sentences below the waves.
func (r *stressResults) tell(sentences []whatif.Sentence) {
	for _, told := range sentences {
		cited := newCitedSentence(r.panel.window)
		cited.show(r.panel.result.Book, told, r.colour(theme.ColorNameForeground))
		r.lists.Add(cited.box)
	}
}

// note adds a note below the waves.
func (r *stressResults) note(words string) {
	note := widgets.NewNote(words)
	note.Colour = r.colour(note.Colour)
	r.lists.Add(note)
}

// show lists the result.
func (r *stressResults) show() {
	result := r.panel.result
	r.lists.RemoveAll()
	r.summary(result)
	r.hit(result)
	r.suppliers(result)
	r.ranks(result)
	r.investors(result)
	if words := result.CountedAt(); words != "" {
		r.note(words)
	}
	r.showWave()
}

// showWave lists the waves, those that the canvas does not show yet dimmed.
func (r *stressResults) showWave() {
	p := r.panel
	result := p.result
	words := "Nobody fails to pay"
	fallen, _ := result.In(0)
	switch {
	case result.CashUnknown > 0 && len(fallen) > 0:
		words = "No other failure known"
	case result.CashUnknown > 0 && result.Shock.Kind != whatif.ShockValuations:
		words = "No failure known"
	case len(fallen) > 0:
		words = "Nobody else fails to pay"
	}
	if result.Waves > 0 {
		words = fmt.Sprintf("Wave %d of %d", p.wave, result.Waves)
		if p.wave == 0 {
			words = "The shock, before " + counted(result.Waves, "wave")
		}
	}
	r.words.Colour = r.colour(theme.ColorNameForeground)
	r.words.SetText(words)
	setEnabled(r.left, p.wave > 0)
	setEnabled(r.right, p.wave < result.Waves)
	setEnabled(r.play, result.Waves > 0)
	icon := theme.MediaPlayIcon()
	if p.playing {
		icon = theme.MediaPauseIcon()
	}
	r.play.SetIcon(icon)
	r.waves.RemoveAll()
	r.unknown.Hidden = result.CashUnknown == 0 || result.Shock.Kind == whatif.ShockValuations
	if !r.unknown.Hidden {
		words := fmt.Sprintf("The cash of %s is unknown and taken to be enough: type what they have", counted(result.CashUnknown, "company"))
		if result.CashUnknown == 1 {
			words = "The cash of 1 company is unknown and taken to be enough: type what it has"
		}
		r.unknown.SetText(words)
	}
	for wave := 0; wave <= result.Waves; wave++ {
		r.listWave(wave, r.stale || wave > p.wave)
	}
	r.box.Refresh()
	p.content.Refresh()
}

func (r *stressResults) listWave(wave int, dimmed bool) {
	result := r.panel.result
	companies, legs := result.In(wave)
	if len(companies) == 0 && len(legs) == 0 {
		return
	}
	title := "The shock: " + result.Shock.Words(result.Book)
	if wave > 0 {
		title = fmt.Sprintf("Wave %d: %s cannot pay in full", wave, counted(len(companies), "company"))
		if slices.ContainsFunc(companies, func(company whatif.StressedCompany) bool { return company.Elsewhere }) {
			title += ", by the best figures"
		}
	}
	r.waves.Add(section(title))
	lines := &stressList{results: r, to: r.waves, dimmed: dimmed}
	for _, company := range companies {
		lines.add(r.fallenRow(company))
		for _, leg := range legs {
			if leg.Payer == company.Company {
				lines.add(r.legRow(leg, "→ "+result.Book.CompanyName(leg.Payee)))
			}
		}
	}
	for _, leg := range legs {
		if payer, _ := result.Company(leg.Payer); payer.Wave != wave {
			lines.add(r.legRow(leg, deal.Way(result.Book.CompanyName(leg.Payer), result.Book.CompanyName(leg.Payee))))
		}
	}
	lines.rest()
}

// fallenRow says what a company pays of what it owes.
func (r *stressResults) fallenRow(company whatif.StressedCompany) stressRow {
	base := r.panel.result.Book.Base
	name := r.panel.result.Book.CompanyName(company.Company)
	short := whatif.Estimate{Best: company.Owes.Best - company.Pays.Best, Unsure: company.Owes.Wide() || company.Pays.Wide()}
	short.Low, short.High = short.Best, short.Best
	row := stressRow{company: company.Company, strong: true}
	switch {
	case company.Owes.High < 0.5:
		row.words = name + " owes nothing that counts"
		return row
	case company.Owes.Best < 0.5:
		row.words, row.first = name+" owes only what has no number", "unknown"
		return row
	}
	row.words = fmt.Sprintf("%s pays %s of %s", name, company.Pays.Marked(whatif.UnitMoney, base), company.Owes.Marked(whatif.UnitMoney, base))
	row.first, row.second = r.lost(short), r.unpaidPart(company)
	if company.Before {
		row.note = "It cannot pay in full without the shock either."
		if company.BeforeElsewhere {
			row.note = "By the best figures it cannot pay in full without the shock either."
		}
	}
	if company.Owes.Wide() || company.Pays.Wide() {
		row.note += " Pays " + r.money(company.Pays) + " of " + r.money(company.Owes) + "."
	}
	if company.Elsewhere {
		row.note += " With other figures of the ranges it pays everything."
	}
	row.note = strings.TrimSpace(row.note)
	return row
}

// unpaidPart writes the part that a company does not pay of what it owes.
func (r *stressResults) unpaidPart(company whatif.StressedCompany) string {
	part := 1 - company.Pays.Best/company.Owes.Best
	if company.Pays.High < 0.5 || company.Pays.Sign() == "" && company.Owes.Sign() == "" {
		return share(part)
	}
	return string(whatif.About) + share(part)
}

func (r *stressResults) legRow(leg whatif.StressedLeg, ends string) stressRow {
	row := stressRow{words: "    " + ends + ", " + string(leg.Kind), legs: []deal.LegID{leg.Leg}, first: "unknown", second: leg.Share.Sign() + share(leg.Share.Best)}
	if leg.Known {
		row.first = r.lost(leg.Lost)
		if leg.Lost.Wide() {
			row.note = fmt.Sprintf("Loses %s of %s, %s.", r.money(leg.Lost), r.money(leg.Due), r.part(leg.Share))
		}
		row.cents = leg.Lost.Best
	} else {
		row.note = r.panel.result.WhyUnknown(leg.Leg)
	}
	return row
}

// partText writes a part of a whole, "" of nothing. Where figures leave room it is only about so much, but for all of the
// whole at both ends, or nothing of it.
func partText(part, whole whatif.Estimate) string {
	if whole.Best <= 0 || math.IsNaN(part.Best) {
		return ""
	}
	all := part.Best == whole.Best && part.Low == whole.Low && part.High == whole.High
	nothing := part.Best < 0.5 && !part.Wide()
	if all || nothing || part.Sign() == "" && whole.Sign() == "" {
		return share(part.Best / whole.Best)
	}
	return string(whatif.About) + share(part.Best/whole.Best)
}

// summary says what is lost in all, and what is not known.
func (r *stressResults) summary(result *whatif.StressResult) {
	r.lists.Add(section("In all"))
	r.tell(result.Told())
	r.note(result.KnownWords())
	if words := underFilters("Counted is what passes the filters: ", result.Network.View, result.Book); words != "" {
		r.note(words + ".")
	}
	if words := result.SearchWords(); words != "" {
		r.note("Amounts on the canvas are those at the end. In brackets: the ranges over the figures. " + words)
	}
	if basis := result.Network.View.Basis; basis == "" || basis == "headline" {
		r.note("Headline totals: all years of a contract fall due at once. Choose a year's worth to ask who can pay this year.")
	}
}

func (r *stressResults) hit(result *whatif.StressResult) {
	list := r.list("Who does not get everything", len(result.Hit()) > 0)
	for _, company := range result.Hit() {
		row := stressRow{
			words: result.Book.CompanyName(company.Company), first: r.lost(company.LostIn),
			second: partText(company.LostIn, company.DueIn), cents: company.LostIn.Best, company: company.Company,
		}
		if company.LossKnown() && company.LostIn.Wide() {
			row.note = "Loses " + r.money(company.LostIn) + ". "
		}
		if !company.LossKnown() {
			row.first, row.second = "unknown", ""
		}
		if company.Unknown > 0 {
			row.note += "Does not get " + result.Numberless(company.Unknown) + " in full. "
		}
		if !company.Cash.Known && company.Needs > 0.5 && !company.Fell() {
			row.note += "Its cash is unknown: it needs " + moneyText(company.Needs, result.Book.Base) + " to pay what it owes."
		}
		for _, leg := range result.Legs {
			if leg.Payee == company.Company {
				row.legs = append(row.legs, leg.Leg)
			}
		}
		list.add(row)
	}
	list.rest()
}

func (r *stressResults) suppliers(result *whatif.StressResult) {
	list := r.list("Lost revenue by supplier", len(result.Suppliers) > 0)
	for _, supplier := range result.Suppliers {
		row := stressRow{
			words: result.Book.CompanyName(supplier.Company), first: r.lost(supplier.Lost),
			second: partText(supplier.Lost, supplier.Due), cents: supplier.Lost.Best, legs: supplier.Legs, company: supplier.Company,
		}
		if !supplier.LossKnown() {
			row.first, row.second = "unknown", ""
		} else if supplier.Lost.Wide() {
			row.note = "Loses " + r.money(supplier.Lost) + ". "
		}
		if supplier.Before.High >= 0.5 {
			row.note += "Without the shock it loses " + r.money(supplier.Before) + " too. "
		}
		if supplier.Unknown > 0 {
			words := "And an unknown amount of %s."
			if !supplier.LossKnown() {
				words = "Loses an unknown amount of %s."
			}
			row.note += fmt.Sprintf(words, result.Numberless(supplier.Unknown))
		}
		list.add(row)
	}
	list.rest()
}

// ranks says which part of all economic value is lost, and of each company's, the loss of the shock itself apart.
func (r *stressResults) ranks(result *whatif.StressResult) {
	list := r.list("Economic value lost, by DebtRank", true)
	r.tell(result.RankTold())
	for _, words := range result.RankNotes() {
		r.note(words)
	}
	ranked := result.Ranked()
	if len(ranked) > 0 {
		r.note("Of its own value each company loses, by the shock itself + passed on = in all:")
	}
	for _, company := range ranked {
		row := stressRow{
			words: result.Book.CompanyName(company.Company), first: company.First.Sign() + share(company.First.Best) + " + " + company.Passed.Sign() + share(company.Passed.Best),
			second: company.Rank.Sign() + share(company.Rank.Best), company: company.Company, wide: true,
		}
		if company.RankUnknown() {
			row.first, row.second, row.note = "", "unknown", result.Nothing()
		} else if company.PassedUnknown() {
			row.first, row.second = share(company.First.Best)+" + unknown", "≥"+share(company.First.Best)
			row.note = result.Nothing()
		} else if company.Rank.Wide() {
			row.note = "In all " + company.Rank.Text(whatif.UnitShare, result.Book.Base) + "."
		}
		list.add(row)
	}
	list.rest()
}

func (r *stressResults) investors(result *whatif.StressResult) {
	list := r.list("Value of holdings lost, looked through, as stated", len(result.Investors) > 0)
	for _, investor := range result.Investors {
		row := stressRow{words: result.Book.CompanyName(investor.Company), first: "unknown", legs: investor.Legs, company: investor.Company}
		switch {
		case investor.Known && result.RankKnown:
			row.first, row.second = r.lost(investor.Lost), partText(investor.Lost, investor.Worth)
			row.note = fmt.Sprintf("Loses %s of %s; the shock itself takes %s. ", r.money(investor.Lost), r.money(investor.Worth), r.money(investor.First))
			row.cents = investor.Lost.Best
		case investor.Known:
			row.note = fmt.Sprintf("Of %s an unknown part. ", r.money(investor.Worth))
		case investor.OnlyGone():
			row.first = whatif.NoLongerBought
		}
		if investor.Unknown > 0 {
			row.note += counted(investor.Unknown, "holding") + " without a stake or a valuation not counted. "
		}
		if investor.Gone > 0 {
			row.note += "Not counted: " + counted(investor.Gone, "stake") + " " + whatif.NoLongerBought + ", because of the shock."
		}
		row.note = strings.TrimSpace(row.note)
		list.add(row)
	}
	list.rest()
	if words := result.HoldingsWords(); words != "" {
		r.note(words)
	}
}

// list begins a list below the waves, unless it is empty.
func (r *stressResults) list(title string, any bool) *stressList {
	if any {
		r.lists.Add(section(title))
	}
	return &stressList{results: r, to: r.lists, dimmed: r.stale}
}
