package network

import (
	"time"

	"roundtrip/internal/deal"
)

// Limits bounds the search for loops.
type Limits struct {
	MaxLen int           // longest loop in companies; 0 is no bound
	Count  int           // loops to visit before giving up; 0 is ten million
	Steps  int           // steps of the search before giving up, flows looked at and loops visited; 0 is what takes about two seconds
	Time   time.Duration // time to search before giving up, whatever the steps; 0 is half a minute
	Top    int           // how many of the biggest loops to return; 0 is ten
}

// ListedLoops is how many of the biggest loops the window lists, and the command line takes by their number.
const ListedLoops = 200

// Loop is one way round: each company pays the next, and the last pays the first. No company comes twice.
// Where every flow has undisclosed legs nothing bounds what Money can grow to; UpTo is then the smallest number
// there is, or 0 without any.
type Loop struct {
	Path     []int    // positions of the companies, from the smallest one on
	Money    int64    // its smallest flow in cents: the most that can go all the way round; 0 with an undisclosed flow
	Known    bool     // every flow on the loop has a number
	Standing Standing // of Money between its ends, where it is known
	UpTo     int64    // the most that Money can be; 0 where nothing bounds it
	Open     bool     // nothing bounds it
	Smallest int      // position in Network.Flows of the flow that bounds the money
	Category Category
}

// Category says what kind of circle a loop is, from the kinds of its legs.
type Category string

// The categories.
const (
	// CategoryVendorFinancing is a loop of two in which the financier is its customer's supplier, or a longer
	// one in which an investor is paid by a chain of purchases.
	CategoryVendorFinancing Category = "vendor financing"
	// CategoryCustomerFinances is a loop of two in which the financier buys from the company it finances.
	CategoryCustomerFinances Category = "customer finances supplier"
	// CategoryReciprocalTrade is a loop of commercial legs only.
	CategoryReciprocalTrade Category = "reciprocal trade"
	// CategoryCrossHolding is a loop of financing legs only.
	CategoryCrossHolding Category = "cross-holding"
	// CategoryMixed is any other loop.
	CategoryMixed Category = "mixed"
)

// Categories lists every category in its fixed order.
var Categories = []Category{
	CategoryVendorFinancing, CategoryCustomerFinances, CategoryReciprocalTrade, CategoryCrossHolding, CategoryMixed,
}

// LoopReport is what a search for loops found. The biggest loops come first: money down, then length up,
// then path.
type LoopReport struct {
	Count    int
	ByLength []int // ByLength[k] is the number of loops of k companies

	// ByCategory is the number of loops of each category, in the order of Categories; nil with more than 100,000.
	ByCategory []int

	Top       []Loop
	MaxLen    int
	Truncated bool
	Why       string // when Truncated: which limit stopped the search, as a sentence

	// TopComplete says that Top is exact, also when the count is Truncated.
	TopComplete bool
}

// Range is an interval in which a measure lies, given every figure's low and high, and the leg that moves it
// most.
type Range struct {
	Low, High float64
	Driver    deal.LegID // 0: no figure is uncertain
	Sampled   bool       // the ends were searched for, not proven

	// When Sampled, whether an end is exact all the same.
	LowProven, HighProven bool
}

// Flag is a rule that some legs make fire.
type Flag struct {
	Rule      string // "dual role", "hedging", "exclusivity", "beyond means"
	Text      string // a sentence with names and amounts
	Companies []deal.CompanyID
	Legs      []deal.LegID
	Uncertain bool // it fires at the view's figures and may not at others of their ranges
}

// Measures is everything that is known of a Network at one moment. Shares are fractions of one.
type Measures struct {
	Gross         int64   // cents
	Circulation   int64   // cents: the largest balanced part
	Circular      []int64 // cents of each flow in one largest balanced part
	CircularShare float64
	CircularRange Range
	Finn          float64
	FinnRange     Range
	Throughflow   []float64 // cents through each company: the greater of in and out
	Multiplier    float64   // how often a dollar from outside is counted on average; +Inf when it never leaves
	Loops         LoopReport
	BFF           Forwarding
	ReturnShare   []float64 // of each flow: the part of a dollar that ever comes back to its payer
	Earmarked     []float64 // the same when what is conditional on a leg comes back by that leg
	Netting       Netting
	Clearing      Clearing
	DebtRank      []float64 // of each company: part of all value that the others lose when it loses everything
	Ownership     Ownership
	SupplierHHI   []float64 // 0 to 10,000; NaN where a company pays nobody
	CustomerHHI   []float64 // 0 to 10,000; NaN where a company is paid by nobody
	Flags         []Flag
	Ranges        *Ranges // nil unless asked for

	keep *workspace // where most of them are kept
}

// Ranges is the interval of each measure that has one, in the measure's unit, by company or flow where the
// measure is. An end that nothing bounds is +Inf. CircularRange and FinnRange stand in Measures itself.
type Ranges struct {
	Gross        Range // exact
	Circulation  Range // exact
	Multiplier   Range
	GammaThr     Range // NaN ends where there are too many loops to weigh so often, as Unweighed says
	Volume       Range // of forwarding; NaN ends as well
	NetDebt      Range
	Compressed   Range
	Shortfall    Range   // cents that Clearing leaves unpaid
	Throughflow  []Range // exact
	ReturnShare  []Range
	Earmarked    []Range
	Pays         []Range // of Clearing
	LookThrough  []Range // of Ownership.Holdings
	Loops        []Range // exact: the money of each of the biggest loops, as in Measures.Loops.Top
	LargestLoop  Range   // exact: the money of the biggest loop, whichever that turns out to be
	LoopCount    Range   // exact, unless the loops were too many to count: High is +Inf then, and Sampled set
	ByCategory   []Range // of the loops of each category, in the order of Categories; nil where they were not sorted
	Flags        Range   // how many flags fire
	ByRule       []Range // how many of each rule, in the order of Rules
	SureFlags    []bool  // of each of Measures.Flags: it fires whatever the figures turn out to be
	DebtRank     []Range // above 300 companies at a few combinations only
	SupplierHHI  []Range // NaN ends where no amounts give a number
	CustomerHHI  []Range
	Why          string // why the search for them stopped short, as a sentence; "" when it did not
	Unweighed    string // why GammaThr and Volume have no ends, as a sentence; "" when they have
	Corners      int    // how many combinations of figures were tried for the ends that are not exact
	OpenAsHighAs int64  // cents that open figures were tried up to, all money of the network together; 0: none is open
}

// Forwarding is the Balanced Flow Forwarding decomposition.
type Forwarding struct {
	Volume        float64 // cents in loops; NaN when Skipped in a very large network
	LoopWeightSum float64
	NetThroughput float64
	GammaThr      float64 // LoopWeightSum / (LoopWeightSum + NetThroughput); 0 without flows
	Top           []WeightedLoop
	Skipped       bool // there are too many loops to weigh: only Volume and NetThroughput are known
}

// WeightedLoop is a loop and how much it carries; the weights of all loops, times their lengths, add up to
// Forwarding.Volume.
type WeightedLoop struct {
	Path   []int
	Weight float64 // cents
}

// Netting says how little money would settle everything.
type Netting struct {
	NetDebt    int64 // cents: the sum of what each company owes on balance
	Compressed int64 // cents left after cancelling around loops without new counterparties
}

// Clearing is who pays what when everybody is to pay everything, given the cash at hand.
type Clearing struct {
	Pays     []float64 // cents that each company pays
	Owes     []float64 // cents that each company is to pay
	Unstated []bool    // the company's cash is not in the document: it is taken to pay in full
	Waves    [][]int   // companies that default, wave by wave
}
