package gui

import (
	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// stressRow is one line of a stress test's lists.
type stressRow struct {
	words, note   string
	first, second string // an amount, and its part of what was due
	cents         float64
	legs          []deal.LegID // what it came from
	company       deal.CompanyID
	strong        bool
	wide          bool // first is more than an amount
}

// stressList adds lines to a container, and counts those that there is no room for.
type stressList struct {
	results *stressResults
	to      *fyne.Container
	dimmed  bool
	lines   int
	cents   float64 // in the lines that are left out
}

func (l *stressList) add(row stressRow) {
	l.lines++
	if l.lines > mostLines && !l.results.all {
		l.cents += row.cents
		return
	}
	session := l.results.panel.session
	words := widgets.NewSentence(func() {
		if len(row.legs) > 0 {
			session.selectLegs(row.legs)
		} else if row.company != 0 {
			session.selectCompany(row.company)
		}
	})
	words.WithKey = l.results.panel.window.typedKey
	words.SetText(row.words)
	first, second := widgets.NewText(row.first), widgets.NewText(row.second)
	first.Align, second.Align = fyne.TextAlignTrailing, fyne.TextAlignTrailing
	first.Style.Bold = row.strong
	if l.dimmed {
		words.SetColour(widgets.ColourMuted)
		first.Colour, second.Colour = widgets.ColourMuted, widgets.ColourMuted
	}
	l.to.Add(&fyne.Container{Layout: stressLineLayout{row.wide}, Objects: []fyne.CanvasObject{words, first, second}})
	if row.note != "" {
		note := widgets.NewNote(row.note)
		if l.dimmed {
			note.Colour = widgets.ColourMuted
		}
		l.to.Add(widgets.Inset(note, 0, 8))
	}
}

// rest says how many lines are left out and leads to them.
func (l *stressList) rest() {
	if left := l.lines - mostLines; left > 0 && !l.results.all {
		words := "Show " + counted(left, "more line")
		if l.cents > 0 {
			words += ", ↓ " + moneyText(l.cents, l.results.panel.result.Book.Base)
		}
		l.to.Add(widgets.NewLink(words, func() {
			l.results.all = true
			l.results.show()
		}))
	}
}

// stressLineLayout has the words on the left and two numbers on the right.
type stressLineLayout struct{ wide bool }

// The widths of the numbers.
const stressAmount, stressSum, stressPart = 92, 122, 62

// Layout implements fyne.Layout.
func (l stressLineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first := float32(stressAmount)
	if l.wide {
		first = stressSum
	}
	room := max(40, size.Width-first-stressPart)
	objects[0].Resize(fyne.NewSize(room, objects[0].Size().Height))
	objects[0].Resize(fyne.NewSize(room, objects[0].MinSize().Height))
	objects[0].Move(fyne.NewPos(0, 0))
	for i, width := range []float32{first, stressPart} {
		objects[i+1].Move(fyne.NewPos(room, 1))
		objects[i+1].Resize(fyne.NewSize(width-3, objects[i+1].MinSize().Height))
		room += width
	}
}

// MinSize implements fyne.Layout.
func (stressLineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, max(objects[0].MinSize().Height, objects[1].MinSize().Height+2))
}
