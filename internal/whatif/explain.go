package whatif

import (
	"fmt"
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// bought says what changes hands and what it buys.
func (c *Comparison) bought() Sentence {
	leg, _, ok := c.BaseBook.Leg(c.Stake.Leg)
	if !ok {
		return c.changed()
	}
	given := c.quote("stake")
	payer, payee := c.BaseBook.CompanyName(leg.Payer), c.BaseBook.CompanyName(leg.Payee)
	sentence := Sentence{Legs: []deal.LegID{leg.ID}}
	sentence.cite(given)
	missing := c.missing()
	switch {
	case missing.gone:
		from, to := payer, payee
		if c.fails(leg.Payer) {
			from = "it"
		} else if c.fails(leg.Payee) {
			to = "it"
		}
		sentence.Text = fmt.Sprintf("Because %s, %s gives %s nothing instead of %s", missing.why, from, to, c.was(given))
	case !given.ScenarioKnown:
		sentence.Text = fmt.Sprintf("%s gives %s an amount that no source discloses", payer, payee)
		if set, _, _ := c.ScenarioBook.Leg(leg.ID); set.Figure.Known() {
			sentence.Text = fmt.Sprintf("%s gives %s %s, for which there is no rate to %s,", payer, payee, set.Figure.Short(set.Currency), c.BaseBook.Base)
		}
	case given.Scenario == 0 && given.Base != 0:
		sentence.Text = fmt.Sprintf("%s gives %s nothing instead of %s", payer, payee, c.was(given))
	case !given.BaseKnown && given.Scenario == 0:
		sentence.Text = fmt.Sprintf("%s gives %s nothing, an assumption where the sources disclose no amount", payer, payee)
	case !given.BaseKnown:
		sentence.Text = fmt.Sprintf("%s gives %s %s, an assumption where the sources disclose no amount", payer, payee, c.text(given))
	default:
		sentence.Text = fmt.Sprintf("%s gives %s %s", payer, payee, c.beside(given))
	}
	if given.ScenarioKnown {
		sentence.Text += c.wholly()
	}
	sentence.buy(c, leg, missing)
	sentence.Text = strings.TrimSuffix(sentence.Text, ",") + "."
	others := c.otherChanges()
	also := len(c.Stake.Changes(c.BaseBook)) > 0
	if missing.gone && missing.by != nil {
		others = slices.DeleteFunc(others, func(change deal.Change) bool { return change == *missing.by })
		also = true
	}
	if len(others) > 0 {
		sentence.add(c.alsoChanged(others, also))
	}
	sentence.Text += c.leftWhole(leg)
	return sentence
}

// buy says what an equity leg buys and what that leaves the others.
func (s *Sentence) buy(c *Comparison, leg deal.Leg, missing absence) {
	given, owned := c.quote("stake"), c.quote("ownership")
	switch {
	case leg.Kind != deal.KindEquity || missing.gone && (paid(c.BaseBook, leg.ID) || !owned.BaseKnown || c.fails(leg.Payee)):
	case missing.gone:
		s.Text += fmt.Sprintf(", and what it would have bought of %s, %s, falls away", c.BaseBook.CompanyName(leg.Payee), c.was(owned))
		s.cite(owned)
		s.leave(c)
	case owned.ScenarioKnown && owned.Scenario == 0 && given.Scenario == 0 && owned.BaseKnown:
		s.Text += fmt.Sprintf(" and buys none of it instead of %s", c.was(owned))
		s.cite(owned)
		s.leave(c)
	case owned.ScenarioKnown:
		s.Text += fmt.Sprintf(" and buys %s of it", c.beside(owned))
		if set, _, _ := c.ScenarioBook.Leg(leg.ID); set.Stake != 0 && set.Stake != leg.Stake && paid(c.BaseBook, leg.ID) {
			s.Text += fmt.Sprintf(" (%s before the money of stakes not paid yet)", set.Stake.Percent())
		}
		s.cite(owned)
		s.leave(c)
	case given.ScenarioKnown && owned.Note != "":
		s.Text += fmt.Sprintf("; what it buys is not known, because %s", strings.SplitN(owned.Note, ": ", 2)[0])
		s.cite(owned)
	}
}

// leave says what the biggest of those who own a part is left with: the buyer itself with all that it then holds.
func (s *Sentence) leave(c *Comparison) {
	if holder, ok := c.biggestHolder(); ok {
		row := c.quote(fmt.Sprintf("owned_by_%d", holder.company))
		leg, _, _ := c.BaseBook.Leg(c.Stake.Leg)
		owned := c.quote("ownership")
		switch all := inAll(row, owned); {
		case holder.company != leg.Payer:
			s.Text += fmt.Sprintf(", which leaves %s with %s", c.BaseBook.CompanyName(holder.company), c.beside(row))
		case owned.ScenarioKnown && owned.Scenario > 0:
			s.Text += fmt.Sprintf(", and then holds %s in all: its other stakes keep %s", c.beside(all), c.beside(row))
		default:
			s.Text += fmt.Sprintf(", which leaves %s with %s in all", c.BaseBook.CompanyName(holder.company), c.beside(all))
		}
		if row.ScenarioKnown && row.ScenarioBound != Exactly {
			s.Text += c.dilutedToo()
		}
		s.cite(row)
	}
}

// inAll returns what a buyer holds by its other stakes and by what it buys together. The two move against each other, so
// that the sum is only about so much where both are not sure, even when one of them has but one side.
func inAll(others, bought Row) Row {
	both := func(a, b Bound) Bound {
		switch {
		case a == Exactly || a == b:
			return b
		case b == Exactly:
			return a
		}
		return About
	}
	all := others
	all.Base, all.Scenario = others.Base+bought.Base, others.Scenario+bought.Scenario
	all.BaseKnown = others.BaseKnown && bought.BaseKnown
	all.BaseBound, all.ScenarioBound = both(others.BaseBound, bought.BaseBound), both(others.ScenarioBound, bought.ScenarioBound)
	return all
}

// dilutedToo says which stakes would dilute a holder further, if anybody knew their price.
func (c *Comparison) dilutedToo() string {
	leg, _, _ := c.BaseBook.Leg(c.Stake.Leg)
	base := newSide(state{book: c.BaseBook, network: c.BaseNetwork}, StakeOf(c.BaseBook, leg.ID), leg)
	scenario := newSide(state{book: c.ScenarioBook, network: c.ScenarioNetwork}, c.Stake, leg)
	names := scenario.dilution(base).unpricedOf(c.ScenarioBook)
	switch len(names) {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf(", before the stake of %s, whose price no source discloses, dilutes it too", names[0])
	}
	return fmt.Sprintf(", before the stakes of %s, whose prices no source discloses, dilute it too", deal.AllOf(names))
}

// cameBack says what of it comes back to whom it came from.
func (c *Comparison) cameBack() Sentence {
	leg, _, ok := c.BaseBook.Leg(c.Stake.Leg)
	if !ok {
		if c.Stake.Leg == 0 {
			return Sentence{Text: "The document has no stake that could be moved."}
		}
		return Sentence{Text: "The leg that all this is about is no longer in the document."}
	}
	payer, payee := c.BaseBook.CompanyName(leg.Payer), c.BaseBook.CompanyName(leg.Payee)
	direct, share, given := c.quote("back_direct"), c.quote("back_share"), c.quote("stake")
	sentence := Sentence{Legs: []deal.LegID{leg.ID}}
	switch {
	case given.ScenarioKnown && given.Scenario == 0:
		sentence.cite(given)
		sentence.Text = fmt.Sprintf("%s gives nothing, so none of its money can come back", payer)
		switch {
		case direct.BaseKnown && direct.Base != 0:
			sentence.cite(direct)
			sentence.Text += fmt.Sprintf("; in the base %s has to spend %s with it", payee, c.was(direct)) + c.wholly()
		case share.BaseKnown && share.Base != 0:
			sentence.cite(share)
			sentence.Text += fmt.Sprintf("; in the base %s of each dollar does, directly and through others", c.was(share)) + asCounted(c.BaseNetwork.View)
		}
		sentence.Text += "."
		sentence.runsOn(c, leg)
	case direct.ScenarioKnown && direct.Scenario == 0:
		sentence.cite(direct)
		sentence.Text = fmt.Sprintf("None of it has to be spent with %s", payer)
		if strings.Contains(direct.Note, "buys nothing from") {
			sentence.Text = deal.Capital(direct.Note)
		}
		if left := c.quote("left_in"); left.ScenarioKnown {
			sentence.cite(left)
			sentence.Text += fmt.Sprintf(", and all of it, %s%s, stays in %s as outside cash", c.text(left), c.wholly(), payee)
		}
		sentence.Text += "."
	case direct.ScenarioKnown && c.partUnsaid():
		sentence.cite(direct)
		sentence.Text = fmt.Sprintf("Some of it has to be spent with %s, but which part is not stated: set the share. All of it would be %s%s.",
			c.BaseBook.CompanyName(c.supplier()), c.bare(direct), c.wholly())
	case direct.ScenarioKnown:
		sentence.spend(c, leg)
	case share.ScenarioKnown && share.Scenario == 0:
		sentence.neverBack(c, leg)
	case share.ScenarioKnown:
		sentence.cite(share)
		sentence.Text = fmt.Sprintf("Of each dollar that %s gives %s, %s ever comes back, directly and through others%s.",
			payer, payee, c.beside(share), c.counting())
	default:
		sentence.cite(share)
		sentence.Text = fmt.Sprintf("What of the money comes back to %s is not known: %s.", payer, share.Note)
	}
	return sentence
}

// neverBack says that nothing of the leg ever comes back.
func (s *Sentence) neverBack(c *Comparison, leg deal.Leg) {
	share := c.quote("back_share")
	s.cite(share)
	s.Text = fmt.Sprintf("Of what %s gives %s, nothing ever comes back, directly or through others",
		c.BaseBook.CompanyName(leg.Payer), c.BaseBook.CompanyName(leg.Payee))
	if share.ScenarioBound != Exactly {
		s.Text += ", " + asFar(c.ScenarioNetwork.Missing())
	}
	if share.BaseKnown && share.Base != 0 {
		s.Text += fmt.Sprintf(", instead of %s", c.was(share))
	}
	s.Text += c.counting() + "."
}

// runsOn says what the payee pays the payer all the same.
func (s *Sentence) runsOn(c *Comparison, leg deal.Leg) {
	cents, legs := int64(0), []deal.LegID(nil)
	for _, other := range c.ScenarioBook.LegsBetween(leg.Payee, leg.Payer) {
		money, ok := c.ScenarioBook.InBase(other.Figure.Best, other.Currency)
		if ok && other.Figure.Known() && !other.Kind.Financing() && money > 0 && cents+money > cents {
			cents, legs = cents+money, append(legs, other.ID)
		}
	}
	if cents > 0 {
		s.lead(legs)
		s.Text += fmt.Sprintf(" The %s%s that %s pays %s by contract all the same is none of it.",
			deal.Money{Cents: cents, Currency: c.BaseBook.Base}.Short(), c.wholly(), c.BaseBook.CompanyName(leg.Payee), c.BaseBook.CompanyName(leg.Payer))
	}
}

// spend says what of the leg has to be spent with its payer, and what that makes of its price.
func (s *Sentence) spend(c *Comparison, leg deal.Leg) {
	payer, payee := c.BaseBook.CompanyName(leg.Payer), c.BaseBook.CompanyName(leg.Payee)
	direct := c.quote("back_direct")
	s.cite(direct)
	supplier := c.supplier()
	s.Text = fmt.Sprintf("%s has to spend %s%s of it with %s", payee, c.text(direct), c.wholly(), c.BaseBook.CompanyName(supplier))
	switch {
	case strings.HasPrefix(direct.Note, boundedBy):
		s.Text += ", all that the contract has for it"
	case c.uncounted():
		s.Text += " by a contract of undisclosed size, which the circular money leaves out"
	}
	if year := c.quote("back_per_year"); year.ScenarioKnown {
		s.Text += fmt.Sprintf(", %s a year", c.text(year))
		s.cite(year)
	}
	if supplier != leg.Payer {
		s.Text += fmt.Sprintf(", not with %s, so that none of it comes back to %s by that", payer, payer)
		if share := c.quote("back_share"); share.ScenarioKnown {
			s.Text += fmt.Sprintf("; of each dollar %s ever does, through others", c.text(share)) + asCounted(c.BaseNetwork.View)
			s.cite(share)
		}
		s.Text += "."
		return
	}
	if left := c.quote("left_in"); left.ScenarioKnown {
		switch {
		case left.Scenario != 0:
			s.Text += fmt.Sprintf(", so %s of outside cash stays", c.text(left))
		case left.ScenarioBound == Exactly:
			s.Text += ", so no outside cash stays"
		default:
			s.Text += ", and how much outside cash stays is not known"
		}
		s.cite(left)
	}
	if price := c.quote("effective_price"); price.ScenarioKnown {
		s.Text += fmt.Sprintf(", and after a gross margin of %s on that the price is %s", c.Stake.Margin.Percent(), c.text(price))
		s.cite(price)
	}
	if own := c.quote("own_revenue"); own.ScenarioKnown {
		s.Text += fmt.Sprintf("; %s of all that %s pays %s by contract is then %s's own money", c.text(own), payee, payer, payer)
		s.cite(own)
	}
	s.Text += "."
}

// partUnsaid reports whether the scenario's leg hangs on a condition that does not say which part of it must be spent.
func (c *Comparison) partUnsaid() bool {
	leg, _, _ := c.ScenarioBook.Leg(c.Stake.Leg)
	return leg.ConditionalOn != 0 && leg.Covers == 0
}

// supplier returns the company with which the leg has to be spent in the scenario.
func (c *Comparison) supplier() deal.CompanyID {
	leg, _, _ := c.ScenarioBook.Leg(c.Stake.Leg)
	if back, ok := spendingLeg(c.ScenarioBook, leg); ok && back.Payer == leg.Payee {
		return back.Payee
	}
	return leg.Payer
}

// uncounted reports whether what must be spent back is spent by a leg that has no amount in the scenario.
func (c *Comparison) uncounted() bool {
	leg, _, _ := c.ScenarioBook.Leg(c.Stake.Leg)
	back, ok := spendingLeg(c.ScenarioBook, leg)
	return ok && leg.ConditionalOn == back.ID && !back.Figure.Known()
}

// around says what goes round in the network and where more of the leg stops mattering.
func (c *Comparison) around() Sentence {
	money, share := c.quote("circular_money"), c.quote("circular_share")
	sentence := Sentence{Legs: append([]deal.LegID{c.Stake.Leg}, c.Saturation.Full...)}
	sentence.cite(money)
	sentence.cite(share)
	difference, _ := money.Difference()
	before, after := c.pair(money)
	if before == after {
		difference = 0 // as far as anybody can read it
	}
	part := c.text(share)
	if was, is := c.pair(share); share.BaseKnown && is != was {
		part = fmt.Sprintf("from %s to %s", was, is)
	}
	switch {
	case !money.ScenarioKnown:
		sentence.Text = "What goes round is not known: " + money.Note
	case !money.BaseKnown && money.Scenario > 0:
		sentence.Text = fmt.Sprintf("Circular money is %s%s, %s of all money, and was not known", c.text(money), c.counting(), c.text(share))
	case money.Scenario == 0 && money.Base != 0:
		sentence.Text = c.noneAnyMore(money, share)
	case money.Scenario == 0 && money.ScenarioBound != Exactly:
		sentence.Text = fmt.Sprintf("No money goes round%s %s", c.counting(), asFar(c.ScenarioNetwork.Missing()))
	case money.Scenario == 0:
		sentence.Text = fmt.Sprintf("No money goes round%s", c.counting())
	case difference > 0 && money.Base == 0:
		from := "nothing"
		if money.BaseBound != Exactly {
			from += ", " + asFar(c.BaseNetwork.Missing()) + ","
		}
		sentence.Text = fmt.Sprintf("Circular money rises from %s to %s%s, %s of all money", from, c.text(money), c.counting(), c.text(share))
	case difference > 0:
		sentence.Text = fmt.Sprintf("Circular money rises from %s to %s%s, %s of all money", before, after, c.counting(), part)
	case difference < 0:
		sentence.Text = fmt.Sprintf("Circular money falls from %s to %s%s, %s of all money", before, after, c.counting(), part)
	default:
		if part != c.text(share) {
			part = "which goes " + part
		}
		at := "at " + c.text(money)
		if money.ScenarioBound == AtLeast {
			at = "at " + c.bare(money) + " or more"
		}
		sentence.Text = fmt.Sprintf("Circular money stays %s%s, %s of all money", at, c.counting(), part)
	}
	sentence.Text += counted(len(c.Loops.Gained), c.Loops.Partial, "gained") + counted(len(c.Loops.Lost), c.Loops.Partial, "lost") + "."
	if money.Scenario == 0 && money.ScenarioKnown && money.Base != 0 {
		sentence.Text += c.mayStill(money)
	}
	given := c.quote("stake")
	if idle := given.ScenarioKnown && given.Scenario == 0 && c.Saturation.Cents > 0; c.Saturation.Sentence != "" && !idle {
		sentence.Text += " " + c.Saturation.Sentence
	}
	return sentence
}

// counted says how many loops are gained or lost, or nothing.
func counted(loops int, atLeast bool, what string) string {
	if loops == 0 {
		return ""
	}
	number, noun := fmt.Sprint(loops), "loops are"
	if loops == 1 {
		number, noun = "one", "loop is"
	}
	if atLeast {
		number, noun = "at least "+number, "loops are"
	}
	return fmt.Sprintf("; %s %s %s", number, noun, what)
}
