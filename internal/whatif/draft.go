package whatif

import (
	"slices"
	"sort"

	"roundtrip/internal/deal"
)

// draft is a Book being changed. It shares everything with the Book that it began as until it is written to.
type draft struct {
	from      *deal.Book
	companies []deal.Company
	deals     []deal.Deal
	legs      []bool // legs[i]: the legs of deals[i] are the draft's own
	owned     [2]bool
	stated    []deal.LegID // legs whose amount a change has stated
}

func newDraft(book *deal.Book) *draft {
	return &draft{from: book, companies: book.Companies, deals: book.Deals}
}

// book returns the draft as a Book.
func (d *draft) book() *deal.Book {
	return deal.NewBook(deal.Book{
		Title: d.from.Title, Base: d.from.Base, Layout: d.from.Layout, Revision: d.from.Revision,
		Companies: d.companies, Deals: d.deals,
		Sources: d.from.Sources, Claims: d.from.Claims, Rates: d.from.Rates, Scenarios: d.from.Scenarios,
	})
}

// ownDeals makes the slice of deals the draft's own.
func (d *draft) ownDeals() {
	if !d.owned[0] {
		d.deals, d.owned[0] = slices.Clone(d.deals), true
		d.legs = make([]bool, len(d.deals))
	}
}

// dealAt returns the deal's position, or a number below 0. A Book holds its deals by ID, and no change moves them.
func (d *draft) dealAt(id deal.DealID) int {
	at := sort.Search(len(d.deals), func(i int) bool { return d.deals[i].ID >= id })
	if at == len(d.deals) || d.deals[at].ID != id {
		return -1
	}
	return at
}

// legAt returns the positions of the leg's deal and of the leg in it. A leg that the draft has made up is in the
// deal of the stake that it was made for.
func (d *draft) legAt(id deal.LegID) (int, int, bool) {
	_, owner, ok := d.from.Leg(id)
	if !ok {
		_, owner, ok = d.from.Leg(madeLeg(id))
	}
	if !ok {
		return 0, 0, false
	}
	at := d.dealAt(owner.ID)
	j := slices.IndexFunc(d.deals[at].Legs, func(leg deal.Leg) bool { return leg.ID == id })
	return at, j, j >= 0
}

// deal returns the deal to be written to; check has found it.
func (d *draft) deal(id deal.DealID) *deal.Deal {
	d.ownDeals()
	return &d.deals[d.dealAt(id)]
}

// ownLegs makes the legs of the deal at the position the draft's own and returns the deal.
func (d *draft) ownLegs(at int) *deal.Deal {
	d.ownDeals()
	if !d.legs[at] {
		d.deals[at].Legs, d.legs[at] = slices.Clone(d.deals[at].Legs), true
	}
	return &d.deals[at]
}

// leg returns the leg to be written to; check has found it.
func (d *draft) leg(id deal.LegID) *deal.Leg {
	i, j, _ := d.legAt(id)
	return &d.ownLegs(i).Legs[j]
}

// read returns the leg and its deal as they are now.
func (d *draft) read(id deal.LegID) (deal.Leg, *deal.Deal, bool) {
	i, j, ok := d.legAt(id)
	if !ok {
		return deal.Leg{}, nil, false
	}
	return d.deals[i].Legs[j], &d.deals[i], true
}

func (d *draft) companyAt(id deal.CompanyID) int {
	return slices.IndexFunc(d.companies, func(company deal.Company) bool { return company.ID == id })
}

func (d *draft) setCash(id deal.CompanyID, cents int64) {
	if !d.owned[1] {
		d.companies, d.owned[1] = slices.Clone(d.companies), true
	}
	company := &d.companies[d.companyAt(id)]
	currency := d.from.Base
	if company.Cash.Stated {
		currency = company.Cash.Money.Currency
	}
	company.Cash = deal.Reported{Stated: true, Money: deal.Money{Cents: cents, Currency: currency}}
}

// spendingLeg is the function of that name, for a stake as it is in the draft.
func (d *draft) spendingLeg(stake deal.Leg) (deal.LegID, bool) {
	if _, _, ok := d.read(stake.ConditionalOn); ok && stake.ConditionalOn != 0 {
		return stake.ConditionalOn, true
	}
	if _, _, ok := d.read(madeLeg(stake.ID)); ok {
		return madeLeg(stake.ID), true
	}
	stake.ConditionalOn = 0
	leg, ok := spendingLeg(d.from, stake)
	if _, _, still := d.read(leg.ID); !still {
		return 0, false
	}
	return leg.ID, ok
}

// makeSpendingLeg adds the leg by which the stake's payee spends money with its payer, and returns its ID.
func (d *draft) makeSpendingLeg(stake deal.Leg) deal.LegID {
	at, _, _ := d.legAt(stake.ID)
	kind := deal.KindOther
	if i := d.companyAt(stake.Payer); i >= 0 {
		switch d.companies[i].Role {
		case deal.RoleCloud:
			kind = deal.KindCloud
		case deal.RoleChips:
			kind = deal.KindChips
		case deal.RoleDataCentre:
			kind = deal.KindDataCentre
		}
	}
	leg := deal.Leg{
		ID: madeLeg(stake.ID), Deal: d.deals[at].ID, Payer: stake.Payee, Payee: stake.Payer,
		Kind: kind, Basis: deal.BasisCash, Figure: deal.Undisclosed(), Currency: stake.Currency,
		Note: "Assumed by the scenario: the part of the money that is spent back.",
	}
	owner := d.ownLegs(at)
	owner.Legs = append(owner.Legs, leg)
	return leg.ID
}
