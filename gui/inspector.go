package gui

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// inspector tells everything about what is selected, down to the sources.
type inspector struct {
	window  *Window
	session *session
	body    *fyne.Container
	box     *container.Scroll
}

func newInspector(w *Window) *inspector {
	in := &inspector{window: w, session: w.session}
	in.body = container.NewStack()
	in.box = container.NewVScroll(widgets.Inset(in.body, 8, 10))
	w.session.onSelection = append(w.session.onSelection, func() { in.show(); in.box.ScrollToTop() })
	w.session.onMeasures = append(w.session.onMeasures, in.show)
	w.session.onRanges = append(w.session.onRanges, in.show)
	w.session.onLate = append(w.session.onLate, in.show)
	return in
}

// show tells about what is selected. While another panel is in front nothing is done, so that a slider need not
// wait for text that nobody sees; the window shows the inspector again when it comes to the front.
func (in *inspector) show() {
	if !in.box.Visible() {
		return
	}
	var parts []fyne.CanvasObject
	switch s := in.session; {
	case len(s.selection.Loop) > 0:
		parts = in.loop()
	case s.source != 0:
		parts = in.source()
	case len(s.selection.Legs) > 0:
		parts = in.leg(s.selection.Legs[0])
	case len(s.selection.Companies) > 1:
		parts = in.companies(s.selection.Companies)
	case len(s.selection.Companies) > 0:
		parts = in.company(s.selection.Companies[0])
	default:
		parts = in.overview()
		if len(s.awaited) > 0 {
			words := s.lostWords(s.awaited) + ". It is lit again once all of its legs count, unless you select something else."
			parts = slices.Insert(parts, 1, fyne.CanvasObject(widgets.NewParagraph(words, "")))
		}
	}
	if in.session.late {
		parts = slices.Insert(parts, 1, fyne.CanvasObject(widgets.NewNote("Computing: these numbers are still those of before.")))
	}
	if words := in.session.standing(); words != "" {
		parts = slices.Insert(parts, 1, fyne.CanvasObject(widgets.NewNote(words)))
	}
	in.body.Objects = []fyne.CanvasObject{widgets.Stacked(6, parts...)}
	in.body.Refresh()
}

// heading wraps: the names of a loop are longer than the panel is wide.
func heading(words string) fyne.CanvasObject {
	text := widgets.NewParagraph(words, "")
	text.Large, text.Bold = true, true
	return text
}

// subheading is a heading in the size of the text. It wraps too, so that the panel's width depends on no name.
func subheading(words string) fyne.CanvasObject {
	text := widgets.NewParagraph(words, "")
	text.Bold = true
	return text
}

func section(words string) fyne.CanvasObject {
	return widgets.Stacked(2, widgets.NewGap(4), subheading(words), widget.NewSeparator())
}

func (in *inspector) money(cents int64) string {
	return deal.Money{Cents: cents, Currency: in.session.book.Base}.Short()
}

func share(part float64) string {
	if math.IsNaN(part) {
		return "—"
	}
	return deal.Share(math.Round(part*10_000) * 100).Percent()
}

// notKnown stands for what could only be computed of legs with a number, where there are none.
const notKnown = "not known"

// disclosedShare is the share and how it stands, unless no leg has a number that it could be computed of.
func disclosedShare(built *network.Network, part float64, stands network.Standing) string {
	if built.Undisclosed() {
		return notKnown
	}
	return string(stands) + share(part)
}

