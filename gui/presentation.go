package gui

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/graphview"
	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// presentation fills the screen with the canvas, the document's title and what is counted, the sentence of the selected loop
// and the sources, all large enough to be read from the back of a room. Tables and panels wait as they are until it ends;
// the commands keep their keys, but for those of tables and panels.
type presentation struct {
	window   *Window
	on       bool
	content  fyne.CanvasObject // of the window, meanwhile
	title    *widgets.Text
	counted  *widgets.Paragraph
	sentence *widgets.Paragraph
	sources  *widgets.Paragraph
	ground   *canvas.Rectangle           // in the colour of the canvas
	behind   *canvas.Rectangle           // the words on the canvas, in its colour
	words    [2]*container.ThemeOverride // above the canvas and below
	box      *fyne.Container             // of all that fills the screen
	enlarged float32                     // how many times as large as in the window the words are
}

// captionLines is how many lines there is room for below the canvas: most sentences about a loop need no more, and the
// picture keeps its size while one steps through them. Of the sources there is one, and of what is counted, tried and tested
// for stress there are four at most.
const captionLines, sourcesLines, countedLines = 2, 1, 4

func newPresentation(w *Window) *presentation {
	p := &presentation{window: w, title: widgets.NewText(""), sentence: widgets.NewParagraph("", "")}
	p.counted, p.sources = widgets.NewParagraph("", widgets.ColourMuted), widgets.NewNote("")
	p.title.TextSize, p.title.Style.Bold = theme.SizeNameHeadingText, true
	p.sentence.Large, p.sentence.Least, p.sentence.Low = true, captionLines, true
	p.counted.Most, p.sources.Most, p.sources.Least = countedLines, sourcesLines, sourcesLines
	p.ground, p.behind = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	return p
}

// The room around the words, in units of the screen.
const presentedAbove, presentedBeside = 8, 24

// build makes what fills the screen.
func (p *presentation) build() {
	large := enlargedTheme{p}
	for i, words := range []fyne.CanvasObject{container.NewVBox(p.title, p.counted), container.NewVBox(p.sentence, p.sources)} {
		p.words[i] = container.NewThemeOverride(widgets.Inset(words, presentedAbove, presentedBeside), large)
	}
	p.box = container.New(p, p.ground, p.window.canvas, p.behind, p.words[0], p.words[1])
}

// enlargedTheme is the window's with larger letters. The window has another one when it turns light or dark.
type enlargedTheme struct{ of *presentation }

// Color implements fyne.Theme.
func (t enlargedTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	return t.of.window.theme.Color(name, variant)
}

// Font implements fyne.Theme.
func (t enlargedTheme) Font(style fyne.TextStyle) fyne.Resource { return t.of.window.theme.Font(style) }

// Icon implements fyne.Theme.
func (t enlargedTheme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return t.of.window.theme.Icon(name)
}

// Size implements fyne.Theme.
func (t enlargedTheme) Size(name fyne.ThemeSizeName) float32 {
	size := t.of.window.theme.Size(name)
	if strings.HasSuffix(strings.ToLower(string(name)), "text") {
		return size * t.of.enlarged
	}
	return size
}

// mostTitled is how much of the screen's width title and what is counted take at most.
const mostTitled = 0.42

// titled returns how wide title and what is counted are on a screen of a width.
func (p *presentation) titled(width float32) float32 {
	title := widgets.Measure(p.title.Content(), theme.SizeForWidget(theme.SizeNameHeadingText, p.title), p.title.Style).Width
	counted := widgets.Measure(p.counted.Content(), theme.SizeForWidget(theme.SizeNameText, p.counted), fyne.TextStyle{}).Width
	return min(max(title, counted)+2*presentedBeside+2, mostTitled*width)
}

// Layout puts title and what is counted on the upper left corner of the canvas, which keeps it free where it shows all, and
// the sentence and the sources below it, all as large as the screen asks for and on the colour of the canvas, which may be
// another one since. It implements fyne.Layout.
func (p *presentation) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p.ground.FillColor = p.window.pictureStyle().Background
	p.behind.FillColor = p.ground.FillColor
	p.ground.Resize(size)
	enlarged := float32(graphview.Enlargement(size.Height))
	other := enlarged != p.enlarged
	p.enlarged = enlarged
	for i, words := range p.words {
		if other {
			words.Refresh()
		}
		width := []float32{p.titled(size.Width), size.Width}[i]
		// Paragraphs ask for as many lines as they need in the width that they have.
		words.Resize(fyne.NewSize(width, words.MinSize().Height))
		words.Resize(fyne.NewSize(width, words.MinSize().Height))
	}
	top := size.Height - p.words[1].Size().Height
	p.words[1].Move(fyne.NewPos(0, top))
	p.behind.Resize(p.words[0].Size())
	p.window.canvas.Move(fyne.NewPos(0, 0))
	p.window.canvas.Resize(fyne.NewSize(size.Width, max(0, top)))
	p.window.chips.cover()
}

