package gui

import (
	"slices"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// fill shows the fields of the kind of change that is chosen.
func (f *changeForm) fill() {
	kind := kindOf(f.entry.field)
	value := f.entry.value
	f.fields[fieldOf].SetCaption(targetWords[kind.field.Target()])
	f.of.SetPlaceHolder(map[deal.ChangeTarget]string{
		deal.TargetLeg: "Type a company: its legs are offered", deal.TargetDeal: "Title of a deal",
		deal.TargetStatus: "e.g. in talks", deal.TargetCompany: "Company",
	}[kind.field.Target()])
	f.of.SetText(f.entry.of)
	f.typed.SetPlaceHolder(kind.such)
	f.typed.SetText(value)
	f.supplier.SetText(value)
	if words := kind.field.Vocabulary(); len(words) > 0 {
		at := max(0, slices.Index(words, value))
		f.word.SetOptions(shownWords(words))
		f.word.SetSelectedIndex(at)
		value = words[at]
	}
	f.entry.value = value
	shown, given := f.shown()
	for _, value := range f.values {
		value.field.SetCaption(kind.to)
		value.field.SetProblem("")
		value.field.Hidden = value.control != shown.control
	}
	delete(f.fields, fieldTo)
	if given {
		f.fields[fieldTo] = shown.field
	}
	f.fields[fieldOf].SetProblem("")
	f.all = false
	clear(f.seen)
	f.check()
	f.rows.Refresh()
}

// changeValue is a field in which the value of a change is given, and in which units.
type changeValue struct {
	field   *widgets.Field
	control fyne.Focusable
	units   []deal.ChangeUnit
}

// shown returns the field in which the value is given, and false when there is none to give.
func (f *changeForm) shown() (changeValue, bool) {
	for _, value := range f.values {
		if slices.Contains(value.units, f.entry.field.Unit()) {
			return value, true
		}
	}
	return changeValue{}, false
}

// valueControl is what the value is given in.
func (f *changeForm) valueControl() fyne.Focusable {
	if value, given := f.shown(); given {
		return value.control
	}
	return f.of
}
