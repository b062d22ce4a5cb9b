package whatif

import (
	"strings"
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
			"Amazon gives OpenAI up to $20bn instead of up to $10bn and buys up to 4% instead of up to 2% of it, which leaves Microsoft with about 25.92% instead of about 26.46%, before the stake of Nvidia, whose price no source discloses, dilutes it too.",
			"OpenAI has to spend up to $16bn of it with Amazon, up to $3.2bn a year, so up to $4bn of outside cash stays, and after a gross margin of 35% on that the price is up to $14.4bn; up to 29.63% of all that OpenAI pays Amazon by contract is then Amazon's own money.",
			"Circular money rises from about $46bn to about $66bn (headline totals), from about 6.2% to about 8.6% of all money. The stake never stops adding, because 80% of it is spent back: above $190bn each further dollar adds only $1.60 to the circular money.",
		}},
		{"none, and Oracle's chips", func(s *Stake) { s.Cents = 0 }, []deal.Change{
			{Field: deal.ChangeAmount, Target: int64(oracleChips), Value: bn(40)},
		}, [3]string{
			"Amazon gives OpenAI nothing instead of up to $10bn and buys none of it instead of up to 2%, which leaves Microsoft with up to 27% instead of about 26.46%, before the stake of Nvidia, whose price no source discloses, dilutes it too. Changed as well: Oracle → Nvidia chips: undisclosed → $40bn.",
			"Amazon gives nothing, so none of its money can come back; in the base OpenAI has to spend up to $10bn with it. The $38bn that OpenAI pays Amazon by contract all the same is none of it.",
			"Circular money rises from about $46bn to $146bn (headline totals), from about 6.2% to about 18.92% of all money; one loop is lost.",
		}},
		{"Amazon fails", nil, []deal.Change{{Field: deal.ChangeFails, Target: int64(amazon), Value: 1}}, [3]string{
			"Because Amazon fails, it gives OpenAI nothing instead of up to $10bn, and what it would have bought of OpenAI, up to 2%, falls away, which leaves Microsoft with up to 27% instead of about 26.46%, before the stake of Nvidia, whose price no source discloses, dilutes it too.",
			"Amazon gives nothing, so none of its money can come back; in the base OpenAI has to spend up to $10bn with it.",
			"Circular money falls from about $46bn to at least $26bn (headline totals), from about 6.2% to about 3.79% of all money; one loop is lost. The stake adds nothing to the circular money, because Amazon fails.",
		}},
		{"OpenAI fails", nil, []deal.Change{{Field: deal.ChangeFails, Target: int64(openAI), Value: 1}}, [3]string{
			"Because OpenAI fails, Amazon gives it nothing instead of up to $10bn.",
			"Amazon gives nothing, so none of its money can come back; in the base OpenAI has to spend up to $10bn with it.",
			"No money goes round any more: the circular money falls from about $46bn (headline totals), about 6.2% of all money, to nothing; 3 loops are lost. The stake adds nothing to the circular money, because OpenAI fails.",
		}},
		{"another company fails", nil, []deal.Change{{Field: deal.ChangeFails, Target: int64(oracle), Value: 1}}, [3]string{
			"Amazon gives OpenAI up to $10bn and buys up to 2% of it, which leaves Microsoft with about 26.46%, before the stake of Nvidia, whose price no source discloses, dilutes it too. Changed: Oracle fails.",
			"OpenAI has to spend up to $10bn of it with Amazon by a contract of undisclosed size, which the circular money leaves out, and how much outside cash stays is not known; up to 20.83% of all that OpenAI pays Amazon by contract is then Amazon's own money.",
			"Circular money stays at about $46bn (headline totals), which goes from about 6.2% to about 10.41% of all money; one loop is lost. Above $38bn the stake adds nothing to the circular money: OpenAI → Amazon is full at $38bn as far as it is disclosed.",
		}},
		{"OpenAI is cut off from Amazon", nil, []deal.Change{{Field: deal.ChangeCutOff, Target: int64(openAI), Other: int64(amazon)}}, [3]string{
			"Amazon gives OpenAI up to $10bn and buys up to 2% of it, which leaves Microsoft with about 26.46%, before the stake of Nvidia, whose price no source discloses, dilutes it too. Changed: OpenAI buys nothing from Amazon.",
			"OpenAI buys nothing from Amazon, so none of it can be spent back, and all of it, up to $10bn, stays in OpenAI as outside cash.",
			"Circular money falls from about $46bn to at least $26bn (headline totals), from about 6.2% to about 3.69% of all money; one loop is lost. The stake adds nothing to the circular money: no disclosed money gets from OpenAI back to Amazon.",
		}},
		{"the deal is cancelled", nil, []deal.Change{{Field: deal.ChangeStatus, Target: 1, Text: "cancelled"}}, [3]string{
			"Because the deal “Amazon's stake in OpenAI” is cancelled, Amazon gives OpenAI nothing instead of up to $10bn, and what it would have bought of OpenAI, up to 2%, falls away, which leaves Microsoft with up to 27% instead of about 26.46%, before the stake of Nvidia, whose price no source discloses, dilutes it too.",
			"Amazon gives nothing, so none of its money can come back; in the base OpenAI has to spend up to $10bn with it. The $38bn that OpenAI pays Amazon by contract all the same is none of it.",
			"Circular money falls from about $46bn to at least $26bn (headline totals), from about 6.2% to about 3.55% of all money; one loop is lost. The stake adds nothing to the circular money, because the deal “Amazon's stake in OpenAI” is cancelled.",
		}},
		{"its status counts nothing", nil, []deal.Change{{Field: deal.ChangeWeight, Text: "in talks"}}, [3]string{
			"Amazon gives OpenAI up to $10bn and buys up to 2% of it, which leaves Microsoft with about 26.46%, before the stake of Nvidia, whose price no source discloses, dilutes it too. Changed: deals in talks count 0%.",
			"OpenAI has to spend up to $10bn of it with Amazon by a contract of undisclosed size, which the circular money leaves out, and how much outside cash stays is not known; up to 20.83% of all that OpenAI pays Amazon by contract is then Amazon's own money.",
			"Circular money falls from about $46bn to at least $26bn (headline totals), from about 6.2% to about 3.55% of all money; one loop is lost. The stake adds nothing to the circular money, because deals in talks count 0%.",
		}},
		{"a high figure alone", nil, []deal.Change{{Field: deal.ChangeHigh, Target: int64(amazonStake), Value: bn(20)}}, [3]string{
			"Amazon gives OpenAI about $10bn instead of up to $10bn and buys about 2% instead of up to 2% of it, which leaves Microsoft with about 26.46%, before the stake of Nvidia, whose price no source discloses, dilutes it too. Changed: Amazon → OpenAI equity, high: $10bn → $20bn.",
			"OpenAI has to spend about $10bn of it with Amazon by a contract of undisclosed size, which the circular money leaves out, and how much outside cash stays is not known; about 20.83% of all that OpenAI pays Amazon by contract is then Amazon's own money.",
			"Circular money stays at about $46bn (headline totals), about 6.2% of all money. Above $38bn the stake adds nothing to the circular money: OpenAI → Amazon is full at $38bn as far as it is disclosed.",
		}},
		{"above the valuation, none of it spent back", func(s *Stake) { s.Cents, s.SpentBack = bn(600), 0 }, nil, [3]string{
			"Amazon gives OpenAI up to $600bn instead of up to $10bn; what it buys is not known, because the stake is above the post-money valuation.",
			"None of it has to be spent with Amazon, and all of it, up to $600bn, stays in OpenAI as outside cash.",
			"Circular money rises from about $46bn to about $102bn (headline totals), from about 6.2% to about 7.66% of all money. Above $38bn the stake adds nothing to the circular money: OpenAI → Amazon is full at $38bn.",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			stake := base
			if test.change != nil {
				test.change(&stake)
			}
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

// TestALegWithoutAnAmountExplainsItself is about a leg that no source gives an amount to.
func TestALegWithoutAnAmountExplainsItself(t *testing.T) {
	workbench, _ := sampleWorkbench(t)
	stake := StakeOf(sampleBook(), oracleChips)
	if got := compare(t, workbench, stake).Words()[0].Text; got != "Oracle gives Nvidia an amount that no source discloses." {
		t.Errorf("as it is: %s", got)
	}
	stake.Cents = bn(40)
	words := compare(t, workbench, stake).Words()
	if got := words[0].Text; got != "Oracle gives Nvidia $40bn, an assumption where the sources disclose no amount." {
		t.Errorf("assumed: %s", got)
	}
	if got := words[1].Text; got != "Of each dollar that Oracle gives Nvidia, about 51.04% ever comes back, directly and through others (headline totals)." {
		t.Errorf("assumed: %s", got)
	}
}

// What is nothing is called nothing, and where undisclosed money may make it more it is said so.
func TestNothingIsCalledNothing(t *testing.T) {
	amount := func(leg deal.LegID, cents int64) deal.Change {
		return deal.Change{Field: deal.ChangeAmount, Target: int64(leg), Value: cents}
	}
	open := stakesBook(3, commercial(1, 1, 2, deal.Undisclosed()), commercial(2, 2, 1, deal.Exactly(bn(5))))
	told := stakesBook(3, commercial(1, 1, 2, deal.Exactly(0)), commercial(2, 2, 1, deal.Exactly(bn(5))), commercial(3, 2, 3, deal.Exactly(bn(1))))
	for name, test := range map[string]struct {
		book   *deal.Book
		leg    deal.LegID
		change deal.Change
		at     int // of the sentences
		want   string
	}{
		"an assumption of nothing": {open, 1, amount(1, 0), 0, "A gives B nothing, an assumption where the sources disclose no amount."},
		"as far as is disclosed":   {open, 2, amount(2, bn(6)), 1, "Of what B gives A, nothing ever comes back, directly or through others, as far as it is disclosed (headline totals)."},
		"never":                    {told, 3, amount(3, bn(2)), 1, "Of what B gives C, nothing ever comes back, directly or through others (headline totals)."},
		"from unknown to round":    {open, 1, amount(1, bn(5)), 2, "Circular money rises from nothing, as far as it is disclosed, to $10bn (headline totals), 100% of all money."},
		"from nothing to round":    {told, 1, amount(1, bn(4)), 2, "Circular money rises from nothing to $8bn (headline totals), 80% of all money;"},
	} {
		if got := changed(t, test.book, test.leg, test.change).Words()[test.at].Text; !strings.HasPrefix(got, test.want) {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}
