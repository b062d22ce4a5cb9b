package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Sentence is wrapping text that leads somewhere when it is clicked, or when Return or Space is pressed with the
// keyboard on it. A bar on its left says so.
type Sentence struct {
	widget.BaseWidget
	Leads   bool // it leads somewhere now
	Small   bool
	WithKey func(*fyne.KeyEvent) // keys that it does not use

	onOpened func()
	words    *Paragraph
	hovered  bool
	focused  bool
}

var (
	_ fyne.Focusable     = (*Sentence)(nil)
	_ desktop.Hoverable  = (*Sentence)(nil)
	_ desktop.Cursorable = (*Sentence)(nil)
)

// NewSentence returns a sentence without words.
func NewSentence(opened func()) *Sentence {
	s := &Sentence{Leads: true, onOpened: opened, words: NewParagraph("", "")}
	s.ExtendBaseWidget(s)
	return s
}

// SetText shows other words.
func (s *Sentence) SetText(words string) {
	if s.words.Content() != words {
		s.words.SetText(words)
		s.Refresh()
	}
}

// Content returns the words.
func (s *Sentence) Content() string { return s.words.Content() }

// Colour returns the colour of the words.
func (s *Sentence) Colour() fyne.ThemeColorName { return s.words.Colour }

// SetColour shows the words in another colour.
func (s *Sentence) SetColour(colour fyne.ThemeColorName) {
	if s.words.Colour != colour {
		s.words.Colour = colour
		s.words.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (s *Sentence) Tapped(*fyne.PointEvent) {
	if s.Leads {
		call(s.onOpened)
	}
}

// TypedKey implements fyne.Focusable.
func (s *Sentence) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		s.Tapped(nil)
	default:
		if s.WithKey != nil {
			s.WithKey(event)
		}
	}
}

// TypedRune implements fyne.Focusable.
func (s *Sentence) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (s *Sentence) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost implements fyne.Focusable.
func (s *Sentence) FocusLost() { s.focused = false; s.Refresh() }

// MouseIn implements desktop.Hoverable.
func (s *Sentence) MouseIn(*desktop.MouseEvent) { s.hovered = true; s.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (s *Sentence) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *Sentence) MouseOut() { s.hovered = false; s.Refresh() }

// Cursor implements desktop.Cursorable.
func (s *Sentence) Cursor() desktop.Cursor {
	if s.Leads {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer implements fyne.Widget.
func (s *Sentence) CreateRenderer() fyne.WidgetRenderer {
	r := &sentenceRenderer{sentence: s, bar: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

var _ fyne.WidgetRenderer = (*sentenceRenderer)(nil)

type sentenceRenderer struct {
	sentence *Sentence
	bar      *canvas.Rectangle
}

// sentenceLeft is the room for the bar left of the words.
const sentenceLeft = 8

func (r *sentenceRenderer) Layout(size fyne.Size) {
	words := r.sentence.words
	r.bar.Move(fyne.NewPos(0, 1))
	r.bar.Resize(fyne.NewSize(2.5, max(0, size.Height-2)))
	words.Move(fyne.NewPos(sentenceLeft, 0))
	words.Resize(fyne.NewSize(max(20, size.Width-sentenceLeft), words.Size().Height))
	words.Resize(fyne.NewSize(max(20, size.Width-sentenceLeft), words.MinSize().Height))
}

// MinSize is as high as the words are in the sentence's present width.
func (r *sentenceRenderer) MinSize() fyne.Size {
	words := r.sentence.words
	words.Small = r.sentence.Small
	if width := r.sentence.Size().Width; width > 0 {
		words.Resize(fyne.NewSize(max(20, width-sentenceLeft), words.Size().Height))
	}
	return fyne.NewSize(120, words.MinSize().Height)
}

func (r *sentenceRenderer) Refresh() {
	s := r.sentence
	s.words.Small = s.Small
	if s.Small {
		s.words.Colour = ColourMuted
		if s.hovered || s.focused {
			s.words.Colour = theme.ColorNameHyperlink
		}
	}
	bar := theme.ColorNameSeparator
	switch {
	case s.Small && !s.focused:
		bar = ""
	case s.focused || s.hovered && s.Leads:
		bar = theme.ColorNamePrimary
	}
	r.bar.FillColor = nil
	if bar != "" {
		r.bar.FillColor = colourOf(s, bar)
	}
	r.bar.Refresh()
	s.words.Refresh()
}

func (r *sentenceRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.bar, r.sentence.words}
}

func (r *sentenceRenderer) Destroy() {}
