package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// changeForm is the form in which any change is given. It says in words what the change does while one types.
type changeForm struct {
	*smallForm
	OnTry func(deal.Change)

	entry    changeEntry
	of       *widgets.Completion
	typed    *widgets.TextEntry
	supplier *widgets.Completion
	word     *widgets.Choice // of the kind's vocabulary
	values   []changeValue
	hint     *widgets.Paragraph

	typedOf    map[deal.ChangeField]string  // values that were typed for other kinds of change
	typedAbout map[deal.ChangeTarget]string // and what of
}

func newChangeForm(entry changeEntry, heading string) *changeForm {
	f := &changeForm{smallForm: newSmallForm(heading), entry: entry, hint: widgets.NewParagraph("", widgets.ColourLoop),
		typedOf: map[deal.ChangeField]string{}, typedAbout: map[deal.ChangeTarget]string{}}
	f.save.SetText("Try it")
	f.size = fyne.NewSize(560, 330)
	f.lost = lostUntried
	f.keys.SetText("Ctrl+Return tries it, Esc cancels")
	f.read = f.readChange
	f.smallForm.OnSave = func(deal.Edit) error {
		change, _ := f.entry.read()
		f.OnTry(change)
		return nil
	}
	layer := widgets.NewSuggestions()
	f.rows.Add(widgets.NewField("What changes", f.kinds()))
	f.of = widgets.NewCompletion("", layer, func(typed string) []string { return matching(f.entry.names(), typed) })
	f.rows.Add(f.completion(fieldOf, f.of, &f.entry.of))
	f.typed = widgets.NewTextEntry("")
	f.supplier = widgets.NewCompletion("Company", layer, func(typed string) []string {
		return matching(namesOfCompanies(f.entry.book), typed)
	})
	f.word = widgets.NewChoice(nil)
	f.word.OnChanged = func(string) { f.chosen(f.entry.field.Vocabulary()[f.word.SelectedIndex()]) }
	f.word.OnEscape = f.cancel
	f.values = []changeValue{
		{f.smallForm.entry(fieldTo, "", f.typed, &f.entry.value), f.typed, []deal.ChangeUnit{deal.UnitMoney, deal.UnitShare, deal.UnitMonths}},
		{f.completion(fieldTo, f.supplier, &f.entry.value), f.supplier, []deal.ChangeUnit{deal.UnitSupplier}},
		{widgets.NewField("", f.word), f.word, []deal.ChangeUnit{deal.UnitWord}},
	}
	for _, value := range f.values {
		f.rows.Add(value.field)
	}
	f.rows.Add(f.hint)
	f.content = container.NewStack(f.content, layer)
	f.first = f.of
	if strings.TrimSpace(entry.of) != "" {
		f.first = f.valueControl()
	}
	f.fill()
	f.changed = false
	return f
}

// kinds is the list of what can change.
func (f *changeForm) kinds() *widgets.Choice {
	words := make([]string, len(kindsOfChange))
	for i, kind := range kindsOfChange {
		words[i] = kind.words
	}
	what := widgets.NewChoice(words)
	what.OnEscape = f.cancel
	what.SetSelected(kindOf(f.entry.field).words)
	what.OnChanged = func(string) {
		f.turn(kindsOfChange[what.SelectedIndex()].field)
	}
	return what
}

// turn takes another kind of change. What was typed comes back with its kind; of a kind for which nothing was typed yet
// the value stays that stood there, when it can be read as one.
func (f *changeForm) turn(field deal.ChangeField) {
	was := f.entry.field
	f.typedOf[was], f.typedAbout[was.Target()] = f.entry.value, f.entry.of
	f.entry.field = field
	if field.Target() != was.Target() {
		f.entry.of = f.typedAbout[field.Target()]
	}
	if value, typed := f.typedOf[field]; typed {
		f.entry.value = value
	} else if target, err := f.entry.target(); err != nil {
		f.entry.value = ""
	} else if _, err := f.entry.set(target); err != nil {
		f.entry.value = ""
	}
	f.fill()
}

func (f *changeForm) readChange() (deal.Edit, deal.Problems) {
	change, problems := f.entry.read()
	words := ""
	if len(problems) == 0 {
		words = whatif.Describe(f.entry.book, change)
		if whatif.IsBase(f.entry.book, change) {
			words += " (as it is: nothing changes)"
		}
	}
	f.hint.SetText(words)
	return deal.Edit{}, problems
}

// completion adds an entry that offers names; leaving it takes the name that is offered before it is read.
func (f *changeForm) completion(name string, entry *widgets.Completion, value *string) *widgets.Field {
	take := entry.OnLeave
	field := f.smallForm.entry(name, "", &entry.TextEntry, value)
	read := entry.OnLeave
	entry.OnLeave = func() { take(); read() }
	field.Control = entry
	return field
}

// chosen takes the value of a list.
func (f *changeForm) chosen(value string) {
	f.entry.value, f.changed = value, true
	f.check()
}
