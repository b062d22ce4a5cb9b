package whatif

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// prober measures one variation of a study's scenario after the other, each in the memory of the one before, and of
// each only what is asked for. It belongs to one goroutine at a time.
type prober struct {
	study    *Study
	built    *variations
	measures network.Measures
	base     *side
	fixed    map[string]rowDefinition // of the rows that are the same in every variation
	alone    map[string]bool          // rows that need no stake
	changes  []deal.Change
	failing  [1]int        // the company whose failure a row is about
	more     []deal.Change // room for whoever makes up the changes
	money    []int64       // room for what flows in one variation, to compare another one with
}

// prober returns a prober of the study that nobody uses; whoever is done with it puts it back.
func (s *Study) prober() *prober {
	if p, ok := s.probers.Get().(*prober); ok {
		return p
	}
	w := s.w
	p := &prober{study: s, built: w.variations(), fixed: make(map[string]rowDefinition), alone: make(map[string]bool)}
	leg, _, _ := w.book.Leg(s.leg)
	p.base = newSide(state{w.book, w.view, w.network, w.base}, StakeOf(w.book, s.leg), leg)
	for _, definition := range slices.Concat(networkRows(), riskRows()) {
		p.fixed[definition.key], p.alone[definition.key] = definition, true
	}
	if p.base.leg.ID != 0 {
		for _, definition := range slices.Concat(returnRows(p.base), concentrationRows(p.base)) {
			p.fixed[definition.key] = definition
		}
	}
	return p
}

// parts are what the rows need of the measures, where that is not everything.
var parts = map[string]network.Part{
	"gross": network.PartPlain, "multiplier": network.PartPlain, "throughflow_payee": network.PartPlain,
	"supplier_hhi_payee": network.PartPlain, "customer_hhi_payer": network.PartPlain,
	"ownership": network.PartPlain, "post_money": network.PartPlain, "look_through": network.PartOwnership,
	"stake": network.PartPlain, "back_direct": network.PartPlain, "back_per_year": network.PartPlain,
	"left_in": network.PartPlain, "effective_price": network.PartPlain, "own_revenue": network.PartPlain,
	"back_share": network.PartReturns, "back_network": network.PartReturns, "back_earmarked": network.PartReturns,
	"circular_money": network.PartCirculation, "circular_share": network.PartCirculation, "finn": network.PartReturns,
	"loops": network.PartLoopCount, "bff_volume": network.PartWeights, "bff_gamma": network.PartWeights,
	"net_debt": network.PartNetting, "compressed": network.PartNetting,
	"shortfall": network.PartClearing, "debtrank_payee": network.PartDebtRank, "flags": network.PartFlagCount,
}

// numbers writes the measures of the study's scenario with some more changes made, NaN for those that are not known
// there.
func (p *prober) numbers(ctx context.Context, keys []string, more []deal.Change, numbers []float64) error {
	return p.marked(ctx, keys, more, numbers, nil)
}

// marked writes the measures as numbers does and, unless there is no room for them, the bounds that the figures alone allow.
func (p *prober) marked(ctx context.Context, keys []string, more []deal.Change, numbers []float64, bounds []Bound) error {
	p.changes = append(append(p.changes[:0], p.study.changes...), more...)
	scenario, err := p.built.build(p.changes)
	if err != nil {
		return err
	}
	w := p.study.w
	options := w.options
	options.Ranges, options.Counted, options.Only = false, w.counted(), wanted(keys)
	if options.Only != 0 {
		options.Failing = p.failing[:0]
		if at := positionOf(scenario.network, p.base.leg.Payee); at >= 0 {
			options.Failing = append(options.Failing, at)
		}
	}
	if err := p.measures.Again(ctx, scenario.book, scenario.network, options); err != nil {
		return fmt.Errorf("measure the scenario: %w", err)
	}
	scenario.measures = &p.measures
	return p.read(scenario, keys, numbers, bounds)
}

// number returns one measure, NaN where it is not known.
func (p *prober) number(ctx context.Context, key string, more ...deal.Change) (float64, error) {
	var number [1]float64
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	err := p.numbers(ctx, []string{key}, more, number[:])
	return number[0], err
}

// sure returns one measure with the bound that the figures alone allow.
func (p *prober) sure(ctx context.Context, key string, more ...deal.Change) (float64, Bound, error) {
	var number [1]float64
	var bound [1]Bound
	if err := ctx.Err(); err != nil {
		return 0, Exactly, err
	}
	err := p.marked(ctx, []string{key}, more, number[:], bound[:])
	return number[0], bound[0], err
}

// wanted returns the parts of the measures that the rows need.
func wanted(keys []string) network.Part {
	only := network.Part(0)
	for _, key := range keys {
		part, ok := parts[key]
		switch {
		case ok:
		case strings.HasPrefix(key, ownedBy):
			part = network.PartPlain
		default:
			return 0
		}
		only |= part
	}
	return only
}

// read takes the numbers of the rows from the scenario, and their bounds where there is room for them.
func (p *prober) read(scenario state, keys []string, numbers []float64, bounds []Bound) error {
	of := &side{state: scenario}
	if slices.ContainsFunc(keys, func(key string) bool { return !p.alone[key] }) {
		leg, _, _ := p.study.w.book.Leg(p.study.leg)
		of = newSide(scenario, StakeUnder(p.study.w.book, p.study.leg, p.changes), leg)
		of.changes = p.changes
	}
	var owners []rowDefinition
	for k, key := range keys {
		definition, ok := p.fixed[key]
		if !ok && owners == nil && p.base.leg.ID != 0 {
			owners = ownershipRows(p.base, of)
		}
		if !ok {
			at := slices.IndexFunc(owners, func(definition rowDefinition) bool { return definition.key == key })
			if at < 0 {
				return fmt.Errorf("there is no measure %q", key)
			}
			definition = owners[at]
		}
		numbers[k] = math.NaN()
		take := definition.of
		if bounds != nil {
			take = func(of *side) value { return definition.valueOf(of, false) }
		}
		value := take(of)
		if value.known {
			numbers[k] = value.number
		}
		if bounds != nil {
			bounds[k] = value.bound
		}
	}
	return nil
}
