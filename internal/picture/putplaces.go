package picture

import (
	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// Put has companies that have a place stand elsewhere, as if the layout had put them there, and returns where they stood.
func (p *Places) Put(to map[deal.CompanyID]layout.Point) (stood map[deal.CompanyID]layout.Point) {
	stood = make(map[deal.CompanyID]layout.Point, len(to))
	for id, at := range to {
		if was, ok := p.found[id]; ok {
			stood[id], p.found[id] = was, at
		}
	}
	return stood
}
