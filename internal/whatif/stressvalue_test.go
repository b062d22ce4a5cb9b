package whatif

import (
	"math"
	"testing"

	"roundtrip/internal/deal"
)

// stakeIn returns an equity deal of its own: so much money at a valuation.
func stakeIn(id int, payer, payee deal.CompanyID, money, valuation deal.Figure, timing deal.Timing) deal.Deal {
	return deal.Deal{
		ID: deal.DealID(id), Title: "stake", Status: deal.StatusSigned, Counting: deal.Counted,
		Legs: []deal.Leg{{
			ID: deal.LegID(id), Deal: deal.DealID(id), Payer: payer, Payee: payee, Kind: deal.KindEquity, Basis: deal.BasisCash,
			Currency: deal.USD, Figure: money, Valuation: valuation, ValuationMoney: timing,
		}},
	}
}

func wantEstimate(t *testing.T, what string, got Estimate, best, low, high float64) {
	t.Helper()
	near := func(x, y float64) bool { return x == y || math.Abs(x-y) <= 1e-6*max(1e9, math.Abs(y)) }
	if !near(got.Best, best) || !near(got.Low, low) || !near(got.High, high) || got.Open != math.IsInf(high, 1) {
		t.Errorf("%s: %+v, not %g (%g to %g)", what, got, best, low, high)
	}
}

// Money that buys a stake at a valuation is worth itself, whatever the valuation: by hand, D is worth 80 with the 5 to 15 of
// B, of which A's 4 to 8 at a valuation of 100 bought 4% to 8%.
func TestHoldingsAreWorthTheirMoney(t *testing.T) {
	b := func(x float64) float64 { return float64(bn(x)) }
	book := bookOf([]float64{-1, -1, -1, -1}, nil, 0)
	book.Deals = []deal.Deal{
		stakeIn(1, 1, 4, deal.Between(bn(4), bn(8)), deal.Exactly(bn(100)), deal.TimingPostMoney),
		stakeIn(2, 2, 4, deal.Between(bn(5), bn(15)), deal.Exactly(bn(80)), deal.TimingPreMoney),
	}
	result := stress(t, deal.NewBook(*book), Shock{Kind: ShockValuations, Part: 500_000})
	for _, investor := range result.Investors {
		switch investor.Company {
		case 1:
			wantEstimate(t, "A", investor.Worth, b(5.4), b(3.4), b(7.6))
		case 2:
			wantEstimate(t, "B", investor.Worth, b(10), b(5), b(15))
			wantEstimate(t, "B's loss by the shock", investor.First, b(5), b(2.5), b(7.5))
		}
	}
	for name, valuation := range map[string]deal.Figure{"at least": deal.AtLeast(bn(500)), "up to": deal.UpTo(bn(90))} {
		for _, timing := range []deal.Timing{deal.TimingPreMoney, deal.TimingPostMoney} {
			book.Deals = []deal.Deal{stakeIn(1, 1, 4, deal.UpTo(bn(10)), valuation, timing), stakeIn(2, 2, 3, deal.Exactly(bn(8)), valuation, timing)}
			result := stress(t, deal.NewBook(*book), Shock{Kind: ShockValuations, Part: 500_000})
			for _, investor := range result.Investors {
				if investor.Company == 1 {
					wantEstimate(t, name+" "+string(timing)+", up to $10bn", investor.Worth, b(10), 0, b(10))
				} else {
					wantEstimate(t, name+" "+string(timing)+", $8bn", investor.Worth, b(8), b(8), b(8))
				}
			}
		}
	}
}

// C's valuation says the most, so that its worth can be little: then it is the least at which B's fifth and A's tenth, or
// nothing, leave room for what C's own money bought.
func TestHoldingsAtAValuationThatIsTooLow(t *testing.T) {
	b := func(x float64) float64 { return float64(bn(x)) }
	book := bookOf([]float64{-1, -1, -1, -1}, nil, 0)
	book.Deals = []deal.Deal{
		stakeIn(1, 1, 4, deal.Exactly(bn(10)), deal.AtLeast(bn(100)), deal.TimingPostMoney),
		stakeIn(2, 2, 4, deal.Exactly(bn(5)), deal.Figure{}, deal.TimingUnsaid),
		stakeIn(3, 3, 4, deal.Exactly(bn(8)), deal.UpTo(bn(90)), deal.TimingPreMoney),
	}
	book.Deals[1].Legs[0].Stake = 200_000
	result := stress(t, deal.NewBook(*book), Shock{Kind: ShockValuations, Part: 770_000})
	for _, investor := range result.Investors {
		switch investor.Company {
		case 1:
			wantEstimate(t, "A", investor.Worth, b(9.8), 0, b(9.8))
		case 2:
			wantEstimate(t, "B", investor.Worth, b(19.6), b(2), b(19.6))
		case 3:
			wantEstimate(t, "C", investor.Worth, b(8), b(8), b(8))
		}
	}
}

// Nobody loses on a stake that is not bought any more.
func TestStakesThatCollapseAreNoLongerBought(t *testing.T) {
	book := bookOf([]float64{-1, -1, -1, -1}, nil, 0)
	book.Deals = []deal.Deal{
		stakeIn(1, 1, 4, deal.Exactly(bn(10)), deal.Exactly(bn(100)), deal.TimingPostMoney),
		stakeIn(2, 1, 3, deal.Exactly(bn(5)), deal.Exactly(bn(50)), deal.TimingPostMoney),
		stakeIn(3, 2, 4, deal.Exactly(bn(8)), deal.Exactly(bn(100)), deal.TimingPostMoney),
	}
	book.Deals[0].Status, book.Deals[2].Status = deal.StatusInTalks, deal.StatusInTalks
	result := stress(t, deal.NewBook(*book), Shock{Kind: ShockCollapse, Status: deal.StatusInTalks})
	for _, investor := range result.Investors {
		if investor.Company == 1 && (investor.Gone != 1 || !investor.Known || investor.Worth.Best != float64(bn(5)) || investor.Lost.Best != 0) {
			t.Errorf("A, of whose two stakes one collapses: %+v", investor)
		}
		if investor.Company == 2 && !investor.OnlyGone() {
			t.Errorf("B, whose only stake collapses: %+v", investor)
		}
	}
	if len(result.Investors) != 2 {
		t.Errorf("%+v", result.Investors)
	}
}
