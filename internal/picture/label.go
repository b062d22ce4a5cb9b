package picture

import (
	"cmp"
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// Label is text that has found its place on the canvas.
type Label struct {
	Box     Rect // of the letters, in canvas units
	Lines   []string
	Size    float64 // of the letters, in canvas units
	Bold    bool
	Ink     Ink
	Company deal.CompanyID // of a name; otherwise 0
	Leg     deal.LegID     // of an amount or note; otherwise 0
	Disc    int            // of a name: its position in Scene.Discs; otherwise -1
	Inside  bool           // the name stands inside its disc
	Cut     bool           // the amount stands on its line and interrupts it
	Faded   bool
}

// Ink is what a label is, and so its colour.
type Ink uint8

// The inks.
const (
	InkName Ink = iota
	InkFinancing
	InkCommercial
	InkMark // a note on a ground of its own
)

// The zooms between which text grows with the canvas. Below, it keeps its size on the screen so that it stays
// readable, and labels that find no room any more are left out; above, it keeps its size so that more of them
// find room.
const (
	textStops   = 0.75
	textStopsUp = 1.8
	levelsEach  = 4.0 // levels of detail for each doubling of the zoom
)

// level returns the level of detail of a zoom, 0 where text grows with the canvas.
func level(zoom float64) int {
	switch {
	case !(zoom > 0):
		return 0
	case zoom < textStops:
		return min(int(math.Ceil(levelsEach*math.Log2(textStops/zoom)-1e-9)), 40)
	case zoom > textStopsUp:
		return max(-int(math.Floor(levelsEach*math.Log2(zoom/textStopsUp)+1e-9)), -16)
	}
	return 0
}

// Labels returns the names, amounts and notes that have room at a zoom, with their places. They overlap neither
// each other nor a disc. The caller must not change them.
func (s *Scene) Labels(zoom float64) []Label {
	if s.fixed != nil {
		return s.fixed
	}
	at := level(zoom)
	s.mutex.Lock()
	labels, ok := s.placed[at]
	s.mutex.Unlock()
	if ok {
		return labels
	}
	// Not under the lock: the window asks for the labels that it shows while others are being placed.
	labels = s.place(math.Pow(2, float64(at)/levelsEach))
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if earlier, ok := s.placed[at]; ok {
		return earlier
	}
	s.placed[at] = labels
	return labels
}

// mostAmounts returns how many amounts are tried at a level: when zoomed out only the largest, since the small
// ones would be read as if they were. Of a large network few are tried before it is seen from near.
func (s *Scene) mostAmounts(factor float64) int {
	switch {
	case factor > 1:
		return int(150 / (factor * factor))
	case factor == 1 && s.large():
		return 150
	}
	return 700
}

// large reports whether there are more companies than can all be named at once.
func (s *Scene) large() bool { return len(s.Discs) > 2*roomForNames }

// place finds room for labels whose letters are larger by the factor: names first, by the money that passes
// through their company, then notes, then amounts by size; what is lit goes before what is not. While there is
// room for every name, names do not mind what is lit: they stay where they are when the selection changes. Where there
// is not, the names of what is faded come after the amounts of what is lit.
func (s *Scene) place(factor float64) []Label {
	p := newPlacer(s, factor)
	names := s.namesInOrder(p.crowded())
	first := len(names)
	if p.crowded() {
		first = len(names) - s.fadedNames()
	}
	for rank, at := range names[:first] {
		p.name(at, rank)
	}
	for _, pin := range s.Pins {
		p.pin(pin)
	}
	amounts := s.amountsInOrder()
	if s.hasty {
		amounts = nil
	}
	tried, next := 0, 0
	upTo := func(last int) {
		for ; next < last && (tried < s.mostAmounts(factor) || s.loop); next++ {
			if p.amount(amounts[next]) {
				tried++
			}
		}
	}
	upTo(slices.IndexFunc(append(slices.Clone(amounts), -1), func(at int) bool { return at < 0 || s.Arrows[at].Emphasis != Lit }))
	for rank, at := range names[first:] {
		p.name(at, first+rank)
	}
	upTo(len(amounts))
	return p.labels
}

// crowded reports whether there is no room for every name.
func (p *placer) crowded() bool { return p.factor > 1 || p.scene.large() }

// fadedNames returns how many companies step back while something is lit.
func (s *Scene) fadedNames() int {
	faded, lit := 0, false
	for i := range s.Discs {
		if s.Discs[i].Emphasis == Faded {
			faded++
		} else {
			lit = lit || s.Discs[i].Emphasis == Lit
		}
	}
	for i := range s.Arrows {
		lit = lit || s.Arrows[i].Emphasis == Lit
	}
	if !lit {
		return 0
	}
	return faded
}

func (s *Scene) namesInOrder(litFirst bool) []int {
	order := make([]int, len(s.Discs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &s.Discs[a], &s.Discs[b]
		if byLight := cmp.Compare(depth(y.Emphasis), depth(x.Emphasis)); litFirst && byLight != 0 {
			return byLight
		}
		return cmp.Compare(y.Through, x.Through)
	})
	return order
}

func (s *Scene) amountsInOrder() []int {
	var order []int
	for i := range s.Arrows {
		if s.Arrows[i].Emphasis != Faded {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &s.Arrows[a], &s.Arrows[b]
		return cmp.Or(cmp.Compare(depth(y.Emphasis), depth(x.Emphasis)), cmp.Compare(y.Money, x.Money), cmp.Compare(x.Leg, y.Leg))
	})
	return order
}

// name places a company's name inside its disc where it fits, otherwise beside it.
func (p *placer) name(at, rank int) {
	disc := &p.scene.Discs[at]
	label := Label{Size: nameSize * p.factor, Bold: true, Company: disc.Company, Disc: at, Faded: disc.Emphasis == Faded}
	// Letters that are larger by the factor are as letters of natural size in a smaller disc.
	if lines, fits := insideName(disc.Name, disc.Role, disc.Radius/p.factor); fits {
		label.Lines, label.Inside = lines, true
		label.Box = around(disc.Centre, blockSize(lines, true, label.Size))
		p.keep(label)
		return
	}
	if disc.unnamed {
		return
	}
	short := []string{shortName(disc.Name)}
	wrapped := wrapName(disc.Name)
	best := p.patience(rank)
	over := int64(0)
	if p.factor > 1 && rank < alwaysNamed {
		over = disc.Through / 2
	}
	if disc.Emphasis == Lit {
		best = math.Inf(1)
	}
	stepsBack := disc.Emphasis == Faded && p.crowded()
	search := func(lines []string, free func(Rect) bool) {
		for i, box := range p.besideDisc(disc, blockSize(lines, true, label.Size)) {
			worth := namePreference[i]
			if worth < best && free(box) && !(stepsBack && p.lines.lit(box)) {
				if worth += 2.5 * p.lines.under(box, -1, true) / label.Size; worth < best {
					best, label.Box, label.Lines = worth, box, lines
				}
			}
		}
	}
	search(wrapped, func(box Rect) bool { return p.free(box, at, over) })
	if len(wrapped) > 2 && label.Lines == nil {
		search(cutName(disc.Name), func(box Rect) bool { return p.free(box, at, over) })
	}
	if len(wrapped) > 1 && label.Lines == nil {
		search(short, func(box Rect) bool { return p.free(box, at, over) })
	}
	if label.Lines == nil && disc.Emphasis == Lit {
		search(short, func(box Rect) bool { return p.freeOfSeen(box, at) })
	}
	if label.Lines != nil {
		p.keep(label)
	}
}

// alwaysNamed is how many companies keep their names when zoomed out, whatever lines and small companies lie
// under them.
const alwaysNamed = 16

// patience returns how bad a name's best place may be. While text grows with the canvas every name is wanted;
// when zoomed out, names that would cover many lines are left out, but for the largest companies' ones.
func (p *placer) patience(rank int) float64 {
	switch {
	case rank < alwaysNamed || p.factor < 1 || p.factor == 1 && !p.scene.large():
		return math.Inf(1)
	case p.scene.large():
		return 10 / p.factor
	}
	return 16 / p.factor
}

// namePreference is what each place of besideDisc costs by itself; each height of letters of lines that the name covers
// costs 2.5.
var namePreference = [...]float64{0, 0.9, 0.8, 0.9, 1.3, 1.3, 1.5, 1.5, 2, 2.4}

// besideDisc returns the places of a name around a disc: below, above, right, left, the corners, and further
// below and above.
func (p *placer) besideDisc(disc *Disc, size layout.Size) [10]Rect {
	shape := disc.extent()
	gap := layout.LabelGap * p.factor
	if disc.Selected {
		shape = shape.grown(selectedRim)
	}
	x, y := disc.Centre.X, disc.Centre.Y
	below, above := shape.High.Y+gap+size.Height/2, shape.Low.Y-gap-size.Height/2
	right, leftmost := shape.High.X+gap+size.Width/2, shape.Low.X-gap-size.Width/2
	corner := 0.6 * disc.Radius
	places := [10]layout.Point{
		{X: x, Y: below}, {X: x, Y: above}, {X: right, Y: y}, {X: leftmost, Y: y},
		{X: x + corner + size.Width/2, Y: y + corner + size.Height}, {X: x - corner - size.Width/2, Y: y + corner + size.Height},
		{X: x + corner + size.Width/2, Y: y - corner - size.Height}, {X: x - corner - size.Width/2, Y: y - corner - size.Height},
		{X: x, Y: below + size.Height}, {X: x, Y: above - size.Height},
	}
	var boxes [10]Rect
	for i, place := range places {
		boxes[i] = around(place, size)
	}
	return boxes
}

// amount places a leg's amount beside its line or on it, and reports whether it was worth trying.
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
	size := blockSize(label.Lines, label.Bold, label.Size)
	inLoop := p.scene.loop && arrow.Emphasis == Lit
	if p.factor > 1.3 && !arrow.Known && arrow.Emphasis != Lit || p.factor > 1 && !inLoop && distance(arrow.Curve.From, arrow.Curve.To) < 1.3*size.Width {
		return false
	}
	box, cut, ok := p.along(arrow, int32(at), size, nearSides[:])
	if !ok && inLoop {
		box, cut, ok = p.along(arrow, int32(at), size, farSides[:])
	}
	if ok {
		label.Box, label.Cut = box, cut
		p.keep(label)
	}
	return true
}

