package network

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
)

// DefaultCosts is what is lost when a company cannot pay in full: shares from 0 to 1 of its cash and of what
// others pay it. Without costs, the zero value, this is the model of Eisenberg and Noe.
type DefaultCosts struct {
	Cash     float64
	Payments float64
}

// Validate reports shares outside 0 to 1.
func (c DefaultCosts) Validate() error {
	for _, share := range []float64{c.Cash, c.Payments} {
		if !(share >= 0 && share <= 1) {
			return fmt.Errorf("what is lost in a default is a share from 0 to 1, not %g", share)
		}
	}
	return nil
}

// Clearing returns who pays what when every company is to pay all of its flows out of its cash and of what
// others pay it, everyone being paid in proportion to what is owed: the greatest clearing vector (L. Eisenberg
// and T. Noe, "Systemic risk in financial systems", 2001; with costs, L. Rogers and L. Veraart, "Failure and
// rescue in an interbank network", 2013), found by letting companies default wave by wave. Wave 1 cannot pay
// although everybody else does; every later wave falls because the one before it has.
//
// A company whose cash the document does not state, or states in a currency without a rate, is taken to pay in
// full and marked Unstated: what is unknown is not zero. Flows without a number owe nothing. Amounts that are
// short by less than a millionth of a millionth count as paid. The error is that of costs.Validate.
//
// Payments are in cents. Without flows nobody owes anything. In a closed network without cash everybody pays in full
// here, because everybody could, and nothing in LeastClearing. Where nothing leaves those that fall, so that the
// equations of their payments have many solutions (spectral radius 1), the greatest one is meant and found from
// above. What a company owes itself it gets at once. Parallel legs are one debt.
func (n *Network) Clearing(cash []Means, costs DefaultCosts) (Clearing, error) {
	if err := costs.Validate(); err != nil {
		return Clearing{}, err
	}
	return n.amounts().clearing(cash, costs), nil
}

// LeastClearing returns the least clearing vector instead: the outcome when nobody starts to pay before being
// paid (Rogers and Veraart 2013). Companies that could all pay if only one of them began are in gridlock, and pay
// nothing here. Waves lists everybody who cannot pay as one wave. Units, error and edges are those of Clearing.
func (n *Network) LeastClearing(cash []Means, costs DefaultCosts) (Clearing, error) {
	if err := costs.Validate(); err != nil {
		return Clearing{}, err
	}
	return n.amounts().leastClearing(cash, costs), nil
}

// Means is the cash of a company in cents of the base currency, when it is known.
type Means struct {
	Cents float64
	Known bool
}

// Cash returns the cash that the book states for each company of the network. A nil book states what the
// companies themselves do, all in the base currency.
func (n *Network) Cash(book *deal.Book) []Means {
	means := make([]Means, len(n.Companies))
	for i, company := range n.Companies {
		if !company.Cash.Stated {
			continue
		}
		cents, ok := company.Cash.Money.Cents, true
		if book != nil {
			cents, ok = book.InBase(cents, company.Cash.Money.Currency)
		}
		means[i] = Means{Cents: float64(cents), Known: ok}
	}
	return means
}

// Shortfall returns the cents that are owed and not paid.
func (c Clearing) Shortfall() float64 {
	sum := 0.0
	for i := range c.Owes {
		sum += c.Owes[i] - c.Pays[i]
	}
	return sum
}

// settle begins the settlement of all flows of the network.
func (a *amounts) settle(s *settlement, cash []Means, costs DefaultCosts) {
	flow := resized(s.flow, len(a.money))
	for i, cents := range a.money {
		flow[i] = float64(cents)
	}
	s.set(a.companies, a.payer, a.payee, flow)
	s.room = a.room
	s.fallShare = 1 - costs.Payments
	for i := range s.owes {
		s.trust[i] = !cash[i].Known
		s.testCash[i], s.fallCash[i] = cash[i].Cents, (1-costs.Cash)*cash[i].Cents
	}
}

func (a *amounts) clearing(cash []Means, costs DefaultCosts) Clearing {
	s := settlements.Get().(*settlement)
	defer settlements.Put(s)
	a.settle(s, cash, costs)
	s.fall()
	clearing := Clearing{Pays: a.keep.floats(a.companies), Owes: a.keep.floats(a.companies), Unstated: a.keep.bools(a.companies)}
	copy(clearing.Pays, s.pays)
	copy(clearing.Owes, s.owes)
	copy(clearing.Unstated, s.trust)
	clearing.Waves = s.wavesIn(a.keep)
	return clearing
}

// leastClearing starts from below: first only those whose payment is certain are taken to pay in full, the
// others pay what they can as fallen companies, and whoever turns out to be able to pay in full joins the
// first, until nobody does.
func (a *amounts) leastClearing(cash []Means, costs DefaultCosts) Clearing {
	s := new(settlement)
	a.settle(s, cash, costs)
	unstated, means := slices.Clone(s.trust), slices.Clone(s.testCash)
	certain := slices.Clone(s.trust)
	for joined := true; joined; {
		a.settle(s, cash, costs)
		copy(s.trust, certain)
		copy(s.testCash, s.fallCash)
		s.testShare = s.fallShare
		s.fall()
		s.drain()
		s.receive()
		joined = false
		for company, owed := range s.owes {
			if !certain[company] && means[company]+s.gets[company] >= owed*(1-1e-12) {
				certain[company], joined = true, true
			}
		}
	}
	var wave []int
	for company, owed := range s.owes {
		if !certain[company] && owed > 0 {
			wave = append(wave, company)
		}
	}
	clearing := Clearing{Pays: s.pays, Owes: s.owes, Unstated: unstated}
	if wave != nil {
		clearing.Waves = [][]int{wave}
	}
	return clearing
}
