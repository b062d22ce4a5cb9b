package gui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// dealForm is the form in which a deal is entered and changed. It validates as one types and keeps what was
// typed when saving fails.
type dealForm struct {
	widget.BaseWidget
	OnSave   func(deal.Edit) error
	OnCancel func()
	OnSmall  func(small []smallAmount, save func()) // asks whether amounts that have probably forgotten their units are meant

	entry   dealEntry
	opened  dealEntry // as the form was opened, to notice that something was typed
	seen    map[deal.Field]bool
	all     bool // saving was tried: every problem shows
	fields  map[string]*widgets.Field
	cards   []*legCard
	legs    *fyne.Container
	scroll  *container.Scroll
	rights  *rightsPart
	layer   *widgets.Suggestions
	first   *widgets.TextEntry
	plain   string // what the deal is called when nobody gives it a title
	summary *formSummary
	save    *widgets.FormButton
	content fyne.CanvasObject
}

func newDealForm(entry dealEntry, heading string) *dealForm {
	f := &dealForm{
		entry: entry, opened: entry, seen: map[deal.Field]bool{}, fields: map[string]*widgets.Field{},
		layer: widgets.NewSuggestions(), legs: container.NewVBox(), scroll: container.NewVScroll(nil),
	}
	f.plain = entry.plainTitle()
	f.opened.legs, f.opened.rights = slices.Clone(entry.legs), slices.Clone(entry.rights)
	f.ExtendBaseWidget(f)
	f.content = f.build(heading)
	f.buildLegs()
	f.check()
	return f
}

// CreateRenderer implements fyne.Widget.
func (f *dealForm) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.content) }

func (f *dealForm) build(heading string) fyne.CanvasObject {
	f.save = widgets.NewFormButton("Save", f.Submit, f.cancel)
	f.save.Importance = widget.HighImportance
	cancel := widgets.NewFormButton("Cancel", f.cancel, f.cancel)
	keys := widgets.NewCaption("Ctrl+Return saves, Esc cancels")
	keys.FullWidth = true
	f.summary = newFormSummary(f.save, cancel, keys)
	f.first = f.textEntry(deal.FieldTitle, -1, "What the deal is called; empty: named after payer and payee", &f.entry.title)
	basics := widgets.Columns([]float32{8, 3.5, 3.5},
		f.field(deal.FieldTitle, "Title", f.first),
		f.field(deal.FieldStatus, "Status", choice(deal.Statuses, f.entry.status, func(status deal.Status) {
			f.entry.status = status
			f.touched(deal.FieldStatus, -1)
		})),
		f.field(deal.FieldAnnounced, "Announced", f.textEntry(deal.FieldAnnounced, -1, "e.g. 2025-11-03", &f.entry.announced)),
	)
	addLeg := f.button("Add a leg", theme.ContentAddIcon(), func() {
		f.entry.addLeg()
		f.buildLegs()
		f.focus(f.cards[len(f.cards)-1].payer)
	})
	cited := widgets.Columns([]float32{8, 4, 3, 5},
		f.field(deal.FieldSource, "Source", f.sourceEntry()),
		f.field(deal.FieldPublisher, "Publisher", f.textEntry(deal.FieldPublisher, -1, "", &f.entry.source.publisher)),
		f.field(deal.FieldDate, "Dated", f.textEntry(deal.FieldDate, -1, "e.g. 2025-12-17", &f.entry.source.date)),
		f.field(deal.FieldLink, "Link", f.textEntry(deal.FieldLink, -1, "https://", &f.entry.source.link)),
	)
	passage := f.field(deal.FieldPassage, "What it says there, in your words",
		f.textEntry(deal.FieldPassage, -1, "stands with every number that this form enters or changes", &f.entry.source.passage))
	more := widgets.Columns([]float32{4, 4, 6},
		f.field(deal.FieldCounting, "Counting", choice(deal.Countings, f.entry.counting, func(counting deal.Counting) {
			f.entry.counting = counting
			f.touched(deal.FieldCounting, -1)
		})),
		f.field(deal.FieldTotal, "Total of all legs, if only that is known", f.textEntry(deal.FieldTotal, -1, "e.g. 400bn", &f.entry.total)),
		f.field(deal.FieldTags, "Tags, with commas between", f.textEntry(deal.FieldTags, -1, "", &f.entry.tags)),
	)
	f.rights = newRightsPart(f)
	notes := widgets.NewNotesEntry("")
	notes.SetText(f.entry.notes)
	notes.OnChanged = func(text string) { f.entry.notes = text }
	notes.OnEscape = f.cancel
	body := container.NewVBox(basics, f.legs, container.NewHBox(addLeg, layout.NewSpacer()), cited, passage, more, f.rights.box, f.field("notes", "Notes", notes))
	f.scroll.Content = widgets.Inset(body, 0, 6)
	form := container.NewBorder(
		widgets.Inset(widgets.NewHeading(heading), 2, 2), widgets.Inset(f.summary.foot, 4, 2), nil, nil,
		f.scroll)
	f.summary.form = form
	return container.NewStack(form, f.layer)
}