// pin places a note. It is shown in any case: where nothing is free, on the middle of its line.
func (p *placer) pin(pin Pin) {
	label := Label{Size: amountSize * p.factor, Lines: pin.Lines, Bold: true, Leg: pin.Leg, Disc: -1, Ink: InkMark}
	size := blockSize(label.Lines, true, label.Size)
	size.Width += 14 * p.factor
	size.Height += 9 * p.factor
	label.Box = around(pin.At, size)
	for i := range p.scene.Arrows {
		if arrow := &p.scene.Arrows[i]; arrow.Leg == pin.Leg {
			box, _, ok := p.along(arrow, int32(i), size, nearSides[:])
			if !ok {
				box, _, ok = p.along(arrow, int32(i), size, farSides[:])
			}
			if ok {
				label.Box = box
			}
		}
	}
	p.pinned[pin.Leg] = true
	p.keep(label)
}

// alongParts are the parts of the way at which an amount may stand, the best first.
var alongParts = [...]float64{0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8}

// nearSides are where an amount may stand beside its line, in its distances from it: on both sides, or on the line
// itself. farSides are further off, for an amount that must be told.
var (
	nearSides = [...]float64{1, -1, 0}
	farSides  = [...]float64{1.5, -1.5, 2, -2, 3, -3}
)

