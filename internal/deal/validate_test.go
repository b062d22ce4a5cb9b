package deal

import (
	"strings"
	"testing"
)

func TestNamesThatShowAsAnotherAreRefused(t *testing.T) {
	for _, name := range []string{"\u202eIAnepO", "Open\tAI", "Open\nAI", "Open\u200fAI", "\xff", "  ", strings.Repeat("x", 121)} {
		if err := (Company{Name: name, Role: RoleLab}).Validate(); err == nil {
			t.Errorf("%q is taken as a company's name", name)
		}
	}
	for _, name := range []string{"Société Générale", "日本電信電話", "شركة الذكاء", "AT&T", "3M"} {
		if err := (Company{Name: name, Role: RoleLab}).Validate(); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestDealValidation(t *testing.T) {
	sound := Deal{
		Title: "d", Status: StatusSigned, Counting: Counted,
		Legs: []Leg{{ID: -1, Payer: 1, Payee: 2, Kind: KindEquity, Basis: BasisCash, Figure: UpTo(1), Currency: USD}},
	}
	if err := sound.Validate(); err != nil {
		t.Fatalf("a sound deal: %v", err)
	}
	for field, spoil := range map[string]func(*Deal){
		FieldTitle:     func(d *Deal) { d.Title = " " },
		FieldStatus:    func(d *Deal) { d.Status = "maybe" },
		FieldCounting:  func(d *Deal) { d.Counting = "" },
		FieldAnnounced: func(d *Deal) { d.Announced = "2025-13" },
		FieldLegs:      func(d *Deal) { d.Legs = nil },
		FieldPayer:     func(d *Deal) { d.Legs[0].Payer = 0 },
		FieldPayee:     func(d *Deal) { d.Legs[0].Payee = 1 },
		FieldKind:      func(d *Deal) { d.Legs[0].Kind = "gift" },
		FieldBasis:     func(d *Deal) { d.Legs[0].Basis = "" },
		FieldAmount:    func(d *Deal) { d.Legs[0].Figure = Figure{Said: SaidExact, Low: 2, Best: 1, High: 1} },
		FieldCurrency:  func(d *Deal) { d.Legs[0].Currency = "DOGE" },
		FieldTerm:      func(d *Deal) { d.Legs[0].TermMonths = -1 },
		FieldStake:     func(d *Deal) { d.Legs[0].Stake = Whole + 1 },
		FieldCondition: func(d *Deal) { d.Legs[0].ConditionalOn = -1 },
		FieldDrawn:     func(d *Deal) { d.Legs[0].Drawn = Reported{Stated: true, Money: Money{2, USD}} },
		FieldValuation: func(d *Deal) { d.Legs[0].Valuation = Exactly(0) },
		FieldTotal:     func(d *Deal) { d.Total = Exactly(-5) },
		FieldTags:      func(d *Deal) { d.Tags = []string{"a,b"} },
		FieldRight:     func(d *Deal) { d.Rights = []Right{{Kind: RightExclusivity, Holder: 3, Over: 3}} },
	} {
		spoiled := sound
		spoiled.Legs = append([]Leg(nil), sound.Legs...)
		spoil(&spoiled)
		err := spoiled.Validate()
		if err == nil || !strings.Contains(err.Error(), field) {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestConditionsThatGoInACircle(t *testing.T) {
	legs := func(conditions ...LegID) []Leg {
		made := make([]Leg, len(conditions))
		for i, on := range conditions {
			made[i] = Leg{ID: LegID(i + 1), ConditionalOn: on}
		}
		return made
	}
	for _, test := range []struct {
		legs []Leg
		want int
	}{
		{nil, -1}, {legs(0, 1, 2), -1}, {legs(9, 1), -1}, {legs(2, 1), 0}, {legs(0, 3, 4, 2), 1}, {legs(2, 3, 2), 1},
		{legs(1), -1}, // itself: said in other words
		{[]Leg{{}, {}}, -1},
	} {
		if got := CircularCondition(test.legs); got != test.want {
			t.Errorf("%+v: got %d, want %d", test.legs, got, test.want)
		}
	}
}
