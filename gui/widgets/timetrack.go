package widgets

import (
	"math"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TimeStop is a day on a TimeTrack and how much happened on it.
type TimeStop struct {
	Day   time.Time
	Count int
}

// TimeTrack is a line of days with a handle that goes from one to the next, and to its open end, which is no day
// at all. Distances are in proportion to time as far as days that are close leave room for each other.
type TimeTrack struct {
	widget.BaseWidget
	OnPicked func(at int) // the handle was moved to a stop; the number of stops is the open end
	OnEnded  func()       // the handle was let go
	OnPlay   func()       // Space

	stops   []TimeStop
	at      int
	focused bool
	hovered bool
}

var (
	_ fyne.Draggable     = (*TimeTrack)(nil)
	_ fyne.Focusable     = (*TimeTrack)(nil)
	_ desktop.Mouseable  = (*TimeTrack)(nil)
	_ desktop.Hoverable  = (*TimeTrack)(nil)
	_ desktop.Cursorable = (*TimeTrack)(nil)
)

// NewTimeTrack returns a track without days.
func NewTimeTrack() *TimeTrack {
	t := &TimeTrack{}
	t.ExtendBaseWidget(t)
	return t
}

// SetStops shows the days, in ascending order, and puts the handle at one of them, before them (-1) or at the open
// end (the number of stops).
func (t *TimeTrack) SetStops(stops []TimeStop, at int) {
	t.stops, t.at = stops, at
	t.Refresh()
}

// At returns the stop that the handle is at: -1 before the first one, the number of stops at the open end.
func (t *TimeTrack) At() int { return t.at }

func (t *TimeTrack) pick(at int) {
	at = min(max(at, 0), len(t.stops))
	if at == t.at || len(t.stops) == 0 {
		return
	}
	t.at = at
	t.Refresh()
	if t.OnPicked != nil {
		t.OnPicked(at)
	}
}

// nearest returns the stop that is nearest to the place, the open end among them.
func (t *TimeTrack) nearest(x float32) int {
	best, distance := len(t.stops), float32(math.Abs(float64(x-t.end())))
	for i, place := range t.places() {
		if away := float32(math.Abs(float64(x - place))); away < distance {
			best, distance = i, away
		}
	}
	return best
}

// The measures of the track: room at its ends, room between two days, and between the last one and the open end.
const trackMargin, trackGap, trackOpen = 9, 7, 22

// end returns where the open end is.
func (t *TimeTrack) end() float32 { return t.Size().Width - trackMargin }

// places returns where the stops stand, from left to right.
func (t *TimeTrack) places() []float32 {
	if len(t.stops) == 0 {
		return nil
	}
	first, last := t.stops[0].Day, t.stops[len(t.stops)-1].Day
	room := max(0, t.end()-trackOpen-trackMargin)
	gap := min(trackGap, room/float32(max(1, len(t.stops)-1)))
	places := make([]float32, len(t.stops))
	for i, stop := range t.stops {
		part := float32(1)
		if span := last.Sub(first); span > 0 {
			part = float32(stop.Day.Sub(first)) / float32(span)
		}
		places[i] = trackMargin + part*room
		if i > 0 {
			places[i] = max(places[i], places[i-1]+gap)
		}
	}
	for i := len(places) - 1; i >= 0; i-- { // what was pushed beyond the end comes back
		places[i] = min(places[i], trackMargin+room-gap*float32(len(places)-1-i))
	}
	return places
}

// years returns where the years begin that the track has room to name.
func (t *TimeTrack) years() map[int]float32 {
	named := map[int]float32{}
	places := t.places()
	last := float32(math.Inf(-1))
	name := func(year int, x float32) {
		if x-last >= yearRoom && x+yearRoom/2 <= t.Size().Width {
			named[year], last = x, x
		}
	}
	for i, stop := range t.stops {
		if i == 0 {
			name(stop.Day.Year(), places[0])
			continue
		}
		before := t.stops[i-1].Day
		for year := before.Year() + 1; year <= stop.Day.Year(); year++ {
			start := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
			part := float32(start.Sub(before)) / float32(stop.Day.Sub(before))
			name(year, places[i-1]+part*(places[i]-places[i-1]))
		}
	}
	return named
}

// yearRoom is how far the names of two years stand apart.
const yearRoom = 34

// Tapped implements fyne.Tappable.
func (t *TimeTrack) Tapped(*fyne.PointEvent) {}

// MouseDown takes the handle to the day under the pointer, but for the right button, which changes nothing anywhere.
func (t *TimeTrack) MouseDown(event *desktop.MouseEvent) {
	if event.Button == desktop.MouseButtonSecondary {
		return
	}
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(t); canvas != nil {
		canvas.Focus(t)
	}
	t.pick(t.nearest(event.Position.X))
}

// MouseUp implements desktop.Mouseable.
func (t *TimeTrack) MouseUp(*desktop.MouseEvent) { call(t.OnEnded) }

// Dragged implements fyne.Draggable.
func (t *TimeTrack) Dragged(event *fyne.DragEvent) { t.pick(t.nearest(event.Position.X)) }

// DragEnd implements fyne.Draggable.
func (t *TimeTrack) DragEnd() { call(t.OnEnded) }

// MouseIn implements desktop.Hoverable.
func (t *TimeTrack) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (t *TimeTrack) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *TimeTrack) MouseOut() { t.hovered = false; t.Refresh() }

// Cursor implements desktop.Cursorable.
func (t *TimeTrack) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained implements fyne.Focusable.
func (t *TimeTrack) FocusGained() { t.focused = true; t.Refresh() }

