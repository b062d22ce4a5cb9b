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
// what that does to the network. Under filters another one says what does not stand under them.
func (c *Comparison) Words() []Sentence {
	words := []Sentence{c.bought(), c.cameBack(), c.around()}
	if itself := c.dealItself(); itself.Text != "" {
		words = append(words, itself)
	}
	return words
}

func (c *Comparison) quote(key string) Row {
	row, _ := c.Row(key)
	return row
}

// missing returns what has taken the leg away, if anything has.
func (c *Comparison) missing() absence {
	was, _, _ := c.BaseBook.Leg(c.Stake.Leg)
	if _, owner, ok := c.ScenarioBook.Leg(was.ID); ok && owner.Status.Live() {
		return absence{}
	}
	return goneBecause(c.ScenarioBook, c.Changes, was)
}

// fails reports whether the scenario lets the company fail.
func (c *Comparison) fails(company deal.CompanyID) bool { return failsIn(c.Changes, company) }

// failsIn reports whether the last change that is about the company's failure lets it fail.
func failsIn(changes []deal.Change, company deal.CompanyID) bool {
	fails := false
	for i := range changes {
		if changes[i].Field == deal.ChangeFails && changes[i].Target == int64(company) {
			fails = changes[i].Value != 0
		}
	}
	return fails
}

func (s *Sentence) cite(row Row) {
	if row.Key != "" {
		s.Rows = append(s.Rows, row.Key)
	}
	s.lead(row.Legs)
}

// lead adds legs that the sentence came from.
func (s *Sentence) lead(legs []deal.LegID) {
	for _, leg := range legs {
		if !slices.Contains(s.Legs, leg) {
			s.Legs = append(s.Legs, leg)
		}
	}
}

// add adds another sentence to this one.
func (s *Sentence) add(other Sentence) {
	s.Text = strings.TrimSpace(s.Text + " " + other.Text)
	s.lead(other.Legs)
}

// text and was write the scenario's number and the base's as a sentence says them: "up to $10bn", "about 6.2%".
func (c *Comparison) text(row Row) string {
	return inWords(row.ScenarioBound, string(row.ScenarioBound)+c.bare(row))
}

func (c *Comparison) was(row Row) string {
	if !row.BaseKnown {
		return "—"
	}
	return inWords(row.BaseBound, string(row.BaseBound)+FormatValue(row.Unit, row.Base, c.BaseBook.Base))
}

// mostSaid is how many digits more than usual a sentence writes to tell two numbers apart.
const mostSaid = 4

// pair writes the base's number and the scenario's as a sentence says them beside one another: to the usual digits and,
// where two numbers that differ would read the same, to as many more as tell them apart.
func (c *Comparison) pair(row Row) (was, is string) {
	was, is = c.was(row), c.text(row)
	if !row.Known() {
		return was, is
	}
	before, after := newDigits(row.Unit, row.Base, c.BaseBook.Base), newDigits(row.Unit, row.Scenario, c.BaseBook.Base)
	for more := 0; was == is && before.value != after.value && more < mostSaid; more++ {
		before.refine()
		after.refine()
		if was, is := before.text(), after.text(); was != is {
			return inWords(row.BaseBound, string(row.BaseBound)+was), inWords(row.ScenarioBound, string(row.ScenarioBound)+is)
		}
	}
	return was, is
}

// inWords says the bound before a number in words.
func inWords(bound Bound, text string) string {
	number, signed := strings.CutPrefix(text, string(bound))
	if !signed || bound == Exactly {
		return text
	}
	return map[Bound]string{AtMost: "up to ", AtLeast: "at least ", About: "about "}[bound] + number
}

// bare writes the scenario's number without its bound.
func (c *Comparison) bare(row Row) string {
	if !row.ScenarioKnown {
		return "—"
	}
	return FormatValue(row.Unit, row.Scenario, c.BaseBook.Base)
}

// beside writes the scenario's number, and the base's where it is another: "$25bn instead of $10bn".
func (c *Comparison) beside(row Row) string {
	was, is := c.pair(row)
	if !row.BaseKnown || is == was {
		return is
	}
	return is + " instead of " + was
}

