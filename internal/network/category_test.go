package network

import (
	"context"
	"testing"

	"roundtrip/internal/deal"
)

// leg is a leg written as its kind and cents; a negative number stands for undisclosed.
type leg struct {
	kind  deal.Kind
	cents int64
}

func flowOf(payer, payee int, legs ...leg) Flow {
	flow := Flow{Payer: payer, Payee: payee}
	for _, leg := range legs {
		part := FlowLeg{Kind: leg.kind, Known: leg.cents >= 0, HighOpen: leg.cents < 0}
		if part.Known {
			part.Money, part.Low, part.High = leg.cents, leg.cents, leg.cents
		}
		flow.add(part)
	}
	return flow
}

// ring is a loop in which each company pays the next with the given legs, and the last pays the first.
func ring(t *testing.T, legs ...[]leg) *Network {
	t.Helper()
	n := &Network{Base: deal.USD, Companies: make([]deal.Company, len(legs))}
	for i := range legs {
		n.Flows = append(n.Flows, flowOf(i, (i+1)%len(legs), legs[i]...))
	}
	finished, err := n.finish()
	if err != nil {
		t.Fatal(err)
	}
	return finished
}

func TestCategory(t *testing.T) {
	equity, debt, cloud, chips := deal.KindEquity, deal.KindDebt, deal.KindCloud, deal.KindChips
	tests := []struct {
		name string
		ring [][]leg
		want Category
	}{
		{"investor is supplier", [][]leg{{{equity, 10}}, {{cloud, 38}}}, CategoryVendorFinancing},
		{"supplier lends", [][]leg{{{cloud, 38}}, {{debt, 10}}}, CategoryVendorFinancing},
		{"undisclosed purchase", [][]leg{{{equity, 10}}, {{cloud, -1}}}, CategoryVendorFinancing},
		{"both undisclosed", [][]leg{{{equity, -1}}, {{cloud, -1}}}, CategoryVendorFinancing},
		{"trade both ways", [][]leg{{{chips, 10}}, {{cloud, 38}}}, CategoryReciprocalTrade},
		{"stakes both ways", [][]leg{{{equity, 10}}, {{debt, 38}}}, CategoryCrossHolding},
		{"investor is mostly supplier", [][]leg{{{equity, 10}, {chips, 2}}, {{cloud, 38}}}, CategoryVendorFinancing},
		{"investor is mostly customer", [][]leg{{{equity, 10}, {chips, 20}}, {{cloud, 3}}}, CategoryCustomerFinances},
		{"customer invests, supplier gives stock", [][]leg{{{equity, 10}, {chips, 20}}, {{equity, 3}}}, CategoryCustomerFinances},
		{"customer invests less than supplier", [][]leg{{{equity, 3}, {chips, 20}}, {{equity, 10}}}, CategoryVendorFinancing},
		{"both invest and buy", [][]leg{{{equity, 10}, {chips, 2}}, {{equity, 1}, {cloud, 5}}}, CategoryVendorFinancing},
		{"both invest and buy, as much", [][]leg{{{equity, 10}, {chips, 5}}, {{equity, 1}, {cloud, 5}}}, CategoryMixed},
		{"undisclosed decides", [][]leg{{{equity, 10}, {chips, -1}}, {{cloud, 3}}}, CategoryMixed},
		{"undisclosed cannot decide", [][]leg{{{equity, 10}, {chips, 5}, {chips, -1}}, {{cloud, 3}}}, CategoryCustomerFinances},
		{"paid by a chain of purchases", [][]leg{{{equity, 100}}, {{cloud, 300}}, {{chips, 40}}}, CategoryVendorFinancing},
		{"through a fund", [][]leg{{{chips, 40}}, {{debt, 100}}, {{equity, 90}}, {{cloud, 300}}}, CategoryVendorFinancing},
		{"one purchase closes", [][]leg{{{equity, 100}}, {{equity, 90}}, {{cloud, 300}}}, CategoryVendorFinancing},
		{"trade all round", [][]leg{{{chips, 100}}, {{cloud, 90}}, {{cloud, 300}}}, CategoryReciprocalTrade},
		{"stakes all round", [][]leg{{{equity, 100}}, {{equity, 90}}, {{debt, 300}}}, CategoryCrossHolding},
		{"financing by turns", [][]leg{{{equity, 100}}, {{cloud, 90}}, {{debt, 300}}, {{chips, 4}}}, CategoryMixed},
		{"both sorts between", [][]leg{{{equity, 100}}, {{cloud, 90}, {debt, 2}}, {{chips, 4}}}, CategoryVendorFinancing},
		{"both sorts everywhere", [][]leg{{{equity, 1}, {chips, 1}}, {{cloud, 9}, {debt, 2}}, {{chips, 4}, {debt, 1}}}, CategoryVendorFinancing},
		{"both sorts cannot join two runs", [][]leg{{{equity, 1}}, {{cloud, 9}}, {{chips, 4}, {debt, 1}}, {{debt, 2}}, {{cloud, 1}}}, CategoryMixed},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for turn := range test.ring {
				turned := append(append([][]leg(nil), test.ring[turn:]...), test.ring[:turn]...)
				report := FindLoops(context.Background(), ring(t, turned...), Limits{})
				if len(report.Top) != 1 || report.Top[0].Category != test.want {
					t.Errorf("turned by %d: got %v, want %s", turn, report.Top, test.want)
				}
			}
		})
	}
}

