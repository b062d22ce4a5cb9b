package exchange

import (
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// furtherObject is the part of what `roundtrip measures --json` prints that comes after the keys every reader
// knows: the other measures, and the interval of each measure that has one.
type furtherObject struct {
	FinnRange       [2]number       `json:"finn_range"`
	Multiplier      number          `json:"multiplier"`
	Throughflow     []number        `json:"throughflow"`
	Circular        []flowMoney     `json:"circular_flows"`
	Earmarked       []returnObject  `json:"earmarked_return_share"`
	Netting         nettingObject   `json:"netting"`
	ClearingDetails clearingObject  `json:"clearing_details"`
	DebtRank        []number        `json:"debtrank"`
	Ownership       ownershipObject `json:"ownership"`
	Stopped         []string        `json:"stopped"`
	LeftOut         []leftOutObject `json:"left_out"`
	Rates           []countedRate   `json:"rates"`
	Sureness        surenessObject  `json:"sureness"`
	Ranges          *rangesObject   `json:"ranges"`
}

// surenessObject says of each company's measures how sure they are: "sure", "disclosed" (computed of what is disclosed,
// and there is more) or "unknown" (nothing is disclosed that it could be computed of; its number is then null).
type surenessObject struct {
	Pays        []string `json:"clearing"`
	Throughflow []string `json:"throughflow"`
	DebtRank    []string `json:"debtrank"`
	SupplierHHI []string `json:"supplier_hhi"`
	CustomerHHI []string `json:"customer_hhi"`
}

func surenessOf(n *network.Network) surenessObject {
	words := func(degrees []network.Sureness) []string {
		all := make([]string, len(degrees))
		for i, degree := range degrees {
			all[i] = degree.String()
		}
		return all
	}
	pays, paid := n.Sides()
	return surenessObject{
		Pays:        words(pays.Sureness()),
		Throughflow: words(n.SurenessOfThroughflow()), DebtRank: words(n.SurenessOfDebtRank()),
		SupplierHHI: words(pays.Sureness()), CustomerHHI: words(paid.Sureness()),
	}
}

type flowMoney struct {
	Payer string `json:"payer"`
	Payee string `json:"payee"`
	Money *money `json:"money"` // null: nothing of the flow is disclosed, and it may be on a loop
}

type nettingObject struct {
	NetDebt    *money `json:"net_debt"` // null when no leg has a number
	Compressed *money `json:"compressed"`
}

type clearingObject struct {
	Owes      []number   `json:"owes"`
	Unstated  []string   `json:"cash_not_stated"`
	Waves     [][]string `json:"waves"`
	Shortfall number     `json:"shortfall"` // null while no company's cash is stated
}

type ownershipObject struct {
	Holdings []holdingObject `json:"holdings"`
	Outside  []number        `json:"outside"`
	Unstated []int64         `json:"unstated_legs"`
	Excess   []string        `json:"excess"`
	Closed   bool            `json:"closed"`
}

type holdingObject struct {
	Holder      string  `json:"holder"`
	Held        string  `json:"held"`
	Direct      number  `json:"direct"`
	LookThrough number  `json:"look_through"`
	Estimated   bool    `json:"estimated"`
	Legs        []int64 `json:"legs"`
}

type leftOutObject struct {
	Leg    int64  `json:"leg"`
	Reason string `json:"reason"`
}

// shortfallOf is what is not paid in clearing: not a number while no company's cash is stated, since then nobody knows.
func shortfallOf(m *network.Measures) number {
	if !m.Clearing.Stated() {
		return number(math.NaN())
	}
	return units(m.Clearing.Shortfall())
}

func furtherOf(book *deal.Book, n *network.Network, m *network.Measures, names []string) furtherObject {
	sureness, onLoops := surenessOf(n), n.OnLoops()
	object := furtherObject{
		Sureness:    sureness,
		FinnRange:   [2]number{number(m.FinnRange.Low), number(m.FinnRange.High)},
		Multiplier:  ifDisclosed(n, m.Multiplier),
		Throughflow: unitsWhere(m.Throughflow, sureness.Throughflow),
		Circular:    make([]flowMoney, len(m.Circular)),
		Earmarked:   returnsOf(m.Earmarked, n, names),
		Netting:     nettingOf(n, m),
		ClearingDetails: clearingObject{
			Owes: unitsWhere(m.Clearing.Owes, sureness.Pays), Unstated: namesWhere(m.Clearing.Unstated, names),
			Waves: make([][]string, len(m.Clearing.Waves)), Shortfall: shortfallOf(m),
		},
		DebtRank:  numbersWhere(m.DebtRank, sureness.DebtRank),
		Ownership: ownershipOf(&m.Ownership, names),
		Stopped:   stoppedOf(m),
		LeftOut:   make([]leftOutObject, len(n.LeftOut)),
		Rates:     countedRates(book, n.Rates(book)),
	}
	for i, cents := range m.Circular {
		flow := n.Flows[i]
		object.Circular[i] = flowMoney{Payer: names[flow.Payer], Payee: names[flow.Payee]}
		if circular := money(cents); flow.Known() || !onLoops(&flow) {
			object.Circular[i].Money = &circular
		}
	}
	for i, wave := range m.Clearing.Waves {
		object.ClearingDetails.Waves[i] = pathNames(wave, names)
	}
	for i, left := range n.LeftOut {
		object.LeftOut[i] = leftOutObject{Leg: int64(left.Leg), Reason: left.Reason}
	}
	if m.Ranges != nil {
		object.Ranges = rangesOf(m, namesOfLegs{book})
	}
	return object
}

// ifDisclosed is a share of the money or its multiplier, or null when no leg has a number that it could be computed of, or there is
// no money.
func ifDisclosed(n *network.Network, value float64) number {
	if n.Undisclosed() || n.Moneyless() {
		return number(math.NaN())
	}
	return number(value)
}

func nettingOf(n *network.Network, m *network.Measures) nettingObject {
	if n.Undisclosed() {
		return nettingObject{}
	}
	debt, compressed := money(m.Netting.NetDebt), money(m.Netting.Compressed)
	return nettingObject{NetDebt: &debt, Compressed: &compressed}
}

// stoppedOf says what of the measures is not complete, and why, in sentences.
func stoppedOf(m *network.Measures) []string {
	sentences := []string{}
	if m.Loops.Truncated {
		sentences = append(sentences, m.Loops.Why)
	}
	switch {
	case m.Ranges != nil && m.Ranges.Unweighed != "":
		sentences = append(sentences, m.Ranges.Unweighed)
	case m.BFF.Skipped:
		sentences = append(sentences, "There are too many loops to weigh.")
	}
	if m.Ranges != nil && m.Ranges.Why != "" {
		sentences = append(sentences, m.Ranges.Why)
	}
	return sentences
}

func returnsOf(shares []float64, n *network.Network, names []string) []returnObject {
	returns, unknown := make([]returnObject, len(shares)), n.UnknownReturns(shares)
	for i, share := range shares {
		flow := n.Flows[i]
		if unknown[i] {
			share = math.NaN()
		}
		returns[i] = returnObject{Payer: names[flow.Payer], Payee: names[flow.Payee], Share: number(share)}
	}
	return returns
}

func ownershipOf(o *network.Ownership, names []string) ownershipObject {
	object := ownershipObject{
		Holdings: make([]holdingObject, len(o.Holdings)), Outside: shares(o.Outside), Unstated: legNumbers(o.Unstated),
		Excess: pathNames(o.Excess, names), Closed: o.Closed,
	}
	for i, h := range o.Holdings {
		object.Holdings[i] = holdingObject{
			Holder: names[h.Holder], Held: names[h.Held], Direct: number(h.Direct), LookThrough: number(h.LookThrough),
			Estimated: h.Estimated, Legs: legNumbers(h.Legs),
		}
	}
	return object
}

func legNumbers(legs []deal.LegID) []int64 {
	numbers := make([]int64, len(legs))
	for i, leg := range legs {
		numbers[i] = int64(leg)
	}
	return numbers
}

// unitsWhere writes cents in units, null where nothing that they could be computed of is disclosed.
func unitsWhere(cents []float64, sureness []string) []number {
	numbers := numbersWhere(cents, sureness)
	for i := range numbers {
		numbers[i] /= 100
	}
	return numbers
}

// numbersWhere writes the numbers, null where nothing that they could be computed of is disclosed.
func numbersWhere(values []float64, sureness []string) []number {
	numbers := shares(values)
	for i := range numbers {
		if i < len(sureness) && sureness[i] == network.Unknown.String() {
			numbers[i] = number(math.NaN())
		}
	}
	return numbers
}

func namesWhere(marked []bool, names []string) []string {
	found := []string{}
	for i, yes := range marked {
		if yes {
			found = append(found, names[i])
		}
	}
	return found
}
