package network

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// iteratedShares follows the dollar step by step until next to nothing is on its way any more.
func iteratedShares(n *Network) []float64 {
	through := n.Throughflow()
	shares := make([]float64, len(n.Flows))
	for i, start := range n.Flows {
		at := make([]float64, len(n.Companies))
		at[start.Payee] = 1
		for range 20_000 {
			next := make([]float64, len(at))
			left := 0.0
			shares[i] += at[start.Payer]
			at[start.Payer] = 0
			for _, flow := range n.Flows {
				if flow.Money > 0 {
					next[flow.Payee] += at[flow.Payer] * float64(flow.Money) / through[flow.Payer]
				}
			}
			for _, part := range next {
				left += part
			}
			at = next
			if left < 1e-13 {
				break
			}
		}
	}
	return shares
}

func TestReturnShareFollowsTheDollar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		companies := rapid.IntRange(2, 7).Draw(t, "companies")
		rows := drawRows(t, companies, 16, 9)
		for i := range rows {
			if rapid.IntRange(0, 5).Draw(t, "undisclosed") == 0 {
				rows[i][2] = 0
			}
		}
		n := rapidNetwork(t, companies, rows)
		want := iteratedShares(n)
		got := n.ReturnShare()
		cycled, total := 0.0, 0.0
		for i, flow := range n.Flows {
			if math.Abs(got[i]-want[i]) > 1e-9 {
				t.Fatalf("flow %d to %d: got %.12g, want %.12g", flow.Payer, flow.Payee, got[i], want[i])
			}
			cycled += float64(flow.Money) * want[i]
		}
		for _, through := range n.Throughflow() {
			total += through
		}
		if want := cycled / math.Max(total, 1); math.Abs(n.Finn()-want) > 1e-9 {
			t.Fatalf("Finn's index: got %g, want %g", n.Finn(), want)
		}
		a := n.amounts()
		for i, flow := range n.Flows {
			p := passage{amounts: a, group: -1, balanced: a.balanced()}
			if back := p.comesBack(int32(flow.Payee), int32(flow.Payer)); math.Abs(back-want[i]) > 1e-9 {
				t.Fatalf("alone, flow %d comes back by %g, not %g", i, back, want[i])
			}
		}
	})
}

func TestReturnShareKeepsItsDigitsWhereNextToNothingLeaks(t *testing.T) {
	const ring = 1_000_000_000_000_000
	n := networkOf(t, 4, [][3]int64{{0, 1, ring}, {1, 2, ring}, {2, 0, ring}, {2, 3, 1}})
	for i, share := range n.ReturnShare() {
		want := float64(ring) / (ring + 1)
		if n.Flows[i].Payee == 3 {
			want = 0
		}
		if math.Abs(share-want) > 1e-15 {
			t.Errorf("flow %d: got %.17g, want %.17g", i, share, want)
		}
	}
	if lost := 1 - n.Finn(); lost <= 0 || lost > 1e-14 {
		t.Errorf("Finn's index is short of 1 by %g", lost)
	}
}

func TestPassThroughOfNothing(t *testing.T) {
	empty := networkOf(t, 0, nil)
	if empty.Finn() != 0 || empty.Multiplier() != 0 || len(empty.ReturnShare()) != 0 {
		t.Error("an empty network passes something through")
	}
	silent := networkOf(t, 2, [][3]int64{{0, 1, 0}, {1, 0, 0}})
	if silent.Finn() != 0 || silent.Multiplier() != 0 {
		t.Error("undisclosed flows pass something through")
	}
	closed := networkOf(t, 2, [][3]int64{{0, 1, 5}, {1, 0, 5}})
	if !math.IsInf(closed.Multiplier(), 1) {
		t.Errorf("the multiplier of a closed network is %g", closed.Multiplier())
	}
	self := networkOf(t, 2, [][3]int64{{0, 0, 5}, {0, 1, 5}})
	wantAllNear(t, "share", self.ReturnShare(), []float64{1, 0})
	wantNear(t, "Finn's index", self.Finn(), 5.0/15)
	recirculated := networkOf(t, 3, [][3]int64{{0, 1, 10}, {1, 0, 5}, {1, 2, 5}})
	wantNear(t, "multiplier", recirculated.Multiplier(), 25.0/5)
}

func TestUndisclosedFlowHasTheShareOfItsNextDollar(t *testing.T) {
	// Nvidia finances OpenAI, which pays Oracle three quarters of what it spends; what Oracle pays Nvidia is
	// undisclosed.
	n := networkOf(t, 4, [][3]int64{{0, 1, 100}, {1, 2, 300}, {1, 3, 100}, {2, 0, 0}})
	wantAllNear(t, "share", n.ReturnShare(), []float64{0, 0, 0, 0.75})
}

func TestEarmarkedMoneyComesBackByItsContract(t *testing.T) {
	const amazon, openAI, microsoft = 1, 2, 3
	leg := func(id deal.LegID, payer, payee deal.CompanyID, kind deal.Kind, cents int64) deal.Leg {
		return deal.Leg{ID: id, Payer: payer, Payee: payee, Kind: kind, Figure: deal.Exactly(cents), Currency: deal.USD}
	}
	for name, test := range map[string]struct {
		covers   deal.Share
		contract int64
		want     float64
	}{
		"all of it":       {0, 40, 1},
		"half of it":      {500_000, 40, 0.5 + 0.5*35/235},
		"above its worth": {0, 5, 0.5},
	} {
		t.Run(name, func(t *testing.T) {
			stake := leg(1, amazon, openAI, deal.KindEquity, 10)
			stake.ConditionalOn, stake.Covers = 2, test.covers
			book := deal.NewBook(deal.Book{
				Companies: []deal.Company{{ID: amazon}, {ID: openAI}, {ID: microsoft}},
				Deals: []deal.Deal{{ID: 1, Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{
					stake, leg(2, openAI, amazon, deal.KindCloud, test.contract), leg(3, openAI, microsoft, deal.KindCloud, 200),
				}}},
			})
			n, err := Build(book, View{})
			if err != nil {
				t.Fatal(err)
			}
			flow, _ := n.FlowBetween(0, 1)
			wantNear(t, "in proportion", n.ReturnShare()[flow], float64(test.contract)/float64(test.contract+200))
			wantNear(t, "earmarked", n.Earmarked(book)[flow], test.want)
		})
	}
}
