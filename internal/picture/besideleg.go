package picture

import (
	"math"
	"slices"

	"roundtrip/internal/layout"
)

// spot is where an amount or note of a leg stands.
type spot struct {
	box    Rect
	cut    bool // it stands on the line and interrupts it
	led    bool // it stands away from the line, and a leader runs to it
	leader [2]layout.Point
	worth  float64 // how bad the place is
}

// amount places a leg's amount where a reader cannot take it for another leg's: beside its line or on it, nearer than
// any other line; otherwise further away with a leader. It reports whether it was worth trying.
func (p *placer) amount(at int) bool {
	arrow := &p.scene.Arrows[at]
	if p.pinned[arrow.Leg] {
		return false
	}
	label := Label{Size: amountSize * p.factor, Lines: []string{arrow.Amount}, Leg: arrow.Leg, Disc: -1, Ink: InkCommercial}
	label.Bold = arrow.Emphasis == Lit
	if arrow.Financing {
		label.Ink = InkFinancing
	}
	width := textWidth(arrow.Amount, label.Bold, label.Size)
	inLoop := p.scene.loop && arrow.Emphasis == Lit
	if p.factor > 1.3 && !arrow.Known && arrow.Emphasis != Lit || p.factor > 1 && !inLoop && !p.firm && !p.oneOfFew(arrow) && distance(arrow.Curve.From, arrow.Curve.To) < 1.3*width {
		return false
	}
	found, words, ok := p.wordedSpot(arrow, int32(at), p.wordings(&label, arrow))
	if !ok {
		return true
	}
	label.Box, label.Cut, label.Led, label.Leader = found.box, found.cut, found.led, found.leader
	label.room, label.numbers = words.room, words.count
	if but := int32(-1); arrow.Emphasis == Lit || p.firm {
		if label.Cut {
			but = int32(at)
		}
		if p.numbersTouch(label.Box, words, but) {
			label.numbers = 0
		}
	}
	if !inLoop {
		p.attach(&label, arrow)
	}
	p.keep(label)
	return true
}

// wordedSpot returns the best free place for text of a leg in the first of its wordings that finds one, and which that is.
func (p *placer) wordedSpot(arrow *Arrow, own int32, list []wording) (found spot, words wording, ok bool) {
	if p.scene.loop && arrow.Emphasis == Lit {
		if found, words, ok = p.besideLit(arrow, own, list, false); ok {
			return found, words, true
		}
	}
	for _, words = range list {
		if found, ok = p.spotFor(arrow, own, words); ok {
			return found, words, true
		}
	}
	switch {
	case p.firm:
		return p.ledAlone(arrow, own, list)
	case p.oneOfFew(arrow):
		return p.besideLit(arrow, own, list, false)
	}
	return spot{}, wording{}, false
}

// oneOfFew reports whether the leg is one of few that are lit: its amount is what is looked for.
func (p *placer) oneOfFew(arrow *Arrow) bool { return arrow.Emphasis == Lit && p.few }

// spotFor returns the best free place for text of a leg.
func (p *placer) spotFor(arrow *Arrow, own int32, words wording) (spot, bool) {
	beside, ok := p.along(arrow, own, words)
	if ok && (!p.insists(arrow) || beside.worth < onLit) {
		return beside, true
	}
	if p.insists(arrow) || p.factor < 0.6 || !p.scene.large() && p.factor < 2 {
		if found, ok := p.away(arrow, own, words); ok {
			return found, true
		}
	}
	return beside, ok
}

// attached is how far from its leg an amount of a leg that is lit stands without a leader, in units at natural size.
const attached = 8.0

