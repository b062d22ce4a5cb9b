package graphview

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// How much it weighs that the card covers what it tells of, the legs that are looked at, or who deals with what it tells
// of; the rest of the picture weighs 1. Each unit that the card is away from the pointer weighs as much as some of its area.
const (
	weighsTold      = 12
	weighsLeg       = 8
	weighsNeighbour = 4
	weighsAway      = 20
)

// kept is a part of the widget that the card keeps off, and how much that weighs.
type kept struct {
	low, high fyne.Position
	weight    float32
}

// placeHover puts the card beside the pointer, or beside the company that is pointed at, where it covers least: first of
// all not what it tells of. It stays there while the pointer stays on the same thing and does not come under it.
func (v *View) placeHover() {
	h := v.hover
	if h.placed && !h.under(h.at) && h.target.Leg != toHandle && h.Position().X+h.Size().Width <= v.Size().Width {
		return
	}
	size, room := h.MinSize(), v.Size()
	parts := v.hoverKeeps()
	least := float32(-1)
	for _, at := range v.hoverPlaces(size) {
		at.X = max(4, min(at.X, room.Width-size.Width-4))
		at.Y = max(4, min(at.Y, room.Height-size.Height-4))
		cost := float32(0)
		for _, part := range parts {
			cost += part.weight * overlap(at, at.Add(size), part.low, part.high)
		}
		cost += weighsAway * away(h.at, at, at.Add(size))
		pointer := h.at.SubtractXY(4, 4)
		cost += 1000 * overlap(at, at.Add(size), pointer, pointer.AddXY(12, 18))
		if least < 0 || cost < least {
			least = cost
			h.Move(at)
		}
	}
	h.Resize(size)
	h.placed = true
}

// under reports whether the position is under the card.
func (h *hoverCard) under(at fyne.Position) bool {
	low, high := h.Position(), h.Position().Add(h.Size())
	return at.X >= low.X && at.Y >= low.Y && at.X <= high.X && at.Y <= high.Y
}

// hoverPlaces returns where the card may stand, the best first where none covers anything: around the pointer, around the
// company that is pointed at, and in the corners.
func (v *View) hoverPlaces(size fyne.Size) []fyne.Position {
	around := func(low, high fyne.Position) []fyne.Position {
		right, left := high.X, low.X-size.Width
		below, above := high.Y, low.Y-size.Height
		middle := fyne.NewPos((low.X+high.X-size.Width)/2, (low.Y+high.Y-size.Height)/2)
		return []fyne.Position{
			{X: right, Y: below}, {X: right, Y: middle.Y}, {X: right, Y: above}, {X: left, Y: below}, {X: left, Y: middle.Y},
			{X: left, Y: above}, {X: middle.X, Y: below}, {X: middle.X, Y: above},
		}
	}
	at := v.hover.at
	places := around(at.SubtractXY(8, 8), at.AddXY(14, 16))
	drawing := len(v.marks.Objects) > 0 // and the pointer is on the company that is paid
	if disc, ok := v.disc(v.hover.target.Company); ok && (drawing || v.hover.target.Leg != toHandle) {
		const beside = 8
		box := worldBox(&disc)
		for _, label := range v.scene.Labels(v.labelZoom()) {
			if label.Company == disc.Company && label.Leg == 0 {
				box = picture.Rect{
					Low:  layout.Point{X: min(box.Low.X, label.Box.Low.X), Y: min(box.Low.Y, label.Box.Low.Y)},
					High: layout.Point{X: max(box.High.X, label.Box.High.X), Y: max(box.High.Y, label.Box.High.Y)},
				}
			}
		}
		places = append(places, around(v.position(box.Low).SubtractXY(beside, beside), v.position(box.High).AddXY(beside, beside))...)
	}
	far := fyne.NewPos(v.Size().Width, v.Size().Height)
	return append(places, fyne.Position{}, fyne.Position{X: far.X}, fyne.Position{Y: far.Y}, far)
}

