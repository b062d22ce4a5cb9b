package gui

import (
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
