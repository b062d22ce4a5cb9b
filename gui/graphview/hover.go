package graphview

import (
	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/picture"
)

// HoverLine is one line of what the pointer tells about a company or a leg.
type HoverLine struct {
	Text   string
	Strong bool
}

// hoverWidth is the widest that the card becomes; longer lines go on in the next one.
const hoverWidth = 380

// hoverCard tells about what is under the pointer. It never takes the mouse.
type hoverCard struct {
	*widgets.Tooltip
	target picture.Target
	at     fyne.Position
	placed bool // it has its place for what it tells of
}

func newHoverCard() *hoverCard {
	h := &hoverCard{Tooltip: widgets.NewTooltip(hoverWidth)}
	h.Small, h.Wraps = true, true
	return h
}

func (h *hoverCard) show(target picture.Target, at fyne.Position, tell func(picture.Target) []HoverLine) {
	h.at = at
	if h.Visible() && h.target == target {
		return
	}
	h.target, h.placed = target, false
	var lines []widgets.TooltipLine
	for _, told := range tell(target) {
		lines = append(lines, widgets.TooltipLine{Text: told.Text, Bold: told.Strong, Muted: !told.Strong})
	}
	h.Tell(lines)
}

func (h *hoverCard) hide() {
	if h.Visible() {
		h.Hide()
	}
}
