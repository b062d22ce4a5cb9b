package gui

import (
	"context"
	"io"

	"roundtrip/internal/exchange"
)

// writeReport writes the report of the document as it is counted now, with the picture on the screen, beside the
// window: its ranges take a while.
func (w *Window) writeReport(path string) {
	choice := w.wholePicture()
	choice.title, choice.sources, choice.dark = false, false, false
	page, err := w.picturePage(choice)
	if err != nil {
		w.tell("Nothing was exported", err)
		return
	}
	book, view, tried := w.session.book, w.session.view, w.session.triedChanges()
	stress := w.stress.result
	if _, shown, _ := w.session.shown(); w.stress.late || w.stress.of != shown {
		stress = nil // it is out of date
	}
	w.write(path, func(ctx context.Context) error {
		report, err := exchange.NewReport(ctx, book, view, page, tried)
		if err != nil {
			return err
		}
		report.TellStress(stress)
		return exchange.ReplaceFile(path, until(ctx, func(file io.Writer) error { return exchange.WriteReport(file, report) }))
	})
}
