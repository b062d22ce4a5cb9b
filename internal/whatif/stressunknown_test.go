package whatif

import (
	"testing"

	"roundtrip/internal/deal"
)

// B owes A 9 for certain, which it has, and an undisclosed amount that collapses: what A loses is unknown and not nothing.
func TestALossOfUndisclosedLegsIsUnknown(t *testing.T) {
	book := bookOf([]float64{-1, 1e12}, [][3]int64{{1, 0, bn(9)}, {1, 0, 0}}, 0)
	book.Deals[1].Legs[0].Figure, book.Deals[1].Status = deal.Undisclosed(), deal.StatusInTalks
	result := stress(t, deal.NewBook(*book), Shock{Kind: ShockCollapse, Status: deal.StatusInTalks})
	if a, _ := result.Company(1); a.LossKnown() || len(result.Suppliers) != 1 || result.Suppliers[0].LossKnown() {
		t.Errorf("%+v, %+v", a, result.Suppliers)
	}
}

// A owes B 10 and has 4: B loses 6 with and without the shock that A has 4 and, when A has 1, 9.
func TestALossThatWasThereBeforeIsSaid(t *testing.T) {
	book := bookOf([]float64{float64(bn(4)), 0}, [][3]int64{{0, 1, bn(10)}}, 0)
	result := stress(t, book, Shock{Kind: ShockCash, Company: 1, Cents: bn(1)})
	if b := result.Suppliers[0]; b.Before.Best != float64(bn(6)) || b.Lost.Best != float64(bn(9)) {
		t.Errorf("%+v", b)
	}
}
