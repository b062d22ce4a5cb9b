package chart

import "roundtrip/internal/deal"

// These are the sizes of the mark on an axis that does not begin at nothing: a zigzag near the corner.
const (
	breakFrom  = 9.0 // from the corner
	breakStep  = 3.0 // from one turn to the next
	breakWidth = 4.0 // to each side of the axis
)

// brokenAcross and brokenUp report whether an axis leaves nothing out of sight, where the eye would look for it. A
// histogram shows where values lie, and its axis below need not begin at nothing.
func (v *planeView) brokenAcross() bool { return v.bars == nil && v.low > 0 }

func (v *planeView) brokenUp() bool { return v.bottom > 0 || v.top < 0 }

// broken says where the axes begin that do not begin at nothing, "" where both do.
func (v *planeView) broken() string {
	var words []string
	if v.brokenUp() {
		words = append(words, "vertical axis from "+v.up.tick(v.bottom))
	}
	if v.brokenAcross() {
		words = append(words, "horizontal axis from "+v.across.text(v.low))
	}
	if len(words) == 0 {
		return ""
	}
	return deal.Capital(deal.AllOf(words)) + ", not from 0"
}

// drawBreaks marks the axes that do not begin at nothing, and says so below them.
func (v *planeView) drawBreaks(area Box) {
	words := v.broken()
	if words == "" {
		return
	}
	corner := Point{v.in.Left, v.in.Bottom}
	zigzag := func(upwards bool) {
		var points []Point
		for i, side := range []float64{0, 1, -1, 1, -1, 0} {
			along, aside := breakFrom+float64(i)*breakStep, side*breakWidth
			if upwards {
				points = append(points, Point{corner.X + aside, corner.Y - along})
			} else {
				points = append(points, Point{corner.X + along, corner.Y + aside})
			}
		}
		v.p.path(points, 1.5, v.p.style.Text)
	}
	if v.brokenUp() {
		zigzag(true)
	}
	if v.brokenAcross() {
		zigzag(false)
	}
	v.noted = textWidth(words, false, sizeSmall) + 16
	v.p.text(words, Point{area.Left, v.in.Bottom + 11 + sizeSmall*0.85 + sizeSmall*leading}, v.lettered)
}
