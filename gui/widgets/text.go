package widgets

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Text is one line of text that ends in an ellipsis when there is no room for it, in a named colour.
type Text struct {
	widget.BaseWidget
	content   string
	Colour    fyne.ThemeColorName
	TextSize  fyne.ThemeSizeName
	Style     fyne.TextStyle
	Align     fyne.TextAlign
	MinWidth  float32
	FullWidth bool // ask for the whole text's width instead of MinWidth

	Fit func(fits func(string) bool) string // writes it into less room than it needs; nil: no other way than its beginning
}

// NewText returns a text in the foreground colour.
func NewText(content string) *Text {
	t := &Text{content: content, Colour: theme.ColorNameForeground, TextSize: theme.SizeNameText}
	t.ExtendBaseWidget(t)
	return t
}

// NewCaption returns a small muted text.
func NewCaption(content string) *Text {
	t := NewText(content)
	t.Colour, t.TextSize = ColourMuted, theme.SizeNameCaptionText
	return t
}

// NewHeading returns a bold text that is as wide as its words.
func NewHeading(content string) *Text {
	t := NewText(content)
	t.Style.Bold, t.FullWidth = true, true
	return t
}

// SetText shows another text.
func (t *Text) SetText(content string) {
	if t.content == content {
		return
	}
	t.content = content
	t.Refresh()
}

// FirstThatFits returns what writes a text in the first of several ways for which there is room, or in the last.
func FirstThatFits(ways ...string) func(fits func(string) bool) string {
	return func(fits func(string) bool) string {
		for _, way := range ways[:len(ways)-1] {
			if fits(way) {
				return way
			}
		}
		return ways[len(ways)-1]
	}
}

// Content returns the whole text, also when it is shown shortened.
func (t *Text) Content() string { return t.content }

// Cut reports whether there is no room for the whole text.
func (t *Text) Cut() bool {
	return Measure(t.content, theme.SizeForWidget(t.TextSize, t), t.Style).Width > t.Size().Width+0.5
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{text: t, line: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

var _ fyne.WidgetRenderer = (*textRenderer)(nil)

type textRenderer struct {
	text *Text
	line *canvas.Text
}

func (r *textRenderer) Layout(size fyne.Size) {
	fits := func(text string) bool { return Measure(text, r.line.TextSize, r.text.Style).Width <= size.Width+0.5 }
	content := r.text.content
	if r.text.Fit != nil && !fits(content) {
		content = r.text.Fit(fits)
	}
	r.line.Text = drawn(Shorten(content, size.Width, r.line.TextSize, r.text.Style))
	height := Measure(r.line.Text, r.line.TextSize, r.line.TextStyle).Height
	placeSharp(r.line, float32(math.Floor(float64(size.Height-height)/2)), fyne.NewSize(size.Width, height))
}

// sharpLeft is where a line of text begins for its letters to be sharp. Fyne 2.7 draws them into an image of as many whole
// pixels as they begin to need, and shows it in as many as are nearest to its width, counted from where it begins: from
// here those are as many, from 0 half of all texts are squeezed by a pixel and blurred. Widths come in 64ths.
const sharpLeft = 31.0 / 64

// placeSharp puts a line of text at the height, which is a whole number, at the left of its parent.
func placeSharp(line *canvas.Text, top float32, size fyne.Size) {
	line.Move(fyne.NewPos(sharpLeft, top))
	line.Resize(fyne.NewSize(size.Width-sharpLeft, size.Height))
}

func (r *textRenderer) MinSize() fyne.Size {
	full := Measure(r.text.content, r.line.TextSize, r.text.Style)
	if r.text.content == "" {
		full.Height = Measure("M", r.line.TextSize, r.text.Style).Height
	}
	if r.text.FullWidth {
		return full
	}
	return fyne.NewSize(r.text.MinWidth, full.Height)
}

func (r *textRenderer) Refresh() {
	r.line.Color = colourOf(r.text, r.text.Colour)
	r.line.TextSize = theme.SizeForWidget(r.text.TextSize, r.text)
	r.line.TextStyle = r.text.Style
	r.line.Alignment = r.text.Align
	r.Layout(r.text.Size())
	r.line.Refresh()
}

func (r *textRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }
func (r *textRenderer) Destroy()                     {}

// Shorten returns the text, or as much of its beginning as fits into the width with an ellipsis. Measuring a text that was
// not measured before is dear, so it looks first where letters of the same width would end.
func Shorten(text string, width, size float32, style fyne.TextStyle) string {
	whole := Measure(text, size, style).Width
	if text == "" || whole <= width+0.5 {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	look := int(float32(len(runes)) * width / whole)
	for step := 2; low < high; step *= 2 {
		if look <= low || look > high {
			look = (low + high + 1) / 2
		}
		if Measure(string(runes[:look])+"…", size, style).Width <= width+0.5 {
			low, look = look, look+step
		} else {
			high, look = look-1, look-step
		}
	}
	if low == 0 {
		return "…"
	}
	return string(runes[:low]) + "…"
}

// ShortenMiddle returns the text, or its beginning and its end with an ellipsis between them: where many texts begin
// alike, their ends tell them apart. The last word stays where it takes no more than about half of the width.
func ShortenMiddle(text string, width, size float32, style fyne.TextStyle) string {
	if text == "" || Measure(text, size, style).Width <= width+0.5 {
		return text
	}
	last := strings.LastIndex(text, " ")
	if last <= 0 || Measure(text[last:], size, style).Width > 0.55*width {
		return Shorten(text, width, size, style)
	}
	first := Shorten(text[:last], width-Measure(text[last:], size, style).Width, size, style)
	if !strings.HasSuffix(first, "…") {
		return text
	}
	return first + text[last:]
}
