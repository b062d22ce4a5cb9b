package picture

import "math"

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
	for _, at := range p.scene.amountsInOrder() {
		if told == largestAmounts {
			return
		}
		if arrow := &p.scene.Arrows[at]; arrow.Known {
			p.amount(at)
			p.pinned[arrow.Leg] = true
			told++
		}
	}
}

// ledAlone returns the best place for an amount at the end of a leader that a reader takes for no other one's, in the first of
// its wordings that finds one, and which that is. It lies within the network: to be told it makes no picture smaller.
func (p *placer) ledAlone(arrow *Arrow, own int32, list []wording) (found spot, words wording, ok bool) {
	apart := p.apart
	defer func() { p.apart = apart }()
	for _, need := range p.needs() {
		p.apart = need.apart
		for _, words = range list {
			w := litWords{arrow: arrow, own: own, words: words, alone: true, across: need.across}
			if found, ok = p.atLeader(&w, math.Inf(1)); ok {
				return found, words, true
			}
		}
	}
	return spot{}, wording{}, false
}
