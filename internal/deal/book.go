package deal

import (
	"reflect"
	"slices"
)

// Rate is what one unit of Currency is worth in the Book's base currency.
type Rate struct {
	Currency Currency
	Micros   int64 // millionths of the base currency for one unit, above 0
	Date     Date
	Source   SourceID
}

// Book is an immutable snapshot of a document. Every slice is ordered by ID, deals hold their legs in the
// order in which they were entered, and nobody changes a Book once NewBook has returned it.
type Book struct {
	Title     string
	Base      Currency // every sum is in this currency
	Layout    Layout   // how companies are placed on the canvas
	Revision  int64    // grows with every edit, undo and redo of the document
	Companies []Company
	Deals     []Deal
	Sources   []Source
	Claims    []Claim
	Rates     []Rate
	Scenarios []Scenario
	Placed    map[Layout]Placement // where companies stand in the layouts that were shown; nil: none was

	index
}

// index finds the parts of a Book; NewBook makes it of them.
type index struct {
	companyAt  map[CompanyID]int
	dealAt     map[DealID]int
	legAt      map[LegID]legPlace
	between    map[[2]CompanyID][]legPlace // of payer and payee, in order
	sourceAt   map[SourceID]int
	claimsOf   map[Subject][]int
	scenarioAt map[ScenarioID]int
	rateOf     map[Currency]int64
}

type legPlace struct{ deal, leg int }

// NewBook indexes the parts and returns them as a Book. It takes the slices over and sorts them by ID.
func NewBook(parts Book) *Book {
	b := &parts
	if b.Base == "" {
		b.Base = USD
	}
	slices.SortStableFunc(b.Companies, func(x, y Company) int { return int(x.ID - y.ID) })
	slices.SortStableFunc(b.Deals, func(x, y Deal) int { return int(x.ID - y.ID) })
	slices.SortStableFunc(b.Sources, func(x, y Source) int { return int(x.ID - y.ID) })
	slices.SortStableFunc(b.Claims, func(x, y Claim) int { return int(x.ID - y.ID) })
	slices.SortStableFunc(b.Scenarios, func(x, y Scenario) int { return int(x.ID - y.ID) })
	b.companyAt = make(map[CompanyID]int, len(b.Companies))
	for i := range b.Companies {
		b.companyAt[b.Companies[i].ID] = i
	}
	b.dealAt = make(map[DealID]int, len(b.Deals))
	b.legAt = make(map[LegID]legPlace, len(b.Deals))
	b.between = make(map[[2]CompanyID][]legPlace, len(b.Deals))
	for i := range b.Deals {
		b.dealAt[b.Deals[i].ID] = i
		for j := range b.Deals[i].Legs {
			leg, place := &b.Deals[i].Legs[j], legPlace{i, j}
			b.legAt[leg.ID] = place
			b.between[leg.ends()] = append(b.between[leg.ends()], place)
		}
	}
	b.sourceAt = make(map[SourceID]int, len(b.Sources))
	for i := range b.Sources {
		b.sourceAt[b.Sources[i].ID] = i
	}
	b.claimsOf = make(map[Subject][]int, len(b.Claims))
	for i := range b.Claims {
		b.claimsOf[b.Claims[i].About] = append(b.claimsOf[b.Claims[i].About], i)
	}
	b.scenarioAt = make(map[ScenarioID]int, len(b.Scenarios))
	for i := range b.Scenarios {
		b.scenarioAt[b.Scenarios[i].ID] = i
	}
	b.rateOf = make(map[Currency]int64, len(b.Rates))
	for _, rate := range b.Rates {
		b.rateOf[rate.Currency] = rate.Micros
	}
	return b
}

// SameEntries reports whether the Books hold the same; only where their layouts have put the companies may differ.
func (b *Book) SameEntries(other *Book) bool {
	one, two := *b, *other
	one.Placed, two.Placed = nil, nil
	one.index, two.index = index{}, index{} // they follow from the rest
	return reflect.DeepEqual(&one, &two)
}

// With returns a Book with other companies and deals in the place of this one's, both ordered by ID; the Book itself
// stays as it is. Where they have the same IDs at the same places, and legs lead between the same companies, as in a
// scenario that only moves numbers, nothing is indexed anew.
func (b *Book) With(companies []Company, deals []Deal) *Book {
	with := *b
	with.Companies, with.Deals = companies, deals
	if !b.indexes(companies, deals) {
		return NewBook(with)
	}
	return &with
}

