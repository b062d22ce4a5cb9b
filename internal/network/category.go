package network

// categoryOf says what kind of circle the flows of a loop make, the flows being in the order of payment.
//
// A loop without financing legs is reciprocal trade, one without commercial legs a cross-holding. Between two
// companies, the financier is the one that puts more financing into the other than it takes, and the supplier
// the one that sells more to the other than it buys: when the financier is the supplier it is vendor
// financing, when it is the other one a customer finances its supplier. Where undisclosed legs leave open who
// that is, and where both sides are even, the loop is mixed.
//
// A longer loop is vendor financing when its flows can be read as one run of financing followed by one run of
// purchases: the investor's money reaches a company that buys, through others, from the investor. Anything
// else is mixed.
func categoryOf(flows []*Flow) Category {
	var few [16]sorts
	found := few[:0]
	for _, flow := range flows {
		found = append(found, flow.sorts())
	}
	if category := categoryBySorts(found); category != "" {
		return category
	}
	return categoryOfTwo(flows[0], flows[1])
}

// sorts is which of the two sorts of legs a flow has.
type sorts uint8

const (
	financing sorts = 1 << iota
	commercial
)

func (f *Flow) sorts() sorts {
	var found sorts
	for i := range f.Legs {
		if f.Legs[i].Kind.Financing() {
			found |= financing
		} else {
			found |= commercial
		}
	}
	return found
}

// categoryBySorts returns the category of a loop as far as it follows from the sorts of the legs on its flows, or ""
// for two companies between which the amounts decide.
func categoryBySorts(flows []sorts) Category {
	var any sorts
	for _, sorts := range flows {
		any |= sorts
	}
	switch {
	case any&financing == 0:
		return CategoryReciprocalTrade
	case any&commercial == 0:
		return CategoryCrossHolding
	case len(flows) == 2:
		return ""
	case oneRunOfFinancing(flows):
		return CategoryVendorFinancing
	}
	return CategoryMixed
}

// categoryOfTwo is the category of two companies, the first of which pays there and is paid back, with both
// financing and commercial legs between them.
func categoryOfTwo(there, back *Flow) Category {
	thereFinancing, thereBought := there.split()
	backFinancing, backBought := back.split()
	financier := thereFinancing.outweighs(backFinancing)
	customer := thereBought.outweighs(backBought)
	switch {
	case financier == 0 || customer == 0:
		return CategoryMixed
	case financier == customer:
		return CategoryCustomerFinances
	}
	return CategoryVendorFinancing
}

// side is the legs of one sort in one direction.
type side struct {
	money   int64
	present bool
	open    bool // some of the legs have no number
}

// split returns the financing and the commercial side of the flow.
func (f *Flow) split() (financing, commercial side) {
	for i := range f.Legs {
		to := &commercial
		if f.Legs[i].Kind.Financing() {
			to = &financing
		}
		to.present = true
		to.money += f.Legs[i].Money
		to.open = to.open || !f.Legs[i].Known
	}
	return financing, commercial
}

// outweighs returns 1 when the side is surely the greater one, -1 when the other is, and 0 when that is open.
// A side that is there outweighs one that is not, whatever its amount.
func (s side) outweighs(other side) int {
	switch {
	case s.present != other.present:
		if s.present {
			return 1
		}
		return -1
	case s.money > other.money && !other.open:
		return 1
	case s.money < other.money && !s.open:
		return -1
	}
	return 0
}

// oneRunOfFinancing reports whether each flow can be taken for one of its sorts so that, going round, one run
// of financing is followed by one run of purchases.
func oneRunOfFinancing(flows []sorts) bool {
	for first := range flows {
		// The longest run leaves the fewest flows that must be purchases, so no shorter one need be tried.
		run := 0
		for run < len(flows)-1 && flows[(first+run)%len(flows)]&financing != 0 {
			run++
		}
		if run == 0 {
			continue
		}
		purchases := true
		for at := run; at < len(flows) && purchases; at++ {
			purchases = flows[(first+at)%len(flows)]&commercial != 0
		}
		if purchases {
			return true
		}
	}
	return false
}