// onFaded is what it costs an amount of a leg that is lit to cover a company that is faded.
const onFaded = 4.0

// gap returns the empty canvas between a box and the arrow.
func (a *Arrow) gap(box Rect) float64 {
	nearest := math.Inf(1)
	for step := range 21 {
		nearest = min(nearest, box.near(a.Curve.At(float64(step)/20)))
	}
	return nearest - a.Width/2 - a.Glow
}

// patienceAlong returns how bad the best place of an amount may be: one that lies on a heap of lines tells
// nobody which of them it belongs to.
func (p *placer) patienceAlong(arrow *Arrow) float64 {
	if arrow.Emphasis == Lit {
		return math.Inf(1)
	}
	return 10 / max(p.factor, 1)
}

// along returns the best free place for text of the given size on the way of an arrow, on one of the sides, and
// whether it cuts it.
func (p *placer) along(arrow *Arrow, own int32, size layout.Size, sides []float64) (place Rect, cut, found bool) {
	best := p.patienceAlong(arrow)
	for _, t := range alongParts {
		at := arrow.Curve.At(t)
		normal := left(unit(slope(arrow.Curve, t)))
		reach := math.Abs(normal.X)*size.Width/2 + math.Abs(normal.Y)*size.Height/2
		off := arrow.Width/2 + arrow.Glow + 1.5*p.factor + reach
		for _, side := range sides {
			worth := 5 * math.Abs(t-0.5)
			covers := int32(-1)
			if side == 0 {
				worth += 0.7 + 0.25*arrow.Width/p.factor
				covers = own
			}
			if worth >= best {
				continue
			}
			box := around(plus(at, times(normal, side*off)), size)
			if !p.free(box, -1, 0) {
				if arrow.Emphasis != Lit || !p.freeOfSeen(box, -1) {
					continue
				}
				worth += onFaded
			}
			worth += 2 * p.lines.under(box, covers, false) / size.Height
			// Near another line or amount a reader may take it for that one's.
			worth += 0.5*p.lines.under(box.grown(5*p.factor), own, false)/size.Height + 0.8*float64(p.amountsNear(box.grown(8*p.factor)))
			worth += 0.12 * max(arrow.gap(box)/p.factor-3, 0)
			if worth < best {
				best, place, cut, found = worth, box, side == 0, true
			}
		}
	}
	return place, cut, found
}
