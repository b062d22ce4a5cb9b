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
	Box     Rect // of the letters, and the room behind them for numbers of sources, in canvas units
	Lines   []string
	room    float64 // of the box's width, what is kept free behind the first line for numbers
	Size    float64 // of the letters, in canvas units
	Bold    bool
	Ink     Ink
	Company deal.CompanyID  // of a name; otherwise 0
	Leg     deal.LegID      // of an amount or note; otherwise 0
	Disc    int             // of a name: its position in Scene.Discs; otherwise -1
	Inside  bool            // the name stands inside its disc
	Cut     bool            // the amount stands on its line and interrupts it
	Led     bool            // the amount stands away from its line, and a leader runs to it
	Leader  [2]layout.Point // from the line, or the company, to the letters, when Led
	Faded   bool

	numbers int // how many of the numbers have room and touch nothing
}

// Ink is what a label is, and so its colour.
type Ink uint8

// The inks.
const (
	InkName Ink = iota
	InkFinancing
	InkCommercial
	InkMark // a note on a ground of its own
	InkRow  // what a height means
)

// The zooms between which text grows with the canvas. Below, it keeps its size on the screen so that it stays
// readable, and labels that find no room any more are left out; above, it keeps its size so that more of them
// find room: the sooner the more companies there are (see textGrowsTo).
const (
	textStops   = 0.75
	textStopsUp = 1.8
	levelsEach  = 4.0 // levels of detail for each doubling of the zoom
)

// levelStep is by how much the largest zoom of a level of detail is larger than its least one.
var levelStep = math.Pow(2, 1/levelsEach)

// textGrowsTo returns the zoom up to which text grows with the canvas.
func (s *Scene) textGrowsTo() float64 {
	switch {
	case len(s.Discs) > 2*roomForNames:
		return 0.9
	case len(s.Discs) > roomForNames/2:
		return 1.2
	}
	return textStopsUp
}

// level returns the level of detail of a zoom, 0 where text grows with the canvas.
func (s *Scene) level(zoom float64) int {
	most := s.textGrowsTo()
	switch {
	case !(zoom > 0):
		return 0
	case zoom < textStops:
		return min(int(math.Ceil(levelsEach*math.Log2(textStops/zoom)-1e-9)), 40)
	case zoom > most:
		return max(-int(math.Floor(levelsEach*math.Log2(zoom/most)+1e-9)), -16)
	}
	return 0
}

// zooms returns the least zoom of a level of detail, and the largest.
func (s *Scene) zooms(level int) (least, top float64) {
	const within = 1 - 1e-6
	switch {
	case level > 0:
		return textStops * math.Pow(2, -float64(level)/levelsEach), textStops * math.Pow(2, -float64(level-1)/levelsEach) * within
	case level == 0:
		return textStops, s.textGrowsTo()
	}
	return s.textGrowsTo() * math.Pow(2, -float64(level)/levelsEach), s.textGrowsTo() * math.Pow(2, -float64(level-1)/levelsEach) * within
}

// Labels returns the names, amounts and notes that have room at a zoom, with their places. They overlap neither
// each other nor a disc. The caller must not change them.
func (s *Scene) Labels(zoom float64) []Label {
	if s.fixed != nil {
		return s.fixed
	}
	at := s.level(zoom)
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
	case factor > 1 || s.large() && factor == 1:
		return int(150 / (factor * factor))
	case s.large():
		return int(600 / (factor * factor))
	}
	return len(s.Arrows)
}

// large reports whether there are more companies in sight than can all be named at once.
func (s *Scene) large() bool {
	if s.seen != nil {
		return s.seen.count > 2*roomForNames
	}
	return len(s.Discs) > 2*roomForNames
}

// place finds room for labels whose letters are larger by the factor: names first, by the money that passes
// through their company, then notes, then amounts by size; what is lit goes before what is not. Names stay where they
// are when the selection changes; those of what is faded that what is lit covers are left out. Where there is no room for
// every name, all names of what is faded come after the amounts of what is lit.
func (s *Scene) place(factor float64) []Label {
	p := newPlacer(s, factor)
	p.steady = s.steadyNames(factor)
	names := s.namesInOrder(p.crowded())
	ranks := make(map[int]int, len(names))
	var faded, others []int
	for rank, at := range names {
		ranks[at] = rank
		if s.Discs[at].Emphasis == Faded {
			faded = append(faded, at)
		} else {
			others = append(others, at)
		}
	}
	for _, at := range p.keepSteady(others) {
		p.name(at, ranks[at])
	}
	if p.steady == nil {
		p.makeRoom(names)
	}
	if !p.crowded() {
		p.keepSteady(faded)
	}
	for _, pin := range s.Pins {
		p.pin(pin)
	}
	amounts := s.amountsInOrder()
	if s.hasty {
		amounts = nil
	}
	tried, next := 0, 0
	upTo := func(last int, all bool) {
		for ; next < last && (all || tried < s.mostAmounts(factor)); next++ {
			if p.amount(amounts[next]) {
				tried++
			}
		}
	}
	upTo(slices.IndexFunc(append(slices.Clone(amounts), -1), func(at int) bool { return at < 0 || s.Arrows[at].Emphasis != Lit }), s.loop || p.few)
	if p.crowded() {
		p.keepSteady(faded)
	}
	p.largest()
	upTo(len(amounts), s.loop)
	p.rowLabels()
	return p.labels
}

// crowded reports whether there is no room for every name.
func (p *placer) crowded() bool { return p.factor > 1 || p.scene.large() }

func (s *Scene) namesInOrder(litFirst bool) []int {
	order := make([]int, 0, len(s.Discs))
	for i := range s.Discs {
		if !s.beyond(i) {
			order = append(order, i)
		}
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
		if s.Arrows[i].Emphasis != Faded && s.strong(i).all() && !s.away(i) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &s.Arrows[a], &s.Arrows[b]
		return cmp.Or(cmp.Compare(depth(y.Emphasis), depth(x.Emphasis)), cmp.Compare(y.Money, x.Money), cmp.Compare(x.Leg, y.Leg))
	})
	return order
}
