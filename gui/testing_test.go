package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// targetOf is what a click on the company means.
func targetOf(w *Window, name string) picture.Target {
	company, _ := w.session.book.CompanyNamed(name)
	return picture.Target{Company: company.ID}
}

// canvasSelection is what the canvas lights.
func (w *Window) canvasSelection() picture.Selection { return w.canvas.Selection() }

// shownDisc returns the company's disc on the canvas.
func (w *Window) shownDisc(name string) (picture.Disc, bool) {
	company, _ := w.session.book.CompanyNamed(name)
	scene, _ := w.canvas.Scene()
	return scene.Disc(company.ID)
}

// canvasTexts returns every plain text in the object, as it is drawn.
func canvasTexts(object fyne.CanvasObject) []string {
	var found []string
	switch shown := object.(type) {
	case *canvas.Text:
		return []string{shown.Text}
	case *fyne.Container:
		for _, child := range shown.Objects {
			found = append(found, canvasTexts(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(shown).Objects() {
			found = append(found, canvasTexts(child)...)
		}
	}
	return found
}

// setView shows the book in another way without a step that undo would take back.
func (w *Window) setView(change func(*network.View)) {
	view := w.session.view
	change(&view)
	w.session.setView(view)
}
