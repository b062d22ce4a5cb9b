package picture

import (
	"fmt"
	"math"
	"slices"

	"roundtrip/internal/layout"
)

// WordsAstray returns what is wrong with names, notes and amounts of a scene with a loop selected, against the scene without:
// brute force.
func WordsAstray(plain, lit *Scene, camera Camera) []string {
	var wrong []string
	before, named := make(map[int]Label), make(map[int]bool)
	for _, label := range plain.Labels(camera.Zoom) {
		if label.Disc >= 0 {
			before[label.Disc] = label
		}
	}
	view := Rect{High: layout.Point{X: float64(camera.Width), Y: float64(camera.Height)}}
	for _, label := range lit.Labels(camera.Zoom) {
		seen := Rect{Low: camera.ToScreen(label.Box.Low), High: camera.ToScreen(label.Box.High)}
		if label.Disc >= 0 || label.Ink == InkMark {
			if view.with(seen.Low).with(seen.High) != view {
				wrong = append(wrong, fmt.Sprintf("%q is out of sight", label.Lines))
			}
		}
		if label.Disc >= 0 {
			disc := &lit.Discs[label.Disc]
			if disc.Emphasis == Lit && !label.whole(disc.Name) {
				wrong = append(wrong, fmt.Sprintf("%q is not all of %s", label.Lines, disc.Name))
			}
			covered := 0
			for i := range lit.Arrows {
				if a := &lit.Arrows[i]; a.Emphasis == Lit && crossesBox(a, label.Box) {
					covered++
				}
			}
			if covered > 0 && !(label.Inside && disc.Emphasis == Lit) {
				wrong = append(wrong, fmt.Sprintf("%q (%d) on %d lit legs", label.Lines, disc.Emphasis, covered))
			}
			for i := range lit.Discs {
				if other := &lit.Discs[i]; i != label.Disc && other.Emphasis != Faded && boxOnShape(label.Box, other) {
					wrong = append(wrong, fmt.Sprintf("%q on %s", label.Lines, other.Name))
				}
			}
			if len(lit.ring.discs) == 2 && disc.Emphasis == Lit && !label.Inside && lit.ring.winding(label.Box.Middle()) != 0 {
				wrong = append(wrong, fmt.Sprintf("%q in the ring", label.Lines))
			}
			if was := before[label.Disc]; disc.Emphasis == Faded && (was.Box != label.Box || !slices.Equal(was.Lines, label.Lines)) {
				wrong = append(wrong, fmt.Sprintf("%q in %v stood as %q in %v", label.Lines, label.Box, was.Lines, was.Box))
			}
			named[label.Disc] = true
			continue
		}
		if arrow, ok := lit.Arrow(label.Leg); ok && !label.Led && !label.Cut {
			near := math.Inf(1)
			for step := range 201 {
				near = min(near, label.Box.near(arrow.Curve.At(float64(step)/200)))
			}
			if near -= arrow.Width/2 + arrow.Glow; near > 14*label.Size/amountSize {
				wrong = append(wrong, fmt.Sprintf("%q is %.0f from its leg without a leader", label.Lines, near))
			}
		}
		if label.Ink == InkMark {
			for i := range lit.Arrows {
				if a := &lit.Arrows[i]; a.Emphasis == Lit && crossesBox(a, label.Box) {
					wrong = append(wrong, fmt.Sprintf("%q on lit leg %d", label.Lines, a.Leg))
				}
			}
		}
	}
	for i := range lit.Discs {
		if was, ok := before[i]; ok && !named[i] && !litOn(lit, &was, camera.Zoom) {
			wrong = append(wrong, fmt.Sprintf("%q is gone, and nothing that is lit is there", was.Lines))
		}
	}
	return wrong
}

// litOn reports whether a leg that is lit, or another label than the name, lies on where a name stood, or nearly.
func litOn(s *Scene, was *Label, zoom float64) bool {
	room := was.Box.grown(3.5 * was.Size / nameSize)
	ground := func(a *Arrow) float64 {
		_, reach := s.drawnHalf(a, largestPixel(was.Size/nameSize))
		return reach
	}
	return slices.ContainsFunc(s.Arrows, func(a Arrow) bool { return a.Emphasis == Lit && crossesBox(&a, room.grown(ground(&a))) }) ||
		slices.ContainsFunc(s.Discs, func(d Disc) bool { return d.Emphasis != Faded && d.touches(room, 0) }) ||
		slices.ContainsFunc(s.Labels(zoom), func(other Label) bool {
			return other.Disc != was.Disc && (other.Box.Overlaps(room) || other.Led && room.crossedBy(other.Leader[0], other.Leader[1]) ||
				was.Led && (other.Box.grown(was.Box.Low.X-room.Low.X).crossedBy(was.Leader[0], was.Leader[1]) ||
					other.Led && slices.ContainsFunc(leaderBoxes(other.Leader, was.Size/nameSize), func(piece Rect) bool {
						return piece.grown(was.Box.Low.X-room.Low.X).crossedBy(was.Leader[0], was.Leader[1])
					})))
		})
}

func crossesBox(a *Arrow, box Rect) bool {
	for step := range 201 {
		if box.near(a.Curve.At(float64(step)/200)) < a.Width/2-0.5 {
			return true
		}
	}
	return slices.ContainsFunc(latticeOf(a.Head), func(p layout.Point) bool { return box.near(p) == 0 })
}

// NumbersAstray returns which raised numbers of sources touch a leg, an arrowhead, a company or another label on a page as
// large as that, and how many of how many amounts bear one: brute force.
func NumbersAstray(in Input, width, height int) (wrong []string, numbered, amounts int) {
	page := citedPage(sourced(in, 4))
	page.Camera.Width, page.Camera.Height = width, height
	page = page.Fitted()
	s := page.Scene
	labels := s.Labels(page.Camera.Zoom)
	for i := range labels {
		label := &labels[i]
		if label.Leg == 0 || label.Ink == InkMark {
			continue
		}
		numbers := s.raisedBehind(label)
		if amounts++; numbers == "" {
			continue
		}
		numbered++
		box := label.raisedBox(numbers)
		for j := range s.Arrows {
			a := &s.Arrows[j]
			on := slices.ContainsFunc(latticeOf(a.Head), func(p layout.Point) bool { return box.near(p) == 0 })
			for step := range 401 {
				on = on || !(label.Cut && a.Leg == label.Leg) && box.near(a.Shaft.At(float64(step)/400)) <= a.Width/2
			}
			if on {
				wrong = append(wrong, fmt.Sprintf("the number of %q touches leg %d", label.Lines, a.Leg))
			}
		}
		for j := range labels {
			if i != j && box.Overlaps(labels[j].Box) {
				wrong = append(wrong, fmt.Sprintf("the number of %q covers %q", label.Lines, labels[j].Lines))
			}
		}
		for j := range s.Discs {
			if boxOnShape(box, &s.Discs[j]) {
				wrong = append(wrong, fmt.Sprintf("the number of %q covers %s", label.Lines, s.Discs[j].Name))
			}
		}
	}
	return wrong, numbered, amounts
}
