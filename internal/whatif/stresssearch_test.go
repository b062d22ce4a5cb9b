package whatif

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// wideBook returns a book of flows whose first few have a range, from half to twice.
func wideBook(cash []float64, flows [][3]int64, wide int) *deal.Book {
	book := bookOf(cash, flows, 0)
	for i := range min(wide, len(flows)) {
		figure := &book.Deals[i].Legs[0].Figure
		figure.Low, figure.High = figure.Best/2, figure.Best*2
	}
	return deal.NewBook(*book)
}

// drawnWide draws flows between four companies with known cash, of which up to three have a range.
func drawnWide(t *rapid.T) (cash []float64, flows [][3]int64, wide int) {
	for range 4 {
		cash = append(cash, float64(rapid.IntRange(0, 6).Draw(t, "cash"))*1_000_000)
	}
	for range rapid.IntRange(4, 8).Draw(t, "flows") {
		from := rapid.IntRange(0, 3).Draw(t, "from")
		to := (from + rapid.IntRange(1, 3).Draw(t, "to")) % 4
		flows = append(flows, [3]int64{int64(from), int64(to), rapid.Int64Range(1, 20).Draw(t, "money") * 1_000_000})
	}
	return cash, flows, rapid.IntRange(1, 3).Draw(t, "wide")
}

// TestStressRangesHoldEveryCorner tries all combinations of low and high by the rule itself, applied again and again.
func TestStressRangesHoldEveryCorner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cash, flows, wide := drawnWide(t)
		result, err := Stress(context.Background(), wideBook(cash, flows, wide), network.View{}, Shock{Kind: ShockFails, Company: 1})
		if err != nil {
			t.Fatal(err)
		}
		whole := make([]float64, len(flows))
		for i := range whole {
			whole[i] = 1
		}
		for corner := range 1 << wide {
			moved := append([][3]int64(nil), flows...)
			due := 0.0
			for i := range moved {
				if i < wide {
					if moved[i][2] /= 2; corner>>i&1 == 1 {
						moved[i][2] *= 4
					}
				}
				due += float64(moved[i][2])
			}
			for _, now := range []struct {
				what   string
				failed int
				found  Estimate
			}{{"lost", 0, result.Lost}, {"lost before", -1, result.LostBefore}} {
				lost := due
				for _, pays := range iterated(moved, whole, cash, now.failed, 0, network.DefaultCosts{}) {
					lost -= pays
				}
				if lost < now.found.Low-2 || lost > now.found.High+2 || now.found.Wide() && !now.found.Sampled {
					t.Fatalf("%s: %v in corner %b, outside %+v", now.what, lost, corner, now.found)
				}
			}
			if due < result.Due.Low || due > result.Due.High || result.Due.Sampled {
				t.Fatalf("due %v, outside %+v", due, result.Due)
			}
		}
	})
}

// TestStressHasTheRangesOfMeasures compares the quantities that both have.
func TestStressHasTheRangesOfMeasures(t *testing.T) {
	compare := func(t *testing.T, book *deal.Book) {
		t.Helper()
		for i, company := range book.Companies {
			result := stress(t, book, Shock{Kind: ShockFails, Company: company.ID})
			m, err := network.Measure(context.Background(), book, result.Network, network.Options{Ranges: true})
			if err != nil {
				t.Fatal(err)
			}
			for what, pair := range map[string][2]any{
				company.Name + " fails: DebtRank": {bounds(result.Rank.Low, result.Rank.High), bounds(m.Ranges.DebtRank[i].Low, m.Ranges.DebtRank[i].High)},
				company.Name + ": shortfall":      {bounds(result.LostBefore.Low, result.LostBefore.High), bounds(m.Ranges.Shortfall.Low, m.Ranges.Shortfall.High)},
			} {
				if pair[0] != pair[1] {
					t.Errorf("%s: %v, and the measures have %v", what, pair[0], pair[1])
				}
			}
		}
	}
	compare(t, nothingPaid(sampleBook()))
	compare(t, wideBook([]float64{1e6, 2e6, 0, 5e6}, [][3]int64{{0, 1, 9e6}, {1, 2, 7e6}, {2, 0, 8e6}, {3, 1, 4e6}, {2, 3, 6e6}}, 3))
}

