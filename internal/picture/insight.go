package picture

import (
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// A camera that the analyst has moved shows a part of the picture. What is lit there keeps its words: a note, an amount or
// a name that the edge would cut, or something on the canvas covers, stands further inside, with a leader.

// InSight returns the scene as a camera shows it that does not show all of it: the notes and amounts of what is lit (these
// unless there are many), and the names of companies that are, stand whole in the picture and off the boxes (pixels) in
// which it is covered, where there is room and as far as something of their leg or company is in sight there. A piece of
// what belongs to something out of sight is left out.
func (s *Scene) InSight(c Camera, covered []Rect) *Scene {
	apart := s.apartFromSight()
	apart.mutex.Lock()
	last := apart.sighted
	apart.mutex.Unlock()
	if last != nil && last.camera == c && slices.Equal(last.covered, covered) {
		return last.scene
	}
	labels, moved := apart.gathered(c, covered)
	other := apart
	if moved {
		other = apart.copied()
		other.Legend, other.apart = apart.Legend, apart
		other.placed[other.level(c.Zoom)] = labels
	}
	apart.mutex.Lock()
	defer apart.mutex.Unlock()
	apart.sighted = &sighted{camera: c, covered: slices.Clone(covered), scene: other}
	return other
}

// sighted is the scene as the camera that was asked for last shows it: whoever asks whether its words stand elsewhere asks for
// it next.
type sighted struct {
	camera  Camera
	covered []Rect
	scene   *Scene
}

// Strays reports whether words of the scene would stand elsewhere if it were made for this camera: see InSight.
func (s *Scene) Strays(c Camera, covered []Rect) bool {
	other := s.InSight(c, covered)
	moved := other.apart != nil
	return moved != (s.apart != nil) ||
		moved && other != s && !slices.EqualFunc(other.Labels(c.Zoom), s.Labels(c.Zoom), func(a, b Label) bool { return a.Box == b.Box })
}

// apartFromSight returns the scene with its words where they stand whatever the camera shows.
func (s *Scene) apartFromSight() *Scene {
	if s.apart != nil {
		return s.apart
	}
	return s
}

// gathering is the search for places within what a camera shows of the canvas.
type gathering struct {
	scene   *Scene
	factor  float64 // of the letters
	area    Rect
	covered []Rect
	labels  []Label
	discs   []*Disc    // in sight
	lit     []litPiece // of legs that are lit, in sight
}

// litPiece is a place on a leg that is lit, and how far the leg and its ground reach from there.
type litPiece struct {
	at    layout.Point
	reach float64
}

// edgeRoom is how far words stay from the edge of the picture and from what covers it, in pixels at scale 1.
const edgeRoom = 5.0

// gathered returns the labels as a camera shows them, and whether any of them stands elsewhere for it.
func (s *Scene) gathered(c Camera, covered []Rect) (labels []Label, moved bool) {
	g := gathering{scene: s, area: c.area().grown(-edgeRoom / c.Zoom), labels: s.Labels(c.Zoom)}
	g.factor = math.Pow(2, float64(s.level(c.Zoom))/levelsEach)
	for _, box := range covered {
		if !box.Empty() && box.Size() != (layout.Size{}) {
			g.covered = append(g.covered, Rect{Low: c.ToWorld(box.Low), High: c.ToWorld(box.High)}.grown(edgeRoom/c.Zoom))
		}
	}
	var cut []int
	amounts := s.loop || s.fewLit()
	for i := range g.labels {
		if label := &g.labels[i]; !g.whole(label.Box) && s.lights(label) && (amounts || label.Ink == InkMark || label.Company != 0) {
			cut = append(cut, i)
		}
	}
	if len(cut) == 0 {
		return g.labels, false
	}
	g.labels = slices.Clone(g.labels)
	g.look()
	for _, at := range cut {
		if label := &g.labels[at]; label.Box.Overlaps(g.area) && !g.tells(label) {
			label.Lines, label.Box = nil, nowhere()
		}
	}
	for _, at := range cut {
		if g.labels[at].Lines != nil {
			g.gather(at)
		}
	}
	return slices.DeleteFunc(g.labels, func(label Label) bool { return label.Lines == nil }), true
}

// lights reports whether a label belongs to what is lit.
func (s *Scene) lights(label *Label) bool {
	switch {
	case label.Company != 0:
		return s.Discs[label.Disc].Emphasis == Lit
	case label.Leg != 0:
		arrow := s.arrowOf(label.Leg)
		return arrow != nil && (arrow.Emphasis == Lit || label.Ink == InkMark)
	}
	return false
}

// mostGathered is how many legs may be lit beside those of a loop for their amounts to be moved: more of them would heap up
// at the edge.
const mostGathered = 12

func (s *Scene) fewLit() bool {
	lit := 0
	for i := range s.Arrows {
		if s.Arrows[i].Emphasis == Lit {
			lit++
		}
	}
	return lit <= mostGathered
}

func (s *Scene) arrowOf(leg deal.LegID) *Arrow {
	for i := range s.Arrows {
		if s.Arrows[i].Leg == leg {
			return &s.Arrows[i]
		}
	}
	return nil
}

// whole reports whether all of a box is to be seen.
func (g *gathering) whole(box Rect) bool {
	return box.Low.X >= g.area.Low.X && box.Low.Y >= g.area.Low.Y && box.High.X <= g.area.High.X && box.High.Y <= g.area.High.Y &&
		!slices.ContainsFunc(g.covered, box.Overlaps)
}

// sees reports whether a place is to be seen.
func (g *gathering) sees(at layout.Point) bool { return g.whole(Rect{Low: at, High: at}) }

// wayPoints is into how many pieces a leg is taken.
const wayPoints = 40

// look notes what is in sight.
func (g *gathering) look() {
	for i := range g.scene.Discs {
		if disc := &g.scene.Discs[i]; disc.extent().Overlaps(g.area) {
			g.discs = append(g.discs, disc)
		}
	}
	for i := range g.scene.Arrows {
		arrow := &g.scene.Arrows[i]
		if arrow.Emphasis != Lit {
			continue
		}
		for _, at := range g.seenOf(arrow) {
			g.lit = append(g.lit, litPiece{at, arrow.Width/2 + arrow.Glow})
		}
	}
}

// seenOf returns points of a leg that are to be seen.
func (g *gathering) seenOf(arrow *Arrow) (seen []layout.Point) {
	for step := range wayPoints + 1 {
		if at := arrow.Curve.At(float64(step) / wayPoints); g.sees(at) {
			seen = append(seen, at)
		}
	}
	return seen
}

// tells reports whether enough is in sight of what a label belongs to.
func (g *gathering) tells(label *Label) bool {
	if label.Company != 0 {
		return g.shows(&g.scene.Discs[label.Disc])
	}
	return len(g.seenOf(g.scene.arrowOf(label.Leg))) > 0
}

// shows reports whether the middle of a company, or a place not far from it, is to be seen.
func (g *gathering) shows(disc *Disc) bool {
	const radii = 0.6
	if g.sees(disc.Centre) {
		return true
	}
	for angle := range gatheringAngles {
		sin, cos := math.Sincos(2 * math.Pi * float64(angle) / gatheringAngles)
		if g.sees(plus(disc.Centre, times(layout.Point{X: cos, Y: sin}, radii*disc.Radius))) {
			return true
		}
	}
	return false
}

// gather finds a label its place, if there is one.
func (g *gathering) gather(at int) {
	label := &g.labels[at]
	search := gatheringPlace{gathering: g, label: at, size: label.Box.Size(), best: math.Inf(1)}
	search.near = label.Box.Middle()
	if label.Company != 0 {
		search.around(&g.scene.Discs[label.Disc])
	} else {
		search.along(g.scene.arrowOf(label.Leg))
	}
	if math.IsInf(search.best, 1) {
		return
	}
	label.Box, label.Led, label.Leader = search.box, search.led, search.leader
	label.Cut, label.Inside = false, false
}

// gatheringPlace is the search for the place of one label.
type gatheringPlace struct {
	*gathering
	label int
	size  layout.Size
	near  layout.Point // where it would stand
	own   *Disc        // of a name
	reach float64      // of the leg of an amount or note, from its middle line

	best   float64
	box    Rect
	led    bool
	leader [2]layout.Point
}

// gatheringAngles and gatheringSteps are in how many directions, and how far away, words look for room, in heights of
// letters.
const (
	gatheringAngles = 16
	gatheringSteps  = 10
)

// along looks beside every part of a leg that is in sight.
func (p *gatheringPlace) along(arrow *Arrow) {
	p.reach = arrow.Width/2 + arrow.Glow
	for _, at := range p.seenOf(arrow) {
		p.from(at, p.reach+2*p.factor)
	}
}

// around looks beside a company of which enough is in sight to be told.
func (p *gatheringPlace) around(disc *Disc) {
	if p.own = disc; p.shows(disc) {
		p.from(disc.Centre, disc.Radius+3*p.factor)
	}
}

// from looks around a place, with a gap (canvas units) between.
func (p *gatheringPlace) from(at layout.Point, gap float64) {
	for angle := range gatheringAngles {
		sin, cos := math.Sincos(2 * math.Pi * float64(angle) / gatheringAngles)
		reach := min(p.size.Width/2/max(math.Abs(cos), 1e-9), p.size.Height/2/max(math.Abs(sin), 1e-9))
		for step := range gatheringSteps {
			off := gap + reach + float64(step)*amountSize*p.factor
			p.try(around(plus(at, layout.Point{X: off * cos, Y: off * sin}), p.size), at)
		}
	}
}

// What it costs words, in heights of letters, to cover a company that is faded or the name of one, and a piece of a leg
// that is lit.
const (
	gatheredOnFaded = 5.0
	gatheredOnLit   = 3.0
)

// try judges a place: near to what it tells of, to where the words stand otherwise, and over little.
func (p *gatheringPlace) try(box Rect, at layout.Point) {
	high := amountSize * p.factor
	start := at
	if p.own != nil {
		way := minus(box.nearest(at), at)
		start = plus(at, times(unit(way), shapeOf(p.own.Role).rim(way)*p.own.Radius))
	}
	leader := [2]layout.Point{start, box.nearest(start)}
	far := distance(leader[0], leader[1])
	worth := 1.5*far/high + 0.35*distance(box.Middle(), p.near)/high
	if worth >= p.best || !p.whole(box) {
		return
	}
	led := far-p.reach > attached*p.factor
	if led && !p.sees(start) {
		return
	}
	for _, disc := range p.discs {
		crossed := led && disc != p.own && nearSegment(disc.Centre, leader[0], leader[1]) < disc.Radius
		if !crossed && box.near(disc.Centre) > 1.15*disc.Radius {
			continue
		}
		if disc.Emphasis != Faded {
			return
		}
		worth += gatheredOnFaded
	}
	for i := range p.labels {
		other := &p.labels[i]
		if i == p.label || !other.Box.Overlaps(box) && !(led && other.Box.crossedBy(leader[0], leader[1])) {
			continue
		}
		if !other.Faded {
			return
		}
		worth += gatheredOnFaded
	}
	for _, piece := range p.lit {
		if worth >= p.best {
			return
		}
		if box.near(piece.at) <= piece.reach {
			worth += gatheredOnLit
		}
	}
	if worth < p.best {
		p.best, p.box, p.led, p.leader = worth, box, led, leader
	}
}
