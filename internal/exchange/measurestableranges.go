package exchange

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// ownership lists who holds whom, directly and through others.
func (t *measuresTable) ownership() {
	o := &t.measures.Ownership
	if len(o.Holdings)+len(o.Unstated) == 0 {
		return
	}
	t.title("OWNERSHIP")
	if len(o.Holdings) > 0 {
		t.line("holder", "held", "direct", "looked through")
	}
	directly, through := t.network.StandingsOfHoldings(t.book, *o, t.ownershipRanges())
	for i, h := range o.Holdings {
		direct := standingWords(directly[i]) + share(h.Direct)
		switch {
		case h.Estimated:
			direct += " estimated"
		case len(h.Legs) == 0: // only through others, but for equity of which nobody says how much it buys
			direct = t.unstatedStake(h)
		}
		t.line(t.names[h.Holder], t.names[h.Held], direct, standingWords(through[i])+share(h.LookThrough))
	}
	_ = t.out.Flush()
	if len(o.Holdings) > 0 {
		t.line("Each stake is as its source states it, or its money over its valuation; stakes that are not paid yet are all issued at once, each at its own price, and leave the others less, as in the what-if.")
	}
	if len(o.Unstated) > 0 {
		t.line(deal.CountOf(len(o.Unstated), "equity leg") + " with neither stake nor valuation: " + strings.Join(t.legs(o.Unstated), "; "))
	}
	if len(o.Excess) > 0 {
		t.line("more than everything is held of " + strings.Join(pathNames(o.Excess, t.names), ", "))
	}
}

// ownershipRanges returns the intervals of what is looked through, nil where none are measured.
func (t *measuresTable) ownershipRanges() []network.Range {
	if t.measures.Ranges == nil {
		return nil
	}
	return t.measures.Ranges.LookThrough
}

// unstatedStake writes what a company holds of another by no stake that is known.
func (t *measuresTable) unstatedStake(h network.Holding) string {
	for _, id := range t.measures.Ownership.Unstated {
		leg, _, ok := t.book.Leg(id)
		if ok && leg.Payer == t.network.Companies[h.Holder].ID && leg.Payee == t.network.Companies[h.Held].ID {
			return "?"
		}
	}
	return "-"
}

func (t *measuresTable) legs(ids []deal.LegID) []string {
	text := make([]string, len(ids))
	for i, id := range ids {
		text[i] = namesOfLegs{t.book}.name(id)
	}
	return text
}

// ranges lists the interval of each measure of the whole network and of the biggest loops. Those by company and
// flow are in the JSON only.
func (t *measuresTable) ranges() {
	r := t.measures.Ranges
	if r == nil {
		return
	}
	t.title("RANGES, given every figure's low and high")
	if r.Why != "" {
		t.line(r.Why)
		_ = t.out.Flush()
	}
	t.line("measure", "low", "high", "moved most by")
	t.rangeLine("gross", r.Gross, t.end)
	t.rangeLine("circular money", r.Circulation, t.end)
	t.rangeLine("circular share", t.measures.CircularRange, share)
	t.rangeLine("Finn cycling index", t.measures.FinnRange, share)
	t.rangeLine("multiplier", r.Multiplier, times)
	if r.Unweighed == "" {
		t.rangeLine("money in weighed loops", r.Volume, t.end)
		t.rangeLine("throughput circularity", r.GammaThr, share)
	}
	t.rangeLine("net obligations", r.NetDebt, t.end)
	t.rangeLine("after compression", r.Compressed, t.end)
	if t.measures.Clearing.Stated() {
		t.rangeLine("unpaid in clearing", r.Shortfall, t.end)
	} else {
		t.line("unpaid in clearing", "not known", "not known", "no company's cash is stated")
	}
	t.rangeLine("loops", r.LoopCount, whole)
	for i, category := range network.Categories[:len(r.ByCategory)] {
		if r.ByCategory[i].High > 0 {
			t.rangeLine("  "+string(category), r.ByCategory[i], whole)
		}
	}
	t.rangeLine("flags", r.Flags, whole)
	for i, rule := range network.Rules[:len(r.ByRule)] {
		if r.ByRule[i].High > 0 {
			t.rangeLine("  "+rule, r.ByRule[i], whole)
		}
	}
	t.rangeLine("largest loop", r.LargestLoop, t.end)
	for i, loop := range t.measures.Loops.Top[:min(len(r.Loops), len(t.measures.Loops.Top))] {
		t.rangeLine("  "+t.path(loop.Path), r.Loops[i], t.end)
	}
	_ = t.out.Flush()
	if r.Unweighed != "" {
		t.line("money in weighed loops, throughput circularity: " + r.Unweighed)
	}
}

// whole writes the end of an interval of a count.
func whole(count float64) string {
	if math.IsInf(count, 1) {
		return "open"
	}
	return strconv.FormatFloat(count, 'f', 0, 64)
}

// counts says between which ends a count lies, or nothing when it is certain.
func counts(r network.Range) string {
	switch {
	case r.Low == r.High:
		return ""
	case math.IsInf(r.High, 1):
		return fmt.Sprintf(" (%.0f or more)", r.Low)
	case r.Sampled:
		return fmt.Sprintf(" (~%.0f to ~%.0f)", r.Low, r.High)
	}
	return fmt.Sprintf(" (%.0f to %.0f)", r.Low, r.High)
}

func (t *measuresTable) rangeLine(name string, r network.Range, text func(float64) string) {
	driver := ""
	if r.Driver != 0 {
		driver = namesOfLegs{t.book}.name(r.Driver)
	}
	low, high := ends(r, text)
	t.line(name, low, high, driver)
}

// ends writes both ends of an interval, "~" before one that was searched for and not proven.
func ends(r network.Range, text func(float64) string) (low, high string) {
	low, high = text(r.Low), text(r.High)
	if r.Sampled && r.Low < r.High {
		if !r.LowProven {
			low = "~" + low
		}
		if !r.HighProven {
			high = "~" + high
		}
	}
	return low, high
}

// end writes the end of an interval of money.
func (t *measuresTable) end(cents float64) string {
	switch {
	case math.IsInf(cents, 1):
		return "open"
	case math.IsNaN(cents):
		return "not known"
	}
	return t.money(int64(math.Round(cents)))
}

func times(value float64) string {
	switch {
	case math.IsInf(value, 1):
		return "without end"
	case math.IsNaN(value):
		return "not known"
	}
	return strconv.FormatFloat(value, 'f', 2, 64)
}
