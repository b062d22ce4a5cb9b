package whatif

import (
	"slices"
	"sort"

	"roundtrip/internal/deal"
)

// draft is a Book being changed. It shares everything with the Book that it began as until it is written to. It can
// begin anew and be written to again in the memory that it has; the Books that it gave before are overwritten then.
type draft struct {
	from      *deal.Book
	companies []deal.Company
	deals     []deal.Deal
	touched   []int        // positions of deals that may differ from the Book's
	own       []bool       // own[i]: deals[i] is touched, and its legs are the draft's own
	room      [][]deal.Leg // memory for the legs of each deal
	dealRoom  []deal.Deal  // memory for the deals
	stated    []deal.LegID // legs whose amount a change has stated
	changes   []deal.Change
	last      map[deal.ChangeSlot]int // of the changes, as noteLast says

	companyRoom []deal.Company // memory for the companies
}

func newDraft(book *deal.Book) *draft {
	return &draft{from: book, companies: book.Companies, deals: book.Deals}
}

// begin makes the draft the Book again that it began as.
func (d *draft) begin() {
	d.companies, d.stated = d.from.Companies, d.stated[:0]
	for _, at := range d.touched {
		if d.own[at] {
			d.room[at], d.own[at] = d.deals[at].Legs, false
		}
		d.deals[at] = d.from.Deals[at]
	}
	d.touched = d.touched[:0]
}

// book returns the draft as a Book.
func (d *draft) book() *deal.Book { return d.from.With(d.companies, d.deals) }

// ownDeal makes the deal at the position the draft's own, but for its legs, and returns it.
func (d *draft) ownDeal(at int) *deal.Deal {
	if d.dealRoom == nil {
		d.dealRoom = slices.Clone(d.deals)
		d.deals, d.own, d.room = d.dealRoom, make([]bool, len(d.deals)), make([][]deal.Leg, len(d.deals))
	}
	d.touched = append(d.touched, at)
	return &d.deals[at]
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
	at, j, ok := d.from.LegAt(id)
	if !ok {
		at, _, ok = d.from.LegAt(madeLeg(id))
	}
	if !ok {
		return 0, 0, false
	}
	legs := d.deals[at].Legs
	if j < len(legs) && legs[j].ID == id {
		return at, j, true // as in nearly every draft: no leg of the deal has gone
	}
	for j := range legs {
		if legs[j].ID == id {
			return at, j, true
		}
	}
	return at, -1, false
}

// deal returns the deal to be written to; check has found it.
func (d *draft) deal(id deal.DealID) *deal.Deal {
	return d.ownDeal(d.dealAt(id))
}

// ownLegs makes the legs of the deal at the position the draft's own and returns the deal.
func (d *draft) ownLegs(at int) *deal.Deal {
	if d.dealRoom != nil && d.own[at] {
		return &d.deals[at]
	}
	owner := d.ownDeal(at)
	owner.Legs, d.own[at] = append(d.room[at][:0], owner.Legs...), true
	return owner
}

// leg returns the leg to be written to; check has found it.
func (d *draft) leg(id deal.LegID) *deal.Leg {
	i, j, _ := d.legAt(id)
	return &d.ownLegs(i).Legs[j]
}

// read returns the leg as it is now, not to be written to.
func (d *draft) read(id deal.LegID) (*deal.Leg, bool) {
	i, j, ok := d.legAt(id)
	if !ok {
		return nil, false
	}
	return &d.deals[i].Legs[j], true
}

// companyAt returns the company's position, or a number below 0. A Book holds its companies by ID, and no change moves
// them.
func (d *draft) companyAt(id deal.CompanyID) int {
	at := sort.Search(len(d.companies), func(i int) bool { return d.companies[i].ID >= id })
	if at == len(d.companies) || d.companies[at].ID != id {
		return -1
	}
	return at
}

func (d *draft) setCash(to deal.Change) {
	if len(d.companyRoom) == 0 || &d.companies[0] != &d.companyRoom[0] {
		d.companyRoom = append(d.companyRoom[:0], d.companies...)
		d.companies = d.companyRoom
	}
	company := &d.companies[d.companyAt(deal.CompanyID(to.Target))]
	currency := d.from.Base
	if company.Cash.Stated {
		currency = company.Cash.Money.Currency
	}
	company.Cash = deal.Reported{Stated: true, Money: deal.Money{Cents: to.Value, Currency: currency}}
}

// spendingLeg is the function of that name, for a stake as it is in the draft.
func (d *draft) spendingLeg(stake deal.Leg) (deal.LegID, bool) {
	if _, ok := d.read(stake.ConditionalOn); ok && stake.ConditionalOn != 0 {
		return stake.ConditionalOn, true
	}
	if _, ok := d.read(madeLeg(stake.ID)); ok {
		return madeLeg(stake.ID), true
	}
	stake.ConditionalOn = 0
	leg, ok := spendingLeg(d.from, stake)
	if _, still := d.read(leg.ID); !still {
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
