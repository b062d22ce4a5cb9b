package picture

import (
	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// partedGap is what is kept free between two companies that the layout did not keep apart, in canvas units.
const partedGap = 6.0

// Parted returns the places of the input with the companies apart that would overlap at the size at which they are drawn:
// places are found for headline totals, and under another basis or in a what-if companies may be larger. Who is held stays,
// as the pinned ones do; the others make way as little as it takes, and nobody moves under a filter, while dates play or an
// amount shrinks.
func (in Input) Parted(held func(deal.Company) bool) []layout.Point {
	radii := newBuilder(in).radii
	if in.Scale != nil {
		largest := make(map[deal.CompanyID]float64, len(in.Scale.Companies))
		for i, radius := range Radii(in.Scale) {
			largest[in.Scale.Companies[i].ID] = radius
		}
		for i, company := range in.Network.Companies {
			radii[i] = max(radii[i], largest[company.ID])
		}
	}
	fixed, shapes := make([]bool, len(in.Places)), make([]*shape, len(in.Places))
	outlines := layout.Outlines{Reach: make([]float64, len(in.Places))}
	for i, company := range in.Network.Companies {
		fixed[i], shapes[i] = company.Pinned || held != nil && held(company), shapeOf(company.Role)
		outlines.Reach[i] = shapes[i].outside * radii[i]
	}
	outlines.Towards = func(i int, direction layout.Point) float64 { return shapes[i].support(direction) * radii[i] }
	return layout.Part(in.Places, outlines, fixed, partedGap)
}

// support returns how far the unit outline reaches in a direction of length 1.
func (s *shape) support(direction layout.Point) float64 {
	if s.round {
		return 1
	}
	most := 0.0
	for _, p := range s.polygon {
		most = max(most, p.X*direction.X+p.Y*direction.Y)
	}
	return most
}
