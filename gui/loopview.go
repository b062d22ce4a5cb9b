package gui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/graphview"
	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// loopView is the way of the canvas to show one loop by itself: its companies in a ring, clockwise in the order of
// payment, with every leg between them; the inspector beside it lists legs, amounts, categories and sources. A bar
// above the canvas says which loop it is and leads to the next one and back.
type loopView struct {
	window *Window
	path   []deal.CompanyID // nil: the canvas shows everything
	words  *widgets.Text
	bar    *fyne.Container
	box    *fyne.Container // the bar above the canvas
	lost   string          // what was said last of a loop that is not in what is shown
}

func newLoopView(w *Window) *loopView {
	v := &loopView{window: w, words: widgets.NewText("")}
	v.words.Style.Bold = true
	back := widgets.NewButtonWithIcon("All companies", theme.NavigateBackIcon(), v.leave)
	before := widgets.NewButtonWithIcon("", theme.MoveUpIcon(), func() { w.stepLoop(-1) })
	after := widgets.NewButtonWithIcon("", theme.MoveDownIcon(), func() { w.stepLoop(1) })
	line := container.NewBorder(nil, nil, back, container.NewHBox(before, after), widgets.Inset(v.words, 0, 8))
	v.bar = container.NewStack(widgets.NewGround(widgets.ColourPanel),
		container.NewBorder(nil, widget.NewSeparator(), nil, nil, widgets.Inset(line, 4, 8)))
	v.bar.Hide()
	v.box = container.NewBorder(v.bar, nil, nil, nil, w.canvas)
	return v
}

// barHeight returns how high the bar above the canvas is.
func (v *loopView) barHeight() float32 {
	if v.bar.Hidden {
		return 0
	}
	return v.bar.MinSize().Height
}

// on reports whether the canvas shows one loop by itself.
func (v *loopView) on() bool { return v.path != nil }

// enter shows the selected loop by itself.
func (v *loopView) enter() {
	if loop := v.window.session.selection.Loop; len(loop) > 0 {
		v.show(slices.Clone(loop))
		v.window.sides.SelectIndex(inspectorTab)
		v.window.window.Canvas().Focus(v.window.canvas)
	}
}

// leave shows everything again, as it was.
func (v *loopView) leave() { v.show(nil) }

func (v *loopView) show(path []deal.CompanyID) {
	v.path = path
	v.bar.Hidden = path == nil
	v.words.Fit = v.window.shorterTitle(path)
	v.words.SetText(v.window.loopSentence(path))
	v.box.Refresh()
	v.window.middle.Refresh() // the chips stand below the bar
	v.window.draw()
	v.window.canvas.Select(v.lit(v.window.session.selection))
}

// follow shows another loop when one is selected, and everything when something is selected that is not on the loop.
func (v *loopView) follow() {
	s := v.window.session
	switch {
	case !v.on():
	case len(s.awaited) > 0:
		v.leave()
	case len(s.selection.Loop) > 0:
		if !slices.Equal(s.selection.Loop, v.path) {
			v.show(slices.Clone(s.selection.Loop))
		}
	case !v.holds(s.selection):
		v.leave()
	}
}

// holds reports whether all that is selected is on the loop.
func (v *loopView) holds(selection picture.Selection) bool {
	elsewhere := func(id deal.CompanyID) bool { return !slices.Contains(v.path, id) }
	if slices.ContainsFunc(selection.Companies, elsewhere) {
		return false
	}
	return !slices.ContainsFunc(selection.Legs, func(id deal.LegID) bool {
		leg, _, ok := v.window.session.book.Leg(id)
		return !ok || elsewhere(leg.Payer) || elsewhere(leg.Payee)
	})
}

// lit returns what the canvas lights: the loop itself while nothing on it is selected.
func (v *loopView) lit(selection picture.Selection) picture.Selection {
	if v.on() && selection.Empty() {
		return picture.Selection{Loop: v.path}
	}
	return selection
}

// content returns the content of the canvas with nothing but the loop. A loop that is no more is left.
func (v *loopView) content(all graphview.Content) graphview.Content {
	if !v.on() || all.Network == nil {
		return all
	}
	members, ok := all.Network.Ring(v.path)
	if !ok {
		v.lose(v.path)
		v.forget()
		return all
	}
	alone, flows := all.Network.Among(members)
	content := graphview.Content{Book: all.Book, Network: alone, View: all.View, Strain: all.Strain}
	content.Places, content.Ring = picture.RingPlaces(alone, v.path), v.path
	if all.Measures != nil {
		content.Measures = &network.Measures{Flags: all.Measures.Flags, Circular: make([]int64, 0, len(flows))}
		for _, at := range flows {
			if at < len(all.Measures.Circular) {
				content.Measures.Circular = append(content.Measures.Circular, all.Measures.Circular[at])
			}
		}
	}
	if all.Ghost != nil {
		content.Ghost, _ = all.Ghost.Among(v.inGhost(all.Ghost))
	}
	return content
}

// lose says that a loop is not in what is shown.
func (v *loopView) lose(path []deal.CompanyID) {
	v.lost = v.window.session.lostWords(path)
	v.window.status.say(v.lost)
}

// forget shows everything, without drawing it yet.
func (v *loopView) forget() {
	v.path, v.bar.Hidden = nil, true
	v.box.Refresh()
	v.window.middle.Refresh()
}

// inGhost returns the positions of the loop's companies in the network before the what-if, as far as they are there.
func (v *loopView) inGhost(ghost *network.Network) []int {
	var members []int
	for _, id := range v.path {
		if at := positionOf(ghost, id); at >= 0 {
			members = append(members, at)
		}
	}
	return members
}

// toggleLoopView shows the selected loop by itself, or everything again.
func (w *Window) toggleLoopView() {
	if w.loopView.on() {
		w.loopView.leave()
	} else {
		w.loopView.enter()
	}
}

// loopSentence says what a loop is: Loop 1 of 5: Amazon ⇄ OpenAI, $35bn can go round.
func (w *Window) loopSentence(path []deal.CompanyID) string {
	book, _, _ := w.session.shown()
	if len(path) == 0 {
		return ""
	}
	names := make([]string, len(path))
	for i, id := range path {
		names[i] = book.CompanyName(id)
	}
	at := w.loops.at(path)
	if at < 0 {
		return deal.Ring(names...)
	}
	of := deal.Count(len(w.loops.paths))
	if report := w.loops.report; report.Count > len(report.Top) || report.Truncated {
		of = "the " + of + " biggest"
	}
	return fmt.Sprintf("Loop %s of %s: %s, %s", deal.Count(at+1), of, deal.Ring(names...), w.loops.built.Round(w.loops.report.Top[at]))
}

// loopInFull adds its category and what bounds it.
func (w *Window) loopInFull(path []deal.CompanyID) string {
	text := w.loopSentence(path)
	at := w.loops.at(path)
	if at < 0 {
		return text
	}
	loop := w.loops.report.Top[at]
	text += ". " + capital(string(loop.Category))
	if bound := boundWords(w.loops.built, loop); bound != "" {
		text += ", bounded by " + bound
	}
	return text + "."
}
