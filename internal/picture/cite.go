package picture

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// mostRaised is how many of a leg's sources are numbered beside its amount. That there are more is said by a sign.
const mostRaised = 3

// Cite returns the page with the numbers of its sources raised beside the amounts of the legs that they are for, as the
// frame's Cited says: only numbers that the frame's list has room for. It takes the labels at the page's camera into
// account, and may be called again when the camera has changed.
func (p Page) Cite() Page {
	listed := p.Frame.listed(float64(p.Camera.Width) / p.scale())
	raised := make(map[deal.LegID]string)
	for leg, numbers := range p.Frame.Cited {
		if text := raisedNumbers(numbers, listed); text != "" {
			raised[leg] = text
		}
	}
	if len(raised) == 0 {
		return p
	}
	p.Scene = p.Scene.citing(raised)
	p.Frame.numbered = true
	return p.thinned()
}

// thinned returns the page with the frame saying whether legs are without numbers because their amounts found no room.
func (p Page) thinned() Page {
	if !p.Frame.numbered {
		return p
	}
	shown := make(map[deal.LegID]bool)
	p.Frame.bare = true
	for _, label := range p.Scene.Labels(p.Camera.Zoom) {
		if label.Raised != "" {
			shown[label.Leg] = true
			p.Frame.bare = p.Frame.bare && !p.Camera.sees(label.Box)
		}
	}
	p.Frame.thinned = slices.ContainsFunc(p.Scene.Arrows, func(a Arrow) bool { return p.Scene.raised[a.Leg] != "" && !shown[a.Leg] })
	return p
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
	p = p.Cite()
	fit()
	// What the frame says of numbers that are missing may take one more line, and the smaller picture then no number less.
	if said, bare := p.Frame.thinned, p.Frame.bare; p.Frame.numbered {
		if p = p.thinned(); p.Frame.thinned != said || p.Frame.bare != bare {
			fit()
			p = p.thinned()
		}
	}
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

// raisedNumbers returns the numbers up to the last that is listed, as they are written: "1,4".
func raisedNumbers(numbers []int, listed int) string {
	var parts []string
	for _, number := range numbers {
		if number > listed {
			continue
		}
		if len(parts) == mostRaised {
			return strings.Join(parts, ",") + "+"
		}
		parts = append(parts, fmt.Sprint(number))
	}
	return strings.Join(parts, ",")
}

// citing returns the same scene with these words raised beside the amounts of its legs.
func (s *Scene) citing(raised map[deal.LegID]string) *Scene {
	if maps.Equal(s.raised, raised) {
		return s
	}
	other := s.WithLegend(s.Legend.Shown())
	other.raised, other.placed = raised, make(map[int][]Label)
	if other.plain == nil {
		other.plain = s
	}
	return other
}
