package picture

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// overlaps returns what is wrong with the labels of a scene at a zoom: labels on each other or on a disc.
func overlaps(s *Scene, zoom float64, alsoSmallDiscs bool) []string {
	var wrong []string
	labels := s.Labels(zoom)
	for i, a := range labels {
		for _, b := range labels[i+1:] {
			if a.Box.Overlaps(b.Box) {
				wrong = append(wrong, fmt.Sprintf("%q lies on %q", a.Lines, b.Lines))
			}
		}
		for j := range s.Discs {
			disc := &s.Discs[j]
			if a.Inside && a.Disc == j || !alsoSmallDiscs && a.Disc >= 0 && disc.Through < s.Discs[a.Disc].Through {
				continue
			}
			if boxOnShape(a.Box, disc) {
				wrong = append(wrong, fmt.Sprintf("%q lies on %s", a.Lines, disc.Name))
			}
		}
	}
	return wrong
}

// boxOnShape reports whether any of a fine lattice of the box's points is inside the disc's shape: brute force.
func boxOnShape(box Rect, disc *Disc) bool {
	const pieces = 12
	if !box.Overlaps(disc.extent()) {
		return false
	}
	for i := range pieces + 1 {
		for j := range pieces + 1 {
			p := layout.Point{
				X: box.Low.X + (box.High.X-box.Low.X)*float64(i)/pieces,
				Y: box.Low.Y + (box.High.Y-box.Low.Y)*float64(j)/pieces,
			}
			if shapeOf(disc.Role).holds(times(minus(p, disc.Centre), 1/disc.Radius)) {
				return true
			}
		}
	}
	return false
}

func TestLabelsOfTheDealsHaveRoom(t *testing.T) {
	scene := dealScene(t)
	for _, wrong := range overlaps(scene, 1, true) {
		t.Error(wrong)
	}
	named, amounts := 0, 0
	for _, label := range scene.Labels(1) {
		if label.Company != 0 {
			named++
		} else {
			amounts++
		}
	}
	if named != 9 || amounts != 14 {
		t.Errorf("%d names and %d amounts are shown, want 9 and 14", named, amounts)
	}
	onLines := 0
	for _, label := range scene.Labels(1) {
		for _, a := range scene.Arrows {
			own := label.Leg == a.Leg && label.Cut
			for step := range 65 {
				if !own && !label.Inside && label.Box.near(a.Curve.At(float64(step)/64)) < a.Width/2-0.5 {
					onLines++
					break
				}
			}
		}
	}
	if onLines > 2 {
		t.Errorf("%d labels lie on a line", onLines)
	}
}

func TestNoLabelCoversAnother(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		companies := rapid.IntRange(2, 60).Draw(r, "companies")
		scene := Build(randomInput(t, companies, rapid.IntRange(1, 130).Draw(r, "legs")))
		zoom := rapid.SampledFrom([]float64{0.1, 0.3, 0.6, 1, 2, 5}).Draw(r, "zoom")
		for _, wrong := range overlaps(scene, zoom, zoom >= textStops) {
			r.Error(wrong)
		}
	})
}

func TestLabelsThinOut(t *testing.T) {
	scene := Build(randomInput(t, 300, 700))
	last := len(scene.Labels(1)) + 1
	for _, zoom := range []float64{1, 0.5, 0.25, 0.12} {
		count := len(scene.Labels(zoom))
		if count >= last || count == 0 {
			t.Errorf("at zoom %g there are %d labels, at the one before %d", zoom, count, last)
		}
		last = count
	}
	for _, zoom := range []float64{0.12, 0.25, 0.5, 1, 1.7} {
		for _, label := range scene.Labels(zoom) {
			if pixels := label.Size * zoom; pixels < 8.9 {
				t.Fatalf("at zoom %g letters are %g pixels large", zoom, pixels)
			}
		}
	}
}

