package picture

import (
	"maps"
	"slices"

	"roundtrip/internal/deal"
)

// mostRaised is how many of a leg's sources are numbered beside its amount. That there are more is said by a sign.
const mostRaised = 3

// citing is how the list of sources below a picture goes with the numbers in it.
type citing struct {
	numbered []int // positions in Frame.Sources of those whose numbers stand in the picture, in their order: number 1 is the first
	faded    bool  // every leg that the other sources are for is faded
	thinned  bool  // there are legs in the picture, not faded, whose amount or number has no room
}

// Cite returns the page with the numbers of its sources raised behind the amounts of the legs that they are for, as the
// frame's Cited says: those whose amounts the camera sees are numbered and listed first, the others below them. No label
// moves. It may be called again when the camera has changed.
func (p Page) Cite() Page {
	used := make(map[int]bool)
	for leg, room := range p.numbered() {
		for _, number := range p.Frame.Cited[leg][:min(len(p.Frame.Cited[leg]), room)] {
			used[number-1] = true
		}
	}
	p.Frame.citing = citing{numbered: slices.Sorted(maps.Keys(used)), faded: true}
	width := float64(p.Camera.Width) / p.scale()
	for range 3 { // what the list has no room for is not numbered, and saying so takes room
		p.Frame.citing.numbered = p.Frame.citing.numbered[:p.Frame.listed(width)]
		p.sayWithout()
	}
	p.Scene = p.Scene.citing(p.Frame.raised())
	return p
}

// sayWithout has the frame say why legs with sources bear no numbers.
func (p *Page) sayWithout() {
	in, raised := p.numbered(), p.Frame.raised()
	p.Frame.citing.faded = p.Frame.citing.faded && p.onlyFaded()
	for i := range p.Scene.Arrows {
		arrow := &p.Scene.Arrows[i]
		if len(p.Frame.Cited[arrow.Leg]) == 0 || in[arrow.Leg] > 0 && len(raised[arrow.Leg].numbers) > 0 || arrow.Emphasis == Faded {
			continue
		}
		p.Frame.citing.faded = false
		p.Frame.citing.thinned = p.Frame.citing.thinned || p.Camera.sees(curveBounds(arrow.Curve))
	}
}

// onlyFaded reports whether every source without a number in the picture is one of a faded leg's: none is only for other
// figures than the amounts, or a further one behind an amount.
func (p *Page) onlyFaded() bool {
	known := make(map[int]bool, len(p.Frame.Sources))
	for _, position := range p.Frame.citing.numbered {
		known[position+1] = true
	}
	for i := range p.Scene.Arrows {
		if arrow := &p.Scene.Arrows[i]; arrow.Emphasis == Faded {
			for _, source := range p.Frame.Cited[arrow.Leg] {
				known[source] = true
			}
		}
	}
	for at := range p.Frame.Sources {
		if !known[at+1] {
			return false
		}
	}
	return true
}

// numbered returns the legs with sources whose amounts the camera sees, and how many numbers have room behind them.
func (p Page) numbered() map[deal.LegID]int {
	rooms := make(map[deal.LegID]int)
	for _, label := range p.Scene.Labels(p.Camera.Zoom) {
		if label.numbers > 0 && len(p.Frame.Cited[label.Leg]) > 0 && p.Camera.sees(label.behind()) {
			rooms[label.Leg] = label.numbers
		}
	}
	return rooms
}

// raised returns the numbers of each leg, as the list has them.
func (f Frame) raised() map[deal.LegID]raised {
	number := make(map[int]int, len(f.citing.numbered))
	for i, position := range f.citing.numbered {
		number[position] = i + 1
	}
	legs := make(map[deal.LegID]raised, len(f.Cited))
	for leg, cited := range f.Cited {
		of := raised{sources: len(cited)}
		for _, source := range cited {
			if n, ok := number[source-1]; ok {
				of.numbers = append(of.numbers, n)
			}
		}
		if len(of.numbers) > 0 {
			legs[leg] = of
		}
	}
	return legs
}

// Fitted returns the page, with its frame no larger than the camera's picture is now, and all of the scene as large as
// it goes in the rest. The picture between the words may be left with no height at all.
func (p Page) Fitted() Page {
	whole := p.Camera
	fit := func() {
		p.Camera = whole
		p.Camera.Height = max(whole.Height-p.frameHeight(), 0)
		p.Camera = p.Camera.Fit(p.Scene)
	}
	fit()
	// A smaller picture may have other amounts, and their sources another number of lines.
	for range 3 {
		height := p.frameHeight()
		if p = p.Cite(); p.frameHeight() == height {
			return p
		}
		fit()
	}
	p = p.Cite()
	p.Camera.Height = max(whole.Height-p.frameHeight(), 0)
	return p
}

// FittedWithLegend is Fitted with as much of the legend as leaves the network a picture: all of it, its short form, or, in
// a small picture, none.
func (p Page) FittedWithLegend() Page {
	fitted, whole := p.Fitted(), p.Scene
	box, c := whole.LegendBox(fitted.Camera), fitted.Camera
	if size := box.Size(); !whole.Legend.Shown() || size.Width*size.Height <= smallLegend*float64(c.Width)*float64(c.Height) {
		return fitted
	}
	p.Scene = whole.WithLegend(false)
	without := p.Fitted()
	for _, form := range []LegendForm{LegendFull, LegendShort} {
		p.Scene = whole.WithLegendForm(form)
		fitted = p.Fitted()
		if fitted.Camera.Zoom >= leastBeside*without.Camera.Zoom && !fitted.Scene.UnderLegend(fitted.Camera) {
			return fitted
		}
	}
	return without
}

// smallLegend is the part of a picture that a legend may take whatever is left for the network, and leastBeside how large
// the network is drawn at least beside a larger one, of what it would be without.
const smallLegend, leastBeside = 0.06, 0.62

// citing returns the same scene with these numbers raised behind the amounts of its legs.
func (s *Scene) citing(numbers map[deal.LegID]raised) *Scene {
	other := s.WithLegend(s.Legend.Shown())
	other.raised = numbers
	return other
}
