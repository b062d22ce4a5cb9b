package network

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// conditionalBook is a book of as many companies with the legs, each a deal of its own.
func conditionalBook(companies int, legs ...deal.Leg) *deal.Book {
	book := deal.Book{}
	for i := range companies {
		book.Companies = append(book.Companies, deal.Company{ID: deal.CompanyID(i + 1)})
	}
	for _, leg := range legs {
		book.Deals = append(book.Deals, deal.Deal{ID: deal.DealID(leg.ID), Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{leg}})
	}
	return deal.NewBook(book)
}

// oneLeg is a leg of so many cents, by the numbers of its companies from 1.
func oneLeg(id deal.LegID, payer, payee deal.CompanyID, cents int64) deal.Leg {
	return deal.Leg{ID: id, Payer: payer, Payee: payee, Kind: deal.KindOther, Figure: deal.Exactly(cents), Currency: deal.USD}
}

// spentBy makes the leg conditional on another one.
func spentBy(leg deal.Leg, by deal.LegID, covers deal.Share) deal.Leg {
	leg.ConditionalOn, leg.Covers = by, covers
	return leg
}

// followed follows a dollar along the flow step by step, from company to company, until next to nothing is on its way.
// What is earmarked goes on by its contract as it arrives, the rest by what no contract has taken of what is paid.
func followed(n *Network, book *deal.Book, start int) float64 {
	conditions := n.conditions(book)
	total := make(map[deal.LegID]float64)
	for _, c := range conditions {
		total[c.by.ID] += c.covers * float64(c.leg.Money)
	}
	part := func(c condition) float64 {
		if c.by.Known && total[c.by.ID] > float64(c.by.Money) {
			return c.covers * float64(c.by.Money) / total[c.by.ID]
		}
		return c.covers
	}
	in, out, left := make([]float64, len(n.Companies)), make([]float64, len(n.Companies)), make([]float64, len(n.Flows))
	for i, flow := range n.Flows {
		in[flow.Payee], out[flow.Payer], left[i] = in[flow.Payee]+float64(flow.Money), out[flow.Payer]+float64(flow.Money), float64(flow.Money)
	}
	for _, c := range conditions {
		taken := part(c) * float64(c.leg.Money)
		in[n.Flows[c.flow].Payee] -= taken
		if c.by.Known {
			out[n.Flows[c.byFlow].Payer] -= taken
			left[c.byFlow] -= taken
		} else {
			in[n.Flows[c.byFlow].Payee] += taken
		}
	}
	target, back := n.Flows[start].Payer, 0.0
	at, next := make([]float64, len(n.Companies)), make([]float64, len(n.Companies))
	arrive := func(money float64, at int, to []float64) bool {
		if at == target {
			back += money
			return false
		}
		to[at] += money
		return true
	}
	along := func(flow int, money, of float64, to []float64) { // of is what the flow is then made of
		rest := money
		for _, c := range conditions {
			if weight := 1 / float64(c.legs); c.flow == flow {
				if of > 0 {
					weight = float64(c.leg.Money) / of
				}
				goes := money * weight * part(c)
				if rest -= goes; n.Flows[flow].Payee == target {
					back += goes
				} else {
					arrive(goes, n.Flows[c.byFlow].Payee, to)
				}
			}
		}
		arrive(rest, n.Flows[flow].Payee, to)
	}
	along(start, 1, float64(n.Flows[start].Money), at)
	for range 20_000 {
		clear(next)
		moving := 0.0
		for i, flow := range n.Flows {
			if through := max(in[flow.Payer], out[flow.Payer]); at[flow.Payer] > 0 && left[i] > 1e-6 && through > 0 {
				money := at[flow.Payer] * left[i] / through
				moving += money
				along(i, money, left[i], next)
			}
		}
		if at, next = next, at; moving < 1e-13 {
			break
		}
	}
	return back
}

