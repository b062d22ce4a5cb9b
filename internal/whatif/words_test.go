package whatif

import (
	"testing"

	"roundtrip/internal/deal"
)

func TestAScenarioExplainsItself(t *testing.T) {
	workbench, base := sampleWorkbench(t)
	for _, test := range []struct {
		name   string
		change func(*Stake)
		extra  []deal.Change
		want   [3]string
	}{
		{"twice the stake, 80% back over five years", func(s *Stake) {
			s.Cents, s.SpentBack, s.Months, s.Margin, s.AssumeMargin = bn(20), 800_000, 60, 350_000, true
		}, nil, [3]string{
			"Amazon gives OpenAI $20bn instead of $10bn and buys ≤4% instead of ≤2% of it, which leaves Microsoft with ≥25.92% instead of ≥26.46%.",
			"OpenAI has to spend $16bn of it with Amazon, $3.2bn a year, so $4bn of outside cash stays, and after a margin of 35% the price is $14.4bn; 29.63% of what OpenAI pays Amazon is then Amazon's own money.",
			"Circular money rises from $46bn to $66bn, 8.6% instead of 6.2% of all money. The stake never stops adding, because 80% of it is spent back: above $190bn each further dollar adds only $1.60 to the circular money.",
		}},
		{"none, and Oracle's chips", func(s *Stake) { s.Cents = 0 }, []deal.Change{
			{Field: deal.ChangeAmount, Target: int64(oracleChips), Value: bn(40)},
		}, [3]string{
			"Amazon gives OpenAI $0 instead of $10bn and buys 0% instead of ≤2% of it, which leaves Microsoft with 27% instead of ≥26.46%. Changed as well: Oracle → Nvidia chips: undisclosed → $40bn.",
			"OpenAI has to spend $0 of it with Amazon, so no outside cash stays; 0% of what OpenAI pays Amazon is then Amazon's own money.",
			"Circular money rises from $46bn to $146bn, 18.92% instead of 6.2% of all money; one loop is lost. Above $38bn the stake adds nothing: OpenAI → Amazon is full at $38bn as far as it is disclosed.",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			stake := base
			test.change(&stake)
			words := compare(t, workbench, stake, test.extra...).Words()
			for i, want := range test.want {
				if words[i].Text != want {
					t.Errorf("%s\nwant %s", words[i].Text, want)
				}
				if len(words[i].Rows) == 0 || len(words[i].Legs) == 0 {
					t.Errorf("%q does not say where it comes from", words[i].Text)
				}
			}
		})
	}
}