func TestLoopMoney(t *testing.T) {
	equity, cloud := deal.KindEquity, deal.KindCloud
	tests := []struct {
		name string
		ring [][]leg
		want Loop
	}{
		{"all known", [][]leg{{{equity, 10}}, {{cloud, 38}}}, Loop{Money: 10, Known: true, UpTo: 10, Smallest: 0}},
		{"one undisclosed", [][]leg{{{equity, 10}}, {{cloud, 38}}, {{cloud, -1}}}, Loop{UpTo: 10, Smallest: 2}},
		{"none known", [][]leg{{{equity, -1}}, {{cloud, -1}}}, Loop{}},
		{"a floor that bounds", [][]leg{{{equity, 10}, {equity, -1}}, {{cloud, 38}}}, Loop{Money: 10, Known: true, Standing: AtLeast, UpTo: 38}},
		{"a floor that does not bound", [][]leg{{{equity, 10}}, {{cloud, 38}, {cloud, -1}}}, Loop{Money: 10, Known: true, UpTo: 10}},
		{"floors only", [][]leg{{{equity, 10}, {equity, -1}}, {{cloud, 38}, {cloud, -1}}}, Loop{Money: 10, Known: true, Standing: AtLeast}},
		{"a floor and an undisclosed one", [][]leg{{{equity, 10}, {equity, -1}}, {{cloud, -1}}}, Loop{Smallest: 1}},
		{"a floor, an undisclosed one and a number", [][]leg{{{equity, 10}, {equity, -1}}, {{cloud, -1}}, {{cloud, 38}}}, Loop{UpTo: 38, Smallest: 1}},
		{"nothing, but known", [][]leg{{{equity, 0}}, {{cloud, 38}}}, Loop{Known: true}},
		{"the first of equals", [][]leg{{{equity, 50}}, {{cloud, 38}}, {{cloud, 38}}}, Loop{Money: 38, Known: true, UpTo: 38, Smallest: 1}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			report := FindLoops(context.Background(), ring(t, test.ring...), Limits{})
			if len(report.Top) != 1 {
				t.Fatalf("got %d loops, want one", len(report.Top))
			}
			got := report.Top[0]
			if got.Money != test.want.Money || got.Known != test.want.Known || got.Standing != test.want.Standing ||
				got.UpTo != test.want.UpTo || got.Smallest != test.want.Smallest {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}
