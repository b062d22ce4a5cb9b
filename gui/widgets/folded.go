package widgets

import (
	"fmt"

	"fyne.io/fyne/v2"
)

// Folded puts chips side by side in a few lines. Those for which there is no room are left out, and a chip at the end says
// how many they are: a click on it shows them all.
type Folded struct {
	Box   *fyne.Container
	rows  int
	gap   float32
	open  bool
	width float32 // that it was last laid out in
	more  *Chip

	OnFolded func() // it has another height
}

// NewFolded returns room for chips in so many lines.
func NewFolded(rows int, gap float32) *Folded {
	f := &Folded{rows: rows, gap: gap}
	f.more = NewChip("", func() { f.Open(!f.open) })
	f.Box = &fyne.Container{Layout: f}
	return f
}

// Open shows all of the chips, or only the first lines of them.
func (f *Folded) Open(open bool) {
	if f.open != open {
		f.open = open
		f.Box.Refresh()
		call(f.OnFolded)
	}
}

// SetChips shows these chips.
func (f *Folded) SetChips(chips []fyne.CanvasObject) {
	f.Box.Objects = append(append([]fyne.CanvasObject{}, chips...), f.more)
	f.Box.Refresh()
}

// Unfold shows all chips where the object is one that is left out.
func (f *Folded) Unfold(object fyne.CanvasObject) {
	if !object.Visible() {
		f.Open(true)
	}
}

// More returns what the chip at the end says, or "" while there is none.
func (f *Folded) More() string {
	if len(f.Box.Objects) == 0 || f.more.Hidden {
		return ""
	}
	return f.more.Words()
}

// Reveals has the chip at the end brought into sight once it has the keyboard.
func (f *Folded) Reveals(reveal func(fyne.CanvasObject)) { f.more.OnFocus = func() { reveal(f.more) } }

// Layout implements fyne.Layout.
func (f *Folded) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.fold(objects)
	(&Flow{Gap: f.gap}).Layout(objects, size)
}

// MinSize implements fyne.Layout: as high as its lines are in the width that it was last given.
func (f *Folded) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if f.width == 0 || len(objects) < 2 {
		return fyne.Size{}
	}
	f.fold(objects)
	return fyne.NewSize(40, (&Flow{Gap: f.gap}).Height(objects, f.width))
}

// fold hides what the lines have no room for.
func (f *Folded) fold(objects []fyne.CanvasObject) {
	if len(objects) == 0 || f.width == 0 {
		return
	}
	chips := objects[:len(objects)-1]
	shown := len(chips)
	f.more.SetWords(fmt.Sprintf("+%d more", 99))
	for shown > 1 && f.lines(chips[:shown], shown < len(chips)) > f.rows {
		shown--
	}
	f.more.Hidden = shown == len(chips)
	f.more.SetWords(fmt.Sprintf("+%d more", len(chips)-shown))
	if f.open && shown < len(chips) {
		shown = len(chips)
		f.more.SetWords("Fewer")
	}
	for i, chip := range chips {
		if hidden := i >= shown; hidden == chip.Visible() {
			if hidden {
				chip.Hide()
			} else {
				chip.Show()
			}
		}
	}
}

// lines returns in how many lines the chips stand, and the one at the end with them.
func (f *Folded) lines(chips []fyne.CanvasObject, more bool) int {
	lines, x := 1, float32(0)
	add := func(width float32) {
		width = min(width, f.width)
		if x > 0 && x+width > f.width {
			lines, x = lines+1, 0
		}
		x += width + f.gap
	}
	for _, chip := range chips {
		add(chip.MinSize().Width)
	}
	if more {
		add(f.more.MinSize().Width)
	}
	return lines
}
