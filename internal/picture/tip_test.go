package picture

import (
	"fmt"
	"math"

	"roundtrip/internal/layout"
)

// tipPen notes the corners of the last head.
type tipPen struct{ tip layout.Point }

func (p *tipPen) stroke(stroke)  {}
func (p *tipPen) write(writing)  {}
func (p *tipPen) fill(o outline) { p.tip = o.Path[0].To }

// TipsOffTheRim returns the arrows whose head, as it is drawn at a zoom, has its tip more than half a pixel from the outline of
// its payee as that is drawn, and how many heads are drawn: brute force.
func TipsOffTheRim(s *Scene, zoom float64) (wrong []string, drawn int) {
	const mostOff = 0.5
	for i := range s.Arrows {
		a := &s.Arrows[i]
		pen := &tipPen{layout.NoPlace()}
		d := &drawing{scene: s, camera: Camera{Zoom: zoom, Scale: 1}, style: Light(), pen: pen, f: zoom}
		if d.head(a, Light().Text, 0); !onCanvas(pen.tip) {
			continue
		}
		drawn++
		payee := &s.Discs[a.payeeDisc]
		radius := d.shownRadius(payee)
		outline := shapeDrawn(payee.Role, radius*zoom).placed(d.camera.ToScreen(payee.Centre), radius*zoom)
		off := math.Inf(1)
		for _, side := range outline {
			for step := range 40 {
				off = min(off, nearSegment(pen.tip, side.At(float64(step)/40), side.At(float64(step+1)/40)))
			}
		}
		if off > mostOff {
			wrong = append(wrong, fmt.Sprintf("the tip of leg %d is %.2f pixels from %s with a radius of %.1f", a.Leg, off, payee.Name, radius*zoom))
		}
	}
	return wrong, drawn
}
