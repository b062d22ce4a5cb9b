package graphview

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// gesture is what the pointer does between the press of its button and the release.
type gesture interface {
	// move follows the pointer.
	move(v *View, event *fyne.DragEvent)
	// end is the release after at least one move. What the gesture has put onto View.marks it takes away.
	end(v *View)
}

// panning moves the canvas.
type panning struct{}

func (panning) move(v *View, event *fyne.DragEvent) { v.pan(event.Dragged.DX, event.Dragged.DY) }

func (panning) end(*View) {}

// carrying moves companies with the pointer.
type carrying struct {
	offsets map[deal.CompanyID]layout.Point // from the pointer to the centre of each company
}

// carrying takes hold of companies at a position in the widget.
func (v *View) carrying(at fyne.Position, ids ...deal.CompanyID) gesture {
	hold := carrying{offsets: make(map[deal.CompanyID]layout.Point, len(ids))}
	world := v.world(at)
	for _, id := range ids {
		if disc, ok := v.disc(id); ok {
			hold.offsets[id] = layout.Point{X: disc.Centre.X - world.X, Y: disc.Centre.Y - world.Y}
		}
	}
	return hold
}

func (c carrying) move(v *View, event *fyne.DragEvent) {
	world := v.world(event.Position)
	carried := make(map[deal.CompanyID]layout.Point, len(c.offsets))
	for id, offset := range c.offsets {
		carried[id] = layout.Point{X: world.X + offset.X, Y: world.Y + offset.Y}
	}
	v.carry(carried)
}

// end tells where the companies have come to stand.
func (carrying) end(v *View) {
	carried := v.putDown()
	ids := make([]deal.CompanyID, 0, len(carried))
	for id := range carried {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, cmp.Compare[deal.CompanyID])
	for _, id := range ids {
		if v.OnMoved != nil {
			v.OnMoved(id, carried[id].X, carried[id].Y)
		}
	}
}
