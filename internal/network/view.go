package network

import (
	"fmt"
	"slices"
	"time"

	"roundtrip/internal/deal"
)

// View is how a Book becomes a Network: which deals count, and which of their money. The zero View is the
// default: every live deal in full, headline totals, best figures.
type View struct {
	Basis         Basis                      // "" is headline
	Year          int                        // of BasisYear: the calendar year; 0 is an average year of each leg's term
	Figure        Pick                       // "" is best
	Statuses      []deal.Status              // nil: every live status
	Weights       map[deal.Status]deal.Share // part of a status's money that counts; a missing status counts in full
	AsOf          deal.Date                  // only deals announced by then, or without a date; "" is no bound
	OnlyDated     bool                       // deals without a date are left out; otherwise they count as of any day
	Kinds         []deal.Kind                // nil: every kind
	Companies     []deal.CompanyID           // nil: every company; otherwise only legs between two of these
	Hidden        []deal.CompanyID           // companies that are left out with all their legs
	MinAmount     deal.Money                 // least amount of a leg, as the view counts it; zero is no bound
	OnlyDisclosed bool                       // legs of undisclosed amounts are left out; otherwise they stay, whatever MinAmount
	Near          []deal.CompanyID           // nil: no bound; otherwise only companies within Steps of one of these
	Steps         int                        // of Near: flows to walk along, in either direction; 0 is 1
	OnlyLoops     bool                       // only flows on loops, of what everything else leaves
	MaxLen        int                        // longest loop looked for, in companies; 0 is as LoopLength says
}

// largeDocument is from how many companies on only loops of up to longLoop companies are looked for unless the view
// says otherwise: a large network has more loops than anyone could count, let alone read.
const largeDocument, longLoop = 61, 6

// LoopLength returns the longest loop that is looked for in a document of so many companies, in companies; 0 is no
// bound. The window, the command line and the report so count the same loops.
func (v View) LoopLength(companies int) int {
	if v.MaxLen == 0 && companies >= largeDocument {
		return longLoop
	}
	return v.MaxLen
}

// Basis is what is counted of a leg that runs for years.
type Basis string

// The bases: the whole contract, one year's worth, or what has been paid.
const (
	BasisHeadline Basis = "headline"
	BasisYear     Basis = "year"
	BasisDrawn    Basis = "drawn"
)

// Bases lists every basis in its fixed order.
var Bases = []Basis{BasisHeadline, BasisYear, BasisDrawn}

// Pick is which of a figure's three numbers counts.
type Pick string

// The picks.
const (
	PickLow  Pick = "low"
	PickBest Pick = "best"
	PickHigh Pick = "high"
)

// Picks lists every pick in its fixed order.
var Picks = []Pick{PickLow, PickBest, PickHigh}

// Validate reports the first thing that is wrong with the view.
func (v View) Validate() error {
	switch {
	case v.Basis != "" && !slices.Contains(Bases, v.Basis):
		return fmt.Errorf("%q is no basis: use headline, year or drawn", v.Basis)
	case v.Figure != "" && !slices.Contains(Picks, v.Figure):
		return fmt.Errorf("%q is no figure: use low, best or high", v.Figure)
	case v.Year != 0 && (v.Year < 1800 || v.Year > 2200):
		return fmt.Errorf("the year %d is outside 1800 to 2200", v.Year)
	case v.Year != 0 && v.Basis != BasisYear:
		return fmt.Errorf("a year (%d) needs the basis year", v.Year)
	case v.MaxLen < 0 || v.MaxLen == 1:
		return fmt.Errorf("a loop has at least two companies: the longest cannot be %d", v.MaxLen)
	case v.MinAmount.Cents < 0 || v.MinAmount.Cents > deal.MaxCents:
		return fmt.Errorf("the least amount of a leg is from nothing to %s", deal.Money{Cents: deal.MaxCents, Currency: v.MinAmount.Currency}.Short())
	case v.Steps < 0 || v.Steps > mostSteps:
		return fmt.Errorf("a neighbourhood has 1 to %d steps, not %d", mostSteps, v.Steps)
	case v.Steps != 0 && v.Near == nil:
		return fmt.Errorf("%d steps need a company that they start from", v.Steps)
	}
	if _, ok := v.AsOf.First(); v.AsOf != "" && !ok {
		return fmt.Errorf("%q is not a date: write 2025-11-03, 2025-11 or 2025", v.AsOf)
	}
	for _, status := range v.Statuses {
		if !slices.Contains(deal.Statuses, status) {
			return fmt.Errorf("%q is no status", status)
		}
	}
	for _, kind := range v.Kinds {
		if !slices.Contains(deal.Kinds, kind) {
			return fmt.Errorf("%q is no kind", kind)
		}
	}
	for status, weight := range v.Weights {
		if weight < 0 || weight > deal.Whole {
			return fmt.Errorf("the weight of %s is outside 0%% to 100%%", status)
		}
	}
	return nil
}

