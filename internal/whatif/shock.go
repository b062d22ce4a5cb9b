package whatif

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// ShockKind is what happens in a stress test.
type ShockKind string

// The shocks.
const (
	ShockFails      ShockKind = "fails"      // a company fails: it pays no more than the recovery rate of what it owes
	ShockCash       ShockKind = "cash"       // a company's cash is another
	ShockValuations ShockKind = "valuations" // all valuations fall
	ShockCut        ShockKind = "cut"        // all contracts of a kind are cut
	ShockCollapse   ShockKind = "collapse"   // all deals of a status collapse
	ShockCutOff     ShockKind = "cut off"    // a company buys nothing from a supplier any more
)

// ShockKinds lists every shock in its fixed order.
var ShockKinds = []ShockKind{ShockFails, ShockCash, ShockValuations, ShockCut, ShockCollapse, ShockCutOff}

// Shock is what a stress test does to a Book, and what it assumes. Which of the fields speak follows from Kind.
type Shock struct {
	Kind     ShockKind
	Company  deal.CompanyID // that fails, has other cash or is cut off
	Supplier deal.CompanyID // that it is cut off from
	Cents    int64          // its cash, in the currency that its cash is stated in, otherwise in the base currency
	Part     deal.Share     // the part that valuations or contracts lose
	Cut      deal.Kind      // of the contracts
	Status   deal.Status    // of the deals

	Recovery deal.Share           // the part of what a failed company owes that is paid all the same
	Costs    network.DefaultCosts // what is lost where a company cannot pay in full
	Assume   bool                 // cash that nobody states is Assumed; otherwise it stays unknown
	Assumed  int64                // in cents of the base currency
}

// nasdaqFall is what the Nasdaq Composite lost from March 2000 to October 2002.
const nasdaqFall deal.Share = 770_000

// Validate reports why the Book cannot be shocked so, as one sentence, or nil.
func (s Shock) Validate(book *deal.Book) error {
	switch s.Kind {
	case ShockFails, ShockCash, ShockCutOff:
		if _, ok := book.Company(s.Company); !ok {
			return fmt.Errorf("choose the company that is shocked")
		}
	}
	switch s.Kind {
	case ShockCash:
		if s.Cents < 0 || s.Cents > deal.MaxCents {
			return fmt.Errorf("cash is from nothing to %s", deal.Money{Cents: deal.MaxCents, Currency: book.Base}.Short())
		}
	case ShockCutOff:
		if _, ok := book.Company(s.Supplier); !ok {
			return fmt.Errorf("choose the supplier that it is cut off from")
		}
		if s.Supplier == s.Company {
			return fmt.Errorf("a company is not cut off from itself")
		}
	case ShockCut:
		if !slices.Contains(deal.Kinds, s.Cut) {
			return fmt.Errorf("%q is no kind of contract: it is %s", s.Cut, deal.OneOf(deal.Kinds))
		}
	case ShockCollapse:
		if !slices.Contains(deal.Statuses, s.Status) {
			return fmt.Errorf("%q is no status: it is %s", s.Status, deal.OneOf(deal.Statuses))
		}
	}
	if !slices.Contains(ShockKinds, s.Kind) {
		return fmt.Errorf("%q is no shock", s.Kind)
	}
	for _, part := range []deal.Share{s.Part, s.Recovery} {
		if part < 0 || part > deal.Whole {
			return fmt.Errorf("a part is from 0%% to 100%%, not %s", part.Percent())
		}
	}
	if s.Assume && (s.Assumed < 0 || s.Assumed > deal.MaxCents) {
		return fmt.Errorf("assumed cash is from nothing to %s", deal.Money{Cents: deal.MaxCents, Currency: book.Base}.Short())
	}
	return s.Costs.Validate()
}

