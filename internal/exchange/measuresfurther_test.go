package exchange

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestMeasuresJSONHoldsEveryMeasureWithItsRange reads what is printed for the sample: the keys that everybody
// may rely on, those of the other measures, and an interval beside each, by company or flow where it is.
func TestMeasuresJSONHoldsEveryMeasureWithItsRange(t *testing.T) {
	book := applied(t, nil, sample(t))
	n, m := measuredWithRanges(t, book)
	printed := decoded(t, measuresText(t, book, n, m))
	lists := map[string]int{
		"companies": len(n.Companies), "return_share": len(n.Flows), "earmarked_return_share": len(n.Flows),
		"circular_flows": len(n.Flows), "throughflow": len(n.Companies), "clearing": len(n.Companies),
		"debtrank": len(n.Companies), "supplier_hhi": len(n.Companies), "customer_hhi": len(n.Companies),
		"circular_share_range": 2, "finn_range": 2, "flags": len(m.Flags), "stopped": 0, "left_out": len(n.LeftOut),
	}
	for key, want := range lists {
		if list, ok := printed[key].([]any); !ok || len(list) != want {
			t.Errorf("%s is %v, want a list of %d", key, printed[key], want)
		}
	}
	for _, key := range []string{"gross", "circulation", "circular_share", "finn", "multiplier"} {
		if _, ok := printed[key].(float64); !ok {
			t.Errorf("%s is %v", key, printed[key])
		}
	}
	ranges := printed["ranges"].(map[string]any)
	for _, key := range []string{
		"circular_share", "finn", "gross", "circulation", "multiplier", "gamma_thr", "bff_volume", "net_debt", "compressed",
	} {
		r, _ := ranges[key].(map[string]any)
		if r["driver"] == nil || r["leg"] == "" {
			t.Errorf("the range of %s is %v", key, ranges[key])
		}
	}
	for _, key := range []string{
		"throughflow", "return_share", "earmarked_return_share", "clearing", "debtrank", "supplier_hhi", "customer_hhi",
	} {
		if list, _ := ranges[key].([]any); len(list) != lists[key] {
			t.Errorf("%d ranges of %s", len(list), key)
		}
	}
	netting := printed["netting"].(map[string]any)
	if netting["net_debt"] != float64(m.Netting.NetDebt)/100 || netting["compressed"] != float64(m.Netting.Compressed)/100 {
		t.Errorf("netting is %v, measured %+v", netting, m.Netting)
	}
	holdings := printed["ownership"].(map[string]any)["holdings"].([]any)
	if len(holdings) != len(m.Ownership.Holdings) {
		t.Errorf("%d holdings, measured %d", len(holdings), len(m.Ownership.Holdings))
	}
	if first, second := measuresText(t, book, n, m), measuresText(t, book, n, m); first != second {
		t.Error("the same measures are printed in two ways")
	}
}

// TestMeasuresOfWhatNobodyDisclosesAreNotKnown is a loop of two legs without a number: nothing of it is zero.
func TestMeasuresOfWhatNobodyDisclosesAreNotKnown(t *testing.T) {
	book := deal.NewBook(deal.Book{
		Base: deal.USD, Companies: []deal.Company{{ID: 1, Name: "A"}, {ID: 2, Name: "B"}},
		Deals: []deal.Deal{{ID: 1, Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{
			{ID: 1, Payer: 1, Payee: 2, Kind: deal.KindEquity, Currency: deal.USD},
			{ID: 2, Payer: 2, Payee: 1, Kind: deal.KindCloud, Currency: deal.USD},
		}}},
	})
	n, m := measuredWithRanges(t, book)
	printed := decoded(t, measuresText(t, book, n, m))
	for _, key := range []string{"gross", "circulation", "bff", "circular_share", "finn", "multiplier"} {
		if value, ok := printed[key]; value != nil || !ok {
			t.Errorf("%s is %v", key, value)
		}
	}
	loop := printed["loops"].(map[string]any)["top"].([]any)[0].(map[string]any)
	if most, ok := loop["up_to"]; most != nil || !ok || loop["known"] != false {
		t.Errorf("the loop is %v", loop)
	}
	if netting := printed["netting"].(map[string]any); netting["net_debt"] != nil || netting["compressed"] != nil {
		t.Errorf("netting is %v", netting)
	}
	var table strings.Builder
	if err := WriteMeasuresTable(&table, book, n, m); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"circular share      not known (0.0% to 100.0%; most by A to B, equity)\n", "multiplier          not known\n",
		"net obligations     not known\n", "net obligations         $0         open         A to B, equity\n",
		"multiplier              0.00       without end  A to B, equity\n",
		"unpaid in clearing      not known  not known    no company's cash is stated\n",
	} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table does not hold %q:\n%s", want, table.String())
		}
	}
}

func TestIntervalsSayWhichEndsAreSure(t *testing.T) {
	table := measuresTable{book: deal.NewBook(deal.Book{})}
	for want, r := range map[string]network.Range{
		" (0.3% to 16.5%)": {Low: 0.003, High: 0.165},
		" (from 0.3% or less to 16.5% or more, searched for and not proven)": {Low: 0.003, High: 0.165, Sampled: true},
		" (from 0.0% to 16.5% or more, searched for and not proven)":         {High: 0.165, Sampled: true, LowProven: true},
		" (from 0.3% or less to 100.0%, searched for and not proven)":        {Low: 0.003, High: 1, Sampled: true, HighProven: true},
	} {
		if got := table.interval(r); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