// hoverKeeps returns what the card keeps off: companies, names and amounts, the legs that are looked at, and what a gesture
// draws.
func (v *View) hoverKeeps() []kept {
	if v.scene == nil || v.hover.target == toLegend {
		return nil
	}
	companies, legs := v.hoverWeights()
	weight := func(known float32) float32 { return max(known, 1) }
	var parts []kept
	add := func(box picture.Rect, weight float32) {
		parts = append(parts, kept{v.position(box.Low), v.position(box.High), weight})
	}
	for i := range v.scene.Discs {
		add(worldBox(&v.scene.Discs[i]), weight(companies[v.scene.Discs[i].Company]))
	}
	for _, label := range v.scene.Labels(v.labelZoom()) {
		if label.Leg != 0 {
			add(label.Box, weight(legs[label.Leg]))
		} else {
			add(label.Box, weight(companies[label.Company]))
		}
	}
	for i := range v.scene.Arrows {
		if arrow := &v.scene.Arrows[i]; legs[arrow.Leg] > 0 || arrow.Emphasis == picture.Lit {
			parts = append(parts, v.legParts(arrow)...)
		}
	}
	for _, object := range v.marks.Objects {
		parts = append(parts, drawnParts(object)...)
	}
	return parts
}

// legParts returns what the card keeps off of a leg: boxes around short pieces of it.
func (v *View) legParts(arrow *picture.Arrow) (parts []kept) {
	const pieces, beside = 12, 4
	from := v.position(arrow.Curve.At(0))
	for piece := range pieces {
		to := v.position(arrow.Curve.At(float64(piece+1) / pieces))
		parts = append(parts, kept{
			fyne.NewPos(min(from.X, to.X)-beside, min(from.Y, to.Y)-beside),
			fyne.NewPos(max(from.X, to.X)+beside, max(from.Y, to.Y)+beside), weighsLeg,
		})
		from = to
	}
	return parts
}

// drawnParts returns what the card keeps off of what a gesture draws: a line in short pieces, and else a box.
func drawnParts(object fyne.CanvasObject) (parts []kept) {
	const pieces, beside = 16, 3
	line, ok := object.(*canvas.Line)
	if !ok {
		return []kept{{object.Position(), object.Position().Add(object.Size()), weighsTold}}
	}
	way := line.Position2.Subtract(line.Position1)
	for piece := range pieces {
		part := (float32(piece) + 0.5) / pieces
		at := line.Position1.AddXY(way.X*part, way.Y*part)
		reachX, reachY := float32(math.Abs(float64(way.X)))/pieces/2+beside, float32(math.Abs(float64(way.Y)))/pieces/2+beside
		parts = append(parts, kept{at.SubtractXY(reachX, reachY), at.AddXY(reachX, reachY), weighsTold})
	}
	return parts
}

// hoverWeights returns how much what is pointed at and its neighbours weigh.
func (v *View) hoverWeights() (companies map[deal.CompanyID]float32, legs map[deal.LegID]float32) {
	companies, legs = make(map[deal.CompanyID]float32), make(map[deal.LegID]float32)
	target := v.hover.target
	for i := range v.scene.Arrows {
		arrow := &v.scene.Arrows[i]
		payer, payee := v.content.Network.Companies[arrow.Payer].ID, v.content.Network.Companies[arrow.Payee].ID
		if arrow.Leg == target.Leg || payer == target.Company || payee == target.Company {
			companies[payer], companies[payee], legs[arrow.Leg] = weighsNeighbour, weighsNeighbour, weighsNeighbour
		}
	}
	companies[target.Company], legs[target.Leg] = weighsTold, weighsTold
	return companies, legs
}

// overlap returns the area that two rectangles have in common.
func overlap(low, high, otherLow, otherHigh fyne.Position) float32 {
	width := min(high.X, otherHigh.X) - max(low.X, otherLow.X)
	height := min(high.Y, otherHigh.Y) - max(low.Y, otherLow.Y)
	return max(width, 0) * max(height, 0)
}

// away returns how far a position is from a rectangle, 0 within it.
func away(at, low, high fyne.Position) float32 {
	x := max(low.X-at.X, at.X-high.X, 0)
	y := max(low.Y-at.Y, at.Y-high.Y, 0)
	return float32(math.Hypot(float64(x), float64(y)))
}