// attach gives a label that stands away from its leg the shortest leader that is clear of other words and of companies that are
// not faded.
func (p *placer) attach(label *Label, arrow *Arrow) {
	if label.Led || label.Cut || arrow.Emphasis != Lit || arrow.gap(label.Box) <= attached*p.factor {
		return
	}
	near, text := math.Inf(1), label.text()
	covered := func(piece Rect) bool { return !p.freeOfSeen(piece, -1) }
	for step := range 41 {
		at := arrow.Curve.At(float64(step) / 40)
		leader := [2]layout.Point{at, text.nearest(at)}
		if away := text.near(at); away < near && !slices.ContainsFunc(leaderBoxes(leader, p.factor), covered) {
			near, label.Led, label.Leader = away, true, leader
		}
	}
}

// aside returns the best place on either side of the arrow's line and so many steps away. judge says of a place, whose worth is how far from the middle of the line it is, what it is worth in all and whether it
// will do; less is better.
func (p *placer) aside(arrow *Arrow, words wording, steps []float64, judge func(spot) (float64, bool)) (found spot, ok bool) {
	best := math.Inf(1)
	for _, t := range alongParts[:len(alongParts)-4] {
		at := arrow.Curve.At(t)
		normal := left(unit(slope(arrow.Curve, t)))
		reach := math.Abs(normal.X)*words.size.Width/2 + math.Abs(normal.Y)*words.size.Height/2
		for _, step := range steps {
			for _, side := range [...]float64{1, -1} {
				place := spot{led: step > 0, worth: step + 2*math.Abs(t-0.5)}
				if place.worth >= best {
					continue
				}
				off := arrow.Width/2 + arrow.Glow + step*amountSize*p.factor + reach
				place.box = around(plus(at, times(normal, side*off)), words.size)
				place.leader = [2]layout.Point{at, words.text(place.box).nearest(at)}
				worth, clear := judge(place)
				if place.worth = worth; clear && worth < best {
					best, found, ok = worth, place, true
				}
			}
		}
	}
	return found, ok
}

// alongParts are the parts of the way at which an amount may stand, the best first.
var alongParts = [...]float64{0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86}

// fineParts are as many again and more: seen from near, an amount is small against its leg, and finds room between two
// crossings; and where every company is to be told, every leg is looked at as closely.
var fineParts = func() []float64 {
	parts := slices.Clone(alongParts[:])
	for off := 0.015; off < 0.4; off += 0.03 {
		parts = append(parts, 0.5-off, 0.5+off)
	}
	return parts
}()

// parts returns where along its way an amount may stand.
func (p *placer) parts() []float64 {
	if p.factor < 0.4 || !p.scene.large() {
		return fineParts
	}
	return alongParts[:]
}

// nearSides are where an amount may stand beside its line, in its distances from it: on both sides, or on the line
// itself.
var nearSides = [...]float64{1, -1, 0}

// awaySteps are how far away from its line an amount with a leader may stand, in heights of its letters.
var awaySteps = [...]float64{1.2, 2.2, 3.4, 4.8}

const (
	// onFaded is what it costs an amount of a leg that is lit to cover a company that is faded.
	onFaded = 4.0
	// onLit is what it costs an amount of a leg that is lit to cover another leg that is, or the head of one.
	onLit = 6.0
	// inDoubt is what it costs an amount of a leg that is lit to stand as near to another leg as to its own. Amounts of
	// other legs may not: they would tell nobody whose they are.
	inDoubt = 8.0
	// onNumbers is what it costs an amount of a leg that is lit to have a line where its numbers stand: it has none then.
	onNumbers = 3.0
	// numbersInDoubt is what it costs an amount to have its numbers nearer to another leg than to its own.
	numbersInDoubt = 1.5
	// nearer is by how much an amount is nearer to its own leg than to any other, in units at natural size.
	nearer = 1.5
)

// gap returns the empty canvas between a box and the arrow.
func (a *Arrow) gap(box Rect) float64 {
	nearest := math.Inf(1)
	for step := range 21 {
		nearest = min(nearest, box.near(a.Curve.At(float64(step)/20)))
	}
	return nearest - a.Width/2 - a.Glow
}

// mostInsisted is up to how many legs that are lit have their amounts told where they cover something: more of them would be a
// heap that nobody reads, and take seconds to pile up. They are placed like those of legs that are not lit.
const mostInsisted = 300

