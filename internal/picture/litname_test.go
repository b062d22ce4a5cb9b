package picture

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// NamesOnLit returns which companies that are lit have no name, and whose names touch a leg that is lit or its head as they
// are drawn: brute force.
func NamesOnLit(s *Scene, camera Camera) []string {
	var wrong []string
	named := make(map[int]bool)
	for _, label := range s.Labels(camera.Zoom) {
		if label.Disc < 0 || s.Discs[label.Disc].Emphasis != Lit {
			continue
		}
		named[label.Disc] = true
		if label.Inside {
			continue
		}
		box := Rect{Low: camera.ToScreen(label.Box.Low), High: camera.ToScreen(label.Box.High)}
		for i := range s.Arrows {
			if a := &s.Arrows[i]; a.Emphasis == Lit && a.drawnOn(box, camera) {
				wrong = append(wrong, fmt.Sprintf("%q on lit leg %d", label.Lines, a.Leg))
			}
		}
	}
	for i := range s.Discs {
		if s.Discs[i].Emphasis == Lit && !named[i] {
			wrong = append(wrong, s.Discs[i].Name+" has no name")
		}
	}
	return wrong
}

// drawnOn reports whether a leg that is lit or its head is drawn on a box of pixels.
func (a *Arrow) drawnOn(box Rect, camera Camera) bool {
	f := camera.factor()
	for step := range 401 {
		if box.near(camera.ToScreen(a.Curve.At(float64(step)/400))) < max(a.Width*f, litHair)/2-0.5 {
			return true
		}
	}
	p, tip, r := camera.ToScreen(a.Head[0]), camera.ToScreen(a.Head[1]), camera.ToScreen(a.Head[2])
	if wide := distance(p, r); wide > 0 && wide < litHead {
		p, r = plus(tip, times(minus(p, tip), litHead/wide)), plus(tip, times(minus(r, tip), litHead/wide))
	}
	return slices.ContainsFunc(latticeOf([3]layout.Point{p, tip, r}), func(at layout.Point) bool { return box.near(at) == 0 })
}

// loopSelected returns the input with a loop of it selected.
func loopSelected(in Input, loop network.Loop) Input {
	in.Selection = Selection{}
	for _, company := range loop.Path {
		in.Selection.Loop = append(in.Selection.Loop, in.Network.Companies[company].ID)
	}
	return in
}

// litLoops calls try for twelve loops of a network, lit in every layout and in pictures of several sizes.
func litLoops(t *testing.T, in Input, try func(picture string, lit *Scene, camera Camera)) {
	t.Helper()
	loops := network.FindLoops(context.Background(), in.Network, network.Limits{MaxLen: 5, Top: 12}).Top
	if len(loops) < 12 {
		t.Fatalf("%d loops", len(loops))
	}
	for _, as := range deal.Layouts {
		in := arranged(in, as)
		plain := Build(in)
		in.Before = plain
		for i, loop := range loops {
			camera := Camera{Width: []int{555, 800, 1120}[i%3], Height: []int{560, 600, 800}[i%3], Scale: 1}.Fit(plain)
			picture := fmt.Sprintf("%d companies %q in %d x %d, loop %d", len(plain.Discs), as, camera.Width, camera.Height, i+1)
			try(picture, Build(loopSelected(in, loop)), camera)
		}
	}
}

// In a large network around a few hubs every company of a loop that is lit is named, and nothing that is lit runs through
// its name.
func TestNamesOfALoopAmongManyCompanies(t *testing.T) {
	litLoops(t, hubInput(t, 180, 420, 3), func(picture string, lit *Scene, camera Camera) {
		for _, wrong := range NamesOnLit(lit, camera) {
			t.Errorf("%s: %s", picture, wrong)
		}
	})
}

// Badges stand where they stand while nothing is selected, but for those that a leg covers which gives way to a ring.
func TestBadgesStayWhenALoopIsSelected(t *testing.T) {
	in := hubInput(t, 24, 60, 5)
	in.Measures = &network.Measures{}
	for _, company := range in.Network.Companies {
		in.Measures.Flags = append(in.Measures.Flags, network.Flag{Rule: network.RuleBeyondMeans, Companies: []deal.CompanyID{company.ID}},
			network.Flag{Rule: network.RuleExclusivity, Companies: []deal.CompanyID{company.ID, company.ID}})
	}
	loops := network.FindLoops(context.Background(), in.Network, network.Limits{MaxLen: 5, Top: 12}).Top
	stayed, gone := 0, 0
	for _, as := range deal.Layouts {
		in := arranged(in, as)
		plain := Build(in)
		for _, loop := range loops {
			lit := Build(loopSelected(in, loop))
			for i := range lit.Discs {
				disc, before := &lit.Discs[i], &plain.Discs[i]
				for at := range disc.Badges.List() {
					was := before.badgeCentre(at)
					if distance(was, disc.badgeCentre(at)) < 1e-9 {
						stayed++
						continue
					}
					gone++
					if !slices.ContainsFunc(lit.Arrows, func(a Arrow) bool {
						return a.Emphasis == Lit && a.drawnOn(Rect{was, was}.grown(badgeRim+1), Camera{Scale: 1, Zoom: 1})
					}) {
						t.Errorf("%q, loop %v: badge %d of %s has moved, and nothing lit is where it was", as, loop.Path, at, disc.Name)
					}
				}
			}
		}
	}
	if stayed < 20*gone {
		t.Errorf("%d badges have moved and %d stayed", gone, stayed)
	}
}
