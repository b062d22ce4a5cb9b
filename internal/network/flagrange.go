package network

import (
	"math"

	"roundtrip/internal/deal"
)

// flagRanges sets how many flags can fire, in all and of each rule, which of them fire whatever the figures turn out
// to be, and the leg that is in most of the flags that may fire or not.
//
// A flag of legs alone fires at most where all legs are there and surely where it still does when only those are that
// surely come to something (see presence); a right of exclusivity whose own trade is uncertain is tried at those two
// corners only. Purchases beyond means are compared with the means of the same company, each as low and as high as
// the figures allow. Each flag is looked at by itself, so that the ends are bounds.
func (p *presence) flagRanges(book *deal.Book, flags []Flag, r *Ranges) {
	r.ByRule = make([]Range, len(Rules))
	r.SureFlags = make([]bool, len(flags))
	if book == nil {
		return
	}
	found := p.flagsFound(book, flags)
	p.tallyFlags(book, found, r)
	for i, flag := range flags {
		r.SureFlags[i] = !flag.Uncertain
	}
}

// flagsFound returns the flags that may fire, those that do at the view's figures among them.
func (p *presence) flagsFound(book *deal.Book, flags []Flag) flagsFound {
	found := flagsFound{surely: make(map[flagKey]bool), legs: make(map[flagKey][]deal.LegID)}
	// First those whose flags name purchases only, with what comes in as well.
	for _, outcome := range newFlagger(p.Network, book).meansOutcomes(p) {
		found.note(outcome.flag, outcome.sure)
	}
	for _, flag := range flags {
		found.note(flag, false)
	}
	for _, flag := range newFlagger(p.certain(book), book).legFlags() {
		_, now := found.legs[keyOf(flag)]
		found.note(flag, now)
	}
	return found
}

// tallyFlags adds the flags up.
func (p *presence) tallyFlags(book *deal.Book, found flagsFound, r *Ranges) {
	movers := make(map[deal.LegID]uncertainLeg)
	for i := range p.Flows {
		for _, leg := range p.Flows[i].Legs {
			if mover := (uncertainLeg{leg: leg, flow: i}); mover.width() > 0 || p.mayVanish(book, leg) {
				movers[leg.ID] = mover
			}
		}
	}
	all, rules := tally{}, make([]tally, len(Rules))
	for _, key := range found.order {
		to := &r.ByRule[key.rule]
		for _, end := range []*Range{to, &r.Flags} {
			end.High++
			if found.surely[key] {
				end.Low++
			}
		}
		if found.surely[key] {
			continue
		}
		for _, id := range found.legs[key] {
			if mover, moves := movers[id]; moves && p.decidesFlag(book, mover, Rules[key.rule]) {
				all.add(mover)
				rules[key.rule].add(mover)
			}
		}
	}
	r.Flags.Driver = all.driver.leg.ID
	for i := range rules {
		r.ByRule[i].Driver = rules[i].driver.leg.ID
	}
}

// decidesFlag reports whether a flag of the rule can hang on the uncertain leg: not where another leg surely does the
// same.
func (p *presence) decidesFlag(book *deal.Book, mover uncertainLeg, rule string) bool {
	reach := &p.reaches[mover.flow]
	switch {
	case rule == RuleBeyondMeans:
		return true
	case !p.mayVanish(book, mover.leg):
		return false
	case rule == RuleExclusivity:
		return true
	case mover.leg.Kind.Financing():
		return !reach.financing.sure
	}
	return !reach.commercial.sure
}

// flagsFound is the flags that may fire, in the order in which they were found.
type flagsFound struct {
	order  []flagKey
	surely map[flagKey]bool
	legs   map[flagKey][]deal.LegID
}

func (f *flagsFound) note(flag Flag, surely bool) {
	key := keyOf(flag)
	if _, seen := f.legs[key]; !seen {
		f.order = append(f.order, key)
		f.legs[key] = flag.Legs
	}
	f.surely[key] = f.surely[key] || surely
}

// flagKey tells flags apart that name the same companies with other legs.
type flagKey struct {
	rule      int // position in Rules
	one, more deal.CompanyID
}

func keyOf(flag Flag) flagKey {
	key := flagKey{one: flag.Companies[0]}
	for i, rule := range Rules {
		if rule == flag.Rule {
			key.rule = i
		}
	}
	if flag.Rule == RuleDualRole || flag.Rule == RuleExclusivity {
		key.more = flag.Companies[1]
	}
	return key
}

// meansOutcome is a company's flag of purchases beyond means that may fire, and whether it surely does.
type meansOutcome struct {
	flag Flag
	sure bool
}

// meansOutcomes compares what each company is to pay for purchases with its means, over all that the legs can come to.
func (f flagger) meansOutcomes(p *presence) []meansOutcome {
	least, most := make([]commitment, len(f.Companies)), make([]commitment, len(f.Companies))
	legs := make([][]deal.LegID, len(f.Companies))
	for i := range f.Flows {
		flow, reach := &f.Flows[i], &p.reaches[i]
		if flow.Payer == flow.Payee {
			continue
		}
		least[flow.Payer].owes += reach.commercial.low
		most[flow.Payer].owes += reach.commercial.high
		least[flow.Payee].sales += reach.commercial.low
		most[flow.Payee].sales += reach.commercial.high
		least[flow.Payee].financing += reach.financing.low
		most[flow.Payee].financing += reach.financing.high
		for _, leg := range flow.Legs {
			legs[flow.Payee] = append(legs[flow.Payee], leg.ID)
			if leg.Kind.Financing() {
				continue
			}
			legs[flow.Payer] = append(legs[flow.Payer], leg.ID)
			years := f.years(leg)
			most[flow.Payer].years = max(most[flow.Payer].years, years)
			if !p.mayVanish(f.book, leg) {
				least[flow.Payer].years = max(least[flow.Payer].years, years)
			}
		}
	}
	var outcomes []meansOutcome
	for company := range least {
		low, high := &least[company], &most[company]
		f.state(company, low)
		f.state(company, high)
		silent := !low.cashKnown && !low.revenueKnown
		possible := high.owes > low.means() && (!silent || high.financing > 0)
		if !possible {
			continue
		}
		outcomes = append(outcomes, meansOutcome{
			flag: Flag{Rule: RuleBeyondMeans, Companies: f.ids(company), Legs: legs[company]},
			sure: low.owes > high.means() && !math.IsInf(high.means(), 1) && (!silent || low.financing > 0),
		})
	}
	return outcomes
}