// insistsOnLit reports whether no more legs are lit than that.
func (s *Scene) insistsOnLit() bool {
	lit := 0
	for i := range s.Arrows {
		if s.Arrows[i].Emphasis == Lit && !s.away(i) {
			lit++
		}
	}
	return s.loop || lit <= mostInsisted
}

// insists reports whether the amount of a leg is told where it covers something.
func (p *placer) insists(arrow *Arrow) bool { return arrow.Emphasis == Lit && p.insistent }

// patienceAlong returns how bad the best place of an amount may be: one that lies on a heap of lines tells
// nobody which of them it belongs to.
func (p *placer) patienceAlong(arrow *Arrow) float64 {
	if p.insists(arrow) {
		return math.Inf(1)
	}
	return 10 / max(p.factor, 1)
}

// along returns the best free place for text of the given size on the way of an arrow.
func (p *placer) along(arrow *Arrow, own int32, words wording) (found spot, ok bool) {
	best := p.patienceAlong(arrow)
	for _, t := range p.parts() {
		at := arrow.Curve.At(t)
		normal := left(unit(slope(arrow.Curve, t)))
		reach := math.Abs(normal.X)*words.size.Width/2 + math.Abs(normal.Y)*words.size.Height/2
		off := arrow.Width/2 + arrow.Glow + besideGap*p.factor + reach
		for _, side := range nearSides {
			worth := 5 * math.Abs(t-0.5)
			covers := int32(-1)
			if side == 0 {
				worth += 0.7 + 0.25*arrow.Width/p.factor
				covers = own
			}
			if worth >= best {
				continue
			}
			box := around(plus(at, times(normal, side*off)), words.size)
			if side == 0 {
				box = box.moved(words.room / 2) // the text alone stands on the middle of its line
			} else {
				box = p.snug(arrow, box, t, times(normal, side))
			}
			if !p.free(box, -1) {
				if !p.insists(arrow) || !p.freeOfSeen(box, -1) {
					continue
				}
				worth += onFaded
			}
			text := words.text(box)
			if !p.told(text, own, side == 0) || p.sharesLeader(box) {
				if !p.insists(arrow) {
					continue
				}
				worth += inDoubt
			}
			if p.numbersTouch(box, words, covers) {
				if !p.insists(arrow) {
					continue
				}
				worth += onNumbers
			}
			if words.room > 0 && !p.told(box, own, side == 0) {
				worth += numbersInDoubt
			}
			worth += 2 * p.lines.under(text, covers, false) / words.size.Height
			if p.insists(arrow) && p.lines.litBut(box, own) {
				worth += onLit
			}
			// Near another line or amount a reader may take it for that one's.
			worth += 0.5*p.lines.under(text.grown(5*p.factor), own, false)/words.size.Height + 0.8*float64(p.near(box.grown(8*p.factor), true))
			worth += 0.12 * max(arrow.gap(text)/p.factor-3, 0)
			if !p.insists(arrow) && worth < best && p.captions(arrow, text) {
				worth += asCaption
			}
			if worth < best && (p.insists(arrow) || !p.hides(arrow, box)) {
				best, found, ok = worth, spot{box: box, cut: side == 0, worth: worth}, true
			}
		}
	}
	return found, ok
}

// snug returns the box beside the part t of a leg's way moved up to the leg, as far as that bends away from it. Away is the
// direction from the leg to the box.
func (p *placer) snug(arrow *Arrow, box Rect, t float64, away layout.Point) Rect {
	for range 2 {
		gap := math.Inf(1)
		for _, off := range snugParts {
			gap = min(gap, box.near(arrow.Curve.At(min(max(t+off, 0), 1))))
		}
		by := gap - arrow.Width/2 - arrow.Glow - besideGap*p.factor
		if by < besideGap*p.factor {
			break
		}
		box = around(minus(box.Middle(), times(away, by)), box.Size())
	}
	return box
}

