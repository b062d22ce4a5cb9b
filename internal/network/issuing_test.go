package network

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// Q holds 12% of M and buys $5bn at $50bn before the money, which is a tenth of a share beside each there is: 0.12/1.1 +
// 0.1/1.1 = 20%. M buys 11/90 of N, of which P holds 8%: 11/79 of a share beside each.
func TestStakesThatAreNotPaidDiluteTheOthers(t *testing.T) {
	leg := func(id deal.LegID, payer, payee deal.CompanyID, cents, valuation int64, timing deal.Timing, stake deal.Share) deal.Leg {
		one := equity(id, payer, payee, stake)
		one.Figure, one.ValuationMoney = deal.Exactly(cents), timing
		if valuation != 0 {
			one.Valuation = deal.Exactly(valuation)
		}
		return one
	}
	book := issuedBook(4, deal.StatusSigned,
		leg(1, 3, 1, 3, 0, "", 120_000), leg(2, 3, 1, 5, 50, deal.TimingPreMoney, 0),
		leg(3, 1, 2, 11, 90, deal.TimingPostMoney, 0), leg(4, 4, 2, 1, 0, "", 80_000))
	n, err := Build(book, View{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[[2]int][2]float64{ // direct, looked through
		{2, 0}: {0.2, 0.2}, {0, 1}: {11.0 / 90, 0.8 * 11 / 90}, {3, 1}: {0.08 * 79 / 90, 0.08 * 79 / 90}, {2, 1}: {0, 0.2 * 11 / 90},
	}
	holdings := n.Ownership(book).Holdings
	if len(holdings) != len(want) {
		t.Fatalf("%+v", holdings)
	}
	for _, h := range holdings {
		wantNear(t, fmt.Sprint("direct ", h.Holder, h.Held), h.Direct, want[[2]int{h.Holder, h.Held}][0])
		wantNear(t, fmt.Sprint("looked through ", h.Holder, h.Held), h.LookThrough, want[[2]int{h.Holder, h.Held}][1])
	}
}

// issuedBook is a document of one deal with the status.
func issuedBook(companies int, status deal.Status, legs ...deal.Leg) *deal.Book {
	book := deal.Book{Base: deal.USD, Deals: []deal.Deal{{ID: 1, Status: status, Counting: deal.Counted, Legs: legs}}}
	for id := range companies {
		book.Companies = append(book.Companies, deal.Company{ID: deal.CompanyID(id + 1), Name: string(rune('A' + id))})
	}
	return deal.NewBook(book)
}

// lookedThrough follows a dollar of each company's value to its owners by hand, step by step, with shares counted one by
// one: a thousand million there are, and what each stake adds to them.
func lookedThrough(companies int, legs []deal.Leg) [][]float64 {
	const there = 1e9
	shares := make([][]float64, companies) // of each company, by holder
	total := make([]float64, companies)
	for company := range companies {
		shares[company], total[company] = make([]float64, companies), there
		for _, leg := range legs {
			if int(leg.Payee)-1 != company {
				continue
			}
			count := there * float64(leg.Stake) / float64(deal.Whole)
			if leg.Stake == 0 {
				price := float64(leg.Valuation.Best) / there
				if leg.ValuationMoney == deal.TimingPostMoney {
					price = float64(leg.Valuation.Best-leg.Figure.Best) / there
				}
				count = float64(leg.Figure.Best) / price
				total[company] += count
			}
			shares[company][leg.Payer-1] += count
		}
	}
	result := make([][]float64, companies)
	for held := range companies {
		at, kept := make([]float64, companies), make([]float64, companies)
		at[held] = 1
		for range 4000 {
			next := make([]float64, companies)
			for company, money := range at {
				left := money
				for holder, count := range shares[company] {
					next[holder] += money * count / total[company]
					left -= money * count / total[company]
				}
				kept[company] += left
			}
			at = next
		}
		result[held] = kept
	}
	return result
}

// Wherever amounts and valuations lie between their ends, the parts are what counting shares makes of them, and lie
// between the ends of what is looked through.
func TestWhatIsLookedThroughStaysBetweenItsEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var legs, exact []deal.Leg
		between := func(low, high int64, name string) (deal.Figure, deal.Figure) {
			a, b := rapid.Int64Range(low, high).Draw(t, name), rapid.Int64Range(low, high).Draw(t, name+" beside")
			a, b = min(a, b), max(a, b)
			return deal.Between(a, b), deal.Exactly(rapid.Int64Range(a, b).Draw(t, name+" in fact"))
		}
		for id := range rapid.IntRange(1, 5).Draw(t, "stakes") {
			payer, payee := rapid.Int64Range(1, 4).Draw(t, "payer"), rapid.Int64Range(1, 4).Draw(t, "payee")
			if payer == payee {
				continue
			}
			leg := equity(deal.LegID(id+1), deal.CompanyID(payer), deal.CompanyID(payee), 0)
			one := leg
			if rapid.Bool().Draw(t, "stated") {
				leg.Stake = deal.Share(rapid.Int64Range(1, 19).Draw(t, "share") * 10_000)
				leg.Figure = deal.Exactly(100)
				one = leg
			} else {
				leg.ValuationMoney = []deal.Timing{deal.TimingPreMoney, deal.TimingPostMoney}[rapid.IntRange(0, 1).Draw(t, "timing")]
				one.ValuationMoney = leg.ValuationMoney
				leg.Figure, one.Figure = between(1_000, 40_000, "amount")
				leg.Valuation, one.Valuation = between(50_000, 200_000, "valuation")
			}
			legs, exact = append(legs, leg), append(exact, one)
		}
		book := issuedBook(4, deal.StatusSigned, legs...)
		n, err := Build(book, View{})
		if err != nil {
			t.Fatal(err)
		}
		base := n.Ownership(book)
		ranges := n.ownershipRanges(t.Context(), book, base)
		want := lookedThrough(4, exact)
		for i, h := range base.Holdings {
			if ranges[i].Sampled {
				t.Fatalf("%+v is not proven", ranges[i])
			}
			if part := want[h.Held][h.Holder]; part < ranges[i].Low-1e-9 || part > ranges[i].High+1e-9 {
				t.Fatalf("%d holds %v of %d, outside %+v", h.Holder, part, h.Held, ranges[i])
			}
		}
		for _, h := range n.Ownership(issuedBook(4, deal.StatusSigned, exact...)).Holdings {
			if part := want[h.Held][h.Holder]; math.Abs(part-h.LookThrough) > 1e-8 {
				t.Fatalf("%d holds %v of %d, not %v", h.Holder, part, h.Held, h.LookThrough)
			}
		}
	})
}
