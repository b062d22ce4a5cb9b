package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
)

// Where the parts of a line of the comparison stand: the numbers in columns at the right, as wide as the widest of them,
// the name left of them or, where it is too long for that, above.

// columnTitles are the titles of the numbers.
var columnTitles = [3]string{"Base", "Scenario", "Difference"}

// columnWidths are the widths of a table's columns of numbers.
type columnWidths [3]float32

// The least room of a column, and the room between a number and what stands left of it.
const columnLeast, columnApart = 44, 7

// holdColumns makes the columns as wide as their numbers, and reports whether they have changed. They become no narrower
// while the same measures are shown, so that nothing jumps while a slider moves.
func holdColumns(lines []*comparisonLine) (changed bool) {
	for _, line := range lines {
		before, own := *line.columns, line.own
		for i, text := range line.texts {
			size, title := theme.SizeForWidget(text.TextSize, text), theme.Size(theme.SizeNameCaptionText)
			number := widgets.Measure(text.Content(), size, fyne.TextStyle{Bold: i == 2}).Width
			line.columns[i] = max(line.columns[i], columnLeast, number+columnApart,
				widgets.Measure(columnTitles[i], title, fyne.TextStyle{}).Width+columnApart)
			if i == 0 {
				line.own = max(line.own, number)
			}
		}
		changed = changed || *line.columns != before || line.brief && line.own != own
	}
	return changed
}

// all is how much room the numbers take.
func (c *columnWidths) all() float32 { return c[0] + c[1] + c[2] }

// CreateRenderer implements fyne.Widget.
func (l *comparisonLine) CreateRenderer() fyne.WidgetRenderer { return &comparisonRenderer{line: l} }

// Disabled says that the keyboard passes the line by.
func (l *comparisonLine) Disabled() bool { return l.brief || l.heading }

// Enable implements fyne.Disableable: nothing makes a line another one.
func (l *comparisonLine) Enable() {}

// Disable implements fyne.Disableable.
func (l *comparisonLine) Disable() {}

var (
	_ fyne.Disableable    = (*comparisonLine)(nil)
	_ fyne.WidgetRenderer = (*comparisonRenderer)(nil)
)

type comparisonRenderer struct{ line *comparisonLine }

// beside is the room for the name left of the numbers: of the whole column, or of its own number for a name that stands in
// one line whatever the others have.
func (l *comparisonLine) beside() float32 {
	room := l.Size().Width - l.columns.all()
	if l.brief || l.heading {
		room += l.columns[0] - columnApart - l.own
	}
	return max(20, room)
}

// above reports whether the name stands above the numbers: where there is no room for it, or, of a line that is to be one line
// high, not even for the word that it can be shortened to.
func (l *comparisonLine) above() bool {
	words := l.name.Content()
	if l.brief {
		words = l.word
	}
	size := theme.SizeForWidget(theme.SizeNameText, l)
	least := widgets.Measure(words, size, fyne.TextStyle{Bold: l.name.Bold}).Width
	if l.brief {
		least = min(least, wordLeast)
	}
	return l.Size().Width > 0 && least > l.beside()
}

// wordLeast is the room in which a name can be read, though a company's long one is shortened there.
const wordLeast = 64

// numbersTop and numbersBottom are where the numbers stand.
func (l *comparisonLine) numbersTop() float32 {
	if l.above() {
		return l.name.MinSize().Height
	}
	return 0
}

func (l *comparisonLine) numbersBottom() float32 {
	bottom := l.numbersTop() + l.numbersHeight()
	if !l.above() {
		bottom = max(bottom, l.name.MinSize().Height)
	}
	return bottom
}

// numbersHeight is that of the highest of the numbers: an arrow is of another font than the others.
func (l *comparisonLine) numbersHeight() float32 {
	return max(l.texts[0].MinSize().Height, l.texts[1].MinSize().Height, l.texts[2].MinSize().Height)
}

// place gives the name its width, on which its height depends.
func (l *comparisonLine) place(width float32) {
	room := l.beside()
	if l.above() {
		room = width
	}
	if l.name.Size().Width != room {
		l.name.Resize(fyne.NewSize(room, l.name.Size().Height))
	}
	l.name.Resize(fyne.NewSize(room, l.name.MinSize().Height))
	l.note.Resize(fyne.NewSize(width, l.note.Size().Height))
}

// Layout implements fyne.WidgetRenderer.
func (r *comparisonRenderer) Layout(size fyne.Size) {
	l := r.line
	l.place(size.Width)
	l.mark.Move(fyne.NewPos(-7, 1))
	l.mark.Resize(fyne.NewSize(3, max(0, size.Height-3)))
	right, top := size.Width, l.numbersTop()
	for i := 2; i >= 0; i-- {
		left := right - l.columns[i] + columnApart
		l.texts[i].Move(fyne.NewPos(left, top))
		l.texts[i].Resize(fyne.NewSize(right-left, l.numbersHeight()))
		right -= l.columns[i]
	}
	l.note.Move(fyne.NewPos(0, l.numbersBottom()))
	l.note.Resize(fyne.NewSize(size.Width, l.note.MinSize().Height))
}

// MinSize implements fyne.WidgetRenderer: as high as the parts are in the line's present width.
func (r *comparisonRenderer) MinSize() fyne.Size {
	l := r.line
	if l.Size().Width > 0 {
		l.place(l.Size().Width)
	}
	height := l.numbersBottom()
	if l.note.Content() != "" {
		height += l.note.MinSize().Height
	}
	if l.brief {
		return fyne.NewSize(200, height+1)
	}
	return fyne.NewSize(200, height+3)
}

// Refresh implements fyne.WidgetRenderer.
func (r *comparisonRenderer) Refresh() {
	r.Layout(r.line.Size())
	for _, object := range r.Objects() {
		object.Refresh()
	}
}

// Objects implements fyne.WidgetRenderer.
func (r *comparisonRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.line.name, r.line.note, r.line.mark}
	for _, text := range r.line.texts {
		objects = append(objects, text)
	}
	return objects
}

// Destroy implements fyne.WidgetRenderer.
func (r *comparisonRenderer) Destroy() {}
