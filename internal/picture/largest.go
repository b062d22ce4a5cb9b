package picture

// The largest amounts are what a reader takes away from a picture. They find their places while there is room, in the
// middle too, where a reader would otherwise meet only the small ones of the edge.

const (
	// largestAmounts is how many amounts are told at all events, where there is any room.
	largestAmounts = 10
	// namedBefore is how many companies, by the money that passes through them, have their names before these amounts.
	namedBefore = 12
)

// namesAroundLargest places names, and the largest amounts between those of the largest companies and the others, while
// nothing is selected. The ranks are those of the companies by the money that passes through them.
func (p *placer) namesAroundLargest(names []int, ranks map[int]int) {
	amounts := p.largest()
	for _, at := range names {
		if ranks[at] >= namedBefore {
			p.firmly(amounts)
			amounts = nil
		}
		p.name(at, ranks[at])
	}
	p.firmly(amounts)
}

// largest returns the arrows of the largest amounts while nothing is selected: those of legs that are drawn and known.
func (p *placer) largest() []int {
	if p.scene.hasty || p.scene.selects() {
		return nil
	}
	var found []int
	for _, at := range p.scene.amountsInOrder() {
		if len(found) == largestAmounts {
			break
		}
		if p.scene.Arrows[at].Known {
			found = append(found, at)
		}
	}
	return found
}

// firmly places amounts, at the end of a leader where there is no room beside their legs.
func (p *placer) firmly(amounts []int) {
	p.firm = true
	defer func() { p.firm = false }()
	for _, at := range amounts {
		p.amount(at)
		p.pinned[p.scene.Arrows[at].Leg] = true
	}
}
