package gui

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// smallForm is a form of a few fields. It validates as one types and keeps what was typed when saving fails.
type smallForm struct {
	widget.BaseWidget
	OnSave   func(deal.Edit) error
	OnCancel func()
	OnSmall  func(small []smallAmount, save func()) // asks whether amounts that have probably forgotten their units are meant

	amounts map[string]string // the fields of amounts, and how they stood when the form was opened
	base    deal.Currency     // of the amounts
	read    func() (deal.Edit, deal.Problems)
	fields  map[string]*widgets.Field
	seen    map[string]bool
	all     bool // saving was tried: every problem shows
	changed bool
	rows    *fyne.Container
	first   fyne.Focusable
	summary *formSummary
	save    *widgets.FormButton
	keys    *widgets.Text
	lost    lostWords // what is said before what was typed is lost
	size    fyne.Size // that it opens in; zero is that of the form of a deal
	content *fyne.Container
}

func newSmallForm(heading string) *smallForm {
	f := &smallForm{
		fields: map[string]*widgets.Field{}, seen: map[string]bool{},
		rows: container.NewVBox(), lost: lostUnsaved,
	}
	f.save = widgets.NewFormButton("Save", f.Submit, f.cancel)
	f.save.Importance = widget.HighImportance
	cancel := widgets.NewFormButton("Cancel", f.cancel, f.cancel)
	f.keys = widgets.NewCaption("Ctrl+Return saves, Esc cancels")
	f.keys.FullWidth = true
	f.summary = newFormSummary(f.save, cancel, f.keys)
	f.content = container.NewBorder(widgets.Inset(widgets.NewHeading(heading), 2, 2), widgets.Inset(f.summary.foot, 4, 2), nil, nil,
		container.NewVScroll(widgets.Inset(f.rows, 0, 6)))
	f.summary.form = f.content
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer implements fyne.Widget.
func (f *smallForm) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.content) }

// MinSize implements fyne.Widget.
func (f *smallForm) MinSize() fyne.Size {
	size := f.content.MinSize()
	return fyne.NewSize(max(size.Width, 620), size.Height+f.rows.MinSize().Height)
}

// text adds an entry of one line whose text goes into value.
func (f *smallForm) text(name, caption, hint string, value *string) *widgets.Field {
	entry := widgets.NewTextEntry(hint)
	return f.entry(name, caption, entry, value)
}

func (f *smallForm) entry(name, caption string, entry *widgets.TextEntry, value *string) *widgets.Field {
	entry.SetText(*value)
	entry.OnChanged = func(text string) {
		f.changed = f.changed || strings.TrimSpace(text) != strings.TrimSpace(*value) // blanks are nothing
		*value = text
		f.check()
	}
	entry.OnLeave = func() {
		f.seen[name] = true
		f.check()
	}
	entry.OnEscape = f.cancel
	if !entry.MultiLine {
		entry.OnSubmitted = func(string) { f.Submit() }
	}
	if f.first == nil {
		f.first = entry
	}
	return f.field(name, caption, entry)
}

func (f *smallForm) field(name, caption string, control fyne.CanvasObject) *widgets.Field {
	field := widgets.NewField(caption, control)
	f.fields[name] = field
	widgets.Escapes(control, f.cancel)
	return field
}

func (f *smallForm) check() deal.Problems {
	_, problems := f.read()
	for name, field := range f.fields {
		if f.all || f.seen[name] {
			field.SetProblem(capital(problems.For(deal.Field{Name: name, Leg: -1})))
		}
	}
	f.small()
	f.summary.problems(slices.DeleteFunc(slices.Clone(problems), func(p deal.Problem) bool { return !f.all && !f.seen[p.Field.Name] }))
	return problems
}

// Submit saves the form when nothing is wrong with it; otherwise every problem shows, and what was typed stays.
func (f *smallForm) Submit() {
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

func (f *smallForm) saveIt() {
	edit, problems := f.read()
	if len(problems) > 0 {
		f.check()
		return
	}
	if err := f.OnSave(edit); err != nil {
		f.summary.failed(err)
	}
}

// small says beside their entries which amounts have probably forgotten their units, and returns these.
func (f *smallForm) small() []smallAmount {
	var fields []*widgets.Field
	var opened []string
	for _, name := range slices.Sorted(maps.Keys(f.amounts)) {
		if field := f.fields[name]; field != nil {
			fields, opened = append(fields, field), append(opened, f.amounts[name])
		}
	}
	return warnOfSmall(fields, opened, f.base)
}

// Changed reports whether something was typed that is not saved.
func (f *smallForm) Changed() bool { return f.changed }

// Lost is what is said before what was typed is lost.
func (f *smallForm) Lost() lostWords { return f.lost }

// First is what has the keyboard when the form opens.
func (f *smallForm) First() fyne.Focusable { return f.first }

func (f *smallForm) cancel() {
	if f.OnCancel != nil {
		f.OnCancel()
	}
}
