package deal

import "strings"

// DealID identifies a deal in one document. Zero is no deal.
type DealID int64

// LegID identifies a leg in one document. Zero is no leg.
type LegID int64

// Deal is what two or more companies agree on, or are said to: one or more legs of money.
type Deal struct {
	ID        DealID
	Title     string
	Status    Status
	Announced Date
	Counting  Counting
	Total     Figure   // what a source says of all legs together when it gives no split; unset otherwise
	Currency  Currency // of Total
	Tags      []string
	Notes     string
	Legs      []Leg
	Rights    []Right
}

// Counts reports whether the deal's money counts by default: it is no overlap, no projection, and its status is live.
func (d Deal) Counts() bool { return d.Counting == Counted && d.Status.Live() }

// Leg is money, or value, that Payer gives Payee.
type Leg struct {
	ID       LegID
	Deal     DealID
	Payer    CompanyID
	Payee    CompanyID
	Kind     Kind
	Basis    Basis
	Figure   Figure
	Currency Currency

	Start      Date     // first day of the schedule; unset: the deal's announcement
	TermMonths int      // length of the schedule; 0: not stated, everything at once
	Drawn      Reported // paid so far
	Suspended  int      // months at the beginning of the schedule in which nothing is paid; only a scenario sets it

	Stake          Share  // of Payee's equity that an equity leg buys; 0: not stated
	Valuation      Figure // of Payee, in Currency; unset: not stated
	ValuationMoney Timing // whether Valuation counts the new money
	ConditionalOn  LegID  // the leg that must follow for this one to be paid; 0: none
	Covers         Share  // the part of this leg that the condition covers; 0 means all of it when ConditionalOn is set
	Note           string
}

// CoveredShare returns the part of the leg that its condition covers, or 0 without a condition.
func (l Leg) CoveredShare() Share {
	if l.ConditionalOn == 0 {
		return 0
	}
	if l.Covers == 0 {
		return Whole
	}
	return l.Covers
}

// Status is how far a deal has come.
type Status string

// The statuses, from talk to done; superseded and cancelled deals stay in the document and count in nothing.
const (
	StatusRumoured   Status = "rumoured"
	StatusInTalks    Status = "in talks"
	StatusAnnounced  Status = "announced"
	StatusSigned     Status = "signed"
	StatusActive     Status = "active"
	StatusCompleted  Status = "completed"
	StatusSuperseded Status = "superseded"
	StatusCancelled  Status = "cancelled"
)

// Statuses lists every status in its fixed order.
var Statuses = []Status{
	StatusRumoured, StatusInTalks, StatusAnnounced, StatusSigned, StatusActive, StatusCompleted,
	StatusSuperseded, StatusCancelled,
}

// Live reports whether deals of the status count by default.
func (s Status) Live() bool { return s != StatusSuperseded && s != StatusCancelled }

// Binding reports whether the parties have committed themselves; the canvas draws other legs with dashes.
func (s Status) Binding() bool {
	return s == StatusSigned || s == StatusActive || s == StatusCompleted
}

// Counting says whether a deal's money is counted at all, whatever its status.
type Counting string

const (
	// Counted is an ordinary deal.
	Counted Counting = "counted"
	// Overlapping is an umbrella whose money other deals of the document already hold, wholly or in part.
	Overlapping Counting = "overlapping"
	// Projection is a forecast without a contract behind it.
	Projection Counting = "projection"
)

// Countings lists every Counting in its fixed order.
var Countings = []Counting{Counted, Overlapping, Projection}

// Kind is what a leg is for.
type Kind string

// The kinds: three of financing, then the commercial ones.
const (
	KindEquity       Kind = "equity"
	KindDebt         Kind = "debt"
	KindCredits      Kind = "credits"
	KindCloud        Kind = "cloud"
	KindChips        Kind = "chips"
	KindDataCentre   Kind = "data centre"
	KindLicence      Kind = "licence"
	KindRevenueShare Kind = "revenue share"
	KindOther        Kind = "other"
)

// Kinds lists every kind in its fixed order.
var Kinds = []Kind{
	KindEquity, KindDebt, KindCredits,
	KindCloud, KindChips, KindDataCentre, KindLicence, KindRevenueShare, KindOther,
}

// Financing reports whether the leg funds its payee rather than buys from it.
func (k Kind) Financing() bool { return k == KindEquity || k == KindDebt || k == KindCredits }

// Basis is what a leg is paid in.
type Basis string

// The bases, in their fixed order.
const (
	BasisCash   Basis = "cash"
	BasisInKind Basis = "in kind"
	BasisEquity Basis = "equity"
)

// Bases lists every basis in its fixed order.
var Bases = []Basis{BasisCash, BasisInKind, BasisEquity}

// UsualBasis is what a leg of the kind is paid in when nobody says: credits are a service, everything else is money.
func (k Kind) UsualBasis() Basis {
	if k == KindCredits {
		return BasisInKind
	}
	return BasisCash
}

// Timing says whether a valuation counts the money that the leg brings.
type Timing string

// The timings; the empty one means that no source says.
const (
	TimingUnsaid    Timing = ""
	TimingPreMoney  Timing = "pre-money"
	TimingPostMoney Timing = "post-money"
)

// Timings lists every timing in its fixed order.
var Timings = []Timing{TimingUnsaid, TimingPreMoney, TimingPostMoney}

// TimingOf returns the timing that the text means, whether it is typed or stands in a file: "pre", "Pre money" and
// "pre-money" are the same. Any other text comes back as it is, for Validate to refuse.
func TimingOf(text string) Timing {
	switch strings.NewReplacer("-", "", "_", "", " ", "").Replace(NameKey(text)) {
	case "":
		return TimingUnsaid
	case "pre", "premoney":
		return TimingPreMoney
	case "post", "postmoney":
		return TimingPostMoney
	}
	return Timing(text)
}

// RightID identifies a right in one document.
type RightID int64

// Right is what Holder may demand of Over because of a deal.
type Right struct {
	ID     RightID
	Kind   RightKind
	Holder CompanyID
	Over   CompanyID
	Until  Date // unset: not stated
	Source SourceID
	Note   string
}

// RightKind is what a right allows.
type RightKind string

// The kinds of right.
const (
	RightExclusivity  RightKind = "exclusivity"
	RightFirstRefusal RightKind = "first refusal"
	RightGovernance   RightKind = "governance seat"
	RightPreferred    RightKind = "preferred supplier"
)

// RightKinds lists every kind of right in its fixed order.
var RightKinds = []RightKind{RightExclusivity, RightFirstRefusal, RightGovernance, RightPreferred}
