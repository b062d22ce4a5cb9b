package network

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// Wherever the amounts lie between their ends, what comes back of a leg lies between its own, in proportion and with what
// must be spent there, and its share between those of the share.
func TestMoneyBackStaysBetweenItsEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		companies := rapid.IntRange(2, 4).Draw(t, "companies")
		const unit = 1_000_000_000
		legs := []deal.Leg{
			spentBy(oneLeg(1, 1, 2, 0), 2, deal.Share(rapid.IntRange(0, 4).Draw(t, "covers"))*250_000), oneLeg(2, 2, 1, 0),
		}
		for i, row := range drawRows(t, companies, 6, 9) {
			legs = append(legs, oneLeg(deal.LegID(i+3), deal.CompanyID(row[0]+1), deal.CompanyID(row[1]+1), 0))
		}
		at := make([]deal.Leg, len(legs))
		for i := range legs {
			low := rapid.Int64Range(0, 20).Draw(t, "low") * unit
			high := low + rapid.Int64Range(0, 20).Draw(t, "on top")*unit
			legs[i].Figure = deal.Between(low, high)
			if at[i] = legs[i]; rapid.IntRange(0, 5).Draw(t, "open") == 0 {
				legs[i].Figure, high = deal.AtLeast(low), low+50*unit
			}
			at[i].Figure = deal.Exactly(low + (high-low)/4*rapid.Int64Range(0, 4).Draw(t, "at"))
		}
		if at[0].Covers == 0 {
			at[0].Covers = deal.Share(rapid.IntRange(1, 4).Draw(t, "covers then")) * 250_000
		}
		all, err := Build(conditionalBook(companies, legs...), View{})
		if err != nil {
			t.Fatal(err)
		}
		book := conditionalBook(companies, at...)
		one, err := Build(book, View{})
		if err != nil {
			t.Fatal(err)
		}
		_, flow, ok := one.legIn(1)
		if !ok {
			return // it is nothing there
		}
		leg, _, _ := one.legIn(1)
		inProportion := one.ReturnShare()[flow]
		own, _ := one.EarmarkedOf(book, 1)
		for earmarked, share := range map[bool]float64{false: inProportion, true: own} {
			found, ok := all.MoneyBack(conditionalBook(companies, legs...), 1, earmarked)
			cents := share * float64(leg.Money)
			if ok && (!found.Sampled || found.LowProven) && cents < found.Low-20-1e-6*cents {
				t.Fatalf("earmarked %v: %v comes back, outside %+v", earmarked, cents, found)
			}
			if ok && (!found.Sampled || found.HighProven) && cents > found.High+20+1e-6*cents {
				t.Fatalf("earmarked %v: %v comes back, outside %+v", earmarked, cents, found)
			}
		}
		m, err := Measure(context.Background(), conditionalBook(companies, legs...), all, Options{Ranges: true, Samples: 10})
		if err != nil {
			t.Fatal(err)
		}
		_, of, ok := all.legIn(1)
		if !ok || len(one.Flows[flow].Legs) != len(all.Flows[of].Legs) {
			return
		}
		share, found := one.Earmarked(book)[flow], m.Ranges.Earmarked[of]
		if (!found.Sampled || found.LowProven) && share < found.Low-1e-5 || (!found.Sampled || found.HighProven) && share > found.High+1e-5 {
			t.Fatalf("the share is %v, outside %+v", share, found)
		}
	})
}

// By hand: a stake of at least 20, of which 60% must be spent by a contract of 10, lets 10 come back, whatever it is.
func TestMoneyBackOfAnOpenStakeIsItsContract(t *testing.T) {
	stake := spentBy(oneLeg(1, 1, 2, 0), 2, 600_000)
	stake.Figure = deal.AtLeast(2000)
	book := conditionalBook(2, stake, oneLeg(2, 2, 1, 1000))
	n, err := Build(book, View{})
	if err != nil {
		t.Fatal(err)
	}
	for _, earmarked := range []bool{false, true} {
		if found, ok := n.MoneyBack(book, 1, earmarked); !ok || found.Low != 1000 || found.High != 1000 {
			t.Errorf("earmarked %v: %+v", earmarked, found)
		}
	}
}

// A condition that does not say which part: of 10 that must be spent by a contract of 20, beside 20 spent elsewhere, half
// comes back if none of it must, all if all must. The number is the most that it can be, with or without ranges.
func TestAConditionThatDoesNotSayWhichPartHasARange(t *testing.T) {
	book := conditionalBook(3, spentBy(oneLeg(1, 1, 2, 1000), 2, 0), oneLeg(2, 2, 1, 2000), oneLeg(3, 2, 3, 2000))
	n, err := Build(book, View{})
	if err != nil {
		t.Fatal(err)
	}
	flow, _ := n.FlowBetween(0, 1)
	for _, ranges := range []bool{false, true} {
		m, err := Measure(context.Background(), book, n, Options{Ranges: ranges})
		if err != nil {
			t.Fatal(err)
		}
		want := Between
		if ranges {
			want = AtMost
			if got := m.Ranges.Earmarked[flow]; math.Abs(got.Low-0.5) > 1e-9 || got.High != 1 || got.Sampled {
				t.Errorf("%+v", got)
			}
		}
		if standing := n.Standings(m).Earmarked[flow]; m.Earmarked[flow] != 1 || standing != want {
			t.Errorf("ranges %v: %s%v", ranges, standing, m.Earmarked[flow])
		}
	}
}

// All of it is the most that comes back, also where two conditions of one circle leave no exact search: of 10 and of 8 that
// must be spent by contracts of undisclosed size nothing or all may.
func TestTwoConditionsInACircleHaveAMost(t *testing.T) {
	second := oneLeg(2, 2, 1, 0)
	fourth := oneLeg(4, 3, 1, 0)
	second.Figure, fourth.Figure = deal.Undisclosed(), deal.Undisclosed()
	book := conditionalBook(3, spentBy(oneLeg(1, 1, 2, 1000), 2, deal.Whole), second, spentBy(oneLeg(3, 1, 3, 800), 4, deal.Whole), fourth)
	n, m := ranged(t, book)
	for i, standing := range n.Standings(m).Earmarked[:2] {
		if got := m.Ranges.Earmarked[i]; standing != AtMost || m.Earmarked[i] != 1 || got.Low != 0 || got.High != 1 {
			t.Errorf("%s%v in %+v", standing, m.Earmarked[i], got)
		}
	}
}
