package whatif

import (
	"cmp"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// StressResult is what a shock leaves behind. Money is in cents of the base currency.
type StressResult struct {
	Shock   Shock
	Book    *deal.Book
	Network *network.Network // before the shock
	WhatIf  string           // the what-if that the shock runs through, in one line: see On; "" is the data as they are

	Companies []StressedCompany  // in the order of the network
	Legs      []StressedLeg      // that are not paid in full, or might not be: by wave, the largest loss first
	Waves     int                // number of the last wave; wave 0 is the shock itself
	Suppliers []StressedSupplier // by lost revenue
	Investors []StressedInvestor // by lost value

	Paid        Estimate // of all that the view counts, what has been paid and is not due again
	Due         Estimate // the rest of it, before the shock
	Cut         Estimate // of it, what the shock itself takes away, which nobody owes any more
	Left        Estimate // of it, what is due after that
	Unpaid      Estimate // of Left, what is not paid
	Lost        Estimate // of Due, what is not paid any more: Cut and Unpaid
	LostBefore  Estimate // of Due, what companies cannot pay without the shock either
	LeastUnpaid Estimate // Unpaid when nobody pays before being paid: more than Unpaid is a gridlock

	// The economic value of a company is counted by the money that goes through it, its throughflow. Parts are from 0 to 1.
	Value     Estimate // of all companies
	RankFirst Estimate // the part of Value that the shock itself takes
	Rank      Estimate // DebtRank: the part of Value that is lost beyond that, because losses pass on
	RankAll   Estimate // both together

	HoldingsWorth Estimate // of all stakes with a share and a valuation, looked through, so that nothing is in it twice
	HoldingsLost  Estimate // of it, what is lost by the shock and by what passes on; needs RankKnown

	RankKnown bool   // there are such numbers; Value is there without them
	RankWhy   string // why there are none

	LegsKnown, LegsAll int // legs with a number, of all that are still to be paid
	PaidUp, PaidPart   int // legs that have been paid, and those that have in part
	PaidUnknown        int // legs of signed and active deals of which nobody states what has been paid: all of them is due
	CashUnknown        int // companies whose cash nobody states and none is assumed: taken to pay in full
	CashAssumed        int // companies whose cash is the assumed one, without one that the shock makes fail

	Uncertain     int   // legs whose figures leave room
	Tried         int   // combinations of figures that the ends of the estimates were searched over
	OpenAsHighAs  int64 // cents that open and undisclosed figures were tried up to; 0: there are none
	Outgrowing    int   // how many of them were moved alone beyond everything else as well
	AloneAsHighAs int64 // cents up to which that was
	Stopped       bool  // the search ran out of time
}

// StressedCompany is what becomes of a company.
type StressedCompany struct {
	Company         deal.CompanyID
	Wave            int  // in which it cannot pay in full any more; 0: the shock itself; -1: it pays everything
	Before          bool // it cannot pay in full without the shock either
	Elsewhere       bool // with other figures of the ranges it is the other way round: it falls, or pays everything
	BeforeElsewhere bool // the same of Before

	Owes, Pays Estimate // after the shock
	PaysBefore Estimate // without it
	DueIn      Estimate // what it was to get before the shock
	LostIn     Estimate // of it, what it does not get
	Numbers    int      // legs with a number that it was to get
	Unknown    int      // legs without a number that it does not get in full
	Cash       network.Means
	Assumed    bool    // nobody states its cash: Cash is the assumed one
	Needs      float64 // what it must have itself to pay in full; 0: it gets enough

	First  Estimate // the part of its value that the shock itself takes, from 0 to 1
	Passed Estimate // the part that it loses beyond that, because others lose
	Rank   Estimate // both together, by DebtRank
}

// LossKnown reports whether there is a number for what the company does not get: 0 where nobody owes it anything.
func (c StressedCompany) LossKnown() bool { return !c.LostIn.Unknown() }

// RankUnknown reports whether nothing is known of the value that the company loses, because all that it is to get is undisclosed.
func (c StressedCompany) RankUnknown() bool {
	return c.Numbers == 0 && c.Rank.Best <= 0 && c.Rank.High > 0
}

// PassedUnknown reports whether nothing is known of what is passed on to the company, because all that it is to get is undisclosed.
func (c StressedCompany) PassedUnknown() bool {
	return c.Numbers == 0 && c.Passed.Best <= leastShare && c.Passed.High > leastShare
}

// Fell reports whether the company cannot pay in full.
func (c StressedCompany) Fell() bool { return c.Wave >= 0 }

// StressedLeg is a leg that is not paid in full.
type StressedLeg struct {
	Leg          deal.LegID
	Payer, Payee deal.CompanyID
	Kind         deal.Kind
	Wave         int  // of its payer; 0: the shock itself
	Known        bool // it has a number; otherwise only Share is meaningful
	Due          Estimate
	Cut          Estimate // of it, what the shock itself takes away
	Lost         Estimate // what is taken away or not paid
	LostBefore   Estimate // without the shock
	Share        Estimate // of what was due, the part that is lost, from 0 to 1
	OfAll        float64  // of all that the view counts of it, paid or not, the part that is lost
}

// StressedSupplier is the revenue that a company loses.
type StressedSupplier struct {
	Company   deal.CompanyID
	Due, Lost Estimate
	Before    Estimate // lost without the shock too
	Numbers   int      // legs with a number that it was to be paid for
	Unknown   int      // of the legs that it loses of, those without a number
	Legs      []deal.LegID
}

// Known reports whether there is any number to lose: otherwise all its legs are undisclosed.
func (s StressedSupplier) Known() bool { return s.Numbers > 0 }

// LossKnown reports whether there is any number in what it loses: not when it only loses undisclosed legs.
func (s StressedSupplier) LossKnown() bool { return !s.Lost.Unknown() }

// StressedInvestor is the value that a company's owners lose by what it holds of others, looked through.
type StressedInvestor struct {
	Company deal.CompanyID
	Known   bool     // at least one of its holdings has a stake and a valuation; First and Lost need RankKnown as well
	Worth   Estimate // of what it holds, without what the held ones hold of each other
	First   Estimate // what the shock itself takes of it
	Lost    Estimate // with what passes on by DebtRank
	Unknown int      // holdings without a stake or a valuation, which are in no number
	Gone    int      // stakes that the shock takes away: they are not bought any more, and in no number
	Legs    []deal.LegID
}

// NoLongerBought is said of a stake that the shock takes away, in place of what it loses.
const NoLongerBought = "no longer bought"

// OnlyGone reports whether the shock takes away all stakes that the company was to buy, so that it holds nothing to lose.
func (i StressedInvestor) OnlyGone() bool { return i.Gone > 0 && !i.Known && i.Unknown == 0 }

// On notes that the shock runs through what the changes make of the base, which every copy of the result then says.
func (r *StressResult) On(base *deal.Book, changes []deal.Change) {
	r.WhatIf = strings.Join(DescribeAll(base, changes), "; ")
}

// WhatIfWords say as a sentence that the shock runs through a what-if, "" where it runs through the data as they are.
func (r *StressResult) WhatIfWords() string {
	if r.WhatIf == "" {
		return ""
	}
	return "On what is tried, not on the data: " + r.WhatIf + "."
}

// Company returns the company, or false where the view leaves it out.
func (r *StressResult) Company(id deal.CompanyID) (StressedCompany, bool) {
	at := slices.IndexFunc(r.Companies, func(company StressedCompany) bool { return company.Company == id })
	if at < 0 {
		return StressedCompany{}, false
	}
	return r.Companies[at], true
}

// Leg returns the leg, or false where it is paid in full.
func (r *StressResult) Leg(id deal.LegID) (StressedLeg, bool) {
	at := slices.IndexFunc(r.Legs, func(leg StressedLeg) bool { return leg.Leg == id })
	if at < 0 {
		return StressedLeg{}, false
	}
	return r.Legs[at], true
}

// NeedsCash reports whether the company needs cash of its own to pay in full, or cannot pay in full.
func (c StressedCompany) NeedsCash() bool { return c.Needs >= 0.5 || c.Fell() }

// In returns the companies that fall in a wave, the largest shortfall first, and the legs that the wave hits.
func (r *StressResult) In(wave int) (companies []StressedCompany, legs []StressedLeg) {
	for _, company := range r.Companies {
		if company.Wave == wave {
			companies = append(companies, company)
		}
	}
	slices.SortStableFunc(companies, func(a, b StressedCompany) int {
		return cmp.Compare(b.Owes.Best-b.Pays.Best, a.Owes.Best-a.Pays.Best)
	})
	for _, leg := range r.Legs {
		if leg.Wave == wave {
			legs = append(legs, leg)
		}
	}
	return companies, legs
}

// Hit returns the companies that do not get everything, the largest loss first.
func (r *StressResult) Hit() []StressedCompany {
	var hit []StressedCompany
	for _, company := range r.Companies {
		if company.LostIn.High > 0 || company.Unknown > 0 {
			hit = append(hit, company)
		}
	}
	slices.SortStableFunc(hit, func(a, b StressedCompany) int { return cmp.Compare(b.LostIn.Best, a.LostIn.Best) })
	return hit
}

// Ranked returns the companies that lose value by DebtRank, the largest part first.
func (r *StressResult) Ranked() []StressedCompany {
	if !r.RankKnown {
		return nil
	}
	ranked := slices.DeleteFunc(slices.Clone(r.Companies), func(company StressedCompany) bool { return company.Rank.High <= 0 })
	slices.SortStableFunc(ranked, func(a, b StressedCompany) int { return cmp.Compare(b.Rank.Best, a.Rank.Best) })
	return ranked
}

// Holders returns the companies whose holdings lose value or, where nobody states what they are worth, may lose any, each
// with the legs of those holdings alone.
func (r *StressResult) Holders() (holders []StressedInvestor) {
	for _, investor := range r.Investors {
		investor.Legs = slices.DeleteFunc(slices.Clone(investor.Legs), func(id deal.LegID) bool { return !r.legAtRisk(id) })
		known, unknown := investor.Known && investor.Lost.Best >= 0.5, !investor.Known && investor.Unknown > 0
		if r.RankKnown && len(investor.Legs) > 0 && (known || unknown) {
			holders = append(holders, investor)
		}
	}
	return holders
}

// Changes returns the stress test as changes of a scenario: the shock, and the cash that is assumed of companies that need
// some to pay in full. Default costs are no part of it, because no change holds them.
func (r *StressResult) Changes() []deal.Change {
	changes := r.Shock.Changes(r.Book)
	for _, company := range r.Companies {
		if company.Assumed && company.Wave != 0 && company.NeedsCash() {
			changes = append(changes, Rebase(r.Book, deal.Change{Field: deal.ChangeCash, Target: int64(company.Company), Value: r.Shock.Assumed}))
		}
	}
	return changes
}