// Admits reports whether the leg is part of the network whatever its amount and whatever else is in it: only
// Build knows which legs are too small, too far from the companies of Near or on no loop.
func (v View) Admits(d deal.Deal, leg deal.Leg) bool {
	if d.Counting != deal.Counted {
		return false
	}
	if v.Statuses == nil && !d.Status.Live() || v.Statuses != nil && !slices.Contains(v.Statuses, d.Status) {
		return false
	}
	if weight, ok := v.Weights[d.Status]; ok && weight == 0 {
		return false
	}
	if v.Kinds != nil && !slices.Contains(v.Kinds, leg.Kind) {
		return false
	}
	if slices.Contains(v.Hidden, leg.Payer) || slices.Contains(v.Hidden, leg.Payee) {
		return false
	}
	if v.Companies != nil && !(slices.Contains(v.Companies, leg.Payer) && slices.Contains(v.Companies, leg.Payee)) {
		return false
	}
	if v.OnlyDated && d.Announced == "" {
		return false
	}
	if v.AsOf == "" {
		return true
	}
	if bound, ok := v.AsOf.Last(); ok {
		if announced, ok := d.Announced.First(); ok && announced.After(bound) {
			return false
		}
	}
	return true
}

// admitsCompany reports whether the company is part of the network, whatever else is.
func (v View) admitsCompany(id deal.CompanyID) bool {
	return (v.Companies == nil || slices.Contains(v.Companies, id)) && !slices.Contains(v.Hidden, id)
}

// Why a leg has no number on the basis of a year.
const (
	noTerm = "no source says over how many years it runs, so nobody knows what falls into one year"
	noDate = "no source says when it begins, so nobody knows what falls into that year"
)

// spread returns what of the cents counts on the view's basis: all of it, or the part of the schedule that
// falls into the view's year. The parts of all years add up to the whole, to the cent. Financing without a
// term is paid at once; purchases without a term run for nobody knows how long, and then, as without a date,
// the answer is a reason instead of a number.
func (v View) spread(d *deal.Deal, leg *deal.Leg, cents int64) (part int64, unknown string) {
	atOnce := leg.TermMonths == 0 && leg.Kind.Financing()
	switch {
	case v.Basis != BasisYear:
		return cents, ""
	case v.Year == 0 && leg.TermMonths == 0 && !atOnce:
		return 0, noTerm
	case v.Year == 0:
		part, _ = deal.MulDiv(cents, 12, int64(max(leg.TermMonths, 12)))
		return part, ""
	}
	start, ok := leg.Start.First()
	if !ok {
		if start, ok = d.Announced.First(); !ok {
			return 0, noDate
		}
	}
	first := monthsBetween(start, v.Year)
	switch {
	case first <= -12:
		return 0, "" // it begins in a later year
	case leg.TermMonths > 0:
		idle := min(leg.Suspended, leg.TermMonths-1) // all of the cents are paid after it
		return paidBy(cents, first+12-idle, leg.TermMonths-idle) - paidBy(cents, first-idle, leg.TermMonths-idle), ""
	case !atOnce:
		return 0, noTerm
	case first > 0:
		return 0, "" // it was paid in an earlier year
	}
	return cents, ""
}

// monthsBetween returns the months from the start of a schedule to January of the year.
func monthsBetween(start time.Time, year int) int {
	return (year-start.Year())*12 - (int(start.Month()) - 1)
}

// paidBy returns what an even schedule has paid after so many of its months.
func paidBy(cents int64, months, term int) int64 {
	part, _ := deal.MulDiv(cents, int64(min(max(months, 0), term)), int64(term))
	return part
}
