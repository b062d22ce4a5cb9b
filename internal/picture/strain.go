package picture

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// Strain is a stress test on the picture: who cannot pay any more, which legs are not paid in full, and whose stakes lose
// value. Everybody else is faded.
type Strain struct {
	Words string                 // what is shown, for the legend: "Stress: OpenAI fails, wave 1 of 3"
	Waves map[deal.CompanyID]int // of the companies that cannot pay in full, the wave in which they fall; 0 is the shock
	Lost  map[deal.LegID]LegLoss // of the legs that are not paid in full

	Holders map[deal.CompanyID]HolderLoss // of the companies whose stakes in others lose value
}

// HolderLoss is what a company's stakes in others lose.
type HolderLoss struct {
	Amount string       // below its name, saying that it is the stakes': "stakes −$104bn", or "stakes −?" where nobody knows
	Legs   []deal.LegID // that the stakes were bought by
}

// LegLoss is what a leg is not paid.
type LegLoss struct {
	Part   float64 // of what was due, from 0 to 1
	Amount string  // in place of the leg's own: "−$5bn"
}

// strain lights what the stress test hits and fades the rest, unless something is selected, or nobody is hit.
func (b *builder) strain() {
	if b.Strain == nil || !b.Selection.Empty() || len(b.Strain.Waves)+len(b.Strain.Lost)+len(b.Strain.Holders) == 0 {
		return
	}
	b.fadeAll()
	held := make(map[deal.LegID]bool)
	for _, holder := range b.Strain.Holders {
		for _, leg := range holder.Legs {
			held[leg] = true
		}
	}
	for i := range b.scene.Arrows {
		arrow := &b.scene.Arrows[i]
		arrow.Loop = 0 // what runs round is not what is shown
		_, hit := b.Strain.Lost[arrow.Leg]
		switch {
		case hit:
			arrow.Emphasis = Lit
		case held[arrow.Leg]:
			arrow.Emphasis = Plain
		default:
			continue
		}
		for _, at := range []int{b.discAt[arrow.Payer], b.discAt[arrow.Payee]} {
			b.scene.Discs[at].Emphasis = Plain
		}
	}
	for i := range b.scene.Discs {
		if disc := &b.scene.Discs[i]; disc.Badges != 0 {
			disc.Emphasis = Lit
		}
	}
}

// worn gives each company that cannot pay, or whose stakes lose value, its mark, in place of those for flags.
func (s *Strain) worn() map[deal.CompanyID]Badges {
	worn := make(map[deal.CompanyID]Badges, len(s.Waves)+len(s.Holders))
	for id := range s.Waves {
		worn[id] |= 1 << BadgeFallen
	}
	for id := range s.Holders {
		worn[id] |= 1 << BadgeHolder
	}
	return worn
}

// holdingLoss returns what the company's stakes lose, "" where they lose nothing.
func (b *builder) holdingLoss(id deal.CompanyID) string {
	if b.Strain == nil {
		return ""
	}
	return b.Strain.Holders[id].Amount
}

// named returns the lines of the company's name with what its stakes lose below them.
func (d *Disc) named(lines ...string) []string {
	if d.Loss == "" {
		return lines
	}
	return append(slices.Clone(lines), wrapName(d.Loss)...)
}

// inside returns the lines of the name that stands inside the company where letters are larger by the factor, and false
// where it does not fit.
func (d *Disc) inside(factor float64) (lines []string, fits bool) {
	radius := d.Radius / factor
	if lines, fits = insideName(d.Name, d.Role, radius); d.Loss == "" || !fits {
		return lines, fits
	}
	lines = d.named(lines...)
	size := blockSize(lines, true, nameSize)
	return lines, math.Hypot(size.Width/2, size.Height/2-1) <= 0.95*shapeOf(d.Role).inside*radius
}

// waveOf returns the wave in which the company falls, or 0.
func (b *builder) waveOf(id deal.CompanyID) int {
	if b.Strain == nil {
		return 0
	}
	return b.Strain.Waves[id]
}

// lossOf returns what the leg is not paid, or false.
func (b *builder) lossOf(id deal.LegID) (LegLoss, bool) {
	if b.Strain == nil {
		return LegLoss{}, false
	}
	loss, hit := b.Strain.Lost[id]
	return loss, hit
}

// strainNotes are the lines of the legend about the stress test.
func (b *builder) strainNotes(legend *Legend) {
	if b.Strain == nil {
		return
	}
	legend.Notes = append(wrapText(b.Strain.Words, false, legendSize, filterRoom), legend.Notes...)
	var most *Arrow
	for i := range b.scene.Arrows {
		if arrow := &b.scene.Arrows[i]; arrow.Unpaid > 0 && (most == nil || arrow.Unpaid*arrow.Width > most.Unpaid*most.Width) {
			most = arrow
		}
	}
	if most != nil {
		said := cmp.Or(b.Strain.Lost[most.Leg].Amount, "hollow") + ": not paid; solid: still paid"
		legend.Lines = append(legend.Lines, LegendLine{MarkUnpaid, said})
	}
}

// leastHollow is the least width of a leg that is not paid in full, in pixels at scale 1.
const leastHollow = 3.2

// unpaid draws a leg that is not paid in full: hollow, with a solid core as wide as what is still paid of it.
func (d *drawing) unpaid(a *Arrow, shaft layout.Curve, width float64, colour color.RGBA) {
	ground := d.ground(a)
	edge := 1.3 * d.camera.Scale
	pale := Mix(ground, colour, 0.55)
	if width < leastHollow*d.camera.Scale {
		// From afar it is as wide as it takes to be seen as a double line, and hairlines are as strong as others.
		width, edge, pale = leastHollow*d.camera.Scale, 1.1*d.camera.Scale, Mix(ground, colour, 0.85)
	}
	d.pen.stroke(stroke{Curve: shaft, Width: width, Colour: pale, Dash: a.Dash, Part: a.Width * d.f})
	d.pen.stroke(stroke{Curve: shaft, Width: width - 2*edge, Colour: ground})
	d.head(a, pale, 0)
	d.head(a, ground, -edge)
	if core := (width - 2*edge) * (1 - a.Unpaid); core > 0.4*d.camera.Scale {
		d.pen.stroke(stroke{Curve: shaft, Width: core, Colour: colour, Dash: a.Dash, Part: a.Width * d.f})
	}
}
