package whatif

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// kinks returns where the circular money bends on the span, exactly, and why.
func (s *Study) kinks(ctx context.Context, span Span) ([]Kink, error) {
	p := s.prober()
	defer s.probers.Put(p)
	found, err := p.kinks(ctx, span)
	if err != nil {
		return nil, err
	}
	for i := range found {
		kink := &found[i]
		if kink.Why, err = s.kinkWhy(ctx, span.Input, *kink); err != nil {
			return nil, err
		}
		kink.Label = s.kinkLabel(span.Input, *kink)
	}
	return found, nil
}

// kinks returns where the circular money bends on the span, without the reasons. As a function of one flow's amount it
// is concave, straight between whole cents and has finitely many pieces, so two pieces whose slopes differ either meet
// at their intersection or have another piece between them that the intersection lies below: looking there and on
// both sides of it finds all (the method of M. Eisner and D. Severance, 1976).
//
// An amount that the view does not count in full has no exact slopes; there are then no kinks.
func (p *prober) kinks(ctx context.Context, span Span) ([]Kink, error) {
	low, high := span.Low, span.High
	if high-low < 2 || !p.countsInFull(span.Input, high) {
		return nil, nil
	}
	search := &kinkSearch{study: p.study, input: span.Input, known: make(map[int64]int64), probes: p.built}
	left, err := search.slope(ctx, low)
	if err != nil {
		return nil, err
	}
	start, err := search.around(ctx, low)
	if err != nil {
		return nil, err
	}
	end, err := search.around(ctx, high)
	if err != nil || end == start+left*(high-low) {
		return nil, err // a concave line that ends where it sets out for does not bend
	}
	right, err := search.slope(ctx, high-1)
	if err != nil {
		return nil, err
	}
	err = search.between(ctx, low, left, high, right)
	return search.found, err
}

// countsInFull reports whether each cent of the amount is one cent of one flow.
func (p *prober) countsInFull(input Input, cents int64) bool {
	if input.leg() == 0 {
		return false
	}
	change := input.At(cents)
	above, err := p.built.build(p.study.with(change))
	if err != nil {
		return false
	}
	self := flowOf(above.network, deal.LegID(input.Target))
	if self < 0 || legMoney(above.network, self, deal.LegID(input.Target)) != cents {
		return false
	}
	p.money = p.money[:0]
	for i := range above.network.Flows {
		p.money = append(p.money, above.network.Flows[i].Money)
	}
	change.Value--
	below, err := p.built.build(p.study.with(change))
	if err != nil || len(below.network.Flows) != len(p.money) {
		return false
	}
	for i := range below.network.Flows {
		if i != self && below.network.Flows[i].Money != p.money[i] {
			return false
		}
	}
	return true
}

type kinkSearch struct {
	study  *Study
	input  Input
	probes *variations
	known  map[int64]int64
	found  []Kink
}

// around returns the circular money with the input at so many cents.
func (k *kinkSearch) around(ctx context.Context, cents int64) (int64, error) {
	if money, ok := k.known[cents]; ok {
		return money, nil
	}
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	built, err := k.probes.build(k.study.with(k.input.At(cents)))
	if err != nil {
		return 0, err
	}
	money := built.network.CircularMoney()
	k.known[cents] = money
	return money, nil
}

// slope returns how much the next cent adds.
func (k *kinkSearch) slope(ctx context.Context, cents int64) (int64, error) {
	here, err := k.around(ctx, cents)
	if err != nil {
		return 0, err
	}
	there, err := k.around(ctx, cents+1)
	return there - here, err
}

// between finds the kinks of the piece that leaves low with the slope left and reaches high with the slope right.
func (k *kinkSearch) between(ctx context.Context, low, left, high, right int64) error {
	if left <= right || high-low < 2 {
		return nil
	}
	start, err := k.around(ctx, low)
	if err != nil {
		return err
	}
	end, err := k.around(ctx, high)
	if err != nil {
		return err
	}
	// Where the two lines meet: start + left·(x−low) = end − right·(high−x).
	meet := low + (end-start-right*(high-low))/(left-right)
	if meet <= low || meet >= high {
		return nil
	}
	money, err := k.around(ctx, meet)
	if err != nil {
		return err
	}
	if money == start+left*(meet-low) && money == end-right*(high-meet) {
		k.found = append(k.found, Kink{Value: meet, Before: left, After: right})
		return nil
	}
	before, err := k.slope(ctx, meet-1)
	if err != nil {
		return err
	}
	after, err := k.slope(ctx, meet)
	if err != nil {
		return err
	}
	if err := k.between(ctx, low, left, meet, before); err != nil {
		return err
	}
	if before > after {
		k.found = append(k.found, Kink{Value: meet, Before: before, After: after})
	}
	return k.between(ctx, meet, after, high, right)
}

// kinkWhy names the flows that are full at the kink: with a cent more of any of them, the next cent of the input
// would still add what those before added. It is empty where several flows are full in a row, so that none of
// them alone is the reason.
func (s *Study) kinkWhy(ctx context.Context, input Input, kink Kink) (string, error) {
	here, err := s.w.build(s.with(input.At(kink.Value)))
	if err != nil {
		return "", err
	}
	above, err := s.w.build(s.with(input.At(kink.Value + 1)))
	if err != nil {
		return "", err
	}
	self := flowOf(above.network, input.leg())
	_, part := above.network.Circulation()
	var full []int
	for i := range above.network.Flows {
		if i == self || part[i] == 0 || part[i] != above.network.Flows[i].Money {
			continue
		}
		if err := ctx.Err(); err != nil {
			return "", err
		}
		if circulationWith(above.network, i)-circulationWith(here.network, i) >= kink.Before {
			full = append(full, i)
		}
	}
	if len(full) == 0 {
		return "", nil
	}
	slices.SortStableFunc(full, func(a, b int) int {
		return cmp.Compare(above.network.Flows[b].Money, above.network.Flows[a].Money)
	})
	return fullText(above.network, full), nil
}

// circulationWith returns the circular money with one cent more of a flow.
func circulationWith(n *network.Network, flow int) int64 {
	wider := *n
	wider.Flows = slices.Clone(n.Flows)
	wider.Flows[flow].Money++
	return wider.CircularMoney()
}

// kinkLabel says what happens at the kink, as a chart writes it.
func (s *Study) kinkLabel(input Input, kink Kink) string {
	at := input.Text(s.w.book, kink.Value)
	dollars := func(slope int64) string { return deal.Money{Cents: slope * 100, Currency: s.w.book.Base}.Exact() }
	text := fmt.Sprintf("%s: each further dollar adds %s instead of %s", at, dollars(kink.After), dollars(kink.Before))
	if kink.After == 0 {
		text = fmt.Sprintf("%s: nothing is added from here on", at)
	}
	if kink.Why != "" {
		text += ", because " + kink.Why
	}
	return text
}
