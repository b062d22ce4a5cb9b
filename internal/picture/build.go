package picture

import (
	"cmp"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// Build returns the scene of a network: every company that has a place as a disc, every leg between two of
// them as an arrow, and the legend. The same input gives the same scene.
func Build(in Input) *Scene {
	b := newBuilder(in)
	b.addDiscs()
	b.boundDiscs()
	b.addArrows()
	b.roundRing()
	b.markLoops()
	b.selectShapes()
	b.placeMarks()
	b.strain()
	b.fadeAbsent()
	b.glow()
	b.order()
	b.addRows()
	if len(b.scene.Discs) > 0 {
		b.scene.explained = b.legend()
	}
	if in.ShowLegend {
		b.scene.Legend = b.scene.explained
	}
	b.scene.Bounds = b.bounds()
	return b.scene
}

// builder holds what the steps of Build hand to each other.
type builder struct {
	Input
	scene     *Scene
	radii     []float64
	widths    widths
	places    []layout.Point    // of every company of the network; some are nowhere
	discAt    []int             // of every company of the network, its position in scene.Discs, or -1
	flowOf    []int             // of every arrow, its flow; kept in step with scene.Arrows until order
	obstacles *layout.Obstacles // for legs: the companies
	lifted    *Lifted           // what the scene is about; nil: all companies
	leftOut   map[deal.LegID]network.LeftOut

	staying   map[deal.CompanyID][]legEnd // legs that meet a company and are not in this scene but in one that it is laid over
	elsewhere map[deal.CompanyID]bool     // companies with deals only before the what-if or after the view's day
}

// drawn reports whether the legs between two companies are in the scene.
func (b *builder) drawn(payer, payee int) bool {
	return b.discAt[payer] >= 0 && b.discAt[payee] >= 0 && (b.lifted == nil || b.lifted.takes(payer, payee))
}

func newBuilder(in Input) *builder {
	// While one amount is moved about, lines keep the width that they have without the what-if.
	b := &builder{Input: in, widths: widthsOn(cmp.Or(in.Scale, in.Ghost, in.Network)), leftOut: legsLeftOut(in.Network)}
	b.elsewhere = dealingElsewhere(in.Network, in.Later, in.Ghost)
	if in.Ghost == nil {
		b.radii = radiiOn(in.Network, cmp.Or(in.Scale, in.Network))
	} else {
		b.keepRadii(wider(cmp.Or(in.Scale, in.Ghost), in.Network))
	}
	b.places = make([]layout.Point, len(in.Network.Companies))
	for i := range b.places {
		b.places[i] = layout.NoPlace()
		if i < len(in.Places) && onCanvas(in.Places[i]) {
			b.places[i] = in.Places[i]
		}
	}
	b.scene = &Scene{placed: make(map[int][]Label), placing: in.Placing}
	return b
}

// keepRadii measures the discs of a what-if by the scale, so that they can be compared with those before it, and gives
// the companies that it has left without a deal the radii that they had.
func (b *builder) keepRadii(scale *network.Network) {
	b.radii = radiiOn(b.Network, scale)
	was := make(map[deal.CompanyID]float64)
	for i, radius := range radiiOn(b.Ghost, scale) {
		was[b.Ghost.Companies[i].ID] = radius
	}
	for i, company := range b.Network.Companies {
		if radius, ok := was[company.ID]; ok && b.elsewhere[company.ID] {
			b.radii[i] = radius
		}
	}
}

func (b *builder) addDiscs() {
	through := throughflow(b.Network)
	badges, hollow := b.badges()
	b.discAt = make([]int, len(b.places))
	for i, company := range b.Network.Companies {
		b.discAt[i] = -1
		if !onCanvas(b.places[i]) {
			continue
		}
		b.discAt[i] = len(b.scene.Discs)
		b.scene.Discs = append(b.scene.Discs, Disc{
			Company: company.ID, Index: i, Centre: b.places[i], Radius: b.radii[i], Role: company.Role,
			Colour: company.Colour, Name: company.Name, Through: through[i], Badges: badges[company.ID], Hollow: hollow[company.ID],
			Pinned: company.Pinned, Wave: b.waveOf(company.ID), Loss: b.holdingLoss(company.ID),
		})
	}
	b.signs()
}

// addArrows routes every leg, and those that only the ghost still has beside them.
func (b *builder) addArrows() {
	var runs []layout.Run
	numberings := b.numberings()
	for at := range b.Network.Flows {
		flow := &b.Network.Flows[at]
		if !b.drawn(flow.Payer, flow.Payee) {
			continue
		}
		for i := range flow.Legs {
			arrow := b.arrow(flow, &flow.Legs[i])
			arrow.sources = numberings[arrow.Leg]
			runs = append(runs, layout.Run{Payer: flow.Payer, Payee: flow.Payee, Width: arrow.Width})
			b.scene.Arrows = append(b.scene.Arrows, arrow)
			b.flowOf = append(b.flowOf, at)
		}
	}
	before, gone := b.ghostRuns()
	was, later := len(gone), b.laterRuns()
	gone = append(gone, later...)
	curves := b.route(append(runs, gone...))
	layout.AtOnce(len(b.scene.Arrows), func(i int) {
		arrow := &b.scene.Arrows[i]
		arrow.Curve = b.fromRimToRim(arrow.Payer, arrow.Payee, curves[i])
	})
	heads := b.fanEnds()
	layout.AtOnce(len(b.scene.Arrows), func(i int) { b.shapeArrow(&b.scene.Arrows[i], heads[i]) })
	for i := range b.scene.Arrows {
		arrow := &b.scene.Arrows[i]
		if old, ok := before[arrow.Leg]; ok && (old > arrow.Width+0.3 || old < arrow.Width-0.3) {
			b.scene.Ghosts = append(b.scene.Ghosts, Ghost{
				Leg: arrow.Leg, Curve: arrow.Shaft, Width: old, Wider: arrow.Width > old, payer: arrow.Payer, payee: arrow.Payee,
			})
		}
	}
	for i, run := range gone {
		curve := b.fromRimToRim(run.Payer, run.Payee, curves[len(runs)+i])
		b.scene.Ghosts = append(b.scene.Ghosts, Ghost{Curve: curve, Width: run.Width, Gone: true, Later: i >= was, payer: run.Payer, payee: run.Payee})
	}
}

// mostBent is among up to how many companies legs that are carried by the hand are led around others as well as when they
// rest: among more that would hold up the hand.
const mostBent = 100

func (b *builder) route(runs []layout.Run) []layout.Curve {
	b.obstacles = layout.NewObstacles(b.places, b.radii)
	if b.lifted == nil {
		b.scene.routes = b.routes(runs)
		return b.scene.routes.curves
	}
	if len(b.places) > mostBent {
		return b.obstacles.RouteInHaste(runs)
	}
	return b.obstacles.Route(runs)
}

func (b *builder) arrow(flow *network.Flow, part *network.FlowLeg) Arrow {
	leg, of, _ := b.Book.Leg(part.ID)
	arrow := Arrow{
		Leg: part.ID, Payer: flow.Payer, Payee: flow.Payee, Width: b.widths.of(part.Money, part.Known),
		Money: part.Money, Known: part.Known, Financing: part.Kind.Financing(),
		Amount: b.amount(part, leg), payerDisc: b.discAt[flow.Payer], payeeDisc: b.discAt[flow.Payee],
	}
	if loss, hit := b.lossOf(part.ID); hit {
		arrow.Unpaid, arrow.Amount = loss.Part, loss.Amount
	}
	switch {
	case !part.Known:
		arrow.Dash = Dotted
	case of.ID != 0 && !of.Status.Binding():
		arrow.Dash = Dashed
	}
	return arrow
}

// ghostRuns returns the width that each leg had in the ghost, and the runs of the legs that are gone since.
func (b *builder) ghostRuns() (before map[deal.LegID]float64, gone []layout.Run) {
	if b.Ghost == nil {
		return nil, nil
	}
	before = make(map[deal.LegID]float64)
	position := make(map[deal.CompanyID]int, len(b.Network.Companies))
	for i, company := range b.Network.Companies {
		position[company.ID] = i
	}
	now := make(map[deal.LegID]bool)
	for i := range b.Network.Flows {
		for _, leg := range b.Network.Flows[i].Legs {
			now[leg.ID] = true
		}
	}
	for i := range b.Ghost.Flows {
		flow := &b.Ghost.Flows[i]
		payer, known := position[b.Ghost.Companies[flow.Payer].ID]
		payee, alsoKnown := position[b.Ghost.Companies[flow.Payee].ID]
		if !known || !alsoKnown || !b.drawn(payer, payee) {
			continue
		}
		for _, leg := range flow.Legs {
			width := b.widths.of(leg.Money, leg.Known)
			before[leg.ID] = width
			if !now[leg.ID] {
				gone = append(gone, layout.Run{Payer: payer, Payee: payee, Width: width})
			}
		}
	}
	return before, gone
}

func (b *builder) fromRimToRim(payer, payee int, curve layout.Curve) layout.Curve {
	curve = b.scene.Discs[b.discAt[payee]].meet(curve)
	return reversed(b.scene.Discs[b.discAt[payer]].meet(reversed(curve)))
}

// shapeArrow cuts the arrow's curve into shaft and head, which has the given part of its usual size.
func (b *builder) shapeArrow(arrow *Arrow, part float64) {
	long, half := b.headSize(arrow.Width, curveLength(arrow.Curve))
	long, half = part*long, max(part*half, 0.7*arrow.Width)
	at := beforeEnd(arrow.Curve, long)
	base := arrow.Curve.At(at)
	side := times(left(unit(minus(arrow.Curve.To, base))), half)
	arrow.Head = [3]layout.Point{plus(base, side), arrow.Curve.To, minus(base, side)}
	// The shaft runs a little into the head: two edges that only touch would let the background through.
	into := beforeEnd(arrow.Curve, 0.85*long)
	arrow.Shaft, _ = split(arrow.Curve, max(at, into))
}

// order sorts the arrows widest first, so that thin lines lie on top of wide ones, and lit ones over all.
func (b *builder) order() {
	arrows := b.scene.Arrows
	order := make([]int, len(arrows))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		x, y := &arrows[i], &arrows[j]
		return cmp.Or(
			cmp.Compare(depth(x.Emphasis), depth(y.Emphasis)),
			cmp.Compare(y.Width, x.Width),
			cmp.Compare(i, j),
		)
	})
	b.scene.Arrows = make([]Arrow, len(arrows))
	for at, i := range order {
		b.scene.Arrows[at] = arrows[i]
	}
}

