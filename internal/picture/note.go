package picture

// pin places a note. It is shown in any case: as an amount of its loop is, or where nothing is free, on the middle of its
// line.
func (p *placer) pin(pin Pin) {
	label := Label{Size: amountSize * p.factor, Lines: pin.Lines, Bold: true, Leg: pin.Leg, Disc: -1, Ink: InkMark}
	words := p.noteWording(&label, pin)
	label.Box = around(pin.At, words.size)
	for i := range p.scene.Arrows {
		arrow := &p.scene.Arrows[i]
		if arrow.Leg != pin.Leg {
			continue
		}
		found, _, ok := p.besideLit(arrow, int32(i), []wording{words}, true)
		if !ok {
			found, ok = p.spotFor(arrow, int32(i), words)
		}
		if ok {
			label.Box, label.Led, label.Leader = found.box, found.led, found.leader
		}
	}
	label.room, label.numbers = words.room, words.count
	p.pinned[pin.Leg] = pin.Alone
	p.keep(label)
}

const (
	// noteWide and noteHigh are how much larger the ground of a note is than its words, in units at natural size.
	noteWide, noteHigh = 14.0, 9.0
	// noteNumbers is what of its ground stays free behind numbers, in units at natural size.
	noteNumbers = 4.0
)

// noteWording returns the room of a note with its ground: where it stands for its leg's amount, with room for the numbers
// of sources behind its first line, as far as they reach beyond the ground, which is larger only where they stand.
func (p *placer) noteWording(label *Label, pin Pin) wording {
	words := wording{size: blockSize(label.Lines, label.Bold, label.Size)}
	wide := words.size.Width
	words.size.Width += noteWide * p.factor
	words.size.Height += noteHigh * p.factor
	if arrow, ok := p.scene.Arrow(pin.Leg); ok && pin.Alone && arrow.sources.sources > 0 {
		words.count = mostRaised
		numbers := arrow.sources.room(mostRaised, label.Bold, label.Size)
		first := textWidth(label.Lines[0], label.Bold, label.Size)
		words.room = max(0, (first-wide)/2+numbers+(noteNumbers-noteWide/2)*p.factor)
		words.size.Width += words.room
	}
	return words
}

// ground returns what of a label's box is taken with these numbers behind its words: all of it only where they need it.
func (l *Label) ground(numbers string) Rect {
	ground := l.text()
	switch {
	case numbers == "":
	case l.Ink == InkMark:
		ground.High.X = min(l.Box.High.X, max(ground.High.X, l.raisedBox(numbers).High.X+noteNumbers*l.Size/amountSize))
	default:
		ground = l.Box
	}
	return ground
}