// overview is what stands there while nothing is selected.
func (in *inspector) overview() []fyne.CanvasObject {
	_, built, measures := in.session.shown()
	parts := []fyne.CanvasObject{heading(in.session.book.Title)}
	if problem := cmp.Or(in.session.refused, in.session.problem); problem != nil {
		return append(parts, widgets.NewParagraph(sentence(problem), theme.ColorNameError))
	}
	if measures == nil {
		return append(parts, widgets.NewNote("Measuring…"))
	}
	stands := in.session.standings()
	facts := []widgets.Fact{
		{Caption: "Gross", Value: grossText(built, stands)},
		{Caption: "Circular money", Value: string(stands.Circulation) + in.money(measures.Circulation) + ", " + disclosedShare(built, measures.CircularShare, stands.CircularShare) + " of all", Colour: widgets.ColourLoop},
		{Caption: "Loops", Value: loopsSummary(measures.Loops, stands) + in.session.countRange(ofLoops)},
		{Caption: "Finn cycling index", Value: disclosedShare(built, measures.Finn, stands.Finn)},
		{Caption: "Net obligations", Value: string(stands.NetDebt) + in.money(measures.Netting.NetDebt) + " would settle everything"},
	}
	if built.Undisclosed() {
		facts[1].Value, facts[len(facts)-1].Value = notKnown, notKnown
	}
	if r, known := in.session.circularRange(); known {
		could := widgets.Fact{Caption: "Circular share", Value: rangeWords(in.session.book, r)}
		facts = slices.Insert(facts, 2, could)
	}
	parts = append(parts, widgets.Facts(facts))
	if len(measures.Flags) > 0 {
		parts = append(parts, section(string(stands.Flags)+counted(len(measures.Flags), "flag")+in.session.countRange(ofFlags)))
		parts = append(parts, in.flags(toldFlags(measures))...)
	}
	if len(built.LeftOut) > 0 {
		parts = append(parts, section("Without a number in this view"))
		for _, out := range built.LeftOut {
			leg, d, _ := in.session.book.Leg(out.Leg)
			parts = append(parts, widgets.NewLink(d.Title+": "+out.Reason, func() { in.session.selectLeg(leg.ID) }))
		}
	}
	if undated := in.session.undated(); undated > 0 {
		parts = append(parts, widgets.NewNote(counted(undated, "deal")+" without a date, counted as of any day."))
	}
	return append(parts, widgets.NewNote("Click a company, a leg or a row to see where each number comes from."))
}

// endsOfShare writes both ends of a share's range, "~" before one that was searched for and not proven.
func endsOfShare(r network.Range) (low, high string) {
	low, high = share(r.Low), share(r.High)
	if r.Sampled && !r.LowProven {
		low = "~" + low
	}
	if r.Sampled && !r.HighProven {
		high = "~" + high
	}
	return low, high
}

// rangeWords says how far a share can move and which leg moves it.
func rangeWords(book *deal.Book, r network.Range) string {
	low, high := endsOfShare(r)
	text := low + " to " + high
	if leg, _, ok := book.Leg(r.Driver); ok {
		reason := "most by "
		if !leg.Figure.Known() {
			reason = "most by the undisclosed "
		}
		text += ", moved " + reason + endsOf(book.CompanyName(leg.Payer), book.CompanyName(leg.Payee))
	}
	return text
}

func (in *inspector) flags(flags []network.Flag) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, flag := range flags {
		parts = append(parts, widgets.NewLink(flag.Text, func() {
			in.session.selectLegs(flag.Legs)
		}))
	}
	return parts
}

func (in *inspector) company(id deal.CompanyID) []fyne.CanvasObject {
	book, built, measures := in.session.shown()
	company, ok := book.Company(id)
	if !ok {
		return in.overview()
	}
	parts := []fyne.CanvasObject{heading(company.Name), in.buttons("Change company…")}
	if in.session.tried() {
		parts = append(parts, widgets.NewNote("Sums and measures below are those of the what-if; the deals listed are the document's."))
	}
	facts := []widgets.Fact{{Caption: "Role", Value: string(company.Role)}}
	if company.Ticker != "" {
		facts = append(facts, widgets.Fact{Caption: "Ticker", Value: company.Ticker})
	}
	facts = append(facts, in.reported("Cash", company.Cash)...)
	facts = append(facts, in.reported("Revenue a year", company.Revenue)...)
	at := positionOf(built, id)
	if at >= 0 {
		pays, paid := totals(built)
		facts = append(facts,
			widgets.Fact{Caption: "Pays", Value: pays[id].text(book.Base)},
			widgets.Fact{Caption: "Is paid", Value: paid[id].text(book.Base)})
		if measures != nil {
			stands := in.session.standings()
			part := "what is disclosed"
			if len(built.LeftOut) > 0 {
				part = "what has a number"
			}
			facts = append(facts, widgets.Fact{Caption: "Supplier HHI", Value: index(measures.SupplierHHI, at, pays[id], stands.SupplierHHI[at], part)},
				widgets.Fact{Caption: "Customer HHI", Value: index(measures.CustomerHHI, at, paid[id], stands.CustomerHHI[at], part)})
		}
	}
	parts = append(parts, widgets.Facts(facts))
	if own, ok := in.session.book.Company(id); ok && own.Pinned {
		parts = append(parts, in.pinned("Pinned: layouts leave it where it stands.", "Unpin it")...)
	}
	if company.Note != "" {
		parts = append(parts, widgets.NewParagraph(company.Note, ""))
	}
	parts = append(parts, in.legsOf(id)...)
	parts = append(parts, in.rights(func(right deal.Right) bool { return right.Holder == id || right.Over == id })...)
	if measures != nil {
		if own := flagsOf(measures, id); len(own) > 0 {
			others := slices.IndexFunc(own, func(flag network.Flag) bool { bearer, ok := flag.Bearer(); return !ok || bearer != id })
			if others < 0 {
				others = len(own)
			}
			if others > 0 {
				parts = append(append(parts, section("Flags")), in.flags(own[:others])...)
			}
			if others < len(own) {
				parts = append(append(parts, section("Named in flags of others")), in.flags(own[others:])...)
			}
		}
	}
	return append(parts, in.claims(deal.Subject{Company: id})...)
}

