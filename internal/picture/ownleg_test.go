package picture

import (
	"fmt"
	"math"
)

// OwnLegs is how the amounts of a picture stand to their legs.
type OwnLegs struct {
	Amounts int
	OnOther []string // amounts that lie on another leg, or on the head of one, than their own
	Astray  []string // amounts without a leader that are not right beside their leg, or nearer to another one
	Crossed []string // leaders that run over a company, an amount or a name
}

// astrayAmount is how far from its leg an amount without a leader is at most, in heights of its letters.
const astrayAmount = 1.25

// OnOwnLegs tells how amounts stand at a zoom: brute force.
func OnOwnLegs(s *Scene, zoom float64) OwnLegs {
	var got OwnLegs
	labels := s.Labels(zoom)
	for i := range labels {
		label := &labels[i]
		if _, ok := s.Arrow(label.Leg); !ok || label.Ink == InkMark {
			continue
		}
		got.Amounts++
		letters := label.text().grown(-edgeOfLetters * label.Size / amountSize)
		for j := range s.Arrows {
			if a := &s.Arrows[j]; a.Leg != label.Leg && crossesBox(a, letters) {
				got.OnOther = append(got.OnOther, fmt.Sprintf("%q lies on leg %d", label.Lines, a.Leg))
				break
			}
		}
		if label.Led {
			got.Crossed = append(got.Crossed, leaderOver(s, labels, i)...)
			continue
		}
		written := *label
		written.Box = label.text()
		own, other := gaps(s, &written)
		if other <= own {
			got.Astray = append(got.Astray, fmt.Sprintf("%q is %.1f from its leg and %.1f from another", label.Lines, own, other))
		}
		if own > astrayAmount*label.Size {
			got.Astray = append(got.Astray, fmt.Sprintf("%q is %.1f heights from its leg", label.Lines, own/label.Size))
		}
	}
	return got
}

// leaderOver returns the companies and labels that a leader runs over.
func leaderOver(s *Scene, labels []Label, at int) []string {
	var over []string
	label := &labels[at]
	for j := range s.Discs {
		nearest := math.Inf(1)
		for step := range 41 {
			nearest = min(nearest, s.Discs[j].near(between(label.Leader[0], label.Leader[1], float64(step)/40)))
		}
		if nearest == 0 {
			over = append(over, fmt.Sprintf("the leader of %q runs over %s", label.Lines, s.Discs[j].Name))
		}
	}
	for j := range labels {
		if j != at && labels[j].Ink != InkRow && labels[j].Box.crossedBy(label.Leader[0], label.Leader[1]) {
			over = append(over, fmt.Sprintf("the leader of %q runs over %q", label.Lines, labels[j].Lines))
		}
	}
	return over
}
