package widgets

import (
	"sync"

	"fyne.io/fyne/v2"
)

// measuredText is a line of text in one size and style.
type measuredText struct {
	text  string
	size  float32
	style fyne.TextStyle
}

// measured remembers the room of lines: the same words are measured again at every step of a slider.
var measured = struct {
	sync.Mutex
	room map[measuredText]fyne.Size
}{room: make(map[measuredText]fyne.Size)}

// mostMeasured bounds the memory that remembered lines take.
const mostMeasured = 50_000

// Measure returns the room of a line of text, as fyne.MeasureText does, and remembers it.
func Measure(text string, size float32, style fyne.TextStyle) fyne.Size {
	line := measuredText{text, size, style}
	measured.Lock()
	defer measured.Unlock()
	if room, ok := measured.room[line]; ok {
		return room
	}
	if len(measured.room) >= mostMeasured {
		clear(measured.room)
	}
	room := fyne.MeasureText(text, size, style)
	measured.room[line] = room
	return room
}
