package graphview

import (
	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// carry shows companies at the places to which they are being dragged, until putDown.
func (v *View) carry(places map[deal.CompanyID]layout.Point) {
	v.fitted = false
	v.places.carried = places
	v.rebuild()
}

// putDown ends carrying, and returns where the companies were last.
func (v *View) putDown() map[deal.CompanyID]layout.Point {
	carried := v.places.carried
	v.places.carried = nil
	return carried
}