// indexes reports whether the Book's own indexes hold for the companies and deals.
func (b *Book) indexes(companies []Company, deals []Deal) bool {
	if b.legAt == nil || len(companies) != len(b.Companies) || len(deals) != len(b.Deals) {
		return false
	}
	for i := range companies {
		if companies[i].ID != b.Companies[i].ID {
			return false
		}
	}
	for i := range deals {
		was, is := &b.Deals[i], &deals[i]
		if is.ID != was.ID || len(is.Legs) != len(was.Legs) {
			return false
		}
		for j := range is.Legs {
			if is.Legs[j].ID != was.Legs[j].ID || is.Legs[j].ends() != was.Legs[j].ends() {
				return false
			}
		}
	}
	return true
}

// Company returns the company, or false when the Book does not hold it.
func (b *Book) Company(id CompanyID) (Company, bool) {
	i, ok := b.companyAt[id]
	if !ok {
		return Company{}, false
	}
	return b.Companies[i], true
}

// CompanyName returns the company's name, or "" when the Book does not hold it.
func (b *Book) CompanyName(id CompanyID) string {
	company, _ := b.Company(id)
	return company.Name
}

// CompanyNamed returns the company whose name is the same but for case and spaces.
func (b *Book) CompanyNamed(name string) (Company, bool) {
	key := NameKey(name)
	for i := range b.Companies {
		if NameKey(b.Companies[i].Name) == key {
			return b.Companies[i], true
		}
	}
	return Company{}, false
}

// Deal returns the deal, or false when the Book does not hold it.
func (b *Book) Deal(id DealID) (Deal, bool) {
	i, ok := b.dealAt[id]
	if !ok {
		return Deal{}, false
	}
	return b.Deals[i], true
}

// Leg returns the leg and its deal, or false when the Book does not hold it.
func (b *Book) Leg(id LegID) (Leg, Deal, bool) {
	place, ok := b.legAt[id]
	if !ok {
		return Leg{}, Deal{}, false
	}
	return b.Deals[place.deal].Legs[place.leg], b.Deals[place.deal], true
}

// LegAt returns the places of the leg's deal in Deals and of the leg in that, or false when the Book does not hold it.
func (b *Book) LegAt(id LegID) (deal, leg int, ok bool) {
	place, ok := b.legAt[id]
	return place.deal, place.leg, ok
}

// LegsBetween returns the legs by which payer pays payee in deals that count, in the order of the Book.
func (b *Book) LegsBetween(payer, payee CompanyID) []Leg {
	var legs []Leg
	for _, place := range b.between[[2]CompanyID{payer, payee}] {
		if of := &b.Deals[place.deal]; of.Counts() {
			legs = append(legs, of.Legs[place.leg])
		}
	}
	return legs
}

// ends returns payer and payee.
func (l *Leg) ends() [2]CompanyID { return [2]CompanyID{l.Payer, l.Payee} }

// Source returns the source, or false when the Book does not hold it.
func (b *Book) Source(id SourceID) (Source, bool) {
	i, ok := b.sourceAt[id]
	if !ok {
		return Source{}, false
	}
	return b.Sources[i], true
}

// Scenario returns the scenario, or false when the Book does not hold it.
func (b *Book) Scenario(id ScenarioID) (Scenario, bool) {
	i, ok := b.scenarioAt[id]
	if !ok {
		return Scenario{}, false
	}
	return b.Scenarios[i], true
}

// ClaimsAbout returns the claims about the subject, in the order in which they were entered.
func (b *Book) ClaimsAbout(subject Subject) []Claim {
	places := b.claimsOf[subject]
	claims := make([]Claim, len(places))
	for i, place := range places {
		claims[i] = b.Claims[place]
	}
	return claims
}

// Follows returns the sources of the chosen claims about any of the subjects, each once, in the order of the subjects: whom
// the document follows there.
func (b *Book) Follows(about ...Subject) []SourceID {
	var list []SourceID
	for _, subject := range about {
		for _, place := range b.claimsOf[subject] {
			if claim := &b.Claims[place]; claim.Chosen && claim.Source != 0 && !slices.Contains(list, claim.Source) {
				list = append(list, claim.Source)
			}
		}
	}
	return list
}

// InBase returns the cents of the base currency that cents of the currency are worth, rounded half to even,
// or false when the Book has no rate for the currency or the product is beyond int64.
func (b *Book) InBase(cents int64, currency Currency) (int64, bool) {
	if currency == b.Base || currency == "" || cents == 0 {
		return cents, true
	}
	micros, ok := b.rateOf[currency]
	if !ok {
		return 0, false
	}
	return MulDiv(cents, micros, 1_000_000)
}
