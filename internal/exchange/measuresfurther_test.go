package exchange

import (
	"context"
	"testing"

	"roundtrip/internal/network"
)

// TestMeasuresJSONHoldsEveryMeasureWithItsRange reads what is printed for the sample: the keys that everybody
// may rely on, those of the other measures, and an interval beside each, by company or flow where it is.
func TestMeasuresJSONHoldsEveryMeasureWithItsRange(t *testing.T) {
	book := applied(t, nil, sample(t))
	n, err := network.Build(book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := network.Measure(context.Background(), book, n, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	printed := decoded(t, measuresText(t, book, n, m, 0))
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
	if first, second := measuresText(t, book, n, m, 0), measuresText(t, book, n, m, 0); first != second {
		t.Error("the same measures are printed in two ways")
	}
}