func positionOf(built *network.Network, id deal.CompanyID) int {
	if built != nil {
		for i := range built.Companies {
			if built.Companies[i].ID == id {
				return i
			}
		}
	}
	return -1
}

// index writes how concentrated a sum is: "not known" where nothing of it has a number, and of which part of it that is known.
func index(values []float64, at int, of total, stands network.Standing, part string) string {
	switch {
	case of.known == 0 && of.unknown > 0:
		return notKnown
	case at >= len(values) || math.IsNaN(values[at]):
		return "none"
	}
	words := fmt.Sprintf("%s%s of 10,000", stands, deal.Count(int(math.Round(values[at]))))
	if of.unknown > 0 {
		words += ", of " + part
	}
	return words
}

func (in *inspector) reported(caption string, reported deal.Reported) []widgets.Fact {
	if !reported.Stated {
		return []widgets.Fact{{Caption: caption, Value: "not stated", Colour: widgets.ColourMuted}}
	}
	value := reported.Money.Exact()
	if source, ok := in.session.book.Source(reported.Source); ok {
		value += " (" + source.Title + ")"
	}
	return []widgets.Fact{{Caption: caption, Value: value}}
}

// legsOf lists what the company pays and is paid, in the order of the deals.
func (in *inspector) legsOf(id deal.CompanyID) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, pays := range []bool{true, false} {
		first := true
		for _, d := range in.session.book.Deals {
			for _, leg := range d.Legs {
				if pays && leg.Payer != id || !pays && leg.Payee != id {
					continue
				}
				if first {
					first = false
					title := "Is paid by"
					if pays {
						title = "Pays"
					}
					parts = append(parts, section(title))
				}
				other := leg.Payee
				if !pays {
					other = leg.Payer
				}
				stage := string(d.Status)
				if d.Counting != deal.Counted {
					stage = string(d.Counting) + ", not counted"
				} else if !in.session.counts(leg.ID) {
					stage += ", not counted"
				}
				words := fmt.Sprintf("%s, %s for %s (%s)", in.session.book.CompanyName(other), leg.Figure.Short(leg.Currency), leg.Kind, stage)
				parts = append(parts, widgets.NewLink(words, func() { in.session.selectLeg(leg.ID) }))
			}
		}
	}
	return parts
}

func (in *inspector) rights(wanted func(deal.Right) bool) []fyne.CanvasObject {
	book := in.session.book
	var parts []fyne.CanvasObject
	for _, d := range book.Deals {
		for _, right := range d.Rights {
			if !wanted(right) {
				continue
			}
			if len(parts) == 0 {
				parts = append(parts, section("Rights"))
			}
			words := fmt.Sprintf("%s: %s over %s", book.CompanyName(right.Holder), right.Kind, book.CompanyName(right.Over))
			if right.Until != "" {
				words += ", until " + right.Until.String()
			}
			if source, ok := book.Source(right.Source); ok {
				words += " (" + source.Title + ")"
			}
			parts = append(parts, widgets.NewParagraph(words, ""))
			if right.Note != "" {
				parts = append(parts, widgets.NewNote(right.Note))
			}
		}
	}
	return parts
}

// pinned says that what is selected is pinned, with a link to unpin it.
func (in *inspector) pinned(words, unpin string) []fyne.CanvasObject {
	return []fyne.CanvasObject{widgets.NewNote(words), widgets.NewLink(unpin, in.window.unpinSelected)}
}

// buttons change, duplicate and delete what is selected.
func (in *inspector) buttons(change string) fyne.CanvasObject {
	buttons := container.NewHBox(widgets.NewButtonWithIcon(change, theme.DocumentCreateIcon(), in.window.changeSelected))
	if _, ok := in.session.selectedDeal(); ok {
		buttons.Add(widgets.NewButtonWithIcon("", theme.ContentCopyIcon(), in.window.duplicateDeal))
		buttons.Add(widgets.NewButton("What if…", in.window.moveSelectedLeg))
	}
	buttons.Add(widgets.NewButtonWithIcon("", theme.DeleteIcon(), in.window.deleteSelected))
	return buttons
}
