package network

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// alongBook is a stake of the first company in the second, a share of which the second spends with the first, and other legs.
func alongBook(stake deal.Figure, share deal.Share, others ...deal.Leg) *deal.Book {
	low, _ := share.Of(stake.Low)
	best, _ := share.Of(stake.Best)
	high, _ := share.Of(stake.High)
	legs := append([]deal.Leg{
		{ID: 1, Payer: 1, Payee: 2, Kind: deal.KindEquity, Currency: deal.USD, Figure: stake, ConditionalOn: 2, Covers: share},
		{ID: 2, Payer: 2, Payee: 1, Kind: deal.KindCloud, Currency: deal.USD, Figure: deal.Undisclosed().Assume(low, best, high)},
	}, others...)
	return issuedBook(4, deal.StatusSigned, legs...)
}

// fourOf returns the circular share, the multiplier, the net debt and what compression leaves, with their ranges.
func fourOf(t rapidOrTest, book *deal.Book, ranges bool) (numbers [4]float64, ends [4]Range) {
	n, err := Build(book, View{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := Measure(context.Background(), book, n, Options{Ranges: ranges})
	if err != nil {
		t.Fatal(err)
	}
	if ranges {
		ends = [4]Range{m.CircularRange, m.Ranges.Multiplier, m.Ranges.NetDebt, m.Ranges.Compressed}
	}
	return [4]float64{m.CircularShare, m.Multiplier, float64(m.Netting.NetDebt), float64(m.Netting.Compressed)}, ends
}

type rapidOrTest interface{ Fatal(args ...any) }

func commercialLeg(id int64, payer, payee deal.CompanyID, figure deal.Figure) deal.Leg {
	return deal.Leg{ID: deal.LegID(id), Payer: payer, Payee: payee, Kind: deal.KindCloud, Currency: deal.USD, Figure: figure}
}

// By hand: x up to 1,000 goes from A to B and half of it back, beside 1,000 from C to D. x goes round of 1.5 x + 1,000, and
// x/2 + 1,000 is owed and left. Were the two independent, 500 and 500 would go round of 2,000: a half.
func TestWhatIsSpentBackMovesWithItsStake(t *testing.T) {
	const million = 1_000_000
	_, ends := fourOf(t, alongBook(deal.UpTo(1_000*million), 500_000, commercialLeg(3, 3, 4, deal.Exactly(1_000*million))), true)
	for i, want := range [4][2]float64{{0, 0.4}, {2, 1 + 2500.0/1500}, {1_000 * million, 1_500 * million}, {1_000 * million, 1_500 * million}} {
		if r := ends[i]; math.Abs(r.Low-want[0]) > 1e-8 || math.Abs(r.High-want[1]) > 1e-8 || r.Sampled {
			t.Errorf("%d: %+v, want %v", i, r, want)
		}
	}
}

// Wherever the stake lies, with its share spent back and all other amounts anywhere between their ends, the measures lie
// between theirs; where only the stake is uncertain, the ends are those of trying it at every hundredth.
func TestAmountsThatMoveAlongStayBetweenTheirEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		between := func(name string) (low, high int64) {
			a, b := rapid.Int64Range(0, 50).Draw(t, name), rapid.Int64Range(0, 50).Draw(t, name+" beside")
			return min(a, b) * 10_000, max(a, b) * 10_000
		}
		low, high := between("stake")
		share := deal.Share(rapid.Int64Range(1, 10).Draw(t, "share") * 100_000)
		alone := rapid.Bool().Draw(t, "only the stake")
		var others, inFact []deal.Leg
		for id := range rapid.IntRange(0, 4).Draw(t, "others") {
			payer, payee := rapid.Int64Range(1, 4).Draw(t, "payer"), rapid.Int64Range(1, 4).Draw(t, "payee")
			if payer == payee {
				continue
			}
			least, most := between("other")
			if alone {
				most = least
			}
			others = append(others, commercialLeg(int64(id+3), deal.CompanyID(payer), deal.CompanyID(payee), deal.Between(least, most)))
			inFact = append(inFact, commercialLeg(int64(id+3), deal.CompanyID(payer), deal.CompanyID(payee), deal.Exactly(rapid.Int64Range(least, most).Draw(t, "in fact"))))
		}
		_, ends := fourOf(t, alongBook(deal.Between(low, high), share, others...), true)
		seen := [4][2]float64{}
		for i := range seen {
			seen[i] = [2]float64{math.Inf(1), math.Inf(-1)}
		}
		for step := range int64(101) {
			numbers, _ := fourOf(t, alongBook(deal.Exactly(low+(high-low)*step/100), share, inFact...), false)
			for i, number := range numbers {
				if i == 1 && number == 0 { // there is no money at all, and so no multiplier
					continue
				}
				if r := ends[i]; number < r.Low-1-1e-9*r.Low && i > 1 || number < r.Low-1e-4 && i < 2 || number > r.High+1e-4*math.Max(1, r.High) {
					t.Fatalf("%d is %v, outside %+v", i, number, r)
				}
				seen[i] = [2]float64{math.Min(seen[i][0], number), math.Max(seen[i][1], number)}
			}
		}
		for i, r := range ends {
			near := func(a, b float64) bool {
				return math.IsInf(a, 1) || math.Abs(a-b) <= 0.03*math.Max(math.Abs(a), math.Abs(b))+20_000
			}
			if i < 2 {
				near = func(a, b float64) bool {
					return math.IsInf(a, 1) || a > 20 || math.Abs(a-b) <= 0.05*math.Max(1, b)*math.Max(1, b)
				}
			}
			if alone && !r.Sampled && !math.IsInf(seen[i][0], 1) && (!near(r.Low, seen[i][0]) || !near(r.High, seen[i][1])) {
				t.Fatalf("%d: %+v, seen %v", i, r, seen[i])
			}
		}
	})
}
