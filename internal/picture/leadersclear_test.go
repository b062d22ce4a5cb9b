package picture

import (
	"fmt"
	"image/color"

	"roundtrip/internal/layout"
)

// leaderPen remembers the first line that it draws.
type leaderPen struct{ from, to layout.Point }

func (p *leaderPen) stroke(s stroke) {
	if *p == (leaderPen{}) {
		*p = leaderPen{s.Curve.From, s.Curve.To}
	}
}

func (p *leaderPen) fill(outline)  {}
func (p *leaderPen) write(writing) {}

// LeadersOver returns which leaders of names, amounts and notes, as they are drawn, run over other words or over a badge, and
// how many leaders there are: brute force.
func LeadersOver(s *Scene, c Camera) (over []string, leaders int) {
	d := &drawing{scene: s, camera: c, style: Light(), f: c.factor()}
	labels := s.Labels(c.Zoom)
	for i := range labels {
		label := &labels[i]
		if !label.Led {
			continue
		}
		leaders++
		line := &leaderPen{}
		d.pen = line
		d.leader(label, color.RGBA{})
		for j := range labels {
			other := &labels[j]
			ground := other.ground(s.raisedBehind(other))
			box := Rect{Low: c.ToScreen(ground.Low), High: c.ToScreen(ground.High)}
			if j != i && box.grown(0.45*c.Scale).crossedBy(line.from, line.to) {
				over = append(over, fmt.Sprintf("the leader of %q runs over %q", label.Lines, other.Lines))
			}
		}
		for j := range s.Discs {
			disc := &s.Discs[j]
			radius := disc.badgesDrawn(d.f, c.Scale)
			if radius == 0 {
				continue
			}
			for at := range disc.Badges.List() {
				if nearSegment(c.ToScreen(d.badgeAt(disc, at, radius)), line.from, line.to) < radius {
					over = append(over, fmt.Sprintf("the leader of %q runs over a badge of %s", label.Lines, disc.Name))
				}
			}
		}
	}
	return over, leaders
}
