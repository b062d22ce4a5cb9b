package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
)

// presentation fills the screen with the canvas, the document's title and the sentence of the selected loop. Tables
// and panels wait as they are until it ends; the commands keep their keys, but for those of tables and panels.
type presentation struct {
	window   *Window
	on       bool
	content  fyne.CanvasObject // of the window, meanwhile
	title    *widgets.Text
	sentence *widgets.Paragraph
	ground   *canvas.Rectangle // behind title and sentence, in the colour of the canvas
	above    *fyne.Container
	below    *fyne.Container
}

// captionLines is how many lines there is room for below the canvas: most sentences about a loop need no more, and the
// picture keeps its size while one steps through them.
const captionLines = 2

func newPresentation(w *Window) *presentation {
	p := &presentation{window: w, title: widgets.NewText(""), sentence: widgets.NewParagraph("", "")}
	p.title.TextSize, p.title.Style.Bold = theme.SizeNameHeadingText, true
	p.sentence.Large, p.sentence.Least = true, captionLines
	p.ground = canvas.NewRectangle(nil)
	p.above, p.below = widgets.Inset(p.title, 12, 24), widgets.Inset(p.sentence, 12, 24)
	w.session.onSelection = append(w.session.onSelection, p.follow)
	w.session.onMeasures = append(w.session.onMeasures, p.follow)
	return p
}

// togglePresentation begins or ends the presentation.
func (w *Window) togglePresentation() {
	if w.presentation.on {
		w.presentation.end()
	} else {
		w.presentation.begin()
	}
}

func (p *presentation) begin() {
	w := p.window
	p.on, p.content = true, w.window.Content()
	w.window.Canvas().Unfocus()
	w.loopView.box.Remove(w.canvas)
	p.follow()
	w.window.SetMainMenu(nil)
	w.window.SetPadded(false) // a rim would be of another colour
	w.window.SetContent(container.NewStack(p.ground, container.NewBorder(p.above, p.below, nil, nil, w.canvas)))
	w.window.SetFullScreen(true)
	p.hear()
	w.canvas.Presented = true
	w.chips.cover()
	w.canvas.Fit()
	w.window.Canvas().Focus(w.canvas)
}

func (p *presentation) end() {
	w := p.window
	p.on = false
	w.window.Canvas().Unfocus()
	p.hearNoMore()
	w.canvas.Presented = false
	w.window.SetFullScreen(false)
	w.loopView.box.Add(w.canvas)
	w.window.SetPadded(true)
	w.window.SetContent(p.content)
	w.window.SetMainMenu(w.mainMenu())
	w.checkChoices()
	w.toolbar.follow()
	p.content = nil
	w.chips.cover()
	w.canvas.Fit()
	w.window.Canvas().Focus(w.canvas)
}

// follow says what the document is and which loop is shown.
func (p *presentation) follow() {
	if !p.on {
		return
	}
	w := p.window
	p.ground.FillColor = w.pictureStyle().Background
	p.ground.Refresh()
	p.title.SetText(w.session.book.Title)
	words := w.loopInFull(w.session.selection.Loop)
	if words == "" && w.loopView.on() {
		words = w.loopInFull(w.loopView.path)
	}
	if words == "" && len(w.loops.paths) == 0 {
		words = "No money comes back to where it started: there are no loops. Escape leaves."
	} else if words == "" {
		words = "The arrow keys and Page Down go through the loops; Escape leaves."
	}
	p.sentence.SetText(words)
	p.below.Refresh()
}

// presented reports whether the command's keys work in a presentation. Keys that stand alone reach the window anyway.
func (c *command) presented() bool { return !c.beside && !c.alone }

// hear lets the keys of the commands work without the menu bar, which takes them otherwise.
func (p *presentation) hear() {
	for _, c := range p.window.commands {
		if keys := c.shortcut(); keys != nil && c.presented() {
			p.window.window.Canvas().AddShortcut(keys, func(fyne.Shortcut) { c.try() })
		}
	}
}

// hearNoMore leaves the keys to the menu bar again.
func (p *presentation) hearNoMore() {
	for _, c := range p.window.commands {
		if keys := c.shortcut(); keys != nil && c.presented() {
			p.window.window.Canvas().RemoveShortcut(keys)
		}
	}
}
