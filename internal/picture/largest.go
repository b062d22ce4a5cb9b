package picture

import (
	"math"
	"slices"

	"roundtrip/internal/deal"
)

// largestAmounts is how many amounts are told where there is any room.
const largestAmounts = 10

// largest places the largest amounts while nothing is selected: at the end of a leader where there is no room beside their
// legs. They are what a reader takes away from a picture, and their legs are often those in its middle, where else only the
// small ones of the edge would be told.
func (p *placer) largest() {
	if p.scene.hasty || p.scene.selects() {
		return
	}
	p.firm = true
	defer func() { p.firm = false }()
	told := 0
	p.heaviest = -1
	for _, at := range p.scene.amountsInOrder() {
		if told == largestAmounts {
			return
		}
		if arrow := &p.scene.Arrows[at]; arrow.Known {
			if told == 0 {
				p.heaviest = int32(at)
			}
			p.amount(at)
			if told == 0 && p.scene.large() && !p.tells(arrow.Leg) {
				p.weightiestFirst(at)
			}
			p.pinned[arrow.Leg] = true
			told++
		}
	}
}

// tells reports whether the amount of a leg has a place.
func (p *placer) tells(leg deal.LegID) bool {
	return slices.ContainsFunc(p.labels, func(label Label) bool { return label.Leg == leg })
}

// weightiestFirst places the amount of an arrow, around which the names of its companies have left no room, before one of these
// or both. All stay as they are where one of them would have no place then.
func (p *placer) weightiestFirst(at int) {
	arrow, labels, extent := &p.scene.Arrows[at], p.labels, p.extent
	payer, payee := arrow.payerDisc, arrow.payeeDisc
	for _, after := range [][]int{{payer}, {payee}, {payer, payee}, {payee, payer}} {
		if p.beforeNames(at, after) {
			return
		}
		p.keepOnly(labels)
		p.extent = extent
	}
}

// beforeNames places the amount of an arrow and then the names of companies anew that have one, and reports whether all have
// found a place.
func (p *placer) beforeNames(at int, companies []int) bool {
	companies = slices.DeleteFunc(slices.Clone(companies), func(disc int) bool { return p.labelOf(disc) == nil })
	p.keepOnly(slices.DeleteFunc(slices.Clone(p.labels), func(label Label) bool { return slices.Contains(companies, label.Disc) }))
	if p.amount(at); !p.tells(p.scene.Arrows[at].Leg) {
		return false
	}
	p.firm = false
	defer func() { p.firm = true }()
	order := p.scene.namesInOrder(true)
	for _, disc := range companies {
		if p.name(disc, slices.Index(order, disc)); p.labelOf(disc) == nil {
			return false
		}
	}
	return true
}

// ledAlone returns the best place for an amount at the end of a leader that a reader takes for no other one's, in the first of
// its wordings that finds one, and which that is. It lies within the network, to make no picture smaller, and on no leg, at the
// end of a short leader that crosses none. While the picture is not seen from so far that such amounts would hide it, the leader
// may cross legs and be longer, or among hundreds of companies, where hardly any place is free of thin lines, the amount may lie
// on some. The leader of the largest amount may run over companies there that less money goes through.
func (p *placer) ledAlone(arrow *Arrow, own int32, list []wording) (found spot, words wording, ok bool) {
	w := litWords{arrow: arrow, own: own, alone: true, rays: make(map[rayKey]*[2 * ledAngles]ray)}
	short := leading{bare: true, uncrossed: true, reach: shortReach}
	if p.scene.large() {
		// Where most places are on lines, looking for all that might do takes too long.
		found, words, ok = p.ledBy(w, list[:1], p.needs()[:1], short)
		if ok || p.scene.dwarfed(p.factor) {
			return found, words, ok
		}
		if found, words, ok = p.ledBy(w, list, p.needs(), leading{reach: ledReach}); ok || own != p.heaviest {
			return found, words, ok
		}
		return p.ledBy(w, list[:1], p.needs()[1:], leading{reach: ledReach, over: true})
	}
	kinds := []leading{short}
	if !p.scene.dwarfed(p.factor) {
		kinds = append(kinds, leading{bare: true, reach: shortReach}, leading{bare: true, reach: ledReach})
	}
	return p.ledBy(w, list, p.needs(), kinds...)
}

// ledBy returns the best place of the words at the end of a leader of the first kind that finds one, in the first of their
// wordings that does.
func (p *placer) ledBy(w litWords, list []wording, needs []need, kinds ...leading) (found spot, words wording, ok bool) {
	apart := p.apart
	defer func() { p.apart = apart }()
	for _, w.words = range list {
		for _, w.leading = range kinds {
			for _, need := range needs {
				p.apart, w.across = need.apart, need.across
				if found, ok = p.atLeader(&w, math.Inf(1)); ok {
					return found, w.words, true
				}
			}
		}
	}
	return spot{}, wording{}, false
}

// dwarfSide is the longer side of a picture below which it is smaller than any that fills a window, in pixels at scale 1.
const dwarfSide = 330.0

// dwarfed reports whether the picture is seen from so far, where letters are larger by the factor, that it fills no window.
func (s *Scene) dwarfed(factor float64) bool {
	size := s.shapes.Size()
	return max(size.Width, size.Height) < dwarfSide*largestPixel(factor)
}

// onLine reports whether letters in the box would lie on a leg. The edge of the box is above and below them.
func (p *placer) onLine(box Rect) bool { return p.lines.touch(box, -1, -edgeOfLetters*p.factor) }

// edgeOfLetters is how much of the box of an amount is above and below its letters at least, in units at natural size.
const edgeOfLetters = 0.5
