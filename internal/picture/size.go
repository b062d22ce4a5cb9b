package picture

import (
	"cmp"
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// The sizes of things at natural size, in canvas units.
const (
	smallestRadius = 12.0
	largestRadius  = 46.0

	thinnestLine  = 1.3
	thickestLine  = 15.0
	undisclosedAs = 2.2 // width of a leg without a number

	nameSize   = 13.0 // of letters
	amountSize = 12.0
	nameWidth  = 118.0 // the widest line of a name before it is wrapped or shortened
)

// Radii returns the radius of each company's disc in canvas units: its area grows in proportion with the money
// that passes through (the greater of in and out), between two bounds. Layout needs them before Build.
func Radii(n *network.Network) []float64 { return radiiOn(n, n) }

// radiiOn returns the radii of a network on the scale of another one.
func radiiOn(n, scale *network.Network) []float64 {
	most := int64(0)
	for _, cents := range throughflow(scale) {
		most = max(most, cents)
	}
	full := float64(niceCeiling(most))
	radii := make([]float64, len(n.Companies))
	for i, cents := range throughflow(n) {
		radii[i] = radiusOf(cents, full, crowd(len(scale.Companies)))
	}
	return radii
}

// ScaleView returns the view under which the network is built that widths and discs are measured by: it counts money as the
// other view does and leaves nothing out, so that a leg is as wide on every day and under every filter.
func ScaleView(view network.View) network.View {
	scale := PlacingView(view)
	scale.Basis, scale.Year, scale.Figure, scale.Weights = view.Basis, view.Year, view.Figure, view.Weights
	return scale
}

// wider returns the network through whose companies more money goes at most, the first of equals.
func wider(a, b *network.Network) *network.Network {
	if slices.Max(append(throughflow(b), 0)) > slices.Max(append(throughflow(a), 0)) {
		return b
	}
	return a
}

// radiusOf returns the radius for an amount where full is the amount of the largest radius.
func radiusOf(cents int64, full, crowd float64) float64 {
	least, most := smallestRadius*crowd, largestRadius*crowd
	if full <= 0 {
		return least * 1.4
	}
	return math.Sqrt(least*least + (most*most-least*least)*float64(cents)/full)
}

// crowd returns by how much discs and lines shrink where there are very many of them.
func crowd(companies int) float64 {
	if companies <= 60 {
		return 1
	}
	return max(0.55, math.Pow(60/float64(companies), 0.25))
}

// thicket returns by how much lines shrink further where there are very many of them: wide ones would cover the
// canvas, and nobody could follow one.
func thicket(legs int) float64 {
	const few = 160
	if legs <= few {
		return 1
	}
	return max(0.5, math.Pow(few/float64(legs), 0.3))
}

// throughflow returns the cents through each company: the greater of what comes in and what goes out.
func throughflow(n *network.Network) []int64 {
	in, out := make([]int64, len(n.Companies)), make([]int64, len(n.Companies))
	for i := range n.Flows {
		out[n.Flows[i].Payer] += n.Flows[i].Money
		in[n.Flows[i].Payee] += n.Flows[i].Money
	}
	for i := range in {
		in[i] = max(in[i], out[i])
	}
	return in
}

// widths says how wide a leg is drawn: the width grows with the square root of the amount, so that the
// smallest deal is still a line beside the largest.
type widths struct {
	full  float64 // cents of the thickest line, a round number
	crowd float64
}

// widthsOn returns the widths on the scale of a network.
func widthsOn(scale *network.Network) widths {
	most, legs := int64(0), 0
	for i := range scale.Flows {
		legs += len(scale.Flows[i].Legs)
		for _, leg := range scale.Flows[i].Legs {
			most = max(most, leg.Money)
		}
	}
	return widths{full: float64(niceCeiling(most)), crowd: crowd(len(scale.Companies)) * thicket(legs)}
}

// of returns the width of a leg in canvas units.
func (w widths) of(cents int64, known bool) float64 {
	if !known {
		return undisclosedAs * w.crowd
	}
	if w.full <= 0 {
		return thinnestLine
	}
	part := math.Sqrt(float64(max(cents, 0)) / w.full)
	return min(thinnestLine+(thickestLine-thinnestLine)*part, 1.5*thickestLine) * w.crowd
}

// niceCeiling returns the smallest of 1, 2, 3, 5 times a power of ten that is not below the amount. Scales end
// there: they do not move with every small change, and the legend shows a round number.
func niceCeiling(cents int64) int64 {
	if cents <= 0 {
		return 0
	}
	for power := int64(1); ; power *= 10 {
		for _, digit := range []int64{1, 2, 3, 5} {
			if digit*power >= cents {
				return digit * power
			}
		}
		if power > math.MaxInt64/100 {
			return cents
		}
	}
}

// niceFloor returns the largest of 1, 2, 3, 5 times a power of ten that is not above the amount.
func niceFloor(cents int64) int64 {
	best := int64(0)
	for power := int64(1); power <= cents; power *= 10 {
		for _, digit := range []int64{1, 2, 3, 5} {
			if digit <= cents/power {
				best = digit * power
			}
		}
		if power > math.MaxInt64/10 {
			break
		}
	}
	return best
}

// Gap returns the distance between the rims of neighbours, in canvas units, at which an arrow has room for its
// head and its amount. Layout takes it as its Options.Gap.
func Gap(n *network.Network) float64 { return 130 * crowd(len(n.Companies)) }

// roomForNames is how many companies of a large network get room for their names in the layout. With room for
// hundreds of names a drawing is so wide that none can be read when all of it is shown.
const roomForNames = 60

// LabelSizes returns the room of each company's name under its disc, in canvas units: zero where the name
// stands inside the disc, and for the smaller companies of a large network, whose names are shown where they
// happen to find room. Layout needs them before Build.
func LabelSizes(n *network.Network) []layout.Size {
	radii := Radii(n)
	order := make([]int, len(radii))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(radii[b], radii[a]) })
	sizes := make([]layout.Size, len(radii))
	for rank, i := range order {
		company := &n.Companies[i]
		if len(radii) > 2*roomForNames && rank >= roomForNames {
			break
		}
		if _, inside := insideName(company.Name, company.Role, radii[i]); !inside {
			sizes[i] = blockSize(narrowName(company.Name), true, nameSize)
		}
	}
	return sizes
}

// insideName returns the lines of a name that fits into the shape of its company.
func insideName(name string, role deal.Role, radius float64) (lines []string, fits bool) {
	room := 0.95 * shapeOf(role).inside * radius
	for _, lines := range [][]string{{name}, wrapName(name)} {
		size := blockSize(lines, true, nameSize)
		if math.Hypot(size.Width/2, size.Height/2-1) <= room {
			return lines, true
		}
	}
	return nil, false
}
