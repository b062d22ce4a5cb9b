package picture

import (
	"fmt"
	"math"
	"slices"

	"roundtrip/internal/layout"
)

// NamesSeen is what the names in a picture cover, and how far from their companies they stand: brute force.
type NamesSeen struct {
	Names   int
	Covered float64 // the largest part of a company that is covered by the name of another one, with its ground
	Discs   int     // companies of which more than a tenth is covered
	Own     int     // names that cover more than a tenth of their own company, or reach out of it where they stand in it
	Words   int     // names that cover another name, an amount, a note or a badge
	Leaders int     // leaders of names that cross another leader, words, or a company: that of the largest of hundreds may
	Heads   int     // arrowheads that a name or its leader covers
	Unled   int     // names away from their companies without a leader
	Longest float64 // the longest leader of a name, in heights of letters
	Wrong   []string
}

// SeeNames looks at the names of a scene that a camera shows.
func SeeNames(s *Scene, c Camera) NamesSeen {
	d := &drawing{scene: s, camera: c, style: Light(), f: c.factor()}
	seen := NamesSeen{}
	labels, largest := s.Labels(c.Zoom), s.namesInOrder(false)[0]
	say := func(format string, of ...any) { seen.Wrong = append(seen.Wrong, fmt.Sprintf(format, of...)) }
	for at := range labels {
		label := &labels[at]
		if label.Disc < 0 {
			continue
		}
		seen.Names++
		own := &s.Discs[label.Disc]
		ground := label.Box.grown((1.4 + 0.11*label.Size*d.f) / d.f)
		for i := range s.Discs {
			disc := &s.Discs[i]
			radius := d.shownRadius(disc)
			if i != label.Disc && around(disc.Centre, layout.Size{Width: 2.6 * radius, Height: 2.6 * radius}).Overlaps(ground) {
				part := discUnder(disc, radius, ground)
				if seen.Covered = max(seen.Covered, part); part > 0.1 {
					seen.Discs++
					say("%q covers %.0f%% of %s", label.Lines, 100*part, disc.Name)
				}
			}
			if i != label.Disc && label.Led && !(s.large() && label.Disc == largest) && nearSegment(disc.Centre, label.Leader[0], label.Leader[1]) < shapeOf(disc.Role).inside*radius {
				seen.Leaders++
				say("the leader of %q runs over %s", label.Lines, disc.Name)
			}
			if pixels := disc.badgesDrawn(d.f, c.Scale); pixels > 0 {
				for badge := range disc.Badges.List() {
					if label.Box.near(d.badgeAt(disc, badge, pixels)) < 0.9*pixels/d.f {
						seen.Words++
						say("%q covers a badge of %s", label.Lines, disc.Name)
					}
				}
			}
		}
		for other := range labels {
			if other == at {
				continue
			}
			with := &labels[other]
			if label.Box.Overlaps(with.Box) {
				seen.Words++
				say("%q covers %q", label.Lines, with.Lines)
			}
			if !label.Led {
				continue
			}
			if with.Box.crossedBy(label.Leader[0], label.Leader[1]) || with.Led && cross(label.Leader, with.Leader) {
				seen.Leaders++
				say("the leader of %q crosses %q or its leader", label.Lines, with.Lines)
			}
		}
		for i := range s.Arrows {
			if a := &s.Arrows[i]; a.Emphasis != Faded && !s.passes(i) && d.headUnder(a, label) {
				seen.Heads++
				say("%q covers the head of leg %d", label.Lines, a.Leg)
			}
		}
		part := discUnder(own, d.shownRadius(own), label.Box)
		if label.Inside && !own.within(d.shownRadius(own), label.Box) || !label.Inside && part > 0.1 {
			seen.Own++
			say("%q covers %.0f%% of its own company", label.Lines, 100*part)
		}
		gap := gapTo(own, d.shownRadius(own), label.Box)
		if !label.Inside && !label.Led && gap > label.Size {
			seen.Unled++
			say("%q stands %.1f letters from its company without a leader", label.Lines, gap/label.Size)
		}
		if label.Led {
			seen.Longest = max(seen.Longest, distance(label.Leader[0], label.Leader[1])/label.Size)
		}
	}
	return seen
}

// within reports whether the corners of a box lie within a company, as large as it is drawn.
func (d *Disc) within(radius float64, box Rect) bool {
	for _, corner := range []layout.Point{box.Low, box.High, {X: box.Low.X, Y: box.High.Y}, {X: box.High.X, Y: box.Low.Y}} {
		if !shapeOf(d.Role).holds(times(minus(corner, d.Centre), 1/radius)) {
			return false
		}
	}
	return true
}

// gapTo returns the empty canvas between a company, as large as it is drawn, and a box.
func gapTo(disc *Disc, radius float64, box Rect) float64 {
	gap := math.Inf(1)
	for step := range 360 {
		sin, cos := math.Sincos(2 * math.Pi * float64(step) / 360)
		toward := layout.Point{X: cos, Y: sin}
		gap = min(gap, box.near(plus(disc.Centre, times(toward, shapeOf(disc.Role).rim(toward)*radius))))
	}
	return gap
}

// discUnder returns which part of a company, as large as it is drawn, a box covers.
func discUnder(disc *Disc, radius float64, box Rect) float64 {
	const fine = 24
	shape := shapeOf(disc.Role)
	under, all := 0, 0
	for i := range fine {
		for j := range fine {
			at := layout.Point{X: 1.4 * (2*(float64(i)+0.5)/fine - 1), Y: 1.4 * (2*(float64(j)+0.5)/fine - 1)}
			if shape.holds(at) {
				all++
				if box.near(plus(disc.Centre, times(at, radius))) == 0 {
					under++
				}
			}
		}
	}
	return float64(under) / math.Max(float64(all), 1)
}

// headUnder reports whether a name, or its leader, covers more than the edge of the arrow's head as it is drawn, where that is
// large enough to be seen.
func (d *drawing) headUnder(a *Arrow, label *Label) bool {
	wide := distance(a.Head[0], a.Head[2])
	least := d.leastHead(a) / d.f
	if max(wide, least)*d.f < 2*smallestSeen || wide == 0 {
		return false
	}
	head := a.Head
	if least > wide {
		head[0], head[2] = plus(head[1], times(minus(head[0], head[1]), least/wide)), plus(head[1], times(minus(head[2], head[1]), least/wide))
	}
	points := latticeOf(head)
	under := 0
	for _, at := range points {
		if !label.Inside && label.Box.near(at) == 0 || label.Led && nearSegment(at, label.Leader[0], label.Leader[1]) < 0.5/d.f {
			under++
		}
	}
	return 10*under > len(points)
}

// cross reports whether two segments cross.
func cross(a, b [2]layout.Point) bool {
	side := func(p, q, r layout.Point) float64 { return (q.X-p.X)*(r.Y-p.Y) - (q.Y-p.Y)*(r.X-p.X) }
	return side(a[0], a[1], b[0])*side(a[0], a[1], b[1]) < 0 && side(b[0], b[1], a[0])*side(b[0], b[1], a[1]) < 0
}

// weightiest returns how many of the names in a picture belong to the so many companies with the most money.
func weightiest(s *Scene, labels []Label, most int) int {
	order := s.namesInOrder(false)
	count := 0
	for _, label := range labels {
		if label.Disc >= 0 && slices.Index(order, label.Disc) < most {
			count++
		}
	}
	return count
}

// NamedOfLargest returns how many of the so many companies with the most money have a name at a zoom.
func NamedOfLargest(s *Scene, zoom float64, most int) int {
	return weightiest(s, s.Labels(zoom), most)
}