func (f *dealForm) buildLegs() {
	f.cards = f.cards[:0]
	f.legs.RemoveAll()
	for i := range f.entry.legs {
		card := newLegCard(f, i)
		f.cards = append(f.cards, card)
		f.legs.Add(card.box)
	}
	f.check()
}

func (f *dealForm) addReturnLeg(i int) {
	f.entry.addReturnLeg(i)
	f.buildLegs()
	f.focusText(f.cards[len(f.cards)-1].fields[deal.FieldAmount])
}

func (f *dealForm) removeLeg(i int) {
	f.entry.removeLeg(i)
	f.buildLegs()
}

func (f *dealForm) field(name, caption string, control fyne.CanvasObject) *widgets.Field {
	field := widgets.NewField(caption, control)
	f.fields[name] = field
	widgets.Reveal(f.scroll, control)
	widgets.Escapes(control, f.cancel)
	return field
}

// button is a quiet button within the form.
func (f *dealForm) button(words string, icon fyne.Resource, tapped func()) *widgets.FormButton {
	button := widgets.NewFormButton(words, tapped, f.cancel)
	button.Icon, button.Importance = icon, widget.LowImportance
	return button
}

// textEntry is an entry of one line whose text goes into value. What is wrong shows when the keyboard leaves it.
func (f *dealForm) textEntry(name string, leg int, hint string, value *string) *widgets.TextEntry {
	entry := widgets.NewTextEntry(hint)
	entry.SetText(*value)
	entry.OnChanged = func(text string) {
		*value = text
		f.check()
	}
	entry.OnLeave = func() { f.touched(name, leg) }
	entry.OnEscape = f.cancel
	return entry
}

// companyEntry offers the companies that there are; another name makes a new one.
func (f *dealForm) companyEntry(name string, leg int, value *string) *widgets.Completion {
	entry := widgets.NewCompletion("Company", f.layer, f.offerCompanies)
	entry.SetText(*value)
	entry.OnChanged = func(text string) {
		*value = text
		f.touched(name, leg)
	}
	entry.OnEscape = f.cancel
	return entry
}

// sourceEntry offers the sources that the document has; taking one fills in the rest.
func (f *dealForm) sourceEntry() *widgets.Completion {
	entry := widgets.NewCompletion("Title of the article or filing that says so", f.layer, func(typed string) []string {
		var titles []string
		for _, source := range f.entry.seen.Sources {
			titles = append(titles, source.Title)
		}
		return matching(titles, typed)
	})
	entry.OnChanged = func(text string) {
		f.entry.source.title = text
		for _, source := range f.entry.seen.Sources {
			if source.Title == text {
				f.setText(deal.FieldPublisher, source.Publisher)
				f.setText(deal.FieldDate, string(source.Date))
				f.setText(deal.FieldLink, source.Link)
			}
		}
		f.check()
	}
	entry.OnEscape = f.cancel
	return entry
}

func (f *dealForm) setText(name, text string) {
	if entry, ok := f.fields[name].Control.(*widgets.TextEntry); ok {
		entry.SetText(text)
	}
}

func (f *dealForm) offerCompanies(typed string) []string {
	var names []string
	for _, company := range f.entry.seen.Companies {
		names = append(names, company.Name)
	}
	for _, leg := range f.entry.legs {
		for _, name := range []string{leg.payer, leg.payee} {
			if _, known := f.entry.seen.CompanyNamed(name); !known && name != typed && strings.TrimSpace(name) != "" {
				names = append(names, name)
			}
		}
	}
	return matching(names, typed)
}

// matching returns the names that hold what is typed, those that begin with it first, each once.
func matching(names []string, typed string) []string {
	typed = deal.NameKey(typed)
	var begins, holds []string
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		folded := strings.ToLower(name)
		switch {
		case strings.HasPrefix(folded, typed):
			begins = append(begins, name)
		case strings.Contains(folded, typed):
			holds = append(holds, name)
		}
	}
	return append(begins, holds...)
}

// touched marks a field as edited, so that its problem shows from now on.
func (f *dealForm) touched(name string, leg int) {
	f.seen[deal.Field{Name: name, Leg: leg}] = true
	f.check()
}

