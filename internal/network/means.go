package network

import (
	"fmt"
	"strings"

	"roundtrip/internal/deal"
)

// commitment is what a company is to pay for purchases, and the means that are known to do so, in cents.
type commitment struct {
	owes             float64
	financing, sales float64 // what comes in by the deals
	cash, revenue    float64
	years            float64 // over which the purchases run: the longest of their terms, at least one
	sureYears        float64 // the longest of those that surely come to something
	cashKnown        bool
	revenueKnown     bool
	legs             []FlowLeg // the purchases with money
	purchases, in    []FlowLeg // all purchases, and all that comes in, for the words
}

// meansFlags fires when the purchases that a company has committed itself to exceed all its known means: its
// stated cash, the financing that comes in, and the greater of its stated revenue over the years of the
// purchases and what the deals bring it in sales. A company of which neither cash nor revenue is stated is
// flagged only when it is being financed at all, so that nobody is flagged for keeping its books to itself; the
// sentence says what is not known.
func (f flagger) meansFlags() []Flag {
	commitments := make([]commitment, len(f.Companies))
	for _, flow := range f.Flows {
		payer, payee := &commitments[flow.Payer], &commitments[flow.Payee]
		if flow.Payer == flow.Payee {
			continue
		}
		if !f.bare {
			payer.purchases, payee.in = append(payer.purchases, pick(flow, false)...), append(payee.in, flow.Legs...)
		}
		for _, leg := range flow.Legs {
			if leg.Kind.Financing() {
				payee.financing += float64(leg.Money)
				continue
			}
			payee.sales += float64(leg.Money)
			payer.owes += float64(leg.Money)
			if leg.Money > 0 && !f.bare {
				payer.legs = append(payer.legs, leg)
			}
			if f.Companies[flow.Payer].Revenue.Stated { // over how long matters to revenue alone
				years := f.years(leg)
				payer.years = max(payer.years, years)
				if !f.bare && !f.mayVanish(f.book, leg) {
					payer.sureYears = max(payer.sureYears, years)
				}
			}
		}
	}
	var flags []Flag
	for company := range commitments {
		c := &commitments[company]
		f.state(company, c)
		if !c.cashKnown && !c.revenueKnown && c.financing == 0 || c.owes <= c.means() {
			continue
		}
		if f.bare {
			flags = append(flags, Flag{Rule: RuleBeyondMeans})
			continue
		}
		flags = append(flags, Flag{
			Rule:      RuleBeyondMeans,
			Text:      f.meansText(company, c),
			Companies: f.ids(company),
			Legs:      legIDs(c.legs),
		})
	}
	return flags
}

// years returns over how many years the purchase runs, as far as the basis counts them together; 0 when unsaid.
func (f flagger) years(leg FlowLeg) float64 {
	if terms, _, ok := f.book.Leg(leg.ID); ok && f.View.Basis != BasisYear {
		return float64(terms.TermMonths) / 12
	}
	return 0
}

// state fills in what the book states of the company.
func (f flagger) state(company int, c *commitment) {
	c.cash, c.cashKnown = f.stated(f.Companies[company].Cash)
	c.revenue, c.revenueKnown = f.stated(f.Companies[company].Revenue)
}

func (f flagger) stated(amount deal.Reported) (cents float64, known bool) {
	if !amount.Stated {
		return 0, false
	}
	inBase, ok := f.book.InBase(amount.Money.Cents, amount.Money.Currency)
	return float64(inBase), ok
}

func (c *commitment) means() float64 {
	return c.cash + c.financing + max(c.sales, c.revenue*max(1, c.years))
}

// meansStanding says how the means lie between their ends. Sales that the revenue is greater than can only raise them, and
// purchases that may come to nothing leave the revenue of fewer years.
func (c *commitment) meansStanding() Standing {
	var financing, sales Sum
	for i := range c.in {
		if c.in[i].Kind.Financing() {
			financing.addLeg(&c.in[i])
		} else {
			sales.addLeg(&c.in[i])
		}
	}
	earned := c.revenue * max(1, c.years)
	less := c.sales > earned && sales.Less || earned > c.sales && earned > c.revenue*max(1, c.sureYears)
	return standingOf(financing.Less || less, financing.More || sales.More)
}

func (f flagger) meansText(company int, c *commitment) string {
	known := c.cashKnown || c.revenueKnown || sumOf(c.in).Known > 0
	text := fmt.Sprintf("%s is to pay %s for purchases; its known means are %s",
		f.name(company), f.sum(c.purchases), f.amount(known, c.meansStanding(), c.means(), c.in))
	var unknown []string
	if !c.cashKnown {
		unknown = append(unknown, "cash")
	}
	if !c.revenueKnown {
		unknown = append(unknown, "revenue")
	}
	switch len(unknown) {
	case 0:
		return text + "."
	case 1:
		return text + ", and its " + unknown[0] + " is not stated."
	}
	return text + ", and its " + strings.Join(unknown, " and ") + " are not stated."
}