// What B owes A is undisclosed, and B has $1bn: nothing bounds what it leaves unpaid, and all may be paid.
func TestAnOpenShortfallIsOpenInAStress(t *testing.T) {
	book := bookOf([]float64{1e11, 1e11}, [][3]int64{{0, 1, bn(10)}, {1, 0, 0}}, 0)
	book.Deals[1].Legs[0].Figure = deal.Undisclosed()
	result := stress(t, deal.NewBook(*book), Shock{Kind: ShockFails, Company: 1})
	if e := result.LostBefore; e.Best != float64(bn(9)) || e.Low != 0 || !e.Open || !math.IsInf(e.High, 1) {
		t.Errorf("not paid without the shock: %+v", e)
	}
}

func bounds(low, high float64) string { return fmt.Sprintf("%.6g to %.6g", low, high) }

// What is undisclosed may be anything: sums that it is in are open, also where its payer alone fails.
func TestUndisclosedLegsAreOpenInAStress(t *testing.T) {
	result := stress(t, sampleBook(), Shock{Kind: ShockFails, Company: openAI})
	for what, e := range map[string]Estimate{"due": result.Due, "lost": result.Lost, "not paid": result.Unpaid, "gridlock": result.LeastUnpaid} {
		if !e.Open || !math.IsInf(e.High, 1) {
			t.Errorf("%s is not open: %+v", what, e)
		}
	}
	for _, supplier := range result.Suppliers {
		if supplier.Lost.Open != (supplier.Unknown > 0) {
			t.Errorf("%d undisclosed legs: %+v", supplier.Unknown, supplier.Lost)
		}
	}
	if result.Cut.Wide() || result.Cut.Best != 0 || result.OpenAsHighAs == 0 || !strings.Contains(result.SearchWords(), "Open and undisclosed") {
		t.Errorf("cut %+v, %s", result.Cut, result.SearchWords())
	}
	if words := result.Lost.Text(UnitMoney, deal.USD); !strings.Contains(words, "(~") || !strings.HasSuffix(words, " or more)") {
		t.Errorf("lost is written %q", words)
	}
}

// A owes B 10, B owes C 8 and D 4, C owes A 6, all for cloud, and D owes C 5 of equity. Cut by a quarter, C pays its
// 4.5; A pays 1 + 4.5 of 7.5, B 1 + 5.5 of 9, and D 0.5 + 6.5/3 of 5.
func TestTheCutStandsApart(t *testing.T) {
	book := bookOf([]float64{1e11, 1e11, 1e11, 5e10}, [][3]int64{{3, 2, bn(5)}, {0, 1, bn(10)}, {1, 2, bn(8)}, {2, 0, bn(6)}, {1, 3, bn(4)}}, 5)
	result := stress(t, book, Shock{Kind: ShockCut, Cut: deal.KindCloud, Part: 250_000})
	for what, pair := range map[string][2]float64{
		"due": {result.Due.Best, float64(bn(33))}, "cut": {result.Cut.Best, float64(bn(7))}, "left": {result.Left.Best, float64(bn(26))},
		"not paid": {result.Unpaid.Best, float64(bn(2)+bn(2.5)) + float64(bn(7))/3}, "lost": {result.Lost.Best, result.Cut.Best + result.Unpaid.Best},
	} {
		wantClose(t, what, pair[0], pair[1])
	}
	for _, leg := range result.Legs {
		if want := leg.Due.Best / 4; leg.Kind == deal.KindCloud && leg.Cut.Best != want || leg.Kind != deal.KindCloud && leg.Cut.Best != 0 {
			t.Errorf("of leg %d %v is cut", leg.Leg, leg.Cut.Best)
		}
	}
	if result.SearchWords() != "" || result.Lost.Wide() {
		t.Errorf("nothing leaves room: %s", result.SearchWords())
	}
}

// TestStressCombinationsAreBounded counts them in networks large enough that not every leg is moved by itself.
func TestStressCombinationsAreBounded(t *testing.T) {
	var legs []network.UncertainLeg
	for i := range 200 {
		legs = append(legs, network.UncertainLeg{ID: deal.LegID(i + 1), Low: 0, High: 1})
	}
	if count := len(combinations(legs, 1_000)); count != stressFirst+stressRandom+4*stressLegs {
		t.Errorf("%d combinations", count)
	}
	for _, tried := range combinations(legs, 1_000) {
		for _, leg := range legs {
			if cents, ok := tried.cents[leg.ID]; ok && tried.ends[leg.ID] != (cents == leg.High) {
				t.Fatalf("leg %d has %d cents in the network and is at another end as a stake", leg.ID, cents)
			}
		}
	}
	if count := len(combinations(legs, 1)); count != stressFirst+stressRandom {
		t.Errorf("of a huge network %d combinations", count)
	}
	if count := len(combinations(nil, 1_000)); count != stressFirst {
		t.Errorf("of sure figures %d combinations", count)
	}
}
