package whatif

import (
	"context"
	"fmt"
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// unreachable returns the value that comes nearest, and why nothing comes nearer.
func (g *goalSeek) unreachable(ctx context.Context) (Found, error) {
	book := g.study.w.book
	nearest, ok := g.nearest()
	if !ok {
		return Found{Value: g.goal.Low, Sentence: fmt.Sprintf("%s is not known for any value of %s: %s.",
			g.row.Subject(), g.goal.Input.Name(book), g.row.Note)}, nil
	}
	bound, err := g.study.boundOf(ctx, g.goal.Key, g.goal.Input.At(nearest.Value))
	if err != nil {
		return Found{}, err
	}
	at := g.at(nearest.Value, Exactly)
	if !nearest.Exact {
		at = "about " + g.goal.Input.Text(book, nearest.Value)
	}
	why, certain, err := g.why(ctx, nearest)
	if err != nil {
		return Found{}, err
	}
	verb, by := "does not reach", ""
	if certain {
		verb = "cannot reach"
	}
	above := nearest.Number > g.goal.Target
	if bound == About || bound == AtMost && above || bound == AtLeast && !above {
		by = " " + byTheBest
	}
	text := fmt.Sprintf("%s %s %s%s: with %s from %s to %s it ", g.row.Subject(), verb, g.text(g.goal.Target), by,
		g.goal.Input.Name(book), g.goal.Input.Text(book, g.goal.Low), g.goal.Input.Text(book, g.goal.High))
	if g.still() {
		text += "stays at " + string(bound) + g.text(nearest.Number)
	} else {
		text += fmt.Sprintf("comes no nearer than %s%s, at %s", bound, g.text(nearest.Number), at)
	}
	return Found{Value: nearest.Value, Number: nearest.Number, Bound: bound, About: !nearest.Exact, Sentence: text + why + "."}, nil
}

// nearest returns where the measure comes nearest to the target, and false where it is never known.
func (g *goalSeek) nearest() (Extreme, bool) {
	candidates := g.extremes
	if g.exact {
		for _, point := range g.points {
			if point.known {
				candidates = append(candidates, Extreme{point.value, point.number, true})
			}
		}
	}
	best := -1
	for i, candidate := range candidates {
		if best < 0 || g.off(candidate.Number) < g.off(candidates[best].Number) {
			best = i
		}
	}
	if best < 0 {
		return Extreme{}, false
	}
	return candidates[best], true
}

// still reports whether the measure is the same at every value that was looked at.
func (g *goalSeek) still() bool {
	return !slices.ContainsFunc(g.points, func(point goalPoint) bool { return !point.known || point.number != g.points[0].number })
}

func (g *goalSeek) off(number float64) float64 { return math.Abs(number - g.goal.Target) }

// why says what keeps the measure from coming nearer: the flow that is full, where that is what stops it, or that the
// range searched ends. It is certain where nothing outside the range comes nearer either.
func (g *goalSeek) why(ctx context.Context, nearest Extreme) (text string, certain bool, err error) {
	full, err := g.full(ctx, nearest)
	if err != nil || full != "" {
		return ", because " + full, true, err
	}
	beyond, err := g.beyond(ctx, nearest)
	if err != nil {
		return "", false, err
	}
	input, book := g.goal.Input, g.study.w.book
	if beyond == nil {
		return "", g.exact && g.everywhere(nearest), nil
	}
	side, end := "above", g.goal.High
	if beyond.value < g.goal.Low {
		side, end = "below", g.goal.Low
	}
	if nearest.Value == end {
		text = ", where the range searched ends"
	}
	outside := fmt.Sprintf("%s %s", side, input.Text(book, end))
	if beyond.off == 0 || (beyond.off < 0) != (nearest.Number < g.goal.Target) {
		return fmt.Sprintf("%s; %s it is reached on the way to %s: search further", text, outside, input.Text(book, beyond.value)), false, nil
	}
	bound, err := g.study.boundOf(ctx, g.goal.Key, input.At(beyond.value))
	return fmt.Sprintf("%s; %s it comes nearer, %s%s at %s: search further", text, outside, bound, g.text(beyond.number), input.Text(book, beyond.value)), false, err
}

// everywhere reports whether the measure comes no nearer wherever the input is: the range holds every value that it can
// have, or the circular money, which never falls with the input, is too much already without any of it.
func (g *goalSeek) everywhere(nearest Extreme) bool {
	least, most := g.goal.Input.bounds()
	return g.goal.Low <= least && (g.goal.High >= most || g.goal.Key == "circular_money" && nearest.Number > g.goal.Target)
}

// full says which flow is full where the circular money stops rising, if that is where the measure is nearest: above
// it money is added and none of it goes round, so that neither the circular money nor its share rises any more.
func (g *goalSeek) full(ctx context.Context, nearest Extreme) (string, error) {
	input := g.goal.Input
	if parts[g.goal.Key] != network.PartCirculation || input.Field != deal.ChangeAmount || nearest.Number > g.goal.Target {
		return "", nil
	}
	found, err := g.study.w.saturation(ctx, StakeUnder(g.study.w.book, input.leg(), g.study.changes), g.study.changes)
	if err != nil {
		return "", err
	}
	const dollar = 100 // where other flows move along, the saturation is known to the dollar
	// Where the range begins above it, more of the circular money's share lies below the range.
	within := found.Cents >= g.goal.Low || g.goal.Key == "circular_money"
	if found.Unbounded || !within || max(found.Cents, g.goal.Low) > nearest.Value+dollar {
		return "", nil
	}
	return found.Why, nil
}

// beyond returns the first value outside the range that reaches the target, or else the one that comes nearest to it, by
// a look at a few values of every further decade. It returns nil when none comes nearer than the nearest in the range.
func (g *goalSeek) beyond(ctx context.Context, nearest Extreme) (*goalPoint, error) {
	var best *goalPoint
	for _, value := range g.outside() {
		point, err := g.measure(ctx, value)
		if err != nil {
			return nil, err
		}
		switch {
		case !point.known:
			continue
		case point.off == 0 || (point.off < 0) != (nearest.Number < g.goal.Target):
			return &point, nil
		}
		off := g.off(nearest.Number)
		if best != nil {
			off = g.off(best.number)
		}
		if off-g.off(point.number) > 1e-9*max(math.Abs(point.number), math.Abs(nearest.Number)) {
			best = &point
		}
	}
	return best, nil
}

// outside returns the values outside the range at which to look: upwards and then downwards, the nearest first.
func (g *goalSeek) outside() []int64 {
	least, most := g.goal.Input.bounds()
	var values []int64
	if g.goal.High < most {
		decade := int64(1)
		for decade <= g.goal.High/10 {
			decade *= 10
		}
		for ; decade < most; decade *= 10 {
			for _, part := range []int64{1, 2, 5} {
				if value := part * decade; value > g.goal.High && value < most {
					values = append(values, value)
				}
			}
		}
		values = append(values, most)
	}
	if g.goal.Low > least {
		for value := g.goal.Low / 2; value > least && value > g.goal.Low/1000; value /= 2 {
			values = append(values, value)
		}
		values = append(values, least)
	}
	return slices.Compact(values)
}
