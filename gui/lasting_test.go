package gui

import (
	"context"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
)

// holdPatientWork lets the window show at once that it waits for work, which is run by calling what comes first in the list.
func holdPatientWork(t *testing.T) *[]func() {
	t.Helper()
	var held []func()
	before, patient := beside, patience
	t.Cleanup(func() { beside, patience = before, patient })
	beside, patience = func(work func()) { held = append(held, work) }, 0
	return &held
}

// runHeld runs the work that is held back, what it leads to included.
func runHeld(held *[]func()) {
	for len(*held) > 0 {
		first := (*held)[0]
		*held = (*held)[1:]
		first()
	}
}

// twoTables are read one after the other.
var twoTables = []string{"payer,payee,amount\nA,B,5bn\n", "payer,payee,amount\nC,D,1bn\n"}

// TestAnImportIsStoppedWhileItIsRead stops it by its button and by Escape: the question stays until the work has ended, and
// Return and messages leave it as it is.
func TestAnImportIsStoppedWhileItIsRead(t *testing.T) {
	for name, stop := range map[string]func(*testing.T, *Window){
		"the button": func(t *testing.T, w *Window) { tapButton(t, w.window.Canvas().Overlays().Top(), stopImport) },
		"Escape":     func(_ *testing.T, w *Window) { w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
	} {
		t.Run(name, func(t *testing.T) {
			w := withImport(openWindow(t, deal.Edit{}))
			held := holdPatientWork(t)
			read := w.files.Import
			w.files.Import = func(ctx context.Context, path string, book *deal.Book) (deal.Edit, error) {
				question := w.window.Canvas().Overlays().Top()
				w.typedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
				w.tell("A message", errors.New("that has nothing to do with it"))
				if ctx.Err() != nil || w.window.Canvas().Overlays().Top() != question {
					t.Error("Return or a message called it off")
				}
				stop(t, w)
				shows(t, w.window.Canvas().Overlays().Top(), "Stopping…")
				w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
				if w.window.Canvas().Overlays().Top() != question {
					t.Error("the window is free while it stops")
				}
				return read(ctx, path, book)
			}
			if findButton(dropped(t, w, twoTables...), stopImport) == nil {
				t.Fatal("it cannot be stopped")
			}
			runHeld(held)
			shows(t, w.window.Content(), "Stopped: nothing was imported from more.csv")
			if len(w.session.book.Deals) != 0 {
				t.Errorf("%d deals were imported", len(w.session.book.Deals))
			}
			shows(t, w.window.Canvas().Overlays().Top(), "That has nothing to do with it.")
			w.typedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			if w.asked != nil || w.window.Canvas().Overlays().Top() != nil {
				t.Error("the message stays")
			}
		})
	}
}

// lateDocument is written to the end whatever its context says.
type lateDocument struct {
	Document
	meanwhile func()
}

func (d lateDocument) ApplyContext(ctx context.Context, edit deal.Edit) (deal.Applied, error) {
	applied, err := d.Document.ApplyContext(context.WithoutCancel(ctx), edit)
	d.meanwhile()
	return applied, err
}

// TestAnImportThatIsStoppedTooLate is shown, and said to be there; the next file is not read any more.
func TestAnImportThatIsStoppedTooLate(t *testing.T) {
	w := withImport(openWindow(t, deal.Edit{}))
	held := holdPatientWork(t)
	w.session.document = lateDocument{w.session.document, func() {
		tapButton(t, w.window.Canvas().Overlays().Top(), stopImport)
		shows(t, w.window.Canvas().Overlays().Top(), "Stopping…")
	}}
	dropped(t, w, twoTables...)
	runHeld(held)
	shows(t, w.window.Content(), "more.csv was already written when it was stopped: Ctrl+Z takes it back")
	var titles []string
	for _, d := range w.session.book.Deals {
		titles = append(titles, d.Title)
	}
	if strings.Join(titles, "; ") != "A to B: other" || w.window.Canvas().Overlays().Top() != nil {
		t.Errorf("imported: %q", titles)
	}
}
