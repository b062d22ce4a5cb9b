package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// MarkedSlider is a slider with a tick and a word below the place of one of its values.
type MarkedSlider struct {
	widget.BaseWidget
	Slider *Slider
	least  *Text
	most   *Text
	word   *Text
	unset  *Text             // in the slider's place while it is set to nothing
	rail   *canvas.Rectangle // and what is left of the slider then
	tick   *canvas.Rectangle
	mark   float64
}

// NewMarkedSlider returns the slider with captions below it.
func NewMarkedSlider(slider *Slider) *MarkedSlider {
	s := &MarkedSlider{Slider: slider, least: NewCaption(""), most: NewCaption(""), word: NewCaption(""), unset: NewCaption("not disclosed: click to set an amount"),
		rail: canvas.NewRectangle(nil), tick: canvas.NewRectangle(nil)}
	s.most.Align, s.word.Align = fyne.TextAlignTrailing, fyne.TextAlignCenter
	for _, text := range []*Text{s.least, s.most, s.word} {
		text.FullWidth = true
	}
	s.unset.Hidden, s.rail.Hidden, s.unset.FullWidth = true, true, true
	s.ExtendBaseWidget(s)
	return s
}

// SetEnds writes what the ends of the slider are.
func (s *MarkedSlider) SetEnds(least, most string) {
	s.least.SetText(least)
	s.most.SetText(most)
	s.Refresh()
}

// SetMark puts the tick at the value, or takes it away where the slider does not reach.
func (s *MarkedSlider) SetMark(value float64, word string) {
	s.mark = value
	s.word.SetText(word)
	s.Refresh()
}

// SetUnset shows the slider without a place, as one of what nobody has set. A click sets it.
func (s *MarkedSlider) SetUnset(unset bool) {
	if s.Slider.Hidden != unset {
		s.Slider.Hidden, s.unset.Hidden, s.rail.Hidden = unset, !unset, !unset
		s.Refresh()
	}
}

// Unset returns what is shown while the slider has no place, or "".
func (s *MarkedSlider) Unset() string {
	if s.unset.Hidden {
		return ""
	}
	return s.unset.Content()
}

// Tapped implements fyne.Tappable: a slider without a place gets one.
func (s *MarkedSlider) Tapped(event *fyne.PointEvent) {
	if s.unset.Hidden || s.Size().Width == 0 {
		return
	}
	part := min(max(event.Position.X/s.Size().Width, 0), 1)
	s.SetUnset(false)
	s.Slider.SetValue(s.Slider.Min + float64(part)*(s.Slider.Max-s.Slider.Min))
}

// Mark returns the marked value and its word, and false when it is not shown.
func (s *MarkedSlider) Mark() (float64, string, bool) {
	return s.mark, s.word.Content(), s.reached()
}

func (s *MarkedSlider) reached() bool { return s.mark >= s.Slider.Min && s.mark <= s.Slider.Max }

// CreateRenderer implements fyne.Widget.
func (s *MarkedSlider) CreateRenderer() fyne.WidgetRenderer {
	r := &markedSliderRenderer{s}
	r.Refresh()
	return r
}

var _ fyne.WidgetRenderer = (*markedSliderRenderer)(nil)

type markedSliderRenderer struct{ slider *MarkedSlider }

// The tick's size, and how far the captions reach up into the slider's own room.
const tickWide, tickHigh, captionsUp = 2, 9, 7

// across returns the place of the mark: Fyne's slider keeps room for half of its button at either end.
func (r *markedSliderRenderer) across(width float32) float32 {
	s := r.slider
	button := theme.SizeForWidget(theme.SizeNameInlineIcon, s) - 4
	room := button/2 + theme.SizeForWidget(theme.SizeNameInnerPadding, s) - 1.5
	part := float32((s.mark - s.Slider.Min) / (s.Slider.Max - s.Slider.Min))
	return room + part*(width-2*room)
}

func (r *markedSliderRenderer) Layout(size fyne.Size) {
	s := r.slider
	high := s.Slider.MinSize().Height
	s.Slider.Resize(fyne.NewSize(size.Width, high))
	unset := s.unset.MinSize()
	s.unset.Move(fyne.NewPos((size.Width-unset.Width)/2, high/2-unset.Height-1))
	s.unset.Resize(unset)
	s.rail.Move(fyne.NewPos(0, high/2))
	s.rail.Resize(fyne.NewSize(size.Width, 1))
	below := high - captionsUp
	at := r.across(size.Width)
	s.tick.Move(fyne.NewPos(at-tickWide/2, high/2+4))
	s.tick.Resize(fyne.NewSize(tickWide, tickHigh))
	least, most, word := s.least.MinSize(), s.most.MinSize(), s.word.MinSize()
	s.least.Move(fyne.NewPos(0, below+3))
	s.least.Resize(least)
	s.most.Move(fyne.NewPos(size.Width-most.Width, below+3))
	s.most.Resize(most)
	left := min(max(at-word.Width/2, 0), size.Width-word.Width)
	s.word.Move(fyne.NewPos(left, below+3))
	s.word.Resize(word)
	const apart = 4
	s.least.Hidden = s.reached() && left < least.Width+apart
	s.most.Hidden = s.reached() && left+word.Width > size.Width-most.Width-apart
}

func (r *markedSliderRenderer) MinSize() fyne.Size {
	least := r.slider.Slider.MinSize()
	return fyne.NewSize(max(least.Width, 100), least.Height-captionsUp+r.slider.word.MinSize().Height+3)
}

func (r *markedSliderRenderer) Refresh() {
	s := r.slider
	s.tick.FillColor, s.rail.FillColor = colourOf(s, theme.ColorNameForeground), colourOf(s, ColourMuted)
	s.tick.Hidden, s.word.Hidden = !s.reached(), !s.reached()
	r.Layout(s.Size())
	s.tick.Refresh()
	s.rail.Refresh()
}

func (r *markedSliderRenderer) Objects() []fyne.CanvasObject {
	s := r.slider
	return []fyne.CanvasObject{s.Slider, s.rail, s.unset, s.tick, s.least, s.most, s.word}
}

func (r *markedSliderRenderer) Destroy() {}