// counting names, in brackets, the basis of what the view counts: headline totals, an average year, paid so far.
func (c *Comparison) counting() string {
	return " (" + strings.TrimSuffix(c.BaseNetwork.View.MoneyWords(), ", best figures") + ")"
}

// wholly names, in brackets, the basis of an amount of the stake under a view that counts another one.
func (c *Comparison) wholly() string { return ofTheWhole(c.BaseNetwork.View) }

// biggestHolder returns the company beside the stake's payer that has most of its payee: by what sources state, or, where
// they state nobody's part, by what it has paid at a stated valuation.
func (c *Comparison) biggestHolder() (holding, bool) {
	leg, _, ok := c.BaseBook.Leg(c.Stake.Leg)
	if !ok || !c.quote("ownership").ScenarioKnown {
		return holding{}, false
	}
	if all := statedHolders(c.BaseBook, leg); len(all) > 0 {
		return all[0], true
	}
	biggest, most := holding{}, 0.0
	for _, bought := range stakesIn(c.BaseBook, leg) {
		shares, ok := priced(bought, bought)
		if ok && paid(c.BaseBook, bought.ID) && bought.Payer != leg.Payer && shares > most {
			biggest, most = holding{company: bought.Payer}, shares
		}
	}
	return biggest, most > 0
}

// otherChanges returns the changes that the stake's own values do not tell, but for those that change nothing.
func (c *Comparison) otherChanges() []deal.Change {
	own := c.Stake.Changes(c.BaseBook)
	var others []deal.Change
	for _, change := range c.Changes {
		same := func(other deal.Change) bool { return other.Field == change.Field && other.Target == change.Target }
		stakes := change.Target == int64(c.Stake.Leg) && StakeField(change.Field)
		if !stakes && !slices.ContainsFunc(own, same) && !IsBase(c.BaseBook, change) {
			others = append(others, change)
		}
	}
	return others
}

// changed says what is changed, for a document in which the leg in question is no longer.
func (c *Comparison) changed() Sentence {
	if len(c.Changes) == 0 {
		return Sentence{Text: "Nothing is changed."}
	}
	return c.alsoChanged(c.Changes, false)
}

// alsoChanged lists changes, which come beside others or alone.
func (c *Comparison) alsoChanged(changes []deal.Change, also bool) Sentence {
	sentence := Sentence{Text: "Changed: "}
	if also {
		sentence.Text = "Changed as well: "
	}
	var chips []string
	for i, words := range DescribeAll(c.BaseBook, changes) {
		if i == 2 && len(changes) > 3 {
			chips = append(chips, fmt.Sprintf("%d more changes", len(changes)-i))
			break
		}
		chips = append(chips, words)
	}
	for _, change := range changes {
		sentence.lead(legsOf(c.BaseBook, change))
	}
	sentence.Text += deal.AllOf(chips) + "."
	return sentence
}

// legsOf returns the legs that a change is about: its own, those of its deal or status, or those that its company's
// event takes away.
func legsOf(book *deal.Book, change deal.Change) []deal.LegID {
	if onLeg(change.Field) {
		if _, _, ok := book.Leg(deal.LegID(change.Target)); ok {
			return []deal.LegID{deal.LegID(change.Target)}
		}
		return nil
	}
	var legs []deal.LegID
	for i := range book.Deals {
		d := &book.Deals[i]
		if !d.Counts() {
			continue
		}
		for j := range d.Legs {
			leg, about := &d.Legs[j], false
			payer, payee := int64(leg.Payer), int64(leg.Payee)
			switch change.Field {
			case deal.ChangeStatus:
				about = change.Target == int64(d.ID)
			case deal.ChangeWeight:
				about = deal.Status(change.Text) == d.Status
			case deal.ChangeFails:
				about = change.Target == payer || change.Target == payee
			case deal.ChangeCutOff:
				about = change.Target == payer && change.Other == payee && !leg.Kind.Financing()
			case deal.ChangeSuspends:
				about = change.Target == payer
			}
			if about {
				legs = append(legs, leg.ID)
			}
		}
	}
	return legs
}