// What is earmarked comes back as a dollar does that is followed, and to no company more than it is paid.
func TestEarmarkedSharesFollowTheDollar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		companies := rapid.IntRange(2, 6).Draw(t, "companies")
		var legs []deal.Leg
		for i, row := range drawRows(t, companies, 12, 9) {
			leg := oneLeg(deal.LegID(i+1), deal.CompanyID(row[0]+1), deal.CompanyID(row[1]+1), row[2]*1_000_000_000_000)
			if rapid.IntRange(0, 7).Draw(t, "undisclosed") == 0 {
				leg.Figure = deal.Undisclosed()
			}
			legs = append(legs, leg)
		}
		named := make(map[deal.LegID]bool) // by a condition: what such a leg's own condition does is not followed
		for i := range legs {
			by := rapid.IntRange(0, len(legs)-1).Draw(t, "by")
			apart := i != by && !named[legs[i].ID] && legs[by].ConditionalOn == 0
			if apart && legs[by].Payer == legs[i].Payee && rapid.Bool().Draw(t, "conditional") {
				legs[i] = spentBy(legs[i], legs[by].ID, deal.Share(rapid.IntRange(1, 4).Draw(t, "covers"))*250_000)
				named[legs[by].ID] = true
			}
		}
		book := conditionalBook(companies, legs...)
		n, err := Build(book, View{})
		if err != nil {
			t.Fatal(err)
		}
		got, plain := n.Earmarked(book), n.ReturnShare()
		conditional, disclosed := make([]bool, companies), true
		for _, c := range n.conditions(book) {
			conditional[n.Flows[c.flow].Payer] = true
			disclosed = disclosed && c.by.Known
		}
		back, paid := make([]float64, companies), make([]float64, companies)
		for i, flow := range n.Flows {
			want := plain[i]
			if conditional[flow.Payer] {
				want = followed(n, book, i)
			}
			if math.Abs(got[i]-want) > 1e-8 {
				t.Fatalf("flow %d to %d: %v, want %v", flow.Payer, flow.Payee, got[i], want)
			}
			back[flow.Payer] += got[i] * float64(flow.Money)
			paid[flow.Payee] += float64(flow.Money)
		}
		for i, flow := range n.Flows {
			average := 0.0
			for _, leg := range flow.Legs {
				own, ok := n.EarmarkedOf(book, leg.ID)
				if !ok {
					t.Fatalf("leg %d has no share", leg.ID)
				}
				weight := 1 / float64(len(flow.Legs))
				if flow.Money > 0 {
					weight = float64(leg.Money) / float64(flow.Money)
				}
				average += weight * own
			}
			if math.Abs(average-got[i]) > 1e-9 {
				t.Fatalf("flow %d to %d: %v, and of its legs %v on average", flow.Payer, flow.Payee, got[i], average)
			}
		}
		for company := range back {
			if disclosed && back[company] > paid[company]*(1+1e-9)+1 {
				t.Fatalf("%v comes back to company %d, which is paid %v", back[company], company, paid[company])
			}
		}
	})
}

// By hand: no more comes back by a contract than it pays.
func TestEarmarkedMoneyTakesTheRoomOfItsContractFirst(t *testing.T) {
	for name, test := range map[string]struct {
		legs []deal.Leg
		want float64 // of what company 1 pays company 2
	}{
		"10 by a contract of 5":                          {[]deal.Leg{spentBy(oneLeg(1, 1, 2, 10), 2, 0), oneLeg(2, 2, 1, 5)}, 0.5},
		"half of 25 by a contract of 5":                  {[]deal.Leg{spentBy(oneLeg(1, 1, 2, 25), 2, 500_000), oneLeg(2, 2, 1, 5), oneLeg(3, 2, 3, 20)}, 0.2},
		"60% of 20 by a contract of 10":                  {[]deal.Leg{spentBy(oneLeg(1, 1, 2, 20), 2, 600_000), oneLeg(2, 2, 1, 10)}, 0.5},
		"half of 20 by a contract of 20, and 10 outside": {[]deal.Leg{spentBy(oneLeg(1, 1, 2, 20), 2, 500_000), oneLeg(2, 2, 1, 20), oneLeg(3, 2, 3, 10)}, 0.5 + 0.5*0.5},
		"beside 10 without a condition":                  {[]deal.Leg{spentBy(oneLeg(1, 1, 2, 10), 2, 0), oneLeg(2, 2, 1, 10), oneLeg(3, 1, 2, 10)}, 0.5},
		"two stakes by one contract":                     {[]deal.Leg{spentBy(oneLeg(1, 1, 2, 10), 2, 0), oneLeg(2, 2, 1, 20), spentBy(oneLeg(3, 3, 2, 30), 2, 0)}, 0.5},
	} {
		book := conditionalBook(3, test.legs...)
		n, err := Build(book, View{})
		if err != nil {
			t.Fatal(err)
		}
		flow, _ := n.FlowBetween(0, 1)
		wantNear(t, name, n.Earmarked(book)[flow], test.want)
	}
}
