package whatif

import (
	"context"
	"testing"

	"roundtrip/internal/deal"
)

func TestScenariosSideBySide(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	columns := []Column{{Name: "computing"}}
	for _, money := range []float64{25, 0, 50} {
		c, err := workbench.CompareChanges(context.Background(), stake.Leg,
			[]deal.Change{{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: bn(money)}})
		if err != nil {
			t.Fatal(err)
		}
		columns = append(columns, Column{Name: deal.Money{Cents: bn(money), Currency: deal.USD}.Short(), Comparison: c})
	}
	priced, err := workbench.CompareChanges(context.Background(), stake.Leg, []deal.Change{
		{Field: deal.ChangeValuation, Target: int64(nvidiaStake), Value: bn(400)}})
	if err != nil {
		t.Fatal(err)
	}
	columns = append(columns, Column{Name: "priced", Comparison: priced})
	table := NewSideBySide(deal.USD, columns)
	keys := map[string]int{}
	for i, row := range table.Rows {
		if _, twice := keys[row.Key]; twice {
			t.Errorf("%s comes twice", row.Key)
		}
		keys[row.Key] = i
		if row.Cells[0] != nil {
			t.Errorf("%s has a number that is not computed yet", row.Key)
		}
	}
	if at := keys["owned_by_4"]; at == 0 || table.Rows[at].Cells[1] != nil || table.Rows[at].Cells[4] == nil || table.Rows[at].Group != GroupOwnership {
		t.Errorf("Nvidia's part is at %d: %+v", at, table.Rows[at])
	}
	table.SortColumns("circular_money", true)
	order := ""
	for _, column := range table.Columns {
		order += column.Name + " "
	}
	if order != "$50bn $25bn priced $0 computing " {
		t.Errorf("sorted by circular money: %s", order)
	}
	table.SortRows(1)
	row, _ := table.Rows[0].Base()
	if difference, _ := table.Rows[0].Cells[1].Difference(); difference == 0 || row.Key == "" {
		t.Errorf("the measure moved most is %+v", table.Rows[0])
	}
}
