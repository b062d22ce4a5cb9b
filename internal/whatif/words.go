package whatif

import (
	"fmt"
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// Sentence is a sentence that an analyst can quote, and what its numbers came from.
type Sentence struct {
	Text string
	Rows []string // keys of the rows it quotes
	Legs []deal.LegID
}

// Words explains the comparison in three sentences: what changes hands and what it buys, what comes back, and
// what that does to the network.
func (c *Comparison) Words() []Sentence {
	return []Sentence{c.bought(), c.cameBack(), c.around()}
}

// bought says what changes hands and what it buys.
func (c *Comparison) bought() Sentence {
	given, owned := c.quote("stake"), c.quote("ownership")
	leg, _, ok := c.BaseBook.Leg(c.Stake.Leg)
	if !ok || !given.ScenarioKnown {
		return Sentence{Text: c.changed()}
	}
	payer, payee := c.BaseBook.CompanyName(leg.Payer), c.BaseBook.CompanyName(leg.Payee)
	sentence := c.sentence("", "stake")
	sentence.Text = fmt.Sprintf("%s gives %s %s", payer, payee, c.beside(given))
	if owned.ScenarioKnown {
		sentence.Text += fmt.Sprintf(" and buys %s of it", c.beside(owned))
		if set, _, _ := c.ScenarioBook.Leg(leg.ID); set.Stake != 0 && set.Stake != leg.Stake && paid(c.BaseBook, leg.ID) {
			sentence.Text += fmt.Sprintf(" (%s before the money of stakes not paid yet)", set.Stake.Percent())
		}
		sentence.cite(owned)
	}
	if holder, ok := c.biggestHolder(); ok {
		company := c.BaseBook.CompanyName(holder.company)
		row := c.quote(fmt.Sprintf("owned_by_%d", holder.company))
		sentence.Text += fmt.Sprintf(", which leaves %s with %s", company, c.beside(row))
		sentence.cite(row)
	}
	sentence.Text += "."
	if others := c.otherChanges(); len(others) > 0 {
		sentence.Text += " " + c.alsoChanged(others)
	}
	return sentence
}

// cameBack says what of it comes back to whom it came from.
func (c *Comparison) cameBack() Sentence {
	leg, _, ok := c.BaseBook.Leg(c.Stake.Leg)
	direct, share := c.quote("back_direct"), c.quote("back_share")
	if !ok || !share.ScenarioKnown && !direct.ScenarioKnown {
		return Sentence{Text: "What of the money comes back cannot be said under this view."}
	}
	payer, payee := c.BaseBook.CompanyName(leg.Payer), c.BaseBook.CompanyName(leg.Payee)
	sentence := Sentence{}
	if direct.ScenarioKnown {
		sentence.cite(direct)
		sentence.Text = fmt.Sprintf("%s has to spend %s of it with %s", payee, c.text(direct), payer)
		if strings.HasPrefix(direct.Note, boundedBy) {
			sentence.Text += ", all that the contract has for it"
		}
		if year := c.quote("back_per_year"); year.ScenarioKnown {
			sentence.Text += fmt.Sprintf(", %s a year", c.text(year))
			sentence.cite(year)
		}
		if left := c.quote("left_in"); left.ScenarioKnown {
			stays := "no"
			if left.Scenario != 0 {
				stays = c.text(left) + " of"
			}
			sentence.Text += fmt.Sprintf(", so %s outside cash stays", stays)
			sentence.cite(left)
		}
		if price := c.quote("effective_price"); price.ScenarioKnown {
			sentence.Text += fmt.Sprintf(", and after a margin of %s the price is %s", c.Stake.Margin.Percent(), c.text(price))
			sentence.cite(price)
		}
		if own := c.quote("own_revenue"); own.ScenarioKnown {
			sentence.Text += fmt.Sprintf("; %s of what %s pays %s is then %s's own money", c.text(own), payee, payer, payer)
			sentence.cite(own)
		}
		sentence.Text += "."
		return sentence
	}
	sentence.cite(share)
	sentence.Text = fmt.Sprintf("Of each dollar that %s gives %s, %s ever comes back, directly and through others.",
		payer, payee, c.beside(share))
	return sentence
}

// around says what goes round in the network and where more of the leg stops mattering.
func (c *Comparison) around() Sentence {
	money, share := c.quote("circular_money"), c.quote("circular_share")
	sentence := Sentence{Legs: append([]deal.LegID{c.Stake.Leg}, c.Saturation.Full...)}
	sentence.cite(money)
	sentence.cite(share)
	difference, _ := money.Difference()
	switch {
	case difference > 0:
		sentence.Text = fmt.Sprintf("Circular money rises from %s to %s", money.BaseText(c.BaseBook.Base), c.text(money))
	case difference < 0:
		sentence.Text = fmt.Sprintf("Circular money falls from %s to %s", money.BaseText(c.BaseBook.Base), c.text(money))
	default:
		sentence.Text = fmt.Sprintf("Circular money stays at %s", c.text(money))
	}
	sentence.Text += fmt.Sprintf(", %s of all money%s%s.", c.beside(share),
		counted(len(c.Loops.Gained), c.Loops.Partial, "gained"), counted(len(c.Loops.Lost), c.Loops.Partial, "lost"))
	if c.Saturation.Sentence != "" {
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

func (c *Comparison) quote(key string) Row {
	row, _ := c.Row(key)
	return row
}

func (c *Comparison) sentence(text string, keys ...string) Sentence {
	sentence := Sentence{Text: text}
	for _, key := range keys {
		sentence.cite(c.quote(key))
	}
	return sentence
}

func (s *Sentence) cite(row Row) {
	s.Rows = append(s.Rows, row.Key)
	for _, leg := range row.Legs {
		if !slices.Contains(s.Legs, leg) {
			s.Legs = append(s.Legs, leg)
		}
	}
}

func (c *Comparison) text(row Row) string { return row.ScenarioText(c.BaseBook.Base) }

// beside writes the scenario's number, and the base's where it is another: "$25bn instead of $10bn".
func (c *Comparison) beside(row Row) string {
	is, was := row.ScenarioText(c.BaseBook.Base), row.BaseText(c.BaseBook.Base)
	if !row.BaseKnown || is == was {
		return is
	}
	return is + " instead of " + was
}

func (c *Comparison) biggestHolder() (holding, bool) {
	leg, _, ok := c.BaseBook.Leg(c.Stake.Leg)
	if !ok || !c.quote("ownership").ScenarioKnown {
		return holding{}, false
	}
	all := statedHolders(c.BaseBook, leg)
	if len(all) == 0 {
		return holding{}, false
	}
	return all[0], true
}

// otherChanges returns the changes that the stake's own values do not tell.
func (c *Comparison) otherChanges() []deal.Change {
	own := c.Stake.Changes(c.BaseBook)
	var others []deal.Change
	for _, change := range c.Changes {
		same := func(other deal.Change) bool { return other.Field == change.Field && other.Target == change.Target }
		if !slices.ContainsFunc(own, same) {
			others = append(others, change)
		}
	}
	return others
}

func (c *Comparison) changed() string {
	if len(c.Changes) == 0 {
		return "Nothing is changed."
	}
	return c.alsoChanged(c.Changes)
}

func (c *Comparison) alsoChanged(changes []deal.Change) string {
	var chips []string
	for i, change := range changes {
		if i == 2 && len(changes) > 3 {
			chips = append(chips, fmt.Sprintf("%d more changes", len(changes)-i))
			break
		}
		chips = append(chips, Describe(c.BaseBook, change))
	}
	return "Changed as well: " + listed(chips) + "."
}
