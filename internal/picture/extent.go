package picture

import (
	"slices"

	"roundtrip/internal/deal"
)

// Extent returns the room on the canvas that companies take, in canvas units, with the legs that are lit between them and,
// at a zoom above 0, with the names, amounts and notes of these. It is empty where none of them is drawn.
func (s *Scene) Extent(ids []deal.CompanyID, zoom float64) Rect {
	area, legs := nowhere(), make(map[deal.LegID]bool)
	for i := range s.Discs {
		if slices.Contains(ids, s.Discs[i].Company) {
			area = area.union(s.Discs[i].extent())
		}
	}
	for i := range s.Arrows {
		arrow := &s.Arrows[i]
		if arrow.Emphasis != Lit || !slices.Contains(ids, s.Discs[arrow.payerDisc].Company) || !slices.Contains(ids, s.Discs[arrow.payeeDisc].Company) {
			continue
		}
		legs[arrow.Leg] = true
		area = area.union(curveBounds(arrow.Curve).grown(arrow.Width/2 + arrow.Glow))
	}
	if zoom <= 0 {
		return area
	}
	for _, label := range s.Labels(zoom) {
		if label.Company != 0 && slices.Contains(ids, label.Company) || legs[label.Leg] {
			area = area.union(label.Box)
		}
	}
	return area
}