// check reads the form and shows hints, and problems of the fields that were edited.
func (f *dealForm) check() deal.Problems {
	edit, problems := f.entry.edit()
	shows := func(field deal.Field) string {
		if f.all || f.seen[field] {
			return capital(problems.For(field))
		}
		return ""
	}
	for name, field := range f.fields {
		field.SetProblem(shows(deal.Field{Name: name, Leg: -1}))
	}
	if f.rights != nil {
		f.rights.show(shows(deal.Field{Name: deal.FieldRight, Leg: -1}))
	}
	f.followTitle()
	f.small()
	for i, card := range f.cards {
		card.hint(f.entry.seen)
		for name, field := range card.fields {
			field.SetProblem(shows(deal.Field{Name: name, Leg: i}))
		}
	}
	if date, err := deal.ParseDate(f.entry.announced); err == nil && f.fields[deal.FieldAnnounced] != nil {
		f.fields[deal.FieldAnnounced].SetHint(date.String())
	}
	shown := slices.DeleteFunc(slices.Clone(problems), func(p deal.Problem) bool { return shows(p.Field) == "" })
	if unrated := unratedWords(f.entry.seen, edit); len(shown) == 0 && unrated != "" {
		f.summary.note(unrated)
	} else {
		f.summary.problems(shown)
	}
	return problems
}

// Submit saves the form when nothing is wrong with it; otherwise every problem shows, and what was typed stays.
func (f *dealForm) Submit() {
	f.all = true
	if problems := f.check(); len(problems) > 0 {
		return
	}
	if small := f.small(); len(small) > 0 && f.OnSmall != nil {
		f.OnSmall(small, f.saveIt)
		return
	}
	f.saveIt()
}

func (f *dealForm) saveIt() {
	edit, problems := f.entry.edit()
	if len(problems) > 0 {
		f.check()
		return
	}
	if err := f.OnSave(edit); err != nil {
		f.summary.failed(err)
	}
}

// small says beside their entries which amounts have probably forgotten their units, and returns these.
func (f *dealForm) small() []smallAmount {
	fields, opened := []*widgets.Field{f.fields[deal.FieldTotal]}, []string{f.opened.total}
	for i, card := range f.cards {
		was := legEntry{}
		for _, leg := range f.opened.legs {
			if leg.kept.ID == f.entry.legs[i].kept.ID {
				was = leg
			}
		}
		for _, name := range []string{deal.FieldAmount, fieldAssumed, deal.FieldDrawn} {
			fields = append(fields, card.fields[name])
		}
		opened = append(opened, was.amount, was.assumed, was.drawn)
		if card.equity.Visible() {
			fields, opened = append(fields, card.fields[deal.FieldValuation]), append(opened, was.valuation)
		}
	}
	return warnOfSmall(fields, opened, f.entry.seen.Base)
}

// followTitle has a title that the program gave follow the first leg.
func (f *dealForm) followTitle() {
	is := f.entry.plainTitle()
	if title := deal.FollowedTitle(f.entry.title, f.plain, is); f.plain != is {
		f.plain = is
		if title != f.entry.title {
			f.first.SetText(title)
		}
	}
}

// Changed reports whether something was typed that is not saved.
func (f *dealForm) Changed() bool {
	return f.entry.title != f.opened.title || f.entry.notes != f.opened.notes || f.entry.tags != f.opened.tags ||
		f.entry.status != f.opened.status || f.entry.counting != f.opened.counting || f.entry.total != f.opened.total ||
		f.entry.announced != f.opened.announced || f.entry.source != f.opened.source ||
		!slices.Equal(f.entry.legs, f.opened.legs) || !slices.Equal(f.entry.rights, f.opened.rights)
}

func (f *dealForm) cancel() {
	if f.OnCancel != nil {
		f.OnCancel()
	}
}

// First is what has the keyboard when the form opens: the title, or the amount of a new deal whose payer and payee
// are given.
func (f *dealForm) First() fyne.Focusable {
	given := f.opened.kept.ID == 0 && f.opened.title == "" && f.opened.legs[0].payer != "" && f.opened.legs[0].payee != ""
	if amount, ok := f.cards[0].fields[deal.FieldAmount].Control.(*widgets.TextEntry); ok && given {
		return amount
	}
	return f.first
}

func (f *dealForm) focus(object fyne.Focusable) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(f); canvas != nil {
		canvas.Focus(object)
	}
}

func (f *dealForm) focusText(field *widgets.Field) {
	if entry, ok := field.Control.(*widgets.TextEntry); ok {
		f.focus(entry)
	}
}
