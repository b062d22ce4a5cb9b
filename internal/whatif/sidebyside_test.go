package whatif

import (
	"context"
	"slices"
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

// Every number of a measure side by side makes, with its difference, the one base that stands there.
func TestSideBySideNeverContradicts(t *testing.T) {
	row := func(scenario float64) *Comparison {
		return &Comparison{Rows: []Row{{Key: "circular_share", Unit: UnitShare, Base: 0.264556, BaseKnown: true, Scenario: scenario, ScenarioKnown: true}}}
	}
	// By themselves the first is beside 26.46%, the second beside 26.456%.
	table := NewSideBySide(deal.USD, []Column{{Comparison: row(0.30)}, {Comparison: row(0.259631)}, {Name: "computing"}})
	base, _ := table.Rows[0].Base()
	got := base.BaseText(deal.USD)
	for _, cell := range table.Rows[0].Cells[:2] {
		got += " " + cell.ScenarioText(deal.USD) + " " + cell.StandingText(deal.USD)
		if cell.BaseText(deal.USD) != base.BaseText(deal.USD) {
			t.Errorf("the base is %s and %s", cell.BaseText(deal.USD), base.BaseText(deal.USD))
		}
	}
	if want := "26.46% 30.00% ↑ 3.54 pp 25.96% ↓ 0.50 pp"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if alone := row(0.30).Rows[0]; alone.BaseText(deal.USD) != "26.46%" {
		t.Errorf("by itself the base is %s", alone.BaseText(deal.USD))
	}
}

// A scenario about one company's stake has no number in the rows about another's.
func TestScenariosAboutDifferentLegsSideBySide(t *testing.T) {
	workbench, _ := sampleWorkbench(t)
	var columns []Column
	for _, leg := range []deal.LegID{amazonStake, nvidiaStake} {
		c, err := workbench.CompareChanges(context.Background(), leg, []deal.Change{{Field: deal.ChangeAmount, Target: int64(leg), Value: bn(25)}})
		if err != nil {
			t.Fatal(err)
		}
		columns = append(columns, Column{Comparison: c})
	}
	table := NewSideBySide(deal.USD, columns)
	keys, names, group, ended := map[string]bool{}, map[string]bool{}, Group(""), map[Group]bool{}
	for _, row := range table.Rows {
		if keys[row.Key] || names[row.Name] {
			t.Errorf("%s, %q comes twice", row.Key, row.Name)
		}
		keys[row.Key], names[row.Name] = true, true
		if row.Group != group {
			if ended[group], group = true, row.Group; ended[group] {
				t.Errorf("%s has two places", group)
			}
		}
		for i, cell := range row.Cells {
			if cell == nil {
				continue
			}
			if other := row.Cells[1-i]; other != nil && (cell.Base != other.Base || cell.BaseKnown != other.BaseKnown || cell.Name != other.Name) {
				t.Errorf("%s: %q has the base %v, %q %v", row.Key, cell.Name, cell.Base, other.Name, other.Base)
			}
		}
	}
	for name, has := range map[string][2]bool{
		"Amazon gives OpenAI": {true, false}, "Nvidia gives OpenAI": {false, true}, "Circular money": {true, true},
		"Price after the margin earned back: Nvidia → OpenAI equity": {false, true}, "Throughflow of OpenAI": {true, true},
	} {
		at := slices.IndexFunc(table.Rows, func(row SideRow) bool { return row.Name == name })
		if at < 0 || (table.Rows[at].Cells[0] != nil) != has[0] || (table.Rows[at].Cells[1] != nil) != has[1] {
			t.Errorf("%q is at %d", name, at)
		}
	}
}

// TestNoSignIsWrittenTwice holds what is written of differences with and without bounds: the arrow is the sign.
func TestNoSignIsWrittenTwice(t *testing.T) {
	for _, test := range []struct {
		base, is   float64
		was, bound Bound
		want       string
	}{
		{46e11, 26e11, About, AtLeast, "↓ ~$20bn"},
		{46e11, 26e11, Exactly, AtLeast, "↓ ≤$20bn"},
		{46e11, 0, About, Exactly, "↓ ~$46bn"},
		{0, 520e11, Exactly, AtMost, "↑ ≤$520bn"},
		{0, 15e11, Exactly, Exactly, "↑ $15bn"},
	} {
		row := Row{Unit: UnitMoney, Base: test.base, Scenario: test.is, BaseBound: test.was, ScenarioBound: test.bound, BaseKnown: true, ScenarioKnown: true}
		if got := row.StandingText(deal.USD); got != test.want {
			t.Errorf("from %s%v to %s%v: %q, not %q", test.was, test.base, test.bound, test.is, got, test.want)
		}
		if got := row.DifferenceText(deal.USD); got != test.want {
			t.Errorf("the difference of %v and %v is %q beside other scenarios and %q by itself", test.base, test.is, test.want, got)
		}
	}
}
