package whatif

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

func TestWhatApplyingDoes(t *testing.T) {
	book := sampleBook()
	scenario := deal.Scenario{Name: "x", Changes: []deal.Change{
		{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: bn(25)},
		{Field: deal.ChangeStatus, Target: int64(oracleChips), Text: string(deal.StatusSigned)},
		{Field: deal.ChangeCutOff, Target: int64(openAI), Other: int64(oracle)},
		{Field: deal.ChangeSpentBack, Target: int64(nvidiaStake), Value: 500_000},
		{Field: deal.ChangeCash, Target: int64(amazon), Value: bn(80)},
		{Field: deal.ChangeMargin, Target: int64(amazon), Value: 600_000},
	}}
	edit, err := Edit(book, Rebased(book, scenario))
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(Consequences(book, edit), "\n")
	for _, want := range []string{
		"Amazon → OpenAI equity: up to $10bn → up to $25bn",
		"Oracle buys chips: announced → signed",
		"Oracle contract: signed → cancelled",
		"OpenAI → Nvidia chips, $50bn assumed, is new",
		"Amazon, cash: not stated → $80bn",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	if kept := Assumptions(scenario.Changes); len(kept) != 1 || kept[0].Field != deal.ChangeMargin {
		t.Errorf("stays in the scenario: %+v", kept)
	}
	after, err := Apply(book, scenario.Changes)
	if err != nil {
		t.Fatal(err)
	}
	if moved := MovedBases(after, Settled(book, Rebased(book, scenario)).Changes); len(moved) > 0 {
		t.Errorf("once applied, its base has moved: %+v", moved)
	}
	if settled := Settled(book, scenario).Changes[0]; settled.Base != bn(25) || settled.BaseText != "up to $25bn" {
		t.Errorf("it is made on %+v", settled)
	}
}
