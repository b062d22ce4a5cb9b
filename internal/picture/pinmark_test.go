package picture

import (
	"fmt"
	"image/color"
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// strokesAt counts what is drawn near a place.
type strokesAt struct {
	at    layout.Point
	reach float64
	count int
}

func (s *strokesAt) stroke(line stroke) {
	if distance(line.Curve.At(0.5), s.at) < s.reach {
		s.count++
	}
}
func (s *strokesAt) fill(outline)  {}
func (s *strokesAt) write(writing) {}

// A company that was put somewhere by hand has a pin on it, which the legend explains; the others have none.
func TestPinnedCompaniesAreMarked(t *testing.T) {
	in := dealInput(t, network.View{})
	explained := func(s *Scene) bool {
		return slices.ContainsFunc(s.Legend.Lines, func(line LegendLine) bool { return line.Mark == MarkPinned })
	}
	if explained(Build(in)) {
		t.Error("the legend explains a pin that no company has")
	}
	in.Network.Companies[2].Pinned = true
	scene := Build(in)
	if !explained(scene) {
		t.Error("the legend does not explain the pin")
	}
	for i := range scene.Discs {
		disc := &scene.Discs[i]
		disc.Badges = 0
		found := strokesAt{at: disc.Centre, reach: disc.Radius}
		d := &drawing{scene: scene, camera: Camera{Zoom: 1, Scale: 1, Width: 0, Height: 0}, style: Light(), pen: &found, f: 1}
		d.pinned(disc, color.RGBA{A: 0xff})
		if marked := found.count > 0; marked != disc.Pinned {
			t.Errorf("%s: pinned %t, marked %t", disc.Name, disc.Pinned, marked)
		}
	}
}

// PinsSeen looks at the pins of a scene that a camera shows: which of them lie on another company, a badge or words, or are missing
// on a company of three pixels and more, and how many are inside their company and beside it: brute force.
func PinsSeen(s *Scene, c Camera) (wrong []string, inside, beside int) {
	d := &drawing{scene: s, camera: c, style: Light(), f: c.factor()}
	say := func(disc *Disc, words string, of any) {
		wrong = append(wrong, fmt.Sprintf("the pin of %s %s %v", disc.Name, words, of))
	}
	for i := range s.Discs {
		disc := &s.Discs[i]
		if !disc.Pinned {
			continue
		}
		var drawn notePen
		d.pen = &drawn
		d.pinned(disc, color.RGBA{A: 0xff})
		if len(drawn.strokes) > 0 {
			inside++
		}
		head, there := d.pinBeside(disc)
		switch {
		case there == (len(drawn.strokes) > 0) && d.shownRadius(disc)*d.f >= 3*c.Scale:
			say(disc, "is missing, or there twice, at pixels:", d.shownRadius(disc)*d.f)
			continue
		case !there:
			continue
		}
		beside++
		reach := pinHead * c.Scale / d.f
		for j := range s.Discs {
			other := s.Discs[j]
			if other.Radius = d.shownRadius(&other); other.near(head) < reach {
				say(disc, "lies on", other.Name)
			}
			for at := range other.Badges.List() {
				if radius := other.badgesDrawn(d.f, c.Scale); distance(head, d.badgeAt(&s.Discs[j], at, radius)) < reach+radius/d.f {
					say(disc, "lies on a badge of", other.Name)
				}
			}
		}
		for _, label := range s.Labels(c.Zoom) {
			if label.Box.near(head) < reach {
				say(disc, "lies on", label.Lines)
			}
		}
	}
	return wrong, inside, beside
}

// TestPinnedThousandsAreMarked: where they are large enough, and only there the legend explains it.
func TestPinnedThousandsAreMarked(t *testing.T) {
	in := arranged(hubInput(t, 1000, 1500, 1), deal.LayoutStress)
	for i := range in.Network.Companies {
		in.Network.Companies[i].Pinned = i%100 == 0
	}
	scene := Build(in)
	for zoom, want := range map[float64]int{8: 10, 0.02: 0} {
		camera := Camera{Zoom: zoom, Scale: 1, Width: 900, Height: 800}
		_, inside, beside := PinsSeen(scene, camera)
		explained := slices.ContainsFunc(scene.WithFullLegend().legendIn(camera).Lines, func(line LegendLine) bool { return line.Mark == MarkPinned })
		if inside+beside != want || explained != (want > 0) {
			t.Errorf("zoom %v: %d pins are drawn, want %d; the legend explains them: %t", zoom, inside+beside, want, explained)
		}
	}
}
