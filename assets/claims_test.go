package assets_test

import (
	"bytes"
	"slices"
	"testing"

	"roundtrip/assets"
	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
)

func TestSampleIsWhatAnExportWrites(t *testing.T) {
	var text bytes.Buffer
	if err := exchange.WriteJSON(&text, sampleBook(t)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(text.Bytes(), assets.Sample()) {
		t.Error("sample.json is not laid out as an export lays it out, or an import of it is another book")
	}
}

// TestSampleChosenClaims checks that what a deal or leg holds is what its chosen claim says, and that every
// figure, stake, valuation and status of the sample leads back to such a claim.
func TestSampleChosenClaims(t *testing.T) {
	book := sampleBook(t)
	for i := range book.Deals {
		d := &book.Deals[i]
		chosen := chosenClaims(t, book, deal.Subject{Deal: d.ID})
		if claim, ok := chosen[deal.ClaimStatus]; !ok || claim.Status != d.Status {
			t.Errorf("%s: status %q, chosen %q", d.Title, d.Status, claim.Status)
		}
		if claim := chosen[deal.ClaimTotal]; claim.Figure != d.Total || claim.Figure.Set() && claim.Currency != d.Currency {
			t.Errorf("%s: total %v, chosen %v", d.Title, d.Total, claim.Figure)
		}
		if claim := chosen[deal.ClaimAnnounced]; claim.Date != d.Announced {
			t.Errorf("%s: announced %q, chosen %q", d.Title, d.Announced, claim.Date)
		}
		for j := range d.Legs {
			leg := &d.Legs[j]
			chosen := chosenClaims(t, book, deal.Subject{Leg: leg.ID})
			if claim, ok := chosen[deal.ClaimFigure]; !ok || claim.Figure != leg.Figure || claim.Currency != leg.Currency {
				t.Errorf("%s, leg %d: %v, chosen %v", d.Title, j+1, leg.Figure, claim.Figure)
			}
			if claim := chosen[deal.ClaimStake]; claim.Stake != leg.Stake {
				t.Errorf("%s, leg %d: stake %d, chosen %d", d.Title, j+1, leg.Stake, claim.Stake)
			}
			if claim := chosen[deal.ClaimValuation]; claim.Figure != leg.Valuation {
				t.Errorf("%s, leg %d: valuation %v, chosen %v", d.Title, j+1, leg.Valuation, claim.Figure)
			}
			if claim := chosen[deal.ClaimTerm]; claim.Months != leg.TermMonths {
				t.Errorf("%s, leg %d: %d months, chosen %d", d.Title, j+1, leg.TermMonths, claim.Months)
			}
		}
		for _, right := range d.Rights {
			if right.Source == 0 {
				t.Errorf("%s: the right of %s has no source", d.Title, right.Kind)
			}
		}
	}
}

func chosenClaims(t *testing.T, book *deal.Book, about deal.Subject) map[deal.ClaimField]deal.Claim {
	t.Helper()
	chosen := make(map[deal.ClaimField]deal.Claim)
	for _, claim := range book.ClaimsAbout(about) {
		if _, taken := chosen[claim.Field]; taken && claim.Chosen {
			t.Errorf("two claims of %s are chosen for %v", claim.Field, about)
		}
		if claim.Chosen {
			chosen[claim.Field] = claim
		}
	}
	return chosen
}

// TestSampleDisagreements checks that what the articles contradict each other in stands side by side.
func TestSampleDisagreements(t *testing.T) {
	book := sampleBook(t)
	figures := func(payer, payee string, field deal.ClaimField) []deal.Figure {
		var list []deal.Figure
		for _, claim := range book.ClaimsAbout(deal.Subject{Leg: leg(t, book, payer, payee, true).ID}) {
			if claim.Field == field {
				list = append(list, claim.Figure)
			}
		}
		return list
	}
	for _, test := range []struct {
		payer, payee string
		field        deal.ClaimField
		want         []deal.Figure
	}{
		{"Amazon", "OpenAI", deal.ClaimFigure, []deal.Figure{deal.UpTo(10 * billion), deal.About(10 * billion), deal.Exactly(10 * billion)}},
		{"Amazon", "OpenAI", deal.ClaimValuation, []deal.Figure{deal.About(150 * billion), deal.AtLeast(500 * billion)}},
		{"Amazon", "Anthropic", deal.ClaimFigure, []deal.Figure{deal.Exactly(4 * billion), deal.Exactly(8 * billion)}},
		{"Microsoft", "OpenAI", deal.ClaimFigure, []deal.Figure{deal.AtLeast(13 * billion), deal.Exactly(13 * billion)}},
	} {
		got := figures(test.payer, test.payee, test.field)
		for _, want := range test.want {
			if !slices.Contains(got, want) {
				t.Errorf("%s to %s: no claim says %s %v", test.payer, test.payee, test.field, want)
			}
		}
	}
	var stages []deal.Status
	for _, claim := range book.ClaimsAbout(deal.Subject{Deal: leg(t, book, "Amazon", "OpenAI", true).Deal}) {
		if claim.Field == deal.ClaimStatus {
			stages = append(stages, claim.Status)
		}
	}
	if len(stages) != 5 || !slices.Contains(stages, deal.StatusRumoured) || !slices.Contains(stages, deal.StatusInTalks) {
		t.Errorf("the stage of the talks, as the five articles have it: %v", stages)
	}
}

// TestSampleStake checks the deal that the what-if is about: two legs, the stake spent back in full.
func TestSampleStake(t *testing.T) {
	book := sampleBook(t)
	stake := leg(t, book, "Amazon", "OpenAI", true)
	back, of, ok := book.Leg(stake.ConditionalOn)
	if !ok || of.ID != stake.Deal || len(of.Legs) != 2 || of.Status != deal.StatusInTalks {
		t.Fatalf("the stake is conditional on %v of %q", back, of.Title)
	}
	if book.CompanyName(back.Payer) != "OpenAI" || book.CompanyName(back.Payee) != "Amazon" || back.Figure.Known() {
		t.Errorf("the stake is conditional on %v", back)
	}
	if stake.CoveredShare() != deal.Whole || stake.Kind != deal.KindEquity {
		t.Errorf("the condition covers %s of %s", stake.CoveredShare().Percent(), stake.Kind)
	}
	if microsoft := leg(t, book, "Microsoft", "OpenAI", true); microsoft.Stake != 270_000 {
		t.Errorf("Microsoft's stake is %s", microsoft.Stake.Percent())
	}
	if nvidia := leg(t, book, "Nvidia", "CoreWeave", false); nvidia.Stake != 70_000 {
		t.Errorf("Nvidia's stake in CoreWeave is %s", nvidia.Stake.Percent())
	}
}

// TestSampleUmbrellas checks that what overlaps or is a forecast is there and is not counted.
func TestSampleUmbrellas(t *testing.T) {
	book := sampleBook(t)
	totals := make(map[deal.Counting][]int64)
	for _, d := range book.Deals {
		if d.Counting == deal.Counted {
			continue
		}
		sum := d.Total.Best
		for _, leg := range d.Legs {
			sum += leg.Figure.Best
		}
		totals[d.Counting] = append(totals[d.Counting], sum)
	}
	if got := totals[deal.Overlapping]; !slices.Equal(got, []int64{400 * billion, 6_500_000_000_00}) {
		t.Errorf("overlapping: %v", got)
	}
	if got := totals[deal.Projection]; !slices.Equal(got, []int64{1000 * billion, 0}) {
		t.Errorf("projections: %v", got)
	}
}
