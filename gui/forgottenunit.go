package gui

import (
	"strings"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// smallAmount is an amount of a form whose unit was probably forgotten.
type smallAmount struct {
	field    *widgets.Field
	is       deal.Money
	billions string // what is probably meant, as it is written; "" where that cannot be said
}

// smallIn returns what the text of an amount was probably not meant as. Text that stands there since the form was opened
// is meant.
func smallIn(field *widgets.Field, opened string, base deal.Currency) (smallAmount, bool) {
	entry, ok := field.Control.(typing)
	if !ok || entry.Content() == opened {
		return smallAmount{}, false
	}
	is, forgotten := deal.ForgottenUnit(entry.Content(), base)
	if !forgotten {
		return smallAmount{}, false
	}
	small := smallAmount{field: field, is: is}
	if billions, ok := deal.InBillions(entry.Content()); ok {
		small.billions = billions
	}
	return small, true
}

// warning says beside the entry how it is read.
func (s smallAmount) warning() string {
	if s.billions == "" {
		return s.is.Full() + ": write bn for billions"
	}
	return s.is.Full() + ": mean " + s.billions + "?"
}

// warnOfSmall says beside the fields which amounts have probably forgotten their units, and returns these.
func warnOfSmall(fields []*widgets.Field, opened []string, base deal.Currency) []smallAmount {
	var found []smallAmount
	for i, field := range fields {
		small, is := smallIn(field, opened[i], base)
		if !is {
			field.SetWarning("")
			continue
		}
		field.SetWarning(small.warning())
		found = append(found, small)
	}
	return found
}

// askOfSmall asks once whether small amounts are meant, before save is called. fix writes billions into the fields, whatever
// way they take a text.
func (w *Window) askOfSmall(small []smallAmount, save func()) {
	var lines, meant []string
	fixable := true
	for _, one := range small {
		entry, _ := one.field.Control.(typing)
		lines = append(lines, one.field.Caption()+": “"+entry.Content()+"” is "+one.is.Full())
		meant = append(meant, one.billions)
		fixable = fixable && one.billions != ""
	}
	replies := []reply{{"Save as it is", save}}
	if fixable {
		replies = append(replies, reply{"It is " + deal.AllOf(meant), func() {
			for _, one := range small {
				if entry, ok := one.field.Control.(*widgets.TextEntry); ok {
					entry.SetText(one.billions)
				}
			}
			save()
		}})
	}
	w.offer("Is the unit missing?", strings.Join(lines, ".\n")+".", "Back to the form", replies...)
}
