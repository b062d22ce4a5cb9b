package gui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// leftOutLine stands below a table while filters are set: how many of its rows count, and a chip that lists the
// others too, greyed, or leaves them out again.
type leftOutLine struct {
	all     bool // what the filters leave out is listed
	summary *widgets.Text
	chip    *widgets.Chip
	box     *fyne.Container
	around  *fyne.Container // the table and the line below it
}

func newLeftOutLine(refill func()) *leftOutLine {
	l := &leftOutLine{summary: widgets.NewCaption("")}
	l.chip = widgets.NewChip("Show all", func() {
		l.all = !l.all
		refill()
	})
	l.box = widgets.Inset(container.NewBorder(nil, nil, nil, container.NewCenter(l.chip), l.summary), 3, 6)
	l.box.Hide()
	return l
}

// below returns the table with the line below it.
func (l *leftOutLine) below(table fyne.CanvasObject) *fyne.Container {
	l.around = container.NewBorder(nil, l.box, nil, nil, table)
	return l.around
}

// show says how much passes the filters: "11 of 15 companies pass the filters". The chip stands there where a row does not.
func (l *leftOutLine) show(s *session, words string, without int) {
	l.summary.SetText(words)
	l.chip.Hidden = without == 0
	l.chip.SetWords("Show all")
	if l.all {
		l.chip.SetWords("Hide the others")
	}
	was := l.box.Hidden
	if l.box.Hidden = !s.filtered(); l.box.Hidden != was {
		widgets.Rearrange(l.around) // the table has the line's room where there is none
	}
	l.box.Refresh()
}

// passing says how many of all pass the filters.
func passing(some, all int, thing string) string {
	verb := "pass"
	if all == 1 {
		verb = "passes"
	}
	return fmt.Sprintf("%s of %s %s the filters", deal.Count(some), counted(all, thing), verb)
}