// Words says what happens, as the beginning of a sentence: "OpenAI fails".
func (s Shock) Words(book *deal.Book) string {
	name := book.CompanyName(s.Company)
	switch s.Kind {
	case ShockFails:
		return name + " fails"
	case ShockCash:
		return fmt.Sprintf("%s has %s of cash", name, deal.Money{Cents: s.Cents, Currency: s.currency(book)}.Exact())
	case ShockValuations:
		return fmt.Sprintf("All valuations fall by %s", s.Part.Percent())
	case ShockCut:
		if s.Cut.Financing() {
			return fmt.Sprintf("All %s financing is cut by %s", s.Cut, s.Part.Percent())
		}
		return fmt.Sprintf("All %s contracts are cut by %s", s.Cut, s.Part.Percent())
	case ShockCollapse:
		if s.Status == deal.StatusInTalks {
			return "Every deal in talks collapses"
		}
		return fmt.Sprintf("Every %s deal collapses", s.Status)
	}
	return fmt.Sprintf("%s buys nothing from %s any more", name, book.CompanyName(s.Supplier))
}

// currency is that of the shocked company's cash.
func (s Shock) currency(book *deal.Book) deal.Currency {
	if company, ok := book.Company(s.Company); ok && company.Cash.Stated {
		return company.Cash.Money.Currency
	}
	return book.Base
}

// keeps returns the part of the leg that is still due after the shock.
func (s Shock) keeps(book *deal.Book, id deal.LegID) deal.Share {
	leg, owner, _ := book.Leg(id)
	switch {
	case s.Kind == ShockCut && leg.Kind == s.Cut:
		return deal.Whole - s.Part
	case s.Kind == ShockCollapse && owner.Status == s.Status:
		return 0
	case s.Kind == ShockCutOff && leg.Payer == s.Company && leg.Payee == s.Supplier && !leg.Kind.Financing():
		return 0
	}
	return deal.Whole
}

// leaves returns the part of the leg that the shock leaves, paid or not: what has been paid stays.
func (s Shock) leaves(book *deal.Book, id deal.LegID) float64 {
	leg, owner, _ := book.Leg(id)
	kept := float64(s.keeps(book, id)) / float64(deal.Whole)
	paid := 0.0
	switch {
	case owner.Status == deal.StatusCompleted:
		paid = 1
	case leg.Drawn.Stated && leg.Figure.Known() && leg.Figure.Best > 0:
		drawn, ok := book.InBase(leg.Drawn.Money.Cents, leg.Drawn.Money.Currency)
		if all, rated := book.InBase(leg.Figure.Best, leg.Currency); ok && rated && all > 0 {
			paid = min(1, float64(drawn)/float64(all))
		}
	}
	return paid + (1-paid)*kept
}

// Changes returns the shock as changes of a scenario. What the stress test assumes of costs and unknown cash is no part of
// them, and legs without a number cannot be cut by a part.
func (s Shock) Changes(book *deal.Book) []deal.Change {
	var changes []deal.Change
	switch s.Kind {
	case ShockFails:
		fails := deal.Change{Field: deal.ChangeFails, Target: int64(s.Company), Value: 1}
		if s.Recovery > 0 {
			fails.Text = s.Recovery.Percent()
		}
		changes = []deal.Change{fails}
	case ShockCash:
		changes = []deal.Change{{Field: deal.ChangeCash, Target: int64(s.Company), Value: s.Cents}}
	case ShockCutOff:
		changes = []deal.Change{{Field: deal.ChangeCutOff, Target: int64(s.Company), Other: int64(s.Supplier)}}
	case ShockCollapse:
		changes = []deal.Change{{Field: deal.ChangeWeight, Text: string(s.Status)}}
	default:
		changes = s.legChanges(book)
	}
	for i, change := range changes {
		changes[i] = Rebase(book, change)
	}
	return changes
}

// legChanges are the changes of a shock that moves legs by a part.
func (s Shock) legChanges(book *deal.Book) []deal.Change {
	var changes []deal.Change
	for _, owner := range book.Deals {
		if !owner.Counts() {
			continue
		}
		for _, leg := range owner.Legs {
			change := deal.Change{Field: deal.ChangeAmount, Target: int64(leg.ID)}
			from := leg.Figure
			switch {
			case s.Kind == ShockValuations && leg.Kind == deal.KindEquity:
				change.Field, from = deal.ChangeValuation, leg.Valuation
			case s.Kind != ShockCut || leg.Kind != s.Cut:
				continue
			}
			if !from.Known() || from.Best == 0 {
				continue
			}
			change.Value, _ = (deal.Whole - s.Part).Of(from.Best)
			changes = append(changes, change)
		}
	}
	return changes
}