// depth puts faded shapes below plain ones, and those below lit ones.
func depth(e Emphasis) int { return [...]int{Plain: 1, Faded: 0, Lit: 2}[e] }

// extent returns the rectangle around discs and arrows.
func (b *builder) extent() Rect { return b.extentOf((*Arrow).seenCurve) }

// extentOf returns the rectangle around discs, and arrows that run so.
func (b *builder) extentOf(where func(*Arrow) layout.Curve) Rect {
	r := nowhere()
	for i := range b.scene.Discs {
		r = r.union(b.scene.Discs[i].extent())
	}
	for i := range b.scene.Arrows {
		r = r.union(alongside(where(&b.scene.Arrows[i]), b.scene.Arrows[i].Width))
	}
	return r
}

// alongside returns the rectangle around a line along a curve.
func alongside(curve layout.Curve, width float64) Rect {
	r := nowhere()
	for step := range 9 {
		r = r.union(around(curve.At(float64(step)/8), layout.Size{Width: width, Height: width}))
	}
	return r
}

func (b *builder) bounds() Rect {
	b.scene.shapes = b.extent()
	r := nowhere()
	for _, row := range b.scene.Rows {
		size := blockSize([]string{row.Text}, false, rowSize)
		r = r.union(around(layout.Point{X: b.scene.shapes.Low.X - rowGap - size.Width/2, Y: row.Y}, size))
	}
	for i, size := range LabelSizes(b.Network) {
		if b.discAt[i] >= 0 && size.Width > 0 {
			disc := &b.scene.Discs[b.discAt[i]]
			below := disc.extent().High.Y + layout.LabelGap + size.Height/2
			r = r.union(around(layout.Point{X: disc.Centre.X, Y: below}, size))
		}
	}
	b.scene.usually = b.extentOf((*Arrow).usualCurve).union(r)
	return b.scene.shapes.union(r)
}
