package whatif

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

// TestStressSentences reads what is said of the sample's book for each kind of shock.
func TestStressSentences(t *testing.T) {
	const zero = "No other company fails in turn."
	for _, test := range []struct {
		name  string
		shock Shock
		want  []string
		not   string
	}{
		{"a failure that is known", Shock{Kind: ShockFails, Company: openAI}, []string{"OpenAI fails: of ",
			"is not paid. No other company is known to fail in turn, but the cash of ", "Holders lose all the value of their stakes, $145bn",
			": Microsoft about $135bn or more and Amazon about $10bn or less.", " lose is unknown: their shares or valuations are not stated."}, "recovered"},
		{"a part recovered", Shock{Kind: ShockFails, Company: openAI, Recovery: 400_000}, []string{"OpenAI fails, and 40% of what it owes is recovered: of "}, ""},
		{"all recovered", Shock{Kind: ShockFails, Company: openAI, Recovery: deal.Whole},
			[]string{"OpenAI fails, and all that it owes is recovered: everything that is due is still paid."}, "in turn"},
		{"more recovered than there is", Shock{Kind: ShockFails, Company: openAI, Recovery: 200_000, Assume: true, Assumed: bn(5)},
			[]string{"The recovery of 20%, $", ", is more than OpenAI could pay without the shock from its cash and what it is paid (about $",
				"): the rest is assumed to come from outside.", " is not paid: by the best figures more than with it.", "With or without the shock Nvidia cannot pay in full.",
				"With other figures of the ranges Oracle may not pay in full."}, "either"},
		{"less recovered than there is", Shock{Kind: ShockFails, Company: openAI, Recovery: 200_000}, []string{"20% of what it owes is recovered"}, "from outside"},
		{"deals in talks", Shock{Kind: ShockCollapse, Status: deal.StatusInTalks}, []string{"What is left is paid in full.", "Microsoft about $",
			"They lose because what is cut away costs its payees value (DebtRank), and their valuations are taken to fall by that part; " +
				"what each holder has of them is counted as stated, without the dilution that falls away."}, "from outside"},
		{"a failure of what nobody discloses", Shock{Kind: ShockFails, Company: oracle}, []string{"Oracle fails. Nothing that it owes has a number: what is not paid is unknown."}, "$0"},
		{"nobody's cash", Shock{Kind: ShockFails, Company: oracle, Assume: true}, []string{zero, "With or without the shock ", "(OpenAI and Nvidia)"}, "Because of it"},
		{"valuations", Shock{Kind: ShockValuations, Part: nasdaqFall}, []string{"Nobody owes or pays less because of it. Holders lose $111.65bn (",
			") of the $145bn (", "Microsoft about $103.95bn or more and Amazon about $7.7bn or less"}, "in turn"},
		{"a kind that there is not", Shock{Kind: ShockCut, Cut: deal.KindLicence, Part: 500_000},
			[]string{"All licence contracts are cut by 50%: nothing changes, because none of the legs that count is of the kind licence."}, "is due"},
		{"a status that there is not", Shock{Kind: ShockCollapse, Status: deal.StatusRumoured}, []string{"Every rumoured deal collapses: nothing changes, because none of the deals that count is rumoured."}, ""},
		{"who buys nothing", Shock{Kind: ShockCutOff, Company: oracle, Supplier: openAI}, []string{"nothing changes, because Oracle has nothing to pay to OpenAI."}, ""},
		{"what has been paid", Shock{Kind: ShockCollapse, Status: deal.StatusCompleted},
			[]string{"Every completed deal collapses: nothing changes, because all that it would take away has been paid."}, "cut away"},
		{"a cut", Shock{Kind: ShockCut, Cut: deal.KindCloud, Part: 500_000}, []string{"is cut away. What is left is paid in full."}, "$0 is not paid"},
	} {
		result := stress(t, sampleBook(), test.shock)
		words := strings.Join(result.Sentences(), " ")
		for _, want := range test.want {
			if !strings.Contains(words, want) {
				t.Errorf("%s: %q is not in %q", test.name, want, words)
			}
		}
		if test.not != "" && strings.Contains(words, test.not) {
			t.Errorf("%s: %q is in %q", test.name, test.not, words)
		}
	}
}

// TestStressNamesWhoFalls takes a chain of payers who have nothing but what they are paid.
func TestStressNamesWhoFalls(t *testing.T) {
	for _, test := range []struct {
		flows [][3]int64
		want  string
	}{
		{[][3]int64{{0, 1, 1000}, {1, 2, 1000}}, "A fails: of $20 that is due, $20 is not paid. Because of it B cannot pay in full either."},
		{[][3]int64{{0, 1, 1000}, {1, 2, 1000}, {2, 3, 1000}}, "Because of it 2 companies (B and C) cannot pay in full either."},
		{[][3]int64{{0, 1, 1000}, {2, 3, 500}}, "A fails: of $15 that is due, $15 is not paid. No other company fails in turn. With or without the shock C cannot pay in full. Without the shock $5 is not paid either."},
		{[][3]int64{{1, 0, 0}}, "A fails. It owes nothing that counts: everybody gets what is due."},
	} {
		words := strings.Join(stress(t, bookOf([]float64{1000, 0, 0, 0}, test.flows, 0), Shock{Kind: ShockFails, Company: 1}).Sentences(), " ")
		if !strings.HasSuffix(words, test.want) && words != test.want {
			t.Errorf("of %v it says %q, not %q", test.flows, words, test.want)
		}
	}
}
