package gui

import (
	"slices"

	"fyne.io/fyne/v2"

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
	if kind.field == deal.ChangeStatus {
		f.status.SetSelectedIndex(max(0, slices.Index(deal.Statuses, deal.Status(value))))
		value = string(deal.Statuses[f.status.SelectedIndex()])
	}
	if kind.field == deal.ChangeTiming {
		f.timing.SetSelectedIndex(max(0, slices.Index(deal.Timings, deal.Timing(value))))
		value = string(deal.Timings[f.timing.SelectedIndex()])
	}
	f.entry.value = value
	shown := f.shown()
	for i, field := range f.values {
		field.SetCaption(kind.to)
		field.SetProblem("")
		field.Hidden = i != shown
	}
	delete(f.fields, fieldTo)
	if shown >= 0 {
		f.fields[fieldTo] = f.values[shown]
	}
	f.fields[fieldOf].SetProblem("")
	f.all = false
	clear(f.seen)
	f.check()
	f.rows.Refresh()
}

// shown returns the position of the field in which the value is given, or -1 when there is none to give.
func (f *changeForm) shown() int {
	switch f.entry.field.Unit() {
	case deal.UnitYes:
		return -1
	case deal.UnitSupplier:
		return 1
	case deal.UnitWord:
		if f.entry.field == deal.ChangeTiming {
			return 3
		}
		return 2
	}
	return 0
}

// valueControl is what the value is given in.
func (f *changeForm) valueControl() fyne.Focusable {
	all := []fyne.Focusable{f.typed, f.supplier, f.status, f.timing}
	if at := f.shown(); at >= 0 {
		return all[at]
	}
	return f.of
}
