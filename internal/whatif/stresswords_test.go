package whatif

import (
	"context"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// cashBook has a payer and as many payees as are said; of the first so many payees cash is stated.
func cashBook(payees, stated int) *deal.Book {
	book := deal.Book{Companies: []deal.Company{{ID: 1, Name: "Payer"}}}
	paying := deal.Deal{ID: 1, Title: "Deal", Status: deal.StatusSigned, Counting: deal.Counted}
	for i := range payees {
		company := deal.Company{ID: deal.CompanyID(i + 2), Name: string(rune('A' + i))}
		if i < stated {
			company.Cash = deal.Reported{Stated: true, Money: deal.Money{Cents: 100, Currency: deal.USD}}
		}
		book.Companies = append(book.Companies, company)
		paying.Legs = append(paying.Legs, deal.Leg{ID: deal.LegID(i + 1), Deal: 1, Payer: 1, Payee: company.ID,
			Kind: deal.KindCloud, Basis: deal.BasisCash, Currency: deal.USD, Figure: deal.Exactly(100_00)})
	}
	book.Deals = []deal.Deal{paying}
	return deal.NewBook(book)
}

func TestStressSaysWhoseCashIsKnown(t *testing.T) {
	for _, test := range []struct {
		payees, stated int
		shock          Shock
		want           string
	}{
		{1, 0, Shock{Kind: ShockFails, Company: 1}, "The only leg has a number. The cash of the other company is unknown: it is taken to pay in full, so that more may be lost."},
		{2, 0, Shock{Kind: ShockFails, Company: 1}, "The cash of both other companies is unknown: they are taken to pay in full"},
		{3, 0, Shock{Kind: ShockFails, Company: 1}, "The cash of all 3 other companies is unknown"},
		{3, 1, Shock{Kind: ShockFails, Company: 1}, "The cash of 2 of the 3 other companies is unknown"},
		{3, 3, Shock{Kind: ShockFails, Company: 1}, "The cash of all 3 other companies is stated or set."},
		{3, 0, Shock{Kind: ShockFails, Company: 1, Assume: true, Assumed: 500}, "The cash of all 3 other companies is assumed: $5 each."},
		{3, 1, Shock{Kind: ShockFails, Company: 1, Assume: true, Assumed: 500}, "The cash of 2 of the 3 other companies is assumed: $5 each."},
		{3, 0, Shock{Kind: ShockCash, Company: 1, Cents: 100}, "The cash of 3 of the 4 companies is unknown"},
		{3, 0, Shock{Kind: ShockCash, Company: 1, Assume: true}, "The cash of 3 of the 4 companies is assumed: $0 each."},
		{3, 3, Shock{Kind: ShockValuations, Part: nasdaqFall}, "All 3 legs have a number. The cash of 1 of the 4 companies is unknown: it is taken"},
	} {
		result, err := Stress(context.Background(), cashBook(test.payees, test.stated), network.View{}, test.shock)
		if err != nil {
			t.Fatal(err)
		}
		if got := result.KnownWords(); !strings.Contains(got, test.want) {
			t.Errorf("%d payees, cash of %d stated, %+v: it says %q, not %q", test.payees, test.stated, test.shock, got, test.want)
		}
	}
}

// TestStressTellsLossesApart takes two companies of which one buys all that the other sells.
func TestStressTellsLossesApart(t *testing.T) {
	result, err := Stress(context.Background(), cashBook(1, 0), network.View{}, Shock{Kind: ShockFails, Company: 1, Recovery: 250_000,
		Costs: network.DefaultCosts{Cash: 0.1}})
	if err != nil {
		t.Fatal(err)
	}
	if result.Value.Best != 200_00 || result.RankFirst.Best != 0.5 || result.Rank.Best != 0.375 || result.RankAll.Best != 0.875 {
		t.Errorf("of %v at first %v, beyond %v, in all %v", result.Value, result.RankFirst, result.Rank, result.RankAll)
	}
	if words := strings.Join(result.RankWords(), " "); words != "The shock itself takes 50% of all economic value, $200, from those that it hits. "+
		"As losses pass on, a further 37.5% is lost: this is DebtRank. Together 87.5%." {
		t.Errorf("it says %q", words)
	}
	if words := result.UntriedWords(); words != "As a what-if it goes without the default costs. In a what-if a company that fails is paid nothing any more, and pays 25%. “Unpaid in clearing” counts there only what others cannot pay." {
		t.Errorf("of the what-if it says %q", words)
	}
}

// TestAWhatIfSaysWhoseAssumedCashItHas takes a payer who needs cash and payees who need none.
func TestAWhatIfSaysWhoseAssumedCashItHas(t *testing.T) {
	for _, test := range []struct {
		shock Shock
		want  string
	}{
		{Shock{Kind: ShockCut, Cut: deal.KindCloud, Part: 500_000, Assume: true, Assumed: 500},
			"The assumed cash of $5 goes along for Payer; 2 other companies, which get enough to pay in full without any, stay without stated cash."},
		{Shock{Kind: ShockFails, Company: 1, Assume: true, Assumed: 500},
			"The assumed cash of $5 does not go along: every company gets enough to pay in full without any."},
	} {
		result, err := Stress(context.Background(), cashBook(2, 0), network.View{}, test.shock)
		if err != nil {
			t.Fatal(err)
		}
		if words := result.UntriedWords(); !strings.HasSuffix(words, test.want) {
			t.Errorf("of the what-if it says %q, not %q", words, test.want)
		}
	}
}
