package gui

import (
	"roundtrip/gui/graphview"
	"roundtrip/internal/exchange"
	"roundtrip/internal/picture"
)

// drawing is what the canvas shows: all of the network or a loop by itself. The words around it, in a presentation and in
// an exported picture, are about this and about nothing that is still being computed.
type drawing struct {
	shown  exchange.Shown
	strain *picture.Strain // the stress test that is drawn; nil: none
}

// empty reports whether nothing has been drawn of the document.
func (d drawing) empty() bool { return d.shown.Network == nil }

// frame returns what is said around the drawing: the document's title, the stress test, what is counted and as of when, what
// is tried, and the sources.
func (d drawing) frame() picture.Frame {
	frame := exchange.PictureFrame(d.shown)
	if d.strain != nil {
		frame.Lines = append([]string{d.strain.Words + "."}, frame.Lines...)
	}
	return frame
}

// draw brings the canvas up to date with what is shown.
func (w *Window) draw() {
	if !w.session.measuringNow {
		w.canvas.Return()
	}
	book, shown, measures := w.session.shown()
	book, built := book.PlacedAs(w.session.book), shown.PlacedAs(w.session.book)
	content := graphview.Content{Book: book, Network: built, Measures: measures, View: w.session.view}
	content.Whole, content.Later, content.Scale = w.session.whole, w.session.later, w.session.scale
	if w.session.compared != nil && w.session.tried() {
		content.Ghost = w.session.compared.BaseNetwork
	}
	content.Strain = w.stress.strain(shown)
	w.drawContent(content)
	if w.narrowing.taken() {
		w.canvas.Fit()
	}
}

// drawContent has the canvas show the content, or nothing but the loop that is shown by itself. A presentation says first
// what that is: its words take room of the canvas.
func (w *Window) drawContent(all graphview.Content) {
	content := w.loopView.content(all)
	w.drawn = drawing{strain: content.Strain}
	if content.Network != nil {
		w.drawn.shown = exchange.Shown{Book: w.session.book, Network: content.Network, View: content.Network.View, Changes: w.session.triedChanges()}
	}
	if scenario, differs, ok := w.session.scenario(); ok {
		w.drawn.shown.Scenario, w.drawn.shown.Differs = scenario.Name, differs
	}
	w.presentation.follow()
	w.canvas.Draw(content)
}
