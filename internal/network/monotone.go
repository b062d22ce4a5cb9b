package network

import (
	"context"
	"math"

	"roundtrip/internal/deal"
)

// monotoneRanges sets the intervals of what can only grow with every amount, and is therefore least with all
// figures low and greatest with all figures high: gross, circulation and throughflow. They are exact; only the leg
// that moves the circulation most is looked for no longer than drivers allows.
func (n *Network) monotoneRanges(ctx, drivers context.Context, r *Ranges) {
	a := n.amounts()
	a.ctx = ctx
	b := newBox(n, a)
	copy(b.money, b.low)
	b.total()
	low := *b.amounts
	low.in, low.out = append([]int64(nil), b.in...), append([]int64(nil), b.out...)
	r.Gross.Low, r.Circulation.Low = float64(b.gross()), float64(b.circulation(nil))

	bound := b.bound()
	openIn, openOut := make([]bool, a.companies), make([]bool, a.companies)
	gross := false
	for flow, open := range b.open {
		b.money[flow] = b.high[flow]
		if open {
			openOut[b.payer[flow]], openIn[b.payee[flow]], gross = true, true, true
		}
	}
	b.total()
	r.Gross.High = orOpen(float64(b.gross()), gross)
	r.Throughflow = make([]Range, a.companies)
	for company := range r.Throughflow {
		r.Throughflow[company] = Range{
			Low:  float64(low.through(int32(company))),
			High: orOpen(float64(b.through(int32(company))), openIn[company] || openOut[company]),
		}
	}
	n.driveByWidest(r.Throughflow)
	for flow, open := range b.open {
		if open {
			b.money[flow] = b.low[flow] + bound
		}
	}
	r.Circulation.High = orOpen(float64(b.circulation(nil)), b.openLoop())
	if legs := n.uncertainLegs(); len(legs) > 0 {
		r.Gross.Driver = legs[0].leg.ID
	}
	if r.Circulation.Low < r.Circulation.High {
		if r.Circulation.Driver = n.widestCirculation(drivers, a); r.Circulation.Driver == 0 {
			r.Circulation.Driver = n.widestOnLoops(a)
		}
	}
}

func orOpen(value float64, open bool) float64 {
	if open {
		return math.Inf(1)
	}
	return value
}

// loopRanges returns the interval of the money of each loop, its smallest flow, and the leg whose figures alone
// move it most, the others being as the view has them. They are exact.
func (n *Network) loopRanges(loops []Loop) []Range {
	ranges := make([]Range, len(loops))
	var flows []*Flow
	for i, loop := range loops {
		flows = flows[:0]
		for at, payer := range loop.Path {
			flow, _ := n.FlowBetween(payer, loop.Path[(at+1)%len(loop.Path)])
			flows = append(flows, &n.Flows[flow])
		}
		low, high := math.Inf(1), math.Inf(1)
		for _, flow := range flows {
			low, high = min(low, float64(flow.Low)), min(high, orOpen(float64(flow.High), flow.HighOpen))
		}
		ranges[i] = Range{Low: low, High: high, Driver: driverOfLeast(flows)}
		if low < high && ranges[i].Driver == 0 {
			ranges[i].Driver = widestOf(flows)
		}
	}
	return ranges
}

// driverOfLeast returns the leg that alone moves the smallest of the flows most, or 0.
func driverOfLeast(flows []*Flow) deal.LegID {
	driver, widest := deal.LegID(0), 0.0
	for at, flow := range flows {
		others := math.Inf(1)
		for other := range flows {
			if other != at {
				others = min(others, float64(flows[other].Money))
			}
		}
		for _, leg := range flow.Legs {
			rest := float64(flow.Money - leg.Money)
			least, greatest := min(others, rest+float64(leg.Low)), min(others, orOpen(rest+float64(leg.High), leg.HighOpen))
			if width := greatest - least; width > widest {
				driver, widest = leg.ID, width
			}
		}
	}
	return driver
}

// widestOf returns the leg of the flows with the widest figures, an open one first.
func widestOf(flows []*Flow) deal.LegID {
	driver, widest := deal.LegID(0), 0.0
	for _, flow := range flows {
		for _, leg := range flow.Legs {
			if width := orOpen(float64(leg.High), leg.HighOpen) - float64(leg.Low); width > widest {
				driver, widest = leg.ID, width
			}
		}
	}
	return driver
}

// driveByWidest names for each company, as what drives its interval, the leg with the widest figures among those that
// it pays or is paid, open ones first.
func (n *Network) driveByWidest(ranges []Range) {
	for _, candidate := range n.uncertainLegs() {
		flow := &n.Flows[candidate.flow]
		for _, company := range []int{flow.Payer, flow.Payee} {
			if ranges[company].Driver == 0 {
				ranges[company].Driver = candidate.leg.ID
			}
		}
	}
}

// widestCirculation returns the leg whose figures alone move the circulation most. In a large network only the
// legs with the widest figures are candidates.
func (n *Network) widestCirculation(ctx context.Context, a *amounts) deal.LegID {
	b := newBox(n, a)
	b.ctx = ctx
	bound := b.bound()
	driver, widest := deal.LegID(0), int64(0)
	budget := max(8, driverWork/(len(n.Flows)+1))
	for _, candidate := range n.uncertainLegs() {
		leg, flow := candidate.leg, candidate.flow
		if !a.inside(flow) {
			continue
		}
		if budget--; budget < 0 || ctx.Err() != nil {
			break
		}
		high := leg.High
		if leg.HighOpen {
			high += bound
		}
		b.money[flow] = a.money[flow] - leg.Money + leg.Low
		least := b.circulation(nil)
		b.money[flow] = a.money[flow] - leg.Money + high
		if width := b.circulation(nil) - least; width > widest && ctx.Err() == nil {
			driver, widest = leg.ID, width
		}
		b.money[flow] = a.money[flow]
	}
	return driver
}
