package picture

import (
	"cmp"
	"fmt"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// What bounds the loop that is lit is its smallest flow: in a stress test by what is still paid of it. A flow of which
// nothing is paid any more breaks the loop.

// loopBound is the flow that bounds a loop.
type loopBound struct {
	flow  int   // its position in Network.Flows; -1: no amount is known
	still int64 // cents that are paid of it, under the stress test too
	hit   bool  // it is not paid in full
	none  bool  // nothing of it is paid
}

// boundOf returns what bounds the loop of these flows, and the legs of those that have no number at all.
func (b *builder) boundOf(flows []int) (bound loopBound, missing network.Missing) {
	bound.flow = -1
	for _, at := range flows {
		flow := &b.Network.Flows[at]
		found := b.stillPaid(flow)
		found.flow = at
		if !flow.Known() && !found.none {
			missing.Add(b.Network.MissingOf(flow.Legs...))
			continue
		}
		switch {
		case bound.flow < 0, found.none && !bound.none:
			bound = found
		case found.none == bound.none && found.less(bound, b.Network):
			bound = found
		}
	}
	return bound, missing
}

// less reports whether less is paid of the flow, or where nothing is paid of either, more was due.
func (l loopBound) less(than loopBound, n *network.Network) bool {
	if l.none && than.none {
		return n.Flows[l.flow].Money > n.Flows[than.flow].Money
	}
	return l.still < than.still
}

// stillPaid returns what is paid of a flow under the stress test.
func (b *builder) stillPaid(flow *network.Flow) loopBound {
	paid := loopBound{none: true}
	for i := range flow.Legs {
		leg := &flow.Legs[i]
		loss, hit := b.lossOf(leg.ID)
		paid.hit = paid.hit || hit
		paid.none = paid.none && hit && loss.Part >= 1
		if leg.Known {
			paid.still += int64(float64(leg.Money) * (1 - loss.Part))
		}
	}
	if !paid.hit {
		paid.still = flow.Money
	}
	return paid
}

// boundPin returns the note on the widest leg of the flow that bounds the loop, or of the one that breaks it. It stands for
// the leg's own amount where it says the same.
func (b *builder) boundPin(arrow int, bound loopBound, missing network.Missing) Pin {
	a, flow := &b.scene.Arrows[arrow], &b.Network.Flows[bound.flow]
	alone := len(flow.Legs) == 1
	money := fmt.Sprintf("%s%s", flow.Standing(), deal.Money{Cents: bound.still, Currency: b.Network.Base}.Short())
	switch {
	case bound.none && !flow.Known():
		money = cmp.Or(strings.Join(b.Network.UnratedAmounts(flow), " + "), unknownAmount)
	case bound.none:
		money = fmt.Sprintf("%s%s", flow.Standing(), deal.Money{Cents: flow.Money, Currency: b.Network.Base}.Short())
	case bound.hit:
		money += " still paid"
	case alone:
		money = a.Amount
	}
	if !alone {
		money += fmt.Sprintf(" in %d legs", len(flow.Legs))
	}
	lines := []string{"smallest: " + money, "bounds the loop"}
	switch {
	case bound.none:
		lines = []string{"not paid: " + money, "breaks the loop"}
	case missing.All() > 0:
		lines = []string{"smallest known: " + money, anotherLacks(missing)}
	}
	return Pin{At: a.Curve.At(0.5), Lines: lines, Leg: a.Leg, Alone: alone && (bound.none || !bound.hit)}
}
