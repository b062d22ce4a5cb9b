package picture

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
