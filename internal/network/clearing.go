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
func (n *Network) Clearing(cash []Means, costs DefaultCosts) (Clearing, error) {
	if err := costs.Validate(); err != nil {
		return Clearing{}, err
	}
	return n.amounts().clearing(cash, costs), nil
}

// LeastClearing returns the least clearing vector instead: the outcome when nobody starts to pay before being
// paid. Companies that could all pay if only one of them began are in gridlock, and pay nothing here. Waves
// lists everybody who cannot pay as one wave.
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

// settlement is the state of one computation of a clearing vector. Its memory is used again.
type settlement struct {
	companies        int
	payer, payee     []int32
	flow             []float64 // what is owed along each flow, in cents
	owes, pays, gets []float64
	trust            []bool // pays in full, whatever happens
	fallen           []bool

	// A company falls when testCash + testShare x what it gets is below what it owes, and then pays
	// fallCash + fallShare x what it gets.
	testCash, fallCash   []float64
	testShare, fallShare float64
	waves                [][]int

	number []int32 // of a fallen company among them
	order  []int
	means  []float64
}

// set begins a settlement of flows in which nobody has any means and nobody is trusted.
func (s *settlement) set(companies int, payer, payee []int32, flow []float64) {
	s.companies, s.payer, s.payee, s.flow = companies, payer, payee, flow
	s.owes, s.pays, s.gets = resized(s.owes, companies), resized(s.pays, companies), resized(s.gets, companies)
	s.trust, s.fallen = resized(s.trust, companies), resized(s.fallen, companies)
	s.testCash, s.fallCash = resized(s.testCash, companies), resized(s.fallCash, companies)
	s.testShare, s.fallShare = 1, 1
	s.number = resized(s.number, companies)
	s.waves = nil
	for i, cents := range flow {
		s.owes[payer[i]] += cents
	}
}

// settle begins the settlement of all flows of the network.
func (a *amounts) settle(s *settlement, cash []Means, costs DefaultCosts) {
	flow := make([]float64, len(a.money))
	for i, cents := range a.money {
		flow[i] = float64(cents)
	}
	s.set(a.companies, a.payer, a.payee, flow)
	s.fallShare = 1 - costs.Payments
	for i := range s.owes {
		s.trust[i] = !cash[i].Known
		s.testCash[i], s.fallCash[i] = cash[i].Cents, (1-costs.Cash)*cash[i].Cents
	}
}

func (a *amounts) clearing(cash []Means, costs DefaultCosts) Clearing {
	s := new(settlement)
	a.settle(s, cash, costs)
	s.fall()
	return Clearing{Pays: s.pays, Owes: s.owes, Unstated: s.trust, Waves: s.waves}
}

// receive adds up what each company gets.
func (s *settlement) receive() {
	clear(s.gets)
	for i, cents := range s.flow {
		if payer := s.payer[i]; cents > 0 {
			s.gets[s.payee[i]] += cents * (s.pays[payer] / s.owes[payer])
		}
	}
}

// fall lets everybody pay in full and then companies fall until none does any more.
func (s *settlement) fall() {
	copy(s.pays, s.owes)
	for {
		s.receive()
		var wave []int
		for company, owed := range s.owes {
			if s.trust[company] || s.fallen[company] || owed == 0 {
				continue
			}
			if s.testCash[company]+s.testShare*s.gets[company] < owed*(1-1e-12) {
				wave = append(wave, company)
			}
		}
		if len(wave) == 0 {
			return
		}
		for _, company := range wave {
			s.fallen[company] = true
		}
		s.waves = append(s.waves, wave)
		s.share()
	}
}

// share sets what the fallen pay: their own means and what they get, from each other too. The equations are
// linear, and the smallest solution is the right one.
func (s *settlement) share() {
	e := eliminations.Get().(*elimination)
	defer eliminations.Put(e)
	s.order = s.order[:0]
	for company, fallen := range s.fallen {
		if fallen {
			s.number[company] = int32(len(s.order))
			s.order = append(s.order, company)
		}
	}
	e.set(len(s.order))
	s.means = resized(s.means, len(s.order))
	for at, company := range s.order {
		s.means[at] = s.fallCash[company]
		e.leak[at] = 1 - s.fallShare
	}
	for i, cents := range s.flow {
		payer, payee := s.payer[i], s.payee[i]
		if cents == 0 {
			continue
		}
		part := s.fallShare * (cents / s.owes[payer])
		switch {
		case s.fallen[payer] && s.fallen[payee]:
			e.add(s.number[payer], s.number[payee], part)
		case s.fallen[payer]:
			e.leak[s.number[payer]] += part
		case s.fallen[payee]:
			s.means[s.number[payee]] += s.pays[payer] * part
		}
	}
	if !e.factor() {
		s.iterate()
		return
	}
	e.solveAgainst(s.means)
	for at, company := range s.order {
		s.pays[company] = min(s.means[at], s.owes[company])
	}
}

// iterate is the way out when nothing leaves the fallen, as when rounding has made a company fall that just
// pays: from what everyone pays now downwards, until the change is below a cent in a hundred trillion.
func (s *settlement) iterate() {
	for range 10_000 {
		s.receive()
		changed := false
		for _, company := range s.order {
			pays := min(s.pays[company], s.fallCash[company]+s.fallShare*s.gets[company])
			changed = changed || pays < s.pays[company]*(1-1e-14)
			s.pays[company] = pays
		}
		if !changed {
			return
		}
	}
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

// drain takes away what companies pay only because each of them does: the payments of those that no money
// from cash or certain payers ever reaches. For all others the clearing vector is unique.
func (s *settlement) drain() {
	reached := make([]bool, s.companies)
	var queue []int32
	reach := func(company int32) {
		if !reached[company] {
			reached[company] = true
			queue = append(queue, company)
		}
	}
	pays := make([][]int32, s.companies)
	for i, cents := range s.flow {
		if cents > 0 {
			pays[s.payer[i]] = append(pays[s.payer[i]], s.payee[i])
		}
	}
	for company := range int32(s.companies) {
		if s.trust[company] || s.fallCash[company] > 0 {
			reach(company)
		}
	}
	for head := 0; head < len(queue); head++ {
		if s.fallShare > 0 || s.trust[queue[head]] {
			for _, payee := range pays[queue[head]] {
				reach(payee)
			}
		}
	}
	for company := range s.pays {
		if !reached[company] {
			s.pays[company] = 0
		}
	}
}