// MinSize implements fyne.Layout.
func (p *presentation) MinSize([]fyne.CanvasObject) fyne.Size { return p.window.canvas.MinSize() }

// canPresent reports whether a presentation can begin or end: nothing lies over the window but a form, which stays open as
// it is, or the filters.
func (w *Window) canPresent() bool {
	switch top := w.window.Canvas().Overlays().Top(); {
	case top == nil, w.popup != nil && top == fyne.CanvasObject(w.popup):
		return true
	default:
		return top == fyne.CanvasObject(w.filters.popup)
	}
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
	if w.filters.popup.Visible() {
		w.filters.close()
	}
	p.on, p.content = true, w.window.Content()
	p.takeKeyboard(nil)
	w.loopView.box.Remove(w.canvas)
	w.canvas.Presented = true
	p.build()
	p.follow()
	w.window.SetMainMenu(nil)
	w.window.SetPadded(false) // a rim would be of another colour
	w.window.SetContent(p.box)
	w.window.SetFullScreen(true)
	p.hear()
	w.chips.cover()
	w.canvas.Fit()
	p.takeKeyboard(w.canvas)
}

// takeKeyboard takes the keyboard from what goes off the screen, or gives it to the canvas. A form that is open keeps it, and
// leaves it to the canvas once it closes.
func (p *presentation) takeKeyboard(give fyne.Focusable) {
	switch w := p.window; {
	case w.form != nil:
		w.beforeForm = w.canvas
	case give != nil:
		w.window.Canvas().Focus(give)
	default:
		w.window.Canvas().Unfocus()
	}
}

func (p *presentation) end() {
	w := p.window
	p.on = false
	p.takeKeyboard(nil)
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
	p.takeKeyboard(w.canvas)
}

// follow says what is drawn and which loop is shown. It is called with every drawing and every selection.
func (p *presentation) follow() {
	if !p.on {
		return
	}
	w := p.window
	words := w.loopInFull(w.session.selection.Loop)
	if words == "" && w.loopView.on() {
		words = w.loopInFull(w.loopView.path)
	}
	if words == "" && len(w.session.awaited) > 0 {
		words = w.session.lostWords(w.session.awaited) + "."
	} else if words == "" && len(w.loops.paths) == 0 {
		words = "No money comes back to where it started: there are no loops. Escape leaves."
	} else if words == "" {
		words = "The arrow keys and Page Down go through the loops; Escape leaves."
	}
	p.sentence.SetText(words)
	p.frame()
	p.box.Refresh()
}

// frame says around what is drawn the same as an exported picture does: what it is, what is counted, as of when, at which
// rates, and whom it comes from.
func (p *presentation) frame() {
	frame := picture.Frame{Title: p.window.session.book.Title}
	if drawn := p.window.drawn; !drawn.empty() {
		frame = drawn.frame()
	}
	p.title.SetText(frame.Title)
	counted := strings.Join(frame.Lines, " ")
	if frame.Rates != "" {
		counted = strings.TrimSuffix(counted, ".") + ". " + frame.Rates
	}
	p.counted.SetText(counted)
	p.sources.Fit = func(fits func(string) bool) string {
		own := ownTexts(frame.Own)
		for _, own := range own {
			for shown := len(frame.Sources); shown > 0; shown-- {
				if text := own + sourcesText(frame.Sources[:shown], len(frame.Sources)-shown); fits(text) {
					return text
				}
			}
		}
		return own[len(own)-1] + sourcesText(nil, len(frame.Sources))
	}
	p.sources.SetText(ownTexts(frame.Own)[0] + sourcesText(frame.Sources, 0))
}

// ownTexts are the ways of saying, before the sources, which amounts are none of theirs, the longest first.
func ownTexts(own string) []string {
	if own == "" {
		return []string{""}
	}
	return []string{own + " ", "Some amounts are your own figures, which no source states. "}
}

// sourcesText names sources and counts the rest; it is empty where there are none.
func sourcesText(named []string, rest int) string {
	switch {
	case len(named) == 0 && rest == 0:
		return ""
	case len(named) == 0:
		return deal.CountOf(rest, "source")
	case rest == 0:
		return "Sources: " + strings.Join(named, "; ")
	}
	return fmt.Sprintf("Sources: %s; and %d more", strings.Join(named, "; "), rest)
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
