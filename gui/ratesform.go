package gui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// rateEntry is one exchange rate as it stands in the form.
type rateEntry struct {
	kept                         deal.Rate // as it was opened; zero when the document has none
	currency, rate, date, source string
}

// field names one entry of the row in the form.
func (e *rateEntry) field(of string) string { return of + " " + string(e.kept.Currency) }

// newRatesForm is the form of the document's exchange rates: a row for each currency that occurs in it, and one for
// another currency.
func newRatesForm(book *deal.Book) *smallForm {
	f := newSmallForm("Exchange rates to " + string(book.Base))
	var entries []*rateEntry
	for _, currency := range book.Currencies() {
		entry := &rateEntry{kept: deal.Rate{Currency: currency}, currency: string(currency)}
		if rate, ok := book.RateOf(currency); ok {
			source, _ := book.Source(rate.Source)
			entry.kept, entry.rate, entry.date, entry.source = rate, rate.Text(), string(rate.Date), source.Title
		}
		entries = append(entries, entry)
		f.rows.Add(f.rateRow(entry, fmt.Sprintf("1 %s in %s", currency, book.Base)))
	}
	f.size = fyne.NewSize(760, min(480, 230+66*float32(len(entries))))
	another := &rateEntry{}
	f.rows.Add(widgets.Columns([]float32{3, 14},
		f.text(another.field("currency"), "Another currency", "e.g. JPY", &another.currency),
		f.rateRow(another, "One of it in "+string(book.Base))))
	f.rows.Add(widgets.NewNote("Every sum is in " + string(book.Base) + ". Amounts in a currency without a rate are not counted. An emptied rate is taken out."))
	f.read = func() (deal.Edit, deal.Problems) { return readRates(book, append(slices.Clip(entries), another)) }
	return f
}

func (f *smallForm) rateRow(entry *rateEntry, caption string) fyne.CanvasObject {
	return widgets.Columns([]float32{4, 4, 7},
		f.text(entry.field("rate"), caption, "e.g. 1.08", &entry.rate),
		f.text(entry.field("date"), "As of", "e.g. 2025-12-17", &entry.date),
		f.text(entry.field("source"), "Source", "Who says so", &entry.source))
}

// readRates reads the form's rows as an edit of the rates that changed.
func readRates(book *deal.Book, entries []*rateEntry) (deal.Edit, deal.Problems) {
	reading := entryReading{book: book}
	edit := deal.Edit{Label: "Change exchange rates", Seen: book}
	for _, entry := range entries {
		rate, wanted := reading.rate(entry, &edit)
		switch {
		case wanted && rate != entry.kept:
			edit.Rates = append(edit.Rates, rate)
		case !wanted && entry.kept.Micros != 0:
			edit.Rates = append(edit.Rates, deal.Rate{Currency: entry.kept.Currency})
		}
	}
	if len(edit.Rates) == 1 {
		edit.Label = "Change the exchange rate of " + string(edit.Rates[0].Currency)
	}
	return edit, reading.problems
}

// rate reads one row; wanted is false where it holds no rate.
func (r *entryReading) rate(entry *rateEntry, edit *deal.Edit) (rate deal.Rate, wanted bool) {
	rate = deal.Rate{Currency: deal.Currency(strings.ToUpper(strings.TrimSpace(entry.currency)))}
	given := strings.TrimSpace(entry.rate) != ""
	fresh := entry.kept.Currency == ""
	if !given && fresh && rate.Currency == "" && strings.TrimSpace(entry.date+entry.source) == "" {
		return rate, false
	}
	if fresh {
		r.anotherCurrency(entry, rate.Currency, given)
	}
	if !given {
		if strings.TrimSpace(entry.date+entry.source) != "" && entry.kept.Micros == 0 {
			r.add(entry.field("rate"), -1, errors.New("write the rate that the day and the source belong to"))
		}
		return rate, false
	}
	micros, err := deal.ParseRate(entry.rate)
	if err != nil {
		r.add(entry.field("rate"), -1, err)
	}
	rate.Micros = micros
	rate.Date = r.date(entry.field("date"), -1, entry.date)
	rate.Source = r.citing(entry, edit)
	return rate, true
}

// anotherCurrency says what is wrong with the currency of a row that is new.
func (r *entryReading) anotherCurrency(entry *rateEntry, currency deal.Currency, given bool) {
	problem := ""
	switch {
	case currency == "":
		problem = "write the code of the currency, such as EUR"
	case !deal.KnownCurrency(currency):
		problem = fmt.Sprintf("%q is no ISO 4217 currency: write a code such as EUR", deal.Clipped(string(currency)))
	case currency == r.book.Base:
		problem = "every sum is in " + string(currency) + ": its rate is 1"
	case slices.Contains(r.book.Currencies(), currency):
		problem = string(currency) + " has a row above"
	case !given:
		r.add(entry.field("rate"), -1, errors.New("write what one "+string(currency)+" is worth in "+string(r.book.Base)))
	}
	if problem != "" {
		r.add(entry.field("currency"), -1, errors.New(problem))
	}
}

// citing returns the source of the row: the one that it has, one of the same title, or a new one.
func (r *entryReading) citing(entry *rateEntry, edit *deal.Edit) deal.SourceID {
	title := strings.TrimSpace(entry.source)
	if title == "" {
		return 0
	}
	if kept, ok := r.book.Source(entry.kept.Source); ok && kept.Title == title {
		return kept.ID
	}
	for _, source := range slices.Concat(r.book.Sources, edit.Sources) {
		if source.Title == title {
			return source.ID
		}
	}
	made := deal.Source{ID: deal.SourceID(-1 - len(edit.Sources)), Title: title}
	var invalid deal.Problems
	if errors.As(made.Validate(), &invalid) {
		r.add(entry.field("source"), -1, errors.New(invalid[0].Message))
	}
	edit.Sources = append(edit.Sources, made)
	return made.ID
}

// changeRates opens the form of the exchange rates.
func (w *Window) changeRates() {
	form := newRatesForm(w.session.book)
	form.OnCancel = w.closeForm
	form.OnSave = func(edit deal.Edit) error {
		if len(edit.Rates) == 0 {
			w.dropForm()
			return nil
		}
		_, err := w.save(edit)
		return err
	}
	w.openForm(form)
}

// unratedWords says which currencies of the edit have no rate, in one sentence for each; "" is none.
func unratedWords(book *deal.Book, edit deal.Edit) string {
	sentences := book.UnratedAfter(edit)
	for i := range sentences {
		sentences[i] = capital(sentences[i]) + "."
	}
	return strings.Join(sentences, " ")
}
