package widgets

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Paragraph is text that wraps at the width it is given.
type Paragraph struct {
	widget.BaseWidget
	content string
	Colour  fyne.ThemeColorName
	Small   bool
	Large   bool
	Bold    bool
	Most    int  // lines shown at most, the last one with an ellipsis; 0 is any number
	Least   int  // lines for which there is always room
	Low     bool // what is left of that room is above the lines

	Fit   func(fits func(string) bool) string // the text where it takes more lines than Most; nil: it is cut
	whole bool                                // the text is shown as it is
}

// NewParagraph returns a wrapping text in the named colour; "" is the foreground.
func NewParagraph(content string, colour fyne.ThemeColorName) *Paragraph {
	if colour == "" {
		colour = theme.ColorNameForeground
	}
	p := &Paragraph{content: content, Colour: colour}
	p.ExtendBaseWidget(p)
	return p
}

// NewNote returns a small, muted wrapping text.
func NewNote(content string) *Paragraph {
	p := NewParagraph(content, ColourMuted)
	p.Small = true
	return p
}

// SetText shows another text.
func (p *Paragraph) SetText(content string) {
	if p.content != content {
		p.content = content
		p.Refresh()
	}
}

// SetColour shows the text in another colour of the theme.
func (p *Paragraph) SetColour(colour fyne.ThemeColorName) {
	if p.Colour != colour {
		p.Colour = colour
		p.Refresh()
	}
}

// SetBold shows the text bold, or no longer.
func (p *Paragraph) SetBold(bold bool) {
	if p.Bold != bold {
		p.Bold = bold
		p.Refresh()
	}
}

// SetMost shows at most so many lines, the last one with an ellipsis; 0 is any number.
func (p *Paragraph) SetMost(lines int) {
	if p.Most != lines {
		p.Most = lines
		p.Refresh()
	}
}

// Whole reports whether all of the text is shown, neither shortened nor cut.
func (p *Paragraph) Whole() bool { return p.whole }

// fitted breaks the text into lines of the width, in shorter words where it has them and needs too many lines.
func (p *Paragraph) fitted(width, size float32) []string {
	fits := func(text string) bool { return p.Most == 0 || len(Wrap(text, width, size, p.Bold)) <= p.Most }
	text := p.content
	if p.whole = fits(text); !p.whole && p.Fit != nil {
		text = p.Fit(fits)
	}
	return p.cut(Wrap(text, width, size, p.Bold))
}

// Content returns the text.
func (p *Paragraph) Content() string { return p.content }

// CreateRenderer implements fyne.Widget.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	return &paragraphRenderer{paragraph: p}
}

var _ fyne.WidgetRenderer = (*paragraphRenderer)(nil)

// paragraphRenderer keeps one canvas text a line. Its least height is that of the text at its present width,
// so a parent lays a paragraph out by giving it a width first and then asking.
type paragraphRenderer struct {
	paragraph *Paragraph
	lines     []*canvas.Text
	content   string
	width     float32
	size      float32
	bold      bool
	most      int
}

func (r *paragraphRenderer) textSize() float32 {
	if r.paragraph.Small {
		return theme.SizeForWidget(theme.SizeNameCaptionText, r.paragraph)
	}
	if r.paragraph.Large {
		return theme.SizeForWidget(theme.SizeNameSubHeadingText, r.paragraph)
	}
	return theme.SizeForWidget(theme.SizeNameText, r.paragraph)
}

// cut returns the lines that are shown.
func (p *Paragraph) cut(lines []string) []string {
	if p.Most == 0 || len(lines) <= p.Most {
		return lines
	}
	lines = lines[:p.Most:p.Most]
	last := []rune(lines[p.Most-1])
	if len(last) > 2 {
		last = last[:len(last)-2]
	}
	lines[p.Most-1] = string(last) + "…"
	return lines
}

func (r *paragraphRenderer) wrap(width float32) {
	size := r.textSize()
	if r.most == r.paragraph.Most && r.content == r.paragraph.content && r.width == width && r.size == size && r.bold == r.paragraph.Bold {
		return
	}
	r.most = r.paragraph.Most
	r.content, r.width, r.size, r.bold = r.paragraph.content, width, size, r.paragraph.Bold
	r.lines = r.lines[:0]
	colour := colourOf(r.paragraph, r.paragraph.Colour)
	for _, line := range r.paragraph.fitted(width, size) {
		text := canvas.NewText(drawn(line), colour)
		text.TextSize = size
		text.TextStyle.Bold = r.paragraph.Bold
		r.lines = append(r.lines, text)
	}
}

func (r *paragraphRenderer) Layout(size fyne.Size) {
	r.wrap(size.Width)
	top := float32(0)
	if missing := r.paragraph.Least - len(r.lines); r.paragraph.Low && missing > 0 {
		top = float32(missing) * r.lineHeight()
	}
	for _, line := range r.lines {
		height := Measure(line.Text, line.TextSize, line.TextStyle).Height
		placeSharp(line, top, fyne.NewSize(size.Width, height))
		top += float32(math.Ceil(float64(height)))
	}
}

func (r *paragraphRenderer) MinSize() fyne.Size {
	width := r.paragraph.Size().Width
	if width <= 0 {
		width = 240
	}
	r.wrap(width)
	return fyne.NewSize(40, r.lineHeight()*float32(max(1, r.paragraph.Least, len(r.lines))))
}

// lineHeight is a whole number, so that letters are sharp on every line.
func (r *paragraphRenderer) lineHeight() float32 {
	return float32(math.Ceil(float64(Measure("M", r.textSize(), fyne.TextStyle{}).Height)))
}

func (r *paragraphRenderer) Refresh() {
	r.wrap(r.paragraph.Size().Width)
	for _, line := range r.lines {
		line.Color = colourOf(r.paragraph, r.paragraph.Colour)
	}
	r.Layout(r.paragraph.Size())
	for _, line := range r.lines {
		line.Refresh()
	}
}

func (r *paragraphRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.lines))
	for i, line := range r.lines {
		objects[i] = line
	}
	return objects
}

func (r *paragraphRenderer) Destroy() {}

// Wrap breaks the text at spaces into lines that are no wider than the width; a longer word has a line of its
// own and is broken where it must be.
func Wrap(text string, width, size float32, bold bool) []string {
	measure := func(s string) float32 { return Measure(s, size, fyne.TextStyle{Bold: bold}).Width }
	// Words are measured one by one: most of them are known from the last time, whole lines are not.
	space := measure("n n") - 2*measure("n")
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		line, long := "", float32(0)
		for _, word := range strings.Fields(paragraph) {
			wide := measure(word)
			if line != "" && long+space+wide <= width {
				line, long = line+" "+word, long+space+wide
				continue
			}
			if line != "" {
				lines = append(lines, line)
			}
			for wide > width && len([]rune(word)) > 1 {
				part := fitting([]rune(word), width, measure)
				lines = append(lines, string([]rune(word)[:part]))
				word = string([]rune(word)[part:])
				wide = measure(word)
			}
			line, long = word, wide
		}
		lines = append(lines, line)
	}
	return lines
}

// fitting returns how many letters of the word fit into the width, at least one.
func fitting(word []rune, width float32, measure func(string) float32) int {
	count := 1
	for count < len(word) && measure(string(word[:count+1])) <= width {
		count++
	}
	return count
}