func TestLargestCompaniesKeepTheirNames(t *testing.T) {
	scene := Build(randomInput(t, 300, 700))
	order := scene.namesInOrder(true)[:5]
	for _, at := range order {
		if !slices.ContainsFunc(scene.Labels(0.2), func(label Label) bool { return label.Disc == at }) {
			t.Errorf("%s has lost its name", scene.Discs[at].Name)
		}
	}
}

func TestNamesStayWhenTheSelectionChanges(t *testing.T) {
	in := dealInput(t, network.View{})
	plain := Build(in)
	in.Selection.Loop = append(in.Selection.Loop, openAI, amazon)
	lit := Build(in)
	place := func(s *Scene) map[int]Rect {
		boxes := make(map[int]Rect)
		for _, label := range s.Labels(1) {
			if label.Company != 0 {
				boxes[label.Disc] = label.Box
			}
		}
		return boxes
	}
	for disc, box := range place(plain) {
		if place(lit)[disc] != box {
			t.Errorf("the name of %s has moved", plain.Discs[disc].Name)
		}
	}
}

func TestRoomForNames(t *testing.T) {
	in := dealInput(t, network.View{})
	sizes := LabelSizes(in.Network)
	for _, label := range Build(in).Labels(1) {
		if label.Company == 0 {
			continue
		}
		want := layout.Size{}
		if !label.Inside {
			want = label.Box.Size()
		}
		got := sizes[label.Company-1]
		if d := got.Width - want.Width + got.Height - want.Height; d > 1e-9 || d < -1e-9 {
			t.Errorf("%q is given %v and takes %v", label.Lines, got, want)
		}
	}
	large, room := randomInput(t, 300, 700), 0
	radii, given := Radii(large.Network), LabelSizes(large.Network)
	for i, size := range given {
		if size.Width > 0 {
			room++
			for j, other := range given {
				if radii[j] > radii[i] && other.Width == 0 {
					if _, inside := insideName(large.Network.Companies[j].Name, large.Network.Companies[j].Role, radii[j]); !inside {
						t.Fatalf("company %d has room for its name and the larger %d has none", i, j)
					}
				}
			}
		}
	}
	if room == 0 || room > roomForNames {
		t.Errorf("%d of 300 companies have room for their names", room)
	}
}

// Whoever zooms in sees more and more, until every company is named and nearly every amount is told, in letters of a
// size that can be read. Nothing that a smaller zoom names is without its name at a larger one.
func TestZoomingInShowsMoreUntilAll(t *testing.T) {
	scene := Build(arranged(hubInput(t, 200, 500, 1), deal.LayoutStress))
	fit := Camera{Width: 1000, Height: 700, Scale: 1}.Fit(scene).Zoom
	names, amounts := 0, 0
	for zoom := fit; zoom <= 12; zoom *= 2 {
		nowNames, nowAmounts := 0, 0
		for _, label := range scene.Labels(zoom) {
			if pixels := label.Size * zoom; pixels < 8.9 || pixels > 24 {
				t.Fatalf("at zoom %.2f letters are %.1f pixels large", zoom, pixels)
			}
			if label.Company != 0 {
				nowNames++
			} else {
				nowAmounts++
			}
		}
		if nowNames < names || nowNames == names && names < len(scene.Discs) || nowAmounts <= amounts {
			t.Errorf("at zoom %.2f there are %d names and %d amounts, at half of it %d and %d", zoom, nowNames, nowAmounts, names, amounts)
		}
		names, amounts = nowNames, nowAmounts
		for _, wrong := range overlaps(scene, zoom, false) {
			t.Errorf("zoom %.2f: %s", zoom, wrong)
		}
	}
	if names != len(scene.Discs) || amounts < len(scene.Arrows)*9/10 {
		t.Errorf("from near, %d of %d names and %d of %d amounts are shown", names, len(scene.Discs), amounts, len(scene.Arrows))
	}
}
