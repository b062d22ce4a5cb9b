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
	// cancel ends the gesture as if it had never begun.
	cancel(v *View)
}

// panning moves the canvas.
type panning struct{}

func (panning) move(v *View, event *fyne.DragEvent) { v.pan(event.Dragged.DX, event.Dragged.DY) }

func (panning) end(*View) {}

func (panning) cancel(*View) {}

// Moved is where a company was put, in canvas units.
type Moved struct {
	Company deal.CompanyID
	At      layout.Point
}

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

// end tells where the companies have come to stand, all of them at once. They are shown there until the next Draw,
// which has them where the owner put them.
func (carrying) end(v *View) {
	carried := v.places.carried
	moved := make([]Moved, 0, len(carried))
	for id, at := range carried {
		moved = append(moved, Moved{id, at})
	}
	slices.SortFunc(moved, func(a, b Moved) int { return cmp.Compare(a.Company, b.Company) })
	if v.OnMoved != nil && len(moved) > 0 {
		v.OnMoved(moved)
	}
}

func (carrying) cancel(v *View) {
	v.putDown()
	v.rebuild()
}
