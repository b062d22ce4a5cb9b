package network

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"roundtrip/internal/deal"
)

// drawnNetwork returns a small network whose legs are exact, up to, at least, between or undisclosed amounts.
func drawnNetwork(random *rand.Rand) *Network {
	n := &Network{Companies: make([]deal.Company, 4)}
	id := deal.LegID(0)
	for i := range n.Companies {
		n.Companies[i].ID = deal.CompanyID(i + 1)
		for j := range n.Companies {
			if i == j || random.IntN(2) == 0 {
				continue
			}
			id++
			cents := 10 + random.Int64N(90)
			leg := FlowLeg{ID: id, Kind: deal.KindCloud, Known: true, Money: cents, Low: cents, High: cents}
			switch random.IntN(6) {
			case 0:
				leg.Low = 0
			case 1:
				leg.HighOpen = true
			case 2:
				leg.Low, leg.High = cents-10, cents+10
			case 3:
				leg.Known, leg.Money, leg.Low, leg.High, leg.HighOpen = false, 0, 0, 0, true
			}
			flow := Flow{Payer: i, Payee: j}
			flow.add(leg)
			n.Flows = append(n.Flows, flow)
		}
	}
	return n
}

// moved returns the network with every leg somewhere in its figures.
func moved(random *rand.Rand, n *Network) *Network {
	cents := make(map[deal.LegID]int64)
	for i := range n.Flows {
		leg := n.Flows[i].Legs[0]
		high := leg.High
		if leg.HighOpen {
			high += 500
		}
		cents[leg.ID] = leg.Low + random.Int64N(high-leg.Low+1)
	}
	return n.With(cents)
}

// TestNoAmountsContradictAStanding draws amounts within the figures: none may be below what stands as the least, above what
// stands as the most, or other than what stands as exact, with and without intervals.
func TestNoAmountsContradictAStanding(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	for range 60 {
		n := drawnNetwork(random)
		for _, ranges := range []bool{false, true} {
			m, err := Measure(context.Background(), nil, n, Options{Ranges: ranges, Samples: 20})
			if err != nil {
				t.Fatal(err)
			}
			said, best := numbersOf(n.Standings(m), m)
			for range 25 {
				other := moved(random, n)
				now, err := Measure(context.Background(), nil, other, Options{})
				if err != nil {
					t.Fatal(err)
				}
				_, numbers := numbersOf(other.Standings(now), now)
				for i, number := range numbers {
					same := 1e-9 * max(1, math.Abs(best[i]))
					below, above := number < best[i]-same, number > best[i]+same
					if said[i] == Exact && (below || above) || said[i] == AtLeast && below || said[i] == AtMost && above {
						t.Fatalf("number %d stands as %q%v, and can be %v (ranges %v) in %+v", i, said[i], best[i], number, ranges, n.Flows)
					}
				}
			}
		}
	}
}

// numbersOf lists what Standings is about, and how each stands.
func numbersOf(s Standings, m *Measures) (said []Standing, numbers []float64) {
	said = []Standing{s.Gross, s.Circulation, s.CircularShare, s.Finn, s.Multiplier, s.NetDebt, s.Compressed, s.Volume, s.GammaThr}
	numbers = []float64{float64(m.Gross), float64(m.Circulation), m.CircularShare, m.Finn, m.Multiplier, float64(m.Netting.NetDebt),
		float64(m.Netting.Compressed), m.BFF.Volume, m.BFF.GammaThr}
	for _, list := range []struct {
		said    []Standing
		numbers []float64
	}{
		{s.Throughflow, m.Throughflow}, {s.SupplierHHI, m.SupplierHHI}, {s.CustomerHHI, m.CustomerHHI}, {s.DebtRank, m.DebtRank},
		{s.ReturnShare, m.ReturnShare}, {s.Earmarked, m.Earmarked},
	} {
		said, numbers = append(said, list.said...), append(numbers, list.numbers...)
	}
	return said, numbers
}

// What is only about so much has no width, and is not exact for it.
func TestAboutSoMuchIsNotExact(t *testing.T) {
	book := bookOfAbout()
	n, m := ranged(t, book)
	s := n.Standings(m)
	if n.Flows[0].Standing() != Between || n.All().Standing() != Between || s.Circulation != Between || m.Loops.Top[0].Standing != Between {
		t.Errorf("flow %q, gross %q, circular %q, loop %q", n.Flows[0].Standing(), n.All().Standing(), s.Circulation, m.Loops.Top[0].Standing)
	}
	if n.Flows[1].Standing() != Exact {
		t.Errorf("an exact flow stands as %q", n.Flows[1].Standing())
	}
}

func bookOfAbout() *deal.Book {
	leg := func(id deal.LegID, payer, payee deal.CompanyID, figure deal.Figure) deal.Leg {
		return deal.Leg{ID: id, Deal: deal.DealID(id), Payer: payer, Payee: payee, Kind: deal.KindCloud, Figure: figure, Currency: deal.USD}
	}
	deals := []deal.Deal{
		{ID: 1, Title: "about", Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{leg(1, 1, 2, deal.About(600))}},
		{ID: 2, Title: "exact", Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{leg(2, 2, 1, deal.Exactly(900))}},
	}
	return deal.NewBook(deal.Book{Base: deal.USD, Companies: []deal.Company{{ID: 1, Name: "A"}, {ID: 2, Name: "B"}}, Deals: deals})
}

// A pays B 4 and B pays A 17 to 30: 8 go round whatever B pays. With 4 that is only about so much they do not.
func TestOneValueThatIsPossibleIsExact(t *testing.T) {
	for _, about := range []bool{false, true} {
		n := &Network{Companies: []deal.Company{{ID: 1}, {ID: 2}}, Flows: make([]Flow, 2)}
		n.Flows[0].Payee, n.Flows[1].Payer = 1, 1
		n.Flows[0].add(FlowLeg{ID: 1, Kind: deal.KindEquity, Known: true, Money: 400, Low: 400, High: 400, About: about})
		n.Flows[1].add(FlowLeg{ID: 2, Kind: deal.KindCloud, Known: true, Money: 2000, Low: 1700, High: 3000})
		m, err := Measure(context.Background(), nil, n, Options{Ranges: true})
		if err != nil {
			t.Fatal(err)
		}
		want := Exact
		if about {
			want = Between
		}
		if s := n.Standings(m); m.Circulation != 800 || s.Circulation != want || s.ReturnShare[0] != want || s.CircularShare != Between {
			t.Errorf("about %v: %d %+v", about, m.Circulation, s)
		}
	}
}
