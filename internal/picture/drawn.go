package picture

import (
	"slices"

	"roundtrip/internal/layout"
)

// Seen from afar, companies and arrowheads are drawn larger than they are on the canvas, and badges that nobody could tell
// apart are not drawn. Words keep off them as they are drawn.

// drawnFrom returns the drawing whose pixels are as large as they are at most where letters are larger by the factor.
func (s *Scene) drawnFrom(factor float64) *drawing {
	zoom := 1 / largestPixel(factor)
	return &drawing{scene: s, camera: Camera{Zoom: zoom, Scale: 1}, f: zoom}
}

// discsDrawn returns the companies as they are drawn there, with what they wear there and at the largest zoom of the level.
func (d *drawing) discsDrawn() []Disc {
	near := &drawing{scene: d.scene, camera: Camera{Zoom: d.f * levelStep, Scale: 1}, f: d.f * levelStep}
	discs := make([]Disc, len(d.scene.Discs))
	for i := range discs {
		disc := d.scene.Discs[i]
		if disc.Badges != 0 || disc.Pinned {
			disc.worn = append(d.wornBy(&disc), near.wornBy(&disc)...)
		}
		disc.Radius = d.shownRadius(&disc)
		discs[i] = disc
	}
	return discs
}

// wornBy returns what the badges and the pin of a company cover as they are drawn.
func (d *drawing) wornBy(disc *Disc) []blot {
	var worn []blot
	if radius := disc.badgesDrawn(d.f, d.camera.Scale); radius > 0 {
		for at := range disc.Badges.List() {
			worn = append(worn, blot{d.badgeAt(disc, at, radius), radius * badgeRim / badgeRadius / d.f})
		}
	}
	if head, beside := d.pinBeside(disc); beside {
		worn = append(worn, blot{head, pinGround * d.camera.Scale / d.f})
	}
	return worn
}

// reach returns the upright rectangle around the company with what it wears.
func (d *Disc) reach() Rect {
	r := d.extent()
	for _, worn := range d.worn {
		r = r.union(around(worn.at, layout.Size{Width: 2 * worn.radius, Height: 2 * worn.radius}))
	}
	return r
}

// wornOn reports whether something that the company wears stands on a box.
func (d *Disc) wornOn(box Rect) bool {
	return slices.ContainsFunc(d.worn, func(worn blot) bool { return box.near(worn.at) < worn.radius })
}

// heads are the arrowheads that words had better keep off, as they are drawn.
type heads struct {
	grid grid
	at   [][]int32 // of each square of the grid, the heads that touch it
	list []headDrawn
}

// headDrawn is an arrowhead from its tip to the middle of its base, half of whose width it knows.
type headDrawn struct {
	tip, base layout.Point
	half      float64
}

// headsDrawn returns the arrowheads of what is not faded, as they are drawn there.
func (d *drawing) headsDrawn(g grid) heads {
	h := heads{grid: g, at: make([][]int32, g.squares())}
	for i := range d.scene.Arrows {
		a := &d.scene.Arrows[i]
		if a.Emphasis == Faded || d.scene.away(i) || d.scene.strong(i).to < 1 {
			continue
		}
		wide, least := distance(a.Head[0], a.Head[2]), d.leastHead(a)/d.f
		if wide == 0 || max(wide, least)*d.f < smallestSeen {
			continue
		}
		grow := max(least/wide, 1)
		back := minus(between(a.Head[0], a.Head[2], 0.5), a.Head[1])
		head := headDrawn{tip: plus(a.Head[1], d.headBack(a)), half: wide / 2 * grow}
		head.base = plus(head.tip, times(back, grow))
		at := int32(len(h.list))
		h.list = append(h.list, head)
		g.each(Rect{head.tip, head.tip}.with(head.base).grown(head.half), func(square int) { h.at[square] = append(h.at[square], at) })
	}
	return h
}

// headRounds are the parts of its length, from its tip, at which a head is taken as a round as wide as it is there.
var headRounds = [...]float64{0.15, 0.4, 0.7, 0.95}

// under returns how many heads the box would cover.
func (h *heads) under(box Rect) int {
	count := 0
	var seen [16]int32
	h.grid.each(box, func(square int) {
		for _, at := range h.at[square] {
			head, known := &h.list[at], false
			for i := range min(count, len(seen)) {
				known = known || seen[i] == at
			}
			if known || box.near(head.tip) > distance(head.tip, head.base)+head.half {
				continue
			}
			for _, part := range headRounds {
				if box.near(between(head.tip, head.base, part)) < part*head.half {
					if count < len(seen) {
						seen[count] = at
					}
					count++
					break
				}
			}
		}
	})
	return count
}
