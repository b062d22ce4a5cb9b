package picture

import "math"

// asCaption is what it costs an amount to stand where it reads as a line of the name of a company that has no part in its
// leg.
const asCaption = 3.0

// captions reports whether an amount in the box would stand right under or over the name of a company that neither pays nor
// receives it, less than half a line away and with its middle among that name's letters.
func (p *placer) captions(arrow *Arrow, box Rect) bool {
	if p.scene.large() { // there hardly any amount finds room elsewhere
		return false
	}
	for i := range p.labels {
		name := &p.labels[i]
		if name.Disc < 0 || name.Inside || name.Disc == arrow.payerDisc || name.Disc == arrow.payeeDisc {
			continue
		}
		apart := max(name.Box.Low.Y-box.High.Y, box.Low.Y-name.Box.High.Y)
		aside := math.Abs(name.Box.Middle().X - box.Middle().X)
		if apart < box.Size().Height/2 && aside < name.Box.Size().Width/2 {
			return true
		}
	}
	return false
}
