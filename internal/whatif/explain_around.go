package whatif

import (
	"fmt"
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// noneAnyMore says that the circular money falls to nothing or, where other figures can still make it some, to nothing that
// is disclosed.
func (c *Comparison) noneAnyMore(money, share Row) string {
	none, nothing := "money", "nothing"
	if _, still := c.stillRound(money); still {
		var that string
		none, that = withNumber(c.ScenarioNetwork.Missing())
		nothing += " " + that
	}
	return fmt.Sprintf("No %s goes round any more: the circular money falls from %s%s, %s of all money, to %s",
		none, c.was(money), c.counting(), c.was(share), nothing)
}

// stillRound says how much may go round though nothing does that is disclosed: "up to $16bn"; false where nothing may.
func (c *Comparison) stillRound(money Row) (most string, still bool) {
	switch {
	case money.ScenarioBound == Exactly || money.HasRange && money.ScenarioRange.High == 0:
		return "", false
	case !money.HasRange || math.IsInf(money.ScenarioRange.High, 1):
		return "some", true
	}
	return "up to " + FormatValue(UnitMoney, money.ScenarioRange.High, c.BaseBook.Base), true
}

// mayStill is a further sentence of what may go round though nothing does that is disclosed, or nothing.
func (c *Comparison) mayStill(money Row) string {
	most, still := c.stillRound(money)
	ways, missing := c.openWays()
	switch {
	case !still:
		return ""
	case len(ways) == 0:
		return fmt.Sprintf(" By other figures of the ranges %s still may.", most)
	case len(ways) == 1:
		return fmt.Sprintf(" %s is %s, so %s still may.", ways[0], lacking(missing), most)
	}
	return fmt.Sprintf(" %s are %s, so %s still may.", someOf(ways), lacking(missing), most)
}

// openWays names the flows of the scenario that can be part of a loop and of which a leg has no number, and counts what such
// legs lack.
func (c *Comparison) openWays() (ways []string, missing network.Missing) {
	onLoops := c.ScenarioNetwork.OnLoops()
	for i := range c.ScenarioNetwork.Flows {
		if flow := &c.ScenarioNetwork.Flows[i]; flow.Unknown() > 0 && onLoops(flow) {
			missing.Add(c.ScenarioNetwork.MissingOf(flow.Legs...))
			ways = append(ways, deal.Way(c.ScenarioNetwork.Companies[flow.Payer].Name, c.ScenarioNetwork.Companies[flow.Payee].Name))
		}
	}
	return ways, missing
}

// leftWhole says that a payer who pays nothing for a time still pays a leg without a schedule in full, "" where it does not.
func (c *Comparison) leftWhole(leg deal.Leg) string {
	is, _, ok := c.ScenarioBook.Leg(leg.ID)
	suspends := slices.ContainsFunc(c.Changes, func(change deal.Change) bool {
		return change.Field == deal.ChangeSuspends && change.Target == int64(leg.Payer) && change.Value > 0
	})
	if !ok || !suspends || c.missing().gone || is.TermMonths > 0 {
		return ""
	}
	what := "The stake"
	if leg.Kind != deal.KindEquity {
		what = LegName(c.BaseBook, leg)
	}
	return " " + what + " has no schedule by year, so a time without payment leaves it whole."
}