// FocusLost implements fyne.Focusable.
func (t *TimeTrack) FocusLost() { t.focused = false; t.Refresh() }

// TypedRune implements fyne.Focusable.
func (t *TimeTrack) TypedRune(rune) {}

// TypedKey goes from day to day with the arrow keys.
func (t *TimeTrack) TypedKey(event *fyne.KeyEvent) {
	defer call(t.OnEnded) // every key is a move of its own
	switch event.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		t.pick(t.at - 1)
	case fyne.KeyRight, fyne.KeyUp:
		t.pick(t.at + 1)
	case fyne.KeyHome:
		t.pick(0)
	case fyne.KeyEnd:
		t.pick(len(t.stops))
	case fyne.KeySpace:
		if t.OnPlay != nil {
			t.OnPlay()
		}
	default:
		handedOn(t, event)
	}
}

// CreateRenderer implements fyne.Widget.
func (t *TimeTrack) CreateRenderer() fyne.WidgetRenderer {
	r := &timeTrackRenderer{
		track: t, line: canvas.NewRectangle(nil), passed: canvas.NewRectangle(nil), handle: canvas.NewCircle(nil),
	}
	r.Refresh()
	return r
}

// MinSize implements fyne.Widget.
func (t *TimeTrack) MinSize() fyne.Size { return fyne.NewSize(120, 36) }

var _ fyne.WidgetRenderer = (*timeTrackRenderer)(nil)

type timeTrackRenderer struct {
	track  *TimeTrack
	line   *canvas.Rectangle
	passed *canvas.Rectangle // from the first day to the handle
	marks  []*canvas.Rectangle
	years  []*canvas.Text
	handle *canvas.Circle
}

// The heights on the track, from its top: the line, and the names of the years.
const trackLine, trackYears = 19, 24

func (r *timeTrackRenderer) Layout(size fyne.Size) {
	t := r.track
	places := t.places()
	r.line.Move(fyne.NewPos(trackMargin, trackLine-1))
	r.line.Resize(fyne.NewSize(max(0, size.Width-2*trackMargin), 2))
	at := t.end()
	switch {
	case len(places) == 0:
		at = trackMargin
	case t.at < 0:
		at = trackMargin
	case t.at < len(places):
		at = places[t.at]
	}
	r.passed.Move(fyne.NewPos(trackMargin, trackLine-1))
	r.passed.Resize(fyne.NewSize(max(0, at-trackMargin), 2))
	width := float32(3)
	for i := 1; i < len(places); i++ {
		width = max(1, min(width, places[i]-places[i-1]-1.2))
	}
	for i, mark := range r.marks {
		height := min(15, 4+3*float32(t.stops[i].Count))
		mark.Move(fyne.NewPos(places[i]-width/2, trackLine-height))
		mark.Resize(fyne.NewSize(width, height))
	}
	const radius = 6
	r.handle.Move(fyne.NewPos(at-radius, trackLine-radius))
	r.handle.Resize(fyne.NewSquareSize(2 * radius))
	r.nameYears(size.Width)
}

// nameYears writes as many years below the line as there is room for.
func (r *timeTrackRenderer) nameYears(room float32) {
	t := r.track
	for len(r.years) < int(room/yearRoom)+1 {
		r.years = append(r.years, canvas.NewText("", nil))
	}
	for _, text := range r.years {
		text.Hidden = true
		text.Color = colourOf(t, ColourMuted)
		text.TextSize = theme.SizeForWidget(theme.SizeNameCaptionText, t) - 1
	}
	named, shown := t.years(), 0
	for year := 1800; year <= 2200 && shown < len(r.years); year++ {
		if x, ok := named[year]; ok {
			text := r.years[shown]
			text.Text, text.Hidden = strconv.Itoa(year), false
			width := Measure(text.Text, text.TextSize, text.TextStyle).Width
			text.Move(fyne.NewPos(max(0, x-width/2), trackYears))
			shown++
		}
	}
}

func (r *timeTrackRenderer) MinSize() fyne.Size { return r.track.MinSize() }

func (r *timeTrackRenderer) Refresh() {
	t := r.track
	for len(r.marks) < len(t.stops) {
		r.marks = append(r.marks, canvas.NewRectangle(nil))
	}
	r.marks = r.marks[:len(t.stops)]
	r.handle.Hidden = len(t.stops) == 0
	r.line.FillColor = colourOf(t, theme.ColorNameInputBorder)
	r.passed.FillColor = colourOf(t, theme.ColorNamePrimary)
	for i, mark := range r.marks {
		mark.CornerRadius = 1.5
		mark.FillColor = colourOf(t, theme.ColorNamePrimary)
		if i > t.at {
			mark.FillColor = colourOf(t, theme.ColorNameInputBorder)
		}
	}
	r.handle.FillColor = colourOf(t, theme.ColorNamePrimary)
	if t.at == len(t.stops) { // no day: the handle is open
		r.handle.FillColor = colourOf(t, ColourPanel)
	}
	r.handle.StrokeColor = colourOf(t, theme.ColorNamePrimary)
	r.handle.StrokeWidth = 2
	if t.focused || t.hovered {
		r.handle.StrokeWidth = 3
	}
	r.Layout(t.Size())
	for _, object := range r.Objects() {
		object.Refresh()
	}
}

func (r *timeTrackRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.line, r.passed}
	for _, mark := range r.marks {
		objects = append(objects, mark)
	}
	for _, text := range r.years {
		objects = append(objects, text)
	}
	return append(objects, r.handle)
}

func (r *timeTrackRenderer) Destroy() {}
