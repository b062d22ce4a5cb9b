package whatif

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// anyBook draws a small book of commercial legs with small amounts, so that amounts tie and compete; its first
// leg is an equity leg.
func anyBook(t *rapid.T) *deal.Book {
	n := rapid.IntRange(2, 6).Draw(t, "companies")
	book := deal.Book{}
	for i := range n {
		book.Companies = append(book.Companies, deal.Company{ID: deal.CompanyID(i + 1), Name: fmt.Sprint("C", i+1)})
	}
	count := rapid.IntRange(1, 14).Draw(t, "legs")
	for i := range count {
		payer := rapid.IntRange(1, n).Draw(t, "payer")
		payee := rapid.IntRange(1, n-1).Draw(t, "payee")
		if payee >= payer {
			payee++
		}
		kind, figure := deal.KindCloud, deal.Exactly(rapid.Int64Range(0, 12).Draw(t, "cents"))
		if i == 0 {
			kind = deal.KindEquity
		}
		if rapid.IntRange(0, 9).Draw(t, "disclosed") == 0 {
			figure = deal.Undisclosed()
		}
		id := deal.LegID(i + 1)
		book.Deals = append(book.Deals, deal.Deal{ID: deal.DealID(i + 1), Title: fmt.Sprint("D", i+1),
			Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{{ID: id, Deal: deal.DealID(i + 1),
				Payer: deal.CompanyID(payer), Payee: deal.CompanyID(payee), Kind: kind, Basis: deal.BasisCash,
				Figure: figure, Currency: deal.USD}}})
	}
	return deal.NewBook(book)
}

func circularWith(t *rapid.T, w *Workbench, leg deal.LegID, cents int64) int64 {
	built, err := w.build([]deal.Change{{Field: deal.ChangeAmount, Target: int64(leg), Value: cents}})
	if err != nil {
		t.Fatal(err)
	}
	around, _ := built.network.Circulation()
	return around
}

// The saturation is the smallest amount from which the circular money no longer grows: found by trying every
// amount one after the other.
func TestSaturationAgainstEveryAmount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, err := NewWorkbench(context.Background(), anyBook(t), network.View{}, network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		stake := StakeOf(w.book, 1)
		got, err := w.saturation(context.Background(), stake, nil)
		if err != nil {
			t.Fatal(err)
		}
		most := circularWith(t, w, 1, deal.MaxCents)
		want := int64(0)
		for circularWith(t, w, 1, want) < most {
			want++
		}
		if got.Cents != want || got.Unbounded || got.Reached != (stake.Cents >= want) {
			t.Fatalf("%+v, want %d", got, want)
		}
		if want > 0 && len(got.Full) == 0 {
			t.Fatalf("nothing is full at %d: %+v", want, got)
		}
	})
}

// Of each leg that is named as full, one cent more lets more go round; where several in a row are full, one
// cent more of all of them does.
func TestFullLegsHoldTheStakeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, err := NewWorkbench(context.Background(), anyBook(t), network.View{}, network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := w.saturation(context.Background(), StakeOf(w.book, 1), nil)
		if err != nil {
			t.Fatal(err)
		}
		most := circularWith(t, w, 1, deal.MaxCents)
		more := func(flows []int) bool {
			built, err := w.build([]deal.Change{{Field: deal.ChangeAmount, Target: 1, Value: deal.MaxCents}})
			if err != nil {
				t.Fatal(err)
			}
			for _, flow := range flows {
				built.network.Flows[flow].Money++
			}
			around, _ := built.network.Circulation()
			return around > most
		}
		built, err := w.build([]deal.Change{{Field: deal.ChangeAmount, Target: 1, Value: deal.MaxCents}})
		if err != nil {
			t.Fatal(err)
		}
		var flows []int
		for _, leg := range got.Full {
			if flow := flowOf(built.network, leg); !slices.Contains(flows, flow) {
				flows = append(flows, flow)
			}
		}
		each := true
		for _, flow := range flows {
			each = each && more([]int{flow})
		}
		if !each && !more(flows) {
			t.Fatalf("the full flows %v do not hold the stake back: %+v", flows, got)
		}
	})
}

// Where the spending leg moves with the stake, the kink is where the last straight piece begins.
func TestSaturationOfAMovingSpendingLeg(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	for _, share := range []deal.Share{100_000, 333_333, 500_000, 800_000, 990_000} {
		stake.SpentBack = share
		got := compare(t, workbench, stake).Saturation
		// 38 + share·x = x: beyond that only the share of each further dollar finds a way back.
		want, _ := deal.MulDiv(bn(38), int64(deal.Whole), int64(deal.Whole-share))
		if off := got.Cents - want; !got.Unbounded || off > 100_00 || off < -100_00 {
			t.Errorf("share %s: %+v, want %d", share.Percent(), got, want)
		}
	}
}

// Under a view that counts a year or a part of the money, the saturation is still in the stake's own dollars.
func TestSaturationIsInTheLegsOwnMoney(t *testing.T) {
	book := sampleBook()
	for _, test := range []struct {
		name string
		view network.View
		want float64
	}{
		{"talks count half", network.View{Weights: map[deal.Status]deal.Share{deal.StatusInTalks: 500_000}}, 76},
		{"an average year", network.View{Basis: network.BasisYear}, 38.0 / 7},
		{"without Amazon's cloud", network.View{Kinds: []deal.Kind{deal.KindEquity}}, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			w, err := NewWorkbench(context.Background(), book, test.view, network.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := compare(t, w, StakeOf(book, amazonStake)).Saturation
			if off := float64(got.Cents) - test.want*billion; off > 1 || off < -1 {
				t.Errorf("%+v, want %vbn", got, test.want)
			}
		})
	}
}
