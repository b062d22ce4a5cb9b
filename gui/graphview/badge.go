package graphview

import (
	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// toBadge marks what is told about a badge of a company: the first of them, and the others below it.
const toBadge deal.LegID = -10

// badgeAt returns the badge at a position and the company that bears it.
func (v *View) badgeAt(at fyne.Position) (deal.CompanyID, picture.Badge, bool) {
	if v.scene == nil || v.onLegend(at) {
		return 0, 0, false
	}
	return v.scene.BadgeAt(v.world(at), v.labelZoom())
}

// tellBadge returns what tells about a badge; nil where nobody does.
func (v *View) tellBadge(badge picture.Badge) func(picture.Target) []HoverLine {
	if v.OnBadge == nil {
		return nil
	}
	return func(target picture.Target) []HoverLine { return v.OnBadge(target.Company, badge) }
}
