package picture

import (
	"slices"
	"strconv"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// In a file the numbers of its sources stand behind an amount, raised. No amount moves for them: on the screen too, an
// amount that has sources keeps the room of their numbers free.

// wording is the room that the text of a leg takes.
type wording struct {
	size  layout.Size
	room  float64 // of the width, what is kept free behind the text for the numbers of its sources
	count int     // of the numbers that have room

	uncrossed bool // no leader to it may cross a leg
}

// numbering is how many sources a leg has, and a number as wide as any that they may have in a list of all sources.
type numbering struct{ sources, widest int }

// room returns the room that the first so many numbers may take behind text of the given size.
func (n numbering) room(count int, bold bool, size float64) float64 {
	return raisedWidth(raisedNumbers(slices.Repeat([]int{n.widest}, min(count, n.sources)), n.sources), bold, size)
}

// wordings returns the rooms that a leg's amount may take, the best first: with all numbers behind it, with one, both over
// other legs, and with none.
func (p *placer) wordings(label *Label, arrow *Arrow) []wording {
	size := blockSize(label.Lines, label.Bold, label.Size)
	var list []wording
	for _, count := range [...]int{mostRaised, 1, 0} {
		if count = min(count, arrow.sources.sources); len(list) > 0 && list[len(list)-1].count == count {
			continue
		}
		room := arrow.sources.room(count, label.Bold, label.Size)
		list = append(list, wording{size: layout.Size{Width: size.Width + room, Height: size.Height}, room: room, count: count})
	}
	if last := len(list) - 1; last > 0 && arrow.Emphasis != Lit && !p.scene.large() {
		uncrossed := slices.Clone(list[:last])
		for i := range uncrossed {
			uncrossed[i].uncrossed = true
		}
		return append(uncrossed, list...)
	}
	return list
}

// text returns the part of a box that the text takes.
func (w wording) text(box Rect) Rect {
	box.High.X -= w.room
	return box
}

// behind returns the part of a box in which numbers may stand.
func (w wording) behind(box Rect) Rect {
	return Rect{
		Low:  layout.Point{X: box.High.X - w.room, Y: box.Low.Y},
		High: layout.Point{X: box.High.X, Y: box.Low.Y + raisedHigh/(ascent+descent)*w.size.Height},
	}
}

// text returns where the letters of an amount stand.
func (l *Label) text() Rect { return wording{room: l.room}.text(l.Box) }

// behind returns where numbers may stand behind the letters of an amount, or in a note.
func (l *Label) behind() Rect {
	if l.Ink == InkMark {
		return l.Box
	}
	return Rect{Low: layout.Point{X: l.Box.High.X - l.room, Y: l.Box.Low.Y}, High: l.Box.High}
}

// numbersTouch reports whether numbers behind an amount in the box would touch a leg, but for one, or a company.
func (p *placer) numbersTouch(box Rect, words wording, but int32) bool {
	if words.room == 0 {
		return false
	}
	behind := words.behind(box)
	touch := p.lines.touch(behind, but, legRoom*p.factor)
	p.grid.each(behind, func(square int) {
		for _, at := range p.discs[square] {
			touch = touch || p.drawn[at].touches(behind, 0)
		}
	})
	return touch
}

// legRoom is the canvas between numbers and a leg, in units at natural size.
const legRoom = 0.6

// touch reports whether a line, but for that of one arrow, or any arrow's head comes nearer to the box than the room.
func (l *lines) touch(box Rect, but int32, room float64) bool {
	touched := false
	l.grid.each(box.grown(l.widest+l.step+room), func(square int) {
		points := l.points[l.first[square]:l.first[square+1]]
		for i := range points {
			if touched {
				return
			}
			point := &points[i]
			if point.arrow != but && box.near(point.at) <= max(point.half, point.head)+l.step+room {
				touched = box.grown(max(point.half, point.head)+room).crossedBy(minus(point.at, point.along), plus(point.at, point.along))
			}
		}
	})
	return touched
}

// raisedBehind returns the numbers that stand behind the text of a label, "" where none do.
func (s *Scene) raisedBehind(label *Label) string {
	if label.Leg == 0 || label.numbers == 0 {
		return ""
	}
	raised := s.raised[label.Leg]
	return raisedNumbers(raised.numbers[:min(len(raised.numbers), label.numbers)], raised.sources)
}

// raised are the numbers of a leg's sources that are listed, in their order, and how many sources it has.
type raised struct {
	numbers []int
	sources int
}

// raisedNumbers returns numbers as they are written, with a sign that there are more sources where there are: "1,4+".
func raisedNumbers(numbers []int, sources int) string {
	parts := make([]string, len(numbers))
	for i, number := range numbers {
		parts[i] = strconv.Itoa(number)
	}
	text := strings.Join(parts, ",")
	if text != "" && sources > len(numbers) {
		text += "+"
	}
	return text
}

// raisedBox returns where the numbers stand that are raised behind the first line of a label.
func (l *Label) raisedBox(numbers string) Rect {
	middle := l.text().Middle()
	width := raisedWidth(numbers, l.Bold, l.Size) - raisedGap*l.Size
	low := layout.Point{
		X: middle.X + textWidth(l.Lines[0], l.Bold, l.Size)/2 + raisedGap*l.Size,
		Y: middle.Y - blockSize(l.Lines, l.Bold, l.Size).Height/2,
	}
	return Rect{Low: low, High: plus(low, layout.Point{X: width, Y: raisedHigh * l.Size})}
}

// The size of raised figures and how far they stand above the line, in sizes of the letters beside them.
const (
	raisedSize = 0.68
	raisedUp   = 0.26
	raisedGap  = 0.08
	raisedHigh = 0.5 // their height, from the top of the line
)

// raisedWidth returns the room that raised figures take after a line of the given size.
func raisedWidth(raised string, bold bool, size float64) float64 {
	if raised == "" {
		return 0
	}
	return raisedGap*size + textWidth(raised, bold, raisedSize*size)
}

// numberings returns the numbering of every leg that is drawn and has sources.
func (b *builder) numberings() map[deal.LegID]numbering {
	legs, all := make(map[deal.LegID]numbering), make(map[deal.SourceID]bool)
	for i := range b.Network.Flows {
		for _, leg := range b.Network.Flows[i].Legs {
			of, _, ok := b.Book.LegAt(leg.ID)
			if !ok {
				continue
			}
			sources := b.Book.Follows(deal.Subject{Deal: b.Book.Deals[of].ID}, deal.Subject{Leg: leg.ID})
			for _, source := range sources {
				all[source] = true
			}
			if len(sources) > 0 {
				legs[leg.ID] = numbering{sources: len(sources), widest: 8}
			}
		}
	}
	if len(all) > 9 {
		for id, leg := range legs {
			legs[id] = numbering{sources: leg.sources, widest: 88} // more are never listed
		}
	}
	return legs
}
