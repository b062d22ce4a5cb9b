package picture

import (
	"maps"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// Put has companies that have a place stand elsewhere, as if the layout had put them there, and returns where they stood.
func (p *Places) Put(to map[deal.CompanyID]layout.Point) (stood map[deal.CompanyID]layout.Point) {
	stood = make(map[deal.CompanyID]layout.Point, len(to))
	found := maps.Clone(p.found)
	for id, at := range to {
		if was, ok := found[id]; ok {
			stood[id], found[id] = was, at
		}
	}
	p.found = found
	return stood
}

// Standing returns the places as they are now, whatever is found later. What a task still looks for is not among them, so that
// it is looked for again where they come back.
func (p *Places) Standing() Places {
	standing := *p
	standing.Abandon()
	return standing
}

// Same reports whether the companies stand where the other places have them.
func (p *Places) Same(other *Places) bool { return maps.Equal(p.found, other.found) }
