package gui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/network"
)

// nothingNote stands in the middle of the canvas while the filters leave nothing to draw, or the amounts are beyond what
// can be counted. It says why, and takes back what is in the way.
type nothingNote struct {
	window *Window
	words  *widgets.Paragraph
	ways   *fyne.Container
	box    *fyne.Container
}

func newNothingNote(w *Window) *nothingNote {
	n := &nothingNote{window: w, words: widgets.NewParagraph("", ""), ways: container.New(&widgets.Flow{Gap: 6})}
	ground, rim := widgets.NewGround(widgets.ColourRaised), widgets.NewGround(theme.ColorNameInputBorder)
	ground.Radius, rim.Radius = 6, 7
	n.box = container.NewStack(rim, widgets.Inset(ground, 1, 1), widgets.Inset(widgets.Stacked(8,
		widgets.NewHeading("Nothing to draw"), n.words, n.ways), 14, 18))
	n.box.Hide()
	w.session.onBook = append(w.session.onBook, n.show)
	w.session.onView = append(w.session.onView, n.show)
	return n
}

// show appears when the filters leave no deal.
func (n *nothingNote) show() {
	session := n.window.session
	if session.refused != nil {
		n.box.Hidden = false
		n.refuse(session.refused)
	} else {
		n.box.Hidden = len(session.held) > 0 || !session.filtered() || session.counted(session.view.WithoutFilters()) == 0
		if n.box.Visible() {
			n.explain()
		}
	}
	n.box.Refresh()
	n.window.middle.Refresh()
}

// refuse says why the deals cannot be counted under the view, and offers to take filters back, one of which may be why.
func (n *nothingNote) refuse(problem error) {
	n.words.SetText(sentence(problem) + ".")
	n.ways.Objects = []fyne.CanvasObject{widgets.NewButton("Filters…", func() { n.window.filters.open() })}
	if n.window.session.filtered() {
		n.ways.Add(widgets.NewButton("Clear filters", n.window.clearFilters))
	}
}

// explain says which filter leaves nothing, and offers to take it back.
func (n *nothingNote) explain() {
	session := n.window.session
	filters := session.view.Filters(session.book)
	n.ways.Objects = nil
	words := ""
	for _, filter := range filters {
		legs := session.counted(filter.Without)
		if legs == 0 || len(filters) == 1 {
			continue
		}
		n.ways.Add(widgets.NewButton(fmt.Sprintf("Take back “%s”", filter.Words), func() { n.window.chips.takeBack(filter) }))
		if words == "" {
			words = fmt.Sprintf(" Without “%s” there would be %s.", filter.Words, counted(legs, "leg"))
		}
	}
	if len(filters) == 1 {
		words = fmt.Sprintf("No deal counts under “%s”.", filters[0].Words)
	} else {
		words = "No deal passes all the filters together." + words
	}
	n.words.SetText(words)
	clear := widgets.NewButton("Clear filters", n.window.clearFilters)
	clear.Importance = widget.HighImportance
	n.ways.Add(clear)
}

// counted returns how many legs count under another view.
func (s *session) counted(view network.View) int {
	built, err := network.Build(s.book, view)
	if err != nil {
		return 0 // a filter whose absence lets nothing be counted is no way out
	}
	return len(built.Legs())
}