// besideGap is the canvas between an amount and its leg, in units at natural size.
const besideGap = 1.5

// snugParts are the parts of its way, from where an amount stands, at which a leg is looked at for how near it comes.
var snugParts = [...]float64{0, -0.02, 0.02, -0.04, 0.04, -0.07, 0.07, -0.1, 0.1, -0.14, 0.14, -0.18, 0.18, -0.23, 0.23, -0.28, 0.28}

// hides reports whether text in the box would cover the arrow's head, or together with the labels that are there more than
// half of its line: then nobody could see from whom to whom the money goes.
func (p *placer) hides(arrow *Arrow, box Rect) bool {
	const parts = 20
	if box.near(arrow.Curve.To) == 0 || box.near(arrow.Shaft.To) == 0 {
		return true
	}
	covered := 0
	for step := range parts + 1 {
		at := arrow.Curve.At(float64(step) / parts)
		if box.near(at) == 0 || !p.scene.large() && slices.ContainsFunc(p.labels, func(label Label) bool { return label.Box.near(at) == 0 }) {
			covered++
		}
	}
	return 2*covered > parts+1
}

// told reports whether text in the box is clearly nearer to its own leg than to any other that is not faded. Text
// that cuts its line is told when no other line touches it.
func (p *placer) told(box Rect, own int32, cut bool) bool {
	if cut {
		_, other := p.lines.gaps(box, own, 2*p.factor, 2*p.factor)
		return other >= 2*p.factor
	}
	mine, other := p.lines.gaps(box, own, 7*p.factor, nearer*p.factor)
	if math.IsInf(mine, 1) { // the room for its numbers is between
		mine, other = p.lines.gaps(box, own, 30*p.factor, nearer*p.factor)
	}
	return other >= mine+nearer*p.factor
}

// away returns a place further from the line, on empty canvas, with a leader that runs to it.
func (p *placer) away(arrow *Arrow, own int32, words wording) (found spot, ok bool) {
	return p.aside(arrow, words, awaySteps[:], func(place spot) (worth float64, clear bool) {
		if !p.free(place.box, -1) || p.near(place.box.grown(leaderRoom*p.factor), true) > 0 || p.sharesLeader(place.box) {
			return 0, false
		}
		if _, other := p.lines.gaps(place.box, own, p.factor, p.factor); other < p.factor || p.numbersTouch(place.box, words, -1) {
			return 0, false
		}
		crossed, clear := p.leader(place.leader, own)
		if crossed > 0 && words.uncrossed {
			return 0, false
		}
		return place.worth + 1.5*float64(crossed), clear
	})
}

// leader returns how many legs but its own a leader crosses, and whether it is clear of labels and of companies.
func (p *placer) leader(leader [2]layout.Point, own int32) (crossed int, clear bool) {
	for _, box := range leaderBoxes(leader, p.factor) {
		if !p.free(box, -1) || p.near(box.grown(leaderRoom/2*p.factor), true) > 0 {
			return 0, false
		}
		if p.lines.covers(box, own) {
			crossed++
		}
	}
	return crossed, true
}

// leaderPiece is the size of the rectangles that cover a leader, in units at natural size.
const leaderPiece = 2.0

// leaderBoxes covers a leader with small rectangles.
func leaderBoxes(leader [2]layout.Point, factor float64) []Rect {
	side := leaderPiece * factor
	count := max(int(distance(leader[0], leader[1])/side), 1)
	boxes := make([]Rect, 0, count)
	// The end at the text needs no room of its own: the text has it.
	for i := range count {
		middle := between(leader[0], leader[1], (float64(i)+0.25)/float64(count))
		boxes = append(boxes, around(middle, layout.Size{Width: side, Height: side}))
	}
	return boxes
}

// nearest returns the point of the rectangle that is nearest to another point.
func (r Rect) nearest(p layout.Point) layout.Point {
	return layout.Point{X: min(max(p.X, r.Low.X), r.High.X), Y: min(max(p.Y, r.Low.Y), r.High.Y)}
}
