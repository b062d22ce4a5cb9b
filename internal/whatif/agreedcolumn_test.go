package whatif

import (
	"context"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestSharesOfAColumnHaveTheSameDecimals moves the stake and reads every share of the table: all have two decimals.
func TestSharesOfAColumnHaveTheSameDecimals(t *testing.T) {
	w, err := NewWorkbench(context.Background(), sampleBook(), network.View{}, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, cents := range []int64{0, bn(10), bn(23) + bn(7)/10, bn(50)} {
		compared, err := w.CompareChanges(context.Background(), amazonStake, []deal.Change{{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: cents}})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range compared.Rows {
			if row.Unit != UnitShare {
				continue
			}
			for _, text := range []string{row.BaseText(deal.USD), row.ScenarioText(deal.USD), row.DifferenceText(deal.USD)} {
				number := strings.TrimSuffix(strings.TrimSuffix(text, "%"), " pp")
				if _, decimals, found := strings.Cut(number, "."); number != text && (!found || len(decimals) != 2) {
					t.Errorf("%s stands as %q", row.Key, text)
				}
			}
		}
	}
}
